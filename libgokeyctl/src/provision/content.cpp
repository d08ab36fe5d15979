// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is sent to be provisioned: read, looked at, and put into its form.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "gokeyctl/provision.h"
#include "gokeyctl/text.h"
#include "provision/digest.h"
#include "provision/form.h"
#include "wire/openpgp_armor.h"
#include "wire/openpgp_key.h"
#include "wire/provisioning.h"
#include "wire/ssh_key.h"

namespace gokeyctl {
namespace {

namespace wire = gokey::wire;

Error refusal(Sentence message, Sentence hint, std::string reason) {
  return Error{.code = Code::kUsage,
               .message = std::move(message),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

Error bad_key_file(Sentence why, std::string reason = "bad-key-file") {
  return refusal(say("use the OpenPGP key file: {}", std::move(why)),
                 say("{} writes such a file", "gpg --armor --export-secret-keys KEY"),
                 std::move(reason));
}

// Bytes of our own that hold secrets.
struct Wiped {
  std::vector<std::uint8_t> bytes;
  Wiped() = default;
  Wiped(const Wiped&) = delete;
  Wiped& operator=(const Wiped&) = delete;
  ~Wiped() {
    if (!bytes.empty()) explicit_bzero(bytes.data(), bytes.size());
  }
};

Sentence words_of(wire::WireError error) {
  switch (error) {
    case wire::WireError::kTruncated:
      return say("it is cut short, or holds no secret key");
    case wire::WireError::kChecksum:
      return say("it is damaged: its checksum is wrong");
    case wire::WireError::kUnsupported:
      return say("it holds something that is not supported");
    case wire::WireError::kTooLong:
    case wire::WireError::kMalformed:
      break;
  }
  return say("it is malformed");
}

Result<void> look_at_key(wire::Bytes file, ProvisioningContent& content) {
  Wiped packets;
  wire::Bytes binary = file;
  if (!wire::is_binary_openpgp(file)) {
    auto bytes = wire::remove_openpgp_armor(wire::as_text(file), "PGP PRIVATE KEY BLOCK");
    if (!bytes) return std::unexpected(bad_key_file(words_of(bytes.error())));
    packets.bytes = std::move(*bytes);
    binary = packets.bytes;
  }
  const auto key = wire::parse_openpgp_transferable_key(binary);
  if (!key) {
    const bool unsupported = key.error().code == wire::WireError::kUnsupported;
    Sentence why = words_of(key.error().code);
    if (!key.error().what.empty()) why = say("{} ({})", std::move(why), key.error().what);
    return std::unexpected(
        bad_key_file(std::move(why), unsupported ? "unsupported-key" : "bad-key-file"));
  }
  content.primary = provision::openpgp_fingerprint(key->primary.public_body);
  content.fingerprints.push_back(content.primary);
  for (const auto& subkey : key->subkeys) {
    content.fingerprints.push_back(provision::openpgp_fingerprint(subkey.key.public_body));
  }
  const auto open = [](const wire::OpenPgpSecretKey& each) {
    return each.unsupported.empty() && each.protection == wire::OpenPgpProtection::kNone;
  };
  content.without_passphrase =
      open(key->primary) ||
      std::ranges::any_of(key->subkeys, [&](const auto& subkey) { return open(subkey.key); });
  for (const auto& user : key->user_ids) {
    if (!user.id.empty()) content.user_ids.push_back(printable(user.id, 256));
  }
  return {};
}

Result<void> look_at_users(std::string_view text, ProvisioningContent& content) {
  if (text.starts_with("-----BEGIN ")) {
    return std::unexpected(
        refusal(say("use the authorised SSH keys: this is a private key, or none for SSH"),
                say("name a file such as ~/.ssh/id_ed25519.pub"), "bad-authorized-keys"));
  }
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    const auto key = wire::parse_authorized_key(text.substr(0, end + 1));
    if (!key) {
      const bool unknown = key.error() == wire::WireError::kUnsupported;
      return std::unexpected(refusal(
          unknown ? say("use the authorised SSH keys: line {} has options, or a key of a kind or "
                        "size that a token does not take",
                        number)
                  : say("use the authorised SSH keys: line {} is not a whole key", number),
          say("one public key a line, as in ~/.ssh/authorized_keys, without options"),
          "bad-authorized-keys"));
    }
    const std::optional<wire::SshPublicKey>& found = *key;  // nothing in a comment
    if (found) content.authorized_keys.push_back(provision::ssh_fingerprint(found->blob));
    text.remove_prefix(end + 1);
  }
  if (!content.authorized_keys.empty()) return {};
  return std::unexpected(
      refusal(say("use the authorised SSH keys: there is none, so nobody could log in any more"),
              say("name a file such as ~/.ssh/id_ed25519.pub"), "bad-authorized-keys"));
}

wire::Provisioning wire_form(const Provisioning& provisioning, wire::Bytes key,
                             wire::Bytes attestation_key) {
  wire::Provisioning form;
  form.pgp_secret_key = key;
  form.attestation_key = attestation_key;
  if (const auto& attestation = provisioning.attestation)
    form.attestation_certificate = attestation->certificate;
  form.authorized_keys = provisioning.authorized_keys;
  form.name = provisioning.name;
  form.language = provisioning.language;
  form.sex = provisioning.sex;
  form.url = provisioning.url;
  form.snvs = static_cast<wire::ProvisioningSnvs>(provisioning.snvs);
  form.signature_pin_once = provisioning.signature_pin_once;
  form.now = provisioning.now;
  return form;
}

Result<Secret> encode(const wire::Provisioning& form) {
  const std::size_t size = wire::encoded_size(form);
  if (size > wire::kMaxProvisioning) {
    return std::unexpected(
        refusal(say("provision: the key file is larger than a token takes"),
                say("leave other people's signatures out: {}",
                    "gpg --export-options export-minimal --export-secret-keys KEY"),
                "too-large"));
  }
  Secret out(size);
  bool fits = true;
  wire::write_provisioning(form, [&](wire::Bytes piece) { fits = fits && out.append(piece); });
  if (fits) return out;
  return std::unexpected(Error{.code = Code::kFailed,
                               .message = say("{}: {}", say("provision"), say("out of memory")),
                               .hint = {},
                               .details = {},
                               .cause = nullptr});
}

}  // namespace

Result<Secret> read_secret_file(const std::filesystem::path& file, std::size_t limit) {
  const base::Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) return std::unexpected(base::errno_error(marked("open {}"), file, errno));
  Secret content(limit + 1);
  ssize_t got = 1;
  while (got > 0 && content.size() < content.capacity()) {
    content.fill([&](std::span<std::uint8_t> room) {
      do {
        got = ::read(fd.get(), room.data(), room.size());
      } while (got < 0 && errno == EINTR);
      return got > 0 ? static_cast<std::size_t>(got) : 0;
    });
  }
  if (got < 0) return std::unexpected(base::errno_error(marked("read {}"), file, errno));
  if (content.size() > limit || content.capacity() == 0) {
    return std::unexpected(
        refusal(say("read {}: it is larger than {} bytes", file.string(), limit), "", "too-large"));
  }
  if (content.empty()) {
    return std::unexpected(refusal(say("read {}: it is empty", file.string()), "", "empty-file"));
  }
  return content;
}

Result<ProvisioningContent> inspect(const Provisioning& provisioning) {
  ProvisioningContent content;
  if (const auto& key = provisioning.openpgp_key) {
    auto looked = key->expose(
        [&](std::span<const std::uint8_t> bytes) { return look_at_key(bytes, content); });
    if (!looked) return std::unexpected(std::move(looked).error());
  }
  if (auto looked = look_at_users(provisioning.authorized_keys, content); !looked)
    return std::unexpected(std::move(looked).error());
  if (const auto& attestation = provisioning.attestation)
    content.u2f_certificate = provision::certificate_fingerprint(attestation->certificate);
  return content;
}

namespace provision {

Result<Secret> form_of(const Provisioning& provisioning) {
  const Secret none(0);
  const Secret& key = provisioning.openpgp_key ? *provisioning.openpgp_key : none;
  const Secret& attestation = provisioning.attestation ? provisioning.attestation->key : none;
  return key.expose([&](wire::Bytes key_file) {
    return attestation.expose(
        [&](wire::Bytes scalar) { return encode(wire_form(provisioning, key_file, scalar)); });
  });
}

}  // namespace provision
}  // namespace gokeyctl
