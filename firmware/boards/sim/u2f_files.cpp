// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/u2f_files.h"

#include <algorithm>

#include <mbedtls/ecp.h>
#include <mbedtls/pk.h>
#include <mbedtls/x509_crt.h>

namespace gokey::sim {
namespace {

constexpr std::size_t kScalarSize = 32;

// Mbed TLS tells PEM from DER by the zero that ends a text.
crypto::Secret terminated(std::span<const std::uint8_t> file) {
  crypto::Secret text(file.size() + 1);
  std::ranges::copy(file, text.writable().begin());
  return text;
}

class Certificate {
 public:
  Certificate() { mbedtls_x509_crt_init(&value_); }
  ~Certificate() { mbedtls_x509_crt_free(&value_); }
  Certificate(const Certificate&) = delete;
  Certificate& operator=(const Certificate&) = delete;
  [[nodiscard]] mbedtls_x509_crt* get() { return &value_; }

 private:
  mbedtls_x509_crt value_;
};

class Key {
 public:
  Key() { mbedtls_pk_init(&value_); }
  ~Key() { mbedtls_pk_free(&value_); }
  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;
  [[nodiscard]] mbedtls_pk_context* get() { return &value_; }

 private:
  mbedtls_pk_context value_;
};

}  // namespace

Result<std::vector<std::uint8_t>> read_certificate(const std::string& name,
                                                   std::span<const std::uint8_t> file) {
  Certificate certificate;
  const crypto::Secret text = terminated(file);
  if (mbedtls_x509_crt_parse(certificate.get(), text.bytes().data(), text.size()) != 0 &&
      mbedtls_x509_crt_parse_der(certificate.get(), file.data(), file.size()) != 0) {
    return failure(Exit::kFailed, name, "is no X.509 certificate",
                   "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 makes one");
  }
  const mbedtls_x509_buf& raw = certificate.get()->raw;
  return std::vector<std::uint8_t>(raw.p, raw.p + raw.len);
}

Result<crypto::Secret> read_p256_key(const std::string& name, std::span<const std::uint8_t> file) {
  Key key;
  const crypto::Secret text = terminated(file);
  if (mbedtls_pk_parse_key(key.get(), text.bytes().data(), text.size(), nullptr, 0) != 0 &&
      mbedtls_pk_parse_key(key.get(), file.data(), file.size(), nullptr, 0) != 0) {
    return failure(Exit::kFailed, name, "is no private key without a passphrase");
  }
  const bool is_ec = mbedtls_pk_get_type(key.get()) == MBEDTLS_PK_ECKEY;
  const mbedtls_ecp_keypair* pair = is_ec ? mbedtls_pk_ec(*key.get()) : nullptr;
  crypto::Secret scalar(kScalarSize);
  if (pair == nullptr || pair->grp.id != MBEDTLS_ECP_DP_SECP256R1 ||
      mbedtls_mpi_write_binary(&pair->d, scalar.writable().data(), scalar.size()) != 0) {
    return failure(Exit::kFailed, name, "is no key of the curve P-256");
  }
  return scalar;
}

}  // namespace gokey::sim
