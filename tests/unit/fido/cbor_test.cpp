// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/cbor.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "wire/hex.h"

namespace gokey::wire {
namespace {

std::vector<std::uint8_t> hex(std::string_view digits) { return from_hex(digits).value(); }

std::string refusal(std::string_view digits) {
  const auto bytes = hex(digits);
  const auto value = parse_cbor(bytes);
  if (value) return "taken";
  switch (value.error()) {
    case WireError::kTruncated:
      return "truncated";
    case WireError::kMalformed:
      return "malformed";
    case WireError::kUnsupported:
      return "unsupported";
    default:
      return "other";
  }
}

// RFC 8949, appendix A.
TEST(Cbor, IntegersAsInTheRfc) {
  const std::pair<std::int64_t, const char*> examples[] = {
      {0, "00"},
      {23, "17"},
      {24, "1818"},
      {255, "18ff"},
      {256, "190100"},
      {1000, "1903e8"},
      {65536, "1a00010000"},
      {1000000000000, "1b000000e8d4a51000"},
      {-1, "20"},
      {-10, "29"},
      {-100, "3863"},
      {-1000, "3903e7"},
      {std::numeric_limits<std::int64_t>::min(), "3b7fffffffffffffff"}};
  for (const auto& [number, digits] : examples) {
    EXPECT_EQ(to_hex(CborWriter().integer(number).buffer()), digits);
    const auto bytes = hex(digits);
    EXPECT_EQ(parse_cbor(bytes)->integer(), number) << digits;
  }
  const auto largest = hex("1bffffffffffffffff");
  EXPECT_EQ(parse_cbor(largest)->unsigned_integer(), 0xFFFF'FFFF'FFFF'FFFF);
  EXPECT_EQ(parse_cbor(largest)->integer(), std::nullopt);
}

TEST(Cbor, AMapIsReadByItsKeys) {
  CborWriter out;
  out.map(4).integer(1).bytes(hex("c0ffee")).integer(-1).boolean(true);
  out.text("id").text("x").text("list").array(2).integer(7).text("y");
  EXPECT_EQ(to_hex(out.buffer()),
            "a40143c0ffee20f56269646178646c6973748207"
            "6179");
  const auto value = parse_cbor(out.buffer());
  ASSERT_TRUE(value);
  EXPECT_TRUE(value->is_map());
  EXPECT_EQ(value->size(), 4U);
  EXPECT_EQ(to_hex(*value->find(1)->bytes()), "c0ffee");
  EXPECT_EQ(value->find(-1)->boolean(), true);
  EXPECT_EQ(value->find("id")->text(), "x");
  EXPECT_FALSE(value->find(2));
  EXPECT_FALSE(value->find("i"));
  auto elements = value->find("list")->children();
  EXPECT_EQ(elements.next()->integer(), 7);
  EXPECT_EQ(elements.next()->text(), "y");
  EXPECT_FALSE(elements.next());
  EXPECT_EQ(value->find(1)->text(), std::nullopt) << "of another type";
}

TEST(Cbor, OnlyTheShortestFormOfALengthIsTaken) {
  for (const char* longer :
       {"1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "5800", "980101"}) {
    EXPECT_EQ(refusal(longer), "malformed") << longer;
  }
}

TEST(Cbor, MapKeysAreSortedAndUnique) {
  EXPECT_EQ(refusal("a201000200"), "taken");
  EXPECT_EQ(refusal("a202000100"), "malformed");
  EXPECT_EQ(refusal("a201000100"), "malformed") << "twice";
  EXPECT_EQ(refusal("a218180020"
                    "00"),
            "taken")
      << "a positive number of two bytes before -1";
  EXPECT_EQ(refusal("a261620062616100"), "taken") << "the shorter text first";
  EXPECT_EQ(refusal("a262616100616200"), "malformed");
}

TEST(Cbor, WhatCtapDoesNotKnowIsRefused) {
  EXPECT_EQ(refusal("c000"), "unsupported") << "a tag";
  EXPECT_EQ(refusal("f93c00"), "unsupported") << "a float";
  EXPECT_EQ(refusal("f7"), "unsupported") << "undefined";
  EXPECT_EQ(refusal("9fff"), "malformed") << "an indefinite length";
  EXPECT_EQ(refusal("1c"), "malformed") << "a reserved length";
  EXPECT_EQ(refusal("0000"), "malformed") << "two values";
}

TEST(Cbor, FourLevelsAndNoMore) {
  EXPECT_EQ(refusal("8181818100"), "taken");
  EXPECT_EQ(refusal("818181818100"), "malformed");
  EXPECT_EQ(refusal("a101a101a101a1018100"), "malformed");
  const std::string deep(20000, '8');  // 0x88 each: arrays of eight arrays of …
  EXPECT_EQ(refusal(deep), "malformed");
}

TEST(Cbor, LengthsThatLieCostNothing) {
  for (const char* liar : {"", "5b7fffffffffffffff", "9b7fffffffffffffff00",
                           "bb7fffffffffffffff0000", "4200", "8200", "a100", "19"}) {
    EXPECT_EQ(refusal(liar), "truncated") << liar;
  }
}

}  // namespace
}  // namespace gokey::wire
