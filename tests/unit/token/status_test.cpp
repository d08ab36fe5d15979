// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/token/status.h"

#include <gtest/gtest.h>

namespace gokey::token {
namespace {

KeyStatus key(vault::KeyUse use, bool locked) {
  KeyStatus status;
  status.use = use;
  status.fingerprint.fill(0xAB);
  status.algorithm = vault::Algorithm::kNistP256;
  status.locked = locked;
  return status;
}

TokenStatus initialised() {
  TokenStatus status;
  status.initialised = true;
  return status;
}

TEST(Leds, BothOnUntilTheCardIsInitialised) {
  TokenStatus status;
  EXPECT_EQ(leds(status).blue, Led::kOn);
  EXPECT_EQ(leds(status).white, Led::kOn);
}

TEST(Leds, BlueShowsAnUnlockedSignatureOrDecryptionKey) {
  TokenStatus status = initialised();
  EXPECT_EQ(leds(status).blue, Led::kOff);
  status.keys[2] = key(vault::KeyUse::kAuthentication, false);
  EXPECT_EQ(leds(status).blue, Led::kOff) << "the authentication key is not considered";
  status.keys[1] = key(vault::KeyUse::kDecryption, false);
  EXPECT_EQ(leds(status).blue, Led::kOn);
  status.keys[1]->locked = true;
  status.keys[0] = key(vault::KeyUse::kSignature, false);
  EXPECT_EQ(leds(status).blue, Led::kOn);
}

TEST(Leds, WhiteShowsWork) {
  TokenStatus status = initialised();
  EXPECT_EQ(leds(status).white, Led::kOff);
  status.working = true;
  EXPECT_EQ(leds(status).white, Led::kOn);
}

TEST(StatusJson, OfATokenInTheFactoryState) {
  TokenStatus status;
  status.serial = {0xAA, 0xBB, 0xCC, 0x0D};
  status.firmware = "0.1.0";
  status.dialect = "native";
  status.board = "sim";
  EXPECT_EQ(
      to_json(status),
      R"({"schema":1,"token":{"serial":"AABBCC0D","firmware":"0.1.0","dialect":"native",)"
      R"("board":"sim","state":"factory","secure_boot":false,"host_key":null,"warnings":[]},)"
      R"("openpgp":{"initialised":false,"secure_storage":false,"signatures":0,"tries_left":3,)"
      R"("retry_after_seconds":null,"signature_pin_once":false,"keys":[]},)"
      R"("fido":{"initialised":false,"secure_storage":null,"presence_test":null,)"
      R"("presence_pending":null,"counter":null,"certificate_sha1":null},)"
      R"("leds":{"blue":"on","white":"on"}})");
}

TEST(StatusJson, OfATokenInADelay) {
  TokenStatus status = initialised();
  status.state = LifeCycle::kProvisioned;
  status.secure_boot = true;
  status.host_key = "SHA256:abc";
  status.warnings = {"a \"quoted\" one", "another"};
  status.secure_storage = true;
  status.signatures = 7;
  status.tries_left = 0;
  status.retry_after_seconds = 61;
  status.keys[1] = key(vault::KeyUse::kDecryption, false);
  const std::string json = to_json(status);
  EXPECT_NE(json.find(R"("state":"provisioned","secure_boot":true,"host_key":"SHA256:abc")"),
            std::string::npos);
  EXPECT_NE(json.find(R"("warnings":["a \"quoted\" one","another"]})"), std::string::npos);
  EXPECT_NE(
      json.find(
          R"("openpgp":{"initialised":true,"secure_storage":true,"signatures":7,)"
          R"("tries_left":0,"retry_after_seconds":61,"signature_pin_once":false,"keys":[{"use":"dec",)"
          R"("fingerprint":"abababababababababababababababababababab",)"
          R"("algorithm":"nistp256","created":"1970-01-01T00:00:00Z","locked":false}]})"),
      std::string::npos)
      << json;
  EXPECT_NE(json.find(R"("leds":{"blue":"on","white":"off"})"), std::string::npos);
}

}  // namespace
}  // namespace gokey::token
