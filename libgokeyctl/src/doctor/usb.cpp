// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/usb.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <sstream>

#include "doctor/fix.h"

namespace gokeyctl::doctor {

namespace {

namespace fs = std::filesystem;

// 10.0.0.0/24 as /proc/net/route prints it: hexadecimal, the last byte of the address first.
constexpr std::uint32_t kNetwork = 0x0000000A;
constexpr std::uint32_t kMask = 0x00FFFFFF;
// Documentation/networking/ip-sysctl: rp_filter
constexpr std::string_view kStrict = "1";
constexpr std::string_view kLoose = "2";

std::string label(const UsbToken& token) {
  return token.serial.empty() ? "usb:" + token.port : token.serial;
}

const UsbToken* first_with(const std::vector<UsbToken>& tokens, UsbProblem problem) {
  const auto found =
      std::ranges::find_if(tokens, [&](const UsbToken& token) { return token.has(problem); });
  return found == tokens.end() ? nullptr : &*found;
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

DoctorCheck check_usb(const Result<std::vector<UsbToken>>& tokens) {
  if (!tokens)
    return failed("usb", say("{}.", tokens.error().message), tokens.error().hint,
                  tokens.error().code);
  if (tokens->empty()) {
    return skipped(
        "usb", say("No token is plugged into this machine; a console at an address needs none."));
  }
  return ok("usb",
            say_count("{} token is plugged in.", "{} tokens are plugged in.", tokens->size()));
}

DoctorCheck check_drivers(const std::vector<UsbToken>& tokens) {
  const UsbToken* token = first_with(tokens, UsbProblem::kNoDriver);
  if (token == nullptr)
    return ok("usb-drivers", say("The kernel's drivers took every part of it."));
  return with_fix(failed("usb-drivers", say("No driver took a part of token {}.", label(*token)),
                         "sudo modprobe -a usbhid cdc_ether cdc_ncm", Code::kUnreachable),
                  say("Load the kernel's drivers."), true,
                  {{"modprobe", "-a", "usbhid", "cdc_ether", "cdc_ncm"}});
}

DoctorCheck check_hidraw(const std::vector<UsbToken>& tokens) {
  const UsbToken* token = first_with(tokens, UsbProblem::kNoPermission);
  if (token == nullptr) return ok("hidraw", say("You may use its FIDO side."));
  DoctorCheck check =
      failed("hidraw", say("You may not use the FIDO side of token {}.", label(*token)),
             say("gokeyctl doctor --fix installs the udev rule; it counts for whoever sits at this "
                 "machine"),
             Code::kNoPermission);
  check.fix = udev_rule_fix();
  return check;
}

DoctorCheck check_usb_reader(const std::vector<UsbToken>& tokens) {
  if (const UsbToken* token = first_with(tokens, UsbProblem::kReaderBusy)) {
    return with_fix(failed("usb-reader",
                           say("The reader of token {} is held by another program.", label(*token)),
                           "gpgconf --kill scdaemon", Code::kBusy),
                    say("Have GnuPG let go of the reader."), false,
                    {{"gpgconf", "--kill", "scdaemon"}});
  }
  if (const UsbToken* token = first_with(tokens, UsbProblem::kNoReader)) {
    return with_fix(
        failed("usb-reader",
               say("The card service does not show the reader of token {}.", label(*token)),
               "sudo systemctl restart pcscd", Code::kUnreachable),
        say("Restart the card service."), true, {{"systemctl", "restart", "pcscd"}});
  }
  return ok("usb-reader", say("Nothing keeps you from its reader."));
}

namespace {

// What gives an address to the interfaces that have none.
std::vector<std::vector<std::string>> address_commands(const std::vector<UsbToken>& tokens) {
  std::vector<std::vector<std::string>> commands;
  for (const UsbToken& token : tokens) {
    if (token.networks.empty()) continue;
    const std::string& interface = token.networks.front().name;
    const bool down = token.has(UsbProblem::kLinkDown);
    if (!down && !token.has(UsbProblem::kNoAddress)) continue;
    if (down) commands.push_back({"ip", "link", "set", "dev", interface, "up"});
    commands.push_back({"ip", "address", "replace", "10.0.0.1/24", "dev", interface});
  }
  return commands;
}

}  // namespace

DoctorCheck check_address(const std::vector<UsbToken>& tokens) {
  for (const UsbToken& token : tokens) {
    const Result<void> way = check_network(token);
    if (way || !token.has_network) continue;
    DoctorCheck check =
        failed("address", say("{}.", way.error().message), way.error().hint, way.error().code);
    auto commands = address_commands(tokens);
    if (commands.empty()) return check;
    return with_fix(std::move(check), say("Give the token's network interface an address."), true,
                    std::move(commands));
  }
  return ok("address", say("Its network interface is up and has an address."));
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

DoctorCheck check_routes(const Places& places, const std::vector<UsbToken>& tokens) {
  for (const std::string& interface : interfaces_to_token(read_text(places.proc / "net/route"))) {
    if (is_of_token(tokens, interface)) continue;
    const bool named = !tokens.empty() && !tokens.front().networks.empty();
    const std::string own = named ? tokens.front().networks.front().name : "INTERFACE";
    return warn("routes",
                say("The interface {} leads to 10.0.0.10 as well: ssh may end up there. "
                    "gokeyctl goes through the token's own interface.",
                    interface),
                tokens.empty() ? std::string() : "ssh -B " + own + " 10.0.0.10");
  }
  return ok("routes", say("No other interface leads to the token's address."));
}

DoctorCheck check_reverse_path(const Places& places, const std::vector<UsbToken>& tokens) {
  if (tokens.size() < 2) return skipped("reverse-path", say("Only matters with several tokens."));
  const fs::path folder = places.proc / "sys/net/ipv4/conf";
  const auto value = [&](const std::string& interface) {
    return read_text(folder / interface / "rp_filter").substr(0, 1);
  };
  // The larger of both counts, and 2 is the loose one.
  std::vector<std::vector<std::string>> commands;
  std::string strict;
  for (const UsbToken& token : tokens) {
    for (const UsbNetwork& network : token.networks) {
      if (value("all") == kLoose || value(network.name) == kLoose) continue;
      if (value("all") != kStrict && value(network.name) != kStrict) continue;
      if (strict.empty()) strict = network.name;
      commands.push_back({"sysctl", "net.ipv4.conf." + network.name + ".rp_filter=2"});
    }
  }
  if (commands.empty())
    return ok("reverse-path", say("Several tokens with one address can be used at once."));
  return with_fix(
      failed("reverse-path",
             say("The kernel drops what a second token answers on {}, since all tokens "
                 "have one address (rp_filter is strict).",
                 strict),
             "sudo sysctl net.ipv4.conf." + strict + ".rp_filter=2", Code::kUnreachable),
      say("Let several tokens answer from one address."), true, std::move(commands));
}

}  // namespace gokeyctl::doctor
