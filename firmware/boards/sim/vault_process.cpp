// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/vault_process.h"

#include <memory>
#include <optional>

#include "boards/sim/classic/volatile_retry.h"
#include "boards/sim/frames.h"
#include "boards/sim/remote_vault.h"
#include "boards/sim/state_folder.h"
#include "core/vault/vault.h"

namespace gokey::sim {
namespace {

// A predecessor that was killed releases the folder within a moment.
constexpr std::chrono::milliseconds kPatience{2000};

// The vault and all it stands on.
struct Body {
  Body(StateFolder opened, bool classic)
      : folder(std::move(opened)),
        policy(classic ? std::make_unique<VolatileRetry>() : nullptr),
        vault(policy ? std::make_unique<vault::Vault>(folder.store(), folder.device_key(), clock,
                                                      random, *policy)
                     : std::make_unique<vault::Vault>(folder.store(), folder.device_key(), clock,
                                                      random)) {}

  StateFolder folder;
  SystemClock clock;
  SystemRandom random;
  std::unique_ptr<vault::RetryPolicy> policy;
  std::unique_ptr<vault::Vault> vault;
  std::string damage;
};

Result<std::unique_ptr<Body>> open_vault(const RunOptions& options) {
  const std::string& path = options.state;
  auto folder = StateFolder::open(path, kPatience, options.storage);
  if (!folder) return std::unexpected(folder.error());
  const bool classic = options.dialect == DialectKind::kClassic;
  auto body = std::make_unique<Body>(std::move(*folder), classic);
  const auto opened = body->vault->open();
  if (opened) return body;
  // Served all the same, as on a board: its console is the way out. The original has none.
  if (!classic) {
    body->damage = vault::describe(opened.error());
    return body;
  }
  return failure(Exit::kFailed, "state folder " + path,
                 std::string(vault::describe(opened.error())) + "; left untouched",
                 "restore the folder from a backup, or name a new one");
}

int run(int socket, const RunOptions& options) {
  lock_memory();
  const auto body = open_vault(options);
  Result<Greeting> greeting;
  if (body) {
    const FileDeviceKey& device = (*body)->folder.device_key();
    greeting = Greeting{device.serial(), device.secure_boot(), (*body)->damage};
  } else {
    greeting = std::unexpected(body.error());
  }
  if (!write_all(socket, make_frame(encode_greeting(greeting)).bytes()) || !body) return 1;
  const bool closed = serve_vault(
      socket, [&](const vault::Request& request) { return (*body)->vault->handle(request); });
  if (!closed) log_line("the vault got a message that it does not understand");
  return closed ? 0 : 1;
}

// The first frame, waited for.
Result<Greeting> read_greeting(int socket) {
  FrameReader reader;
  auto state = FrameReader::State::kIncomplete;
  while (state == FrameReader::State::kIncomplete) {
    const auto space = reader.space();
    // No more than belongs to the frame: what follows is for others.
    if (!read_all(socket, space)) {
      return failure(Exit::kInternal, "start the vault process", "it ended at once");
    }
    state = reader.wrote(space.size());
  }
  if (state == FrameReader::State::kTooLong) return decode_greeting({});
  return decode_greeting(reader.take().bytes());
}

}  // namespace

Result<VaultProcess> VaultProcess::start(const RunOptions& options) {
  auto process = ChildProcess::start([&](int socket) { return run(socket, options); });
  if (!process) return std::unexpected(process.error());
  auto greeting = read_greeting(process->socket());
  if (!greeting) return std::unexpected(greeting.error());
  return VaultProcess{std::move(*process), *greeting};
}

}  // namespace gokey::sim
