// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/models/history.h"

#include <QLocale>
#include <algorithm>
#include <utility>

#include "gui/models/texts.h"

namespace gokeyctl::gui {
namespace {

using Kind = BrokerEvent::Kind;

// The site that asked and, as far as is known, for which program.
QString asker_text(const std::optional<PresenceRequest>& request) {
  if (!request) return {};
  QString text = site_text(*request);
  if (request->asker) {
    text += QStringLiteral(" · ") +
            History::tr("probably %1").arg(QString::fromStdString(*request->asker));
  }
  return text;
}

QString outcome_text(BrokerEvent::Outcome outcome) {
  switch (outcome) {
    case BrokerEvent::Outcome::kConfirmed:
      return History::tr("Presence confirmed");
    case BrokerEvent::Outcome::kTimeout:
      return History::tr("Nobody confirmed in time");
    case BrokerEvent::Outcome::kRemoved:
      return History::tr("Unplugged while a site asked");
    case BrokerEvent::Outcome::kOther:
      break;
  }
  return History::tr("Presence request ended");
}

QString used_text(const std::vector<KeyUse>& keys) {
  const KeyUse use = keys.empty() ? KeyUse::kSignature : keys.front();
  switch (use) {
    case KeyUse::kSignature:
      return History::tr("Signature made");
    case KeyUse::kDecryption:
      return History::tr("Message decrypted");
    case KeyUse::kAuthentication:
      break;
  }
  return History::tr("Authenticated");
}

QString connected_detail(const BrokerToken& token) {
  if (token.trust == TrustClass::kPerBoot) return History::tr("host key not checked");
  return token.known ? History::tr("host key known") : QString();
}

// "USB 1-2.3" is known by its id until the token has told its serial.
QString place_text(const BrokerToken& token) {
  if (token.endpoint && token.endpoint->interface.empty())
    return QString::fromStdString(token.endpoint->text());
  if (token.reader) return QString::fromStdString(*token.reader);
  return {};
}

}  // namespace

void History::add(HistoryEntry entry) {
  entries_.push_front(std::move(entry));
  if (entries_.size() > kLimit) entries_.pop_back();
  emit added();
}

void History::record(const BrokerEvent& event, const std::optional<BrokerToken>& before) {
  HistoryEntry entry;
  entry.time = local_time(event.time);
  if (!entry.time.isValid()) entry.time = QDateTime::currentDateTime();
  entry.id = QString::fromStdString(event.id);
  switch (event.kind) {
    case Kind::kToken: {
      const bool was_attached = before && before->attached;
      const bool was_answering = before && before->status && !before->problem;
      if (!event.token) return;
      if (event.token->attached && !was_attached) {
        HistoryEntry attached = entry;
        attached.what = tr("Token attached");
        attached.detail = place_text(*event.token);
        add(std::move(attached));
      }
      if (!event.token->attached && was_attached) {
        entry.what = tr("Token unplugged");
        add(std::move(entry));
      } else if (event.token->status && !event.token->problem && !was_answering) {
        entry.what = tr("Connected");
        entry.detail = connected_detail(*event.token);
        add(std::move(entry));
      }
      return;
    }
    case Kind::kGone:
      if (!before || !before->attached) return;
      entry.what = tr("Token unplugged");
      break;
    case Kind::kPresenceRequested:
      entry.kind = HistoryEntry::Kind::kPresence;
      entry.what = tr("Presence requested");
      entry.detail = asker_text(event.presence);
      break;
    case Kind::kPresenceEnded:
      entry.kind = HistoryEntry::Kind::kPresence;
      entry.what = outcome_text(event.outcome.value_or(BrokerEvent::Outcome::kOther));
      if (event.presence) entry.detail = site_text(*event.presence);
      break;
    case Kind::kUnlocked:
      entry.kind = HistoryEntry::Kind::kKeys;
      entry.what = unlocked_text(event.keys);
      if (event.token) entry.detail = held_text(*event.token, event.keys);
      break;
    case Kind::kLocked:
      entry.kind = HistoryEntry::Kind::kKeys;
      entry.what = locked_text(event.keys);
      entry.detail = reason_text(event.reason.value_or(LockReason::kToken));
      break;
    case Kind::kOperation:
      entry.kind = HistoryEntry::Kind::kKeys;
      entry.what = used_text(event.keys);
      if (event.token && event.token->status && event.token->status->openpgp.signatures &&
          !event.keys.empty() && event.keys.front() == KeyUse::kSignature) {
        entry.detail =
            tr("number %1").arg(QLocale().toString(*event.token->status->openpgp.signatures));
      }
      break;
    case Kind::kProblem:
      if (!event.problem) return;
      entry.what = problem_title(*event.problem);
      entry.detail = QString::fromStdString(std::string(code_name(event.problem->code)));
      break;
  }
  add(std::move(entry));
}

void History::recordRefusal(const QString& id, Scope scope, const Error& error) {
  if (error.code == Code::kCancelled) return;
  HistoryEntry entry;
  entry.kind = HistoryEntry::Kind::kKeys;
  entry.time = QDateTime::currentDateTime();
  entry.id = id;
  entry.what = error.code == Code::kWrongPassphrase ? tr("Wrong passphrase") : tr("Not unlocked");
  entry.detail = scope_text(scope);
  const auto tries = error.details.find("tries_left");
  if (tries != error.details.end()) {
    bool number = false;
    const int left = QString::fromStdString(tries->second).toInt(&number);
    if (number) entry.detail += QStringLiteral(" · ") + tries_text(left);
  } else if (error.code != Code::kWrongPassphrase) {
    entry.detail +=
        QStringLiteral(" · ") + QString::fromStdString(std::string(code_name(error.code)));
  }
  add(std::move(entry));
}

}  // namespace gokeyctl::gui
