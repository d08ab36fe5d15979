// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "stranger.h"

#include <memory>
#include <stdexcept>
#include <string>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace gokey::testing {
namespace {

template <auto Free>
struct Deleter {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Context = std::unique_ptr<EVP_PKEY_CTX, Deleter<EVP_PKEY_CTX_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Deleter<BN_free>>;

void require(bool ok, const char* what) {
  if (!ok) throw std::runtime_error(what);
}

BigNumber big_number(wire::Bytes bytes) {
  return BigNumber(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
}

const char* group_name(vault::Algorithm algorithm) {
  switch (algorithm) {
    case vault::Algorithm::kNistP256:
      return "P-256";
    case vault::Algorithm::kNistP384:
      return "P-384";
    case vault::Algorithm::kNistP521:
      return "P-521";
    case vault::Algorithm::kBrainpoolP256:
      return "brainpoolP256r1";
    case vault::Algorithm::kBrainpoolP384:
      return "brainpoolP384r1";
    default:
      return "brainpoolP512r1";
  }
}

Key from_parameters(const char* type, OSSL_PARAM_BLD* builder) {
  OSSL_PARAM* parameters = OSSL_PARAM_BLD_to_param(builder);
  EVP_PKEY* key = nullptr;
  const Context context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
  const bool made = EVP_PKEY_fromdata_init(context.get()) == 1 &&
                    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters) == 1;
  OSSL_PARAM_free(parameters);
  OSSL_PARAM_BLD_free(builder);
  require(made, "public key");
  return Key(key);
}

Key ec_key(const char* group, wire::Bytes point) {
  OSSL_PARAM_BLD* builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM_BLD_push_utf8_string(builder, OSSL_PKEY_PARAM_GROUP_NAME, group, 0);
  OSSL_PARAM_BLD_push_octet_string(builder, OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size());
  return from_parameters("EC", builder);
}

Key load(const vault::PublicKey& key) {
  if (key.algorithm == vault::Algorithm::kEd25519 || key.algorithm == vault::Algorithm::kX25519) {
    const int type =
        key.algorithm == vault::Algorithm::kEd25519 ? EVP_PKEY_ED25519 : EVP_PKEY_X25519;
    return Key(EVP_PKEY_new_raw_public_key(type, nullptr, key.point.data(), key.point.size()));
  }
  if (!vault::is_rsa(key.algorithm)) return ec_key(group_name(key.algorithm), key.point);
  const BigNumber n = big_number(key.modulus);
  const BigNumber e = big_number(key.exponent);
  OSSL_PARAM_BLD* builder = OSSL_PARAM_BLD_new();
  OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, n.get());
  OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, e.get());
  return from_parameters("RSA", builder);
}

std::vector<std::uint8_t> der_signature(wire::Bytes signature) {
  ECDSA_SIG* pair = ECDSA_SIG_new();
  const std::size_t half = signature.size() / 2;
  ECDSA_SIG_set0(pair, big_number(signature.first(half)).release(),
                 big_number(signature.last(half)).release());
  unsigned char* bytes = nullptr;
  const int size = i2d_ECDSA_SIG(pair, &bytes);
  std::vector<std::uint8_t> der(bytes, bytes + size);
  OPENSSL_free(bytes);
  ECDSA_SIG_free(pair);
  return der;
}

std::vector<std::uint8_t> rsa_encrypt(const vault::PublicKey& key, wire::Bytes data, int padding) {
  const Key loaded = load(key);
  const Context context(EVP_PKEY_CTX_new(loaded.get(), nullptr));
  std::vector<std::uint8_t> out(key.modulus.size());
  std::size_t size = out.size();
  require(EVP_PKEY_encrypt_init(context.get()) == 1 &&
              EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) == 1 &&
              EVP_PKEY_encrypt(context.get(), out.data(), &size, data.data(), data.size()) == 1,
          "RSA encryption");
  return out;
}

// The ephemeral side of a Diffie-Hellman.
Challenge agree(const vault::PublicKey& key) {
  const Key peer = load(key);
  EVP_PKEY* made = nullptr;
  const Context generator(EVP_PKEY_CTX_new(peer.get(), nullptr));
  require(EVP_PKEY_keygen_init(generator.get()) == 1, "ephemeral key");
  if (vault::is_weierstrass(key.algorithm)) {
    require(EVP_PKEY_CTX_set_group_name(generator.get(), group_name(key.algorithm)) == 1, "group");
  }
  require(EVP_PKEY_generate(generator.get(), &made) == 1, "ephemeral key");
  const Key ephemeral(made);

  Challenge result;
  unsigned char* point = nullptr;
  const std::size_t size = EVP_PKEY_get1_encoded_public_key(ephemeral.get(), &point);
  result.data.assign(point, point + size);
  OPENSSL_free(point);
  const Context derivation(EVP_PKEY_CTX_new(ephemeral.get(), nullptr));
  std::size_t shared = 0;
  require(EVP_PKEY_derive_init(derivation.get()) == 1 &&
              EVP_PKEY_derive_set_peer(derivation.get(), peer.get()) == 1 &&
              EVP_PKEY_derive(derivation.get(), nullptr, &shared) == 1,
          "derivation");
  result.expected.resize(shared);
  require(EVP_PKEY_derive(derivation.get(), result.expected.data(), &shared) == 1, "derivation");
  return result;
}

}  // namespace

bool verifies(const vault::PublicKey& key, wire::Bytes data, wire::Bytes signature) {
  const Key loaded = load(key);
  if (key.algorithm == vault::Algorithm::kEd25519) {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    const bool good = EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, loaded.get()) == 1 &&
                      EVP_DigestVerify(context, signature.data(), signature.size(), data.data(),
                                       data.size()) == 1;
    EVP_MD_CTX_free(context);
    return good;
  }
  const Context context(EVP_PKEY_CTX_new(loaded.get(), nullptr));
  if (EVP_PKEY_verify_init(context.get()) != 1) return false;
  if (vault::is_rsa(key.algorithm)) {
    return EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
           EVP_PKEY_verify(context.get(), signature.data(), signature.size(), data.data(),
                           data.size()) == 1;
  }
  if (signature.size() != 2 * vault::field_size(key.algorithm)) return false;
  const auto der = der_signature(signature);
  return EVP_PKEY_verify(context.get(), der.data(), der.size(), data.data(), data.size()) == 1;
}

Challenge challenge(const vault::PublicKey& key) {
  if (!vault::is_rsa(key.algorithm)) return agree(key);
  const std::string text = "a session key of a message";
  Challenge result;
  result.expected.assign(text.begin(), text.end());
  result.data = rsa_encrypt(key, result.expected, RSA_PKCS1_PADDING);
  return result;
}

std::vector<std::uint8_t> encrypt_raw(const vault::PublicKey& key, wire::Bytes block) {
  return rsa_encrypt(key, block, RSA_NO_PADDING);
}

}  // namespace gokey::testing
