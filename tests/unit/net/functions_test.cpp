// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The network functions with a host of a few lines: what it reads and writes on the endpoints.
#include <map>
#include <optional>

#include <gtest/gtest.h>

#include "core/usb/net/ecm.h"
#include "core/usb/net/ncm.h"
#include "little_endian.h"

namespace gokey::usb {
namespace {

using testing::bytes;
using Data = std::vector<std::uint8_t>;

constexpr std::uint8_t kControl = 3, kDataInterface = 4;
constexpr std::uint8_t kNotify = 0x81, kIn = 0x82, kOut = 0x03;

class Plan final : public ConfigurationBuilder {
 public:
  [[nodiscard]] UsbSpeed speed() const override { return UsbSpeed::kHigh; }
  std::uint8_t reserve_interface() override { return next_interface_++; }
  std::uint8_t reserve_in() override { return next_in_++; }
  std::uint8_t reserve_out() override { return kOut; }
  std::uint8_t string(std::string_view text) override {
    last_string = text;
    return 9;
  }
  void association(const InterfaceDescription&, std::uint8_t) override {}
  void interface(const InterfaceDescription& one) override { interfaces.push_back(one); }
  void class_specific(std::span<const std::uint8_t> descriptor) override {
    descriptors.push_back(wire::to_upper_hex(descriptor));
  }
  void bulk(std::uint8_t) override {}
  void interrupt(std::uint8_t, std::uint16_t, unsigned) override {}

  std::vector<InterfaceDescription> interfaces;
  std::vector<std::string> descriptors;
  std::string last_string;

 private:
  std::uint8_t next_interface_ = kControl;
  std::uint8_t next_in_ = kNotify;
};

class Bus final : public Transfers {
 public:
  void start_in(std::uint8_t endpoint, std::span<const std::uint8_t> data, bool zero) override {
    EXPECT_FALSE(in.contains(endpoint)) << "a transfer is under way already";
    in[endpoint] = Data(data.begin(), data.end());
    zero_packet = zero;
  }
  void start_out(std::uint8_t endpoint, std::span<std::uint8_t> into) override {
    EXPECT_EQ(endpoint, kOut);
    EXPECT_EQ(into.size() % 512, 0U);
    out = into;
  }
  void cancel(std::uint8_t) override {}
  void halt(std::uint8_t) override {}
  [[nodiscard]] UsbSpeed speed() const override { return UsbSpeed::kHigh; }

  std::map<std::uint8_t, Data> in;
  std::optional<std::span<std::uint8_t>> out;
  bool zero_packet = false;
};

template <typename F>
class FunctionOnBus : public ::testing::Test {
 protected:
  FunctionOnBus() : function_("0647AABBCCDD") {
    function_.attach_to(bus_);
    function_.describe(plan_);
    function_.configured();
  }
  void open() {
    bus_.in.clear();
    bus_.out.reset();
    function_.alternate_selected(kDataInterface, 1);
  }
  // The host reads what is there to read.
  std::string read(std::uint8_t endpoint) {
    const auto found = bus_.in.find(endpoint);
    if (found == bus_.in.end()) return "nothing";
    const Data data = found->second;
    bus_.in.erase(found);
    function_.transfer_done(endpoint, data.size());
    return wire::to_upper_hex(data);
  }
  // False if the function does not listen.
  bool write(const Data& data) {
    if (!bus_.out || data.size() > bus_.out->size()) return false;
    std::copy(data.begin(), data.end(), bus_.out->begin());
    bus_.out.reset();
    function_.transfer_done(kOut, data.size());
    return true;
  }
  bool set(std::uint8_t request, std::uint16_t value, std::string_view data = "") {
    const Data content = bytes(data);
    return function_.control_out(
        {0x21, request, value, kControl, static_cast<std::uint16_t>(content.size())}, content);
  }
  std::string get(std::uint8_t request, std::uint16_t length) {
    Data answer;
    if (!function_.control_in({0xA1, request, 0, kControl, length}, answer)) return "stall";
    return wire::to_upper_hex(answer);
  }
  std::string received() { return wire::to_upper_hex(function_.receive()); }

  F function_;
  Plan plan_;
  Bus bus_;
};

using EcmOnBus = FunctionOnBus<Ecm>;
using NcmOnBus = FunctionOnBus<Ncm>;

const Data kFrame = bytes("FFFFFFFFFFFF 0647AABBCCDD 0800 0102030405");
constexpr auto kFrameText = "FFFFFFFFFFFF0647AABBCCDD08000102030405";

TEST_F(EcmOnBus, DescribesItself) {
  ASSERT_EQ(plan_.interfaces.size(), 3U);
  EXPECT_EQ(plan_.interfaces[0].subclass, 0x06);
  EXPECT_EQ(plan_.interfaces[2].alternate, 1);
  EXPECT_EQ(plan_.interfaces[2].interface_class, 0x0A);
  EXPECT_EQ(plan_.descriptors,
            (std::vector<std::string>{"0524002001", "0524060304", "0D240F0900000000EA05000000"}));
  EXPECT_EQ(plan_.last_string, "0647AABBCCDD");
}

TEST_F(EcmOnBus, IsDownUntilTheHostOpensIt) {
  EXPECT_FALSE(function_.up());
  EXPECT_FALSE(function_.send(kFrame));
  open();
  EXPECT_TRUE(function_.up());
  function_.alternate_selected(kDataInterface, 0);
  EXPECT_FALSE(function_.up());
  open();
  function_.unconfigured();
  EXPECT_FALSE(function_.up());
}

TEST_F(EcmOnBus, TellsSpeedAndConnection) {
  EXPECT_EQ(read(kNotify), "nothing");
  open();
  EXPECT_EQ(read(kNotify), "A12A00000300080000389C1C00389C1C");
  EXPECT_EQ(read(kNotify), "A100010003000000");
  EXPECT_EQ(read(kNotify), "nothing");
}

TEST_F(EcmOnBus, CarriesOneFramePerTransfer) {
  open();
  ASSERT_TRUE(write(kFrame));
  EXPECT_FALSE(bus_.out) << "it must not listen before the frame is taken";
  EXPECT_EQ(received(), kFrameText);
  EXPECT_EQ(received(), "");
  EXPECT_TRUE(bus_.out);
  EXPECT_TRUE(function_.send(kFrame));
  EXPECT_EQ(read(kIn), kFrameText);
  EXPECT_TRUE(bus_.zero_packet);
}

TEST_F(EcmOnBus, DropsWhatIsNoFrame) {
  open();
  for (const std::size_t size : {0U, 1U, 13U, 1515U, 2048U}) {
    ASSERT_TRUE(write(Data(size))) << size;
    EXPECT_EQ(received(), "") << size;
    EXPECT_TRUE(bus_.out) << size;
  }
  ASSERT_TRUE(write(Data(1514)));
  EXPECT_EQ(function_.receive().size(), 1514U);
}

TEST_F(EcmOnBus, HoldsALimitedNumberOfFrames) {
  open();
  int count = 0;
  while (function_.send(kFrame)) ++count;
  EXPECT_EQ(count, 64);
  EXPECT_EQ(read(kIn), kFrameText);
  EXPECT_TRUE(function_.send(kFrame));
}

TEST_F(EcmOnBus, TakesAPacketFilterAndNothingElse) {
  EXPECT_TRUE(set(0x43, 0x000F));
  EXPECT_FALSE(set(0x43, 0x000F, "00"));
  EXPECT_FALSE(set(0x40, 1, "010203040506"));  // SET_ETHERNET_MULTICAST_FILTERS
  EXPECT_EQ(get(0x44, 4), "stall");            // GET_ETHERNET_STATISTIC
  EXPECT_EQ(get(0x80, 28), "stall");           // NCM's
  // To the data interface.
  EXPECT_FALSE(function_.control_out({0x21, 0x43, 0, kDataInterface, 0}, {}));
}

TEST_F(NcmOnBus, DescribesItself) {
  EXPECT_EQ(plan_.interfaces[0].subclass, 0x0D);
  EXPECT_EQ(plan_.interfaces[1].protocol, 0x01);
  EXPECT_EQ(plan_.descriptors.back(), "06241A000121");
}

TEST_F(NcmOnBus, AnswersItsRequests) {
  EXPECT_EQ(get(0x80, 28), "1C000300004000000400000004000000004000000400000004002000");
  EXPECT_EQ(get(0x85, 4), "00400000");
  EXPECT_EQ(get(0x85, 8), "0040000000000000");
  EXPECT_TRUE(set(0x86, 0, "00080000"));
  EXPECT_EQ(get(0x85, 4), "00080000");
  EXPECT_TRUE(set(0x86, 0, "0010000008000000"));
  EXPECT_EQ(get(0x85, 8), "0010000008000000");
  for (const auto* bad : {"", "0008", "FF070000", "01400000", "FFFFFFFF", "000800000800"}) {
    EXPECT_FALSE(set(0x86, 0, bad)) << bad;
  }
  EXPECT_EQ(get(0x83, 2), "0000");
  EXPECT_TRUE(set(0x84, 1));
  EXPECT_EQ(get(0x83, 2), "0100");
  EXPECT_FALSE(set(0x84, 2));
  EXPECT_EQ(get(0x89, 2), "0000");
  EXPECT_TRUE(set(0x8A, 0));
  EXPECT_FALSE(set(0x8A, 1));
  EXPECT_EQ(get(0x81, 6), "stall");  // GET_NET_ADDRESS
  EXPECT_EQ(get(0x87, 2), "stall");  // GET_MAX_DATAGRAM_SIZE
}

TEST_F(NcmOnBus, TakesSettingsOnlyWhileClosedAndForgetsThem) {
  EXPECT_TRUE(set(0x84, 1));
  open();
  EXPECT_FALSE(set(0x84, 0));
  EXPECT_FALSE(set(0x86, 0, "00080000"));
  EXPECT_EQ(get(0x83, 2), "0100");
  function_.alternate_selected(kDataInterface, 0);
  EXPECT_EQ(get(0x83, 2), "0000");
}

TEST_F(NcmOnBus, CarriesBlocks) {
  open();
  wire::NtbBuilder builder(wire::NtbFormat::k16, 16384, 32);
  ASSERT_TRUE(builder.add(kFrame));
  ASSERT_TRUE(builder.add(bytes("00")));  // too short for a frame
  ASSERT_TRUE(builder.add(kFrame));
  ASSERT_TRUE(write(builder.finish(0)));
  EXPECT_EQ(received(), kFrameText);
  EXPECT_FALSE(bus_.out);
  EXPECT_EQ(received(), kFrameText);
  EXPECT_EQ(received(), "");
  EXPECT_TRUE(bus_.out);
}

TEST_F(NcmOnBus, LivesOnAfterABadBlock) {
  open();
  ASSERT_TRUE(write(Data(100, 0xAA)));
  EXPECT_EQ(received(), "");
  EXPECT_TRUE(bus_.out);
  ASSERT_TRUE(write({}));
  EXPECT_EQ(received(), "");
  EXPECT_TRUE(bus_.out);
}

TEST_F(NcmOnBus, GathersFramesWhileOneBlockIsOnItsWay) {
  open();
  for (int i = 0; i < 4; ++i) ASSERT_TRUE(function_.send(kFrame));
  EXPECT_EQ(wire::parse_ntb(bytes(read(kIn)), wire::NtbFormat::k16).value().size(), 1U);
  EXPECT_EQ(wire::parse_ntb(bytes(read(kIn)), wire::NtbFormat::k16).value().size(), 3U);
  EXPECT_EQ(read(kIn), "nothing");
}

TEST_F(NcmOnBus, KeepsToTheHostsLimits) {
  ASSERT_TRUE(set(0x84, 1));
  ASSERT_TRUE(set(0x86, 0, "0008000002000000"));
  open();
  int count = 0;
  while (function_.send(Data(1000))) ++count;
  EXPECT_EQ(count, 2);  // one on its way, one of 2048 bytes filled
  const Data first = bytes(read(kIn));
  EXPECT_EQ(wire::parse_ntb(first, wire::NtbFormat::k32).value().size(), 1U);
}

// NCM 1.0, 3.2.2: the host reads no further than the size that it said.
TEST_F(NcmOnBus, ABlockOfTheWholeSizeNeedsNoEnd) {
  const auto second_block = [this] {
    for (const std::size_t size : {100U, 1100U, 1100U}) EXPECT_TRUE(function_.send(Data(size)));
    EXPECT_NE(read(kIn), "nothing");
    const std::size_t size = bus_.in.at(kIn).size();
    EXPECT_NE(read(kIn), "nothing");
    return size;
  };
  open();
  const std::size_t size = second_block();
  EXPECT_TRUE(bus_.zero_packet);
  function_.alternate_selected(kDataInterface, 0);
  const std::array<std::uint8_t, 4> wanted{static_cast<std::uint8_t>(size),
                                           static_cast<std::uint8_t>(size >> 8U), 0, 0};
  ASSERT_TRUE(set(0x86, 0, wire::to_upper_hex(wanted)));
  open();
  EXPECT_EQ(second_block(), size);
  EXPECT_FALSE(bus_.zero_packet);
}

TEST_F(NcmOnBus, TellsWindowsItsDriver) {
  const Data capability = function_.capability();
  EXPECT_EQ(capability.size(), capability.at(0));
  Data set;
  EXPECT_TRUE(function_.control_in({0xC0, capability.at(26), 0, 7, 0xFFFF}, set));
  EXPECT_EQ(set.size(), static_cast<std::size_t>(capability.at(24)));
  EXPECT_EQ(set.at(22), kControl);
  EXPECT_FALSE(function_.control_in({0xC0, capability.at(26), 0, 8, 0xFFFF}, set));
}

}  // namespace
}  // namespace gokey::usb
