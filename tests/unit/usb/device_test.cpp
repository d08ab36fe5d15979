// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Standard requests as a host sends them, chapter 9 of the USB 2.0 specification.
#include "core/usb/device.h"

#include <gtest/gtest.h>

#include "fake_controller.h"

namespace gokey::usb {
namespace {

using testing::Data;
using testing::FakeController;

// Two interfaces: 0 echoes, 1 has an alternate setting with one endpoint.
class Toy final : public Function {
 public:
  void describe(ConfigurationBuilder& config) override {
    first = config.reserve_interface();
    second = config.reserve_interface();
    in = config.reserve_in();
    out = config.reserve_out();
    extra = config.reserve_in();
    config.association({.number = first, .interface_class = 0xFF, .name = "Toy"}, 2);
    config.interface({.number = first, .interface_class = 0xFF, .name = "Toy"});
    config.class_specific(Data{3, 0x21, 0x55});
    config.bulk(in);
    config.bulk(out);
    config.interface({.number = second, .interface_class = 0xFE});
    config.interface({.number = second, .alternate = 1, .interface_class = 0xFE});
    config.interrupt(extra, 16, 32);
  }
  void configured() override {
    log += "configured ";
    transfers().start_out(out, buffer);
  }
  void unconfigured() override { log += "unconfigured "; }
  void alternate_selected(std::uint8_t interface, std::uint8_t alternate) override {
    log += "alternate " + std::to_string(interface) + "/" + std::to_string(alternate) + " ";
  }
  void transfer_done(std::uint8_t endpoint, std::size_t size) override {
    if (endpoint == out) transfers().start_in(in, std::span(buffer).first(size), true);
    if (endpoint == in) transfers().start_out(out, buffer);
  }
  void halt_cleared(std::uint8_t endpoint) override {
    log += "cleared " + std::to_string(endpoint) + " ";
  }
  bool control_in(const UsbSetup& setup, Data& answer) override {
    if (setup.request == 0x77) answer = {1, 2, 3, 4};
    if (setup.request == 6 && setup.value == 0x2100) answer = {3, 0x21, 0x55};
    return !answer.empty();
  }
  bool control_out(const UsbSetup& setup, std::span<const std::uint8_t> data) override {
    received.assign(data.begin(), data.end());
    return setup.request == 0x78;
  }
  void suspended(bool now) override { log += now ? "suspended " : "resumed "; }

  std::uint8_t first = 0, second = 0, in = 0, out = 0, extra = 0;
  std::array<std::uint8_t, 512> buffer{};
  std::string log;
  Data received;
};

class DeviceTest : public ::testing::Test {
 protected:
  DeviceTest() {
    device_.attach();
    host_.reset();
  }
  void configure() { ASSERT_TRUE(host_.put({0x00, 9, 1, 0, 0})); }
  std::optional<Data> descriptor(std::uint8_t type, std::uint8_t index = 0,
                                 std::uint16_t language = 0, std::uint16_t length = 255) {
    return host_.get({0x80, 6, static_cast<std::uint16_t>(type << 8U | index), language, length});
  }

  Toy toy_;
  FakeController host_;
  Device device_{host_, {0x1209, 0x2702, 0x0001, "Maker", "Toy", "00C0FFEE"}, {{&toy_}}};
};

TEST_F(DeviceTest, DescribesItself) {
  EXPECT_EQ(*descriptor(1),
            (Data{18, 1, 0, 2, 0xEF, 2, 1, 64, 0x09, 0x12, 0x02, 0x27, 1, 0, 1, 2, 3, 1}));
  // The qualifier has the same class triple as the device: the original's had none.
  EXPECT_EQ(*descriptor(6), (Data{10, 6, 0, 2, 0xEF, 2, 1, 64, 1, 0}));
  EXPECT_EQ(descriptor(1, 0, 0, 8)->size(), 8U);
  EXPECT_TRUE(host_.get({0x80, 6, 0x0100, 0, 8}));
  EXPECT_FALSE(host_.zero_packet_allowed()) << "the host asked for no more";
  EXPECT_TRUE(descriptor(1));
  EXPECT_TRUE(host_.zero_packet_allowed());
}

TEST_F(DeviceTest, ConfigurationHoldsWhatTheFunctionSaid) {
  // clang-format off
  const Data expected{9, 2, 0, 0, 2, 1, 0, 0x80, 250,  // 500 mA, bus powered, no wakeup
                      8, 11, 0, 2, 0xFF, 0, 0, 2,      // association
                      9, 4, 0, 0, 2, 0xFF, 0, 0, 2,    // interface 0: two endpoints
                      3, 0x21, 0x55,
                      7, 5, 0x81, 2, 0, 2, 0,          // 512 bytes at high speed
                      7, 5, 0x01, 2, 0, 2, 0,
                      9, 4, 1, 0, 0, 0xFE, 0, 0, 0,
                      9, 4, 1, 1, 1, 0xFE, 0, 0, 0,
                      7, 5, 0x82, 3, 16, 0, 9};        // 2^8 microframes: 32 ms
  // clang-format on
  Data with_length = expected;
  with_length[2] = static_cast<std::uint8_t>(expected.size());
  EXPECT_EQ(*descriptor(2), with_length);
  const Data slow = *descriptor(7);
  EXPECT_EQ(slow[1], 7);
  EXPECT_EQ(slow.size(), with_length.size());
  EXPECT_EQ(slow[33], 64) << "bulk packets at full speed";
  EXPECT_EQ(slow.back(), 32) << "interval in milliseconds";
  EXPECT_FALSE(descriptor(2, 1));
}

TEST_F(DeviceTest, StringsInOneLanguage) {
  EXPECT_EQ(*descriptor(3, 0), (Data{4, 3, 0x09, 0x04}));
  EXPECT_EQ(*descriptor(3, 2, 0x0409), (Data{8, 3, 'T', 0, 'o', 0, 'y', 0}));
  EXPECT_EQ(descriptor(3, 3, 0x0409)->size(), 18U);
  EXPECT_FALSE(descriptor(3, 2, 0x0407));
  EXPECT_FALSE(descriptor(3, 0xEE, 0));
  EXPECT_FALSE(descriptor(15)) << "no capability, no BOS";
}

TEST_F(DeviceTest, TakesAnAddressAndAConfiguration) {
  EXPECT_TRUE(host_.put({0x00, 5, 42, 0, 0}));
  EXPECT_EQ(host_.bus_address, 42);
  EXPECT_FALSE(host_.put({0x00, 5, 128, 0, 0}));
  EXPECT_EQ(*host_.get({0x80, 8, 0, 0, 1}), Data{0});
  EXPECT_FALSE(host_.is_open(0x81));
  configure();
  EXPECT_EQ(*host_.get({0x80, 8, 0, 0, 1}), Data{1});
  EXPECT_TRUE(host_.is_open(0x81));
  EXPECT_FALSE(host_.put({0x00, 5, 43, 0, 0})) << "not when it is configured";
  EXPECT_EQ(host_.bus_address, 42);
  EXPECT_FALSE(host_.put({0x00, 9, 2, 0, 0}));
  EXPECT_EQ(device_.configuration(), 1);
  EXPECT_TRUE(host_.put({0x00, 9, 0, 0, 0}));
  EXPECT_FALSE(host_.is_open(0x81));
  EXPECT_EQ(toy_.log, "configured unconfigured ");
}

TEST_F(DeviceTest, ResetAndUnplugUnconfigure) {
  configure();
  host_.reset(UsbSpeed::kFull);
  EXPECT_EQ(device_.configuration(), 0);
  EXPECT_EQ((*descriptor(2))[33], 64) << "full speed now";
  configure();
  host_.unplug();
  EXPECT_EQ(device_.configuration(), 0);
  EXPECT_EQ(toy_.log, "configured unconfigured configured unconfigured ");
}

TEST_F(DeviceTest, AlternateSettingsByInterface) {
  EXPECT_FALSE(host_.get({0x81, 10, 0, 1, 1})) << "not configured";
  configure();
  EXPECT_EQ(*host_.get({0x81, 10, 0, 1, 1}), Data{0});
  EXPECT_TRUE(host_.put({0x01, 11, 1, 1, 0}));
  EXPECT_TRUE(host_.is_open(0x82));
  EXPECT_EQ(*host_.get({0x81, 10, 0, 1, 1}), Data{1});
  EXPECT_EQ(*host_.get({0x81, 10, 0, 0, 1}), Data{0}) << "the other interface is not concerned";
  EXPECT_FALSE(host_.put({0x01, 11, 2, 1, 0}));
  EXPECT_FALSE(host_.put({0x01, 11, 1, 0, 0}));
  EXPECT_FALSE(host_.put({0x01, 11, 0, 2, 0}));
  EXPECT_TRUE(host_.put({0x01, 11, 0, 1, 0}));
  EXPECT_FALSE(host_.is_open(0x82));
  EXPECT_EQ(toy_.log, "configured alternate 1/1 alternate 1/0 ");
}

TEST_F(DeviceTest, StatusIsHonest) {
  EXPECT_EQ(*host_.get({0x80, 0, 0, 0, 2}), (Data{0, 0})) << "bus powered, no remote wakeup";
  EXPECT_FALSE(host_.put({0x00, 3, 1, 0, 0})) << "SET_FEATURE(DEVICE_REMOTE_WAKEUP)";
  EXPECT_FALSE(host_.put({0x00, 1, 1, 0, 0}));
  EXPECT_EQ(*host_.get({0x82, 0, 0, 0, 2}), (Data{0, 0}));
  EXPECT_FALSE(host_.get({0x82, 0, 0, 0x81, 2})) << "not configured";
  EXPECT_FALSE(host_.get({0x81, 0, 0, 0, 2}));
  configure();
  EXPECT_EQ(*host_.get({0x81, 0, 0, 1, 2}), (Data{0, 0}));
  EXPECT_FALSE(host_.get({0x81, 0, 0, 2, 2}));
}

TEST_F(DeviceTest, EndpointHaltIsSetReadAndCleared) {
  configure();
  EXPECT_TRUE(host_.put({0x02, 3, 0, 0x81, 0}));
  EXPECT_TRUE(host_.is_halted(0x81));
  EXPECT_EQ(*host_.get({0x82, 0, 0, 0x81, 2}), (Data{1, 0}));
  EXPECT_TRUE(host_.put({0x02, 1, 0, 0x81, 0}));
  EXPECT_FALSE(host_.is_halted(0x81));
  EXPECT_EQ(host_.toggles_reset, 1);
  EXPECT_EQ(*host_.get({0x82, 0, 0, 0x81, 2}), (Data{0, 0}));
  EXPECT_TRUE(host_.put({0x02, 1, 0, 0x01, 0})) << "also one that was not halted";
  EXPECT_EQ(host_.toggles_reset, 2);
  EXPECT_EQ(toy_.log, "configured cleared 129 cleared 1 ");
  EXPECT_FALSE(host_.put({0x02, 3, 0, 0x82, 0})) << "of an alternate setting not chosen";
  EXPECT_FALSE(host_.put({0x02, 3, 1, 0x81, 0}));
  EXPECT_FALSE(host_.put({0x02, 3, 0, 0x00, 0}));
  EXPECT_FALSE(host_.put({0x02, 3, 0, 0x0181, 0}));
}

TEST_F(DeviceTest, RefusesWhatItDoesNotKnow) {
  configure();
  EXPECT_FALSE(host_.get({0x82, 12, 0, 0x81, 2})) << "SYNCH_FRAME";
  EXPECT_FALSE(host_.put({0x00, 7, 0x0100, 0, 18}, Data(18))) << "SET_DESCRIPTOR";
  EXPECT_FALSE(host_.get({0x80, 6, 0x0800, 0, 255}));
  EXPECT_FALSE(host_.get({0x83, 0, 0, 0, 2}));
  EXPECT_FALSE(host_.get({0xE0, 0x77, 0, 0, 4})) << "reserved kind";
  EXPECT_FALSE(host_.get({0xA0, 0x77, 0, 0, 4})) << "class request to the device";
  EXPECT_FALSE(host_.get({0xA1, 0x77, 0, 9, 4}));
  EXPECT_TRUE(host_.get({0x80, 8, 0, 0, 1})) << "and lives on";
}

TEST_F(DeviceTest, HandsClassRequestsToTheInterfacesOwner) {
  EXPECT_FALSE(host_.get({0xA1, 0x77, 0, 0, 4})) << "not configured";
  configure();
  EXPECT_EQ(*host_.get({0xA1, 0x77, 0, 0, 2}), (Data{1, 2}));
  EXPECT_EQ(*host_.get({0xA1, 0x77, 0, 1, 64}), (Data{1, 2, 3, 4}));
  EXPECT_EQ(*host_.get({0x81, 6, 0x2100, 0, 9}), (Data{3, 0x21, 0x55}));
  EXPECT_TRUE(host_.put({0x21, 0x78, 0, 0, 3}, Data{7, 8, 9}));
  EXPECT_EQ(toy_.received, (Data{7, 8, 9}));
  EXPECT_FALSE(host_.put({0x21, 0x78, 0, 0, 3}, Data{7, 8})) << "data stage too short";
  EXPECT_FALSE(host_.put({0x21, 0x79, 0, 0, 1}, Data{7}));
  EXPECT_FALSE(host_.put({0x21, 0x78, 0, 0, 0xFFFF}, Data(0xFFFF))) << "more than anybody takes";
  EXPECT_EQ(*host_.get({0xC0, 0x77, 0, 0, 4}), (Data{1, 2, 3, 4}))
      << "vendor request to the device";
}

TEST_F(DeviceTest, MovesData) {
  configure();
  host_.send(0x01, Data{1, 2, 3});
  EXPECT_EQ(*host_.receive(0x81), (Data{1, 2, 3}));
  EXPECT_FALSE(host_.receive(0x81));
  host_.send(0x01, Data(512, 7));
  EXPECT_EQ(host_.receive(0x81)->size(), 512U);
  host_.events().usb_suspended();
  host_.events().usb_resumed();
  EXPECT_EQ(toy_.log, "configured suspended resumed ");
  host_.put({0x00, 9, 0, 0, 0});
  host_.events().usb_transfer_done(0x81, 1);  // a late one comes to nobody
}

}  // namespace
}  // namespace gokey::usb
