// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/dhcp.h"

#include <gtest/gtest.h>

#include "little_endian.h"

namespace gokey::net {
namespace {

using testing::bytes;
using wire::WireError;
using Message = std::vector<std::uint8_t>;

constexpr std::size_t kServerName = 44, kFile = 108, kOptions = 240;

// A client's message with these options, `End` included.
Message message(std::string_view options, std::string_view client = "00000000") {
  Message out = bytes("01010600 11223344 0000 8000");
  const Message address = bytes(client);
  out.insert(out.end(), address.begin(), address.end());
  out.resize(28);
  const Message mac = bytes("0647AABBCCDD");
  out.insert(out.end(), mac.begin(), mac.end());
  out.resize(236);
  const Message rest = bytes(std::string("63825363") + std::string(options));
  out.insert(out.end(), rest.begin(), rest.end());
  return out;
}

void place(Message& out, std::size_t at, std::string_view text) {
  const Message content = bytes(text);
  std::copy(content.begin(), content.end(), out.begin() + static_cast<std::ptrdiff_t>(at));
}

// The options of the answer, up to `End`; empty if there is none.
std::string answer(const Message& request) {
  const auto parsed = parse_dhcp(request);
  if (!parsed) return "refused";
  const auto reply = answer_dhcp(*parsed);
  if (!reply) return "silence";
  const wire::Bytes options = wire::Bytes(reply->message).subspan(kOptions);
  // Behind `End` there are zeros alone.
  const auto end = std::find(options.rbegin(), options.rend(), 0xFF);
  return wire::to_upper_hex(options.first(static_cast<std::size_t>(options.rend() - end) - 1));
}

constexpr auto kOffer = "350102 36040A00000A 330400015180 0104FFFFFF00";
constexpr auto kAck = "350105 36040A00000A 330400015180 0104FFFFFF00";
constexpr auto kNak = "350106 36040A00000A";

std::string packed(std::string_view text) { return wire::to_upper_hex(bytes(text)); }

TEST(Dhcp, GivesTheHostItsAddress) {
  EXPECT_EQ(answer(message("350101 FF")), packed(kOffer));
  EXPECT_EQ(answer(message("350103 32040A000001 36040A00000A FF")), packed(kAck));
}

TEST(Dhcp, AnswersInTheFieldsOfTheRequest) {
  const auto reply = answer_dhcp(parse_dhcp(message("350101 FF")).value());
  ASSERT_TRUE(reply);
  EXPECT_TRUE(reply->broadcast);
  EXPECT_GE(reply->message.size(), 300U);
  const Message head(reply->message.begin(), reply->message.begin() + 34);
  EXPECT_EQ(wire::to_upper_hex(head),
            packed("02010600 11223344 0000 8000 00000000 0A000001 00000000 "
                   "00000000 0647AABBCCDD"));
}

TEST(Dhcp, KnowsAReturningHost) {
  EXPECT_EQ(answer(message("350103 32040A000001 FF")), packed(kAck));  // INIT-REBOOT
  EXPECT_EQ(answer(message("350103 3204C0A80102 FF")), packed(kNak));  // from elsewhere
  EXPECT_EQ(answer(message("350103 FF", "0A000001")), packed(kAck));   // RENEWING
  EXPECT_EQ(answer(message("350103 FF")), packed(kNak));               // no address at all
  const auto renewal = answer_dhcp(parse_dhcp(message("350103 FF", "0A000001")).value());
  EXPECT_FALSE(renewal->broadcast);
}

TEST(Dhcp, LeavesOtherServersTheirClients) {
  EXPECT_EQ(answer(message("350103 32040A000001 36040A000063 FF")), "silence");
}

TEST(Dhcp, InformsWithoutALease) {
  EXPECT_EQ(answer(message("350108 FF", "0A000001")), packed("350105 36040A00000A 0104FFFFFF00"));
}

TEST(Dhcp, IsSilentWhereTheProtocolIs) {
  for (const auto* type : {"350102 FF", "350104 FF", "350105 FF", "350106 FF", "350107 FF"}) {
    EXPECT_EQ(answer(message(type)), "silence") << type;
  }
}

TEST(Dhcp, NeverNamesARouterOrNameServer) {
  // Asked for by the parameter request list.
  EXPECT_EQ(answer(message("350101 3706 01 03 06 0F 77 79 FF")), packed(kOffer));
}

TEST(DhcpOptions, MayOverflowIntoOtherFields) {
  Message request = message("340103 FF");
  place(request, kFile, "350103 FF");
  place(request, kServerName, "32040A000001 FF");
  EXPECT_EQ(answer(request), packed(kAck));
  request = message("340101 FF");
  place(request, kFile, "350101 FF");
  EXPECT_EQ(answer(request), packed(kOffer));
}

TEST(DhcpOptions, OverloadThatLies) {
  EXPECT_EQ(parse_dhcp(message("350101 340100 FF")).has_value(), true);
  EXPECT_EQ(parse_dhcp(message("350101 340104 FF")).error(), WireError::kMalformed);
  EXPECT_EQ(parse_dhcp(message("350101 34020101 FF")).error(), WireError::kMalformed);
  // The field says nothing, so it has no end.
  EXPECT_EQ(parse_dhcp(message("350101 340101 FF")).error(), WireError::kTruncated);
  // An option that reaches beyond its field.
  Message request = message("350101 340101 FF");
  place(request, kFile, "0CFF");
  EXPECT_EQ(parse_dhcp(request).error(), WireError::kTruncated);
  // An overload within the overloaded field changes nothing any more.
  request = message("350101 340101 FF");
  place(request, kFile, "340102 FF");
  EXPECT_TRUE(parse_dhcp(request));
}

TEST(DhcpOptions, OfTheWrongSize) {
  for (const auto* options :
       {"3500 FF", "35020101 FF", "350101 3203 0A0000 FF", "350101 3600 FF"}) {
    EXPECT_EQ(parse_dhcp(message(options)).error(), WireError::kMalformed) << options;
  }
}

TEST(DhcpMessages, OfOtherKindsAreNotForUs) {
  EXPECT_EQ(parse_dhcp(message("FF")).error(), WireError::kUnsupported);         // BOOTP
  EXPECT_EQ(parse_dhcp(message("350109 FF")).error(), WireError::kUnsupported);  // unknown type
  EXPECT_EQ(parse_dhcp(message("350100 FF")).error(), WireError::kUnsupported);
  for (const auto& [at, value] : {std::pair{0, 2}, {1, 6}, {2, 16}, {24, 10}}) {
    Message request = message("350101 FF");
    request.at(static_cast<std::size_t>(at)) = static_cast<std::uint8_t>(value);
    EXPECT_EQ(parse_dhcp(request).error(), WireError::kUnsupported) << at;
  }
  Message request = message("350101 FF");
  request.at(236) = 0;
  EXPECT_EQ(parse_dhcp(request).error(), WireError::kMalformed);
}

TEST(DhcpMessages, EveryTruncationIsRefused) {
  const Message request = message("350103 32040A000001 36040A00000A FF");
  for (std::size_t size = 0; size < request.size(); ++size) {
    EXPECT_EQ(parse_dhcp(wire::Bytes(request).first(size)).error(), WireError::kTruncated) << size;
  }
}

TEST(Addresses, AreMadeFromTheSerial) {
  const Serial serial{0xAA, 0xBB, 0xCC, 0xDD};
  EXPECT_EQ(mac_text(token_mac(serial)), "0247AABBCCDD");
  EXPECT_EQ(mac_text(host_mac(serial)), "0647AABBCCDD");
  EXPECT_EQ(host_name(serial), "gokey-AABBCCDD");
}

}  // namespace
}  // namespace gokey::net
