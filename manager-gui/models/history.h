// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What happened to the tokens lately: what the Console page lists. No passphrase, no content.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>
#include <cstdint>
#include <deque>
#include <optional>

#include "gokeyctl/broker.h"

namespace gokeyctl::gui {

struct HistoryEntry {
  enum class Kind : std::uint8_t { kKeys, kPresence, kConnection };
  Kind kind = Kind::kConnection;
  QDateTime time;  // local
  QString id;      // of the token, as Desk knows it
  QString what;    // "Decryption unlocked"
  QString detail;  // "for 10 minutes"; may be empty
};

class History : public QObject {
  Q_OBJECT

 public:
  static constexpr std::size_t kLimit = 50;

  using QObject::QObject;

  [[nodiscard]] const std::deque<HistoryEntry>& entries() const {
    return entries_;
  }  // newest first
  // Records the event if a person cares. `before` is the token as it was, if it was known.
  void record(const BrokerEvent& event, const std::optional<BrokerToken>& before);
  // A refused unlock, which only who asked for it learns of.
  void recordRefusal(const QString& id, Scope scope, const Error& error);
  void add(HistoryEntry entry);

 signals:
  void added();  // entries().front()

 private:
  std::deque<HistoryEntry> entries_;
};

}  // namespace gokeyctl::gui
