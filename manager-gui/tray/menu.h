// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The tray's menu as a value: drawn by the panel from D-Bus, or by a QMenu.
#pragma once

#include <QDateTime>
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

#include "gokeyctl/broker.h"

namespace gokeyctl::gui {

enum class TrayAction : std::uint8_t {
  kNone,
  kConfirm,  // the request `number` of `token`
  kUnlock,   // `scope` of `token`
  kLock,     // `token`
  kLockAll,
  kCopyShortId,  // of `token`
  kDetails,      // of `token`
  kAllTokens,
  kPauseHour,
  kPauseTomorrow,
  kResume,
  kDoctor,
  kSettings,
  kQuit,
};

struct TrayCommand {
  TrayAction action = TrayAction::kNone;
  QString token;  // its id
  Scope scope = Scope::kAll;
  quint64 number = 0;

  friend bool operator==(const TrayCommand&, const TrayCommand&) = default;
};

struct MenuEntry {
  QString label;  // with '&' before its mnemonic, as Qt writes it; empty: a separator
  QString icon;   // name in the icon theme; may be empty
  bool enabled = true;
  TrayCommand command;
  std::vector<MenuEntry> children;  // not empty: opens these

  friend bool operator==(const MenuEntry&, const MenuEntry&) = default;
};

// `paused_until`: Quiet::until().
[[nodiscard]] std::vector<MenuEntry> tray_menu(const std::vector<BrokerToken>& tokens,
                                               const std::optional<QDateTime>& paused_until);

}  // namespace gokeyctl::gui
