// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The broker: one owner per token. It keeps one console session for each, turns what they say into
// events, locks again what was unlocked for a time, and serves programs of the same person over a
// socket in $XDG_RUNTIME_DIR. The desktop app runs one in a thread, `gokeyctl agent` runs one
// alone; both are reached the same way, through BrokerClient. The lines on the socket:
// docs/broker.md.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/console.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/log.h"
#include "gokeyctl/secret.h"
#include "gokeyctl/status.h"
#include "gokeyctl/trust.h"

namespace gokeyctl {

// How long an unlocked key stays so, apart from being locked by hand.
struct Hold {
  enum class Kind : std::uint8_t {
    kUntilLocked,      // as long as the token itself lets it be
    kFor,              // `duration`, counted on CLOCK_BOOTTIME: sleep does not stretch it
    kUntilScreenLock,  // until a client says so with lock_all()
    kUntilUnplugged,
  };
  Kind kind = Kind::kUntilLocked;
  std::chrono::seconds duration{0};
};
// Whether keys may stay unlocked longer with `one` than with `other`, both from now on.
[[nodiscard]] GOKEYCTL_API bool ends_later(const Hold& one, const Hold& other);

// Why a key was locked.
enum class LockReason : std::uint8_t {
  kAsked,         // by a person or program
  kTimeOver,      // of Hold::Kind::kFor
  kScreenLocked,  // the following three come from whoever watches the desktop
  kSleep,
  kIdle,
  kRemoved,  // unplugged while unlocked: without power it forgets
  kToken,    // the token did it by itself, after a signature or a restart
};
[[nodiscard]] GOKEYCTL_API std::string_view name(LockReason reason);  // "time-over", …

// What lock_all() means.
enum class LockWhich : std::uint8_t { kEveryKey, kHeldUntilScreenLock };

struct PresenceRequest {
  std::uint64_t number = 0;                // of this broker, never reused: a confirmation names it
  std::optional<std::string> application;  // as TokenStatus::Presence; absent: not told
  std::optional<std::string> site;         // site_name(application)
  std::optional<std::string> asker;        // program that holds the FIDO node, if exactly one does
  std::chrono::milliseconds left{0};       // when this value was made
};

struct BrokerToken {
  // Names the token to the broker as long as this one runs: its serial, or until that is known
  // "console:HOST:PORT" or "usb:PORT".
  std::string id;
  std::string serial;                   // 8 upper-case hex digits, or empty
  std::optional<std::string> nickname;  // of the trust store
  std::optional<std::string> usb_port;  // "1-2.3", while it is plugged in
  bool attached = false;                // on USB now; or a console named outright that is watched
  bool connecting = false;              // the first answer is still awaited
  bool known = false;                   // its host key is pinned: not a token never used here
  std::optional<TrustClass> trust;
  std::optional<Endpoint> endpoint;
  std::optional<std::string> reader;    // as PC/SC names it
  std::optional<std::string> hid_node;  // "/dev/hidraw3"
  TokenState state = TokenState::kNoToken;
  // Last answer of the token and its time (RFC 3339 UTC); absent before the first.
  std::optional<TokenStatus> status;
  std::optional<std::string> as_of;
  // Why there is no newer answer: kUnreachable, kHostKey, kSshAuth, kTimeout, kNoPermission …
  std::optional<Error> problem;
  // The key the console presented, when it is unknown or another than the pinned one.
  std::optional<HostKey> presented;
  struct Held {
    KeyUse use = KeyUse::kSignature;
    Hold::Kind kind = Hold::Kind::kUntilLocked;
    std::optional<std::string> until;  // RFC 3339 UTC, of kFor
  };
  std::vector<Held> held;         // unlocked keys
  std::optional<KeyUse> working;  // an operation that runs now, as far as the token tells
  std::optional<PresenceRequest> presence;
};

// One line of JSON: docs/schema/broker-token.json.
[[nodiscard]] GOKEYCTL_API std::string to_json(const BrokerToken& token);

// A running broker.
struct BrokerInfo {
  std::uint32_t pid = 0;
  std::string version;  // of its library
  std::string since;    // RFC 3339 UTC
  std::uint32_t clients = 0, tokens = 0;
};

struct BrokerEvent {
  enum class Kind : std::uint8_t {
    kToken,  // `token` is new or changed
    kGone,   // the token `id` is no longer listed
    kPresenceRequested,
    kPresenceEnded,  // `outcome` tells how
    kUnlocked,
    kLocked,     // `reason`
    kOperation,  // `use`: a key was used
    kProblem,    // `problem` appeared
  };
  enum class Outcome : std::uint8_t { kConfirmed, kTimeout, kRemoved, kOther };
  Kind kind = Kind::kToken;
  std::string time;  // RFC 3339 UTC with milliseconds
  std::string id;
  std::optional<BrokerToken> token;  // of every kind but kGone: as it is after the event
  std::optional<PresenceRequest> presence;
  std::optional<Outcome> outcome;
  std::vector<KeyUse> keys;  // of kUnlocked, kLocked, kOperation
  std::optional<LockReason> reason;
  std::optional<Error> problem;
};

struct BrokerOptions {
  std::filesystem::path socket;    // default_broker_socket()
  std::filesystem::path trust;     // the trust store's file
  std::filesystem::path config;    // config.toml; read anew at each connection attempt
  std::vector<Endpoint> consoles;  // besides those on USB, to be kept connected
  std::optional<std::filesystem::path> identity;  // instead of the configured one
  bool watch_usb = true;
  Log log;
};

// $XDG_RUNTIME_DIR/gokey-manager/broker.sock. kUsage without XDG_RUNTIME_DIR: there is no other
// place for it.
[[nodiscard]] GOKEYCTL_API Result<std::filesystem::path> default_broker_socket();

// Serves until told to stop. One thread runs it; nothing else may call it but stop().
class GOKEYCTL_API Broker {
 public:
  // Takes the socket; kBusy ("reason" broker-running) if another broker answers there.
  [[nodiscard]] static Result<Broker> open(BrokerOptions options);
  ~Broker();
  Broker(Broker&&) noexcept;
  Broker& operator=(Broker&&) noexcept;

  [[nodiscard]] Result<void> run();
  void stop();  // from any thread or signal handler

 private:
  struct Impl;
  explicit Broker(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// One connection to the broker. Requests are answered in any order; each callback is called once,
// from process() or from a waiting call, with an error if the connection breaks. Not thread-safe.
class GOKEYCTL_API BrokerClient {
 public:
  template <typename T>
  using Done = std::function<void(Result<T>)>;
  // Names a request of this connection; never 0.
  using RequestId = std::uint32_t;

  // Refuses a socket that another user owns. kUnreachable ("reason" no-broker) if none answers.
  [[nodiscard]] static Result<BrokerClient> connect(const std::filesystem::path& socket);
  ~BrokerClient();
  BrokerClient(BrokerClient&&) noexcept;
  BrokerClient& operator=(BrokerClient&&) noexcept;

  // For an event loop: call process() when fd() is readable, or writable while wants_write(). Never
  // waits. An error means that the connection is over.
  [[nodiscard]] int fd() const;
  [[nodiscard]] bool wants_write() const;
  [[nodiscard]] Result<void> process();
  // For programs without one: process() until `done` says so. kTimeout; kCancelled once `stop_fd`
  // (if ≥ 0) is readable.
  [[nodiscard]] Result<void> wait(const std::function<bool()>& done,
                                  std::chrono::milliseconds timeout, int stop_fd = -1);

  // First every token as it is (kToken), then what changes.
  void subscribe(std::function<void(const BrokerEvent&)> on_event);
  void tokens(Done<std::vector<BrokerToken>> done);
  // The token's own events, as Console::events gives them.
  void watch(const std::string& id, std::function<void(const ConsoleEvent&)> on_event,
             Done<void> done);
  // Asks the token itself, whatever the broker remembers. An empty id is that of the only token
  // that is attached: kNoToken if there is none, kAmbiguous if there are several.
  RequestId refresh(const std::string& id, Done<BrokerToken> done);
  // The passphrase goes through a pipe; the broker does not keep it. Errors as Console::unlock.
  // Keys that are open already are locked first if their hold would end earlier than this one, so
  // that only the passphrase lengthens it.
  RequestId unlock(const std::string& id, Scope scope, const Secret& passphrase, Hold hold,
                   Done<KeysOutcome> done);
  // Takes a request back that is not answered yet: its `done` is called with kCancelled. One that
  // has not begun ends without a trace ("reason" nothing-sent). After that ("abandoned") only
  // unlock, refresh, rand and build: an unlock's try counts, and what it opens is locked again; so
  // it is too if this client is gone before the answer. False: it goes on, or its answer is on its
  // way.
  void cancel(RequestId request, Done<bool> done);
  // Ends the attempt to connect of a token that has not answered yet (BrokerToken::connecting): its
  // problem is kCancelled then, and nothing tries again until something is asked of it.
  void stop_connecting(const std::string& id, Done<BrokerToken> done);
  // Another end for every key that is unlocked: kUsage if it is later for one of them (ends_later).
  void shorten(const std::string& id, Hold hold, Done<BrokerToken> done);
  RequestId lock(const std::string& id, Scope scope, Done<KeysOutcome> done);
  // The keys of every token, whoever unlocked them, or only those that are held until the screen
  // locks; what is being unlocked meanwhile, too. The number of tokens that were unlocked; kPartial
  // names those that did not answer.
  void lock_all(LockReason reason, LockWhich which, Done<std::size_t> done);
  RequestId init(const std::string& id, Done<bool> done);
  RequestId init_fido(const std::string& id, bool presence_test, Done<TokenStatus> done);
  // kNoPresenceRequest if another request, or none, is pending by now.
  RequestId confirm_presence(const std::string& id, std::uint64_t number, Done<void> done);
  RequestId rand(const std::string& id, Done<std::vector<std::uint8_t>> done);
  RequestId build(const std::string& id, Done<std::string> done);
  RequestId reboot(const std::string& id, Done<void> done);
  // Pins the key that was presented, if it is still this one, and connects.
  void trust_host_key(const std::string& id, const std::string& fingerprint,
                      Done<BrokerToken> done);
  void forget_host_key(const std::string& id, Done<void> done);
  void rename(const std::string& id, const std::string& nickname, Done<BrokerToken> done);
  // Watches a console named outright as well, as -d console:HOST[:PORT] does.
  void add_console(const Endpoint& endpoint, Done<BrokerToken> done);

  void info(Done<BrokerInfo> done);
  // Ends the broker, which locks first what it holds for a time or until the screen locks.
  void stop_broker(Done<void> done);

 private:
  struct Impl;
  explicit BrokerClient(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gokeyctl
