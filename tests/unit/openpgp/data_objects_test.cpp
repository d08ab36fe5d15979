// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "card_fixture.h"

namespace gokey::testing {
namespace {

class CardData : public CardTest {};

TEST_F(CardData, SingleObjects) {
  insert_selected();
  const std::vector<std::pair<std::string, std::string>> objects{
      {"004F", "D276000124010304FF00AABBCCDD0000"},
      {"005B", "4C6F76656C6163653C3C416461"},
      {"005E", ""},
      {"5F2D", "656E"},
      {"5F35", "32"},
      {"5F52", "0031F573C001E0009000"},
      {"7F66", "0202080002020800"},
      {"7F74", "810100"},
      {"7F21", ""},
      {"0093", "000000"},
      {"00C0", "40000400080008000001"},
      {"00C1", "010800002000"},
      {"00C2", "010800002000"},
      {"00C3", "010800002000"},
      {"00C4", "007F7F7F030000"},
      {"00C5", repeated("A1", 20) + repeated("A2", 20) + repeated("A3", 20)},
      {"00C6", repeated("00", 60)},
      {"00C7", repeated("A1", 20)},
      {"00C8", repeated("A2", 20)},
      {"00C9", repeated("A3", 20)},
      {"00CA", repeated("00", 20)},
      {"00CB", repeated("00", 20)},
      {"00CC", repeated("00", 20)},
      {"00CD", "6A0F5BA16A0F5BA26A0F5BA3"},
      {"00CE", "6A0F5BA1"},
      {"00CF", "6A0F5BA2"},
      {"00D0", "6A0F5BA3"},
      {"00D6", "0020"},
      {"00D7", "0020"},
      {"00D8", "0020"},
      {"00DE", "010202020302"}};
  for (const auto& [tag, value] : objects) {
    EXPECT_EQ(send("00CA" + tag + "00"), value + "9000") << tag;
  }
  EXPECT_TRUE(notes.empty());
}

TEST_F(CardData, UnknownObjectsAreNamedInTheLog) {
  insert_selected();
  for (const char* tag : {"0101", "0102", "0103", "0104", "00D3", "00D5", "00F9", "00D9", "ABCD"}) {
    EXPECT_EQ(send("00CA" + std::string(tag) + "00"), "6A88") << tag;
  }
  ASSERT_EQ(notes.size(), 9U);
  EXPECT_EQ(notes.front(), "unsupported DO tag 0101");
  EXPECT_EQ(notes.back(), "unsupported DO tag abcd");
}

// Attributes as scdaemon itself writes them: no import format after an OID.
TEST_F(CardData, AlgorithmAttributesOfEveryAlgorithm) {
  using vault::Algorithm;
  struct Row {
    Algorithm algorithm;
    const char* sig;
    const char* dec;
  };
  const Row rows[] = {{Algorithm::kRsa2048, "010800002000", "010800002000"},
                      {Algorithm::kRsa3072, "010C00002000", "010C00002000"},
                      {Algorithm::kRsa4096, "011000002000", "011000002000"},
                      {Algorithm::kNistP256, "132A8648CE3D030107", "122A8648CE3D030107"},
                      {Algorithm::kNistP384, "132B81040022", "122B81040022"},
                      {Algorithm::kNistP521, "132B81040023", "122B81040023"},
                      {Algorithm::kBrainpoolP256, "132B2403030208010107", "122B2403030208010107"},
                      {Algorithm::kBrainpoolP384, "132B240303020801010B", "122B240303020801010B"},
                      {Algorithm::kBrainpoolP512, "132B240303020801010D", "122B240303020801010D"}};
  for (const Row& row : rows) {
    auto record = ada();
    for (auto& key : record.keys) key->key.algorithm = row.algorithm;
    insert_selected(record);
    EXPECT_EQ(send("00CA00C1 00"), std::string(row.sig) + "9000");
    EXPECT_EQ(send("00CA00C2 00"), std::string(row.dec) + "9000");
    EXPECT_EQ(send("00CA00C3 00"), std::string(row.sig) + "9000");
  }
}

TEST_F(CardData, Curve25519) {
  auto record = ada();
  record.keys[0] = ec_key(vault::Algorithm::kEd25519, 32, 0xE1);
  record.keys[1] = ec_key(vault::Algorithm::kX25519, 32, 0xE2);
  record.keys[2] = ec_key(vault::Algorithm::kEd25519, 32, 0xE3);
  insert_selected(record);
  EXPECT_EQ(send("00CA00FA 00"),
            "FA25"
            "C10A162B06010401DA470F01"
            "C20B122B060104019755010501"
            "C30A162B06010401DA470F01"
            "9000");
  EXPECT_EQ(send("00478100 02 B600 00"), "7F49228620" + repeated("E1", 32) + "9000");
  EXPECT_EQ(send("00478100 02 B800 00"), "7F49228620" + repeated("E2", 32) + "9000");
}

TEST_F(CardData, PublicKeysByTemplateAndByReference) {
  auto record = ada();
  record.keys[0] = ec_key(vault::Algorithm::kNistP521, 133, 0xE1);
  insert_selected(record);
  const std::string p521 =
      "7F4981888681"
      "8504" +
      repeated("E1", 132) + "9000";
  EXPECT_EQ(send("00478100 02 B600 00"), p521);
  EXPECT_EQ(send("00478100 05 B603840101 00"), p521);
  EXPECT_EQ(send("00478100 05 B803840102 00").substr(0, 4), "7F49");
  EXPECT_EQ(send("00478100 05 A403840103 00").substr(0, 4), "7F49");
  EXPECT_EQ(send("00478100 05 B603840102 00"), "6A80");
  EXPECT_EQ(send("00478100 02 B700 00"), "6A80");
  EXPECT_EQ(send("00478100 02 B601 00"), "6A80");
  EXPECT_EQ(send("00478100 04 B6008400 00"), "6A80");
  EXPECT_EQ(send("00478100 00"), "6A80");
  EXPECT_EQ(send("00478101 02 B600 00"), "6A86");
}

TEST_F(CardData, MissingKeys) {
  auto record = ada();
  record.keys[2].reset();
  insert_selected(record);
  EXPECT_EQ(send("00478100 02 A400 00"), "6A88");
  EXPECT_EQ(send("00CA00C3 00"), "0110000020009000");
  EXPECT_EQ(send("00CA00C9 00"), repeated("00", 20) + "9000");
  EXPECT_EQ(send("00CA00D0 00"), "000000009000");
  EXPECT_EQ(send("00CA00DE 00"), "0102020203009000");
}

TEST_F(CardData, ManufacturerAndSignaturePinOfTheRecord) {
  auto record = ada();
  record.manufacturer = 0xF5EC;
  record.signature_pin_once = true;
  insert_selected(record);
  EXPECT_EQ(send("00CA004F 00"), "D276000124010304F5ECAABBCCDD00009000");
  EXPECT_EQ(send("00CA00C4 00"), "017F7F7F0300009000");
}

TEST_F(CardData, TheFactoryStateHasNoKeysAndNoHolder) {
  insert_factory_token();
  EXPECT_EQ(send("00A40400 06 D27600012401"), "6F128410D276000124010304FF00AABBCCDD00009000");
  EXPECT_EQ(send("00CA0065 00"), "65095B005F2D005F3501399000");
  EXPECT_EQ(send("00CA00C5 00"), repeated("00", 60) + "9000");
  EXPECT_EQ(send("00CA00DE 00"), "0100020003009000");
  EXPECT_EQ(send("00CA5F50 00"), "9000");
  EXPECT_EQ(send("00478100 02 B600 00"), "6A88");
  EXPECT_EQ(verify("81", "123456"), "6A88");
  EXPECT_EQ(verify("82", "123456"), "6A88");
  EXPECT_EQ(send("0020FF81"), "9000");
  EXPECT_EQ(send("002A9E9A 01 AA 00"), "6A88");
  EXPECT_EQ(send("002A8086 01 00 00"), "6A88");
  EXPECT_EQ(send("00880000 01 AA 00"), "6A88");
  EXPECT_EQ(send("00840000 04"), "000102039000");
}

TEST_F(CardData, CertificatesAreChosenByOccurrence) {
  insert_selected();
  EXPECT_EQ(send("00CC7F21 00"), "9000");
  EXPECT_EQ(send("00CC7F21 00"), "9000");
  EXPECT_EQ(send("00CC7F21 00"), "6A88");
  EXPECT_EQ(send("00CC0065 00"), "6A88");
  EXPECT_EQ(send("00A50004 06 60045C027F21"), "9000");
  EXPECT_EQ(send("00CC7F21 00"), "9000");
  EXPECT_EQ(send("00A50304 06 60045C027F21"), "6A88");
  EXPECT_EQ(send("00A50004 05 60035C015E"), "6A88");
  EXPECT_EQ(send("00A50004 06 60045C037F21"), "6A80");
  EXPECT_EQ(send("00A50000 06 60045C027F21"), "6A86");
}

}  // namespace
}  // namespace gokey::testing
