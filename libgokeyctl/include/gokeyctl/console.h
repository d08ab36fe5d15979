// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The console of one token over SSH, native or original.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/log.h"
#include "gokeyctl/secret.h"
#include "gokeyctl/status.h"
#include "gokeyctl/trust.h"

namespace gokeyctl {

struct Endpoint {
  std::string host = "10.0.0.10";
  std::uint16_t port = 22;
  // Of a token on USB: the network interface that it brought, which the connection is bound to, and
  // its serial. All such tokens have one address.
  std::string interface = {};
  std::string serial = {};
  [[nodiscard]] std::string text() const {  // "HOST:PORT", an IPv6 address in brackets
    const bool brackets = host.find(':') != std::string::npos;
    return (brackets ? "[" + host + "]" : host) + ":" + std::to_string(port);
  }
};

// The name under which the trust store knows, or will know, the console: "usb:SERIAL" of a token on
// USB, unless an entry for its serial and address is there already; else the address.
[[nodiscard]] GOKEYCTL_API std::string trust_key(const TrustStore& trust, const Endpoint& endpoint);

struct HostKey {
  std::string type;         // "ssh-ed25519"
  std::string fingerprint;  // "SHA256:…"
};

struct ConnectOptions {
  Endpoint endpoint;
  std::optional<std::filesystem::path>
      identity;  // private key file given outright: the only one tried
  // Without one: first the ssh-agent's keys, then this file (the configured one).
  std::optional<std::filesystem::path> fallback_identity;
  std::string user = "gokey";
  std::chrono::milliseconds timeout{10000};  // for each step: connecting, logging in, one answer
  int cancel_fd = -1;  // if ≥ 0: once it is readable, whatever waits ends with kCancelled
  // Asked before authentication when the host key is not the pinned one; true: go on. Absent:
  // refuse. Never asked for a strict entry: its key is the only one.
  std::function<bool(const HostKey&, TrustVerdict)> accept_host_key;
  // False: a host key that accept_host_key takes is for this connection alone.
  bool pin = true;
  Log log;
};

// The host key a console presents, without logging in; nothing is stored. kUnreachable, kTimeout,
// kProtocol.
[[nodiscard]] GOKEYCTL_API Result<HostKey> scan_host_key(const Endpoint& endpoint,
                                                         std::chrono::milliseconds timeout);

// For a program that is started often, connects once and ends: libcrypto, which does the arithmetic
// of a connection, then reads no configuration (OPENSSL_CONF), offers the ciphers and digests of a
// connection alone, keeps neither its table of old algorithm names nor that of its errors' texts,
// and takes random numbers from the kernel, getrandom(2), instead of seeding generators of its own.
// To be called before the first connection; not in a program that uses libcrypto itself.
GOKEYCTL_API void start_quickly();

enum class Scope : std::uint8_t { kAll, kSignature, kDecryption };
[[nodiscard]] GOKEYCTL_API std::string_view name(
    Scope scope);  // "all", "sig", "dec": the console's words

// What an unlock or lock left behind, read back from the token's status.
struct KeysOutcome {
  TokenStatus status;
  std::vector<KeyUse> changed;  // changed their state by this call
  std::vector<KeyUse> already;  // were so before
  std::vector<KeyUse> failed;   // unlock: did not open
};

struct Provisioning;
struct Receipt;

// Called once the token waits for somebody to say that they are there. True: confirmed, through
// this connection; false: it will be elsewhere; an error ends the whole.
using AskPresence = std::function<Result<bool>()>;

struct ConsoleEvent {
  std::string name;  // "status", "unlocked", "locked", "operation", "presence-requested", …
  std::optional<std::string> time;
  std::string json;  // the whole line; for a classic token made by the library in the same form
  std::optional<TokenStatus> status;  // of "status"
  // Who asks, of "presence-requested", as far as the firmware tells.
  std::optional<TokenStatus::Presence> presence;
  std::optional<KeyUse> use;  // of "operation", "unlocked" and "locked", as far as it is known
};

// One SSH connection. Not thread-safe. Nothing is retried: an outcome that is not known is
// Code::kTimeout.
class GOKEYCTL_API Console {
 public:
  // Connects, checks the host key against `trust` (pinning it when accept_host_key said so), logs
  // in, finds out the dialect. Errors: kUnreachable, kHostKey, kSshAuth, kTimeout, kProtocol.
  [[nodiscard]] static Result<Console> connect(const ConnectOptions& options, TrustStore& trust);
  ~Console();
  Console(Console&&) noexcept;
  Console& operator=(Console&&) noexcept;

  [[nodiscard]] Dialect dialect() const;
  [[nodiscard]] const HostKey& host_key() const;

  [[nodiscard]] Result<TokenStatus> status();
  // Fails with kUsage or kRetryDelay before anything is sent; kWrongPassphrase, kRetryDelay,
  // kNotInitialised, kLocked.
  [[nodiscard]] Result<KeysOutcome> unlock(Scope scope, const Secret& passphrase);
  [[nodiscard]] Result<KeysOutcome> lock(Scope scope);
  // True when this call initialised the card, false when it already was.
  [[nodiscard]] Result<bool> init();
  [[nodiscard]] Result<std::vector<std::uint8_t>> rand();  // 32 bytes
  // Says that a person is there, to the FIDO request that waits. kNoPresenceRequest ("reason"
  // not-requested, or not-required where the presence test is off), kNotInitialised.
  [[nodiscard]] Result<void> confirm_presence();
  // (Re)initialises the FIDO side, which from then on asks for presence or does not. Proven from
  // the status that is returned. kUnsupported, kNotInitialised.
  [[nodiscard]] Result<TokenStatus> init_fido(bool presence_test);
  // Returns once the connection dropped.
  [[nodiscard]] Result<void> reboot();
  [[nodiscard]] Result<std::string> build();
  // Makes a token in the factory state personal, and returns its receipt once that was checked:
  // signed by the host key of this connection, of this token, and of what was sent. The token then
  // restarts, and the connection is over. kWrongMode (provisioned already), kUnsupported (original
  // firmware), kUsage (refused, nothing changed), kBusy (somebody else does it), kVerifyFailed,
  // kTimeout (the outcome is not known: look at the status).
  [[nodiscard]] Result<Receipt> provision(const Provisioning& provisioning);
  // The same receipt of a token that is provisioned.
  [[nodiscard]] Result<Receipt> receipt();
  // Destroys all keys. `serial` is that of the token as the person typed it. The token then
  // restarts, and the connection is over. kWrongMode (nothing to destroy), kPresenceTimeout (nobody
  // confirmed), kUnsupported, kTimeout.
  [[nodiscard]] Result<void> factory_reset(const std::string& serial, const AskPresence& ask);
  // Streams events until `on_event` returns false, the connection ends (an error) or `stop_fd` (if
  // ≥ 0) is readable and what has arrived by then was told. May be called again, after other
  // commands too, and misses nothing of what happened meanwhile.
  [[nodiscard]] Result<void> events(const std::function<bool(const ConsoleEvent&)>& on_event,
                                    int stop_fd = -1);

 private:
  struct Impl;
  explicit Console(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gokeyctl
