// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/socket.h"

#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include "base/system_error.h"

namespace gokeyctl::transport {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Error unreachable(const TcpTarget& target, Sentence why) {
  return Error{.code = Code::kUnreachable,
               .message = target.interface.empty()
                              ? say("reach the console at {} port {}: {}", target.host, target.port,
                                    std::move(why))
                              : say("reach the console at {} port {} through {}: {}", target.host,
                                    target.port, target.interface, std::move(why)),
               .hint = say("is the token plugged in, and is its network link up?"),
               .details = {{"reason", "connect"}},
               .cause = nullptr};
}

Error timed_out(const TcpTarget& target) {
  Error error = unreachable(target, say("no answer in time"));
  error.details["reason"] = "connect-timeout";
  return error;
}

Error cancelled(const TcpTarget& target) {
  Error error = unreachable(target, "stopped");
  error.code = Code::kCancelled;
  error.hint.clear();
  error.details.clear();
  return error;
}

// Resolving a name may take longer than any deadline; addresses do not.
Result<Addresses> resolve(const TcpTarget& target) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const std::string service = std::to_string(target.port);
  int error = getaddrinfo(target.host.c_str(), service.c_str(), &hints, &list);
  if (error == EAI_NONAME) {
    hints.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG;
    error = getaddrinfo(target.host.c_str(), service.c_str(), &hints, &list);
  }
  if (error != 0) return std::unexpected(unreachable(target, gai_strerror(error)));
  return Addresses(list);
}

// Since Linux 5.7 anybody may bind a socket that is bound to nothing yet (socket(7)).
Result<void> bind_to(int fd, const TcpTarget& target) {
  if (target.interface.empty()) return {};
  const auto size = static_cast<socklen_t>(target.interface.size());
  if (::setsockopt(fd, SOL_SOCKET, SO_BINDTODEVICE, target.interface.c_str(), size) == 0) return {};
  const int number = errno;
  Error error = unreachable(target, base::system_error(number));
  error.details["reason"] = "bind-to-interface";
  if (number == ENODEV) error.hint = say("was the token unplugged?");
  if (number != EPERM) return std::unexpected(std::move(error));
  error.code = Code::kNoPermission;
  error.hint = say("a kernel older than 5.7 reserves this for root");
  return std::unexpected(std::move(error));
}

// 0, or an errno.
int connect_one(int fd, const addrinfo& address, int cancel_fd, base::Deadline deadline) {
  if (::connect(fd, address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  for (;;) {
    std::array<pollfd, 2> waiting{{{fd, POLLOUT, 0}, {cancel_fd, POLLIN, 0}}};
    const int ready = ::poll(waiting.data(), waiting.size(), deadline.poll_timeout());
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return errno;
    if (ready == 0) return ETIMEDOUT;
    if (waiting[1].revents != 0) return ECANCELED;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) return errno;
    return error;
  }
}

// Without Nagle's delay. A connection that is kept open learns that the other side is gone, at no
// cost to this program: the kernel asks after 10 s of silence, and gives up after three times 5 s.
void tune(int fd) {
  constexpr std::array<std::array<int, 3>, 5> kOptions{{{IPPROTO_TCP, TCP_NODELAY, 1},
                                                        {SOL_SOCKET, SO_KEEPALIVE, 1},
                                                        {IPPROTO_TCP, TCP_KEEPIDLE, 10},
                                                        {IPPROTO_TCP, TCP_KEEPINTVL, 5},
                                                        {IPPROTO_TCP, TCP_KEEPCNT, 3}}};
  for (const auto& [level, option, value] : kOptions)
    static_cast<void>(::setsockopt(fd, level, option, &value, sizeof value));
}

}  // namespace

Result<base::Descriptor> connect_tcp(const TcpTarget& target, base::Deadline deadline) {
  const auto addresses = resolve(target);
  if (!addresses) return std::unexpected(addresses.error());
  int why = ENOENT;
  for (const addrinfo* at = addresses->get(); at != nullptr; at = at->ai_next) {
    base::Descriptor fd(::socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd) {
      why = errno;
      continue;
    }
    if (auto bound = bind_to(fd.get(), target); !bound)
      return std::unexpected(std::move(bound).error());
    why = connect_one(fd.get(), *at, target.cancel_fd, deadline);
    if (why == ECANCELED) break;
    if (why != 0) continue;
    tune(fd.get());
    return fd;
  }
  if (why == ECANCELED) return std::unexpected(cancelled(target));
  if (why == ETIMEDOUT) return std::unexpected(timed_out(target));
  return std::unexpected(unreachable(target, base::system_error(why)));
}

}  // namespace gokeyctl::transport
