// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/options.h"

#include <CLI/CLI.hpp>
#include <array>
#include <charconv>

namespace gokey::sim {
namespace {

// The command line as CLI11 fills it.
struct Raw {
  std::string state, storage, ssh, vpcd, usbip, fido_udp, dialect = "native", usb_network = "ncm";
  int ready_fd = -1;
  std::string snvs = "none", manufacturer = "FF00", signature_pin = "every-time";
  std::string missing;  // the value of any option that this version has no use for
  ProvisionOptions provision;
};

// Options whose names are taken for what this version does not have.
struct Missing {
  const char *option, *what;
};
constexpr std::array kMissingTransports{
    Missing{"--pkcs11", "PKCS#11 socket"},
};

template <std::size_t N>
Result<void> refuse_missing(const CLI::App& app, const std::array<Missing, N>& missing) {
  for (const Missing& one : missing) {
    if (app.get_option(one.option)->count() == 0) continue;
    return failure(Exit::kUnsupported, one.option,
                   "this version of the simulator has no " + std::string(one.what),
                   "leave the option out");
  }
  return {};
}

template <std::size_t N>
void add_missing(CLI::App& app, const std::array<Missing, N>& missing, std::string& ignored) {
  for (const Missing& one : missing) {
    app.add_option(one.option, ignored, std::string(one.what) + " (not in this version)");
  }
}

CLI::App* add_options(CLI::App& app, Raw& raw) {
  app.add_option("--state", raw.state, "Folder of the token's state; a new one makes a new token")
      ->required();
  app.add_option(
         "--storage", raw.storage,
         "How a new folder keeps values: as files, or in an image as the board's flash does")
      ->check(CLI::IsMember({"files", "image"}));
  app.add_option("--ssh", raw.ssh, "Serve the SSH console on ADDR:PORT; port 0 picks a free one")
      ->type_name("ADDR:PORT");
  app.add_option("--vpcd", raw.vpcd, "Put the card into the virtual reader at HOST:PORT")
      ->type_name("HOST:PORT");
  app.add_option("--usbip", raw.usbip,
                 "Offer the USB device to USB/IP clients on ADDR:PORT; port 0 picks a free one")
      ->type_name("ADDR:PORT");
  app.add_option("--usb-network", raw.usb_network,
                 "CDC model of the USB device's network card: ncm suits every system, ecm those "
                 "without a driver for it")
      ->check(CLI::IsMember({"ncm", "ecm"}));
  app.add_option("--fido-udp", raw.fido_udp,
                 "Exchange FIDO's HID reports as datagrams on ADDR:PORT; port 0 picks a free one")
      ->type_name("ADDR:PORT");
  app.add_option("--dialect", raw.dialect, "Speak as this firmware, or as the original one")
      ->check(CLI::IsMember({"native", "classic"}));
  app.add_option("--ready-fd", raw.ready_fd,
                 "Write one line of JSON to descriptor N once everything listens")
      ->check(CLI::Range(1, 1023))
      ->type_name("N");
  add_missing(app, kMissingTransports, raw.missing);
  app.set_version_flag("--version", "gokey-sim " GOKEY_VERSION);

  CLI::App* provision = app.add_subcommand("provision", "Give a new token its keys, once");
  ProvisionOptions& p = raw.provision;
  provision
      ->add_option("--pgp-secret-key", p.pgp_secret_key, "As gpg --export-secret-keys writes it")
      ->type_name("FILE");
  provision
      ->add_option("--ssh-authorized-keys", p.ssh_authorized_keys,
                   "Public keys that may use the console")
      ->type_name("FILE");
  provision
      ->add_option("--ssh-host-key", p.ssh_host_key,
                   "Private host key as PEM, without a passphrase")
      ->type_name("FILE");
  provision->add_option("--name", p.name, "Card holder, as Surname<<Given<Names");
  provision->add_option("--language", p.language, "Card holder's language, two letters")
      ->type_name("CC");
  provision->add_option("--sex", p.sex, "1 male, 2 female, 9 not said")
      ->check(CLI::IsMember({"1", "2", "9"}));
  provision->add_option("--url", p.url, "Where the public key is to be found");
  provision->add_option("--snvs", raw.snvs, "Secure storage as the card reports it")
      ->check(CLI::IsMember({"none", "on", "ssh"}));
  provision
      ->add_option("--signature-pin", raw.signature_pin,
                   "Ask for the passphrase before every signature, or once")
      ->check(CLI::IsMember({"once", "every-time"}));
  provision
      ->add_option(
          "--manufacturer", raw.manufacturer,
          "Manufacturer in the card's number; F5EC keeps gpg's stubs of an original token valid")
      ->type_name("HEX");
  CLI::Option* certificate =
      provision
          ->add_option("--u2f-certificate", p.u2f_certificate,
                       "X.509 certificate that attests FIDO registrations, PEM or DER")
          ->type_name("FILE");
  CLI::Option* key =
      provision->add_option("--u2f-private-key", p.u2f_private_key, "Its P-256 key, PEM or DER")
          ->type_name("FILE");
  certificate->needs(key);
  key->needs(certificate);
  provision->fallthrough();
  return provision;
}

Result<std::optional<Endpoint>> endpoint(const std::string& option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  auto parsed = parse_endpoint(text);
  if (!parsed)
    return failure(Exit::kUsage, option, "'" + text + "' is not ADDR:PORT",
                   "for example 127.0.0.1:2222");
  return parsed;
}

std::optional<Storage> storage(const Raw& raw) {
  if (raw.storage.empty()) return std::nullopt;
  return raw.storage == "image" ? Storage::kImage : Storage::kFiles;
}

Result<Options> run_options(const CLI::App& app, const Raw& raw) {
  if (auto ok = refuse_missing(app, kMissingTransports); !ok) return std::unexpected(ok.error());
  RunOptions run;
  run.state = raw.state;
  run.storage = storage(raw);
  auto ssh = endpoint("--ssh", raw.ssh);
  if (!ssh) return std::unexpected(ssh.error());
  auto vpcd = endpoint("--vpcd", raw.vpcd);
  if (!vpcd) return std::unexpected(vpcd.error());
  auto usbip = endpoint("--usbip", raw.usbip);
  if (!usbip) return std::unexpected(usbip.error());
  auto fido_udp = endpoint("--fido-udp", raw.fido_udp);
  if (!fido_udp) return std::unexpected(fido_udp.error());
  run.fido_udp = *fido_udp;
  run.ssh = *ssh;
  run.vpcd = *vpcd;
  run.usbip = *usbip;
  if (!run.ssh && !run.vpcd && !run.usbip && !run.fido_udp) run.ssh = Endpoint{"127.0.0.1", 2222};
  run.usb_network = raw.usb_network == "ecm" ? UsbNetworkModel::kEcm : UsbNetworkModel::kNcm;
  run.dialect = raw.dialect == "classic" ? DialectKind::kClassic : DialectKind::kNative;
  if (raw.ready_fd >= 0) run.ready_fd = raw.ready_fd;
  return run;
}

Result<Options> provision_options(const CLI::App& app, Raw& raw) {
  if (auto ok = refuse_missing(app, kMissingTransports); !ok) return std::unexpected(ok.error());
  ProvisionOptions provision = std::move(raw.provision);
  provision.state = raw.state;
  provision.storage = storage(raw);
  provision.snvs = raw.snvs == "on" ? Snvs::kOn : raw.snvs == "ssh" ? Snvs::kSsh : Snvs::kNone;
  provision.signature_pin_once = raw.signature_pin == "once";
  const std::string& hex = raw.manufacturer;
  const auto [end, error] =
      std::from_chars(hex.data(), hex.data() + hex.size(), provision.manufacturer, 16);
  if (hex.size() != 4 || error != std::errc{} || end != hex.data() + hex.size()) {
    return failure(Exit::kUsage, "--manufacturer", "'" + hex + "' is not four hex digits");
  }
  if (provision.pgp_secret_key.empty() && provision.ssh_authorized_keys.empty()) {
    return failure(Exit::kUsage, "provision", "neither a PGP key nor an SSH key is named",
                   "give --pgp-secret-key, --ssh-authorized-keys, or both");
  }
  return provision;
}

}  // namespace

Result<Options> parse_options(int argc, const char* const* argv) {
  CLI::App app("A USB armory security token as a Linux process", "gokey-sim");
  app.get_formatter()->column_width(34);
  Raw raw;
  CLI::App* provision = add_options(app, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Message{(provision->parsed() ? provision : &app)->help()};
  } catch (const CLI::CallForVersion& version) {
    return Message{std::string(version.what()) + "\n"};
  } catch (const CLI::ParseError& error) {
    return failure(Exit::kUsage, "command line", error.what(), "gokey-sim --help");
  }
  if (provision->parsed()) return provision_options(app, raw);
  return run_options(app, raw);
}

}  // namespace gokey::sim
