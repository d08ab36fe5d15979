// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sees to it that there is a broker: the one that answers, else one of the app's own in a thread.
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>
#include <thread>

#include "gokeyctl/broker.h"
#include "gui/broker/broker_link.h"

namespace gokeyctl::gui {

class BrokerHost : public QObject {
  Q_OBJECT

 public:
  // `link` outlives the host; it is opened, and opened again whenever it is lost.
  BrokerHost(BrokerOptions options, BrokerLink& link, QObject* parent = nullptr);
  // Ends the app's own broker, which locks first what it holds for a time.
  ~BrokerHost() override;

  void start();
  // The broker is the app's own.
  [[nodiscard]] bool hosts() const { return own_.has_value(); }

 signals:
  // There is none and none can be made; it is tried again later.
  void failed(const gokeyctl::Error& why);

 private:
  void ensure();
  Result<void> host();
  void end();

  BrokerOptions options_;
  BrokerLink& link_;
  std::optional<Broker> own_;
  std::thread thread_;
  QTimer again_;  // runs while there is no broker
  std::chrono::milliseconds pause_;
};

}  // namespace gokeyctl::gui
