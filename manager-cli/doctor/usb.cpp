// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/doctor/usb.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

namespace fs = std::filesystem;

// 10.0.0.0/24 as /proc/net/route prints it: hexadecimal, the last byte of the address first.
constexpr std::uint32_t kNetwork = 0x0000000A;
constexpr std::uint32_t kMask = 0x00FFFFFF;
constexpr std::string_view kStrict = "1";  // Documentation/networking/ip-sysctl: rp_filter

Check made(const char* id, Verdict verdict, std::string message, std::string next = "") {
  return {id, verdict, std::move(message), std::move(next)};
}

std::string label(const UsbToken& token) {
  return token.serial.empty() ? "usb:" + token.port : token.serial;
}

const UsbToken* first_with(const std::vector<UsbToken>& tokens, UsbProblem problem) {
  const auto found =
      std::ranges::find_if(tokens, [&](const UsbToken& token) { return token.has(problem); });
  return found == tokens.end() ? nullptr : &*found;
}

std::string read_text(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

std::optional<std::uint32_t> hex_number(const std::string& text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, 16);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool is_of_token(const std::vector<UsbToken>& tokens, const std::string& interface) {
  return std::ranges::any_of(tokens, [&](const UsbToken& token) {
    return std::ranges::find(token.networks, interface, &UsbNetwork::name) != token.networks.end();
  });
}

}  // namespace

Check check_usb(const Result<std::vector<UsbToken>>& tokens) {
  if (!tokens)
    return made("usb", Verdict::kFail, fill("{}.", {tokens.error().message}), tokens.error().hint);
  if (tokens->empty()) {
    return made("usb", Verdict::kSkipped,
                _("No token is plugged into this machine; a console at an address needs none."));
  }
  return made("usb", Verdict::kOk,
              fill(ngettext("{} token is plugged in.", "{} tokens are plugged in.", tokens->size()),
                   {tokens->size()}));
}

Check check_drivers(const std::vector<UsbToken>& tokens) {
  if (const UsbToken* token = first_with(tokens, UsbProblem::kNoDriver)) {
    return made("usb-drivers", Verdict::kFail,
                fill(_("No driver took a part of token {}."), {label(*token)}),
                "sudo modprobe -a usbhid cdc_ether cdc_ncm");
  }
  return made("usb-drivers", Verdict::kOk, _("The kernel's drivers took every part of it."));
}

Check check_hidraw(const std::vector<UsbToken>& tokens) {
  if (const UsbToken* token = first_with(tokens, UsbProblem::kNoPermission)) {
    return made("hidraw", Verdict::kFail,
                fill(_("You may not use the FIDO side of token {}."), {label(*token)}),
                _("gokeyctl doctor --fix installs the udev rule; it counts for whoever sits at "
                  "this machine"));
  }
  return made("hidraw", Verdict::kOk, _("You may use its FIDO side."));
}

Check check_usb_reader(const std::vector<UsbToken>& tokens) {
  if (const UsbToken* token = first_with(tokens, UsbProblem::kReaderBusy)) {
    return made("usb-reader", Verdict::kFail,
                fill(_("The reader of token {} is held by another program."), {label(*token)}),
                "gpgconf --kill scdaemon");
  }
  if (const UsbToken* token = first_with(tokens, UsbProblem::kNoReader)) {
    return made("usb-reader", Verdict::kFail,
                fill(_("The card service does not show the reader of token {}."), {label(*token)}),
                "sudo systemctl restart pcscd");
  }
  return made("usb-reader", Verdict::kOk, _("Nothing keeps you from its reader."));
}

Check check_address(const std::vector<UsbToken>& tokens) {
  for (const UsbToken& token : tokens) {
    const Result<void> way = check_network(token);
    if (!way && token.has_network)
      return made("address", Verdict::kFail, fill("{}.", {way.error().message}), way.error().hint);
  }
  return made("address", Verdict::kOk, _("Its network interface is up and has an address."));
}

std::vector<std::string> interfaces_to_token(std::string_view table) {
  std::vector<std::string> found;
  std::istringstream lines{std::string(table)};
  std::string line;
  std::getline(lines, line);  // the names of the columns
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string interface, network, gateway, flags, ignored, mask;
    words >> interface >> network >> gateway >> flags >> ignored >> ignored >> ignored >> mask;
    const auto net = hex_number(network);
    const auto bits = hex_number(mask);
    if (!net || !bits || *bits == 0) continue;  // a default route leads everywhere
    const std::uint32_t common = *bits & kMask;
    if ((*net & common) != (kNetwork & common)) continue;
    if (std::ranges::find(found, interface) == found.end()) found.push_back(interface);
  }
  return found;
}

Check check_routes(const Places& places, const std::vector<UsbToken>& tokens) {
  for (const std::string& interface : interfaces_to_token(read_text(places.proc / "net/route"))) {
    if (is_of_token(tokens, interface)) continue;
    return made("routes", Verdict::kWarn,
                fill(_("The interface {} leads to 10.0.0.10 as well: ssh may end up there. "
                       "gokeyctl goes through the token's own interface."),
                     {interface}),
                tokens.empty()
                    ? ""
                    : fill("ssh -B {} 10.0.0.10", {tokens.front().networks.empty()
                                                       ? std::string("INTERFACE")
                                                       : tokens.front().networks.front().name}));
  }
  return made("routes", Verdict::kOk, _("No other interface leads to the token's address."));
}

Check check_reverse_path(const Places& places, const std::vector<UsbToken>& tokens) {
  const char* id = "reverse-path";
  if (tokens.size() < 2) return made(id, Verdict::kSkipped, _("Only matters with several tokens."));
  const fs::path folder = places.proc / "sys/net/ipv4/conf";
  const auto strict = [&](const std::string& interface) {
    return read_text(folder / interface / "rp_filter").starts_with(kStrict);
  };
  for (const UsbToken& token : tokens) {
    for (const UsbNetwork& network : token.networks) {
      // The larger of both counts, and 2 is the loose one.
      if (!strict(network.name) && !strict("all")) continue;
      if (read_text(folder / "all" / "rp_filter").starts_with('2')) continue;
      return made(id, Verdict::kFail,
                  fill(_("The kernel drops what a second token answers on {}, since all tokens "
                         "have one address (rp_filter is strict)."),
                       {network.name}),
                  fill("sudo sysctl net.ipv4.conf.{}.rp_filter=2", {network.name}));
    }
  }
  return made(id, Verdict::kOk, _("Several tokens with one address can be used at once."));
}

}  // namespace gokeyctl::cli
