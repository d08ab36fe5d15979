// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Which token a command means, and the way to it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/commands/context.h"
#include "cli/commands/way.h"
#include "gokeyctl/console.h"
#include "gokeyctl/token.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::cli {

struct Target {
  std::string label;   // for people: nickname, serial or address
  std::string device;  // what --device would name it
  std::string serial;  // empty while unknown
  std::optional<std::string> nickname;
  std::optional<Endpoint> endpoint;
  std::optional<CardReader> reader;
  std::optional<UsbToken> usb;
  // The broker that looks after it, if one does, and the token's name there.
  std::shared_ptr<BrokerLine> broker;
  std::string broker_id;
  // What it answered on the way, of a target found with AskFor::kStatus.
  std::optional<Result<TokenStatus>> status;

  // Only for a target that was chosen for its console or its card. value() is the check.
  [[nodiscard]] const Endpoint& console() const {
    return endpoint.value();  // NOLINT(bugprone-unchecked-optional-access)
  }
  [[nodiscard]] const CardReader& card() const {
    return reader.value();  // NOLINT(bugprone-unchecked-optional-access)
  }
};

// What the command needs of its token; a token known only by its console is no target for the
// card's commands, nor one that is not on this machine's USB for those of its FIDO side.
enum class Need : std::uint8_t { kConsole, kCard, kFido, kEither };

// The nickname of a token in the configuration, by its serial or its console.
[[nodiscard]] std::optional<std::string> nickname_of(const Config& config,
                                                     const std::string& serial,
                                                     const std::optional<Endpoint>& endpoint);

// The tokens that --device, --all or the default choose. kNoToken, kAmbiguous (names the flag to
// add), kUsage.
[[nodiscard]] Result<std::vector<Target>> find_targets(Context& context, const TrustStore& trust,
                                                       Need need, AskFor what = AskFor::kTheToken);

// Runs `work` for each token. One token: its own reply. --all: a list, and kPartial if some failed.
using Work = std::function<Result<Reply>(Context&, TrustStore&, const Target&)>;
[[nodiscard]] Result<Reply> for_targets(Context& context, Need need, const Work& work,
                                        AskFor what = AskFor::kTheToken);

// Goes by the broker if it looks after the token; else connects to the token's console, asking
// about its host key where the person or the options allow it.
[[nodiscard]] Result<Way> connect(Context& context, TrustStore& trust, const Target& target);

enum class HostKeys : std::uint8_t { kPinned, kNotPinned };
// The same without the broker, for what is asked of the console alone. kNotPinned: a new host key
// that is accepted is for this connection; a receipt is to pin it.
[[nodiscard]] Result<Console> connect_console(Context& context, TrustStore& trust,
                                              const Target& target, HostKeys keys);

// For a console whose key is not authenticated: nothing secret may be sent unless its owner has
// allowed it.
[[nodiscard]] Result<void> may_send_secrets(const TrustStore& trust, const Target& target);

}  // namespace gokeyctl::cli
