// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A token's receipt. The first byte says whether the rest is the whole of it, or its line, which is
// then signed: else nothing would come past the signature.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include <openssl/evp.h>

#include "gokeyctl/provision.h"
#include "wire/ssh_signature.h"

namespace {

namespace wire = gokey::wire;

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

std::string sign(std::string_view line) {
  static const std::unique_ptr<EVP_PKEY, FreeKey> key(EVP_PKEY_new_raw_private_key(
      EVP_PKEY_ED25519, nullptr, std::array<std::uint8_t, 32>{7}.data(), 32));
  wire::SshSignature signature;
  signature.name_space = "gokey-receipt";
  std::size_t size = signature.public_key.size();
  EVP_PKEY_get_raw_public_key(key.get(), signature.public_key.data(), &size);
  std::array<std::uint8_t, 64> digest{};
  EVP_Digest(line.data(), line.size(), digest.data(), nullptr, EVP_sha512(), nullptr);
  const auto data = wire::ssh_signed_data("gokey-receipt", digest);
  const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  size = signature.signature.size();
  if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
      EVP_DigestSign(context.get(), signature.signature.data(), &size, data.data(), data.size()) !=
          1) {
    std::abort();
  }
  return wire::encode_ssh_signature(signature);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest = wire::as_text({data + 1, size - 1});
  std::string text(rest);
  if (data[0] % 2 == 1) {
    std::string line(rest.substr(0, rest.find('\n')));
    line += "\n";
    text = line + sign(line);
  }
  const auto receipt = gokeyctl::parse_receipt(text);
  if (!receipt) return 0;
  const bool fits = receipt->text == text && receipt->serial.size() == 8 &&
                    receipt->keys.size() <= 3 && receipt->host_key.starts_with("SHA256:");
  if (!fits) std::abort();
  return 0;
}
