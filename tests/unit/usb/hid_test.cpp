// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/usb/device.h"
#include "core/usb/hid_function.h"
#include "fake_controller.h"
#include "ticking_clock.h"

namespace gokey::usb {
namespace {

using testing::Data;
using testing::FakeController;

class Echo final : public fido::Reports {
 public:
  void receive(std::span<const std::uint8_t, fido::kReportSize> report, std::uint64_t) override {
    fido::Report copy{};
    std::ranges::copy(report, copy.begin());
    waiting.push_back(copy);
  }
  std::optional<fido::Report> next() override {
    if (waiting.empty()) return std::nullopt;
    const fido::Report first = waiting.front();
    waiting.pop_front();
    return first;
  }
  bool has_next() const override { return !waiting.empty(); }
  void step(std::uint64_t) override {}
  std::uint64_t next_deadline() const override { return Function::kNever; }
  void reset() override {
    waiting.clear();
    ++resets;
  }
  void powered_up() override { ++power_ups; }
  std::deque<fido::Report> waiting;
  int resets = 0, power_ups = 0;
};

class HidTest : public ::testing::Test {
 protected:
  HidTest() {
    device_.attach();
    host_.reset();
    host_.put({0x00, 9, 1, 0, 0});
  }
  Echo reports_;
  testing::TickingClock clock_;
  HidFunction hid_{reports_, clock_};
  FakeController host_;
  Device device_{host_, {}, {{&hid_}}};
};

TEST_F(HidTest, PowerComesWithThePlugAndNotWithABusReset) {
  EXPECT_EQ(reports_.power_ups, 1);
  host_.reset();
  EXPECT_EQ(reports_.power_ups, 1);
  host_.unplug();
  EXPECT_EQ(reports_.power_ups, 1);
  host_.reset();
  EXPECT_EQ(reports_.power_ups, 2);
}

TEST_F(HidTest, ReportsGoInAndOut) {
  Data report(64, 0x11);
  host_.send(0x01, report);
  EXPECT_EQ(*host_.receive(0x81), report);
  host_.send(0x01, Data(64, 1));
  host_.send(0x01, Data(64, 2));
  EXPECT_EQ((*host_.receive(0x81))[0], 1);
  EXPECT_EQ((*host_.receive(0x81))[0], 2);
  EXPECT_FALSE(host_.receive(0x81));
  reports_.waiting.push_back({9});
  device_.step(0);
  EXPECT_EQ((*host_.receive(0x81))[0], 9) << "what comes by itself";
}

TEST_F(HidTest, ShortReportIsPaddedAndAnEmptyOneDropped) {
  host_.send(0x01, Data(64, 0xFF));
  host_.receive(0x81);
  host_.send(0x01, Data{1, 2});
  Data expected(64);
  expected[0] = 1;
  expected[1] = 2;
  EXPECT_EQ(*host_.receive(0x81), expected);
  host_.send(0x01, {});
  EXPECT_FALSE(host_.receive(0x81));
}

TEST_F(HidTest, DescriptorsByRequest) {
  const Data report = *host_.get({0x81, 6, 0x2200, 0, 255});
  EXPECT_EQ(report, Data(fido::kReportDescriptor.begin(), fido::kReportDescriptor.end()));
  EXPECT_EQ(*host_.get({0x81, 6, 0x2100, 0, 9}), (Data{9, 0x21, 0x11, 1, 0, 1, 0x22, 34, 0}));
  EXPECT_FALSE(host_.get({0x81, 6, 0x2300, 0, 9}));
}

TEST_F(HidTest, ClassRequests) {
  EXPECT_TRUE(host_.put({0x21, 0x0A, 0x0400, 0, 0})) << "SET_IDLE";
  EXPECT_EQ(*host_.get({0xA1, 0x02, 0, 0, 1}), Data{4}) << "GET_IDLE";
  EXPECT_TRUE(host_.put({0x21, 0x09, 0x0200, 0, 64}, Data(64, 5))) << "SET_REPORT";
  EXPECT_EQ((*host_.receive(0x81))[0], 5);
  EXPECT_EQ((*host_.get({0xA1, 0x01, 0x0100, 0, 64}))[0], 5) << "GET_REPORT";
  EXPECT_FALSE(host_.put({0x21, 0x09, 0x0200, 0, 63}, Data(63))) << "wrong size";
  EXPECT_FALSE(host_.put({0x21, 0x09, 0x0300, 0, 64}, Data(64))) << "a feature report";
  EXPECT_FALSE(host_.get({0xA1, 0x01, 0x0300, 0, 64}));
  EXPECT_FALSE(host_.get({0xA1, 0x03, 0, 0, 1})) << "GET_PROTOCOL: no boot device";
  EXPECT_FALSE(host_.put({0x21, 0x0B, 0, 0, 0})) << "SET_PROTOCOL";
}

TEST_F(HidTest, ResetForgetsChannels) {
  host_.send(0x01, Data(64, 1));
  host_.reset();
  EXPECT_EQ(reports_.resets, 1);
  host_.put({0x00, 9, 1, 0, 0});
  EXPECT_FALSE(host_.receive(0x81));
  EXPECT_TRUE(host_.put({0x01, 11, 0, 0, 0})) << "SET_INTERFACE begins anew";
  host_.send(0x01, Data(64, 3));
  EXPECT_EQ((*host_.receive(0x81))[0], 3);
}

}  // namespace
}  // namespace gokey::usb
