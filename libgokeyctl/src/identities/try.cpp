// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "gokeyctl/identities.h"
#include "transport/ssh/ssh.h"

namespace gokeyctl {
namespace {

// Consoles end a connection after a few keys that they do not take: six on OpenSSH and on the
// original firmware.
constexpr std::size_t kKeysAtOnce = 4;

}  // namespace

Result<std::vector<Acceptance>> try_identities(const Endpoint& console,
                                               std::string_view host_key_fingerprint,
                                               std::span<const SshIdentity> identities,
                                               std::chrono::milliseconds timeout) {
  std::vector<Acceptance> answers;
  const transport::SshTarget target{.host = console.host,
                                    .port = console.port,
                                    .timeout = timeout,
                                    .interface = console.interface};
  while (answers.size() < identities.size()) {
    std::vector<std::span<const std::uint8_t>> keys;
    for (const SshIdentity& identity :
         identities.subspan(answers.size())
             .first(std::min(kKeysAtOnce, identities.size() - answers.size())))
      keys.emplace_back(identity.public_key);
    const auto check = [&](const transport::PeerKey& key) -> Result<void> {
      if (key.fingerprint == host_key_fingerprint) return {};
      return std::unexpected(
          Error{Code::kHostKey,
                say("the console shows another host key; no key was tried"),
                "",
                {{"reason", "changed-host-key"}, {"fingerprint", key.fingerprint}},
                nullptr});
    };
    const Result<std::vector<bool>> accepted = transport::try_ssh_keys(target, check, keys);
    if (!accepted && answers.empty()) return std::unexpected(accepted.error());
    const std::size_t tried = accepted ? accepted->size() : 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      answers.push_back(i >= tried       ? Acceptance::kNotTried
                        : (*accepted)[i] ? Acceptance::kAccepted
                                         : Acceptance::kRefused);
    }
  }
  return answers;
}

}  // namespace gokeyctl
