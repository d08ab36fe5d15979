// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Provisioning from the host's side: what is sent, and which answers count.
#include "gokeyctl/provision.h"

#include <array>
#include <fstream>
#include <iterator>
#include <memory>

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "console/dialect.h"
#include "folder.h"
#include "scripted_link.h"
#include "wire/base64.h"
#include "wire/provisioning.h"
#include "wire/ssh_signature.h"

namespace gokeyctl::testing {
namespace {

namespace wire = gokey::wire;

constexpr std::string_view kUsers =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f me\n";
constexpr std::string_view kFactory =
    R"({"schema":1,"token":{"serial":"AABBCCDD","firmware":"0.1.0","dialect":"native","board":"sim","state":"factory","secure_boot":false,"host_key":null,"warnings":[]},"openpgp":{"initialised":false,"secure_storage":false,"signatures":0,"tries_left":3,"retry_after_seconds":null,"signature_pin_once":false,"keys":[]},"fido":{"initialised":false,"secure_storage":null,"presence_test":null,"presence_pending":null,"counter":null,"certificate_sha1":null},"leds":{"blue":"on","white":"on"}})";

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// A token's host key.
struct Signer {
  explicit Signer(std::uint8_t unit) {
    const std::array<std::uint8_t, 32> seed{unit};
    key.reset(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
    std::size_t size = 32;
    EVP_PKEY_get_raw_public_key(key.get(), signature.public_key.data(), &size);
    std::array<std::uint8_t, 32> digest{};
    const auto blob = wire::ssh_ed25519_blob(signature.public_key);
    EVP_Digest(blob.data(), blob.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
    fingerprint = "SHA256:" + wire::to_base64_unpadded(digest);
  }
  std::string sign(const std::string& line, std::string_view name_space = "gokey-receipt") {
    std::array<std::uint8_t, 64> digest{};
    EVP_Digest(line.data(), line.size(), digest.data(), nullptr, EVP_sha512(), nullptr);
    const auto data = wire::ssh_signed_data(name_space, digest);
    signature.name_space = name_space;
    const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
    std::size_t size = signature.signature.size();
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), signature.signature.data(), &size, data.data(), data.size());
    return wire::encode_ssh_signature(signature);
  }

  std::unique_ptr<EVP_PKEY, FreeKey> key;
  wire::SshSignature signature;
  std::string fingerprint;
};

struct ProvisionTest : ::testing::Test {
  Signer host{1};
  std::string serial = "AABBCCDD", name = "Doe<<John", users, primary, signature_key;
  Provisioning sent;
  ScriptedConnection connection;

  ProvisionTest() {
    auto key = read_secret_file(GOKEY_TEST_DATA "/keys/ed25519.asc");
    EXPECT_TRUE(key);
    sent.openpgp_key = std::move(*key);
    sent.authorized_keys = kUsers;
    sent.name = name;
    sent.now = 1780000000;
    const auto content = inspect(sent);
    EXPECT_TRUE(content);
    primary = content->primary;
    signature_key = content->fingerprints.at(1);
    users = content->authorized_keys.at(0);
  }

  [[nodiscard]] std::string line() const {
    return R"({"schema":1,"kind":"gokey-receipt","serial":")" + serial +
           R"(","board":"sim","firmware":"0.1.0","secure_boot":false,"host_key":")" +
           host.fingerprint + R"(","provisioned":"2026-05-28T20:26:40Z","name":")" + name +
           R"(","primary":")" + primary + R"(","keys":[{"use":"sig","fingerprint":")" +
           signature_key +
           R"(","algorithm":"ed25519","created":"2026-11-20T19:14:58Z"}],"authorized_keys":[")" +
           users + "\"]}\n";
  }
  // What provisioning makes of this answer.
  Result<Receipt> answered(const std::string& text, std::optional<int> status = 0) {
    connection.exec("status --json", std::string(kFactory) + "\n");
    connection.exec("provision", text, status);
    const auto dialect = console::make_native(connection, std::chrono::seconds(30));
    return console::provision_checked(*dialect, {"ssh-ed25519", host.fingerprint}, sent);
  }
  Code refused(const std::string& text) {
    const auto receipt = answered(text);
    return receipt ? Code::kOk : receipt.error().code;
  }
};

TEST_F(ProvisionTest, AReceiptOfWhatWasSentCounts) {
  const auto receipt = answered(line() + host.sign(line()));
  ASSERT_TRUE(receipt) << receipt.error().message;
  EXPECT_EQ(receipt->serial, "AABBCCDD");
  EXPECT_EQ(receipt->keys.at(0).fingerprint, signature_key);
  const auto form = wire::parse_provisioning(wire::as_bytes(connection.sent));
  ASSERT_TRUE(form);
  EXPECT_EQ(form->name, "Doe<<John");
  EXPECT_EQ(form->now, 1780000000U);
  EXPECT_TRUE(sent.openpgp_key->expose([&](std::span<const std::uint8_t> bytes) {
    return std::ranges::equal(bytes, form->pgp_secret_key);
  }));

  Folder folder;
  auto trust = TrustStore::open(folder / "trust.json");
  ASSERT_TRUE(trust);
  ASSERT_TRUE(pin(*trust, {.host = "127.0.0.1", .port = 2222}, *receipt));
  const TrustEntry* entry = trust->find("127.0.0.1:2222");
  ASSERT_NE(entry, nullptr);
  EXPECT_EQ(entry->trust, TrustClass::kStrict);
  EXPECT_EQ(entry->fingerprint, host.fingerprint);
  EXPECT_EQ(entry->serial, "AABBCCDD");

  const auto kept = keep_receipt(folder / "receipts", *receipt);
  ASSERT_TRUE(kept);
  const auto read = read_receipt(*kept);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->text, receipt->text);
  EXPECT_TRUE(check_receipt(*read, "AABBCCDD", host.fingerprint));
  EXPECT_TRUE(check_receipt(*read, "", host.fingerprint)) << "it has not told its serial yet";
  EXPECT_FALSE(check_receipt(*read, "AABBCCDE", host.fingerprint));
  EXPECT_FALSE(check_receipt(*read, "AABBCCDD", Signer(2).fingerprint));
  EXPECT_FALSE(read_receipt(folder / "none"));
}

TEST_F(ProvisionTest, AnyOtherDoesNot) {
  Signer other(2);
  EXPECT_EQ(refused(line() + other.sign(line())), Code::kVerifyFailed) << "another key";
  EXPECT_EQ(refused(line() + host.sign(line(), "file")), Code::kVerifyFailed) << "for a file";
  EXPECT_EQ(refused(line() + host.sign("x" + line())), Code::kVerifyFailed) << "of another text";
  EXPECT_EQ(refused(line()), Code::kProtocol) << "unsigned";
  EXPECT_EQ(refused(""), Code::kProtocol);
  const auto changed = [&](std::string& what, std::string to) {
    const std::string right = std::exchange(what, std::move(to));
    EXPECT_EQ(refused(line() + host.sign(line())), Code::kVerifyFailed) << right;
    what = right;
  };
  changed(serial, "AABBCCDE");
  changed(name, "Roe<<Jane");
  changed(users, "SHA256:MVH/GAxxqFZ4xrgz+BnqT+ICaQO7mD08QIwyWHv6T/A");
  changed(primary, std::string(40, 'a'));
  changed(signature_key, std::string(40, 'a'));
}

TEST_F(ProvisionTest, AReceiptNamesTheCertificateThatWasSent) {
  std::ifstream file(GOKEY_TEST_DATA "/u2f/certificate.der", std::ios::binary);
  const std::vector<std::uint8_t> certificate{std::istreambuf_iterator<char>(file), {}};
  const auto key = read_secret_file(GOKEY_TEST_DATA "/u2f/key.der");
  ASSERT_TRUE(key);
  auto attestation = read_attestation(certificate, *key);
  ASSERT_TRUE(attestation) << attestation.error().message;
  const auto with = [&](const std::string& value) {
    std::string text = line();
    text.insert(text.rfind('}'), ",\"u2f_certificate\":" + value);
    return text + host.sign(text);
  };
  // openssl x509 -in certificate.pem -noout -fingerprint -sha256
  const std::string right = "\"41ad6a254b6aa508eea1b71f225586cf5fcfc5ea4d517209833f0b6badb796a1\"";
  EXPECT_EQ(refused(with("null")), Code::kOk);
  EXPECT_EQ(refused(with(right)), Code::kVerifyFailed) << "none was sent";
  EXPECT_EQ(refused(with("\"00\"")), Code::kProtocol);
  sent.attestation = std::move(*attestation);
  EXPECT_EQ(refused(with(right)), Code::kOk);
  EXPECT_EQ(refused(with("\"" + std::string(64, 'a') + "\"")), Code::kVerifyFailed);
  EXPECT_EQ(refused(with("null")), Code::kVerifyFailed);
  EXPECT_EQ(refused(line() + host.sign(line())), Code::kVerifyFailed) << "it does not say";
  EXPECT_TRUE(connection.sent.find(std::string_view(
                  reinterpret_cast<const char*>(certificate.data()), certificate.size())) !=
              std::string::npos);
}

// Signed as it should be, but by the key of another console: what somebody in the middle has.
TEST_F(ProvisionTest, AReceiptOfAnotherHostKeyDoesNot) {
  Signer other(2);
  const std::string own = std::exchange(host.fingerprint, other.fingerprint);
  const std::string text = line() + other.sign(line());
  host.fingerprint = own;
  ASSERT_TRUE(parse_receipt(text));
  EXPECT_EQ(refused(text), Code::kVerifyFailed);
}

TEST_F(ProvisionTest, ARefusalIsPassedOnInTheTokensWords) {
  Script script;
  script.wanted_command = "provision";
  script.exit_status = 13;
  script.errors = "error: somebody else is provisioning this token\n";
  connection.exec("status --json", std::string(kFactory) + "\n");
  connection.add(script);
  const auto dialect = console::make_native(connection, std::chrono::seconds(30));
  const auto receipt =
      console::provision_checked(*dialect, {"ssh-ed25519", host.fingerprint}, sent);
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().code, Code::kBusy);
  EXPECT_EQ(receipt.error().message, "provision: somebody else is provisioning this token");
}

TEST_F(ProvisionTest, AnAnswerThatNeverCameIsAnUnknownOutcome) {
  const auto receipt = answered("", std::nullopt);
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().code, Code::kTimeout);
  EXPECT_EQ(receipt.error().hint, "gokeyctl status");
}

TEST_F(ProvisionTest, AProvisionedTokenIsSentNothing) {
  std::string status(kFactory);
  status.replace(status.find("factory"), 7, "provisioned");
  connection.exec("status --json", status + "\n");
  const auto dialect = console::make_native(connection, std::chrono::seconds(30));
  const auto receipt =
      console::provision_checked(*dialect, {"ssh-ed25519", host.fingerprint}, sent);
  ASSERT_FALSE(receipt);
  EXPECT_EQ(receipt.error().code, Code::kWrongMode);
  EXPECT_TRUE(connection.sent.empty());
}

TEST(Inspect, FindsOutWhatCanBeKnownHere) {
  Provisioning input;
  input.authorized_keys = kUsers;
  EXPECT_TRUE(inspect(input));
  input.authorized_keys = "# nobody\n";
  EXPECT_EQ(inspect(input).error().details["reason"], "bad-authorized-keys");
  input.authorized_keys = kUsers;
  input.authorized_keys = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
  EXPECT_NE(inspect(input).error().message.find("private key"), std::string::npos);
  input.authorized_keys = kUsers;
  for (const bool open : {true, false}) {
    auto key = read_secret_file(open ? GOKEY_TEST_DATA "/keys/unprotected.asc"
                                     : GOKEY_TEST_DATA "/keys/ed25519.asc");
    ASSERT_TRUE(key);
    input.openpgp_key = std::move(*key);
    EXPECT_EQ(inspect(input)->without_passphrase, open);
  }
  input.openpgp_key = secret("-----BEGIN PGP PRIVATE KEY BLOCK-----\n");
  EXPECT_EQ(inspect(input).error().details["reason"], "bad-key-file");
}

}  // namespace
}  // namespace gokeyctl::testing
