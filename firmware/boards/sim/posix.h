// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace gokey::sim {

// A file descriptor that closes itself.
class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  ~UniqueFd() { reset(); }
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    if (this != &other) reset(std::exchange(other.fd_, -1));
    return *this;
  }

  [[nodiscard]] int get() const { return fd_; }
  [[nodiscard]] explicit operator bool() const { return fd_ >= 0; }
  [[nodiscard]] int release() { return std::exchange(fd_, -1); }
  void reset(int fd = -1);

 private:
  int fd_ = -1;
};

// The text of an errno value.
[[nodiscard]] std::string error_text(int error_number);

// Reads or writes all bytes of a blocking descriptor. False at its end or on an error (errno
// tells).
[[nodiscard]] bool read_all(int fd, std::span<std::uint8_t> out);
[[nodiscard]] bool write_all(int fd, std::span<const std::uint8_t> bytes);

// Sends a TCP socket's acknowledgement if one is due, and the next ones at once until the kernel's
// heuristics decide otherwise: it has to be said again and again. A peer that leaves Nagle's
// algorithm on waits 40 ms for each delayed one.
void acknowledge_at_once(int socket);

// No core dump and no debugger may show what passes through this process.
void deny_inspection();
// Keeps memory out of swap as far as the user's limits allow.
void lock_memory();

}  // namespace gokey::sim
