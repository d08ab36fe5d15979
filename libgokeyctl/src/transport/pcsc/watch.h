// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>

namespace gokeyctl::transport {

// Says when readers or cards come and go. Its thread sleeps in pcscd's answer, not in a poll.
class ReaderWatch {
 public:
  // `changed` is called on that thread.
  explicit ReaderWatch(std::function<void()> changed);
  ~ReaderWatch();
  ReaderWatch(const ReaderWatch&) = delete;
  ReaderWatch& operator=(const ReaderWatch&) = delete;

  // If pcscd did not run it may do so now. Does nothing while it is watched.
  void look_again();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace gokeyctl::transport
