// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/rsa.h"

#include <algorithm>

#include <nettle/rsa.h>

#include "core/crypto/gmp.h"

namespace gokey::crypto {
namespace {

constexpr std::size_t kMinPadding = 8;  // RFC 8017 7.2.1 and 9.2
constexpr std::size_t kPaddingOverhead = kMinPadding + 3;

// All ones if the byte is zero, else zero.
std::uint32_t mask_zero(std::uint32_t byte) { return 0U - ((byte - 1U) >> 31U); }
// All ones if a < b, else zero, for values below 2^31.
std::uint32_t mask_less(std::uint32_t a, std::uint32_t b) { return 0U - ((a - b) >> 31U); }

// remainder = d mod (prime - 1), without branches on either.
void reduce_exponent(mpz_ptr remainder, mpz_srcptr d, mpz_srcptr prime) {
  Number divisor;
  mpz_sub_ui(divisor.get(), prime, 1);
  const auto divisor_limbs = static_cast<mp_size_t>(mpz_size(divisor.get()));
  const auto limbs = static_cast<mp_size_t>(mpz_size(d));
  if (limbs < divisor_limbs) {
    mpz_set(remainder, d);
    return;
  }
  Number work;
  mpz_set(work.get(), d);
  mp_limb_t* limbs_of_work = mpz_limbs_modify(work.get(), limbs);
  Number scratch;
  mp_limb_t* limbs_of_scratch =
      mpz_limbs_write(scratch.get(), mpn_sec_div_r_itch(limbs, divisor_limbs));
  mpn_sec_div_r(limbs_of_work, limbs, mpz_limbs_read(divisor.get()), divisor_limbs,
                limbs_of_scratch);
  mp_limb_t* out = mpz_limbs_write(remainder, divisor_limbs);
  mpn_copyi(out, limbs_of_work, divisor_limbs);
  mpz_limbs_finish(remainder, divisor_limbs);
  mpz_limbs_finish(work.get(), divisor_limbs);
}

bool belong_together(const rsa_public_key& pub, const rsa_private_key& key) {
  if (mpz_odd_p(pub.n) == 0 || mpz_odd_p(pub.e) == 0 || mpz_odd_p(key.p) == 0 ||
      mpz_odd_p(key.q) == 0 || mpz_cmp_ui(key.p, 1) <= 0 || mpz_cmp_ui(key.q, 1) <= 0) {
    return false;
  }
  Number product;
  mpz_mul(product.get(), key.p, key.q);
  if (mpz_cmp(product.get(), pub.n) != 0) return false;
  // c q = 1 (mod p)
  mpz_mul(product.get(), key.c, key.q);
  mpz_mod(product.get(), product.get(), key.p);
  return mpz_cmp(key.c, key.p) < 0 && mpz_cmp_ui(product.get(), 1) == 0;
}

}  // namespace

struct RsaKey::Impl {
  Impl() {
    wipe_freed_numbers();
    rsa_public_key_init(&pub);
    rsa_private_key_init(&key);
  }
  ~Impl() {
    rsa_private_key_clear(&key);
    rsa_public_key_clear(&pub);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  rsa_public_key pub;
  rsa_private_key key;
};

RsaKey::RsaKey(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
RsaKey::~RsaKey() = default;

std::unique_ptr<RsaKey> RsaKey::create(const RsaNumbers& numbers) {
  auto impl = std::make_unique<Impl>();
  rsa_public_key& pub = impl->pub;
  rsa_private_key& key = impl->key;
  const auto import = [](mpz_ptr to, ByteView from) {
    mpz_import(to, from.size(), 1, 1, 1, 0, from.data());
  };
  import(pub.n, numbers.modulus);
  import(pub.e, numbers.exponent);
  // OpenPGP's inverse is p^-1 mod q, nettle's is q^-1 mod p: the primes change places.
  import(key.p, numbers.q);
  import(key.q, numbers.p);
  import(key.c, numbers.inverse);
  if (!belong_together(pub, key)) return nullptr;

  const Number d(numbers.d);
  reduce_exponent(key.a, d.get(), key.p);
  reduce_exponent(key.b, d.get(), key.q);
  if (rsa_public_key_prepare(&pub) == 0 || rsa_private_key_prepare(&key) == 0) return nullptr;
  if (pub.size != key.size || pub.size != numbers.modulus.size()) return nullptr;
  return std::unique_ptr<RsaKey>(new RsaKey(std::move(impl)));
}

bool RsaKey::root(std::span<std::uint8_t> block, hal::Random& random) const {
  const Number input(block);
  if (mpz_cmp(input.get(), impl_->pub.n) >= 0) return false;
  Number result;
  // Blinds with a fresh pair and compares result^e with the input (nettle, rsa-sign-tr.c).
  if (rsa_compute_root_tr(&impl_->pub, &impl_->key, &random, fill_random, result.get(),
                          input.get()) == 0) {
    return false;
  }
  write_number(result.get(), block);
  return true;
}

std::expected<Secret, RsaError> RsaKey::sign(ByteView digest_info, hal::Random& random) const {
  const std::size_t size = impl_->pub.size;
  if (digest_info.empty() || digest_info.size() + kPaddingOverhead > size) {
    return std::unexpected(RsaError::kBadLength);
  }
  // RFC 8017 9.2: 00 01 FF… 00 T
  Secret block(size);
  const auto bytes = block.writable();
  std::ranges::fill(bytes, std::uint8_t{0xFF});
  bytes[0] = 0x00;
  bytes[1] = 0x01;
  bytes[size - digest_info.size() - 1] = 0x00;
  std::ranges::copy(digest_info, bytes.last(digest_info.size()).begin());
  if (!root(bytes, random)) return std::unexpected(RsaError::kFailed);
  return block;
}

std::expected<Secret, RsaError> RsaKey::decrypt(ByteView cryptogram, hal::Random& random) const {
  if (cryptogram.size() != impl_->pub.size) return std::unexpected(RsaError::kBadLength);
  Secret block = Secret::copy_of(cryptogram);
  if (!root(block.writable(), random)) return std::unexpected(RsaError::kFailed);
  return remove_type2_padding(block.bytes());
}

std::expected<Secret, RsaError> remove_type2_padding(ByteView block) {
  if (block.size() < kPaddingOverhead) return std::unexpected(RsaError::kBadLength);
  std::uint32_t good = mask_zero(block[0]) & mask_zero(block[1] ^ 2U);
  std::uint32_t searching = ~0U;
  std::uint32_t separator = 0;
  for (std::size_t i = 2; i < block.size(); ++i) {
    const std::uint32_t here = mask_zero(block[i]) & searching;
    separator |= static_cast<std::uint32_t>(i) & here;
    searching &= ~here;
  }
  good &= ~searching;
  good &= ~mask_less(separator, static_cast<std::uint32_t>(2 + kMinPadding));
  // All ones or zero: a bad block gives an empty message without a branch on what is bad about it.
  const std::size_t keep = std::size_t{0} - static_cast<std::size_t>(good & 1U);
  const std::size_t length = (block.size() - 1 - separator) & keep;
  Secret message = Secret::copy_of(block.last(length));
  if (good == 0) return std::unexpected(RsaError::kFailed);
  return message;
}

}  // namespace gokey::crypto
