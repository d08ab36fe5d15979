// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/socket.h"

#include <cerrno>
#include <memory>
#include <system_error>

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

namespace gokeyctl::transport {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};
using Addresses = std::unique_ptr<addrinfo, FreeAddresses>;

Error unreachable(const std::string& host, std::uint16_t port, const std::string& why) {
  return Error{
      .code = Code::kUnreachable,
      .message = "reach the console at " + host + " port " + std::to_string(port) + ": " + why,
      .hint = "is the token plugged in, and is its network link up?",
      .details = {{"reason", "connect"}},
      .cause = nullptr};
}

Error timed_out(const std::string& host, std::uint16_t port) {
  Error error = unreachable(host, port, "no answer in time");
  error.details["reason"] = "connect-timeout";
  return error;
}

// Resolving a name may take longer than any deadline; addresses do not.
Result<Addresses> resolve(const std::string& host, std::uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const std::string service = std::to_string(port);
  int error = getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  if (error == EAI_NONAME) {
    hints.ai_flags = AI_NUMERICSERV | AI_ADDRCONFIG;
    error = getaddrinfo(host.c_str(), service.c_str(), &hints, &list);
  }
  if (error != 0) return std::unexpected(unreachable(host, port, gai_strerror(error)));
  return Addresses(list);
}

// 0, or an errno.
int connect_one(int fd, const addrinfo& address, base::Deadline deadline) {
  if (::connect(fd, address.ai_addr, address.ai_addrlen) == 0) return 0;
  if (errno != EINPROGRESS) return errno;
  for (;;) {
    pollfd waiting{fd, POLLOUT, 0};
    const int ready = ::poll(&waiting, 1, deadline.poll_timeout());
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return errno;
    if (ready == 0) return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0) return errno;
    return error;
  }
}

}  // namespace

Result<base::Descriptor> connect_tcp(const std::string& host, std::uint16_t port,
                                     base::Deadline deadline) {
  const auto addresses = resolve(host, port);
  if (!addresses) return std::unexpected(addresses.error());
  int why = ENOENT;
  for (const addrinfo* at = addresses->get(); at != nullptr; at = at->ai_next) {
    base::Descriptor fd(::socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!fd) {
      why = errno;
      continue;
    }
    why = connect_one(fd.get(), *at, deadline);
    if (why != 0) continue;
    const int on = 1;
    static_cast<void>(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
    return fd;
  }
  if (why == ETIMEDOUT) return std::unexpected(timed_out(host, port));
  return std::unexpected(unreachable(host, port, std::generic_category().message(why)));
}

}  // namespace gokeyctl::transport
