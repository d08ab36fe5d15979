// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "fido/wink.h"

#include <deque>
#include <functional>

#include <gtest/gtest.h>

#include "wire/ctaphid.h"

namespace gokeyctl::fido {
namespace {

namespace ctaphid = gokey::wire::ctaphid;
using ctaphid::Command;
using namespace std::chrono_literals;

// A token at the other end of the cable, of which each test says how it answers.
class Token final : public transport::ReportLink {
 public:
  std::uint8_t capabilities = ctaphid::capability::kWink | ctaphid::capability::kCbor;
  std::function<void(Token&)> before_init = [](Token&) {};
  ctaphid::Message wink_answer{7, Command::kWink, {}};
  std::vector<Command> seen;

  void answer(ctaphid::Message message) {
    ctaphid::Fragmenter fragments(std::move(message));
    while (const auto packet = fragments.next()) reports_.push_back(*packet);
  }

  Result<transport::Report> read(base::Deadline) override {
    if (reports_.empty())
      return std::unexpected(Error{Code::kTimeout, "no answer in time", "", {}, nullptr});
    const transport::Report report = reports_.front();
    reports_.pop_front();
    return report;
  }

  Result<void> write(const transport::Report& report) override {
    const auto packet = ctaphid::parse_packet(report);
    seen.push_back(packet.command);
    if (packet.command == Command::kInit) {
      before_init(*this);
      ctaphid::InitResponse response;
      std::copy_n(packet.data.begin(), 8, response.nonce.begin());
      response.channel = 7;
      response.capabilities = capabilities;
      answer({packet.channel, Command::kInit, ctaphid::encode(response)});
    } else {
      EXPECT_EQ(packet.channel, 7U) << "on the channel it was given";
      answer(wink_answer);
    }
    return {};
  }

 private:
  std::deque<transport::Report> reports_;
};

TEST(Wink, OpensAChannelAndWinksOnIt) {
  Token token;
  EXPECT_TRUE(wink(token, 1s));
  EXPECT_EQ(token.seen, (std::vector{Command::kInit, Command::kWink}));
}

TEST(Wink, PassesOverTheAnswersToOthersAndKeepAlives) {
  Token token;
  token.before_init = [](Token& t) {
    t.answer({ctaphid::kBroadcast, Command::kInit, ctaphid::encode(ctaphid::InitResponse{})});
    t.answer({9, Command::kCbor, std::vector<std::uint8_t>(200, 0xAA)});
    t.answer({ctaphid::kBroadcast, Command::kInit, {1, 2, 3}});
  };
  EXPECT_TRUE(wink(token, 1s)) << "another program opens a channel at the same time";
}

TEST(Wink, IsNotAskedOfATokenThatCannot) {
  Token token;
  token.capabilities = ctaphid::capability::kCbor;
  EXPECT_EQ(wink(token, 1s).error().code, Code::kUnsupported);
  EXPECT_EQ(token.seen.size(), 1U);
}

TEST(Wink, TellsARefusalAndSilence) {
  Token token;
  token.wink_answer = {7, Command::kError, {std::to_underlying(ctaphid::Error::kChannelBusy)}};
  EXPECT_EQ(wink(token, 1s).error().code, Code::kBusy);
  token.wink_answer = {7, Command::kPing, {}};
  EXPECT_EQ(wink(token, 1s).error().code, Code::kProtocol);
  token.wink_answer = {8, Command::kWink, {}};
  EXPECT_EQ(wink(token, 1s).error().code, Code::kTimeout) << "that was another channel's";
}

}  // namespace
}  // namespace gokeyctl::fido
