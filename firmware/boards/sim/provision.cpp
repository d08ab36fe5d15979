// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/provision.h"

#include <cerrno>

#include <fcntl.h>

#include "boards/sim/provision_summary.h"
#include "boards/sim/state_folder.h"
#include "boards/sim/u2f_files.h"
#include "core/ssh/key.h"
#include "core/vault/provision.h"
#include "core/vault/vault.h"
#include "wire/bytes.h"

namespace gokey::sim {
namespace {

constexpr std::size_t kLargestKeyFile = 1024UZ * 1024;
constexpr std::size_t kLargestAuthorizedKeys = 64UZ * 1024;
constexpr std::size_t kLargestHostKey = 16UZ * 1024;
// A simulator that was just told to stop.
constexpr std::chrono::milliseconds kPatience{2000};

// Nothing for an option that was not given. The file may also be a pipe.
Result<crypto::Secret> read_file(const std::string& path, std::size_t limit) {
  if (path.empty()) return crypto::Secret{};
  const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return failure(Exit::kFailed, path, error_text(errno));
  crypto::Secret content(limit + 1);
  std::size_t have = 0;
  while (have < content.size()) {
    const auto space = content.writable().subspan(have);
    const ssize_t got = ::read(file.get(), space.data(), space.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(Exit::kFailed, path, error_text(errno));
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  if (have > limit) return failure(Exit::kFailed, path, "is larger than such a file can be");
  if (have == 0) return failure(Exit::kFailed, path, "is empty");
  content.truncate(have);
  return content;
}

Result<void> read_attestation(const ProvisionOptions& options, vault::ProvisionInput& input) {
  if (options.u2f_certificate.empty()) return {};
  const auto certificate = read_file(options.u2f_certificate, kLargestHostKey);
  if (!certificate) return std::unexpected(certificate.error());
  const auto key = read_file(options.u2f_private_key, kLargestHostKey);
  if (!key) return std::unexpected(key.error());
  auto der = read_certificate(options.u2f_certificate, certificate->bytes());
  if (!der) return std::unexpected(der.error());
  auto scalar = read_p256_key(options.u2f_private_key, key->bytes());
  if (!scalar) return std::unexpected(scalar.error());
  input.attestation_certificate = std::move(*der);
  input.attestation_key = std::move(*scalar);
  return {};
}

Result<vault::ProvisionInput> read_input(const ProvisionOptions& options) {
  auto key = read_file(options.pgp_secret_key, kLargestKeyFile);
  if (!key) return std::unexpected(key.error());
  auto users = read_file(options.ssh_authorized_keys, kLargestAuthorizedKeys);
  if (!users) return std::unexpected(users.error());
  auto host = read_file(options.ssh_host_key, kLargestHostKey);
  if (!host) return std::unexpected(host.error());
  // The vault keeps this text as it is; whether the SSH server can use it is known here.
  if (!host->empty() && !ssh::host_key_from_pem(host->bytes())) {
    return failure(Exit::kFailed, options.ssh_host_key,
                   "is no SSH private key without a passphrase",
                   "ssh-keygen -t ed25519 -N '' -f FILE makes one");
  }
  vault::ProvisionInput input;
  if (auto read = read_attestation(options, input); !read) return std::unexpected(read.error());
  input.openpgp_key = std::move(*key);
  input.authorized_keys = wire::as_text(users->bytes());
  input.host_key_pem = std::move(*host);
  input.name = options.name;
  input.language = options.language;
  input.sex = options.sex;
  input.url = options.url;
  input.manufacturer = options.manufacturer;
  input.signature_pin_once = options.signature_pin_once;
  input.snvs = options.snvs == Snvs::kSsh  ? vault::SnvsMode::kSsh
               : options.snvs == Snvs::kOn ? vault::SnvsMode::kOn
                                           : vault::SnvsMode::kNone;
  input.now = static_cast<std::uint32_t>(SystemClock().unix_ms().value_or(0) / 1000);
  return input;
}

std::string hint_for(vault::ProvisionErrorCode code) {
  switch (code) {
    case vault::ProvisionErrorCode::kAlreadyProvisioned:
      return "a token takes its keys once; name a new --state folder for another token";
    case vault::ProvisionErrorCode::kBadKeyFile:
    case vault::ProvisionErrorCode::kNoUsableKey:
      return "gpg --armor --export-secret-keys KEY > FILE writes such a file";
    case vault::ProvisionErrorCode::kUnsupportedKey:
      return "usable are RSA 2048 to 4096, NIST and brainpool curves, ed25519 and cv25519";
    case vault::ProvisionErrorCode::kBadAuthorizedKeys:
      return "one public key a line, as in ~/.ssh/authorized_keys, without options";
    case vault::ProvisionErrorCode::kBadHostKey:
    case vault::ProvisionErrorCode::kBadAttestation:
    case vault::ProvisionErrorCode::kBadHolder:
      return "gokey-sim provision --help";
    case vault::ProvisionErrorCode::kStore:
      return {};
  }
  return {};
}

}  // namespace

Result<std::string> provision(const ProvisionOptions& options) {
  lock_memory();
  auto input = read_input(options);
  if (!input) return std::unexpected(input.error());
  auto folder = StateFolder::open(options.state, kPatience, options.storage);
  if (!folder) return std::unexpected(folder.error());
  SystemRandom random;
  const auto done = vault::provision(folder->store(), folder->device_key(), random, *input);
  if (!done) {
    const bool again = done.error().code == vault::ProvisionErrorCode::kAlreadyProvisioned;
    return failure(again ? Exit::kWrongMode : Exit::kFailed, "provision", done.error().text,
                   hint_for(done.error().code));
  }
  // Read back from what was written, as the token will see it.
  SystemClock clock;
  vault::Vault vault(folder->store(), folder->device_key(), clock, random);
  const auto opened = vault.open();
  if (!opened) {
    return failure(Exit::kInternal, "provision", std::string(vault::describe(opened.error())));
  }
  const vault::Response described = vault.handle(vault::Describe{});
  const vault::Response host = vault.handle(vault::TakeHostKey{});
  if (!described.record)
    return failure(Exit::kInternal, "provision", "the record cannot be read back");
  const ssh::Key host_key = host.host_key_is_pem ? ssh::host_key_from_pem(host.data.bytes())
                                                 : ssh::host_key_from_seed(host.data.bytes());
  return summarise(options.state, folder->device_key().serial(), *described.record,
                   host_key ? ssh::fingerprint(*host_key) : "");
}

}  // namespace gokey::sim
