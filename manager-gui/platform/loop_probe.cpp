// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/loop_probe.h"

#include <QDBusAbstractAdaptor>
#include <algorithm>
#include <chrono>
#include <utility>

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

// A click that comes now waits for the loop at most as long as two turns are apart.
constexpr auto kTurn = 5ms;
constexpr double kNsPerMs = 1e6;

}  // namespace

class LoopProbeAdaptor : public QDBusAbstractAdaptor {
  Q_OBJECT
  Q_CLASSINFO("D-Bus Interface", "org.gokey.Manager.Probe")

 public:
  explicit LoopProbeAdaptor(LoopProbe* probe) : QDBusAbstractAdaptor(probe), probe_(probe) {}

 public slots:
  void Begin() { probe_->begin(); }
  double End(uint& turns) {
    const LoopProbe::Gaps gaps = probe_->end();
    turns = gaps.turns;
    return gaps.longest_ms;
  }

 private:
  LoopProbe* probe_;
};

LoopProbe::LoopProbe(QObject* parent) : QObject(parent) {
  new LoopProbeAdaptor(this);
  turn_.setTimerType(Qt::PreciseTimer);
  turn_.setInterval(kTurn);
  connect(&turn_, &QTimer::timeout, this, &LoopProbe::note);
}

bool LoopProbe::publish(QDBusConnection bus) {
  return bus.registerObject(QStringLiteral("/org/gokey/Manager/Probe"), this);
}

void LoopProbe::begin() {
  gaps_ = {};
  since_.start();
  turn_.start();
}

LoopProbe::Gaps LoopProbe::end() {
  if (turn_.isActive()) note();
  turn_.stop();
  return std::exchange(gaps_, {});
}

void LoopProbe::note() {
  ++gaps_.turns;
  gaps_.longest_ms =
      std::max(gaps_.longest_ms, static_cast<double>(since_.nsecsElapsed()) / kNsPerMs);
  since_.start();
}

}  // namespace gokeyctl::gui

#include "loop_probe.moc"
