// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The token's network stack on a Linux TAP interface, so that a real kernel and its programs are
// the host: token_on_tap INTERFACE SERIAL. What comes on the SSH port is sent back.
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include <fcntl.h>
#include <linux/if.h>
#include <linux/if_tun.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/net/network.h"
#include "wire/hex.h"

namespace {

namespace hal = gokey::hal;
namespace net = gokey::net;

class Tap final : public hal::FrameLink {
 public:
  explicit Tap(const char* name) : fd_(::open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC)) {
    ifreq request{};
    std::strncpy(request.ifr_name, name, sizeof request.ifr_name - 1);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (fd_ >= 0 && ::ioctl(fd_, TUNSETIFF, &request) != 0) fd_ = -1;
  }
  [[nodiscard]] int fd() const { return fd_; }
  [[nodiscard]] bool up() const override { return true; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override {
    const ssize_t got = ::read(fd_, frame_.data(), frame_.size());
    return std::span(frame_).first(got > 0 ? static_cast<std::size_t>(got) : 0);
  }
  [[nodiscard]] bool send(std::span<const std::uint8_t> frame) override {
    // An interface that is down takes nothing; the frame is lost, as on a cable.
    return ::write(fd_, frame.data(), frame.size()) >= 0 || errno != EAGAIN;
  }

 private:
  int fd_;
  std::array<std::uint8_t, 2048> frame_{};
};

class SteadyClock final : public hal::Clock {
 public:
  [[nodiscard]] std::uint64_t now_ms() const override {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
  }
  [[nodiscard]] std::optional<std::uint64_t> unix_ms() const override { return std::nullopt; }
};

class SystemRandom final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    file_.read(reinterpret_cast<char*>(out.data()), static_cast<std::streamsize>(out.size()));
  }

 private:
  std::ifstream file_{"/dev/urandom", std::ios::binary};
};

// False once the connection is over.
bool echo(net::Connection& connection) {
  while (!connection.received().empty()) {
    const std::size_t sent = connection.send(connection.received());
    if (sent == 0) break;
    connection.consume(sent);
  }
  return !connection.broken() && !connection.at_end();
}

}  // namespace

int main(int argc, char** argv) {
  const auto serial_bytes = argc == 3 ? gokey::wire::from_hex(argv[2]) : gokey::wire::from_hex("");
  net::Serial serial{};
  if (!serial_bytes || serial_bytes->size() != serial.size()) {
    std::fputs("usage: token_on_tap INTERFACE SERIAL\n", stderr);
    return 2;
  }
  std::copy(serial_bytes->begin(), serial_bytes->end(), serial.begin());
  Tap tap(argv[1]);
  if (tap.fd() < 0) {
    std::perror("token_on_tap: TAP interface");
    return 77;
  }
  const SteadyClock clock;
  SystemRandom random;
  std::vector<std::unique_ptr<net::Connection>> connections;
  const auto network = net::Network::create(
      tap, clock, random, serial,
      [&](std::unique_ptr<net::Connection> one) { connections.push_back(std::move(one)); });
  if (!network) return 1;
  std::puts("ready");
  std::fflush(stdout);
  while (true) {
    network->step();
    std::erase_if(connections, [](const auto& one) { return !echo(*one); });
    const std::uint64_t next = network->next_deadline();
    const std::uint64_t now = clock.now_ms();
    std::array<pollfd, 2> polled{pollfd{tap.fd(), POLLIN, 0}, pollfd{STDIN_FILENO, POLLIN, 0}};
    ::poll(polled.data(), polled.size(),
           next <= now ? 0 : static_cast<int>(std::min<std::uint64_t>(next - now, 1000)));
    if (polled[1].revents != 0) return 0;  // whoever started it is gone
  }
}
