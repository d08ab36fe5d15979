// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "fido/wink.h"

#include <algorithm>
#include <utility>

#include <openssl/rand.h>

#include "gokeyctl/fido.h"
#include "wire/ctaphid.h"

namespace gokeyctl {
namespace fido {
namespace {

namespace ctaphid = gokey::wire::ctaphid;

Error failure(Code code, Sentence why, std::string reason) {
  return Error{.code = code,
               .message = say("{}: {}", say("have the token show itself"), std::move(why)),
               .hint = {},
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

Result<void> send(transport::ReportLink& link, ctaphid::Message message) {
  ctaphid::Fragmenter fragments(std::move(message));
  while (const auto packet = fragments.next()) {
    if (auto sent = link.write(*packet); !sent) return sent;
  }
  return {};
}

// The next message of the channel; what belongs to others, and keep-alives, are passed over.
Result<ctaphid::Message> receive(transport::ReportLink& link, ctaphid::ChannelId channel,
                                 base::Deadline deadline) {
  ctaphid::Assembler assembler;
  while (!deadline.passed()) {
    const auto report = link.read(deadline);
    if (!report) return std::unexpected(report.error());
    const ctaphid::PacketFields packet = ctaphid::parse_packet(*report);
    if (packet.channel != channel) continue;
    if (packet.initial && packet.command == ctaphid::Command::kKeepAlive) continue;
    const auto state = packet.initial ? assembler.begin(packet) : assembler.add(packet);
    if (!state) continue;  // the answer to somebody before us on the broadcast channel
    if (*state == ctaphid::Assembler::State::kComplete) return assembler.take();
  }
  return std::unexpected(failure(Code::kTimeout, say("no answer in time"), "no-answer"));
}

Result<ctaphid::InitResponse> open_channel(transport::ReportLink& link, base::Deadline deadline) {
  std::vector<std::uint8_t> nonce(8);
  if (RAND_bytes(nonce.data(), static_cast<int>(nonce.size())) != 1)
    return std::unexpected(failure(Code::kInternal, say("no random numbers"), "random"));
  if (auto sent = send(link, {ctaphid::kBroadcast, ctaphid::Command::kInit, nonce}); !sent)
    return std::unexpected(std::move(sent).error());
  for (;;) {
    const auto message = receive(link, ctaphid::kBroadcast, deadline);
    if (!message) return std::unexpected(message.error());
    if (message->command != ctaphid::Command::kInit) continue;
    const auto answer = ctaphid::parse_init_response(message->data);
    // Another program may open a channel at the same time: the nonce tells ours.
    if (answer && std::ranges::equal(answer->nonce, nonce)) return *answer;
  }
}

}  // namespace

Result<void> wink(transport::ReportLink& link, std::chrono::milliseconds timeout) {
  const auto deadline = base::Deadline::in(timeout);
  const auto channel = open_channel(link, deadline);
  if (!channel) return std::unexpected(channel.error());
  if ((channel->capabilities & ctaphid::capability::kWink) == 0)
    return std::unexpected(failure(Code::kUnsupported, say("it has no such function"), "no-wink"));
  if (auto sent = send(link, {channel->channel, ctaphid::Command::kWink, {}}); !sent) return sent;
  const auto answer = receive(link, channel->channel, deadline);
  if (!answer) return std::unexpected(answer.error());
  if (answer->command == ctaphid::Command::kWink) return {};
  const bool busy = answer->command == ctaphid::Command::kError && !answer->data.empty() &&
                    answer->data[0] == std::to_underlying(ctaphid::Error::kChannelBusy);
  if (busy)
    return std::unexpected(failure(Code::kBusy, say("another program uses it just now"), "busy"));
  return std::unexpected(
      failure(Code::kProtocol, say("it answers something else"), "wink-refused"));
}

}  // namespace fido

Result<void> wink(const std::string& node, std::chrono::milliseconds timeout) {
  const auto link = transport::open_hidraw(node);
  if (!link) return std::unexpected(link.error());
  return fido::wink(**link, timeout);
}

}  // namespace gokeyctl
