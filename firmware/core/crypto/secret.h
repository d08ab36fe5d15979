// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Memory for keys and passphrases inside the firmware.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace gokey::crypto {

// Overwrites memory in a way the compiler may not remove.
void wipe(std::span<std::uint8_t> memory);

// Bytes that are wiped when they go out of use. Move-only, without comparison and without printer.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::size_t size) : bytes_(size) {}
  [[nodiscard]] static Secret copy_of(std::span<const std::uint8_t> bytes) {
    Secret secret;
    secret.bytes_.assign(bytes.begin(), bytes.end());
    return secret;
  }
  ~Secret() { clear(); }
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept : bytes_(std::move(other.bytes_)) { other.bytes_.clear(); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      clear();
      bytes_ = std::move(other.bytes_);
      other.bytes_.clear();
    }
    return *this;
  }

  [[nodiscard]] std::span<const std::uint8_t> bytes() const { return bytes_; }
  [[nodiscard]] std::span<std::uint8_t> writable() { return bytes_; }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] bool empty() const { return bytes_.empty(); }
  void clear() {
    wipe(bytes_);
    bytes_.clear();
  }
  // Keeps the first `size` bytes and wipes the rest.
  void truncate(std::size_t size) {
    if (size >= bytes_.size()) return;
    wipe(std::span(bytes_).subspan(size));
    bytes_.resize(size);
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

}  // namespace gokey::crypto
