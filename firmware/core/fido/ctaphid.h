// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// CTAPHID, CTAP 2.1, 11.2: channels, transactions, keep-alives.
#pragma once

#include <deque>
#include <optional>
#include <vector>

#include "core/fido/authenticator.h"
#include "core/fido/reports.h"
#include "hal/clock.h"
#include "hal/random.h"
#include "wire/ctaphid.h"

namespace gokey::fido {

struct DeviceVersion {
  std::uint8_t major = 0, minor = 0, build = 0;
};

// One transport to an authenticator that may have several; the authenticator outlives it.
class Ctaphid final : public Reports {
 public:
  Ctaphid(Authenticator& authenticator, const hal::Clock& clock, hal::Random& random,
          DeviceVersion version)
      : authenticator_(authenticator), clock_(clock), random_(random), version_(version) {}
  ~Ctaphid() override { drop_transaction(); }
  Ctaphid(const Ctaphid&) = delete;
  Ctaphid& operator=(const Ctaphid&) = delete;

  void receive(std::span<const std::uint8_t, kReportSize> report, std::uint64_t now_ms) override;
  [[nodiscard]] std::optional<Report> next() override;
  [[nodiscard]] bool has_next() const override { return !outgoing_.empty(); }
  void step(std::uint64_t now_ms) override;
  [[nodiscard]] std::uint64_t next_deadline() const override;
  void reset() override;
  void powered_up() override { authenticator_.power_up(); }

 private:
  using ChannelId = wire::ctaphid::ChannelId;
  using Error = wire::ctaphid::Error;

  void begin(const wire::ctaphid::PacketFields& packet, std::uint64_t now_ms);
  void go_on(const wire::ctaphid::PacketFields& packet);
  void init(const wire::ctaphid::PacketFields& packet);
  void run(wire::ctaphid::Message message);
  void lock(const wire::ctaphid::Message& message);
  [[nodiscard]] bool refused(const wire::ctaphid::PacketFields& packet, std::uint64_t now_ms);
  [[nodiscard]] bool assembling() const {
    return assembler_.state() == wire::ctaphid::Assembler::State::kIncomplete;
  }
  [[nodiscard]] bool known(ChannelId channel) const;
  [[nodiscard]] ChannelId allocate();
  void drop_transaction();
  void send(ChannelId channel, wire::ctaphid::Command command, std::vector<std::uint8_t> data);
  void send_error(ChannelId channel, Error error);
  [[nodiscard]] Authenticator::Reply reply_to(ChannelId channel, wire::ctaphid::Command command);

  Authenticator& authenticator_;
  const hal::Clock& clock_;
  hal::Random& random_;
  DeviceVersion version_;
  std::deque<ChannelId> channels_;  // the newest last
  wire::ctaphid::Assembler assembler_;
  std::uint64_t packet_due_ms_ = 0;             // while assembling
  std::optional<ChannelId> running_;            // whose request the authenticator has
  std::optional<std::uint64_t> keep_alive_ms_;  // of a running CTAP2 request
  std::optional<ChannelId> lock_;
  std::uint64_t locked_until_ms_ = 0;
  std::deque<wire::ctaphid::Fragmenter> outgoing_;
};

}  // namespace gokey::fido
