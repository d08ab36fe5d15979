// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/host_port.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "gokeyctl/text.h"

namespace gokeyctl::base {
namespace {

constexpr std::size_t kMaxHost = 255;  // RFC 1035, 2.3.4

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
  return port;
}

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > kMaxHost || host.front() == '-') return false;
  return std::ranges::all_of(host, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_' || c == ':' || c == '%';
  });
}

struct Split {
  std::string_view host;
  std::optional<std::string_view> port;
};

std::optional<Split> split(std::string_view text) {
  if (text.starts_with('[')) {
    const auto close = text.find(']');
    if (close == std::string_view::npos) return std::nullopt;
    const std::string_view rest = text.substr(close + 1);
    if (rest.empty()) return Split{text.substr(1, close - 1), std::nullopt};
    if (rest.front() != ':') return std::nullopt;
    return Split{text.substr(1, close - 1), rest.substr(1)};
  }
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon != text.rfind(':')) return Split{text, std::nullopt};
  return Split{text.substr(0, colon), text.substr(colon + 1)};
}

}  // namespace

Result<HostPort> parse_host_port(std::string_view text, std::uint16_t default_port) {
  const auto parts = split(text);
  const auto port = !parts        ? std::nullopt
                    : parts->port ? parse_port(*parts->port)
                                  : std::optional(default_port);
  if (!parts || !port || !is_host(parts->host)) {
    return std::unexpected(
        Error{.code = Code::kUsage,
              .message = say("address '{}': not of the form HOST[:PORT]", printable(text, 80)),
              .hint = say("for example 10.0.0.10:22, or [fe80::1]:22"),
              .details = {{"reason", "address"}},
              .cause = nullptr});
  }
  return HostPort{std::string(parts->host), *port};
}

}  // namespace gokeyctl::base
