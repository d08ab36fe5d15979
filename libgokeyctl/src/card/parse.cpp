// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>

#include "base/hex.h"
#include "base/time.h"
#include "card/reader.h"
#include "gokeyctl/text.h"
#include "wire/bytes.h"
#include "wire/tlv.h"

namespace gokeyctl::card {
namespace {

namespace wire = gokey::wire;
using wire::Bytes;

constexpr std::size_t kAidSize = 16;
constexpr std::size_t kFingerprint = 20;
constexpr std::size_t kMaxText = 256;

Error malformed(Sentence what) {
  return Error{.code = Code::kProtocol,
               .message = say("read the card: {} is malformed", std::move(what)),
               .hint = {},
               .details = {{"reason", "malformed"}},
               .cause = nullptr};
}

std::optional<Bytes> find(Bytes input, std::uint32_t tag) {
  const auto found = wire::find_tlv(input, tag);
  return found ? std::optional(*found) : std::nullopt;
}

// A constructed object is read with or without its own tag and length around it: cards differ.
Bytes body(Bytes object, std::uint32_t tag) { return find(object, tag).value_or(object); }

std::string text(std::optional<Bytes> bytes) {
  return bytes ? printable(wire::as_text(*bytes), kMaxText) : std::string();
}

struct Curve {
  std::string_view oid, name;
};
constexpr std::array<Curve, 9> kCurves{{{"2a8648ce3d030107", "nistp256"},
                                        {"2b81040022", "nistp384"},
                                        {"2b81040023", "nistp521"},
                                        {"2b8104000a", "secp256k1"},
                                        {"2b2403030208010107", "brainpoolP256r1"},
                                        {"2b240303020801010b", "brainpoolP384r1"},
                                        {"2b240303020801010d", "brainpoolP512r1"},
                                        {"2b06010401da470f01", "ed25519"},
                                        {"2b060104019755010501", "cv25519"}}};

// The list of FSFE, as GnuPG carries it, as far as tokens of this kind are met.
std::string manufacturer_name(std::uint16_t manufacturer) {
  switch (manufacturer) {
    case 0x0000:
    case 0xFFFF:
      return "test card";
    case 0x0005:
      return "ZeitControl";
    case 0x0006:
      return "Yubico";
    case 0x000F:
      return "Nitrokey";
    case 0xF517:
      return "FSIJ";
    case 0xF5EC:
      return "F-Secure";
    default:
      break;
  }
  return manufacturer >= 0xFF00 ? "unmanaged S/N range" : "unknown";
}

Result<void> read_aid(Bytes aid, CardInfo& info) {
  if (aid.size() != kAidSize) return std::unexpected(malformed(say("the application identifier")));
  info.aid = base::hex_lower(aid);
  // OpenPGP card 3.4.1, 4.2.1: version in BCD, manufacturer, serial number.
  info.version = std::to_string(aid[6]) + "." + std::to_string(aid[7]);
  info.manufacturer = static_cast<std::uint16_t>(aid[8] << 8 | aid[9]);
  info.manufacturer_name = manufacturer_name(info.manufacturer);
  info.serial = base::hex_upper(aid.subspan(10, 4));
  return {};
}

// OpenPGP card 3.4.1, 4.4.1, DO C4: byte 0 tells whether PW1 holds for several signatures, bytes 4
// to 6 count tries.
Result<void> read_pw_status(Bytes status, CardInfo& info) {
  if (status.size() < 7) return std::unexpected(malformed(say("the PW status")));
  info.signature_pin_once = status[0] == 0x01;
  info.tries = {status[4], status[5], status[6]};
  return {};
}

// All-zero fingerprints stand for slots without a key.
void read_keys(Bytes objects, CardInfo& info) {
  const Bytes fingerprints = find(objects, 0xC5).value_or(Bytes{});
  const Bytes times = find(objects, 0xCD).value_or(Bytes{});
  for (std::size_t i = 0; i < 3; ++i) {
    if (fingerprints.size() < (i + 1) * kFingerprint) break;
    const Bytes fingerprint = fingerprints.subspan(i * kFingerprint, kFingerprint);
    if (std::ranges::all_of(fingerprint, [](std::uint8_t byte) { return byte == 0; })) continue;
    CardKey key;
    key.use = static_cast<KeyUse>(i);
    key.fingerprint = base::hex_lower(fingerprint);
    key.algorithm =
        algorithm_name(find(objects, 0xC1 + static_cast<std::uint32_t>(i)).value_or(Bytes{}));
    wire::Reader reader(times.size() >= (i + 1) * 4 ? times.subspan(i * 4, 4) : Bytes{});
    if (const auto seconds = reader.u32(); seconds && *seconds != 0) {
      key.created =
          base::rfc3339(std::chrono::system_clock::time_point(std::chrono::seconds(*seconds)));
    }
    info.keys.push_back(std::move(key));
  }
}

std::uint32_t big_endian(Bytes bytes) {
  std::uint32_t value = 0;
  for (const std::uint8_t byte : bytes.first(std::min<std::size_t>(bytes.size(), 4)))
    value = value << 8 | byte;
  return value;
}

}  // namespace

std::string algorithm_name(std::span<const std::uint8_t> attributes) {
  if (attributes.size() >= 3 && attributes[0] == 0x01) {
    return "rsa" + std::to_string(attributes[1] << 8 | attributes[2]);
  }
  if (attributes.size() > 1) {
    std::string oid = base::hex_lower(attributes.subspan(1));
    // The import format may follow the identifier, which itself never ends so.
    if (oid.ends_with("ff") || oid.ends_with("00")) oid.resize(oid.size() - 2);
    for (const Curve& curve : kCurves) {
      if (curve.oid == oid) return std::string(curve.name);
    }
  }
  return base::hex_lower(attributes);
}

Result<CardInfo> parse_card(const CardObjects& objects) {
  const Bytes application = body(objects.application, 0x6E);
  CardInfo info;
  const auto aid = find(application, 0x4F);
  if (!aid) return std::unexpected(malformed(say("the application related data")));
  if (auto read = read_aid(*aid, info); !read) return std::unexpected(std::move(read).error());
  // Some cards leave out the discretionary objects' own tag.
  const Bytes discretionary = body(application, 0x73);
  const auto status = find(discretionary, 0xC4);
  if (!status) return std::unexpected(malformed(say("the discretionary data")));
  if (auto read = read_pw_status(*status, info); !read)
    return std::unexpected(std::move(read).error());
  read_keys(discretionary, info);

  const Bytes cardholder = body(objects.cardholder, 0x65);
  info.name = text(find(cardholder, 0x5B));
  info.language = text(find(cardholder, 0x5F2D));
  info.sex = text(find(cardholder, 0x5F35));
  info.url = text(Bytes(objects.url));
  info.login = text(Bytes(objects.login));
  if (const auto counter = find(body(objects.security, 0x7A), 0x93))
    info.signatures = big_endian(*counter);
  return info;
}

}  // namespace gokeyctl::card
