// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading the machine's files, as far as the checks need them.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <sstream>

#include "doctor/checks.h"

namespace gokeyctl::doctor {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

// The <string> values of the array that follows <key>.
std::vector<std::string> array_of(std::string_view plist, std::string_view key) {
  const std::string tag = "<key>" + std::string(key) + "</key>";
  const std::size_t start = plist.find(tag);
  if (start == std::string_view::npos) return {};
  plist.remove_prefix(start);
  plist = plist.substr(0, plist.find("</array>"));
  std::vector<std::string> values;
  constexpr std::string_view kOpen = "<string>";
  for (std::size_t at = plist.find(kOpen); at != std::string_view::npos;
       at = plist.find(kOpen, at)) {
    at += kOpen.size();
    values.push_back(lower(plist.substr(at, plist.find('<', at) - at)));
  }
  return values;
}

std::vector<std::string> fields(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> out;
  for (std::string field; stream >> field;) out.push_back(field);
  return out;
}

}  // namespace

bool ccid_list_has(std::string_view plist, std::string_view vendor, std::string_view product) {
  const std::vector<std::string> vendors = array_of(plist, "ifdVendorID");
  const std::vector<std::string> products = array_of(plist, "ifdProductID");
  for (std::size_t i = 0; i < std::min(vendors.size(), products.size()); ++i) {
    if (vendors[i] == lower(vendor) && products[i] == lower(product)) return true;
  }
  return false;
}

// proc(5): local_address is the address and port in hexadecimal, st 0A is LISTEN.
bool listens_everywhere(std::string_view table, std::uint16_t port) {
  std::array<char, 5> hex{};
  std::snprintf(hex.data(), hex.size(), "%04X", port);
  std::istringstream lines{std::string(table)};
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> words = fields(line);
    if (words.size() < 4 || words[3] != "0A") continue;
    const std::size_t colon = words[1].find(':');
    if (colon == std::string::npos || words[1].substr(colon + 1) != hex.data()) continue;
    if (words[1].find_first_not_of('0') >= colon) return true;
  }
  return false;
}

bool has_option(std::string_view text, std::string_view option) {
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::vector<std::string> words = fields(line);
    if (words.empty()) continue;
    const std::string_view word = words.front();
    if (word == option || (word.starts_with("--") && word.substr(2) == option)) return true;
  }
  return false;
}

}  // namespace gokeyctl::doctor
