// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The broker and its tokens, for people and programs.
#pragma once

#include <string>
#include <vector>

#include "cli/front/report.h"
#include "gokeyctl/broker.h"

namespace gokeyctl::cli {

// docs/schema/agent-status.json
[[nodiscard]] Json broker_json(const BrokerInfo& info, const std::vector<BrokerToken>& tokens);
// id, nickname, state, console, time of the last answer
[[nodiscard]] std::vector<std::string> broker_row(const BrokerToken& token);
[[nodiscard]] std::string broker_page(const BrokerInfo& info,
                                      const std::vector<BrokerToken>& tokens);

}  // namespace gokeyctl::cli
