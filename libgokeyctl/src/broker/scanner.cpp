// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/scanner.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <linux/rtnetlink.h>
#include <poll.h>
#include <sys/socket.h>

namespace gokeyctl::broker {
namespace {

// A plug brings a dozen events; they are looked at together.
constexpr int kTogetherMs = 50;

// Interfaces that go up and addresses they get. Silent unless the network's set-up changes.
base::Descriptor listen_to_addresses() {
  base::Descriptor fd(::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE));
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR;
  if (!fd || ::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    return {};
  return fd;
}

void drain(int fd) {
  std::array<char, 8192> ignored;
  while (fd >= 0 && ::recv(fd, ignored.data(), ignored.size(), 0) > 0) {
  }
}

bool waits_for_network(const std::vector<KnownToken>& tokens) {
  return std::ranges::any_of(tokens,
                             [](const KnownToken& t) { return t.usb && !check_network(*t.usb); });
}

}  // namespace

Result<std::unique_ptr<Scanner>> Scanner::start(std::filesystem::path trust, Found found) {
  auto bell = Bell::make();
  if (!bell) return std::unexpected(bell.error());
  std::unique_ptr<Scanner> scanner(
      new Scanner(std::move(trust), std::move(found), std::move(*bell)));
  scanner->readers_ =
      std::make_unique<transport::ReaderWatch>([raw = scanner.get()] { raw->look(); });
  scanner->thread_ = std::thread([raw = scanner.get()] { raw->run(); });
  return scanner;
}

Scanner::~Scanner() {
  stopping_ = true;
  bell_.ring();
  if (thread_.joinable()) thread_.join();
}

void Scanner::look() { bell_.ring(); }

void Scanner::scan() {
  const auto trust = TrustStore::open(trust_);
  std::vector<KnownToken> tokens = list_tokens(trust ? *trust : TrustStore());
  if (!waits_for_network(tokens)) {
    addresses_.reset();
  } else if (!addresses_) {
    addresses_ = listen_to_addresses();
    bell_.ring();  // what came up between the look and now
  }
  found_(std::move(tokens));
}

void Scanner::wait(UsbMonitor* monitor) {
  std::array<pollfd, 3> waiting{{{bell_.fd(), POLLIN, 0},
                                 {monitor != nullptr ? monitor->fd() : -1, POLLIN, 0},
                                 {addresses_.get(), POLLIN, 0}}};
  int timeout = -1;
  bool plugged = false;
  while (!stopping_) {
    const int ready = ::poll(waiting.data(), waiting.size(), timeout);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) break;
    if (waiting[0].revents != 0) bell_.silence();
    if (waiting[2].revents != 0) drain(addresses_.get());
    bool token = waiting[0].revents != 0 || waiting[2].revents != 0;
    while (monitor != nullptr && waiting[1].revents != 0 && monitor->next()) token = plugged = true;
    if (token) timeout = kTogetherMs;
  }
  // A service that is started by its socket, or by a reader, may be there now.
  if (plugged) readers_->look_again();
}

void Scanner::run() {
  auto monitor = UsbMonitor::open();
  while (!stopping_) {
    scan();
    wait(monitor ? &*monitor : nullptr);
  }
}

}  // namespace gokeyctl::broker
