// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A loop that was taken over, against the kernel and the vault's side of the mailbox as the images
// have them (docs/hardware.md, "the wall between them"): calls in any order with any registers, and
// anything in the memory that it shares, also while the vault is in the midst of a request. The
// input begins with a byte that says which board, then a list of steps.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "core/vault/messages.h"
#include "machine.h"
#include "require.h"
#include "soc/imx6ul/call.h"
#include "soc/imx6ul/mailbox.h"
#include "wire/bytes.h"

namespace {

using gokey::imx6ul::Call;
using gokey::imx6ul::CrashKind;
using gokey::imx6ul::mailbox;
using gokey::testing::Machine;
using gokey::testing::require;
using gokey::testing::Reset;
namespace ethernet = gokey::imx6ul::ethernet;
namespace usb = gokey::imx6ul::usb;
namespace vault = gokey::vault;

constexpr std::uint32_t kLastCall = 11;

// Which calls are taken, in words of the documentation and not of the code.
class Rules {
 public:
  explicit Rules(Machine::Link link) : link_(link) {}

  [[nodiscard]] bool allow(std::uint32_t number, std::uint32_t a, std::uint32_t b, std::uint32_t c,
                           bool vault_has_request) const {
    if (number > kLastCall) return false;
    switch (static_cast<Call>(number)) {
      case Call::kWait:
      case Call::kFeedWatchdog:
      case Call::kRestart:
      case Call::kCrash:
        return true;
      case Call::kSubmit:
        return !vault_has_request && a <= 131'072;
      case Call::kRandom:
      case Call::kPrint:
        return a <= 256;
      case Call::kSpeed:
      case Call::kOutput:
        return a <= 1;
      case Call::kBlockRead:
        return a <= 0x1FC && a % 4 == 0;
      case Call::kBlockWrite:
        return link_ == Machine::Link::kUsb ? usb_register(a, b) : ethernet_register(a);
      case Call::kBlockDo:
        return link_ == Machine::Link::kUsb ? usb_operation(a, b, c) : ethernet_operation(a, b, c);
    }
    return false;
  }

 private:
  static bool usb_register(std::uint32_t offset, std::uint32_t value) {
    if (offset == usb::USBCMD) return (value & 2U) == 0;             // RST
    if (offset >= 0x1C0 && offset <= 0x1DC) return offset % 4 == 0;  // ENDPTCTRL0 to 7
    constexpr std::array kHarmless{usb::USBSTS,         usb::USBINTR,    usb::DEVICEADDR,
                                   usb::ENDPTSETUPSTAT, usb::ENDPTFLUSH, usb::ENDPTCOMPLETE};
    return std::ranges::find(kHarmless, offset) != kHarmless.end();
  }
  static bool usb_operation(std::uint32_t operation, std::uint32_t channel,
                            std::uint32_t argument) {
    if (operation == 0) return true;
    if (operation == 1) return channel >= 2 && channel <= 15 && argument <= 1024;
    return operation == 2 && channel <= 15 && (argument & 0x7FFF'FFFFU) <= 16'384;
  }
  static bool ethernet_register(std::uint32_t offset) {
    return offset == ethernet::EIR || offset == ethernet::EIMR || offset == ethernet::MMFR;
  }
  static bool ethernet_operation(std::uint32_t operation, std::uint32_t number,
                                 std::uint32_t size) {
    return operation == 0 ? number < 64 : operation == 1 && number < 32 && size <= 1536;
  }

  Machine::Link link_;
};

class Run {
 public:
  Run(Machine::Link link, gokey::wire::Reader& in) : in_(in), rules_(link), machine_(link) {}

  void step() {
    switch (next8() % 12) {
      case 0: {
        const std::uint32_t number = next8(), a = next32(), b = next32(), c = next32();
        return call(number, a, b, c);
      }
      case 1:
        return call(Call::kBlockRead, next8() * 4U);
      case 2: {
        const std::uint32_t offset = next8() * 4U;
        return call(Call::kBlockWrite, offset, next32());
      }
      case 3: {
        const std::uint32_t operation = next8(), number = next8(), argument = next16();
        const bool zero_packet = (operation & 0x80U) != 0;
        return call(Call::kBlockDo, operation & 0x7FU, number,
                    argument | (zero_packet ? usb::kZeroPacket : 0));
      }
      case 4: {
        const std::size_t size = scribble(0);
        return call(Call::kSubmit, static_cast<std::uint32_t>(size));
      }
      case 5: {
        const std::size_t place = next16() * 16UZ;
        scribble(std::min(place, sizeof mailbox));
        return;
      }
      case 6:
        machine_.interrupt_vault(next8());
        call(Call::kWait, 0);
        machine_.interrupt_vault(0);
        return;
      case 7:
        return machine_.interrupt();
      case 8:
        return draw(next16());
      case 9: {
        constexpr std::array kShort{Call::kPrint, Call::kSpeed, Call::kOutput, Call::kFeedWatchdog};
        const Call which = kShort.at(next8() % kShort.size());
        const std::uint32_t argument = next16();
        return call(which, argument, argument >> 8U);
      }
      case 10: {
        const unsigned channel = next8();
        machine_.move_bytes(channel, next16());
        return machine_.check();
      }
      default:
        return machine_.break_entropy();
    }
  }

 private:
  void call(Call which, std::uint32_t a, std::uint32_t b = 0, std::uint32_t c = 0) {
    call(static_cast<std::uint32_t>(which), a, b, c);
  }
  void call(std::uint32_t number, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
    const bool allowed = rules_.allow(number, a, b, c, machine_.vault_has_request());
    try {
      machine_.call(number, a, b, c);
      require(allowed, "a call was taken that should be refused");
    } catch (const Reset& reset) {
      judge(reset, number, a, allowed);
      throw;
    }
    if (machine_.take_answered()) {
      const auto answer = std::span(mailbox.message).first(mailbox.size);
      require(vault::decode_response(answer).has_value(), "the vault's answer is none");
    }
    machine_.check();
  }
  // A restart, or the record that is due.
  static void judge(const Reset& reset, std::uint32_t number, std::uint32_t a, bool allowed) {
    const auto which = static_cast<Call>(number);
    if (!allowed) {
      require(reset.crash == CrashKind::kCall && !reset.in_vault, "another record of a bad call");
    } else if (reset.in_vault) {
      require(which == Call::kWait && reset.crash == CrashKind::kRequest, "the vault crashed");
    } else {
      require(which == Call::kRestart || which == Call::kCrash, "a call was refused");
      require(reset.crash ==
                  (which == Call::kCrash ? std::optional(static_cast<CrashKind>(a)) : std::nullopt),
              "another record of the loop's crash");
    }
  }

  void draw(std::uint32_t size) {
    const auto before = mailbox.random;
    call(Call::kRandom, size);
    require(std::equal(before.begin() + size, before.end(), mailbox.random.begin() + size),
            "more random bytes than were asked for");
  }

  // Bytes of the input into the shared memory.
  std::size_t scribble(std::size_t place) {
    const std::size_t size = std::min<std::size_t>(next8(), in_.rest().size());
    const auto bytes = *in_.take(size);
    const std::size_t room = std::min(size, sizeof mailbox - place);
    std::memcpy(reinterpret_cast<std::uint8_t*>(&mailbox) + place, bytes.data(), room);
    return size;
  }

  std::uint8_t next8() { return in_.u8().value_or(0); }
  std::uint16_t next16() { return in_.u16().value_or(0); }
  std::uint32_t next32() { return in_.u32().value_or(0); }

  gokey::wire::Reader& in_;
  Rules rules_;
  Machine machine_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gokey::wire::Reader in({data, size});
  const bool ethernet = in.u8().value_or(0) % 2 != 0;
  Run run(ethernet ? Machine::Link::kEthernet : Machine::Link::kUsb, in);
  try {
    while (!in.empty()) run.step();
  } catch (const Reset&) {
    // The loop is gone, and with it whoever was in it.
  }
  return 0;
}
