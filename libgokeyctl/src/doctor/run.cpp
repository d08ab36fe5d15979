// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every check in its order.
#include <array>
#include <utility>

#include "doctor/checks.h"
#include "doctor/console.h"
#include "doctor/usb.h"
#include "gokeyctl/usb.h"

namespace gokeyctl {
namespace {

using namespace doctor;

struct Title {
  std::string_view id;
  const char* text;
};
constexpr std::array kTitles = {
    Title{"configuration", marked("Settings")},
    Title{"trust-store", marked("Host keys")},
    Title{"card-service", marked("Card service")},
    Title{"ccid-driver", marked("Driver for card readers")},
    Title{"usb", marked("Tokens on USB")},
    Title{"usb-drivers", marked("Kernel drivers")},
    Title{"hidraw", marked("USB permissions")},
    Title{"usb-reader", marked("Reader of the token")},
    Title{"address", marked("Network link to the token")},
    Title{"routes", marked("Ways to the token's address")},
    Title{"reverse-path", marked("Several tokens at once")},
    Title{"reader", marked("Card readers")},
    Title{"card", marked("Card")},
    Title{"scdaemon", marked("GnuPG's scdaemon")},
    Title{"virtual-reader", marked("Virtual reader")},
    Title{"identity", marked("SSH key")},
    Title{"console", marked("Console")},
    Title{"host-key", marked("Host key of the console")},
    Title{"login", marked("Log-in")},
};

Sentence title_of(std::string_view id) {
  for (const Title& title : kTitles) {
    if (title.id == id) return say(title.text);
  }
  return id;
}

// What the checks share; each is asked for when the first check needs it.
struct Findings {
  explicit Findings(const DoctorOptions& wanted) : options(wanted) {}
  const DoctorOptions& options;
  Places places = machine_places();
  Result<std::vector<UsbToken>> tokens = list_usb_tokens();
  std::optional<Result<TrustStore>> trust_store;
  std::optional<Result<std::vector<CardReader>>> card_readers;
  std::optional<DoctorConsole> console;
  std::optional<HostKey> presented;
  bool may_log_in = false;

  const std::vector<UsbToken>& on_usb() const { return *tokens; }
  Result<TrustStore>& trust() {
    if (!trust_store) trust_store = TrustStore::open(options.paths.known_tokens());
    return *trust_store;
  }
  const Result<std::vector<CardReader>>& readers() {
    if (!card_readers) card_readers = list_card_readers();
    return *card_readers;
  }
};

DoctorCheck console_check(Findings& f) {
  if (!f.trust()) return skipped("console", say("Not tried while the trust store cannot be read."));
  const std::size_t count = f.tokens ? f.tokens->size() : 0;
  const auto chosen = f.options.console(count);
  ConsoleAnswer answer = check_console(chosen, count, f.options.timeout);
  if (chosen) f.console = *chosen;
  f.presented = std::move(answer.key);
  return std::move(answer.check);
}

DoctorCheck host_key_check(Findings& f) {
  if (!f.console || !f.presented) return skipped("host-key", say("No console was reached."));
  DoctorCheck check = check_host_key(*f.trust(), *f.console, *f.presented);
  f.may_log_in = check.verdict != DoctorVerdict::kFail &&
                 f.trust()->find(trust_key(*f.trust(), f.console->endpoint)) != nullptr;
  return check;
}

DoctorCheck login_check(Findings& f) {
  if (!f.console || !f.presented) return skipped("login", say("No console was reached."));
  if (!f.may_log_in) return skipped("login", say("Not tried with a host key that is not trusted."));
  return check_login(f.options, *f.trust(), *f.console);
}

using Step = DoctorCheck (*)(Findings&);

std::vector<Step> steps_for(const Findings& findings) {
  std::vector<Step> steps = {
      [](Findings& f) { return check_configuration(f.options.config_warnings); },
      [](Findings& f) { return check_trust_store(f.trust()); },
      [](Findings& f) { return check_card_service(f.readers()); },
      [](Findings& f) { return check_ccid_list(f.places); },
      [](Findings& f) { return check_usb(f.tokens); },
  };
  // What has no token to look at is left out.
  if (findings.tokens && !findings.tokens->empty()) {
    const std::array<Step, 6> of_tokens = {
        [](Findings& f) { return check_drivers(f.on_usb()); },
        [](Findings& f) { return check_hidraw(f.on_usb()); },
        [](Findings& f) { return check_usb_reader(f.on_usb()); },
        [](Findings& f) { return check_address(f.on_usb()); },
        [](Findings& f) { return check_routes(f.places, f.on_usb()); },
        [](Findings& f) { return check_reverse_path(f.places, f.on_usb()); },
    };
    steps.insert(steps.end(), of_tokens.begin(), of_tokens.end());
  }
  const std::array<Step, 5> further = {
      [](Findings& f) { return check_readers(f.readers()); },
      [](Findings& f) { return check_card(f.places, f.readers()); },
      [](Findings& f) { return check_scdaemon(f.places); },
      [](Findings& f) { return check_virtual_reader(f.places); },
      [](Findings& f) {
        return check_identity(
            f.places, f.options.identity ? f.options.identity : f.options.fallback_identity);
      },
  };
  steps.insert(steps.end(), further.begin(), further.end());
  if (findings.options.console) {
    steps.insert(steps.end(), {console_check, host_key_check, login_check});
  }
  return steps;
}

}  // namespace

std::string_view name(DoctorVerdict verdict) {
  switch (verdict) {
    case DoctorVerdict::kOk:
      return "ok";
    case DoctorVerdict::kWarn:
      return "warn";
    case DoctorVerdict::kFail:
      return "fail";
    case DoctorVerdict::kSkipped:
      return "skipped";
  }
  return "";
}

std::vector<DoctorCheck> run_doctor(const DoctorOptions& options, const DoctorProgress& progress) {
  Findings findings(options);
  const std::vector<Step> steps = steps_for(findings);
  std::vector<DoctorCheck> checks;
  checks.reserve(steps.size());
  for (const Step step : steps) {
    DoctorCheck check = step(findings);
    check.title = title_of(check.id);
    checks.push_back(std::move(check));
    if (progress && !progress(checks.back(), checks.size(), steps.size())) break;
  }
  return checks;
}

}  // namespace gokeyctl
