// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/status.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include "folder.h"

namespace gokeyctl {
namespace {

using nlohmann::json;

const char* const kNative = R"({"schema":1,
 "token":{"serial":"AABBCCDD","firmware":"0.1.0","dialect":"native","board":"sim","state":"provisioned",
          "secure_boot":false,"host_key":"SHA256:x","warnings":["a test key"]},
 "openpgp":{"initialised":true,"secure_storage":false,"signatures":7,"tries_left":3,"retry_after_seconds":null,"signature_pin_once":false,
  "keys":[{"use":"dec","fingerprint":"00112233445566778899aabbccddeeff00112233","algorithm":"cv25519","created":null,
           "locked":false},
          {"use":"sig","fingerprint":"FF112233445566778899aabbccddeeff00112233","algorithm":"ed25519",
           "created":"2026-01-01T00:00:00Z","locked":true}]},
 "fido":{"initialised":false,"secure_storage":null,"presence_test":null,
         "presence_pending":{"application":"example.org","seconds_left":9},"counter":null,"certificate_sha1":null},
 "leds":{"blue":"on","white":"off"}})";

json document() { return json::parse(kNative); }

Error error_of(const json& value) {
  const auto status = parse_status_json(value.dump());
  EXPECT_FALSE(status);
  return status ? Error{} : status.error();
}

TEST(StatusJson, ReadsWhatTheTokenSays) {
  const auto status = parse_status_json(kNative);
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_EQ(status->token.serial, "AABBCCDD");
  ASSERT_EQ(status->openpgp.keys.size(), 2U);
  EXPECT_EQ(status->openpgp.keys[0].use, KeyUse::kSignature) << "in the order sig, dec, aut";
  EXPECT_EQ(status->openpgp.keys[0].fingerprint, "ff112233445566778899aabbccddeeff00112233");
  EXPECT_TRUE(status->openpgp.keys[0].locked);
  EXPECT_FALSE(status->key(KeyUse::kDecryption)->locked);
  EXPECT_EQ(status->openpgp.tries_left, 3U);
  EXPECT_FALSE(status->openpgp.retry_after_seconds);
  EXPECT_EQ(status->fido.presence_pending->application, "example.org");
  EXPECT_EQ(status->leds->blue, Led::kOn);
}

TEST(StatusJson, WarningsMayBeMissingButNothingElse) {
  json value = document();
  EXPECT_EQ(parse_status_json(value.dump())->token.warnings,
            std::vector<std::string>{"a test key"});
  value["token"].erase("warnings");
  ASSERT_TRUE(parse_status_json(value.dump()));
  EXPECT_TRUE(parse_status_json(value.dump())->token.warnings.empty());
  for (const json& wrong : {json("text"), json(nullptr), json::parse("[5]")}) {
    value["token"]["warnings"] = wrong;
    EXPECT_EQ(error_of(value).code, Code::kProtocol) << wrong;
  }
}

TEST(StatusJson, WritesTheSameObjectAgain) {
  const auto status = parse_status_json(kNative);
  ASSERT_TRUE(status);
  const auto again = parse_status_json(to_json(*status));
  ASSERT_TRUE(again);
  EXPECT_EQ(to_json(*again), to_json(*status));
  json sorted = document();
  std::swap(sorted["openpgp"]["keys"][0], sorted["openpgp"]["keys"][1]);
  sorted["openpgp"]["keys"][0]["fingerprint"] = "ff112233445566778899aabbccddeeff00112233";
  EXPECT_EQ(json::parse(to_json(*status)), sorted);
}

TEST(StatusJson, AMissingFieldIsNamed) {
  for (const char* pointer :
       {"/schema", "/token/serial", "/token/board", "/openpgp/keys", "/openpgp/keys/0/locked",
        "/openpgp/retry_after_seconds", "/fido/certificate_sha1", "/leds"}) {
    json value = document();
    const json::json_pointer at(pointer);
    value.at(at.parent_pointer()).erase(at.back());
    const Error error = error_of(value);
    EXPECT_EQ(error.code, Code::kProtocol) << pointer;
    EXPECT_TRUE(error.details.at("field").ends_with(at.back())) << error.message;
  }
}

TEST(StatusJson, TypesAreStrict) {
  const std::pair<const char*, json> wrong[] = {{"/schema", 2},
                                                {"/token/serial", "AABBCCD"},
                                                {"/token/serial", 5},
                                                {"/token/dialect", "modern"},
                                                {"/token/secure_boot", "false"},
                                                {"/openpgp/initialised", nullptr},
                                                {"/openpgp/tries_left", -1},
                                                {"/openpgp/tries_left", 1.5},
                                                {"/openpgp/tries_left", 4294967296},
                                                {"/openpgp/keys", json::object()},
                                                {"/openpgp/keys/0/use", "sig"},
                                                {"/openpgp/keys/0/fingerprint", "00"},
                                                {"/fido/presence_pending", true},
                                                {"/leds/blue", "purple"},
                                                {"/token/firmware", std::string(5000, 'x')}};
  for (const auto& [pointer, replacement] : wrong) {
    json value = document();
    value[json::json_pointer(pointer)] = replacement;
    EXPECT_EQ(error_of(value).code, Code::kProtocol) << pointer << " = " << replacement;
  }
}

TEST(StatusJson, UnknownFieldsAreLeftOut) {
  json value = document();
  value["token"]["colour"] = "blue";
  value["more"] = 1;
  const auto status = parse_status_json(value.dump());
  ASSERT_TRUE(status);
  EXPECT_EQ(to_json(*status).find("colour"), std::string::npos);
}

TEST(StatusJson, LimitsHold) {
  EXPECT_FALSE(parse_status_json(""));
  EXPECT_FALSE(parse_status_json("[]"));
  EXPECT_FALSE(parse_status_json(std::string(70'000, ' ') + kNative));
  EXPECT_FALSE(parse_status_json(std::string(1000, '[') + std::string(1000, ']')));
  EXPECT_FALSE(parse_status_json("\xFF\xFE"));
}

class StatusText : public ::testing::Test {
 protected:
  static std::string page() {
    const json all = json::parse(testing::slurp(GOKEY_TEST_DATA "/console-classic/exec.json"));
    for (const json& step : all) {
      if (step["exec"] == "status") return step["received"];
    }
    return "";
  }
};

TEST_F(StatusText, ReadsTheOriginalsPage) {
  const auto status = parse_status_text(page());
  ASSERT_TRUE(status) << status.error().message;
  EXPECT_EQ(status->token.dialect, Dialect::kClassic);
  EXPECT_EQ(status->token.serial, "C148261A");
  EXPECT_TRUE(status->openpgp.initialised);
  EXPECT_EQ(status->openpgp.signatures, 0U);
  ASSERT_EQ(status->openpgp.keys.size(), 2U) << "'missing' is no key";
  EXPECT_EQ(status->key(KeyUse::kSignature)->fingerprint,
            "f1042d9a86250d27b78accd60fcc0adac250bdf4");
  EXPECT_TRUE(status->key(KeyUse::kDecryption)->locked);
  EXPECT_TRUE(status->fido.initialised) << "labels repeat in both blocks";
  EXPECT_EQ(status->fido.presence_test, false);
  EXPECT_EQ(status->fido.counter, 0U);
  EXPECT_EQ(status->fido.certificate_sha1, "41bcad512fac7dad996a31708618ed7556bf37eb");
  EXPECT_FALSE(status->openpgp.tries_left);
  EXPECT_TRUE(status->unrecognised.empty());
}

TEST_F(StatusText, ColoursCarriageReturnsAndEchoDoNotMatter) {
  std::string bare = page();
  std::erase(bare, '\r');
  const auto plain = parse_status_text(bare);
  const auto coloured =
      parse_status_text("status\r\n\x1B[36m" + page() + "\x1B[0m\x1B[31m> \x1B[0m");
  ASSERT_TRUE(plain);
  ASSERT_TRUE(coloured);
  EXPECT_EQ(to_json(*plain), to_json(*coloured));
}

TEST_F(StatusText, UnlockedIsEncryptedFalse) {
  std::string text = page();
  text.replace(text.find("encrypted: true"), 15, "encrypted: false");
  const auto status = parse_status_text(text);
  ASSERT_TRUE(status);
  EXPECT_FALSE(status->key(KeyUse::kSignature)->locked);
  EXPECT_TRUE(status->key(KeyUse::kDecryption)->locked);
}

TEST_F(StatusText, ANewLabelIsShownNotRejected) {
  std::string text = page();
  text.insert(text.find("Serial number"), "Battery level ..........: \x1B[31m9\r\n");
  const auto status = parse_status_text(text);
  ASSERT_TRUE(status);
  EXPECT_EQ(status->unrecognised, std::vector<std::string>{"Battery level ..........: 9"});
}

TEST_F(StatusText, DamageIsAnError) {
  const std::string good = page();
  EXPECT_FALSE(parse_status_text(""));
  EXPECT_FALSE(parse_status_text("Initialized ............: true\r\n")) << "outside any block";
  EXPECT_FALSE(parse_status_text(std::string(70'000, 'x')));
  const std::pair<const char*, const char*> damage[] = {
      {"C148261A", "C148261"},
      {"encrypted: true", "encrypted: perhaps"},
      {"Initialized ............: true", "Initialized ............: 1"},
      {"count.: 0", "count.: many"},
      {"F104 2D9A", "F104 2D9"},
      {"Decryption subkey ......", "Signature subkey ......."}};
  for (const auto& [from, to] : damage) {
    std::string text = good;
    text.replace(text.find(from), std::strlen(from), to);
    EXPECT_FALSE(parse_status_text(text)) << to;
  }
  EXPECT_FALSE(parse_status_text(good.substr(0, 300) + std::string(600, 'y') + good.substr(300)));
}

TEST(Summary, TheWorstComesFirst) {
  TokenStatus status;
  EXPECT_EQ(summarise(status), TokenState::kNotInitialised);
  status.openpgp.initialised = true;
  status.openpgp.keys = {{KeyUse::kSignature, "", {}, {}, true}};
  EXPECT_EQ(summarise(status), TokenState::kLocked);
  status.openpgp.keys[0].locked = false;
  EXPECT_EQ(summarise(status), TokenState::kUnlocked);
  status.leds = TokenStatus::Leds{Led::kOn, Led::kOn};
  EXPECT_EQ(summarise(status), TokenState::kWorking);
  status.fido.presence_pending = {"x", 3};
  EXPECT_EQ(summarise(status), TokenState::kPresenceRequested);
  status.openpgp.tries_left = 0;
  EXPECT_EQ(summarise(status), TokenState::kAttention);
  EXPECT_EQ(name(TokenState::kPresenceRequested), "presence-requested");
}

}  // namespace
}  // namespace gokeyctl
