// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A USB/IP client at the other end of a socket pair: what it gets for what it sends.
#include <algorithm>
#include <cerrno>
#include <cstring>

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "boards/sim/usbip_server.h"

namespace gokey::sim {
namespace {

using Data = std::vector<std::uint8_t>;

// Sends back what it gets, in one interface with two bulk endpoints.
class Echo final : public usb::Function {
 public:
  void describe(usb::ConfigurationBuilder& config) override {
    const std::uint8_t interface = config.reserve_interface();
    in_ = config.reserve_in();
    out_ = config.reserve_out();
    config.interface({.number = interface, .interface_class = 0xFF});
    config.bulk(in_);
    config.bulk(out_);
  }
  void configured() override {
    ++times_configured;
    transfers().start_out(out_, buffer_);
  }
  void unconfigured() override {}
  void transfer_done(std::uint8_t endpoint, std::size_t size) override {
    if (endpoint == in_) return transfers().start_out(out_, buffer_);
    transfers().start_in(in_, std::span(buffer_).first(size), true);
  }
  int times_configured = 0;

 private:
  std::uint8_t in_ = 0, out_ = 0;
  std::array<std::uint8_t, 1024> buffer_{};
};

struct Client {
  UniqueFd socket;

  void send(const wire::Writer& out) const { send(out.buffer()); }
  void send(const Data& bytes) const {
    ASSERT_EQ(::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
  }
  [[nodiscard]] Data receive() const {
    Data out(65536);
    const ssize_t got = ::recv(socket.get(), out.data(), out.size(), 0);
    out.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return out;
  }
  [[nodiscard]] bool closed() const {
    std::uint8_t byte = 0;
    return ::recv(socket.get(), &byte, 1, 0) == 0;
  }
};

std::uint32_t word(const Data& bytes, std::size_t index) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | bytes.at(4 * index + i);
  return value;
}

wire::Writer submit(std::uint32_t sequence, bool in, std::uint32_t endpoint, std::uint32_t length,
                    const Data& data = {}, const Data& setup = Data(8)) {
  wire::Writer out;
  out.u32(1).u32(sequence).u32(0x10002).u32(in ? 1 : 0).u32(endpoint);
  out.u32(0).u32(length).u32(0).u32(0).u32(0);
  return out.bytes(setup).bytes(data);
}

wire::Writer unlink(std::uint32_t sequence, std::uint32_t victim) {
  wire::Writer out;
  out.u32(2).u32(sequence).u32(0x10002).u32(0).u32(0).u32(victim);
  return out.bytes(Data(24));
}

class UsbipServerTest : public ::testing::Test {
 protected:
  UsbipServerTest() { device_.attach(); }

  Client connect() {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    server_.adopt(UniqueFd(ends[0]), "test", now_);
    return {UniqueFd(ends[1])};
  }
  Data ask(const Client& client, const wire::Writer& out) {
    client.send(out);
    server_.step(now_);
    return client.receive();
  }
  Data import(const Client& client, std::string bus_id = "1-1") {
    bus_id.resize(32);
    wire::Writer out;
    out.u16(0x0111).u16(0x8003).u32(0).text(bus_id);
    return ask(client, out);
  }
  Client imported() {
    Client client = connect();
    EXPECT_EQ(import(client).size(), 8U + 312);
    const Data done = ask(client, submit(1, false, 0, 0, {}, {0x00, 9, 1, 0, 0, 0, 0, 0}));
    EXPECT_EQ(word(done, 5), 0U);
    return client;
  }

  Echo echo_;
  VirtualBus bus_;
  usb::Device device_{bus_, {}, {{&echo_}}};
  UsbipServer server_{device_, bus_};
  std::uint64_t now_ = 0;
};

TEST_F(UsbipServerTest, ListsTheDevice) {
  const Client client = connect();
  wire::Writer out;
  out.u16(0x0111).u16(0x8005).u32(0);
  EXPECT_EQ(ask(client, out).size(), 12U + 312 + 4);
  EXPECT_TRUE(client.closed());
}

TEST_F(UsbipServerTest, OneClientAtATimeAndManyInARow) {
  for (int i = 1; i <= 3; ++i) {
    const Client first = imported();
    const Client second = connect();
    EXPECT_EQ(word(import(second), 1), 2U) << "busy";
    EXPECT_TRUE(second.closed());
    EXPECT_EQ(device_.configuration(), 1);
    EXPECT_EQ(echo_.times_configured, i);
    first.send(submit(9, true, 1, 64));  // still waits when the client leaves
  }
  server_.step(now_);
  EXPECT_EQ(device_.configuration(), 0) << "the plug is out";
  const Client other = connect();
  EXPECT_EQ(word(import(other, "1-2"), 1), 4U) << "no such device";
}

TEST_F(UsbipServerTest, ControlTransfersAndStalls) {
  const Client client = imported();
  const Data descriptor = ask(client, submit(2, true, 0, 64, {}, {0x80, 6, 0, 1, 0, 0, 64, 0}));
  ASSERT_EQ(descriptor.size(), 48U + 18);
  EXPECT_EQ(word(descriptor, 1), 2U);
  EXPECT_EQ(word(descriptor, 6), 18U);
  const Data stall = ask(client, submit(3, true, 0, 64, {}, {0x80, 6, 0, 9, 0, 0, 64, 0}));
  EXPECT_EQ(word(stall, 5), static_cast<std::uint32_t>(-32));
}

TEST_F(UsbipServerTest, BulkBothWays) {
  const Client client = imported();
  EXPECT_TRUE(ask(client, submit(2, true, 1, 512)).empty()) << "waits for data";
  const Data both = ask(client, submit(3, false, 1, 3, {7, 8, 9}));
  ASSERT_EQ(both.size(), 48U + 48 + 3);
  EXPECT_EQ(word(both, 1), 3U);
  EXPECT_EQ(word(both, 6), 3U);
  EXPECT_EQ(word(Data(both.begin() + 48, both.end()), 1), 2U);
  EXPECT_EQ(both.back(), 9);
}

TEST_F(UsbipServerTest, ATransferEndsWithAShortPacketAlone) {
  const Client client = imported();
  (void)ask(client, submit(2, false, 1, 512, Data(512)));
  EXPECT_TRUE(ask(client, submit(3, true, 1, 1024)).empty()) << "512 bytes fill their packet";
  const Data done = ask(client, submit(4, false, 1, 1, {1}));
  EXPECT_EQ(done.size(), 48U + 48 + 513);
}

TEST_F(UsbipServerTest, MoreThanTheHostAskedForIsBabble) {
  const Client client = imported();
  (void)ask(client, submit(2, false, 1, 100, Data(100)));
  const Data done = ask(client, submit(3, true, 1, 10));
  EXPECT_EQ(word(done, 5), static_cast<std::uint32_t>(-75));
}

TEST_F(UsbipServerTest, UnlinkTakesBackWhatWaits) {
  const Client client = imported();
  (void)ask(client, submit(2, true, 1, 512));
  const Data taken = ask(client, unlink(3, 2));
  ASSERT_EQ(taken.size(), 48U) << "and no answer to the transfer itself";
  EXPECT_EQ(word(taken, 0), 4U);
  EXPECT_EQ(word(taken, 1), 3U);
  EXPECT_EQ(word(taken, 5), static_cast<std::uint32_t>(-104));
  EXPECT_EQ(word(ask(client, unlink(4, 2)), 5), 0U) << "it is over";
  EXPECT_EQ(word(ask(client, unlink(5, 99)), 5), 0U);
}

TEST_F(UsbipServerTest, HaltedEndpointsStallUntilCleared) {
  const Client client = imported();
  (void)ask(client, submit(2, false, 0, 0, {}, {0x02, 3, 0, 0, 0x01, 0, 0, 0}));
  EXPECT_EQ(word(ask(client, submit(3, false, 1, 1, {1})), 5), static_cast<std::uint32_t>(-32));
  (void)ask(client, submit(4, false, 0, 0, {}, {0x02, 1, 0, 0, 0x01, 0, 0, 0}));
  EXPECT_EQ(word(ask(client, submit(5, false, 1, 1, {1})), 5), 0U);
}

TEST_F(UsbipServerTest, RefusesWhatThereIsNot) {
  const Client client = imported();
  EXPECT_EQ(word(ask(client, submit(2, true, 7, 64)), 5), static_cast<std::uint32_t>(-71));
  EXPECT_EQ(word(ask(client, submit(3, true, 99, 64)), 5), static_cast<std::uint32_t>(-71));
  wire::Writer isochronous;
  isochronous.u32(1).u32(4).u32(0x10002).u32(1).u32(1).u32(0).u32(64).u32(0).u32(1).u32(0);
  isochronous.bytes(Data(8)).bytes(Data(16));
  EXPECT_EQ(word(ask(client, isochronous), 5), static_cast<std::uint32_t>(-22));
  EXPECT_EQ(word(ask(client, submit(5, false, 1, 1, {1})), 5), 0U) << "and lives on";
}

TEST_F(UsbipServerTest, WaitingTransfersAreBounded) {
  const Client client = imported();
  std::size_t refused = 0;
  for (std::uint32_t i = 0; i < 2 * VirtualBus::kMostWaiting; ++i) {
    if (!ask(client, submit(100 + i, true, 1, 64)).empty()) ++refused;
  }
  EXPECT_EQ(refused, VirtualBus::kMostWaiting);
}

TEST_F(UsbipServerTest, NonsensePullsThePlug) {
  for (const Data& nonsense : {Data(48, 0xFF), submit(1, false, 1, 0xFFFFFFFF).release()}) {
    const Client client = imported();
    client.send(nonsense);
    server_.step(now_);
    EXPECT_TRUE(client.closed());
    EXPECT_EQ(device_.configuration(), 0);
  }
  const Client early = connect();
  early.send(Data{'G', 'E', 'T', ' ', '/', ' ', 'H', 'T', 'T', 'P'});
  server_.step(now_);
  EXPECT_TRUE(early.closed());
}

TEST_F(UsbipServerTest, AClientThatSaysNothingIsSentAway) {
  const Client silent = connect();
  server_.step(now_);
  EXPECT_FALSE(silent.closed());
  now_ = server_.next_deadline();
  server_.step(now_);
  EXPECT_TRUE(silent.closed());
}

}  // namespace
}  // namespace gokey::sim
