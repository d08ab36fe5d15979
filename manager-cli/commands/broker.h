// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A line to the running broker that waits for each answer.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "cli/commands/context.h"
#include "cli/prompts/signals.h"
#include "gokeyctl/broker.h"

namespace gokeyctl::cli {

class BrokerLine {
 public:
  // kUnreachable ("reason" no-broker) where none runs.
  [[nodiscard]] static Result<BrokerLine> open(const Context& context);

  template <typename T>
  using Done = BrokerClient::Done<T>;
  // Sends a request by `send` and waits for its answer.
  template <typename T>
  [[nodiscard]] Result<T> ask(const std::function<void(BrokerClient&, Done<T>)>& send) {
    // The answer may come when nobody waits any more.
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    send(client_, [answer](Result<T> result) { *answer = std::move(result); });
    const auto waited = client_.wait([&] { return answer->has_value(); }, timeout_);
    if (answer->has_value()) return std::move(**answer);
    return std::unexpected(waited ? Error{} : waited.error());
  }

  // As ask(), for what takes its time: Ctrl-C and the like take the request back, and the answer is
  // then kCancelled, unless it was faster.
  template <typename T>
  [[nodiscard]] Result<T> ask_unless_stopped(
      const std::function<BrokerClient::RequestId(BrokerClient&, Done<T>)>& send) {
    const StopSignals signals;
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    const auto answered = [&] { return answer->has_value(); };
    const BrokerClient::RequestId request =
        send(client_, [answer](Result<T> result) { *answer = std::move(result); });
    Result<void> waited = client_.wait(answered, timeout_, signals.fd());
    if (!answered() && signals.stopped()) {
      client_.cancel(request, [](const Result<bool>&) {});
      waited = client_.wait(answered, timeout_);
    }
    if (answered()) return std::move(**answer);
    return std::unexpected(waited ? Error{} : waited.error());
  }

  [[nodiscard]] Result<BrokerInfo> info();
  [[nodiscard]] Result<std::vector<BrokerToken>> tokens();
  [[nodiscard]] Result<BrokerToken> refresh(const std::string& id);  // as BrokerClient::refresh
  // Once the broker has gone.
  [[nodiscard]] Result<void> stop();
  [[nodiscard]] BrokerClient& client() { return client_; }

 private:
  BrokerLine(BrokerClient client, std::chrono::milliseconds timeout)
      : client_(std::move(client)), timeout_(timeout) {}
  BrokerClient client_;
  std::chrono::milliseconds timeout_;  // for one answer
};

}  // namespace gokeyctl::cli
