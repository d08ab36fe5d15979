// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The library's FIDO side: our adapter, Debian's libfido2, and a token of ours at the other end of
// a cable that carries reports.
#include "fido/device.h"

#include <fido.h>
#include <gtest/gtest.h>

#include "fido_token.h"

namespace gokeyctl {
namespace {

using gokey::testing::FidoToken;
namespace vault = gokey::vault;
using namespace std::chrono_literals;

// Nothing here waits: what has no answer has none at once.
struct Port {
  FidoToken token;
  enum class State : std::uint8_t { kPlugged, kSilent, kDeaf, kGone } state = State::kPlugged;

  [[nodiscard]] static Error error(Code code) {
    return Error{.code = code, .message = "the cable", .hint = {}, .details = {}, .cause = nullptr};
  }
  [[nodiscard]] Result<transport::Report> read() {
    if (state == State::kGone) return std::unexpected(error(Code::kUnreachable));
    token.vault.run();
    auto report = token.ctaphid.next();
    if (!report || state == State::kSilent) return std::unexpected(error(Code::kTimeout));
    return *report;
  }
  [[nodiscard]] Result<void> write(const transport::Report& report) {
    if (state == State::kGone || state == State::kDeaf)
      return std::unexpected(error(Code::kUnreachable));
    token.ctaphid.receive(report, token.bench.clock.now);
    return {};
  }
};

class Cable final : public transport::ReportLink {
 public:
  explicit Cable(Port& port) : port_(port) {}
  Result<transport::Report> read(base::Deadline) override { return port_.read(); }
  Result<void> write(const transport::Report& report) override { return port_.write(report); }

 private:
  Port& port_;
};

Result<FidoDevice> open(Port& port) { return FidoAccess::open(std::make_unique<Cable>(port), 30s); }

// Another program at the same port, which does what the library leaves to others: libfido2 with
// functions of the test's own.
void set_pin(Port& port, const char* pin) {
  static Port* at = nullptr;
  at = &port;
  const fido_dev_io_t functions{[](const char*) -> void* { return at; }, [](void*) {},
                                [](void*, unsigned char* into, std::size_t, int) {
                                  const auto report = at->read();
                                  if (!report) return -1;
                                  std::ranges::copy(*report, into);
                                  return static_cast<int>(report->size());
                                },
                                [](void*, const unsigned char* bytes, std::size_t size) {
                                  transport::Report report{};
                                  std::copy_n(bytes + 1, std::min(size - 1, report.size()),
                                              report.begin());
                                  return at->write(report) ? static_cast<int>(size) : -1;
                                }};
  fido_dev_t* device = fido_dev_new();
  ASSERT_EQ(fido_dev_set_io_functions(device, &functions), FIDO_OK);
  ASSERT_EQ(fido_dev_open(device, "port"), FIDO_OK);
  EXPECT_EQ(fido_dev_set_pin(device, pin, nullptr), FIDO_OK);
  EXPECT_EQ(fido_dev_close(device), FIDO_OK);
  fido_dev_free(&device);
}

void keep_credential(Port& port, const std::string& party, const std::string& user,
                     vault::FidoAlgorithm algorithm, vault::CredProtect protect) {
  vault::FidoMake asked;
  gokey::crypto::Hash hash(gokey::crypto::HashAlgorithm::kSha256);
  hash.update(gokey::wire::as_bytes(party));
  hash.finish(asked.rp);
  asked.rp_id = party;
  asked.user = {{0xAB, static_cast<std::uint8_t>(user.size())}, user, "Some " + user};
  asked.algorithm = algorithm;
  asked.protect = protect;
  asked.present = true;
  asked.resident = true;
  ASSERT_EQ(port.token.bench.ask(asked).fido->error, vault::FidoError::kNone);
}

Secret secret(std::string_view text) {
  Secret out(text.size());
  EXPECT_TRUE(out.append(gokey::wire::as_bytes(text)));
  return out;
}

TEST(FidoDevice, TellsWhatTheTokenCan) {
  Port port;
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  const auto info = device->info();
  ASSERT_TRUE(info) << info.error().message;
  EXPECT_EQ(info->versions, (std::vector<std::string>{"U2F_V2", "FIDO_2_0", "FIDO_2_1"}));
  EXPECT_EQ(info->algorithms, (std::vector<std::string>{"es256", "eddsa"}));
  EXPECT_EQ(info->aaguid.size(), 32U);
  EXPECT_EQ(info->option("rk"), true);
  EXPECT_EQ(info->option("clientPin"), false);
  EXPECT_FALSE(info->option("nothing-of-the-kind"));
  EXPECT_EQ(info->min_pin_length, 4U);
  EXPECT_EQ(info->pin_set, false);
  EXPECT_FALSE(info->pin_tries) << "there is nothing to try";
}

TEST(FidoDevice, ListsCredentialsAsTheyAreKept) {
  Port port;
  keep_credential(port, "one.example", "ann", vault::FidoAlgorithm::kEs256,
                  vault::CredProtect::kRequired);
  keep_credential(port, "one.example", "boris", vault::FidoAlgorithm::kEdDsa,
                  vault::CredProtect::kOptionalWithList);
  keep_credential(port, "other.example", "\x1B[2Jeve", vault::FidoAlgorithm::kEs256,
                  vault::CredProtect::kOptional);
  set_pin(port, "1234");
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  const auto found = device->credentials(secret("1234"));
  ASSERT_TRUE(found) << found.error().message;
  EXPECT_EQ(found->existing, 3U);
  EXPECT_GT(found->remaining, 0U);
  ASSERT_EQ(found->list.size(), 3U);
  const auto of = [&](std::string_view user) {
    const auto one = std::ranges::find(found->list, user, &FidoCredential::user_name);
    return one == found->list.end() ? FidoCredential{} : *one;
  };
  EXPECT_EQ(of("ann").relying_party, "one.example");
  EXPECT_EQ(of("ann").user_display_name, "Some ann");
  EXPECT_EQ(of("ann").user_id, "ab03");
  EXPECT_EQ(of("ann").algorithm, "es256");
  EXPECT_EQ(of("ann").protection, "required");
  EXPECT_EQ(of("boris").algorithm, "eddsa");
  EXPECT_EQ(of("boris").protection, "optional-with-list");
  EXPECT_NE(of("ann").credential_id, of("boris").credential_id);
  for (const FidoCredential& one : found->list) {
    EXPECT_EQ(one.user_name.find('\x1B'), std::string::npos) << "a terminal would obey it";
    EXPECT_EQ(one.protection == "optional", one.relying_party == "other.example");
  }
}

TEST(FidoDevice, AWrongPinCostsATryAndARightOneGivesThemBack) {
  Port port;
  set_pin(port, "1234");
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  const auto refused = device->credentials(secret("4321"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::kWrongPassphrase);
  EXPECT_EQ(refused.error().details.at("reason"), "wrong-pin");
  EXPECT_EQ(refused.error().details.at("tries_left"), "7");
  EXPECT_EQ(device->info().value().pin_tries, 7U) << "one try, not more: nothing is retried";
  const auto empty = device->credentials(secret("1234"));
  ASSERT_TRUE(empty) << empty.error().message;
  EXPECT_EQ(empty->existing, 0U);
  EXPECT_TRUE(empty->list.empty());
  EXPECT_EQ(device->info().value().pin_tries, 8U);
}

TEST(FidoDevice, AfterThreeWrongPinsItWantsThePlug) {
  Port port;
  set_pin(port, "1234");
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(device->credentials(secret("4321")).error().code, Code::kWrongPassphrase);
  }
  for (const char* pin : {"4321", "1234"}) {
    const auto refused = device->credentials(secret(pin));
    ASSERT_FALSE(refused) << pin;
    EXPECT_EQ(refused.error().code, Code::kRetryDelay);
    EXPECT_EQ(refused.error().details.at("reason"), "pin-auth-blocked");
  }
}

TEST(FidoDevice, WhatCannotBeAPinNeverReachesTheToken) {
  Port port;
  set_pin(port, "1234");
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  for (const std::string& pin :
       {std::string("123"), std::string(64, '1'), std::string("12\0004", 4)}) {
    const auto refused = device->credentials(secret(pin));
    ASSERT_FALSE(refused) << pin;
    EXPECT_EQ(refused.error().code, Code::kUsage) << pin;
  }
  EXPECT_EQ(device->info().value().pin_tries, 8U);
}

TEST(FidoDevice, WithoutAPinThereIsNoList) {
  Port port;
  auto device = open(port);
  ASSERT_TRUE(device) << device.error().message;
  const auto refused = device->credentials(secret("1234"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::kNotInitialised);
  EXPECT_EQ(refused.error().details.at("reason"), "no-pin");
}

// A key of before CTAP 2, which says so when the channel is opened.
class OldKey final : public transport::ReportLink {
 public:
  Result<transport::Report> read(base::Deadline) override {
    if (!answer_) return std::unexpected(Port::error(Code::kTimeout));
    return *std::exchange(answer_, std::nullopt);
  }
  Result<void> write(const transport::Report& report) override {
    namespace hid = gokey::wire::ctaphid;
    const auto packet = hid::parse_packet(report);
    EXPECT_EQ(packet.command, hid::Command::kInit) << "nothing else is asked of it";
    hid::InitResponse response;
    std::copy_n(packet.data.begin(), response.nonce.size(), response.nonce.begin());
    response.channel = 7;
    response.capabilities = hid::capability::kWink;
    answer_ = hid::Fragmenter({packet.channel, hid::Command::kInit, hid::encode(response)}).next();
    return {};
  }

 private:
  std::optional<transport::Report> answer_;
};

TEST(FidoDevice, AnOldKeyIsOne) {
  auto device = FidoAccess::open(std::make_unique<OldKey>(), 30s);
  ASSERT_TRUE(device) << device.error().message;
  EXPECT_EQ(device->info().value().versions, std::vector<std::string>{"U2F_V2"});
  EXPECT_EQ(device->credentials(secret("1234")).error().code, Code::kUnsupported);
}

TEST(FidoDevice, ATokenThatIsNotThereAnyMore) {
  const std::pair<Port::State, std::pair<Code, std::string>> cases[] = {
      {Port::State::kSilent, {Code::kTimeout, "no-answer"}},
      {Port::State::kDeaf, {Code::kUnreachable, "hidraw"}},
      {Port::State::kGone, {Code::kUnreachable, "hidraw"}}};
  for (const auto& [state, told] : cases) {
    Port port;
    auto device = open(port);
    ASSERT_TRUE(device) << device.error().message;
    port.state = state;
    const auto info = device->info();
    ASSERT_FALSE(info);
    EXPECT_EQ(info.error().code, told.first);
    EXPECT_EQ(info.error().details.at("reason"), told.second);
    const auto again = open(port);
    ASSERT_FALSE(again) << "it cannot be opened either";
    EXPECT_EQ(again.error().code, told.first);
  }
}

}  // namespace
}  // namespace gokeyctl
