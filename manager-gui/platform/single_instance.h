// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One app for each person's session: a second start raises the first. Over D-Bus by the Desktop
// Entry Specification's org.freedesktop.Application, else over a socket in the runtime folder.
#pragma once

#include <QDBusConnection>
#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <optional>

namespace gokeyctl::gui {

// What a start wants of the app that runs already.
struct Summons {
  QString activation_token;  // lets it raise its window on Wayland; may be empty
  QStringList consoles;      // "console:HOST:PORT", to be watched as well
  bool hidden = false;       // started for the background: raises nothing
};

class SingleInstance : public QObject {
  Q_OBJECT

 public:
  // `socket`: the way without a bus; empty if there is none.
  SingleInstance(QDBusConnection bus, QString socket, QObject* parent = nullptr);

  // True: this is the first, and it hears the others from now on. False: another runs, and has
  // been told. Waits for an answer: to be called before anything is shown.
  [[nodiscard]] bool claim(const Summons& summons);

 signals:
  void summoned(const gokeyctl::gui::Summons& summons);

 private:
  friend class ApplicationAdaptor;
  bool claimOnBus(const Summons& summons);
  bool claimOnSocket(const Summons& summons);
  void listen();
  void take(const QByteArray& line);

  QDBusConnection bus_;
  QString socket_;
  QLocalServer server_;
};

}  // namespace gokeyctl::gui
