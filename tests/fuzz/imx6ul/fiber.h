// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A stack of its own for the second of two contexts of which one runs at a time.
#pragma once

#include <array>
#include <cstddef>
#include <functional>

#include <ucontext.h>

namespace gokey::testing {

class Fiber {
 public:
  explicit Fiber(std::function<void()> main);
  Fiber(const Fiber&) = delete;
  Fiber& operator=(const Fiber&) = delete;

  // From outside: it runs until it pauses, or until main() is over. Not after that.
  void resume();
  // From inside.
  void pause();
  [[nodiscard]] bool over() const { return over_; }

 private:
  static void enter();
  void run();

  std::function<void()> main_;
  bool over_ = false;
  ucontext_t outside_{}, inside_{};
  // For the address sanitizer, which keeps an account of stacks.
  void *outside_frames_ = nullptr, *inside_frames_ = nullptr;
  const void* outside_stack_ = nullptr;
  std::size_t outside_size_ = 0;
};

}  // namespace gokey::testing
