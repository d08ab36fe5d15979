// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/app/options.h"

#include <QtGlobal>
#include <cstdlib>

#include <getopt.h>

#include "gokeyctl/token.h"
#include "gokeyctl/version.h"

namespace gokeyctl::gui {
namespace {

enum Name : int {
  kDevice = 'd',
  kHelp = 'h',
  kIdentity = 'i',
  kTrustNew = 256,
  kHidden,
  kNewInstance,
  kProbe,
  kVersion
};

constexpr option kOptions[] = {
    {"device", required_argument, nullptr, kDevice},
    {"identity", required_argument, nullptr, kIdentity},
    {"trust-new", no_argument, nullptr, kTrustNew},
    {"hidden", no_argument, nullptr, kHidden},
    {"new-instance", no_argument, nullptr, kNewInstance},
    {"probe", no_argument, nullptr, kProbe},
    {"help", no_argument, nullptr, kHelp},
    {"version", no_argument, nullptr, kVersion},
    {nullptr, 0, nullptr, 0},
};

Error usage(std::string message) {
  return Error{.code = Code::kUsage,
               .message = std::move(message),
               .hint = "gokey-manager --help",
               .details = {},
               .cause = nullptr};
}

Result<void> add_console(Options& options, const std::string& text) {
  const auto selector = parse_selector(text);
  if (!selector) return std::unexpected(selector.error());
  if (selector->kind != Selector::Kind::kConsole)
    return std::unexpected(usage("'" + text + "' is not of the form console:HOST[:PORT]"));
  options.consoles.push_back(selector->endpoint);
  return {};
}

// What the environment names is a default for all programs: a token on USB is watched anyway.
void take_environment(Options& options) {
  if (const char* device = std::getenv("GOKEY_DEVICE");
      device != nullptr && options.consoles.empty())
    static_cast<void>(add_console(options, device));
  if (const char* identity = std::getenv("GOKEY_IDENTITY");
      identity != nullptr && *identity != '\0' && !options.identity) {
    options.identity = identity;
  }
}

}  // namespace

Result<Options> parse_options(int argc, char** argv) {
  Options options;
  optind = 0;  // getopt starts anew
  opterr = 0;
  for (;;) {
    const int at = optind == 0 ? 1 : optind;
    const int name = getopt_long(argc, argv, "d:hi:", kOptions, nullptr);
    if (name == -1) break;
    switch (name) {
      case kDevice:
        if (auto added = add_console(options, optarg); !added)
          return std::unexpected(added.error());
        break;
      case kIdentity:
        options.identity = optarg;
        break;
      case kTrustNew:
        options.trust_new = true;
        break;
      case kHidden:
        options.hidden = true;
        break;
      case kNewInstance:
        options.new_instance = true;
        break;
      case kProbe:
        options.probe = true;
        break;
      case kHelp:
        options.help = true;
        break;
      case kVersion:
        options.version = true;
        break;
      default:
        return std::unexpected(
            usage("option '" + std::string(argv[at]) + "': not known, or without its value"));
    }
  }
  if (optind < argc)
    return std::unexpected(usage("'" + std::string(argv[optind]) + "': no argument is taken"));
  take_environment(options);
  return options;
}

std::string version_text() {
  return "gokey-manager " + std::string(library_version()) + " (Qt " + qVersion() + ")\n";
}

std::string help_text() {
  return "Usage: gokey-manager [OPTION]...\n"
         "Shows the state of GoKey tokens in the panel, unlocks and locks them, and asks before a\n"
         "site may use one.\n"
         "\n"
         "  -d, --device console:HOST[:PORT]  watch this console besides the tokens on USB;\n"
         "                                    may be given several times\n"
         "  -i, --identity FILE               SSH private key for the consoles\n"
         "      --trust-new                   pin an unknown host key without asking, for "
         "scripts;\n"
         "                                    a changed key is never accepted\n"
         "      --hidden                      start without a window\n"
         "      --new-instance                start beside an app that runs already\n"
         "      --probe                       for measurements: tell on the session bus how long\n"
         "                                    the window was away (org.gokey.Manager.Probe)\n"
         "  -h, --help                        show this\n"
         "      --version                     show the version\n"
         "\n"
         "Environment: GOKEY_DEVICE and GOKEY_IDENTITY are the defaults of --device and "
         "--identity.\n";
}

}  // namespace gokeyctl::gui
