// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <span>

#include <openssl/evp.h>
#include <unistd.h>

#include "base/hex.h"
#include "gokeyctl/fido.h"

namespace gokeyctl {
namespace {

struct Application {
  std::string_view id;  // U2F application id, or relying party id
  std::string_view site;
};

// Ids as the sites publish them; what a token is told is their hash (FIDO AppID and Facet
// Specification, WebAuthn 5.1.3).
constexpr Application kApplications[] = {
    {"https://www.gstatic.com/securitykey/origins.json", "Google"},
    {"google.com", "Google"},
    {"https://github.com/u2f/trusted_facets", "GitHub"},
    {"github.com", "GitHub"},
    {"https://gitlab.com", "GitLab"},
    {"gitlab.com", "GitLab"},
    {"https://bitbucket.org", "Bitbucket"},
    {"https://www.dropbox.com/u2f-app-id.json", "Dropbox"},
    {"www.dropbox.com", "Dropbox"},
    {"https://www.fastmail.com", "Fastmail"},
    {"fastmail.com", "Fastmail"},
    {"https://id.fedoraproject.org/u2f-origins.json", "Fedora"},
    {"https://account.gandi.net/api/u2f/trusted_facets.json", "Gandi"},
    {"gandi.net", "Gandi"},
    {"https://vault.bitwarden.com/app-id.json", "Bitwarden"},
    {"https://keepersecurity.com", "Keeper"},
    {"https://keepersecurity.eu", "Keeper"},
    {"https://www.dashlane.com", "Dashlane"},
    {"https://tutanota.com/u2f-appid.json", "Tuta"},
    {"https://dashboard.stripe.com", "Stripe"},
    {"https://www.bitfinex.com", "Bitfinex"},
    {"https://slushpool.com/static/security/u2f.json", "Braiins Pool"},
    {"https://api-9dcf9b83.duosecurity.com", "Duo"},
    {"login.microsoft.com", "Microsoft"},
    {"facebook.com", "Facebook"},
    {"dash.cloudflare.com", "Cloudflare"},
    {"www.namecheap.com", "Namecheap"},
    {"secure.login.gov", "login.gov"},
    {"mojeid.cz", "mojeID"},
    {"www.binance.com", "Binance"},
    {"binance.com", "Binance"},
    {"coinbase.com", "Coinbase"},
    {"gemini.com", "Gemini"},
    {"kraken.com", "Kraken"},
    {"https://u2f.bin.coffee", "u2f.bin.coffee (test)"},
    {"demo.yubico.com", "Yubico demo"},
    {"webauthn.io", "webauthn.io (test)"},
    {"webauthn.me", "webauthn.me (test)"},
    {"ssh:", "OpenSSH"},
};

constexpr std::size_t kHashSize = 32;

std::string hash_of(std::string_view id) {
  std::array<std::uint8_t, kHashSize> digest{};
  unsigned size = 0;
  if (EVP_Digest(id.data(), id.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) return {};
  return base::hex_lower(std::span(digest).first(size));
}

// pam_u2f names the machine that asks unless it is told another name (pam_u2f(8), origin=).
std::string pam_of_this_machine() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0) return {};
  return std::string("pam://") + name.data();
}

}  // namespace

std::optional<std::string> site_name(std::string_view application) {
  const bool hashed = application.size() == 2 * kHashSize && base::is_hex(application);
  const std::string wanted = hashed ? base::lower(application) : std::string(application);
  const auto means = [&](std::string_view id) {
    return hashed ? hash_of(id) == wanted : id == wanted;
  };
  for (const Application& known : kApplications) {
    if (means(known.id)) return std::string(known.site);
  }
  if (means(pam_of_this_machine())) return "PAM on this machine";
  return std::nullopt;
}

}  // namespace gokeyctl
