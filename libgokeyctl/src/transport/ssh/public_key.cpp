// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/public_key.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>

#include "base/file.h"
#include "wire/base64.h"
#include "wire/ssh_key.h"

namespace gokeyctl::transport {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} * 1024;

Error malformed(const std::string& what) {
  return Error{Code::kSshAuth,
               say("{} is not an SSH key", what),
               "",
               {{"reason", "identity-malformed"}},
               nullptr};
}

Error broken(const char* what) {
  return Error{Code::kInternal, std::string("make an SSH key: ") + what, "", {}, nullptr};
}

// The text of libssh, wiped before it is given back.
struct WipeText {
  void operator()(char* text) const {
    explicit_bzero(text, std::strlen(text));
    ssh_string_free_char(text);
  }
};
using SecretText = std::unique_ptr<char, WipeText>;

struct FreeText {
  void operator()(char* text) const { ssh_string_free_char(text); }
};
using Text = std::unique_ptr<char, FreeText>;

Result<PublicKey> described(const Key& key, std::string_view comment) {
  PublicKey found;
  found.type = ssh_key_type_to_char(ssh_key_type(key.get()));
  found.comment = comment;
  char* raw = nullptr;
  if (ssh_pki_export_pubkey_base64(key.get(), &raw) != SSH_OK)
    return std::unexpected(broken("no public half"));
  const Text base64(raw);
  auto blob = gokey::wire::from_base64(base64.get());
  if (!blob) return std::unexpected(broken("no public half"));
  found.blob = std::move(*blob);
  // The curve is part of the name in the blob only.
  if (const auto type = gokey::wire::ssh_key_type(found.blob)) found.type = *type;
  unsigned char* hash = nullptr;
  std::size_t size = 0;
  if (ssh_get_publickey_hash(key.get(), SSH_PUBLICKEY_HASH_SHA256, &hash, &size) != 0)
    return std::unexpected(broken("no fingerprint"));
  found.fingerprint = "SHA256:" + gokey::wire::to_base64_unpadded({hash, size});
  ssh_clean_pubkey_hash(&hash);
  return found;
}

// FILE.pub, as far as it holds one key.
std::optional<PublicKey> from_public_file(const std::filesystem::path& file) {
  std::filesystem::path beside = file;
  beside += ".pub";
  const auto content = base::read_file(beside, kMostBytes).value_or(std::nullopt);
  if (!content) return std::nullopt;
  const std::string_view text = *content;
  const auto key =
      gokey::wire::parse_authorized_key(text.substr(0, text.find('\n'))).value_or(std::nullopt);
  if (!key) return std::nullopt;
  Result<PublicKey> found = public_key_of(key->blob, key->comment);
  if (!found) return std::nullopt;
  return std::move(*found);
}

}  // namespace

Result<Key> import_public_key(std::span<const std::uint8_t> blob) {
  const auto type = gokey::wire::ssh_key_type(blob);
  ssh_key key = nullptr;
  const std::string base64 = gokey::wire::to_base64(blob);
  if (!type || ssh_pki_import_pubkey_base64(base64.c_str(), ssh_key_type_from_name(type->c_str()),
                                            &key) != SSH_OK) {
    return std::unexpected(
        Error{Code::kUnsupported, say("this kind of SSH key is not known"), "", {}, nullptr});
  }
  return Key(key);
}

Result<PublicKey> public_key_of(std::span<const std::uint8_t> blob, std::string_view comment) {
  const Result<Key> key = import_public_key(blob);
  if (!key) return std::unexpected(key.error());
  return described(*key, comment);
}

Result<PublicKey> public_key_of(const std::filesystem::path& file) {
  const Result<Key> identity = read_identity(file);
  bool encrypted = false;
  if (!identity) {
    const auto reason = identity.error().details.find("reason");
    encrypted = reason != identity.error().details.end() && reason->second == "identity-encrypted";
    if (!encrypted) return std::unexpected(identity.error());
  }
  if (!encrypted) {
    // The comment is in the public file only.
    const std::optional<PublicKey> beside = from_public_file(file);
    Result<PublicKey> found = described(*identity, beside ? beside->comment : "");
    return found;
  }
  if (std::optional<PublicKey> found = from_public_file(file)) {
    found->encrypted = true;
    return std::move(*found);
  }
  // OpenSSH's format has the public half in clear.
  ssh_key raw = nullptr;
  if (ssh_pki_import_pubkey_file(file.c_str(), &raw) != SSH_OK)
    return std::unexpected(malformed(file.string()));
  const Key key(raw);
  Result<PublicKey> found = described(key, "");
  if (found) found->encrypted = true;
  return found;
}

Result<NewKey> make_ed25519(const Secret* passphrase) {
  ssh_key raw = nullptr;
  if (ssh_pki_generate(SSH_KEYTYPE_ED25519, 0, &raw) != SSH_OK)
    return std::unexpected(broken("no key could be generated"));
  const Key key(raw);
  const NotDumpable no_core;
  // libssh wants a zero byte at the end.
  Secret text((passphrase == nullptr ? 0 : passphrase->size()) + 1);
  bool fits = passphrase == nullptr || passphrase->expose([&](std::span<const std::uint8_t> bytes) {
    return std::ranges::find(bytes, 0) == bytes.end() && text.append(bytes);
  });
  fits = fits && text.append(std::uint8_t{0});
  if (!fits) return std::unexpected(broken("the passphrase cannot be held"));
  const bool protect = passphrase != nullptr && !passphrase->empty();
  char* exported = nullptr;
  const int outcome = text.expose([&](std::span<const std::uint8_t> bytes) {
    const char* word = protect ? reinterpret_cast<const char*>(bytes.data()) : nullptr;
    return ssh_pki_export_privkey_base64(key.get(), word, nullptr, nullptr, &exported);
  });
  const SecretText pem(exported);
  if (outcome != SSH_OK || pem == nullptr) return std::unexpected(broken("no private half"));
  const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(pem.get()),
                                            std::strlen(pem.get()));
  NewKey made{Secret(bytes.size()), ""};
  if (!made.private_file.append(bytes)) return std::unexpected(broken("out of memory"));
  const Result<PublicKey> half = described(key, "");
  if (!half) return std::unexpected(half.error());
  made.public_line = half->type + " " + gokey::wire::to_base64(half->blob);
  return made;
}

}  // namespace gokeyctl::transport
