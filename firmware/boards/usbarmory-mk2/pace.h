// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <span>
#include <string>
#include <utility>

#include "boards/metal/loop.h"
#include "hal/background.h"
#include "soc/imx6ul/speed.h"

namespace gokey::mk2 {

// Full speed for a minute from each use, as the original has it, and idle speed otherwise.
class Pace final : public metal::Peripheral {
 public:
  using Tell = std::function<void(const std::string&)>;

  // imx6ul::CoreSpeed::set() or what stands for it.
  using Set = std::function<std::expected<unsigned, imx6ul::SpeedError>(imx6ul::Speed)>;

  explicit Pace(Set set) : set_(std::move(set)) {}
  // Full speed. `warn` is told, now or later and once, why the processor keeps the speed it has.
  void start(Tell log, Tell warn);

  // Somebody uses the token. From the loop; takes effect in the next step().
  void use() { used_ = true; }

  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override { return idle_ms_; }
  [[nodiscard]] bool expect() override { return used_ && !over_; }

 private:
  void set(imx6ul::Speed speed);

  Set set_;
  Tell log_, warn_;
  bool used_ = true;  // by whoever switched it on
  bool full_ = false, over_ = false;
  std::uint64_t idle_ms_ = metal::kNever;
};

// Work of the vault is a use of the token.
class PacedBackground final : public hal::Background {
 public:
  PacedBackground(hal::Background& inner, Pace& pace) : inner_(inner), pace_(pace) {}
  bool start(std::span<const std::uint8_t> request) override {
    pace_.use();
    return inner_.start(request);
  }
  [[nodiscard]] bool busy() const override { return inner_.busy(); }
  [[nodiscard]] std::span<std::uint8_t> answer() override { return inner_.answer(); }

 private:
  hal::Background& inner_;
  Pace& pace_;
};

}  // namespace gokey::mk2
