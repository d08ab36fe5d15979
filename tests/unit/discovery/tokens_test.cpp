// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "machine.h"

namespace gokeyctl {
namespace {

using Problems = std::vector<UsbProblem>;
using testing::Machine;

TEST(UsbTokens, AMachineWithoutOneHasNone) {
  Machine machine;
  machine.add("/sys/devices/pci0/usb1/1-1", "usb", "usb_device", "1-1", "", "usb",
              {{"idVendor", "1209"}, {"idProduct", "2701"}, {"serial", "AABBCCDD"}});
  EXPECT_TRUE(machine.tokens().empty()) << "another product of the same vendor";
}

TEST(UsbTokens, AllPartsOfATokenAreFound) {
  Machine machine;
  machine.plug("1-2.3", "AABBCCDD");
  const auto tokens = machine.tokens();
  ASSERT_EQ(tokens.size(), 1U);
  const UsbToken& token = tokens.front();
  EXPECT_EQ(token.serial, "AABBCCDD");
  EXPECT_EQ(token.port, "1-2.3");
  ASSERT_EQ(token.networks.size(), 1U);
  EXPECT_EQ(token.networks[0].name, "enxAABBCCDD");
  EXPECT_EQ(token.networks[0].driver, "cdc_ether");
  EXPECT_TRUE(token.networks[0].reaches_token);
  ASSERT_TRUE(token.hid);
  EXPECT_EQ(token.hid->node, "/dev/hidrawAABBCCDD");
  ASSERT_TRUE(token.reader);
  EXPECT_EQ(token.reader->name, "USB armory Mk II [Smartcard] (AABBCCDD) 00 00");
  EXPECT_EQ(token.problems, Problems{});
  EXPECT_TRUE(check_network(token));
}

TEST(UsbTokens, SeveralAreKeptApartEvenWhereOnePortBeginsLikeAnother) {
  Machine machine;
  machine.plug("1-1", "00000001");
  machine.plug("1-10", "00000002");
  machine.plug("1-1.1", "00000003");
  const auto tokens = machine.tokens();
  ASSERT_EQ(tokens.size(), 3U);
  for (const UsbToken& token : tokens) {
    ASSERT_EQ(token.networks.size(), 1U) << token.port;
    EXPECT_EQ(token.networks[0].name, "enx" + token.serial);
    EXPECT_EQ(token.hid->node, "/dev/hidraw" + token.serial);
    EXPECT_NE(token.reader->name.find(token.serial), std::string::npos);
  }
}

TEST(UsbTokens, ADeniedHidrawNodeIsSaid) {
  Machine machine;
  machine.plug("1-1", "AABBCCDD");
  machine.permitted = false;
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{UsbProblem::kNoPermission});
}

TEST(UsbTokens, TheInterfaceMustBeUpAndHaveAnAddressInTheTokensNetwork) {
  Machine machine;
  machine.plug("1-1", "AABBCCDD");
  auto& interface = machine.snapshot.interfaces["enxAABBCCDD"];
  interface.addresses = {"192.168.7.2/24"};
  UsbToken token = machine.tokens().at(0);
  EXPECT_EQ(token.problems, Problems{UsbProblem::kNoAddress});
  EXPECT_EQ(check_network(token).error().details.at("reason"), "no-address");
  EXPECT_NE(check_network(token).error().hint.find("dev enxAABBCCDD"), std::string::npos);

  interface.up = false;
  token = machine.tokens().at(0);
  EXPECT_EQ(token.problems, Problems{UsbProblem::kLinkDown});
  EXPECT_EQ(check_network(token).error().code, Code::kUnreachable);
  EXPECT_EQ(check_network(token).error().hint, "sudo ip link set enxAABBCCDD up");
}

TEST(UsbTokens, FunctionsWithoutADriverAreSaidOnce) {
  Machine machine;
  machine.plug("1-1", "AABBCCDD");
  machine.remove("net");
  machine.remove("hidraw");
  const UsbToken token = machine.tokens().at(0);
  EXPECT_EQ(token.problems, Problems{UsbProblem::kNoDriver});
  EXPECT_EQ(check_network(token).error().details.at("reason"), "no-interface");
}

TEST(UsbTokens, ATokenWithoutAFunctionLacksNothing) {
  Machine machine;
  machine.add("/sys/devices/usb1/1-1", "usb", "usb_device", "1-1", "", "usb",
              {{"idVendor", "1209"}, {"idProduct", "2702"}, {"serial", "aabbccdd"}});
  const UsbToken token = machine.tokens().at(0);
  EXPECT_EQ(token.problems, Problems{});
  EXPECT_EQ(token.serial, "AABBCCDD");
}

TEST(UsbTokens, AReaderThatIsHeldOrMissingIsSaid) {
  Machine machine;
  machine.plug("1-1", "AABBCCDD");
  machine.snapshot.readers[0].exclusive = true;
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{UsbProblem::kReaderBusy});

  // The interface is taken by a program, and pcscd is not the one: scdaemon's own driver.
  machine.snapshot.readers.clear();
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{UsbProblem::kReaderBusy});
  machine.snapshot.card_denied = true;
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{}) << "pcscd has it, but does not tell us";
  machine.snapshot.card_denied = false;

  for (discovery::Device& device : machine.snapshot.devices) {
    if (device.driver == "usbfs") device.driver.clear();
  }
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{UsbProblem::kNoReader});
  machine.snapshot.card_service = false;
  EXPECT_EQ(machine.tokens().at(0).problems, Problems{}) << "that pcscd is off is another matter";
}

TEST(UsbTokens, ADeviceCannotSmuggleEscapeSequencesInItsSerial) {
  Machine machine;
  machine.plug("1-1", "\x1B[2Jx");
  EXPECT_EQ(machine.tokens().at(0).serial.find('\x1B'), std::string::npos);
}

TEST(ReaderNames, CarryTheSerialInBracketsOrInTheInterfacesName) {
  using discovery::names_serial;
  EXPECT_TRUE(names_serial("USB armory Mk II (AABBCCDD) 00 00", "AABBCCDD"));
  EXPECT_TRUE(names_serial("USB armory Mk II [Card aabbccdd] 01 00", "AABBCCDD"));
  EXPECT_FALSE(names_serial("USB armory Mk II (AABBCCDE) 00 00", "AABBCCDD"));
  EXPECT_FALSE(names_serial("AABBCCDD Mk II 00 00", "AABBCCDD")) << "that is the driver's name";
  EXPECT_FALSE(names_serial("Virtual PCD 00 00", ""));
}

TEST(Addresses, InTheTokensNetworkReachIt) {
  using discovery::reaches_token;
  EXPECT_TRUE(reaches_token("10.0.0.1/24"));
  EXPECT_TRUE(reaches_token("10.0.0.8/29"));
  EXPECT_TRUE(reaches_token("10.200.0.1/8"));
  EXPECT_FALSE(reaches_token("10.0.0.1/29")) << "10.0.0.10 is outside of it";
  EXPECT_FALSE(reaches_token("10.0.1.1/24"));
  EXPECT_FALSE(reaches_token("10.0.0.10/24")) << "that is the token's own";
  for (const char* bad : {"", "10.0.0.1", "10.0.0/24", "10.0.0.1/33", "10.0.0.1/x", "fe80::1/64",
                          "10.0.0.1.2/24", "10.0.0.256/24"}) {
    EXPECT_FALSE(reaches_token(bad)) << bad;
  }
}

}  // namespace
}  // namespace gokeyctl
