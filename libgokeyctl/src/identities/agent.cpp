// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "identities/agent.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include "base/deadline.h"
#include "base/descriptor.h"
#include "base/system_error.h"
#include "wire/bytes.h"

namespace gokeyctl::identities {
namespace {

constexpr std::uint8_t kRequestIdentities = 11;
constexpr std::uint8_t kIdentitiesAnswer = 12;
constexpr std::size_t kMostBytes = std::size_t{256} * 1024;
constexpr std::size_t kMostKeys = 1000;
// An agent that asks its person whether it may list its keys gets the time to do so.
constexpr std::chrono::seconds kPatience{5};

Error protocol() {
  return Error{
      Code::kProtocol, say("the ssh-agent answered something that is not understood"), "", {}, {}};
}

Error unreachable(int error) {
  return Error{Code::kUnreachable,
               say("the ssh-agent does not answer: {}", base::system_error(error)),
               "",
               {{"reason", "no-agent"}},
               nullptr};
}

Result<void> read_all(int fd, std::span<std::uint8_t> into, base::Deadline deadline) {
  while (!into.empty()) {
    pollfd waiting{fd, POLLIN, 0};
    const int ready = poll(&waiting, 1, deadline.poll_timeout());
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) {
      return std::unexpected(
          Error{Code::kTimeout, say("the ssh-agent does not answer in time"), "", {}, nullptr});
    }
    const ssize_t got = ready < 0 ? -1 : recv(fd, into.data(), into.size(), MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got < 0) return std::unexpected(unreachable(errno));
    if (got == 0) return std::unexpected(protocol());
    into = into.subspan(static_cast<std::size_t>(got));
  }
  return {};
}

Result<base::Descriptor> connect_to(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof(address.sun_path))
    return std::unexpected(unreachable(ENOENT));
  path.copy(address.sun_path, path.size());
  base::Descriptor fd(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  if (!fd || connect(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0)
    return std::unexpected(unreachable(errno));
  return fd;
}

}  // namespace

Result<std::vector<AgentKey>> parse_agent_answer(std::span<const std::uint8_t> body) {
  gokey::wire::Reader reader(body);
  const auto type = reader.u8();
  const auto count = reader.u32();
  if (!type || *type != kIdentitiesAnswer || !count || *count > kMostKeys)
    return std::unexpected(protocol());
  std::vector<AgentKey> keys;
  for (std::uint32_t i = 0; i < *count; ++i) {
    AgentKey key;
    for (const bool is_blob : {true, false}) {
      const auto size = reader.u32();
      if (!size) return std::unexpected(protocol());
      const auto bytes = reader.take(*size);
      if (!bytes) return std::unexpected(protocol());
      if (is_blob) {
        key.blob.assign(bytes->begin(), bytes->end());
      } else {
        key.comment.assign(bytes->begin(), bytes->end());
      }
    }
    keys.push_back(std::move(key));
  }
  if (!reader.empty()) return std::unexpected(protocol());
  return keys;
}

Result<std::vector<AgentKey>> ask_agent(const std::string& socket) {
  const Result<base::Descriptor> fd = connect_to(socket);
  if (!fd) return std::unexpected(fd.error());
  constexpr std::array<std::uint8_t, 5> kQuestion = {0, 0, 0, 1, kRequestIdentities};
  if (send(fd->get(), kQuestion.data(), kQuestion.size(), MSG_NOSIGNAL) !=
      static_cast<ssize_t>(kQuestion.size()))
    return std::unexpected(unreachable(errno));
  const auto deadline = base::Deadline::in(kPatience);
  std::array<std::uint8_t, 4> head{};
  if (Result<void> got = read_all(fd->get(), head, deadline); !got)
    return std::unexpected(got.error());
  const std::size_t size = (std::size_t{head[0]} << 24) | (std::size_t{head[1]} << 16) |
                           (std::size_t{head[2]} << 8) | head[3];
  if (size == 0 || size > kMostBytes) return std::unexpected(protocol());
  std::vector<std::uint8_t> body(size);
  if (Result<void> got = read_all(fd->get(), body, deadline); !got)
    return std::unexpected(got.error());
  return parse_agent_answer(body);
}

}  // namespace gokeyctl::identities
