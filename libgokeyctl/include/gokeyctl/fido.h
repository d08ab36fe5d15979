// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The FIDO side of a token on USB, through its hidraw node.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/secret.h"

namespace gokeyctl {

// The site behind what a request for presence names: a relying party id, or the SHA-256 of an
// application id as 64 hex digits. Absent if it is none of those that ship with the library.
[[nodiscard]] GOKEYCTL_API std::optional<std::string> site_name(std::string_view application);

// authenticatorGetInfo, CTAP 2.1, 6.4. An absent optional: the authenticator does not say.
struct FidoInfo {
  std::vector<std::string> versions;    // "U2F_V2", "FIDO_2_1", …
  std::vector<std::string> extensions;  // "hmac-secret", "credProtect", …
  std::string aaguid;                   // 32 lower-case hex digits, empty without CTAP 2
  std::vector<std::pair<std::string, bool>> options;  // "rk", "clientPin", …
  std::vector<std::string> algorithms;                // "es256", "eddsa"; else the COSE number
  std::vector<unsigned> pin_protocols;
  std::optional<std::uint64_t> max_message_size, min_pin_length, remaining_credentials;
  std::optional<bool> pin_set;
  std::optional<unsigned> pin_tries;  // left, if a PIN is set

  [[nodiscard]] std::optional<bool> option(std::string_view name) const {
    for (const auto& [key, value] : options) {
      if (key == name) return value;
    }
    return std::nullopt;
  }
};

// A credential that the token keeps.
struct FidoCredential {
  std::string relying_party;  // its id
  std::string user_name, user_display_name;
  std::string user_id, credential_id;  // lower-case hex
  std::string algorithm;               // as in FidoInfo
  std::string protection;              // "optional", "optional-with-list", "required"
};
struct FidoCredentials {
  std::uint64_t existing = 0, remaining = 0;
  std::vector<FidoCredential> list;
};

// One open device. Nothing is retried.
class GOKEYCTL_API FidoDevice {
 public:
  // `node` as UsbHid names it; `timeout` for each answer. kNoPermission, kUnreachable (gone),
  // kProtocol, kTimeout.
  [[nodiscard]] static Result<FidoDevice> open(const std::string& node,
                                               std::chrono::milliseconds timeout);
  ~FidoDevice();
  FidoDevice(FidoDevice&&) noexcept;
  FidoDevice& operator=(FidoDevice&&) noexcept;

  [[nodiscard]] Result<FidoInfo> info();
  // kWrongPassphrase ("tries_left"), kRetryDelay (plug it in anew first), kLocked (no try is left),
  // kNotInitialised (no PIN is set), kUsage (not 4 to 63 bytes), kUnsupported.
  [[nodiscard]] Result<FidoCredentials> credentials(const Secret& pin);

 private:
  friend class FidoAccess;
  struct Impl;
  explicit FidoDevice(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// Has the token show a person which one it is (CTAPHID_WINK). kUnsupported if it cannot.
[[nodiscard]] GOKEYCTL_API Result<void> wink(const std::string& node,
                                             std::chrono::milliseconds timeout);

}  // namespace gokeyctl
