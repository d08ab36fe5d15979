// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/console.h"

namespace gokeyctl::doctor {

ConsoleAnswer check_console(const Result<std::optional<DoctorConsole>>& console,
                            std::size_t tokens_on_usb, std::chrono::milliseconds timeout) {
  if (!console) {
    return {warn("console", say("No console was checked: {}.", console.error().message),
                 console.error().hint, console.error().code),
            {}};
  }
  const std::optional<DoctorConsole>& chosen = *console;
  if (!chosen) {
    return {
        tokens_on_usb > 1
            ? skipped("console", say("With several tokens, the console of the one that is chosen "
                                     "is checked."))
            : warn("console", say("No console was checked: its address is not known."), ""),
        {}};
  }
  const Endpoint& endpoint = chosen->endpoint;
  Result<HostKey> key = scan_host_key(endpoint, timeout);
  if (key)
    return {ok("console", say("The console at {} answers.", endpoint.text())), std::move(*key)};
  return {
      failed("console",
             say("The console at {} does not answer: {}.", endpoint.text(), key.error().message),
             key.error().hint.empty()
                 ? say("look at the network link to the token, and at its address")
                 : key.error().hint,
             key.error().code),
      {}};
}

DoctorCheck check_host_key(const TrustStore& trust, const DoctorConsole& console,
                           const HostKey& key) {
  const std::string address = console.endpoint.text();
  const TrustEntry* entry = trust.find(trust_key(trust, console.endpoint));
  if (entry != nullptr && entry->trust == TrustClass::kPerBoot) {
    return warn(
        "host-key",
        say("The console at {} is not authenticated: its key is new at every start.", address), "",
        Code::kHostKey);
  }
  if (entry == nullptr) {
    return warn("host-key",
                say("The host key of {} is not known yet: {}.", address, key.fingerprint),
                say("compare it, then: gokeyctl -d {} host-key pin --fingerprint {}",
                    console.device, key.fingerprint),
                Code::kHostKey);
  }
  if (entry->fingerprint == key.fingerprint)
    return ok("host-key", say("The console at {} shows the trusted host key.", address));
  return failed("host-key", say("The host key of {} has changed: {}.", address, key.fingerprint),
                say("if you know why: gokeyctl -d {} host-key pin --replace", console.device),
                Code::kHostKey);
}

DoctorCheck check_login(const DoctorOptions& options, TrustStore& trust,
                        const DoctorConsole& console) {
  ConnectOptions how;
  how.endpoint = console.endpoint;
  how.identity = options.identity;
  how.fallback_identity = options.fallback_identity;
  how.timeout = options.timeout;
  how.log = options.log;
  how.accept_host_key = [](const HostKey&, TrustVerdict verdict) {
    return verdict == TrustVerdict::kPerBoot;
  };
  const Result<Console> logged_in = Console::connect(how, trust);
  if (!logged_in) {
    return failed("login", say("Logging in failed: {}.", logged_in.error().message),
                  logged_in.error().hint, logged_in.error().code);
  }
  return ok("login", logged_in->dialect() == Dialect::kClassic
                         ? say("Logging in works; the token has the original firmware.")
                         : say("Logging in works."));
}

}  // namespace gokeyctl::doctor
