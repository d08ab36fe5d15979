// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "card/reader.h"

#include <array>

#include "base/hex.h"
#include "wire/apdu.h"

namespace gokeyctl::card {
namespace {

namespace wire = gokey::wire;

constexpr std::array<std::uint8_t, 6> kAid{0xD2, 0x76, 0x00, 0x01, 0x24, 0x01};
constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kGetData = 0xCA;
constexpr std::uint8_t kGetNextData = 0xCC;
constexpr std::uint8_t kGetResponse = 0xC0;
constexpr std::uint16_t kSelectByName = 0x0400;
constexpr std::uint16_t kTagAid = 0x004F;
constexpr std::size_t kMaxObject = 64 * 1024;

Error protocol_error(Sentence why) {
  return Error{.code = Code::kProtocol,
               .message = say("{}: {}", say("read the card"), std::move(why)),
               .hint = {},
               .details = {{"reason", "unexpected-answer"}},
               .cause = nullptr};
}

Sentence sw_text(std::uint16_t sw) {
  const std::array<std::uint8_t, 2> bytes{static_cast<std::uint8_t>(sw >> 8),
                                          static_cast<std::uint8_t>(sw & 0xFF)};
  return say("status word {}", base::hex_lower(bytes));
}

bool is_openpgp(std::span<const std::uint8_t> aid) {
  return aid.size() >= kAid.size() && std::equal(kAid.begin(), kAid.end(), aid.begin());
}

}  // namespace

Result<OpenPgpReader::Answer> OpenPgpReader::exchange(std::uint8_t ins, std::uint16_t p1p2,
                                                      std::span<const std::uint8_t> data) {
  wire::CommandApdu command{.cla = 0x00,
                            .ins = ins,
                            .p1 = static_cast<std::uint8_t>(p1p2 >> 8),
                            .p2 = static_cast<std::uint8_t>(p1p2 & 0xFF),
                            .data = data,
                            .ne = wire::kMaxShortNe,
                            .extended = false};
  Answer answer;
  for (;;) {
    const auto bytes = wire::encode_command(command);
    if (!bytes) return std::unexpected(protocol_error(say("a command is too long")));
    const auto response = link_.transmit(*bytes);
    if (!response) return std::unexpected(response.error());
    const auto parsed = wire::parse_response(*response);
    if (!parsed) return std::unexpected(protocol_error(say("an answer without a status word")));
    answer.data.insert(answer.data.end(), parsed->data.begin(), parsed->data.end());
    answer.sw = parsed->sw;
    if (answer.data.size() > kMaxObject)
      return std::unexpected(protocol_error(say("an object larger than 64 KiB")));
    // ISO/IEC 7816-4, 5.3.4: 61xx, xx more bytes wait. One that brings nothing would go on for
    // ever.
    const bool more = (answer.sw & 0xFF00U) == 0x6100U;
    if (!more) return answer;
    if (parsed->data.empty() && command.ins == kGetResponse) {
      return std::unexpected(protocol_error(say("it promises more bytes and sends none")));
    }
    const std::uint32_t count = answer.sw & 0xFFU;
    command = {.cla = 0x00,
               .ins = kGetResponse,
               .p1 = 0,
               .p2 = 0,
               .data = {},
               .ne = count == 0 ? wire::kMaxShortNe : count,
               .extended = false};
  }
}

Result<void> OpenPgpReader::select() {
  const auto aid = exchange(kGetData, kTagAid, {});
  if (!aid) return std::unexpected(aid.error());
  if (aid->sw == wire::sw::kOk && is_openpgp(aid->data)) return {};
  const auto selected = exchange(kSelect, kSelectByName, kAid);
  if (!selected) return std::unexpected(selected.error());
  if (selected->sw == wire::sw::kOk) return {};
  return std::unexpected(Error{
      .code = Code::kNoToken,
      .message = say("read the card: it has no OpenPGP application ({})", sw_text(selected->sw)),
      .hint = "gokeyctl list",
      .details = {{"reason", "no-openpgp"}},
      .cause = nullptr});
}

Result<std::optional<std::vector<std::uint8_t>>> OpenPgpReader::read_object(std::uint8_t ins,
                                                                            std::uint16_t tag) {
  auto answer = exchange(ins, tag, {});
  if (!answer) return std::unexpected(std::move(answer).error());
  if (answer->sw == wire::sw::kOk) return std::move(answer->data);
  if (answer->sw == wire::sw::kReferencedDataNotFound || answer->sw == wire::sw::kFileNotFound ||
      answer->sw == wire::sw::kIncorrectP1P2 || answer->sw == wire::sw::kInstructionNotSupported) {
    return std::nullopt;
  }
  return std::unexpected(protocol_error(say("GET DATA answers {}", sw_text(answer->sw))));
}

Result<std::optional<std::vector<std::uint8_t>>> OpenPgpReader::get_data(std::uint16_t tag) {
  return read_object(kGetData, tag);
}
Result<std::optional<std::vector<std::uint8_t>>> OpenPgpReader::get_next_data(std::uint16_t tag) {
  return read_object(kGetNextData, tag);
}

}  // namespace gokeyctl::card
