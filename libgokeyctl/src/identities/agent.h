// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The one question asked of an ssh-agent (draft-ietf-sshm-ssh-agent, "Requesting a list of keys").
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "gokeyctl/error.h"

namespace gokeyctl::identities {

struct AgentKey {
  std::vector<std::uint8_t> blob;
  std::string comment;  // as the agent says
};

// The body of SSH_AGENT_IDENTITIES_ANSWER, its type included. kProtocol if it is anything else.
[[nodiscard]] Result<std::vector<AgentKey>> parse_agent_answer(std::span<const std::uint8_t> body);

// kUnreachable, kTimeout, kProtocol.
[[nodiscard]] Result<std::vector<AgentKey>> ask_agent(const std::string& socket);

}  // namespace gokeyctl::identities
