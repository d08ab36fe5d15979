// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/secret.h"

#include <cstring>
#include <mutex>
#include <utility>

#include <sys/mman.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace gokeyctl {
namespace {

// Whole pages of its own per secret, so that locking and leaving out of core dumps touch nothing
// else.
std::size_t mapped_size(std::size_t capacity) {
  const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  return (capacity + page - 1) / page * page;
}

}  // namespace

Secret::Secret(std::size_t capacity) {
  if (capacity == 0) return;
  const std::size_t size = mapped_size(capacity);
  void* pages = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (pages == MAP_FAILED) return;  // capacity stays 0: append() then says no
  // Best effort: an unprivileged user may lock only a little (RLIMIT_MEMLOCK).
  static_cast<void>(mlock(pages, size));
  static_cast<void>(madvise(pages, size, MADV_DONTDUMP));
  data_ = static_cast<std::uint8_t*>(pages);
  capacity_ = capacity;
}

Secret::~Secret() {
  if (data_ == nullptr) return;
  wipe();
  munmap(data_, mapped_size(capacity_));
}

Secret::Secret(Secret&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)),
      capacity_(std::exchange(other.capacity_, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(capacity_, other.capacity_);
  other.wipe();
  return *this;
}

bool Secret::append(std::span<const std::uint8_t> bytes) {
  if (bytes.size() > capacity_ - size_) return false;
  if (!bytes.empty()) std::memcpy(data_ + size_, bytes.data(), bytes.size());
  size_ += bytes.size();
  return true;
}

void Secret::remove_last() {
  if (size_ == 0) return;
  --size_;
  explicit_bzero(data_ + size_, 1);
}

void Secret::wipe() {
  if (data_ != nullptr) explicit_bzero(data_, capacity_);
  size_ = 0;
}

namespace {

// The process has one such attribute, whatever the number of threads that hold secrets.
struct Dumpable {
  std::mutex mutex;
  unsigned held = 0;
  bool before = false;
};
Dumpable& dumpable() {
  static Dumpable state;
  return state;
}

}  // namespace

NotDumpable::NotDumpable() {
  Dumpable& state = dumpable();
  const std::lock_guard lock(state.mutex);
  if (state.held++ > 0) return;
  state.before = prctl(PR_GET_DUMPABLE) == 1;
  prctl(PR_SET_DUMPABLE, 0);
}

NotDumpable::~NotDumpable() {
  Dumpable& state = dumpable();
  const std::lock_guard lock(state.mutex);
  if (--state.held == 0 && state.before) prctl(PR_SET_DUMPABLE, 1);
}

}  // namespace gokeyctl
