// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Lines over a Unix stream socket, each with at most one descriptor beside it. Never waits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::broker {

class LineSocket {
 public:
  struct Limits {
    std::size_t line;   // bytes of a received line without its end
    std::size_t queue;  // bytes waiting to be sent
  };
  LineSocket(base::Descriptor fd, Limits limits) : fd_(std::move(fd)), limits_(limits) {}

  [[nodiscard]] int fd() const { return fd_.get(); }
  [[nodiscard]] bool wants_write() const { return !queue_.empty(); }

  // Called with each line, and the descriptor that was sent with it, if any. False: no further
  // line is wanted.
  using OnLine = std::function<bool(std::string_view, base::Descriptor)>;
  // Takes what has arrived. False once the other side is gone. kProtocol: a line is too long.
  [[nodiscard]] Result<bool> receive(const OnLine& on_line);
  // Sends at once as far as possible. kBusy: the queue is full, the other side does not read;
  // kUnreachable: it is gone.
  [[nodiscard]] Result<void> send(std::string line, base::Descriptor attached = {});
  [[nodiscard]] Result<void> flush();

 private:
  struct Message {
    std::string text;
    std::size_t sent = 0;
    base::Descriptor attached;
  };
  struct Arrived {
    std::uint64_t line;  // the number of the line it was sent with
    base::Descriptor fd;
  };
  [[nodiscard]] Result<bool> receive_some();
  [[nodiscard]] base::Descriptor take_attached(std::uint64_t line);

  base::Descriptor fd_;
  Limits limits_;
  std::string pending_;
  std::uint64_t complete_ = 0;  // lines whose end has arrived
  std::uint64_t told_ = 0;      // lines that on_line has seen
  std::deque<Arrived> arrived_;
  std::deque<Message> queue_;
  std::size_t queued_ = 0;
};

}  // namespace gokeyctl::broker
