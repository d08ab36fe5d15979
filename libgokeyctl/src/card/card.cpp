// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/card.h"

#include <algorithm>

#include "card/reader.h"
#include "transport/pcsc/pcsc.h"

namespace gokeyctl {
namespace {

// OpenPGP card 3.4.1, 4.4.1.
constexpr std::uint16_t kLogin = 0x005E;
constexpr std::uint16_t kUrl = 0x5F50;
constexpr std::uint16_t kCardholder = 0x0065;
constexpr std::uint16_t kApplication = 0x006E;
constexpr std::uint16_t kSecurity = 0x007A;
constexpr std::uint16_t kCertificate = 0x7F21;

// DO 7F21 occurs three times: of the authentication, the decryption and the signature key (7.2.7).
constexpr KeyUse kCertificateOrder[] = {KeyUse::kAuthentication, KeyUse::kDecryption,
                                        KeyUse::kSignature};

Result<void> read_into(card::OpenPgpReader& reader, std::uint16_t tag,
                       std::vector<std::uint8_t>& into) {
  auto object = reader.get_data(tag);
  if (!object) return std::unexpected(std::move(object).error());
  if (auto& content = *object) into = std::move(*content);
  return {};
}

}  // namespace

Result<std::vector<CardReader>> list_card_readers() { return transport::list_pcsc_readers(); }

Result<CardInfo> read_card(const std::string& reader) {
  const auto link = transport::open_pcsc_card(reader);
  if (!link) return std::unexpected(link.error());
  card::OpenPgpReader openpgp(**link);
  if (auto selected = openpgp.select(); !selected)
    return std::unexpected(std::move(selected).error());
  card::CardObjects objects;
  const std::pair<std::uint16_t, std::vector<std::uint8_t>*> wanted[] = {
      {kApplication, &objects.application},
      {kCardholder, &objects.cardholder},
      {kSecurity, &objects.security},
      {kUrl, &objects.url},
      {kLogin, &objects.login}};
  for (const auto& [tag, into] : wanted) {
    if (auto read = read_into(openpgp, tag, *into); !read)
      return std::unexpected(std::move(read).error());
  }
  auto info = card::parse_card(objects);
  if (info) info->reader = reader;
  return info;
}

Result<std::vector<CardCertificate>> read_card_certificates(const std::string& reader) {
  const auto link = transport::open_pcsc_card(reader);
  if (!link) return std::unexpected(link.error());
  card::OpenPgpReader openpgp(**link);
  if (auto selected = openpgp.select(); !selected)
    return std::unexpected(std::move(selected).error());
  std::vector<CardCertificate> certificates;
  bool first = true;
  for (const KeyUse use : kCertificateOrder) {
    auto object = first ? openpgp.get_data(kCertificate) : openpgp.get_next_data(kCertificate);
    if (!object) return std::unexpected(std::move(object).error());
    auto& certificate = *object;
    if (!certificate) break;
    first = false;
    if (!certificate->empty()) certificates.push_back({use, std::move(*certificate)});
  }
  return certificates;
}

}  // namespace gokeyctl
