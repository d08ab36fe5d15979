// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/broker/broker_host.h"

#include <algorithm>
#include <utility>

namespace gokeyctl::gui {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstPause = 100ms;
constexpr auto kLongestPause = 30000ms;

}  // namespace

BrokerHost::BrokerHost(BrokerOptions options, BrokerLink& link, QObject* parent)
    : QObject(parent), options_(std::move(options)), link_(link), pause_(kFirstPause) {
  again_.setSingleShot(true);
  connect(&again_, &QTimer::timeout, this, &BrokerHost::ensure);
  // The broker went away: the app takes over at once, unless another was faster.
  connect(&link_, &BrokerLink::lost, this, &BrokerHost::ensure, Qt::QueuedConnection);
}

BrokerHost::~BrokerHost() {
  link_.disconnect(this);
  end();
}

void BrokerHost::start() { ensure(); }

void BrokerHost::ensure() {
  if (link_.isOpen()) return;
  end();  // if it was the app's own that went away
  Result<void> open = link_.open(options_.socket);
  if (!open && open.error().code == Code::kUnreachable) {
    open = host();
    if (open) open = link_.open(options_.socket);
  }
  if (open) {
    pause_ = kFirstPause;
    return;
  }
  emit failed(open.error());
  again_.start(pause_);
  pause_ = std::min<std::chrono::milliseconds>(pause_ * 2, kLongestPause);
}

Result<void> BrokerHost::host() {
  auto broker = Broker::open(options_);
  if (!broker) return std::unexpected(std::move(broker).error());
  own_.emplace(std::move(*broker));
  // If it ends by itself, the link breaks and tells.
  thread_ = std::thread([this] { static_cast<void>(own_->run()); });
  return {};
}

void BrokerHost::end() {
  if (!own_) return;
  own_->stop();
  thread_.join();
  own_.reset();
}

}  // namespace gokeyctl::gui
