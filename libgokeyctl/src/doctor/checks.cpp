// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "doctor/checks.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <sys/stat.h>
#include <unistd.h>

#include "gokeyctl/identities.h"

namespace gokeyctl::doctor {

namespace {

namespace fs = std::filesystem;

// libccid's entry for the USB armory Mk II.
constexpr std::string_view kVendor = "0x1209";
constexpr std::string_view kProduct = "0x2702";
constexpr std::uint16_t kVpcdPort = 35963;  // and the next one for a second slot

const CardReader* reader_with_card(const std::vector<CardReader>& readers) {
  const auto found = std::ranges::find_if(readers, &CardReader::card_present);
  return found == readers.end() ? nullptr : &*found;
}

// The programs of this person that usually hold a card; other people's processes cannot be told
// apart.
std::string likely_holder(const fs::path& proc) {
  constexpr std::array kHolders = {"scdaemon",    "pcscd-client", "opensc-tool",
                                   "pkcs11-tool", "ykman",        "ssh-pkcs11-helpe"};
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(proc, error)) {
    std::string comm = read_text(entry.path() / "comm");
    while (!comm.empty() && comm.back() == '\n') comm.pop_back();
    if (std::ranges::find(kHolders, comm) != kHolders.end()) return comm;
  }
  return "";
}

DoctorCheck check_identity_file(const fs::path& file) {
  struct stat info{};
  if (access(file.c_str(), R_OK) != 0 || stat(file.c_str(), &info) != 0) {
    return failed("identity", say("The SSH key {} cannot be read.", file.string()),
                  say("name another with --identity, or correct the setting identity"),
                  Code::kSshAuth);
  }
  if ((info.st_mode & 077) != 0) {
    return with_fix(warn("identity", say("The SSH key {} can be read by others.", file.string()),
                         "chmod 600 " + file.string()),
                    say("Keep others from reading the SSH key."), false,
                    {{"chmod", "600", file.string()}});
  }
  return ok("identity", say("The SSH key {} can be read.", file.string()));
}

}  // namespace

DoctorCheck ok(std::string id, Sentence message) {
  return {std::move(id), DoctorVerdict::kOk, std::move(message), ""};
}

DoctorCheck skipped(std::string id, Sentence message) {
  return {std::move(id), DoctorVerdict::kSkipped, std::move(message), ""};
}

DoctorCheck warn(std::string id, Sentence message, Sentence next, std::optional<Code> code) {
  return {std::move(id), DoctorVerdict::kWarn, std::move(message), std::move(next), "", code};
}

DoctorCheck failed(std::string id, Sentence message, Sentence next, std::optional<Code> code) {
  return {std::move(id), DoctorVerdict::kFail, std::move(message), std::move(next), "", code};
}

DoctorCheck with_fix(DoctorCheck check, Sentence what, bool needs_root,
                     std::vector<std::vector<std::string>> commands) {
  DoctorFix fix{check.id, std::move(what), needs_root};
  for (auto& command : commands) fix.steps.push_back({std::move(command)});
  check.fix = std::move(fix);
  return check;
}

std::string read_text(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

Places machine_places() {
  Places places;
  const auto environment = [](const char* variable) {
    const char* value = std::getenv(variable);
    return value == nullptr ? std::string() : std::string(value);
  };
  places.agent_socket = environment("SSH_AUTH_SOCK");
  const std::string home = environment("GNUPGHOME");
  places.gnupg_home = home.empty() ? fs::path(environment("HOME")) / ".gnupg" : fs::path(home);
  return places;
}

DoctorCheck check_configuration(const std::vector<ConfigWarning>& warnings) {
  if (warnings.empty()) return ok("configuration", say("The settings are understood."));
  const ConfigWarning& first = warnings.front();
  const std::string where =
      first.line > 0 ? first.file + ":" + std::to_string(first.line) : first.file;
  return warn("configuration",
              say_count("There is {} mistake in the settings: {}: {}.",
                        "There are {} mistakes in the settings, first {}: {}.", warnings.size(),
                        where, first.message),
              say("correct the file, or use: gokeyctl config set"));
}

DoctorCheck check_trust_store(const Result<TrustStore>& trust) {
  if (!trust)
    return failed("trust-store", say("{}.", trust.error().message), trust.error().hint,
                  trust.error().code);
  const std::size_t count = trust->entries().size();
  return ok("trust-store", say_count("{} console is trusted.", "{} consoles are trusted.", count));
}

DoctorCheck check_card_service(const Result<std::vector<CardReader>>& readers) {
  if (readers || readers.error().code == Code::kNoToken)
    return ok("card-service", say("The card service pcscd answers."));
  if (readers.error().code == Code::kNoPermission) {
    return failed(
        "card-service", say("The card service pcscd denies access."),
        say("log in at this machine, or have a polkit rule for org.debian.pcsc-lite.access_pcsc"),
        Code::kNoPermission);
  }
  return with_fix(
      failed("card-service", say("The card service pcscd does not answer."),
             say("install pcscd, then: systemctl enable --now pcscd.socket"), Code::kUnreachable),
      say("Start the card service."), true, {{"systemctl", "enable", "--now", "pcscd.socket"}});
}

DoctorCheck check_ccid_list(const Places& places) {
  std::error_code error;
  if (!fs::exists(places.ccid_list, error)) {
    return skipped("ccid-driver", say("The driver for USB card readers, libccid, is not installed; "
                                      "only a real token needs it."));
  }
  if (ccid_list_has(read_text(places.ccid_list), kVendor, kProduct)) {
    return ok("ccid-driver", say("The driver for USB card readers knows the USB armory."));
  }
  return warn("ccid-driver",
              say("The driver for USB card readers does not list the USB armory (1209:2702)."),
              say("install a current libccid, or add the id to {}", places.ccid_list.string()));
}

DoctorCheck check_readers(const Result<std::vector<CardReader>>& readers) {
  if (!readers && readers.error().code != Code::kNoToken)
    return skipped("reader", say("Readers are known once pcscd answers."));
  const std::size_t count = readers ? readers->size() : 0;
  if (count == 0) {
    return warn("reader", say("There is no card reader."),
                say("attach the token, or start gokey-sim with --vpcd"));
  }
  return ok("reader", say_count("There is {} card reader.", "There are {} card readers.", count));
}

DoctorCheck check_card(const Places& places, const Result<std::vector<CardReader>>& readers) {
  if (!readers || readers->empty()) return skipped("card", say("There is no reader to look into."));
  const CardReader* reader = reader_with_card(*readers);
  if (reader == nullptr)
    return warn("card", say("No reader holds a card."),
                say("attach the token, and look at 'gokeyctl list'"));
  const Result<CardInfo> card = read_card(reader->name);
  if (card)
    return ok("card", say("The card answers: OpenPGP {}, serial {}.", card->version, card->serial));
  if (card.error().code == Code::kBusy) {
    const std::string holder = likely_holder(places.proc);
    if (holder == "scdaemon") {
      return with_fix(failed("card", say("GnuPG's scdaemon holds the card for itself."),
                             say("gpgconf --kill scdaemon; to share it for good, add pcsc-shared "
                                 "to scdaemon.conf"),
                             Code::kBusy),
                      say("Have GnuPG let go of the card."), false,
                      {{"gpgconf", "--kill", "scdaemon"}});
    }
    return failed("card",
                  holder.empty()
                      ? say("Another program holds the card for itself.")
                      : say("Another program, probably {}, holds the card for itself.", holder),
                  say("end that program"), Code::kBusy);
  }
  return failed("card",
                say("The card does not answer as an OpenPGP card: {}.", card.error().message),
                card.error().hint, card.error().code);
}

DoctorCheck check_scdaemon(const Places& places) {
  std::error_code error;
  if (!fs::exists(places.scdaemon, error)) {
    return skipped("scdaemon",
                   say("GnuPG's scdaemon is not installed; gpg needs it to use the card."));
  }
  const fs::path file = places.gnupg_home / "scdaemon.conf";
  const std::string text = read_text(file);
  if (!has_option(text, "disable-ccid")) {
    return warn(
        "scdaemon", say("GnuPG's scdaemon may take the reader with its own driver, past pcscd."),
        say("add the line disable-ccid to {}, then: gpgconf --kill scdaemon", file.string()));
  }
  if (!has_option(text, "pcsc-shared")) {
    return ok("scdaemon",
              say("GnuPG goes through pcscd; it holds the card for itself while it uses "
                  "it (pcsc-shared would share it)."));
  }
  return ok("scdaemon", say("GnuPG goes through pcscd and shares the card."));
}

DoctorCheck check_virtual_reader(const Places& places) {
  for (const char* table : {"net/tcp", "net/tcp6"}) {
    const std::string text = read_text(places.proc / table);
    for (const std::uint16_t port : {kVpcdPort, static_cast<std::uint16_t>(kVpcdPort + 1)}) {
      if (!listens_everywhere(text, port)) continue;
      return warn("virtual-reader",
                  say("The virtual reader (vpcd) listens on port {} at every address of this "
                      "machine: others on the "
                      "network can plug in cards.",
                      port),
                  say("block the port in the firewall, or remove vsmartcard-vpcd if you do not use "
                      "the simulator"));
    }
  }
  return ok("virtual-reader", say("No virtual reader is open to the network."));
}

DoctorCheck check_identity(const Places& places, const std::optional<fs::path>& identity) {
  if (identity) return check_identity_file(*identity);
  if (places.agent_socket.empty()) {
    return warn("identity", say("There is no ssh-agent, and no SSH key is named."),
                say("name one: gokeyctl config set identity FILE, or start an ssh-agent"));
  }
  const Result<std::vector<SshIdentity>> keys = list_agent_identities(places.agent_socket);
  if (!keys) {
    return warn("identity", say("The ssh-agent does not answer."),
                say("start it again, or name a key with --identity"), keys.error().code);
  }
  if (keys->empty()) return warn("identity", say("The ssh-agent has no key."), "ssh-add FILE");
  return ok("identity",
            say_count("The ssh-agent has {} key.", "The ssh-agent has {} keys.", keys->size()));
}

}  // namespace gokeyctl::doctor
