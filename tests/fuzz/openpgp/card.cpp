// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A card in its slot: commands, resets and the console in any order, with a vault that does no
// arithmetic.
//
// Input: one byte that chooses the keys, then steps. A step is a byte: 00…EF that many bytes of
// APDU, F0 a big-endian u16 and that many, F1 reset, F2 power off, F3 console unlock, F4 console
// lock, F5 the vault pauses until the next step that is not an APDU, F6 select the application.
#include "core/openpgp/card.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

#include "../../unit/openpgp/fake_vault.h"
#include "wire/bytes.h"

namespace {

namespace token = gokey::token;
namespace vault = gokey::vault;
namespace wire = gokey::wire;
using gokey::testing::FakeVault;

void require(bool holds) {
  if (!holds) std::abort();
}

class StoppedClock : public gokey::hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override { return 1000; }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
};

class NoRandom : public gokey::hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = 0x55;
  }
};

vault::KeyInfo make_key(vault::Algorithm algorithm) {
  vault::KeyInfo info;
  info.key.algorithm = algorithm;
  if (vault::is_rsa(algorithm)) {
    info.key.modulus.assign(256, 0xC5);
    info.key.exponent = {1, 0, 1};
  } else {
    info.key.point.assign(vault::is_weierstrass(algorithm) ? 65 : 32, 0x04);
  }
  return info;
}

vault::PublicRecord make_record(std::uint8_t choice) {
  using vault::Algorithm;
  constexpr std::array kSets{
      std::array{Algorithm::kRsa2048, Algorithm::kRsa2048, Algorithm::kRsa2048},
      std::array{Algorithm::kNistP256, Algorithm::kNistP256, Algorithm::kNistP256},
      std::array{Algorithm::kEd25519, Algorithm::kX25519, Algorithm::kEd25519}};
  vault::PublicRecord record;
  record.name = "A";
  record.signature_pin_once = (choice & 0x20U) != 0;
  for (const vault::KeyUse use : vault::kAllUses) {
    if ((choice & (1U << vault::index(use))) != 0) continue;
    record.keys[vault::index(use)] =
        make_key(kSets[static_cast<unsigned>(choice) / 8 % 4 % 3][vault::index(use)]);
  }
  return record;
}

class Slot {
 public:
  explicit Slot(std::uint8_t choice)
      : token_(vault_, clock_, {"0", "native", "fuzz", {1, 2, 3, 4}, false, {}}) {
    vault_.provisioned = choice != 0xFF;
    if (vault_.provisioned) vault_.record = make_record(choice);
    vault_.passphrases = {"123456", "123456", "123456"};
    vault_.snapshot.initialised = true;
    for (const vault::KeyUse use : vault::kAllUses) {
      vault_.snapshot.keys[vault::index(use)].present =
          vault_.record.keys[vault::index(use)].has_value();
    }
    token_.start({});
    vault_.run();
    card_.emplace(token_, random_, gokey::openpgp::Options{(choice & 0x40U) != 0});
  }

  // False at the end of the input.
  bool step(wire::Reader& input) {
    const auto what = input.u8();
    if (!what) return false;
    if (*what < 0xF0) return apdu(input.take(*what));
    if (*what == 0xF0) {
      const auto length = input.u16();
      return length && apdu(input.take(*length));
    }
    paused_ = *what == 0xF5;
    switch (*what) {
      case 0xF1:
        card_->reset();
        break;
      case 0xF2:
        card_->power_off();
        break;
      case 0xF3:
        console_unlock();
        break;
      case 0xF4:
        console(vault::Lock{vault::kAllKeys});
        break;
      case 0xF6:
        apdu(wire::Result<wire::Bytes>(kSelect));
        break;
      default:
        break;
    }
    settle();
    if (*what == 0xF1 || *what == 0xF2) require_closed();
    return true;
  }

 private:
  static constexpr std::size_t kLongestResponse = 2048;
  static constexpr std::array<std::uint8_t, 11> kSelect{0x00, 0xA4, 0x04, 0x0C, 0x06, 0xD2,
                                                        0x76, 0x00, 0x01, 0x24, 0x01};

  bool apdu(const wire::Result<wire::Bytes>& command) {
    if (!command) return false;
    const bool was_busy = card_->busy();
    const std::uint64_t mine = ++sent_;
    card_->process(*command, [this, mine](const std::vector<std::uint8_t>& response) {
      require(response.size() >= 2 && response.size() <= kLongestResponse);
      require(answered_.insert(mine).second);
    });
    require(card_->busy() ? was_busy == answered_.contains(mine) : answered_.contains(mine));
    settle();
    require(paused_ || answered_.contains(mine));
    return true;
  }

  void console(vault::Request request) {
    token_.request(guard_, token::Origin::kConsole, std::move(request), [](vault::Response&) {});
  }

  void console_unlock() {
    settle();
    constexpr std::array<std::uint8_t, 6> kWord{'1', '2', '3', '4', '5', '6'};
    vault_.snapshot.retry_at_ms.reset();
    console(vault::Unlock{vault::kAllKeys, gokey::crypto::Secret::copy_of(kWord)});
    vault_.run();
    for (const vault::KeyUse use : vault::kAllUses) {
      by_console_[vault::index(use)] = !vault_.locked(use);
    }
  }

  // Lets the vault work, unless it pauses.
  void settle() {
    if (paused_) return;
    vault_.run();
    require(!card_->busy());
    for (const vault::KeyUse use : vault::kAllUses) {
      if (vault_.locked(use)) by_console_[vault::index(use)] = false;
    }
  }

  // After the end of a session only what the console opened is open.
  void require_closed() const {
    for (const vault::KeyUse use : vault::kAllUses) {
      require(vault_.locked(use) || by_console_[vault::index(use)]);
    }
  }

  FakeVault vault_;
  StoppedClock clock_;
  NoRandom random_;
  token::Token token_;
  token::Token::Guard guard_;
  std::optional<gokey::openpgp::Card> card_;
  std::array<bool, vault::kKeyCount> by_console_{};
  bool paused_ = false;
  std::uint64_t sent_ = 0;
  std::set<std::uint64_t> answered_;  // commands that got their one answer
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  wire::Reader input({data + 1, size - 1});
  Slot slot(data[0]);
  while (slot.step(input)) {
  }
  return 0;
}
