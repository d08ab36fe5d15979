// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/configuration.h"

#include <algorithm>
#include <bit>

#include "core/usb/standard.h"

namespace gokey::usb {
namespace {

constexpr std::size_t kLongestText = 126;  // bLength is a byte: two for the head, two a character
constexpr std::size_t kTotalLengthAt = 2;
constexpr std::size_t kInterfaceCountAt = 4;
constexpr std::size_t kEndpointCountAt = 4;

// 9.6.6, table 9-13. At high speed the period is 2^(bInterval-1) microframes of 125 µs.
std::uint8_t interval(UsbSpeed speed, unsigned period_ms) {
  if (speed == UsbSpeed::kFull) return static_cast<std::uint8_t>(std::clamp(period_ms, 1U, 255U));
  const auto exponent = static_cast<unsigned>(std::bit_width(std::max(period_ms, 1U) * 8U));
  return static_cast<std::uint8_t>(std::min(exponent, 16U));
}

class Composer final : public ConfigurationBuilder {
 public:
  Composer(UsbSpeed speed, StringTable& strings, Configuration& out)
      : speed_(speed), strings_(strings), out_(out) {}

  void next_function(Function& function) { owner_ = &function; }
  [[nodiscard]] std::uint8_t interfaces() const { return next_interface_; }

  [[nodiscard]] UsbSpeed speed() const override { return speed_; }
  std::uint8_t reserve_interface() override { return next_interface_++; }
  std::uint8_t reserve_in() override { return static_cast<std::uint8_t>(0x80U | ++last_in_); }
  std::uint8_t reserve_out() override { return ++last_out_; }
  std::uint8_t string(std::string_view text) override { return strings_.index_of(text); }

  void association(const InterfaceDescription& first, std::uint8_t count) override {
    put({8, descriptor::kInterfaceAssociation, first.number, count, first.interface_class,
         first.subclass, first.protocol, string(first.name)});
  }

  void interface(const InterfaceDescription& described) override {
    interface_at_ = out_.descriptor.size();
    put({9, descriptor::kInterface, described.number, described.alternate, 0,
         described.interface_class, described.subclass, described.protocol,
         string(described.name)});
    if (described.alternate == 0) {
      out_.interfaces.push_back({described.number,
                                 described.interface_class,
                                 described.subclass,
                                 described.protocol,
                                 owner_,
                                 {}});
    }
    out_.interfaces.back().alternates.emplace_back();
  }

  void class_specific(std::span<const std::uint8_t> bytes) override {
    out_.descriptor.insert(out_.descriptor.end(), bytes.begin(), bytes.end());
  }

  void bulk(std::uint8_t address) override {
    const std::uint16_t size = speed_ == UsbSpeed::kHigh ? 512 : 64;
    endpoint({address, hal::UsbTransferType::kBulk, size}, 0);
  }

  void interrupt(std::uint8_t address, std::uint16_t max_packet, unsigned period_ms) override {
    endpoint({address, hal::UsbTransferType::kInterrupt, max_packet}, interval(speed_, period_ms));
  }

 private:
  void put(std::initializer_list<std::uint8_t> bytes) {
    out_.descriptor.insert(out_.descriptor.end(), bytes);
  }

  void endpoint(const hal::UsbEndpoint& endpoint, std::uint8_t interval) {
    ++out_.descriptor[interface_at_ + kEndpointCountAt];
    put({7, descriptor::kEndpoint, endpoint.address, static_cast<std::uint8_t>(endpoint.type),
         static_cast<std::uint8_t>(endpoint.max_packet),
         static_cast<std::uint8_t>(endpoint.max_packet >> 8U), interval});
    out_.interfaces.back().alternates.back().push_back(endpoint);
  }

  UsbSpeed speed_;
  StringTable& strings_;
  Configuration& out_;
  Function* owner_ = nullptr;
  std::size_t interface_at_ = 0;  // where the descriptor of the interface described last begins
  std::uint8_t next_interface_ = 0, last_in_ = 0, last_out_ = 0;
};

}  // namespace

std::uint8_t StringTable::index_of(std::string_view text) {
  if (text.empty()) return 0;
  text = text.substr(0, kLongestText);
  auto found = std::ranges::find(texts_, text);
  if (found == texts_.end()) found = texts_.emplace(texts_.end(), text);
  return static_cast<std::uint8_t>(found - texts_.begin() + 1);
}

std::vector<std::uint8_t> StringTable::descriptor(std::uint8_t index) const {
  if (index == 0) {
    return {4, descriptor::kString, kLanguage & 0xFFU, kLanguage >> 8U};
  }
  if (index > texts_.size()) return {};
  const std::string& text = texts_[index - 1U];
  std::vector<std::uint8_t> out{static_cast<std::uint8_t>(2 + 2 * text.size()),
                                descriptor::kString};
  for (const char c : text) {  // ASCII is its own UTF-16
    out.push_back(static_cast<std::uint8_t>(c));
    out.push_back(0);
  }
  return out;
}

Configuration compose(const std::vector<Function*>& functions, UsbSpeed speed, std::uint8_t value,
                      PowerNeeds power, StringTable& strings) {
  Configuration out;
  out.descriptor = {9,
                    descriptor::kConfiguration,
                    0,
                    0,
                    0,
                    value,
                    0,
                    power.attributes,
                    static_cast<std::uint8_t>(power.milliamperes / 2)};
  Composer composer(speed, strings, out);
  for (Function* function : functions) {
    composer.next_function(*function);
    function->describe(composer);
  }
  std::ranges::sort(out.interfaces, {}, &Configuration::Interface::number);
  out.descriptor[kTotalLengthAt] = static_cast<std::uint8_t>(out.descriptor.size());
  out.descriptor[kTotalLengthAt + 1] = static_cast<std::uint8_t>(out.descriptor.size() >> 8U);
  out.descriptor[kInterfaceCountAt] = composer.interfaces();
  return out;
}

}  // namespace gokey::usb
