// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/key.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <libssh/libssh.h>
#include <sodium.h>

#include "wire/bytes.h"

namespace gokey::ssh {
namespace {

using crypto::Secret;

// Bytes laid out once, in memory that is wiped afterwards.
class SecretWriter {
 public:
  explicit SecretWriter(std::size_t size) : buffer_(size) {}

  SecretWriter& raw(wire::Bytes bytes) {
    std::ranges::copy(bytes, buffer_.writable().begin() + static_cast<std::ptrdiff_t>(used_));
    used_ += bytes.size();
    return *this;
  }
  SecretWriter& text(std::string_view bytes) { return raw(wire::as_bytes(bytes)); }
  SecretWriter& u32(std::uint32_t value) {
    const std::array bytes{static_cast<std::uint8_t>(value >> 24),
                           static_cast<std::uint8_t>(value >> 16),
                           static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
    return raw(bytes);
  }
  // RFC 4251, 5: string.
  SecretWriter& string(wire::Bytes bytes) {
    return u32(static_cast<std::uint32_t>(bytes.size())).raw(bytes);
  }
  SecretWriter& string(std::string_view bytes) { return string(wire::as_bytes(bytes)); }

  [[nodiscard]] Secret release() {
    buffer_.truncate(used_);
    return std::move(buffer_);
  }

 private:
  Secret buffer_;
  std::size_t used_ = 0;
};

Key import_pem(const char* text) {
  ssh_key key = nullptr;
  if (ssh_pki_import_privkey_base64(text, nullptr, nullptr, nullptr, &key) != SSH_OK)
    return nullptr;
  return Key(key);
}

// OpenSSH's PROTOCOL.key, an unencrypted Ed25519 key: the only private form that libssh takes from
// memory.
Secret openssh_private_key(std::span<const std::uint8_t> seed) {
  constexpr std::string_view kType = "ssh-ed25519";
  std::array<std::uint8_t, crypto_sign_PUBLICKEYBYTES> pub{};
  Secret pair(crypto_sign_SECRETKEYBYTES);  // seed and public key
  crypto_sign_seed_keypair(pub.data(), pair.writable().data(), seed.data());

  wire::Writer blob;
  blob.u32(kType.size()).text(kType).u32(pub.size()).bytes(pub);

  SecretWriter inner(256);
  inner.u32(0).u32(0);  // two equal check words
  inner.string(kType).string(pub).string(pair.bytes()).string("");
  Secret section = inner.release();
  // Padded with 1, 2, 3 … to the block size of "none", 8.
  const std::size_t padded = (section.size() + 7) / 8 * 8;
  SecretWriter tail(padded);
  tail.raw(section.bytes());
  for (std::size_t i = section.size(); i < padded; ++i) {
    const auto pad = static_cast<std::uint8_t>(i - section.size() + 1);
    tail.raw({&pad, 1});
  }
  const Secret padded_section = tail.release();

  SecretWriter file(512);
  file.text(std::string_view("openssh-key-v1\0", 15)).string("none").string("none").string("");
  file.u32(1).string(blob.buffer()).string(padded_section.bytes());
  return file.release();
}

}  // namespace

void KeyDeleter::operator()(ssh_key_struct* key) const { ssh_key_free(key); }

std::string fingerprint(const ssh_key_struct& key) {
  unsigned char* hash = nullptr;
  std::size_t size = 0;
  if (ssh_get_publickey_hash(const_cast<ssh_key>(&key), SSH_PUBLICKEY_HASH_SHA256, &hash, &size) !=
      SSH_OK) {
    return {};
  }
  char* text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
  ssh_clean_pubkey_hash(&hash);
  if (text == nullptr) return {};
  std::string result = text;
  ssh_string_free_char(text);
  return result;
}

Key host_key_from_seed(std::span<const std::uint8_t> seed) {
  if (seed.size() != crypto_sign_SEEDBYTES) return nullptr;
  constexpr std::string_view kBegin = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
  constexpr std::string_view kEnd = "\n-----END OPENSSH PRIVATE KEY-----\n";
  const Secret file = openssh_private_key(seed);
  Secret base64(sodium_base64_encoded_len(file.size(), sodium_base64_VARIANT_ORIGINAL));
  sodium_bin2base64(reinterpret_cast<char*>(base64.writable().data()), base64.size(),
                    file.bytes().data(), file.size(), sodium_base64_VARIANT_ORIGINAL);
  base64.truncate(base64.size() - 1);  // the terminator

  SecretWriter pem(kBegin.size() + base64.size() + kEnd.size() + 1);
  pem.text(kBegin).raw(base64.bytes()).text(kEnd).text(std::string_view("\0", 1));
  const Secret text = pem.release();
  return import_pem(reinterpret_cast<const char*>(text.bytes().data()));
}

Key host_key_from_pem(std::span<const std::uint8_t> pem) {
  if (std::ranges::find(pem, std::uint8_t{0}) != pem.end()) return nullptr;
  SecretWriter text(pem.size() + 1);
  text.raw(pem).text(std::string_view("\0", 1));
  const Secret terminated = text.release();
  return import_pem(reinterpret_cast<const char*>(terminated.bytes().data()));
}

Key public_key_from_blob(std::span<const std::uint8_t> blob) {
  wire::Reader reader(blob);
  const auto length = reader.u32();
  if (!length) return nullptr;
  const auto type = reader.take(*length);
  if (!type) return nullptr;
  const std::string name(wire::as_text(*type));
  std::string base64(sodium_base64_encoded_len(blob.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(base64.data(), base64.size(), blob.data(), blob.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  ssh_key key = nullptr;
  const ssh_keytypes_e kind = ssh_key_type_from_name(name.c_str());
  if (kind == SSH_KEYTYPE_UNKNOWN) return nullptr;
  if (ssh_pki_import_pubkey_base64(base64.c_str(), kind, &key) != SSH_OK) return nullptr;
  return Key(key);
}

AuthorizedKeys AuthorizedKeys::owners(std::span<const std::vector<std::uint8_t>> blobs) {
  AuthorizedKeys result;
  result.keys_.emplace();
  for (const auto& blob : blobs) {
    if (Key key = public_key_from_blob(blob)) result.keys_->push_back(std::move(key));
  }
  return result;
}

bool AuthorizedKeys::allows(const ssh_key_struct& key) const {
  if (!keys_) return true;
  return std::ranges::any_of(*keys_, [&](const Key& owner) {
    return ssh_key_cmp(owner.get(), const_cast<ssh_key>(&key), SSH_KEY_CMP_PUBLIC) == 0;
  });
}

}  // namespace gokey::ssh
