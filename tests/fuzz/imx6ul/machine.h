// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The processor under the images' privileged side: two contexts, of which one runs at a time, their
// translation tables by number, interrupts, and the vault's context with what the board gives it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "bus_masters.h"
#include "fakes.h"
#include "fiber.h"
#include "hal/random.h"
#include "processor.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/security.h"

namespace gokey::testing {

// How a run ends, instead of the chip's reset.
struct Reset {
  std::optional<imx6ul::CrashKind> crash;  // none: a restart that was meant
  bool in_vault = false;
};

class Machine {
 public:
  enum class Link : std::uint8_t { kUsb, kEthernet };

  // Starts the vault's context, which starts the loop's: from here on the caller is the loop.
  explicit Machine(Link link);
  // Lets the vault end what it works on.
  ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // --- what the loop, and who sits outside, can do ---

  // svc. Throws Reset.
  std::uint32_t call(std::uint32_t number, std::uint32_t a, std::uint32_t b, std::uint32_t c);
  // An interrupt comes when the kernel allows it next.
  void interrupt() { pending_ = true; }
  // Interrupts the vault at its n-th allocation from when it works next; 0: not.
  void interrupt_vault(unsigned allocation) { allocations_left_ = allocation; }
  void move_bytes(unsigned channel, std::size_t bytes);
  void break_entropy() { entropy_.well = false; }

  // --- what is so ---

  // A request was passed on, and the vault is not through with it.
  [[nodiscard]] bool vault_has_request() const { return request_; }
  // Its answer lies in the mailbox since the last call. True once.
  [[nodiscard]] bool take_answered() { return std::exchange(answered_, false); }
  [[nodiscard]] bool in_vault() const { return in_vault_; }
  // Ends the program where something does not hold that always should.
  void check() const;

  // --- the processor's instructions, for the code under test ---

  void use_table(std::uint32_t table) { table_ = table; }
  void switch_context(std::uint32_t** save, std::uint32_t table);
  void enable_interrupts();
  void allocating();
  void handle(unsigned id, imx6ul::InterruptHandler handler);

 private:
  class Entropy final : public imx6ul::Entropy {
   public:
    explicit Entropy(const Machine& machine) : machine_(machine) {}
    [[nodiscard]] bool healthy() const override { return well; }
    [[nodiscard]] std::optional<std::uint32_t> word() override;
    bool well = true;

   private:
    const Machine& machine_;
    std::uint32_t last_ = 1;
  };
  class PowerOff {};

  void run_vault();
  void resume_vault();
  void boot();
  void check_copied() const;
  void take_interrupt();

  Link link_;
  Processor chip_;
  Entropy entropy_{*this};
  std::optional<UsbController> usb_;
  std::optional<EthernetController> ethernet_;
  std::array<imx6ul::InterruptHandler, 160> handlers_{};
  std::uint32_t table_ = 0;
  bool pending_ = false, request_ = false, answered_ = false;
  bool vault_interrupted_ = false;  // it did not stop by itself
  unsigned allocations_left_ = 0;
  std::size_t request_size_ = 0;
  bool interrupted_in_copy_ = false;  // so that the loop may have written again
  unsigned request_allocations_ = 0;  // of the vault, since it has the request
  bool off_ = false, in_vault_ = false, in_kernel_ = false;
  std::optional<Reset> vault_reset_;
  Fiber vault_{[this] { run_vault(); }};
};

}  // namespace gokey::testing
