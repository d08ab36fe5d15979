// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/metal/sockets.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <pwd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace gokey::ssh {
namespace {

// Above those of the C library. The server closes what goes beyond its own limits, 16 and 16.
constexpr int kFirst = 64;
std::array<std::unique_ptr<net::Connection>, 48> sockets;

net::Connection* find(int fd) {
  const auto slot = static_cast<std::size_t>(fd - kFirst);
  return fd >= kFirst && slot < sockets.size() ? sockets[slot].get() : nullptr;
}

int refuse(int error) {
  errno = error;
  return -1;
}

}  // namespace

int open_socket(std::unique_ptr<net::Connection> connection) {
  const auto free = std::ranges::find_if(sockets, [](const auto& one) { return one == nullptr; });
  if (free == sockets.end()) return -1;
  *free = std::move(connection);
  return kFirst + static_cast<int>(free - sockets.begin());
}

bool readable(int fd) {
  const net::Connection* const one = find(fd);
  return one == nullptr || !one->received().empty() || one->at_end() || one->broken();
}

bool writable(int fd) {
  const net::Connection* const one = find(fd);
  return one == nullptr || one->room() > 0 || one->broken();
}

}  // namespace gokey::ssh

using gokey::ssh::find;
using gokey::ssh::refuse;

extern "C" {

ssize_t recv(int fd, void* buffer, size_t size, int flags) {
  gokey::net::Connection* const one = find(fd);
  if (one == nullptr) return refuse(EBADF);
  const auto received = one->received();
  if (received.empty()) {
    if (one->at_end()) return 0;
    return refuse(one->broken() ? ECONNRESET : EAGAIN);
  }
  const std::size_t taken = std::min(size, received.size());
  std::ranges::copy(received.first(taken), static_cast<std::uint8_t*>(buffer));
  if ((flags & MSG_PEEK) == 0) one->consume(taken);
  return static_cast<ssize_t>(taken);
}

ssize_t send(int fd, const void* bytes, size_t size, int) {
  gokey::net::Connection* const one = find(fd);
  if (one == nullptr) return refuse(EBADF);
  if (one->broken()) return refuse(EPIPE);
  const std::size_t taken = one->send({static_cast<const std::uint8_t*>(bytes), size});
  if (taken == 0 && size > 0) return refuse(EAGAIN);
  return static_cast<ssize_t>(taken);
}

int poll(pollfd* fds, nfds_t count, int) {
  int ready = 0;
  for (pollfd& one : std::span(fds, count)) {
    const gokey::net::Connection* const connection = find(one.fd);
    unsigned events = 0;
    if (connection == nullptr) {
      events = POLLNVAL;
    } else if (connection->broken()) {
      events = POLLERR | POLLHUP;
    } else {
      if (gokey::ssh::readable(one.fd)) events |= POLLIN;
      if (gokey::ssh::writable(one.fd)) events |= POLLOUT;
    }
    const auto wanted = static_cast<unsigned>(one.events) | POLLERR | POLLHUP | POLLNVAL;
    one.revents = static_cast<short>(events & wanted);
    ready += one.revents != 0 ? 1 : 0;
  }
  return ready;
}

int close(int fd) {
  if (find(fd) == nullptr) return refuse(EBADF);
  gokey::ssh::sockets[static_cast<std::size_t>(fd - gokey::ssh::kFirst)].reset();
  return 0;
}

// They never block: there is no flag to set.
int fcntl(int fd, int, ...) { return find(fd) == nullptr ? refuse(EBADF) : 0; }
int getsockopt(int fd, int, int, void* value, socklen_t*) {
  const gokey::net::Connection* const one = find(fd);
  if (one == nullptr) return refuse(EBADF);
  *static_cast<int*>(value) = one->broken() ? ECONNRESET : 0;
  return 0;
}

// What libssh's client, its configuration files and its proxy commands would call.
int socket(int, int, int) { return refuse(ENOSYS); }
int setsockopt(int, int, int, const void*, socklen_t) { return refuse(ENOSYS); }
int connect(int, const sockaddr*, socklen_t) { return refuse(ENOSYS); }
int bind(int, const sockaddr*, socklen_t) { return refuse(ENOSYS); }
int listen(int, int) { return refuse(ENOSYS); }
int accept(int, sockaddr*, socklen_t*) { return refuse(ENOSYS); }
int socketpair(int, int, int, int*) { return refuse(ENOSYS); }
int inet_pton(int, const char*, void*) { return refuse(ENOSYS); }
int getaddrinfo(const char*, const char*, const addrinfo*, addrinfo**) { return EAI_NONAME; }
void freeaddrinfo(addrinfo*) {}
const char* gai_strerror(int) { return "no resolver"; }
unsigned if_nametoindex(const char*) { return 0; }
int access(const char*, int) { return refuse(ENOENT); }
int mkdir(const char*, mode_t) { return refuse(EROFS); }
int dup2(int, int) { return refuse(ENOSYS); }
int execv(const char*, char* const*) { return refuse(ENOSYS); }
pid_t waitpid(pid_t, int*, int) { return refuse(ECHILD); }
uid_t getuid() { return 0; }
passwd* getpwnam(const char*) { return nullptr; }
int getpwuid_r(uid_t, passwd*, char*, size_t, passwd** result) {
  *result = nullptr;
  return ENOENT;
}
int gethostname(char* name, size_t size) {
  if (size > 0) *name = '\0';
  return 0;
}
int nanosleep(const timespec*, timespec*) { return refuse(ENOSYS); }
int ssh_getpass(const char*, char*, size_t, int, int) { return -1; }

}  // extern "C"
