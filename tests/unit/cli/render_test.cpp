// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gtest/gtest.h>

#include "cli/front/text.h"
#include "cli/render/card.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

TokenStatus sample() {
  TokenStatus status;
  status.token.serial = "AABBCCDD";
  status.token.firmware = "0.1.0";
  status.token.board = "sim";
  status.token.state = LifeCycle::kProvisioned;
  status.openpgp.initialised = true;
  status.openpgp.signatures = 7;
  status.openpgp.tries_left = 2;
  status.openpgp.keys = {
      {KeyUse::kSignature, std::string(40, 'a'), "ed25519", std::nullopt, false},
      {KeyUse::kDecryption, std::string(40, 'b'), "cv25519", std::nullopt, true}};
  status.leds = TokenStatus::Leds{Led::kOn, Led::kOff};
  return status;
}

std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::size_t start = 0;
  while (start < text.size()) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    most = std::max(most, columns(text.substr(start, end - start)));
    start = end + 1;
  }
  return most;
}

TEST(StatusPage, SaysWhatAPersonWantsToKnow) {
  const std::string page =
      status_page(sample(), "desk", "14:05:02 CET, from the console", Style{false, 80});
  EXPECT_NE(page.find("desk (AABBCCDD): sig unlocked\n"), std::string::npos) << page;
  EXPECT_NE(page.find("Signature       unlocked  ed25519/AAAAAAAAAAAAAAAA"), std::string::npos)
      << page;
  EXPECT_NE(page.find("Decryption      locked    cv25519/BBBBBBBBBBBBBBBB"), std::string::npos)
      << page;
  EXPECT_NE(page.find("Tries left      2"), std::string::npos);
  EXPECT_NE(page.find("blue on: a key is unlocked"), std::string::npos);
  EXPECT_NE(page.find("As of           14:05:02 CET, from the console"), std::string::npos);
}

TEST(StatusPage, FitsFortyAndEightyColumns) {
  for (const std::size_t width : {40U, 80U}) {
    const std::string page =
        status_page(sample(), "desk", "14:05:02 CET, from the console", Style{false, width});
    EXPECT_LE(widest(page), width) << page;
  }
}

TEST(StatusPage, PassesNothingRawToTheTerminal) {
  TokenStatus status = sample();
  status.token.firmware = "0.1\x1b[2J";
  status.unrecognised = {"\x1b]0;owned\x07line"};
  const std::string page = status_page(status, "a\x1b[31m", "now", Style{false, 80});
  EXPECT_EQ(page.find('\x1b'), std::string::npos);
  EXPECT_EQ(page.find('\x07'), std::string::npos);
}

TEST(StatusPage, TellsTheDelay) {
  TokenStatus status = sample();
  status.openpgp.tries_left = 0;
  status.openpgp.retry_after_seconds = 42;
  EXPECT_EQ(tries_words(status), "none for 42 s, after wrong passphrases");
  EXPECT_EQ(duration(180), "3 min");
  EXPECT_EQ(duration(7500), "2 h 5 min");
}

TEST(StatusRow, IsStable) {
  const std::vector<std::string> row = status_row(sample());
  EXPECT_EQ(row, (std::vector<std::string>{"AABBCCDD", "unlocked", "sig=unlocked,dec=locked", "2",
                                           "", "native", "0.1.0"}));
  EXPECT_EQ(row.size(), status_header().size());
}

TEST(ChangeLine, NamesWhatIsNew) {
  TokenStatus after = sample();
  after.openpgp.keys[0].locked = true;
  after.openpgp.keys[1].locked = false;
  EXPECT_EQ(change_line(sample(), after), "dec unlocked; sig locked");
  EXPECT_EQ(change_line(after, after), "");
}

// RFC 4648, section 10
TEST(Pem, EncodesBase64) {
  const auto encoded = [](std::string_view text) {
    return to_base64(std::vector<std::uint8_t>(text.begin(), text.end()));
  };
  EXPECT_EQ(encoded(""), "");
  EXPECT_EQ(encoded("f"), "Zg==");
  EXPECT_EQ(encoded("fo"), "Zm8=");
  EXPECT_EQ(encoded("foo"), "Zm9v");
  EXPECT_EQ(encoded("foobar"), "Zm9vYmFy");
}

}  // namespace
}  // namespace gokeyctl::cli
