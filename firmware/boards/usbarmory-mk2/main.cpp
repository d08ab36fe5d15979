// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "boards/metal/body.h"
#include "boards/metal/library_random.h"
#include "boards/metal/loop.h"
#include "boards/metal/vault_side.h"
#include "boards/usbarmory-mk2/leds.h"
#include "boards/usbarmory-mk2/model.h"
#include "boards/usbarmory-mk2/pace.h"
#include "boards/usbarmory-mk2/pads.h"
#include "boards/usbarmory-mk2/silicon.h"
#include "boards/usbarmory-mk2/storage.h"
#include "boards/usbarmory-mk2/usb_token.h"
#include "core/crypto/secret.h"
#include "core/net/addresses.h"
#include "core/store/block_range.h"
#include "core/store/log_store.h"
#include "core/usb/net/ncm.h"
#include "soc/imx6ul/background.h"
#include "soc/imx6ul/ccm.h"
#include "soc/imx6ul/chip.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/gic.h"
#include "soc/imx6ul/i2c.h"
#include "soc/imx6ul/kernel.h"
#include "soc/imx6ul/runtime.h"
#include "soc/imx6ul/security_blocks.h"
#include "soc/imx6ul/speed.h"
#include "soc/imx6ul/timer.h"
#include "soc/imx6ul/uart.h"
#include "soc/imx6ul/usb_gate.h"
#include "soc/imx6ul/usdhc.h"

namespace gokey::mk2 {
namespace {

void log(const std::string& line) { imx6ul::print(line + "\n"); }

// The plug, unless nothing is attached to it: then the receptacle.
imx6ul::UsbPort usb_port() {
  constexpr std::uint8_t kTusb320 = 0x61, kStatus = 0x09, kAttachedState = 0xC0;
  const auto status = imx6ul::I2c(imx6ul::kI2c1).read(kTusb320, kStatus);
  const bool plug = !status || (*status & kAttachedState) != 0;
  return plug ? imx6ul::UsbPort::kUsb1 : imx6ul::UsbPort::kUsb2;
}

// Both LEDs in turn, for ever: there is nobody to tell.
[[noreturn]] void give_up(const imx6ul::Timer& timer, const std::string& why) {
  log("stopped: " + why);
  const imx6ul::Output white(imx6ul::gpio(kLedPort), kWhiteLed);
  const imx6ul::Output blue(imx6ul::gpio(kLedPort), kBlueLed);
  constexpr std::uint64_t kHalfPeriodMs = 250;
  while (true) {
    const bool second = timer.now_ms() / kHalfPeriodMs % 2 != 0;
    white.set(second);
    blue.set(!second);
  }
}

// What keeps it from opening the vault will find and say.
void open_storage(const imx6ul::SdCard& emmc, store::LogStore& store,
                  const std::function<void(std::string)>& warn) {
  if (emmc.count() == 0) warn("the eMMC does not answer: nothing can be stored");
  static_cast<void>(store.open());
  const store::Health& health = store.health();
  if (health.lost) warn("the storage had damage in both copies: older values may be in use");
  if (health.degraded) warn("one copy of the storage is damaged and cannot be repaired");
  if (health.repaired) log("one copy of the storage was half-written or damaged: repaired");
}

// The console's encryption needs numbers that nobody can tell, and others with each start: a value
// under the device key, of how often this was done before. No key is used with them.
bool seed_without_generator(ChipRandom& random, const ChipKey& device_key, hal::Store& store) {
  constexpr std::string_view kName = "unseeded-starts";
  std::uint64_t starts = 0;
  const auto loaded = store.load(kName);
  if (!loaded) return false;
  if (const auto& before = *loaded; before && before->size() == sizeof starts) {
    std::memcpy(&starts, before->data(), sizeof starts);
  }
  ++starts;
  std::array<std::uint8_t, 32 + sizeof starts + sizeof(std::uint64_t)> seed{};
  std::memcpy(&seed[32], &starts, sizeof starts);
  if (!store.save(kName, std::span(seed).subspan(32, sizeof starts))) return false;
  device_key.derive("gokey/unseeded-start/v1", std::span(seed).first<32>());
  const std::uint64_t ticks = imx6ul::Timer::ticks();
  std::memcpy(&seed[32 + sizeof starts], &ticks, sizeof ticks);
  random.seed(seed);
  crypto::wipe(seed);
  return true;
}

[[noreturn]] void run_vault() {
  imx6ul::start_clocks();
  select_pads();
  const imx6ul::Uart uart(imx6ul::kUart2);
  imx6ul::print_to(uart);
  imx6ul::lend_uart(uart);
  imx6ul::start_gic();
  imx6ul::start_timer();
  const imx6ul::Timer timer;
  const imx6ul::Ocotp ocotp;
  const Model model = model_of(ocotp.read(imx6ul::fuse::kMac1).value_or(0));
  log("gokey on " + std::string(name_of(model)));
  log(imx6ul::describe_reset());
  const imx6ul::Chip chip = imx6ul::this_chip();
  if (chip == imx6ul::Chip::kUnknown) give_up(timer, "this chip is not of the i.MX6UL's family");
  imx6ul::SecurityBlocks blocks(chip);
  if (!blocks.usable()) give_up(timer, "the chip's CAAM does not answer");

  ChipRandom random(blocks.entropy());
  metal::give_libraries_random(random);
  const imx6ul::Snvs snvs;
  const ChipKey device_key(blocks.key(), snvs, ocotp);
  metal::Greeting greeting;
  greeting.serial = device_key.serial();
  greeting.secure_boot = device_key.secure_boot();
  const auto warn = [&](std::string sentence) {
    log("warning: " + sentence);
    greeting.warnings.push_back(std::move(sentence));
  };
  if (device_key.test_key()) {
    warn("the device key is one that all chips share: whoever has the storage can open it");
  }
  if (const auto crash = imx6ul::take_crash_record()) {
    warn("restarted after a crash: " + describe(*crash));
  }
  if (snvs.tampers() != 0) warn("the security monitor has recorded tampering");

  imx6ul::SdCard emmc(imx6ul::kUsdhc2, imx6ul::SdCard::Kind::kEmmc);
  store::BlockRange area(emmc, kStorageFirst, kStorageBlocks);
  store::LogStore store(area, device_key);
  open_storage(emmc, store, warn);
  if (!random.healthy() && !seed_without_generator(random, device_key, store)) {
    give_up(timer, "the random number generator failed its self-test, and the storage fails too");
  }
  imx6ul::CoreSpeed speed(chip, ocotp, timer);
  imx6ul::lend_speed(speed);
  const imx6ul::Output white(imx6ul::gpio(kLedPort), kWhiteLed);
  const imx6ul::Output blue(imx6ul::gpio(kLedPort), kBlueLed);
  imx6ul::lend_output(kLentWhite, white);
  imx6ul::lend_output(kLentBlue, blue);
  imx6ul::lend_usb(usb_port());
  vault::Vault vault(store, device_key, timer, random);
  metal::serve(vault, random, std::move(greeting));
}

[[noreturn]] void run_loop() {
  const imx6ul::Timer timer;
  imx6ul::LentRandom random;
  metal::give_libraries_random(random);
  const metal::Greeting greeting = metal::take_greeting();
  Pace pace(imx6ul::set_lent_speed);
  imx6ul::Background beside;
  PacedBackground background(beside, pace);
  imx6ul::UsbDevice controller;
  usb::Ncm network(net::mac_text(net::host_mac(greeting.serial)));
  const auto used = [&pace] { pace.use(); };
  metal::Body body({"usbarmory-mk2", timer, random, background, network, log, greeting, used});
  pace.start(log, [&body](std::string why) { body.token().warn(std::move(why)); });
  body.start();
  UsbToken usb(controller, body.token(), network, timer, random, greeting.serial, used);
  Leds leds(body.token());
  metal::run(body, timer, std::array<metal::Peripheral*, 3>{&usb, &leds, &pace});
}

}  // namespace
}  // namespace gokey::mk2

int main() { gokey::mk2::run_vault(); }

// Where the loop's context begins.
extern "C" [[noreturn]] void gokey_loop() { gokey::mk2::run_loop(); }
