// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sessions, command dispatch and the commands that need no key.
#include "core/openpgp/card.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "core/openpgp/hex_digits.h"
#include "wire/tlv.h"

namespace gokey::openpgp {
namespace {

namespace sw = wire::sw;

constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kGetResponse = 0xC0;
constexpr std::uint16_t kCertificate = 0x7F21;
constexpr std::uint8_t kCertificates = 3;  // occurrences: authentication, decryption, signature

// ISO/IEC 7816-4:2013, table 2. Nothing where the class is one of ours.
std::optional<wire::StatusWord> refuse_class(std::uint8_t cla) {
  if ((cla & 0x80U) != 0 || (cla & 0xE0U) == 0x20) return sw::kClassNotSupported;
  if ((cla & 0x40U) != 0) return sw::kLogicalChannelNotSupported;
  if ((cla & 0x0CU) != 0) return sw::kSecureMessagingNotSupported;
  if ((cla & 0x03U) != 0) return sw::kLogicalChannelNotSupported;
  return std::nullopt;
}

// Without Le the response may have any length that the form of the command can ask for: clients
// that leave it out (scdaemon's SELECT) still expect the data.
std::size_t response_limit(const wire::CommandApdu& command) {
  if (command.ne != 0) return command.ne;
  return command.extended ? wire::kMaxExtendedNe : wire::kMaxShortNe;
}

}  // namespace

// OpenPGP card 3.4.1, 7.1. GET RESPONSE is served before this table is looked at.
const Card::Instruction Card::kInstructions[] = {
    {kSelect, &Card::select},
    {0xCA, &Card::get_data},
    {0xCC, &Card::get_next_data},
    {0xA5, &Card::select_data},
    {0x20, &Card::verify},
    {0x2A, &Card::perform_security_operation},
    {0x88, &Card::internal_authenticate},
    {0x22, &Card::manage_security_environment},
    {0x47, &Card::key_pair},
    {0x84, &Card::get_challenge},
    {0xDA, &Card::need_pw3},       // PUT DATA
    {0xDB, &Card::need_pw3},       // PUT DATA: key import
    {0x2C, &Card::need_pw3},       // RESET RETRY COUNTER
    {0x24, &Card::never_allowed},  // CHANGE REFERENCE DATA
    {0xE6, &Card::never_allowed},  // TERMINATE DF
    {0x44, &Card::never_allowed},  // ACTIVATE FILE
};

Card::Card(token::Token& token, hal::Random& random, Options options)
    : token_(token),
      random_(random),
      options_(options),
      events_(token.subscribe([this](const token::Event& event) {
        if (const auto* change = std::get_if<token::KeyChanged>(&event)) key_changed(*change);
      })) {}

std::vector<std::uint8_t> Card::atr() const { return {kAtr.begin(), kAtr.end()}; }

void Card::power_off() { end_session(); }

void Card::reset() { end_session(); }

void Card::end_session() {
  ++session_;
  reply_ = nullptr;
  selected_ = false;
  start_selection();
  relock();
}

void Card::start_selection() {
  chain_.clear();
  responses_.clear();
  certificate_ = 0;
  decipher_with_ = vault::KeyUse::kDecryption;
  authenticate_with_ = vault::KeyUse::kAuthentication;
}

void Card::process(std::span<const std::uint8_t> apdu, Reply reply) {
  if (busy()) {
    reply(wire::encode_response({}, sw::kNoPreciseDiagnosis));
    return;
  }
  const wire::Result<wire::CommandApdu> command = wire::parse_command(apdu);
  if (!command) {
    chain_.clear();
    responses_.clear();
    reply(wire::encode_response({}, sw::kWrongLength));
    return;
  }
  limit_ = response_limit(*command);
  if (command->cla == 0 && command->ins == kGetResponse && selected_ && !chain_.open()) {
    const bool well_formed = command->p1p2() == 0 && command->data.empty();
    reply(well_formed ? responses_.next(limit_) : wire::encode_response({}, sw::kIncorrectP1P2));
    return;
  }
  responses_.clear();
  reply_ = std::move(reply);
  if (Result answer = run(*command)) finish(std::move(*answer));
}

// Before our application is selected only SELECT is served; every client sends it first. 6985 and
// not 6D00, which makes scdaemon look for another brand's applications.
Card::Result Card::run(const wire::CommandApdu& command) {
  if (const auto refusal = refuse_class(command.cla)) {
    chain_.clear();
    return *refusal;
  }
  if (command.ins == kSelect) {
    chain_.clear();
    if ((command.cla & kChainingBit) != 0) return sw::kChainingNotSupported;
    return select(command);
  }
  if (!selected_) return sw::kConditionsOfUseNotSatisfied;
  for (const Instruction& instruction : kInstructions) {
    if (instruction.ins == command.ins) return run_whole(instruction.run, command);
  }
  chain_.clear();
  note_instruction(command.ins);
  return sw::kInstructionNotSupported;
}

Card::Result Card::run_whole(Handler handler, const wire::CommandApdu& command) {
  const auto added = chain_.add(command);
  if (!added) return added.error();
  const std::optional<wire::CommandApdu>& whole = *added;
  if (!whole) return sw::kOk;
  Result answer = (this->*handler)(*whole);
  chain_.clear();
  return answer;
}

void Card::finish(Answer answer) {
  std::vector<std::uint8_t> response = responses_.start(std::move(answer), limit_);
  const Reply reply = std::exchange(reply_, nullptr);
  reply(std::move(response));
}

void Card::ask(vault::Request request, std::function<Answer(vault::Response&)> answer) {
  token_.request(guard_, token::Origin::kCard, std::move(request),
                 [this, session = session_, answer = std::move(answer)](vault::Response& response) {
                   Answer made = answer(response);
                   if (session == session_) finish(std::move(made));
                 });
}

// 7.2.1. A name that is not ours leaves our application selected, as ISO/IEC 7816-4:2013, 11.1.1
// has it, but takes back what was verified.
Card::Result Card::select(const wire::CommandApdu& command) {
  constexpr std::uint8_t kByName = 0x04;
  constexpr std::uint8_t kFci = 0x00, kFcp = 0x04, kNoData = 0x0C;
  if (command.p1 != kByName) return sw::kFileNotFound;  // no MF, no files

  const token::TokenStatus status = token_.status();
  const auto aid = application_id({status, token_.record()});
  const bool ours = command.data.size() >= kApplication.size() &&
                    command.data.size() <= aid.size() &&
                    std::equal(command.data.begin(), command.data.end(), aid.begin());
  if (!ours) {
    start_selection();
    relock();
    return sw::kFileNotFound;
  }
  if (command.p2 != kFci && command.p2 != kFcp && command.p2 != kNoData) return sw::kIncorrectP1P2;
  start_selection();
  selected_ = true;
  if (command.p2 == kNoData) return sw::kOk;
  std::vector<std::uint8_t> name, fci;
  wire::append_tlv(name, 0x84, aid);
  wire::append_tlv(fci, 0x6F, name);
  return Answer(wire::Bytes(fci));
}

// 7.2.6.
Card::Result Card::get_data(const wire::CommandApdu& command) {
  if (!command.data.empty()) return sw::kWrongLength;
  const token::TokenStatus status = token_.status();
  const auto value = data_object(command.p1p2(), {status, token_.record()});
  if (!value) {
    token_.note("unsupported DO tag " + hex_digits(command.p1p2(), 4));
    return sw::kReferencedDataNotFound;
  }
  return Answer(wire::Bytes(*value));
}

// 7.2.7: the next occurrence of the cardholder certificate.
Card::Result Card::get_next_data(const wire::CommandApdu& command) {
  if (!command.data.empty()) return sw::kWrongLength;
  if (command.p1p2() != kCertificate || certificate_ + 1 >= kCertificates) {
    return sw::kReferencedDataNotFound;
  }
  ++certificate_;
  return get_data(command);
}

// 7.2.5: 60{5C tag}, P1 counts occurrences from 0.
Card::Result Card::select_data(const wire::CommandApdu& command) {
  constexpr std::uint8_t kTagList = 0x04;
  constexpr std::array<std::uint8_t, 2> kCertificateTag{kCertificate >> 8U, kCertificate & 0xFFU};
  if (command.p2 != kTagList) return sw::kIncorrectP1P2;
  wire::Result<wire::Bytes> tag = wire::find_tlv(command.data, 0x60);
  if (tag) tag = wire::find_tlv(*tag, 0x5C);
  if (!tag) return sw::kIncorrectData;
  const bool known =
      std::equal(tag->begin(), tag->end(), kCertificateTag.begin(), kCertificateTag.end());
  if (!known || command.p1 >= kCertificates) return sw::kReferencedDataNotFound;
  certificate_ = command.p1;
  return sw::kOk;
}

// 7.2.15.
Card::Result Card::get_challenge(const wire::CommandApdu& command) {
  if (command.p1p2() != 0) return sw::kIncorrectP1P2;
  const std::size_t wanted =
      command.ne == wire::kMaxExtendedNe ? kMaxChallenge : std::size_t{command.ne};
  if (!command.data.empty() || wanted == 0 || wanted > kMaxChallenge) return sw::kWrongLength;
  if (!random_.healthy()) return sw::kNoPreciseDiagnosis;
  crypto::Secret challenge(wanted);
  random_.fill(challenge.writable());
  return Answer(std::move(challenge));
}

// What PW3 would allow (7.2.8, 7.2.4): there is no PW3, and a provisioned token takes no keys and
// no data.
Card::Result Card::need_pw3(const wire::CommandApdu& command) {
  note_instruction(command.ins);
  return sw::kSecurityStatusNotSatisfied;
}

// 7.2.3, 7.2.16, 7.2.17: passphrases belong to the keys of the record, and the card has no life
// cycle.
Card::Result Card::never_allowed(const wire::CommandApdu& command) {
  note_instruction(command.ins);
  return sw::kConditionsOfUseNotSatisfied;
}

void Card::note_instruction(std::uint8_t ins) {
  token_.note("unsupported INS " + hex_digits(ins, 2));
}

const vault::KeyInfo* Card::key(vault::KeyUse use) const {
  const vault::PublicRecord* record = token_.record();
  if (record == nullptr) return nullptr;
  const std::optional<vault::KeyInfo>& info = record->keys[vault::index(use)];
  return info ? &*info : nullptr;
}

}  // namespace gokey::openpgp
