// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/tray/menu.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <utility>

#include "gui/models/texts.h"
#include "gui/tray/look.h"

namespace gokeyctl::gui {
namespace {

// Tokens with a submenu of their own; the others are behind one row.
constexpr std::size_t kMostTokens = 5;

struct TrayMenu {
  Q_DECLARE_TR_FUNCTIONS(TrayMenu)
};

using Rows = std::vector<MenuEntry>;

// A name may hold any character; '&' is none of its mnemonics.
QString literal(QString text) { return text.replace(QLatin1Char('&'), QLatin1String("&&")); }

MenuEntry row(QString label, TrayCommand command, const char* icon = "", bool enabled = true) {
  return {.label = std::move(label),
          .icon = QLatin1String(icon),
          .enabled = enabled,
          .command = std::move(command),
          .children = {}};
}

MenuEntry submenu(QString label, Rows children, const QString& icon, bool enabled = true) {
  return {.label = std::move(label),
          .icon = icon,
          .enabled = enabled,
          .command = {},
          .children = std::move(children)};
}

TrayCommand command(TrayAction action, const BrokerToken& token) {
  return {.action = action,
          .token = QString::fromStdString(token.id),
          .scope = Scope::kAll,
          .number = 0};
}

TrayCommand command(TrayAction action) {
  return {.action = action, .token = {}, .scope = Scope::kAll, .number = 0};
}

bool can_unlock(const BrokerToken& token) {
  if (!token.status) return false;
  const auto life = token.status->token.state;
  if (life == LifeCycle::kFactory || life == LifeCycle::kDamaged) return false;
  switch (token.state) {
    case TokenState::kNotInitialised:
    case TokenState::kLocked:
    case TokenState::kUnlocked:
    case TokenState::kWorking:
    case TokenState::kPresenceRequested:
      return true;
    default:
      return is_blocked(token);  // the dialog tells how long to wait
  }
}

// Whatever may be unlocked: also what cannot tell at the moment.
bool can_lock(const BrokerToken& token) {
  return !unlocked_keys(token).empty() || !token.held.empty();
}

MenuEntry unlock_rows(const BrokerToken& token) {
  const auto scope_row = [&](const QString& label, Scope scope) {
    TrayCommand unlock = command(TrayAction::kUnlock, token);
    unlock.scope = scope;
    return row(label, std::move(unlock));
  };
  return submenu(TrayMenu::tr("&Unlock"),
                 {scope_row(TrayMenu::tr("&Signing…"), Scope::kSignature),
                  scope_row(TrayMenu::tr("&Decryption…"), Scope::kDecryption),
                  scope_row(TrayMenu::tr("&Both…"), Scope::kAll)},
                 QStringLiteral("gokey-unlocked-symbolic"), can_unlock(token));
}

QString token_label(const BrokerToken& token) {
  return TrayMenu::tr("%1 – %2", "name of a token – its state")
      .arg(literal(name_of(token)), state_inside(token));
}

void append_token_rows(Rows& rows, const BrokerToken& token, bool only_one) {
  rows.push_back(unlock_rows(token));
  // What locks the only token locks all; one row says it.
  rows.push_back(row(TrayMenu::tr("&Lock now"),
                     only_one ? command(TrayAction::kLockAll) : command(TrayAction::kLock, token),
                     "gokey-locked-symbolic", can_lock(token)));
  rows.push_back(row(TrayMenu::tr("&Copy short ID"), command(TrayAction::kCopyShortId, token), "",
                     !token.serial.empty()));
  rows.push_back(row(TrayMenu::tr("De&tails…"), command(TrayAction::kDetails, token),
                     "gokey-page-overview-symbolic"));
}

void append_confirm_rows(Rows& rows, const std::vector<const BrokerToken*>& there) {
  for (const BrokerToken* token : there) {
    if (!token->presence) continue;
    const PresenceRequest& request = *token->presence;
    TrayCommand confirm = command(TrayAction::kConfirm, *token);
    confirm.number = request.number;
    QString who = TrayMenu::tr("a site");
    if (const auto site = site_of(request)) {
      who = literal(*site);
    } else if (request.application) {
      who = TrayMenu::tr("unknown site");
    }
    rows.push_back(row(TrayMenu::tr("Con&firm presence – %1").arg(who), std::move(confirm),
                       "gokey-presence-symbolic"));
  }
  if (!rows.empty()) rows.emplace_back();
}

void append_tokens(Rows& rows, const std::vector<const BrokerToken*>& there) {
  if (there.empty()) {
    rows.push_back(row(TrayMenu::tr("No token attached"), {}, "gokey-none-symbolic", false));
    return;
  }
  if (there.size() == 1) {
    const BrokerToken& token = *there.front();
    MenuEntry head = row(token_label(token), {}, "", false);
    head.icon = icon_name(token);
    rows.push_back(std::move(head));
    rows.emplace_back();
    append_token_rows(rows, token, true);
    return;
  }
  for (std::size_t i = 0; i < std::min(there.size(), kMostTokens); ++i) {
    Rows children;
    append_token_rows(children, *there[i], false);
    rows.push_back(submenu(token_label(*there[i]), std::move(children), icon_name(*there[i])));
  }
  if (there.size() > kMostTokens)
    rows.push_back(row(TrayMenu::tr("All tokens…"), command(TrayAction::kAllTokens)));
  rows.emplace_back();
  const bool any =
      std::ranges::any_of(there, [](const BrokerToken* token) { return can_lock(*token); });
  rows.push_back(
      row(TrayMenu::tr("Lock &all"), command(TrayAction::kLockAll), "gokey-locked-symbolic", any));
}

MenuEntry pause_rows(const std::optional<QDateTime>& paused_until) {
  if (paused_until) {
    return submenu(TrayMenu::tr("Notifications paused until %1").arg(clock_text(*paused_until)),
                   {row(TrayMenu::tr("&Resume"), command(TrayAction::kResume))}, {});
  }
  return submenu(TrayMenu::tr("&Pause notifications"),
                 {row(TrayMenu::tr("For %1 &hour").arg(QLocale().toString(1)),
                      command(TrayAction::kPauseHour)),
                  row(TrayMenu::tr("Until &tomorrow"), command(TrayAction::kPauseTomorrow))},
                 {});
}

}  // namespace

std::vector<MenuEntry> tray_menu(const std::vector<BrokerToken>& tokens,
                                 const std::optional<QDateTime>& paused_until) {
  const std::vector<const BrokerToken*> there = by_importance(tokens);
  Rows rows;
  append_confirm_rows(rows, there);
  append_tokens(rows, there);
  rows.emplace_back();
  if (!there.empty()) rows.push_back(pause_rows(paused_until));
  rows.push_back(
      row(TrayMenu::tr("&Doctor…"), command(TrayAction::kDoctor), "gokey-page-doctor-symbolic"));
  rows.push_back(row(TrayMenu::tr("&Settings…"), command(TrayAction::kSettings),
                     "gokey-page-settings-symbolic"));
  rows.emplace_back();
  rows.push_back(row(TrayMenu::tr("&Quit"), command(TrayAction::kQuit)));
  return rows;
}

}  // namespace gokeyctl::gui
