// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The certificate that attests FIDO registrations, and its key: out of their files.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include "gokeyctl/provision.h"
#include "provision/ec_key.h"

namespace gokeyctl {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kLargestCertificate = 4096;
constexpr std::size_t kScalar = 32;
constexpr std::size_t kPoint = 65;  // 04 || X || Y
constexpr const char* kMakeBoth =
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout KEY -out FILE";

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* value) const {
    Free(value);
  }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Number = std::unique_ptr<BIGNUM, Freed<BN_clear_free>>;
using Group = std::unique_ptr<EC_GROUP, Freed<EC_GROUP_free>>;
using Point = std::unique_ptr<EC_POINT, Freed<EC_POINT_clear_free>>;

Error refusal(Sentence message, Sentence hint, std::string reason) {
  return Error{.code = Code::kUsage,
               .message = std::move(message),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

Error bad_certificate(Sentence why) {
  return refusal(say("use the U2F certificate: {}", std::move(why)),
                 say("{} makes a certificate and its key", kMakeBoth), "bad-certificate");
}

Error bad_key(Sentence why) {
  return refusal(say("use the U2F private key: {}", std::move(why)),
                 say("{} makes a certificate and its key", kMakeBoth), "bad-private-key");
}

Error encrypted_key() {
  return refusal(say("use the U2F private key: it is protected by a passphrase"),
                 say("let openssl ask for it: {}", "--u2f-private-key <(openssl pkey -in FILE)"),
                 "encrypted-private-key");
}

// One block of a PEM file, in libcrypto's memory: wiped when it ends.
class PemBlock {
 public:
  explicit PemBlock(BIO* file) {
    there_ = PEM_read_bio_ex(file, &name_, &header_, &data_, &size_, PEM_FLAG_SECURE) == 1;
  }
  ~PemBlock() {
    if (!there_) return;
    OPENSSL_secure_free(name_);
    OPENSSL_secure_free(header_);
    OPENSSL_secure_clear_free(data_, static_cast<std::size_t>(size_));
  }
  PemBlock(const PemBlock&) = delete;
  PemBlock& operator=(const PemBlock&) = delete;

  [[nodiscard]] bool there() const { return there_; }
  [[nodiscard]] std::string_view name() const { return name_; }
  // The form before PKCS#8: "Proc-Type: 4,ENCRYPTED".
  [[nodiscard]] bool encrypted() const {
    return name() == PEM_STRING_PKCS8 ||
           std::string_view(header_).find("ENCRYPTED") != std::string_view::npos;
  }
  [[nodiscard]] Bytes der() const { return {data_, static_cast<std::size_t>(size_)}; }

 private:
  bool there_ = false;
  char* name_ = nullptr;
  char* header_ = nullptr;
  unsigned char* data_ = nullptr;
  long size_ = 0;
};

// Calls `use` with the first block whose name ends so; `otherwise` where there is none.
template <typename Use, typename Otherwise>
auto with_pem_block(Bytes file, std::string_view name, Use&& use, Otherwise&& otherwise) {
  const Bio bio(BIO_new_mem_buf(file.data(), static_cast<int>(file.size())));
  while (bio != nullptr) {
    const PemBlock block(bio.get());
    if (!block.there()) break;
    if (block.name().ends_with(name)) return use(block);
  }
  return otherwise();
}

// DER begins with a SEQUENCE, text does not.
bool is_der(Bytes file) { return !file.empty() && file.front() == 0x30; }

Result<std::vector<std::uint8_t>> certificate_of(Bytes der) {
  const unsigned char* end = der.data();
  const Certificate certificate(d2i_X509(nullptr, &end, static_cast<long>(der.size())));
  if (certificate == nullptr || end != der.data() + der.size())
    return std::unexpected(bad_certificate(say("the file is malformed")));
  if (der.size() > kLargestCertificate) {
    return std::unexpected(bad_certificate(
        say("it has more than {} bytes, and a token takes no larger one", kLargestCertificate)));
  }
  return std::vector<std::uint8_t>(der.begin(), der.end());
}

Result<std::vector<std::uint8_t>> read_certificate(Bytes file) {
  if (is_der(file)) return certificate_of(file);
  return with_pem_block(
      file, PEM_STRING_X509, [](const PemBlock& block) { return certificate_of(block.der()); },
      []() -> Result<std::vector<std::uint8_t>> {
        return std::unexpected(bad_certificate(say("the file holds no certificate")));
      });
}

Result<Secret> scalar_of(Bytes der) {
  const auto scalar = provision::p256_private_key(der);
  if (scalar) {
    Secret key(kScalar);
    if (key.append(*scalar)) return key;
    return std::unexpected(bad_key(say("out of memory")));
  }
  switch (scalar.error()) {
    case provision::EcKeyError::kEncrypted:
      return std::unexpected(encrypted_key());
    case provision::EcKeyError::kOtherKind:
      return std::unexpected(bad_key(say("it is no key of the curve P-256")));
    case provision::EcKeyError::kMalformed:
      break;
  }
  return std::unexpected(bad_key(say("the file is malformed")));
}

Result<Secret> read_key(Bytes file) {
  if (is_der(file)) return scalar_of(file);
  return with_pem_block(
      file, "PRIVATE KEY",
      [](const PemBlock& block) -> Result<Secret> {
        if (block.encrypted()) return std::unexpected(encrypted_key());
        if (block.name() != PEM_STRING_ECPRIVATEKEY && block.name() != PEM_STRING_PKCS8INF)
          return std::unexpected(bad_key(say("it is no key of the curve P-256")));
        return scalar_of(block.der());
      },
      []() -> Result<Secret> {
        return std::unexpected(bad_key(say("the file holds no private key")));
      });
}

// The public key of this scalar; nothing where it is zero or beyond the curve's order.
std::optional<std::array<std::uint8_t, kPoint>> point_of(Bytes scalar) {
  const Group group(EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1));
  const Number number(BN_secure_new());
  if (group == nullptr || number == nullptr ||
      BN_bin2bn(scalar.data(), static_cast<int>(scalar.size()), number.get()) == nullptr) {
    return std::nullopt;
  }
  BN_set_flags(number.get(), BN_FLG_CONSTTIME);
  if (BN_is_zero(number.get()) != 0 ||
      BN_cmp(number.get(), EC_GROUP_get0_order(group.get())) >= 0) {
    return std::nullopt;
  }
  const Point point(EC_POINT_new(group.get()));
  std::array<std::uint8_t, kPoint> out{};
  if (point == nullptr ||
      EC_POINT_mul(group.get(), point.get(), number.get(), nullptr, nullptr, nullptr) != 1 ||
      EC_POINT_point2oct(group.get(), point.get(), POINT_CONVERSION_UNCOMPRESSED, out.data(),
                         out.size(), nullptr) != out.size()) {
    return std::nullopt;
  }
  return out;
}

// That the certificate is of this key, and says so as clients of U2F read it: with its point
// uncompressed (FIDO U2F Raw Message Formats, 4.3).
Result<void> check_pair(const std::vector<std::uint8_t>& der, const Secret& key) {
  const auto own =
      key.expose([](std::span<const std::uint8_t> scalar) { return point_of(scalar); });
  if (!own) return std::unexpected(bad_key(say("it is no key of the curve P-256")));
  const unsigned char* end = der.data();
  const Certificate certificate(d2i_X509(nullptr, &end, static_cast<long>(der.size())));
  EVP_PKEY* certified = certificate == nullptr ? nullptr : X509_get0_pubkey(certificate.get());
  std::array<char, 64> curve{};
  if (certified == nullptr ||
      EVP_PKEY_get_group_name(certified, curve.data(), curve.size(), nullptr) != 1 ||
      std::string_view(curve.data()) != SN_X9_62_prime256v1) {
    return std::unexpected(bad_certificate(say("its key is none of the curve P-256")));
  }
  const ASN1_BIT_STRING* bits = X509_get0_pubkey_bitstr(certificate.get());
  const Bytes point(ASN1_STRING_get0_data(bits),
                    static_cast<std::size_t>(ASN1_STRING_length(bits)));
  if (std::ranges::equal(point, *own)) return {};
  return std::unexpected(refusal(say("use the U2F certificate: it is not that of the private key"),
                                 say("name a certificate and the key that it was made for"),
                                 "certificate-mismatch"));
}

}  // namespace

Result<Attestation> read_attestation(std::span<const std::uint8_t> certificate,
                                     const Secret& private_key) {
  auto der = read_certificate(certificate);
  if (!der) return std::unexpected(std::move(der).error());
  auto key = private_key.expose([](std::span<const std::uint8_t> file) { return read_key(file); });
  if (!key) return std::unexpected(std::move(key).error());
  if (auto pair = check_pair(*der, *key); !pair) return std::unexpected(std::move(pair).error());
  return Attestation{std::move(*der), std::move(*key)};
}

}  // namespace gokeyctl
