// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// SD cards and eMMC on the ultra secured digital host controller (IMX6ULLRM 58, SD Physical Layer
// Simplified Specification 3.01, JEDEC JESD84-B51 for eMMC). The processor moves the data, one
// block at a time: the token stores little.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "hal/blocks.h"
#include "soc/imx6ul/mmio.h"

namespace gokey::imx6ul {

inline constexpr std::uint32_t kUsdhc1 = 0x0219'0000;
inline constexpr std::uint32_t kUsdhc2 = 0x0219'4000;

class SdCard final : public hal::Blocks {
 public:
  enum class Kind : std::uint8_t { kSd, kEmmc };

  // Resets the controller and wakes the card, if there is one. Of an eMMC: its user area; its own
  // cache stays off, so that what was written is there.
  explicit SdCard(std::uint32_t base, Kind kind = Kind::kSd);
  SdCard(const SdCard&) = delete;
  SdCard& operator=(const SdCard&) = delete;

  // 0: no card, or none that answers.
  [[nodiscard]] std::uint32_t count() const override { return count_; }
  [[nodiscard]] std::expected<void, hal::BlocksError> read(std::uint32_t first,
                                                           std::span<std::uint8_t> out) override;
  [[nodiscard]] std::expected<void, hal::BlocksError> write(
      std::uint32_t first, std::span<const std::uint8_t> data) override;
  // A card has no cache of its own: waits until it is no longer busy.
  [[nodiscard]] std::expected<void, hal::BlocksError> flush() override;

 private:
  using Response = std::array<std::uint32_t, 4>;
  struct Command;

  void reset();
  [[nodiscard]] bool wake() const;
  [[nodiscard]] std::uint32_t identify_sd();
  [[nodiscard]] bool negotiate_sd();
  [[nodiscard]] std::uint32_t identify_emmc();
  [[nodiscard]] bool negotiate_emmc();
  void go_fast() const;
  [[nodiscard]] std::optional<Response> send(const Command& command, std::uint32_t argument) const;
  // A command with a block of data behind it; false also if the card refuses.
  [[nodiscard]] bool begin(const Command& command, std::uint32_t argument) const;
  void recover() const;
  [[nodiscard]] bool wait_for(std::uint32_t status) const;
  [[nodiscard]] bool receive(unsigned command, std::uint32_t argument,
                             std::span<std::uint8_t, kSize> out) const;
  [[nodiscard]] bool transmit(std::uint32_t at, std::span<const std::uint8_t, kSize> in) const;
  [[nodiscard]] bool read_block(std::uint32_t block, std::span<std::uint8_t, kSize> out) const;
  [[nodiscard]] bool write_block(std::uint32_t block,
                                 std::span<const std::uint8_t, kSize> in) const;
  [[nodiscard]] bool programmed() const;
  [[nodiscard]] std::expected<void, hal::BlocksError> check(std::uint32_t first,
                                                            std::size_t bytes) const;

  Block block_;
  bool by_block_ = false;      // SDHC and SDXC are addressed in blocks, older cards in bytes
  std::uint32_t address_ = 0;  // RCA, in the upper half
  std::uint32_t count_ = 0;
};

}  // namespace gokey::imx6ul
