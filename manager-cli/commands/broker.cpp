// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/broker.h"

namespace gokeyctl::cli {
namespace {

// One request takes the broker several steps of the length that --timeout gives: it may have to
// connect and log in first.
constexpr int kSteps = 4;

}  // namespace

Result<BrokerLine> BrokerLine::open(const Context& context) {
  const Result<std::filesystem::path> socket = default_broker_socket();
  if (!socket) return std::unexpected(socket.error());
  Result<BrokerClient> client = BrokerClient::connect(*socket);
  if (!client) return std::unexpected(client.error());
  return BrokerLine(std::move(*client), context.timeout() * kSteps);
}

Result<BrokerInfo> BrokerLine::info() {
  return ask<BrokerInfo>(
      [](BrokerClient& client, Done<BrokerInfo> done) { client.info(std::move(done)); });
}

Result<std::vector<BrokerToken>> BrokerLine::tokens() {
  return ask<std::vector<BrokerToken>>(
      [](BrokerClient& client, Done<std::vector<BrokerToken>> done) {
        client.tokens(std::move(done));
      });
}

Result<BrokerToken> BrokerLine::refresh(const std::string& id) {
  return ask<BrokerToken>(
      [&](BrokerClient& client, Done<BrokerToken> done) { client.refresh(id, std::move(done)); });
}

Result<void> BrokerLine::stop() {
  const Result<void> asked =
      ask<void>([](BrokerClient& client, Done<void> done) { client.stop_broker(std::move(done)); });
  if (!asked) return asked;
  const Result<void> gone = client_.wait([] { return false; }, timeout_);
  if (gone || gone.error().code == Code::kUnreachable) return {};
  return gone;
}

}  // namespace gokeyctl::cli
