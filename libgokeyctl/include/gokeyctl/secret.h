// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include "gokeyctl/export.h"

namespace gokeyctl {

// The console's limit, native and original, in bytes.
inline constexpr std::size_t kLongestPassphrase = 127;

// A passphrase or key in memory that is locked (when the limits allow), left out of core dumps, and
// wiped when the object ends. Move-only; no printer, no comparison, no conversion; the bytes are
// only lent.
class GOKEYCTL_API Secret {
 public:
  // Holds at most `capacity` bytes; never grows, because growing would leave copies behind.
  explicit Secret(std::size_t capacity);
  ~Secret();
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  // False, and nothing stored, when it would not fit.
  [[nodiscard]] bool append(std::span<const std::uint8_t> bytes);
  [[nodiscard]] bool append(std::uint8_t byte) { return append(std::span(&byte, 1)); }
  // Lends the room that is left to `read`, which returns how many bytes it put there: for read(2)
  // straight into locked memory.
  template <typename F>
  void fill(F&& read) {
    const std::size_t room = capacity_ - size_;
    const std::size_t count = read(std::span<std::uint8_t>(data_ + size_, room));
    size_ += count < room ? count : room;
  }
  void remove_last();
  void wipe();

  // Lends the bytes for the duration of `use`. `use` must not keep them.
  template <typename F>
  auto expose(F&& use) const {
    return use(std::span<const std::uint8_t>(data_, size_));
  }

 private:
  std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};
static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);

// No core dump and no debugger while one exists, in any thread: a secret is in memory (prctl(2),
// PR_SET_DUMPABLE).
class GOKEYCTL_API NotDumpable {
 public:
  NotDumpable();
  ~NotDumpable();
  NotDumpable(const NotDumpable&) = delete;
  NotDumpable& operator=(const NotDumpable&) = delete;
};

}  // namespace gokeyctl
