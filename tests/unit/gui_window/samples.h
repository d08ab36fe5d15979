// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Made-up tokens in every state, and a desk without a broker, for the window's tests.
#pragma once

#include <QTemporaryDir>
#include <functional>
#include <string>
#include <vector>

#include "gui/models/desk.h"
#include "gui/models/link.h"
#include "gui/models/settings.h"
#include "gui/window/work.h"

namespace gokeyctl::gui::samples {

inline constexpr const char* kFingerprint = "SHA256:q7Hf2mXb9Tc0Lw4ZrYk1NnPde8UuVao3Ei6SjGtQhxA";
inline constexpr const char* kOtherFingerprint =
    "SHA256:Kd83PzzT0vR5nLb1QwYe7GhXsuC2mAf9Jo4Vt6iErBM";

// Now plus so many seconds, RFC 3339 UTC.
std::string time_from_now(int seconds);

BrokerToken locked();
BrokerToken unlocked();  // decryption, for ten minutes of which most are left
BrokerToken both_unlocked();
BrokerToken home();  // another token, locked
BrokerToken classic();
BrokerToken connecting();
BrokerToken unreachable();
BrokerToken boot_rom();
BrokerToken factory();
BrokerToken damaged();  // its storage cannot be opened
BrokerToken not_started();
BrokerToken working();
BrokerToken presence();
BrokerToken presence_unknown();
BrokerToken emptying();  // asks before it goes back to the factory state
BrokerToken blocked();
BrokerToken host_key_changed();
BrokerToken fresh();  // never used here
BrokerToken per_boot();
inline constexpr const char* kNotCompared = "0DDC0DE5";
BrokerToken not_compared();  // pinned by --trust-new
// Of locked(), if that shows kReceiptKey; signed with a key that nobody has any more.
inline constexpr const char* kReceiptKey = "SHA256:OMwo5YPWX0YAL9KYE6qRqDr074cjPYq6sSg7WYau0ks";
extern const char* const kReceipt;
// SHA-256 of an attestation certificate, which that receipt does not name.
inline constexpr const char* kCertificate =
    "9e107d9d372bb6826bd81d3542a419d6c61d2b3b8f2a49b3e5d7a06f4c1e8b52";

CardInfo card();
FidoInfo fido();
FidoCredentials passkeys();
inline constexpr const char* kPin = "1234";  // that shows them
std::vector<DoctorCheck> doctor_checks();

// Keeps what was asked for until the test answers.
class FakeLink : public Link {
 public:
  void refresh(const std::string&, Done<BrokerToken> done) override;
  void unlock(const std::string&, Scope scope, Secret passphrase, Hold hold,
              Done<KeysOutcome> done) override;
  void cancelUnlock(const std::string&) override { calls.push_back("cancel unlock"); }
  void stopConnecting(const std::string&, Done<BrokerToken>) override {
    calls.push_back("stop connecting");
  }
  void shorten(const std::string&, Hold hold, Done<BrokerToken> done) override;
  void lock(const std::string&, Scope scope, Done<KeysOutcome> done) override;
  void lockAll(LockReason, LockWhich, Done<std::size_t> done) override;
  void init(const std::string&, Done<bool>) override {}
  void initFido(const std::string&, bool presence_test, Done<TokenStatus> done) override;
  void confirmPresence(const std::string&, std::uint64_t number, Done<void> done) override;
  void reboot(const std::string&, Done<void>) override { calls.push_back("reboot"); }
  void trustHostKey(const std::string&, const std::string& fingerprint,
                    Done<BrokerToken> done) override;
  void forgetHostKey(const std::string&, Done<void>) override { calls.push_back("forget"); }
  void rename(const std::string&, const std::string& name, Done<BrokerToken> done) override;
  void addConsole(const Endpoint&, Done<BrokerToken>) override {}

  void show(const BrokerToken& token);
  void tell(BrokerEvent::Kind kind, const BrokerToken& token, std::vector<KeyUse> keys = {},
            int seconds_ago = 0);

  std::vector<std::string> calls;
  std::string passphrase;  // of the last unlock
  Hold hold;
  Done<KeysOutcome> unlocking;
  Done<KeysOutcome> locking;
  Done<BrokerToken> shortening, trusting, renaming, refreshing;
  Done<void> confirming;
  Done<std::size_t> locking_all;
};

// A desk, its settings in a folder of their own, and work that answers from above.
struct Stage {
  Stage();
  QTemporaryDir folder;
  FakeLink link;
  Desk desk{link};
  Settings settings;
  bool unauthenticated = false;   // unlocking a token of new host keys is allowed
  QString chosen;                 // what the person picks where a file is asked for
  std::string tried_against;      // the host key for which SSH keys were tried
  std::vector<std::string> done;  // what else was asked for
  [[nodiscard]] WindowWork work();
};

}  // namespace gokeyctl::gui::samples
