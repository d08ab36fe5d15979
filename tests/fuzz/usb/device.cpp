// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A whole device, reader and key, at the mercy of its host: control requests, packets on any
// endpoint, resets and unplugging in any order. It neither breaks nor falls silent.
#include "core/usb/device.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "core/usb/ccid_function.h"
#include "core/usb/hid_function.h"
#include "fake_controller.h"
#include "ticking_clock.h"

namespace {

using namespace gokey;

class Card final : public usb::CardSlot {
 public:
  std::vector<std::uint8_t> atr() const override { return {0x3B, 0x80, 0x81, 0x31, 0xFE, 0x45}; }
  void reset() override { waiting = nullptr; }
  void power_off() override { waiting = nullptr; }
  void process(std::span<const std::uint8_t> apdu, Reply reply) override {
    if (!apdu.empty() && (apdu[0] & 1U) != 0) {
      waiting = std::move(reply);
      return;
    }
    reply(std::vector<std::uint8_t>(apdu.empty() ? 2 : apdu[0] * 32UZ, 0x55));
  }
  Reply waiting;
};

class Echo final : public fido::Reports {
 public:
  void receive(std::span<const std::uint8_t, fido::kReportSize> report, std::uint64_t) override {
    last.emplace();
    std::ranges::copy(report, last->begin());
  }
  std::optional<fido::Report> next() override { return std::exchange(last, std::nullopt); }
  bool has_next() const override { return last.has_value(); }
  void step(std::uint64_t) override {}
  std::uint64_t next_deadline() const override { return usb::Function::kNever; }
  void reset() override { last.reset(); }
  std::optional<fido::Report> last;
};

std::uint8_t next(std::span<const std::uint8_t>& in) {
  if (in.empty()) return 0;
  const std::uint8_t byte = in.front();
  in = in.subspan(1);
  return byte;
}

std::uint16_t next16(std::span<const std::uint8_t>& in) {
  const unsigned low = next(in);
  return static_cast<std::uint16_t>(low | next(in) << 8U);
}

std::vector<std::uint8_t> next_bytes(std::span<const std::uint8_t>& in, std::size_t fill) {
  const std::size_t wanted = next(in);
  const std::size_t size = std::min(wanted, in.size());
  std::vector<std::uint8_t> out(in.begin(), in.begin() + static_cast<std::ptrdiff_t>(size));
  in = in.subspan(size);
  out.resize(std::max(out.size(), fill));
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::span<const std::uint8_t> in{data, size};
  gokey::testing::TickingClock clock;
  Card card;
  Echo echo;
  usb::CcidFunction reader({&card}, clock, "Reader");
  usb::HidFunction key(echo, clock);
  gokey::testing::FakeController host;
  usb::Device device(host, {}, {{&reader, &key}});
  device.attach();
  host.reset();
  host.put({0x00, 9, 1, 0, 0});
  while (!in.empty()) {
    switch (next(in) % 10) {
      case 0:
      case 1: {
        const usb::UsbSetup setup{next(in), next(in), next16(in), next16(in), next16(in)};
        if (setup.to_host()) {
          const auto answer = host.get(setup);
          if (answer && answer->size() > setup.length) std::abort();
        } else {
          (void)host.put(setup, next_bytes(in, 0));
        }
        break;
      }
      case 2:
        host.send(0x01, next_bytes(in, 0));
        break;
      case 3:
        host.send(0x01, next_bytes(in, next16(in) % 5000));
        break;
      case 4:
        host.send(0x02, next_bytes(in, 64));
        break;
      case 5:
        (void)host.receive(0x81);
        break;
      case 6:
        (void)host.receive(static_cast<std::uint8_t>(0x81 + next(in) % 4));
        break;
      case 7:
        clock.now += next(in) * 16U;
        device.step(clock.now);
        break;
      case 8:
        if (card.waiting) std::exchange(card.waiting, nullptr)({0x90, 0x00});
        break;
      default:
        if (next(in) % 2 == 0) host.unplug();
        host.reset(next(in) % 2 == 0 ? hal::UsbSpeed::kHigh : hal::UsbSpeed::kFull);
        host.put({0x00, 9, 1, 0, 0});
        break;
    }
  }
  const auto descriptor = host.get({0x80, 6, 0x0100, 0, 18});
  if (!descriptor || descriptor->size() != 18) std::abort();
  return 0;
}
