// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/ssh/key.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>
#include <libssh/libssh.h>

#include "wire/base64.h"
#include "wire/bytes.h"
#include "wire/hex.h"

namespace gokey::ssh {
namespace {

// RFC 8032, 7.1, test 1.
constexpr const char* kSeed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
constexpr const char* kPublic = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

std::vector<std::uint8_t> hex(const char* text) { return wire::from_hex(text).value(); }

std::vector<std::uint8_t> ed25519_blob(std::span<const std::uint8_t> point) {
  wire::Writer blob;
  blob.u32(11).text("ssh-ed25519").u32(32).bytes(point);
  return blob.release();
}

std::vector<std::uint8_t> blob_of(ssh_keytypes_e type, int bits) {
  ssh_key key = nullptr;
  EXPECT_EQ(ssh_pki_generate(type, bits, &key), SSH_OK);
  char* base64 = nullptr;
  EXPECT_EQ(ssh_pki_export_pubkey_base64(key, &base64), SSH_OK);
  const auto blob = wire::from_base64(base64).value();
  ssh_string_free_char(base64);
  ssh_key_free(key);
  return blob;
}

TEST(HostKey, FromASeedIsTheKeyOfTheStandard) {
  const Key key = host_key_from_seed(hex(kSeed));
  ASSERT_TRUE(key);
  EXPECT_NE(ssh_key_is_private(key.get()), 0);
  const Key expected = public_key_from_blob(ed25519_blob(hex(kPublic)));
  ASSERT_TRUE(expected);
  EXPECT_EQ(ssh_key_cmp(key.get(), expected.get(), SSH_KEY_CMP_PUBLIC), 0);
}

TEST(HostKey, OfAWrongLengthIsNone) {
  EXPECT_FALSE(host_key_from_seed(std::vector<std::uint8_t>(31)));
  EXPECT_FALSE(host_key_from_seed({}));
}

TEST(HostKey, FromTextThatIsNoKeyIsNone) {
  EXPECT_FALSE(host_key_from_pem({}));
  EXPECT_FALSE(host_key_from_pem(wire::as_bytes("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n")));
  EXPECT_FALSE(host_key_from_pem(wire::as_bytes(std::string_view("a\0b", 3))));
}

TEST(AuthorizedKeys, OfEveryKindAreRecognised) {
  const std::vector<std::vector<std::uint8_t>> blobs{
      blob_of(SSH_KEYTYPE_ED25519, 0), blob_of(SSH_KEYTYPE_ECDSA_P256, 256),
      blob_of(SSH_KEYTYPE_ECDSA_P521, 521), blob_of(SSH_KEYTYPE_RSA, 2048)};
  const AuthorizedKeys users = AuthorizedKeys::owners(blobs);
  for (const auto& blob : blobs) {
    const Key key = public_key_from_blob(blob);
    ASSERT_TRUE(key);
    EXPECT_TRUE(users.allows(*key)) << ssh_key_type_to_char(ssh_key_type(key.get()));
  }
  const Key stranger = public_key_from_blob(blob_of(SSH_KEYTYPE_ED25519, 0));
  EXPECT_FALSE(users.allows(*stranger));
  EXPECT_TRUE(AuthorizedKeys::anybody().allows(*stranger));
}

// PROTOCOL.u2f: the same point under another application is another key.
TEST(AuthorizedKeys, ASecurityKeyIsBoundToItsApplication) {
  const auto sk_blob = [](std::string_view application) {
    wire::Writer blob;
    constexpr std::string_view kType = "sk-ssh-ed25519@openssh.com";
    blob.u32(kType.size()).text(kType).u32(32).bytes(std::vector<std::uint8_t>(32, 9));
    blob.u32(static_cast<std::uint32_t>(application.size())).text(application);
    return blob.release();
  };
  const std::vector<std::vector<std::uint8_t>> blobs{sk_blob("ssh:")};
  const AuthorizedKeys users = AuthorizedKeys::owners(blobs);
  EXPECT_TRUE(users.allows(*public_key_from_blob(sk_blob("ssh:"))));
  EXPECT_FALSE(users.allows(*public_key_from_blob(sk_blob("ssh:other"))));
}

TEST(AuthorizedKeys, ARecordWithoutKeysLetsNobodyIn) {
  const Key stranger = public_key_from_blob(blob_of(SSH_KEYTYPE_ED25519, 0));
  EXPECT_FALSE(AuthorizedKeys::owners({}).allows(*stranger));
}

TEST(AuthorizedKeys, DamagedBlobsAreLeftOut) {
  const auto good = blob_of(SSH_KEYTYPE_ED25519, 0);
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_FALSE(public_key_from_blob(std::span(good).first(size))) << size;
  }
}

}  // namespace
}  // namespace gokey::ssh
