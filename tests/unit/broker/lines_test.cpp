// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "broker/answer.h"
#include "broker/request.h"

namespace gokeyctl::broker {
namespace {

BrokerToken token() {
  BrokerToken token;
  token.id = token.serial = "AABBCCDD";
  token.nickname = "desk";
  token.attached = token.known = true;
  token.trust = TrustClass::kTofu;
  token.endpoint = Endpoint{.host = "::1", .port = 22, .interface = "enx1", .serial = "AABBCCDD"};
  token.state = TokenState::kUnlocked;
  token.status = TokenStatus();
  token.status->token.serial = "AABBCCDD";
  token.as_of = "2026-11-21T12:00:00Z";
  token.problem = Error{.code = Code::kTimeout,
                        .message = "no answer",
                        .hint = "wait",
                        .details = {{"reason", "no-answer"}},
                        .cause = std::make_shared<const Error>(Error{.code = Code::kUnreachable,
                                                                     .message = "the cause",
                                                                     .hint = {},
                                                                     .details = {},
                                                                     .cause = nullptr})};
  token.presented = HostKey{"ssh-ed25519", "SHA256:x"};
  token.held = {{KeyUse::kDecryption, Hold::Kind::kFor, "2026-11-21T12:10:00Z"}};
  token.presence =
      PresenceRequest{7, "github.com", "GitHub", "firefox", std::chrono::milliseconds(900)};
  return token;
}

TEST(Answers, ATokenComesBackAsItWas) {
  BrokerEvent event;
  event.kind = BrokerEvent::Kind::kLocked;
  event.time = "2026-11-21T12:00:00.000Z";
  event.id = "AABBCCDD";
  event.token = token();
  event.keys = {KeyUse::kDecryption};
  event.reason = LockReason::kTimeOver;
  const auto line = parse_line(format_event(event));
  ASSERT_TRUE(line) << line.error().message;
  const auto& back = std::get<BrokerEvent>(*line);
  EXPECT_EQ(back.reason, LockReason::kTimeOver);
  ASSERT_TRUE(back.token);
  EXPECT_EQ(to_json(*back.token), to_json(token()));
  EXPECT_EQ(back.token->problem->cause->message, "the cause");
}

// A manager shows it in its person's language; what is for scripts stays as it was.
TEST(Answers, ASentenceKeepsWhatItWasMadeOf) {
  BrokerEvent event;
  event.kind = BrokerEvent::Kind::kToken;
  event.time = "2026-11-21T12:00:00.000Z";
  event.id = "AABBCCDD";
  event.token = token();
  event.token->problem->message = say("{}: {}", say("log in to {}", "::1"), "no");
  event.token->problem->hint = say_count("{} try left", "{} tries left", 2);
  const auto line = parse_line(format_event(event));
  ASSERT_TRUE(line) << line.error().message;
  const Error& problem = *std::get<BrokerEvent>(*line).token->problem;
  EXPECT_EQ(problem.message, "log in to ::1: no");
  EXPECT_EQ(problem.message.making().pattern, "{}: {}");
  ASSERT_EQ(problem.message.making().values.size(), 2U);
  EXPECT_EQ(problem.message.making().values[0].making().pattern, "log in to {}");
  EXPECT_TRUE(problem.message.making().values[1].making().pattern.empty());
  EXPECT_EQ(problem.hint, "2 tries left");
  EXPECT_EQ(problem.hint.making().plural, "{} tries left");
  EXPECT_EQ(problem.hint.making().count, 2U);
  EXPECT_EQ(to_json(*event.token).find("making"), std::string::npos);
}

TEST(Answers, ASentenceThatIsNotWhatItSaysItIsStaysEnglish) {
  std::string line =
      format_answer(9, std::unexpected(Error{Code::kFailed, say("no {}", "way"), "", {}, nullptr}));
  const auto at = line.find("no {}");
  ASSERT_NE(at, std::string::npos);
  line.replace(at, 2, "on");
  const auto parsed = parse_line(line);
  ASSERT_TRUE(parsed);
  const Error& error = std::get<Answer>(*parsed).data.error();
  EXPECT_EQ(error.message, "no way");
  EXPECT_TRUE(error.message.making().pattern.empty());
}

TEST(Answers, AnErrorKeepsItsCode) {
  const auto line = parse_line(format_answer(
      9, std::unexpected(Error{Code::kWrongPassphrase, "no", "", {{"tries_left", "2"}}, nullptr})));
  ASSERT_TRUE(line);
  const auto& answer = std::get<Answer>(*line);
  EXPECT_EQ(answer.id, 9U);
  EXPECT_EQ(answer.data.error().code, Code::kWrongPassphrase);
  EXPECT_EQ(answer.data.error().details.at("tries_left"), "2");
}

TEST(Answers, WhatIsNoneIsRefused) {
  for (const char* text : {"", "{}", "[]", "null", R"({"id":1})", R"({"id":1,"ok":true})",
                           R"({"id":1,"ok":false,"error":null})", R"({"event":"token"})",
                           R"({"event":"console","token":"A","data":1})",
                           R"({"event":"unheard-of","time":"","token":"","data":{}})"}) {
    EXPECT_FALSE(parse_line(text)) << text;
  }
}

TEST(Requests, EachComesBackAsItWas) {
  Request unlock{.id = 3, .kind = Request::Kind::kUnlock, .token = "AABBCCDD"};
  unlock.scope = Scope::kDecryption;
  unlock.hold = {Hold::Kind::kFor, std::chrono::seconds(600)};
  const auto back = parse_request(format_request(unlock));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(back->kind, Request::Kind::kUnlock);
  EXPECT_EQ(back->token, "AABBCCDD");
  EXPECT_EQ(back->scope, Scope::kDecryption);
  EXPECT_EQ(back->hold.duration, std::chrono::seconds(600));
  EXPECT_EQ(format_request(*back), format_request(unlock));
}

TEST(Requests, OneTakesAnotherBack) {
  const auto cancel = parse_request(R"({"id":9,"request":"cancel","of":7})");
  ASSERT_TRUE(cancel) << cancel.error().message;
  EXPECT_EQ(cancel->of, 7U);
  EXPECT_EQ(format_request(*cancel), R"({"id":9,"request":"cancel","of":7})");
  EXPECT_FALSE(parse_request(R"({"id":9,"request":"cancel"})"));
  const auto stop = parse_request(R"({"id":9,"request":"stop-connecting","token":"AABBCCDD"})");
  ASSERT_TRUE(stop) << stop.error().message;
  EXPECT_EQ(stop->token, "AABBCCDD");
}

TEST(Requests, ARefreshMayLeaveTheTokenOpen) {
  const auto any = parse_request(R"({"id":1,"request":"refresh"})");
  ASSERT_TRUE(any) << any.error().message;
  EXPECT_TRUE(any->token.empty());
  EXPECT_EQ(format_request(*any), R"({"id":1,"request":"refresh"})");
  EXPECT_FALSE(parse_request(R"({"id":1,"request":"refresh","token":null})"));
}

TEST(Requests, WhatIsNoneIsRefused) {
  const std::string deep(40, '[');
  const std::string name(300, 'a');
  for (
      const std::string& text :
      {std::string(), std::string("{}"), std::string("hello"), deep,
       std::string(R"({"id":1,"request":"fly"})"), std::string(R"({"id":-1,"request":"info"})"),
       std::string(R"({"id":1,"request":"lock","scope":"all"})"),
       std::string(R"({"id":1,"request":"unlock","token":"A","scope":"all"})"),
       std::string(
           R"({"id":1,"request":"unlock","token":"A","scope":"all","hold":{"kind":"for","seconds":0}})"),
       R"({"id":1,"request":"refresh","token":")" + name + R"("})",
       std::string(R"({"id":1,"request":"add-console","endpoint":{"host":"a","port":70000}})")}) {
    EXPECT_FALSE(parse_request(text)) << text;
  }
}

}  // namespace
}  // namespace gokeyctl::broker
