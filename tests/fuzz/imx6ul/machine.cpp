// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "machine.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "allocations.h"
#include "boards/metal/vault_side.h"
#include "boards/usbarmory-mk2/silicon.h"
#include "require.h"
#include "soc/imx6ul/call.h"
#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/enet_gate.h"
#include "soc/imx6ul/gpio.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/mailbox.h"
#include "soc/imx6ul/mmu.h"
#include "soc/imx6ul/speed.h"
#include "soc/imx6ul/timer.h"
#include "soc/imx6ul/uart.h"
#include "soc/imx6ul/usb_gate.h"

// kernel.cpp
struct Return {
  std::uint32_t pc, cpsr;
};
extern "C" {
std::uint32_t gokey_call(std::uint32_t a, std::uint32_t b, std::uint32_t c,
                         gokey::imx6ul::Call which, const Return& from);
void gokey_enter_loop();
void gokey_switch(std::uint32_t** save, std::uint32_t* load, std::uint32_t table);
// The linker's names for the kernel's data, and a stack that nothing runs on.
extern char __start_gokey_kernel[], __stop_gokey_kernel[];
alignas(8) char gokey_model_stack[4096];
}
asm(".globl __kernel_stack_top\n.set __kernel_stack_top, gokey_model_stack + 4096");

namespace gokey::testing {
namespace {

constexpr std::uint32_t kLoopTable = 1, kVaultTable = 2;
constexpr std::uint32_t kUserMode = 0x10;

Machine* machine = nullptr;

void clear(void* from, std::size_t size) { std::memset(from, 0, size); }
template <typename Memory>
void clear(Memory& memory) {
  clear(const_cast<std::uint8_t*>(reinterpret_cast<volatile std::uint8_t*>(&memory)),
        sizeof memory);
}

}  // namespace

std::optional<std::uint32_t> Machine::Entropy::word() {
  require(machine_.table_ == kVaultTable, "the vault's generator is used without its memory");
  if (!well) return std::nullopt;
  last_ = last_ * 1'664'525U + 1'013'904'223U;
  return last_;
}

Machine::Machine(Link link) : link_(link) {
  machine = this;
  clear(__start_gokey_kernel, static_cast<std::size_t>(__stop_gokey_kernel - __start_gokey_kernel));
  clear(imx6ul::mailbox);
  clear(imx6ul::usb::heads);
  clear(imx6ul::usb::descriptors);
  clear(imx6ul::ethernet::in);
  clear(imx6ul::ethernet::out);
  constexpr std::uint32_t kUcr2 = 0x84, kNoReset = 1;
  chip_.on_read[imx6ul::kUart2 + kUcr2] = [] { return kNoReset; };
  chip_.on_write[imx6ul::kUart2 + 0x40] = [](std::uint32_t c) {
    require((c >= ' ' && c <= '~') || c == '\r' || c == '\n', "the serial port gets a control");
  };
  if (link == Link::kUsb) {
    usb_.emplace(chip_, 0x0218'4000);
  } else {
    ethernet_.emplace(chip_, 0x0218'8000);
  }
  before_allocation = [] { machine->allocating(); };
  resume_vault();
  require(!vault_.over(), "the board does not start");
}

Machine::~Machine() {
  off_ = true;
  allocations_left_ = 0;
  pending_ = false;
  while (!vault_.over()) resume_vault();
  before_allocation = nullptr;
  machine = nullptr;
}

void Machine::resume_vault() {
  const bool in_kernel = std::exchange(in_kernel_, false);
  in_vault_ = true;
  vault_.resume();
  in_vault_ = false;
  in_kernel_ = in_kernel;
}

void Machine::run_vault() {
  table_ = kVaultTable;
  try {
    boot();
  } catch (const PowerOff&) {
  } catch (const Reset& reset) {
    vault_reset_ = reset;
  }
}

// As boards/usbarmory-mk2/main.cpp does.
void Machine::boot() {
  const imx6ul::Uart uart(imx6ul::kUart2);
  imx6ul::lend_uart(uart);
  mk2::ChipRandom random(entropy_);
  imx6ul::CoreSpeed speed(imx6ul::Chip::kImx6ull, imx6ul::Ocotp(), chip_);
  imx6ul::lend_speed(speed);
  const imx6ul::Output white(imx6ul::gpio(4), 21), blue(imx6ul::gpio(4), 22);
  imx6ul::lend_output(0, white);
  imx6ul::lend_output(1, blue);
  if (link_ == Link::kUsb) {
    imx6ul::lend_usb(imx6ul::UsbPort::kUsb1);
  } else {
    constexpr std::array<std::uint8_t, 6> kMac{2, 0, 0, 0, 0, 1};
    imx6ul::lend_enet(imx6ul::EnetPort::kEnet1, kMac);
  }
  MemoryStore store;
  const FixedDeviceKey device_key;
  const ManualClock clock;
  vault::Vault vault(store, device_key, clock, random);
  metal::serve(vault, random, {});
}

std::uint32_t Machine::call(std::uint32_t number, std::uint32_t a, std::uint32_t b,
                            std::uint32_t c) {
  struct Entered {
    explicit Entered(bool& kernel) : in(kernel) { in = true; }
    ~Entered() { in = false; }
    bool& in;
  } const entered(in_kernel_);
  const auto which = static_cast<imx6ul::Call>(number);
  const std::uint32_t result = gokey_call(a, b, c, which, Return{0x8001'0004, kUserMode});
  if (which == imx6ul::Call::kSubmit) {
    request_ = true;
    request_size_ = a;
    request_allocations_ = 0;
    interrupted_in_copy_ = false;
  }
  require(table_ == kLoopTable, "the loop goes on with the vault's memory");
  return result;
}

void Machine::move_bytes(unsigned channel, std::size_t bytes) {
  if (usb_) usb_->move(channel % imx6ul::usb::kChannels, bytes);
  if (ethernet_) ethernet_->move(bytes);
}

void Machine::check() const {
  if (usb_) usb_->check();
  if (ethernet_) ethernet_->check();
  require(chip_.broken.empty(), "the processor's clock and supply do not fit");
}

void Machine::switch_context(std::uint32_t** save, std::uint32_t table) {
  static std::uint32_t somewhere = 0;
  *save = &somewhere;
  table_ = table;
  if (!in_vault_) {
    resume_vault();
    if (vault_reset_) throw Reset(*vault_reset_);
    return;
  }
  const bool by_itself = !std::exchange(vault_interrupted_, false);
  if (by_itself && off_) throw PowerOff();
  answered_ = by_itself && std::exchange(request_, false);
  vault_.pause();
  if (by_itself && off_) throw PowerOff();
}

void Machine::enable_interrupts() {
  if (pending_) take_interrupt();
}

void Machine::take_interrupt() {
  pending_ = false;
  for (const auto handler : handlers_) {
    if (handler != nullptr) handler(nullptr);
  }
  if (in_vault_) vault_interrupted_ = true;
  imx6ul::after_interrupt();
  if (in_vault_) vault_interrupted_ = false;
}

void Machine::allocating() {
  require(!in_kernel_ || Registers::at_work(),
          "the kernel allocates memory, perhaps in the midst of the vault's doing so");
  if (!in_vault_ || Registers::at_work()) return;
  if (request_ && ++request_allocations_ == 2) check_copied();
  if (allocations_left_ > 0 && --allocations_left_ == 0) {
    if (request_allocations_ < 2) interrupted_in_copy_ = true;
    take_interrupt();
  }
}

// The vault's first allocation is for its copy. From then on it reads nothing where the loop may
// write, and leaves nothing there.
void Machine::check_copied() const {
  if (interrupted_in_copy_) return;
  const auto message = std::span(imx6ul::mailbox.message).first(request_size_);
  require(std::ranges::all_of(message, [](std::uint8_t byte) { return byte == 0; }),
          "the vault reads a request where the loop may change it");
}

void Machine::handle(unsigned id, imx6ul::InterruptHandler handler) {
  require(id < handlers_.size(), "no such interrupt");
  handlers_[id] = handler;
}

}  // namespace gokey::testing

// --- what start.S, the MMU, the timer and the reset are to the code under test ---

using gokey::testing::machine;

extern "C" void gokey_enter_loop() {}
extern "C" void gokey_switch(std::uint32_t** save, std::uint32_t*, std::uint32_t table) {
  machine->switch_context(save, table);
}

namespace gokey::imx6ul {

std::uint32_t call(Call which, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  return machine->call(static_cast<std::uint32_t>(which), a, b, c);
}
Tables tables() { return {testing::kLoopTable, testing::kVaultTable}; }
void use_table(std::uint32_t table) { machine->use_table(table); }
void disable_interrupts() {}
void enable_interrupts() { machine->enable_interrupts(); }
void wait_for_interrupt() { machine->interrupt(); }
void enable_interrupt(unsigned id, InterruptHandler handler, void*) {
  machine->handle(id, handler);
}
void Timer::wake_at(std::uint64_t) {}
void restart() { throw testing::Reset{}; }
void crash(CrashKind kind, std::uint32_t, std::uint32_t) {
  throw testing::Reset{kind, testing::machine->in_vault()};
}

}  // namespace gokey::imx6ul
