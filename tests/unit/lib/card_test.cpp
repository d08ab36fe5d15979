// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include <gtest/gtest.h>

#include "base/hex.h"
#include "card/reader.h"
#include "gokeyctl/token.h"

namespace gokeyctl {
namespace {

using card::CardObjects;
using card::OpenPgpReader;

std::vector<std::uint8_t> hex(std::string text) {
  std::erase(text, ' ');
  return base::parse_hex(text).value();
}

// A card that expects these commands in this order.
class ScriptedCard final : public transport::CardLink {
 public:
  ScriptedCard& expect(const std::string& command, const std::string& response) {
    steps_.emplace_back(hex(command), hex(response));
    return *this;
  }
  Result<std::vector<std::uint8_t>> transmit(std::span<const std::uint8_t> command) override {
    if (steps_.empty()) return std::unexpected(Error{});
    EXPECT_EQ(base::hex_lower(command), base::hex_lower(steps_.front().first));
    auto response = std::move(steps_.front().second);
    steps_.pop_front();
    return response;
  }

 private:
  std::deque<std::pair<std::vector<std::uint8_t>, std::vector<std::uint8_t>>> steps_;
};

const std::string kAid = "D2760001240103 04FF00 AABBCCDD 0000";
CardObjects objects() {
  const std::string sig(40, '1');
  const std::string none(40, '0');
  const std::string discretionary =
      "C10A162B06010401DA470F01 C20B122B060104019755010501 C306010800002000"
      "C40701 7F7F7F 03 00 02"
      "C53C" +
      sig + none + none + "CD0C 65000000 00000000 00000000";
  const auto inner = hex(discretionary);
  CardObjects out;
  std::string length =
      base::hex_lower(std::vector<std::uint8_t>{static_cast<std::uint8_t>(inner.size())});
  const std::string body = "4F10" + kAid + "7381" + length + discretionary;
  length = base::hex_lower(std::vector<std::uint8_t>{static_cast<std::uint8_t>(hex(body).size())});
  out.application = hex("6E81" + length + body);
  out.cardholder = hex("6510 5B03426172 5F2D0464656465 5F350132");
  out.security = hex("7A05 9303 000102");
  out.url = {'x'};
  return out;
}

TEST(OpenPgpReaderTest, AsksBeforeItSelects) {
  ScriptedCard card;
  card.expect("00CA004F00", kAid + "9000");
  EXPECT_TRUE(OpenPgpReader(card).select()) << "already selected: what scdaemon verified stays";
  ScriptedCard other;
  other.expect("00CA004F00", "6D00").expect("00A4040006D2760001240100", "9000");
  EXPECT_TRUE(OpenPgpReader(other).select());
  ScriptedCard none;
  none.expect("00CA004F00", "6D00").expect("00A4040006D2760001240100", "6A82");
  EXPECT_EQ(OpenPgpReader(none).select().error().code, Code::kNoToken);
}

TEST(OpenPgpReaderTest, CollectsWhatComesInPieces) {
  ScriptedCard card;
  card.expect("00CA006E00", "0102 6102").expect("00C0000002", "0304 9000");
  EXPECT_EQ(**OpenPgpReader(card).get_data(0x6E), hex("01020304"));
}

TEST(OpenPgpReaderTest, MissingObjectsAndHostileCards) {
  ScriptedCard missing;
  missing.expect("00CA5F5000", "6A88");
  EXPECT_FALSE(OpenPgpReader(missing).get_data(0x5F50)->has_value());
  ScriptedCard endless;
  endless.expect("00CA006E00", "01 6100").expect("00C0000000", "6100");
  EXPECT_EQ(OpenPgpReader(endless).get_data(0x6E).error().code, Code::kProtocol);
  ScriptedCard mute;
  mute.expect("00CA006E00", "90");
  EXPECT_EQ(OpenPgpReader(mute).get_data(0x6E).error().code, Code::kProtocol);
}

TEST(CardInfoTest, ReadsTheDataObjects) {
  const auto info = card::parse_card(objects());
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info->serial, "AABBCCDD");
  EXPECT_EQ(info->version, "3.4");
  EXPECT_EQ(info->manufacturer_name, "unmanaged S/N range");
  EXPECT_EQ(info->name, "Bar");
  EXPECT_EQ(info->language, "dede");
  EXPECT_EQ(info->sex, "2");
  EXPECT_EQ(info->signatures, 0x102U);
  EXPECT_TRUE(info->signature_pin_once);
  EXPECT_EQ(info->tries, (std::array<std::uint8_t, 3>{3, 0, 2}));
  ASSERT_EQ(info->keys.size(), 1U) << "a fingerprint of zeros is no key";
  EXPECT_EQ(info->keys[0].algorithm, "ed25519");
  EXPECT_EQ(info->keys[0].created, "2023-09-12T06:06:56Z");
}

TEST(CardInfoTest, DamageIsAnErrorOrEmpty) {
  CardObjects damaged = objects();
  for (std::size_t size = 0; size < damaged.application.size(); ++size) {
    CardObjects cut = objects();
    cut.application.resize(size);
    EXPECT_FALSE(card::parse_card(cut)) << size;
  }
}

TEST(CardInfoTest, Algorithms) {
  EXPECT_EQ(card::algorithm_name(hex("010800002000")), "rsa2048");
  EXPECT_EQ(card::algorithm_name(hex("132A8648CE3D030107")), "nistp256");
  EXPECT_EQ(card::algorithm_name(hex("132A8648CE3D030107FF")), "nistp256");
  EXPECT_EQ(card::algorithm_name(hex("122B060104019755010501")), "cv25519");
  EXPECT_EQ(card::algorithm_name(hex("1301")), "1301");
  EXPECT_EQ(card::algorithm_name({}), "");
}

TEST(TokenTest, StatusFromACard) {
  const auto info = card::parse_card(objects());
  const TokenStatus status = status_from_card(*info);
  EXPECT_TRUE(status.openpgp.initialised);
  EXPECT_EQ(status.openpgp.tries_left, 3U);
  EXPECT_FALSE(status.token.host_key);
}

TEST(TokenTest, Selectors) {
  EXPECT_EQ(parse_selector("aabb")->kind, Selector::Kind::kSerial);
  EXPECT_EQ(parse_selector("aabb")->text, "AABB");
  EXPECT_EQ(parse_selector("AABBCCDDE")->kind, Selector::Kind::kNickname);
  EXPECT_EQ(parse_selector("work")->kind, Selector::Kind::kNickname);
  EXPECT_EQ(parse_selector("usb:1-2.3")->text, "1-2.3");
  const auto console = parse_selector("console:[::1]:2222");
  ASSERT_TRUE(console);
  EXPECT_EQ(console->endpoint.host, "::1");
  EXPECT_EQ(console->endpoint.text(), "[::1]:2222");
  EXPECT_EQ(parse_selector("console:10.0.0.10")->endpoint.port, 22);
  for (const char* bad : {"", "console:", "usb:", "usb:../x", "a b", "-x", "console:host:99999"}) {
    EXPECT_EQ(parse_selector(bad).error().code, Code::kUsage) << bad;
  }
}

}  // namespace
}  // namespace gokeyctl
