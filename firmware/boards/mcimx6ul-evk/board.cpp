// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/mcimx6ul-evk/board.h"

#include <array>
#include <string>
#include <utility>

#include "boards/mcimx6ul-evk/ram_store.h"
#include "boards/mcimx6ul-evk/settings.h"
#include "boards/mcimx6ul-evk/silicon.h"
#include "boards/metal/body.h"
#include "boards/metal/library_random.h"
#include "boards/metal/loop.h"
#include "boards/metal/vault_side.h"
#include "core/net/addresses.h"
#include "core/store/block_range.h"
#include "core/store/log_store.h"
#include "soc/imx6ul/background.h"
#include "soc/imx6ul/ccm.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/enet.h"
#include "soc/imx6ul/enet_gate.h"
#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/runtime.h"
#include "soc/imx6ul/timer.h"
#include "soc/imx6ul/uart.h"
#include "soc/imx6ul/usdhc.h"

namespace gokey::evk {
namespace {

// As much of the card as the simulator's image has.
constexpr std::uint32_t kStoreBlocks = 6144;

void log(const std::string& line) { imx6ul::print(line + "\n"); }

// Looks at the cable, and sleeps until a frame comes.
class EthernetPort final : public metal::Peripheral {
 public:
  explicit EthernetPort(imx6ul::Enet& enet) : enet_(enet) {}
  void step(std::uint64_t now_ms) override {
    if (now_ms < look_ms_) return;
    look_ms_ = now_ms + kLookEveryMs;
    enet_.look_at_link();
  }
  [[nodiscard]] std::uint64_t next_deadline() const override { return look_ms_; }
  [[nodiscard]] bool expect() override { return enet_.expect(); }

 private:
  static constexpr std::uint64_t kLookEveryMs = 500;

  imx6ul::Enet& enet_;
  std::uint64_t look_ms_ = 0;
};

}  // namespace

void run_vault() {
  imx6ul::start_clocks();
  const imx6ul::Uart uart(imx6ul::kUart1);
  imx6ul::print_to(uart);
  imx6ul::lend_uart(uart);
  imx6ul::start_gic();
  imx6ul::start_timer();
  const imx6ul::Timer timer;
  log("gokey on mcimx6ul-evk");
  log(imx6ul::describe_reset());

  const auto settings = take_settings();
  metal::Greeting greeting;
  const auto warn = [&](std::string sentence) {
    log("warning: " + sentence);
    greeting.warnings.push_back(std::move(sentence));
  };
  warn(settings ? "random numbers come from a seed for tests: keep no secret in this token"
                : "random numbers can be guessed: this machine has no source of them");
  warn("the device key is one for tests: whoever has the storage can open it");
  if (const auto crash = imx6ul::take_crash_record()) {
    warn("restarted after a crash: " + describe(*crash));
  }
  TestRandom random(settings);
  metal::give_libraries_random(random);
  const TestDeviceKey device_key(settings);
  greeting.serial = device_key.serial();
  greeting.secure_boot = device_key.secure_boot();
  imx6ul::SdCard card(imx6ul::kUsdhc1);
  store::BlockRange area(card, 0, kStoreBlocks);
  store::LogStore log_store(area, device_key);
  RamStore ram_store;
  const bool on_card = card.count() > 0;
  if (on_card) {
    // What keeps it from opening the vault will find and say.
    static_cast<void>(log_store.open());
    const store::Health& health = log_store.health();
    if (health.lost) warn("the storage had damage in both copies: older values may be in use");
    if (health.degraded) warn("one copy of the storage is damaged and cannot be repaired");
    if (health.repaired) log("one copy of the storage was half-written or damaged: repaired");
  } else {
    warn("there is no SD card: everything is forgotten at the next restart");
  }
  imx6ul::lend_enet(imx6ul::EnetPort::kEnet1, net::token_mac(device_key.serial()));
  vault::Vault vault(on_card ? static_cast<hal::Store&>(log_store) : ram_store, device_key, timer,
                     random);
  metal::serve(vault, random, std::move(greeting));
}

void run_loop(metal::Meter* meter) {
  const imx6ul::Timer timer;
  imx6ul::LentRandom random;
  metal::give_libraries_random(random);
  imx6ul::Background vault;
  imx6ul::Enet enet;
  metal::Body body({"mcimx6ul-evk", timer, random, vault, enet, log, metal::take_greeting()});
  body.start();
  EthernetPort port(enet);
  metal::run(body, timer, std::array<metal::Peripheral*, 1>{&port}, meter);
}

}  // namespace gokey::evk
