// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "boards/sim/endpoint.h"
#include "boards/sim/failure.h"
#include "boards/sim/state_folder.h"

namespace gokey::sim {

enum class DialectKind : std::uint8_t { kNative, kClassic };
// Which of CDC's models carries the frames. Not both: Windows takes a device for a composite one
// only if it has a single configuration, and two functions in one would give a host two interfaces
// to the same 10.0.0.10.
enum class UsbNetworkModel : std::uint8_t { kNcm, kEcm };
enum class Snvs : std::uint8_t { kNone, kOn, kSsh };

struct RunOptions {
  std::string state;
  std::optional<Endpoint> ssh, vpcd, usbip, fido_udp;
  DialectKind dialect = DialectKind::kNative;
  UsbNetworkModel usb_network = UsbNetworkModel::kNcm;
  std::optional<int> ready_fd;
  std::optional<Storage> storage;
};

struct ProvisionOptions {
  std::string state;
  // Files; empty: not given.
  std::string pgp_secret_key, ssh_authorized_keys, ssh_host_key;
  std::string u2f_certificate, u2f_private_key;
  std::string name, language, sex, url;
  Snvs snvs = Snvs::kNone;
  std::uint16_t manufacturer = 0xFF00;
  bool signature_pin_once = false;
  std::optional<Storage> storage;
};

// Help or version: text for standard output.
struct Message {
  std::string text;
};

using Options = std::variant<RunOptions, ProvisionOptions, Message>;
[[nodiscard]] Result<Options> parse_options(int argc, const char* const* argv);

}  // namespace gokey::sim
