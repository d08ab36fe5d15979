// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Registers of a block as its driver meets them in a test: plain words, unless the test says what
// reading or writing does.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace gokey::testing {

class Registers {
 public:
  // While it lives all accesses of drivers come here.
  Registers();
  ~Registers();
  Registers(const Registers&) = delete;
  Registers& operator=(const Registers&) = delete;

  std::uint32_t& operator[](std::uint32_t address) { return words_[address]; }

  std::map<std::uint32_t, std::function<std::uint32_t()>> on_read;
  std::map<std::uint32_t, std::function<void(std::uint32_t)>> on_write;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> written;  // addresses and values, in order
  std::set<std::uint32_t> touched;                               // addresses, read or written

  // A driver waits for one of these: what a model does then is not the driver's doing.
  [[nodiscard]] static bool at_work();

  std::uint32_t read(std::uint32_t address);
  void write(std::uint32_t address, std::uint32_t value);

 private:
  std::map<std::uint32_t, std::uint32_t> words_;
};

}  // namespace gokey::testing
