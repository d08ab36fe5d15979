// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/rendezvous.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/error.h"
#include "base/file.h"
#include "base/system_error.h"
#include "gokeyctl/broker.h"

namespace gokeyctl {

namespace fs = std::filesystem;

Result<fs::path> default_broker_socket() {
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  if (runtime != nullptr && *runtime == '/')
    return fs::path(runtime) / "gokey-manager" / "broker.sock";
  return std::unexpected(
      Error{.code = Code::kUsage,
            .message = say("find the broker's socket: XDG_RUNTIME_DIR is not set"),
            .hint = say("log in through a session manager such as systemd-logind"),
            .details = {{"reason", "no-runtime-dir"}},
            .cause = nullptr});
}

namespace broker {
namespace {

using base::error;

constexpr int kBacklog = 16;

Error no_broker(const fs::path& socket, int number) {
  return error(Code::kUnreachable,
               say("reach the broker at {}: {}", socket.string(), base::system_error(number)),
               say("start the app, or: gokeyctl agent run"), "no-broker");
}

Error not_ours(const fs::path& what) {
  return error(Code::kNoPermission, say("use the broker's socket: {} is not yours", what.string()),
               "", "other-owner");
}

Result<sockaddr_un> address_of(const fs::path& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string text = socket.string();
  if (text.empty() || text.size() >= sizeof address.sun_path)
    return std::unexpected(error(Code::kUsage, say("use the broker's socket: its path is too long"),
                                 say("use a shorter XDG_RUNTIME_DIR"), "path-too-long"));
  std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
  return address;
}

base::Descriptor new_socket() {
  return base::Descriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

// Who is at the other end runs as this user.
bool is_ours(int fd) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == ::geteuid();
}

// Nobody else may look into the folder or put anything there.
Result<void> check_folder(const fs::path& folder) {
  struct stat found{};
  if (::lstat(folder.c_str(), &found) != 0)
    return std::unexpected(base::errno_error("use", folder, errno));
  if (!S_ISDIR(found.st_mode) || found.st_uid != ::geteuid())
    return std::unexpected(not_ours(folder));
  if ((found.st_mode & 077) != 0 && ::chmod(folder.c_str(), 0700) != 0)
    return std::unexpected(base::errno_error("close to others", folder, errno));
  return {};
}

// The lock is held as long as the broker lives, however it dies.
Result<base::Descriptor> take_lock(const fs::path& socket) {
  const fs::path file = socket.string() + ".lock";
  base::Descriptor fd(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!fd) return std::unexpected(base::errno_error("lock", file, errno));
  while (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return std::unexpected(base::errno_error("lock", file, errno));
    return std::unexpected(error(Code::kBusy,
                                 say("start the broker: another one runs at {}", socket.string()),
                                 "gokeyctl agent status", "broker-running"));
  }
  return fd;
}

// Bound under another name and renamed, so that the place is never empty for those who look and
// never open to others.
Result<base::Descriptor> listen_at(const fs::path& socket) {
  const fs::path fresh = socket.string() + ".new";
  const auto address = address_of(fresh);
  if (!address) return std::unexpected(address.error());
  base::Descriptor fd = new_socket();
  if (!fd) return std::unexpected(base::errno_error("listen at", socket, errno));
  ::unlink(fresh.c_str());
  const auto* raw = reinterpret_cast<const sockaddr*>(&*address);
  const bool ready = ::bind(fd.get(), raw, sizeof *address) == 0 &&
                     ::chmod(fresh.c_str(), 0600) == 0 && ::listen(fd.get(), kBacklog) == 0 &&
                     ::rename(fresh.c_str(), socket.c_str()) == 0;
  if (ready) return fd;
  const int number = errno;
  ::unlink(fresh.c_str());
  return std::unexpected(base::errno_error("listen at", socket, number));
}

}  // namespace

Result<Rendezvous> Rendezvous::take(const fs::path& socket) {
  if (auto address = address_of(socket); !address) return std::unexpected(address.error());
  if (auto made = base::make_private_folder(socket.parent_path()); !made)
    return std::unexpected(made.error());
  if (auto fine = check_folder(socket.parent_path()); !fine) return std::unexpected(fine.error());
  auto lock = take_lock(socket);
  if (!lock) return std::unexpected(lock.error());
  auto listener = listen_at(socket);
  if (!listener) return std::unexpected(listener.error());
  return Rendezvous(socket, std::move(*lock), std::move(*listener));
}

Rendezvous::~Rendezvous() {
  if (listener_) ::unlink(socket_.c_str());
}

base::Descriptor Rendezvous::accept() const {
  base::Descriptor fd(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
  if (fd && !is_ours(fd.get())) return {};
  return fd;
}

Result<base::Descriptor> connect_to_broker(const fs::path& socket) {
  const auto address = address_of(socket);
  if (!address) return std::unexpected(address.error());
  struct stat found{};
  if (::lstat(socket.c_str(), &found) != 0) return std::unexpected(no_broker(socket, errno));
  if (!S_ISSOCK(found.st_mode) || found.st_uid != ::geteuid())
    return std::unexpected(not_ours(socket));
  base::Descriptor fd = new_socket();
  if (!fd) return std::unexpected(no_broker(socket, errno));
  const auto* raw = reinterpret_cast<const sockaddr*>(&*address);
  if (::connect(fd.get(), raw, sizeof *address) != 0)
    return std::unexpected(no_broker(socket, errno));
  if (!is_ours(fd.get())) return std::unexpected(not_ours(socket));
  return fd;
}

}  // namespace broker
}  // namespace gokeyctl
