// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/line_socket.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>
#include <vector>

#include <sys/socket.h>
#include <sys/uio.h>

#include "base/system_error.h"

namespace gokeyctl::broker {
namespace {

constexpr std::size_t kChunk = 16 * 1024;
// Of one message; more than this are dropped by the kernel (MSG_CTRUNC).
constexpr std::size_t kMaxDescriptors = 4;

std::unexpected<Error> gone(int number) {
  return std::unexpected(
      Error{.code = Code::kUnreachable,
            .message = say("talk over the broker's socket: {}", base::system_error(number)),
            .hint = {},
            .details = {{"reason", "connection"}},
            .cause = nullptr});
}

std::vector<base::Descriptor> descriptors_of(msghdr& header) {
  std::vector<base::Descriptor> found;
  for (cmsghdr* at = CMSG_FIRSTHDR(&header); at != nullptr; at = CMSG_NXTHDR(&header, at)) {
    if (at->cmsg_level != SOL_SOCKET || at->cmsg_type != SCM_RIGHTS) continue;
    const std::size_t count = (at->cmsg_len - CMSG_LEN(0)) / sizeof(int);
    for (std::size_t i = 0; i < count; ++i) {
      int fd = -1;
      std::memcpy(&fd, CMSG_DATA(at) + i * sizeof(int), sizeof fd);
      found.emplace_back(fd);
    }
  }
  return found;
}

}  // namespace

Result<bool> LineSocket::receive_some() {
  std::array<char, kChunk> chunk;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kMaxDescriptors * sizeof(int))> control;
  iovec part{chunk.data(), chunk.size()};
  msghdr header{};
  header.msg_iov = &part;
  header.msg_iovlen = 1;
  header.msg_control = control.data();
  header.msg_controllen = control.size();
  const ssize_t count = ::recvmsg(fd_.get(), &header, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) return true;
  if (count < 0 && errno == ECONNRESET) return false;
  if (count < 0) return gone(errno);
  std::vector<base::Descriptor> attached = descriptors_of(header);
  if (count == 0) return false;
  const std::string_view text(chunk.data(), static_cast<std::size_t>(count));
  pending_.append(text);
  complete_ += static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
  // unix(7): what was sent with a descriptor ends what one call receives. So it belongs to the last
  // line that has begun.
  const std::uint64_t line = text.ends_with('\n') ? complete_ - 1 : complete_;
  // One for each line: whoever sends more cannot have us keep them.
  const bool first = arrived_.empty() || arrived_.back().line != line;
  if (!attached.empty() && first) arrived_.push_back({line, std::move(attached.front())});
  return true;
}

base::Descriptor LineSocket::take_attached(std::uint64_t line) {
  base::Descriptor found;
  while (!arrived_.empty() && arrived_.front().line <= line) {
    if (arrived_.front().line == line) found = std::move(arrived_.front().fd);
    arrived_.pop_front();
  }
  return found;
}

Result<bool> LineSocket::receive(const OnLine& on_line) {
  const Result<bool> more = receive_some();
  if (!more) return more;
  std::size_t begin = 0;
  for (;;) {
    const auto end = pending_.find('\n', begin);
    const std::size_t length = (end == std::string::npos ? pending_.size() : end) - begin;
    if (length > limits_.line) {
      return std::unexpected(
          Error{.code = Code::kProtocol,
                .message = "a line is longer than " + std::to_string(limits_.line) + " bytes",
                .hint = {},
                .details = {{"reason", "too-long"}},
                .cause = nullptr});
    }
    if (end == std::string::npos) break;
    const bool wanted =
        on_line(std::string_view(pending_).substr(begin, length), take_attached(told_++));
    begin = end + 1;
    if (!wanted) break;
  }
  pending_.erase(0, begin);
  return more;
}

Result<void> LineSocket::send(std::string line, base::Descriptor attached) {
  if (queued_ + line.size() > limits_.queue) {
    return std::unexpected(Error{.code = Code::kBusy,
                                 .message = say("send over the broker's socket: nobody reads"),
                                 .hint = {},
                                 .details = {{"reason", "queue-full"}},
                                 .cause = nullptr});
  }
  line += '\n';
  queued_ += line.size();
  queue_.push_back({std::move(line), 0, std::move(attached)});
  return flush();
}

Result<void> LineSocket::flush() {
  while (!queue_.empty()) {
    Message& message = queue_.front();
    iovec part{message.text.data() + message.sent, message.text.size() - message.sent};
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    if (message.attached) {
      header.msg_control = control.data();
      header.msg_controllen = control.size();
      cmsghdr* rights = CMSG_FIRSTHDR(&header);
      rights->cmsg_level = SOL_SOCKET;
      rights->cmsg_type = SCM_RIGHTS;
      rights->cmsg_len = CMSG_LEN(sizeof(int));
      const int fd = message.attached.get();
      std::memcpy(CMSG_DATA(rights), &fd, sizeof fd);
    }
    const ssize_t count = ::sendmsg(fd_.get(), &header, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) return {};
    if (count < 0) return gone(errno);
    message.attached.reset();  // the other side has its own now
    message.sent += static_cast<std::size_t>(count);
    queued_ -= static_cast<std::size_t>(count);
    if (message.sent == message.text.size()) queue_.pop_front();
  }
  return {};
}

}  // namespace gokeyctl::broker
