// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A token with a real vault on a board of nothing, whose FIDO side is reached by reports.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "../vault/fakes.h"
#include "core/fido/ctaphid.h"
#include "wire/ctaphid.h"

namespace gokey::testing {

namespace hid = wire::ctaphid;

// Answers when told to, as a vault beside the loop does.
class QueuedVault final : public vault::Port {
 public:
  explicit QueuedVault(Bench& bench) : bench_(bench) {}
  void submit(vault::Request request, Done done) override {
    queue_.push_back({std::move(request), std::move(done)});
  }
  void run() {
    while (!queue_.empty()) {
      auto [request, done] = std::move(queue_.front());
      queue_.pop_front();
      // Through its bytes, as between processes.
      const auto decoded = vault::decode_request(vault::encode(request).bytes());
      if (!decoded) std::abort();
      auto response = vault::decode_response(vault::encode(bench_.ask(*decoded)).bytes());
      if (!response) std::abort();
      done(std::move(*response));
    }
  }

 private:
  Bench& bench_;
  std::deque<std::pair<vault::Request, Done>> queue_;
};

struct FidoToken {
  // The SNVS mode ssh needs no OpenPGP key; it starts without FIDO until the card is initialised.
  explicit FidoToken(bool initialised = true) {
    static const auto provisioned = [] {
      Bench fresh;
      vault::ProvisionInput input;
      input.snvs = vault::SnvsMode::kSsh;
      input.authorized_keys =
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me\n";
      if (!vault::provision(fresh.store, fresh.device, fresh.random, input)) std::abort();
      return fresh.store.values;
    }();
    bench.store.values = provisioned;
    if (!bench.start()) std::abort();
    if (initialised) static_cast<void>(bench.ask(vault::FidoStart{}));
    token.start(nullptr);
    vault.run();
  }

  void send(const hid::Message& message) {
    hid::Fragmenter fragmenter(message);
    while (const auto packet = fragmenter.next()) ctaphid.receive(*packet, bench.clock.now);
  }
  // Everything the token has to say, vault and all.
  std::vector<hid::Message> receive() {
    vault.run();
    std::vector<hid::Message> messages;
    hid::Assembler assembler;
    while (const auto report = ctaphid.next()) {
      const auto fields = hid::parse_packet(*report);
      const auto state = fields.initial ? assembler.begin(fields) : assembler.add(fields);
      if (!state) std::abort();
      if (*state == hid::Assembler::State::kComplete) messages.push_back(assembler.take());
    }
    return messages;
  }
  void wait(std::uint64_t ms) {
    bench.clock.now += ms;
    ctaphid.step(bench.clock.now);
  }
  hid::ChannelId channel() {
    send({hid::kBroadcast, hid::Command::kInit, {1, 2, 3, 4, 5, 6, 7, 8}});
    const auto answers = receive();
    if (answers.size() != 1) return 0;
    return hid::parse_init_response(answers[0].data).value_or(hid::InitResponse{}).channel;
  }

  Bench bench;
  QueuedVault vault{bench};
  token::Token token{vault, bench.clock, {"0.1.0", "native", "test", {}, false, {}}};
  fido::Authenticator authenticator{token, bench.clock};
  fido::Ctaphid ctaphid{authenticator, bench.clock, bench.random, {0, 1, 0}};
};

}  // namespace gokey::testing
