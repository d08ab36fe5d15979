// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace gokey::usb {

// A card as a reader sees it. It is always there; whether it has power is the reader's business.
class CardSlot {
 public:
  // Called once with the response APDU, unless the card is reset or switched off before.
  using Reply = std::function<void(std::vector<std::uint8_t> response)>;

  virtual ~CardSlot() = default;
  [[nodiscard]] virtual std::vector<std::uint8_t> atr() const = 0;
  virtual void reset() = 0;
  virtual void power_off() = 0;
  // Runs one command APDU, which is not kept; answers from here or later from the loop.
  virtual void process(std::span<const std::uint8_t> apdu, Reply reply) = 0;
};

// Any card application with these four calls, in a slot.
template <typename Card>
class SlotWith final : public CardSlot {
 public:
  explicit SlotWith(Card& card) : card_(card) {}
  [[nodiscard]] std::vector<std::uint8_t> atr() const override { return card_.atr(); }
  void reset() override { card_.reset(); }
  void power_off() override { card_.power_off(); }
  void process(std::span<const std::uint8_t> apdu, Reply reply) override {
    card_.process(apdu, std::move(reply));
  }

 private:
  Card& card_;
};

}  // namespace gokey::usb
