// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What things cost on this processor, in ticks of the generic timer: with QEMU's -icount shift=4
// one tick is one instruction. tests/bench/metal.py runs it and reads the serial port.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "boards/mcimx6ul-evk/board.h"
#include "boards/mcimx6ul-evk/ram_store.h"
#include "boards/mcimx6ul-evk/silicon.h"
#include "core/crypto/curve25519.h"
#include "core/crypto/generator.h"
#include "core/crypto/nist.h"
#include "core/crypto/rsa.h"
#include "core/crypto/s2k.h"
#include "core/vault/provision.h"
#include "core/vault/vault.h"
#include "soc/imx6ul/background.h"
#include "soc/imx6ul/call.h"
#include "soc/imx6ul/runtime.h"
#include "soc/imx6ul/stacks.h"
#include "soc/imx6ul/timer.h"
#include "soc/imx6ul/uart.h"

namespace gokey::evk {
namespace {

using imx6ul::Timer;

// The same numbers in each run.
class FixedRandom final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override { generator_.fill(out); }

 private:
  crypto::Generator generator_;
};

void tell(std::string_view what, std::uint64_t number) {
  imx6ul::print("bench: " + std::string(what) + " " + std::to_string(number) + "\n");
}

template <typename Operation>
void measure(std::string_view what, Operation operation, int times = 2) {
  std::uint64_t least = ~std::uint64_t{0};
  for (int i = 0; i < times; ++i) {
    const std::uint64_t begin = Timer::ticks();
    if (!operation()) return imx6ul::print("bench: " + std::string(what) + " failed\n");
    least = std::min(least, Timer::ticks() - begin);
  }
  tell(what, least);
}

// RSA keys that the loader put here: for each the size of a prime in bytes (32 bits, little-endian;
// 0: no more), then modulus, d, p, q and p^-1 mod q, big-endian. The exponent is 65537.
constexpr std::uint32_t kKeysAt = 0x9FE1'0000;

void measure_rsa(hal::Random& random) {
  constexpr std::array<std::uint8_t, 3> kExponent{1, 0, 1};
  const auto* at = reinterpret_cast<const std::uint8_t*>(kKeysAt);
  const auto take = [&](std::size_t size) {
    const crypto::ByteView taken(at, size);
    at += size;
    return taken;
  };
  while (true) {
    const auto header = take(4);
    const std::size_t prime = header[0] | (std::size_t{header[1]} << 8);
    if (prime == 0 || prime > 512) return;
    const auto modulus = take(2 * prime);
    const auto d = take(2 * prime);
    const auto p = take(prime);
    const auto q = take(prime);
    const auto key = crypto::RsaKey::create({modulus, kExponent, d, p, q, take(prime)});
    const std::array<std::uint8_t, 51> digest_info{0x30, 0x31};
    measure("rsa" + std::to_string(prime * 16),
            [&] { return key && key->sign(digest_info, random).has_value(); });
  }
}

void measure_curves(hal::Random& random) {
  std::array<std::uint8_t, 32> scalar{};
  random.fill(scalar);
  scalar[0] = 1;
  const std::array<std::uint8_t, 32> digest{7};
  using crypto::Curve;
  measure("nistp256-sign",
          [&] { return crypto::nist::sign(Curve::kNistP256, scalar, digest, random).has_value(); });
  const auto point = crypto::nist::public_point(Curve::kNistP256, scalar);
  measure("nistp256-ecdh", [&] {
    return point && crypto::nist::shared(Curve::kNistP256, scalar, *point).has_value();
  });
  measure("ed25519-sign", [&] { return crypto::ed25519_sign(scalar, digest).size() == 64; });
  const auto peer = crypto::x25519_public(scalar);
  measure("x25519", [&] { return crypto::x25519_shared(scalar, peer).has_value(); });
}

void measure_s2k() {
  crypto::S2k s2k;
  s2k.count = 65'011'712;
  const std::array<std::uint8_t, 12> passphrase{1, 2, 3};
  measure(
      "s2k-65011712-sha1", [&] { return crypto::derive_key(s2k, passphrase, 16).size() == 16; }, 1);
}

// An OpenPGP key file that the loader put here behind its size (32 bits, little-endian). Its
// passphrase is tests/data/keys/make-keys.sh's.
constexpr std::uint32_t kKeyFileAt = 0x9FE2'0000;
constexpr std::string_view kPassphrase = "default passphrase";

void measure_unlock(hal::Random& random) {
  const auto* at = reinterpret_cast<const std::uint8_t*>(kKeyFileAt);
  const std::size_t size = at[0] | (std::size_t{at[1]} << 8) | (std::size_t{at[2]} << 16);
  if (size == 0) return;
  RamStore store;
  const TestDeviceKey device_key(std::nullopt);
  const Timer timer;
  vault::ProvisionInput input;
  input.openpgp_key = crypto::Secret::copy_of({at + 4, size});
  vault::Vault vault(store, device_key, timer, random);
  if (!vault::provision(store, device_key, random, input) || !vault.open()) {
    return imx6ul::print("bench: the key file could not be used\n");
  }
  const auto unlock = [&](vault::KeySet keys, std::string_view passphrase) {
    const auto answer =
        vault.handle(vault::Unlock{keys, crypto::Secret::copy_of(wire::as_bytes(passphrase))});
    static_cast<void>(vault.handle(vault::Lock{vault::kAllKeys}));
    return answer.outcome;
  };
  using vault::Outcome;
  const auto opens = [&](vault::KeySet keys) {
    return [&, keys] { return unlock(keys, kPassphrase) == Outcome::kDone; };
  };
  measure("unlock-first", opens(vault::kSigOnly), 1);
  measure("unlock-again", opens(vault::kSigOnly), 1);
  static_cast<void>(unlock(vault::kAllKeys, kPassphrase));
  measure("unlock-three-again", opens(vault::kAllKeys), 1);
  measure(
      "unlock-again-wrong",
      [&] { return unlock(vault::kSigOnly, "x") == Outcome::kWrongPassphrase; }, 1);
}

// What crosses the wall: a call of the kernel, 32 random bytes, a request that the vault answers at
// once with its answer, coded and decoded. In the loop, while nobody else asks the vault.
void measure_wall() {
  measure("call", [] {
    call(imx6ul::Call::kFeedWatchdog);
    return true;
  });
  imx6ul::LentRandom random;
  std::array<std::uint8_t, 32> bytes{};
  measure("random-32-bytes", [&] {
    random.fill(bytes);
    return true;
  });
  imx6ul::Background vault;
  measure("request", [&] {
    constexpr std::uint32_t kFar = 0x7FFF'FFFF;
    if (!vault.start(vault::encode(vault::Refresh{}).bytes())) return false;
    while (vault.busy()) call(imx6ul::Call::kWait, 0, kFar);
    return vault::decode_response(vault.answer()).has_value();
  });
}

// Adds up what a client costs, and tells it once the loop has been idle for a while. The first
// thing it tells is when the start was over: the end of the last turn with something to do.
class ClientMeter final : public metal::Meter {
 public:
  void turn(std::uint64_t ticks) override {
    // Turns that find nothing to do but look at the cable.
    constexpr std::uint64_t kIdle = 20'000;
    constexpr unsigned kEnough = 4;
    if (ticks >= kIdle) {
      idle_ = 0;
      busy_until_ = Timer::ticks();
      sum_ += ticks;
      longest_ = std::max(longest_, ticks);
    } else if (++idle_ == kEnough && sum_ > 0) {
      finish();
    }
  }

 private:
  void finish() {
    if (!std::exchange(started_, true)) {
      tell("start-ended", busy_until_);
      measure_wall();
    }
    tell("client-sum", sum_);
    tell("client-longest-turn", longest_);
    tell("stack-loop-bytes", imx6ul::stack_use().used);
    tell("heap-bytes", imx6ul::heap_size());
    sum_ = 0;
    longest_ = 0;
  }

  std::uint64_t busy_until_ = 0;
  std::uint64_t sum_ = 0, longest_ = 0;
  unsigned idle_ = 0;
  bool started_ = false;
};

}  // namespace
}  // namespace gokey::evk

int main() {
  using namespace gokey::evk;
  gokey::imx6ul::start_timer();
  const gokey::imx6ul::Uart uart(gokey::imx6ul::kUart1);
  gokey::imx6ul::print_to(uart);
  tell("reset-to-main", Timer::ticks());
  FixedRandom random;
  measure_curves(random);
  measure_rsa(random);
  measure_s2k();
  measure_unlock(random);
  tell("stack-vault-bytes", gokey::imx6ul::stack_use().used);
  tell("start-began", Timer::ticks());
  run_vault();
}

extern "C" void gokey_loop() {
  gokey::evk::ClientMeter meter;
  gokey::evk::run_loop(&meter);
}
