// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/passphrase_pipe.h"

#include <array>
#include <cerrno>
#include <mutex>
#include <span>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gokeyctl::broker {
namespace {

struct Dumpable {
  std::mutex mutex;
  unsigned holders = 0;
  int before = 1;
};

Dumpable& dumpable() {
  static Dumpable state;
  return state;
}

std::unexpected<Error> refused(const Sentence& why, const char* reason) {
  return std::unexpected(Error{.code = Code::kUsage,
                               .message = say("take the passphrase: {}", why),
                               .hint = {},
                               .details = {{"reason", reason}},
                               .cause = nullptr});
}

}  // namespace

NotDumpable::NotDumpable() {
  Dumpable& state = dumpable();
  const std::lock_guard hold(state.mutex);
  if (state.holders++ > 0) return;
  state.before = ::prctl(PR_GET_DUMPABLE);
  ::prctl(PR_SET_DUMPABLE, 0);
}

NotDumpable::~NotDumpable() {
  Dumpable& state = dumpable();
  const std::lock_guard hold(state.mutex);
  if (--state.holders == 0 && state.before == 1) ::prctl(PR_SET_DUMPABLE, 1);
}

Result<base::Descriptor> put_into_pipe(const Secret& passphrase) {
  if (passphrase.size() > kMaxPassphrase)
    return refused(say("it is longer than 127 bytes"), "too-long");
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return refused("there is no pipe", "no-pipe");
  base::Descriptor read_end(ends[0]);
  const base::Descriptor write_end(ends[1]);
  // A pipe takes PIPE_BUF (4096) bytes at once.
  const bool whole = passphrase.expose([&](std::span<const std::uint8_t> bytes) {
    return ::write(write_end.get(), bytes.data(), bytes.size()) ==
           static_cast<ssize_t>(bytes.size());
  });
  if (!whole) return refused("the pipe does not take it", "no-pipe");
  return read_end;
}

Result<Secret> take_from_pipe(const base::Descriptor& pipe) {
  struct stat found{};
  if (!pipe || ::fstat(pipe.get(), &found) != 0 || !S_ISFIFO(found.st_mode))
    return refused("no pipe came with the request", "no-pipe");
  const int flags = ::fcntl(pipe.get(), F_GETFL);
  if (flags < 0 || ::fcntl(pipe.get(), F_SETFL, flags | O_NONBLOCK) != 0)
    return refused("the pipe cannot be read", "no-pipe");
  Secret passphrase(kMaxPassphrase + 1);
  for (;;) {
    ssize_t count = 0;
    passphrase.fill([&](std::span<std::uint8_t> room) {
      count = ::read(pipe.get(), room.data(), room.size());
      return count > 0 ? static_cast<std::size_t>(count) : 0;
    });
    if (passphrase.size() > kMaxPassphrase)
      return refused(say("it is longer than 127 bytes"), "too-long");
    if (count == 0) return passphrase;
    if (count < 0 && errno != EINTR)
      return refused("the pipe's other end is still open", "unfinished");
  }
}

}  // namespace gokeyctl::broker
