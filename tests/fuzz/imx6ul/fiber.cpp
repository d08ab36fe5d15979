// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "fiber.h"

#include <utility>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GOKEY_ADDRESS_SANITIZER
#endif
#endif
#ifdef GOKEY_ADDRESS_SANITIZER
#include <sanitizer/common_interface_defs.h>
#endif

namespace gokey::testing {
namespace {

// Of the one fiber that there is at a time.
alignas(64) std::array<unsigned char, 512UZ * 1024> stack;
Fiber* entering = nullptr;

void leave_for([[maybe_unused]] void** frames, [[maybe_unused]] const void* bottom,
               [[maybe_unused]] std::size_t size) {
#ifdef GOKEY_ADDRESS_SANITIZER
  __sanitizer_start_switch_fiber(frames, bottom, size);
#endif
}

void arrive([[maybe_unused]] void* frames, [[maybe_unused]] const void** bottom,
            [[maybe_unused]] std::size_t* size) {
#ifdef GOKEY_ADDRESS_SANITIZER
  __sanitizer_finish_switch_fiber(frames, bottom, size);
#endif
}

}  // namespace

Fiber::Fiber(std::function<void()> main) : main_(std::move(main)) {
  getcontext(&inside_);
  inside_.uc_stack.ss_sp = stack.data();
  inside_.uc_stack.ss_size = stack.size();
  inside_.uc_link = &outside_;
  makecontext(&inside_, &Fiber::enter, 0);
}

void Fiber::enter() { entering->run(); }

void Fiber::run() {
  arrive(nullptr, &outside_stack_, &outside_size_);
  main_();
  over_ = true;
  leave_for(nullptr, outside_stack_, outside_size_);
}

void Fiber::resume() {
  entering = this;
  leave_for(&outside_frames_, stack.data(), stack.size());
  swapcontext(&outside_, &inside_);
  arrive(outside_frames_, nullptr, nullptr);
}

void Fiber::pause() {
  leave_for(&inside_frames_, outside_stack_, outside_size_);
  swapcontext(&inside_, &outside_);
  arrive(inside_frames_, &outside_stack_, &outside_size_);
}

}  // namespace gokey::testing
