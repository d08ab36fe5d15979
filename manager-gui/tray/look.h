// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the tray icon shows for all tokens together: a pure function of their states.
#pragma once

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "gokeyctl/broker.h"

namespace gokeyctl::gui {

// The words of StatusNotifierItem's Status.
enum class TrayStatus : std::uint8_t { kPassive, kActive, kNeedsAttention };
[[nodiscard]] QString name(TrayStatus status);

struct TrayLook {
  QString icon;          // name in the icon theme
  QString second_frame;  // that presence alternates with; else empty
  TrayStatus status = TrayStatus::kPassive;
  QString title;  // of the tooltip
  QString text;   // of the tooltip, with a line for each further token

  friend bool operator==(const TrayLook&, const TrayLook&) = default;
};
// `problem`: Desk::brokerProblem(). With it nothing is known of any token.
[[nodiscard]] TrayLook tray_look(const std::vector<BrokerToken>& tokens,
                                 const std::optional<Error>& problem = {});

// Those that are there, the most important first: presence-requested, attention, working, unlocked,
// locked, the rest. Equal ones stay in their order.
[[nodiscard]] std::vector<const BrokerToken*> by_importance(const std::vector<BrokerToken>& tokens);

// "gokey-locked-symbolic" …
[[nodiscard]] QString icon_name(const BrokerToken& token);

}  // namespace gokeyctl::gui
