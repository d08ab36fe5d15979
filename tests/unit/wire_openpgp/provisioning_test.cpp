// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/provisioning.h"

#include <string>

#include <gtest/gtest.h>

#include "wire/ssh_signature.h"

namespace gokey::wire {
namespace {

std::string encode(const Provisioning& form) {
  std::string bytes;
  write_provisioning(form, [&](Bytes piece) { bytes += as_text(piece); });
  EXPECT_EQ(bytes.size(), encoded_size(form));
  return bytes;
}

Provisioning full(std::span<const std::uint8_t> scalar) {
  Provisioning form;
  form.pgp_secret_key = as_bytes("key");
  form.authorized_keys = "users\n";
  form.name = "Doe<<John";
  form.language = "de";
  form.sex = "9";
  form.url = "https://example.org/key";
  form.snvs = ProvisioningSnvs::kSsh;
  form.signature_pin_once = true;
  form.manufacturer = 0xF5EC;
  form.now = 0x01020304;
  form.attestation_certificate = as_bytes("certificate");
  form.attestation_key = scalar;
  return form;
}

TEST(Provisioning, ComesBackAsItWas) {
  const std::vector<std::uint8_t> scalar(32, 7);
  const std::string bytes = encode(full(scalar));
  const auto form = parse_provisioning(as_bytes(bytes));
  ASSERT_TRUE(form);
  EXPECT_EQ(as_text(form->pgp_secret_key), "key");
  EXPECT_EQ(form->authorized_keys, "users\n");
  EXPECT_EQ(form->url, "https://example.org/key");
  EXPECT_EQ(form->snvs, ProvisioningSnvs::kSsh);
  EXPECT_TRUE(form->signature_pin_once);
  EXPECT_EQ(form->manufacturer, 0xF5EC);
  EXPECT_EQ(form->now, 0x01020304U);
  EXPECT_EQ(as_text(form->attestation_certificate), "certificate");
  EXPECT_TRUE(std::ranges::equal(form->attestation_key, scalar));
  EXPECT_EQ(encode(*form), bytes);
}

TEST(Provisioning, NothingShorterOrLongerIsOne) {
  const std::vector<std::uint8_t> scalar(32, 7);
  const std::string bytes = encode(full(scalar));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(parse_provisioning(as_bytes(bytes).first(size))) << size;
  }
  EXPECT_FALSE(parse_provisioning(as_bytes(bytes + "x")));
}

TEST(Provisioning, WhatIsNotKnownIsRefused) {
  const auto with = [](std::string_view fields) {
    std::string bytes("GKPV\0\1\0\0\0\0\0", 11);
    bytes += static_cast<char>(fields.size());
    bytes += fields;
    const auto form = parse_provisioning(as_bytes(bytes));
    return form ? std::optional<WireError>() : form.error();
  };
  using namespace std::string_view_literals;
  EXPECT_FALSE(with(""sv));
  EXPECT_FALSE(with("\3\0\0\0\1a\4\0\0\0\1b"sv));
  EXPECT_EQ(with("\4\0\0\0\1a\3\0\0\0\1b"sv), WireError::kMalformed) << "out of order";
  EXPECT_EQ(with("\3\0\0\0\1a\3\0\0\0\1b"sv), WireError::kMalformed) << "twice";
  EXPECT_EQ(with("\3\0\0\0\0"sv), WireError::kMalformed) << "empty";
  EXPECT_EQ(with("\3\0\0\0\2a"sv), WireError::kMalformed) << "beyond the end";
  EXPECT_EQ(with("\x63\0\0\0\1a"sv), WireError::kUnsupported);
  EXPECT_EQ(with("\0\0\0\0\1a"sv), WireError::kMalformed);
  EXPECT_EQ(with("\7\0\0\0\1\3"sv), WireError::kMalformed) << "no such mode";
  EXPECT_EQ(with("\x8\0\0\0\1\2"sv), WireError::kMalformed);
  EXPECT_EQ(with("\xC\0\0\0\1\2"sv), WireError::kMalformed) << "no scalar";
}

TEST(Provisioning, TheHeaderSaysHowMuch) {
  const auto size = [](std::string_view header) {
    return provisioning_size(as_bytes(header).first<kProvisioningHeader>());
  };
  using namespace std::string_view_literals;
  EXPECT_EQ(size("GKPV\0\1\0\0\0\0\1\0"sv), 12U + 256U);
  EXPECT_EQ(size("GKPV\0\1\0\0\0\3\xFF\xF4"sv), kMaxProvisioning);
  EXPECT_EQ(size("GKPV\0\1\0\0\0\3\xFF\xF5"sv), std::unexpected(WireError::kTooLong));
  EXPECT_EQ(size("GKPV\0\2\0\0\0\0\1\0"sv), std::unexpected(WireError::kUnsupported));
  EXPECT_EQ(size("GKPV\0\1\0\1\0\0\1\0"sv), std::unexpected(WireError::kMalformed));
  EXPECT_EQ(size("GKPX\0\1\0\0\0\0\1\0"sv), std::unexpected(WireError::kMalformed));
}

// Made by ssh-keygen -Y sign -n gokey-receipt (OpenSSH 9.2) over the text "text\n".
constexpr std::string_view kSignature =
    "-----BEGIN SSH SIGNATURE-----\n"
    "U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAglWnGr34IxQSmsZnUsQQQ36GDrt\n"
    "LLtP7Oglzqt+LWqUQAAAANZ29rZXktcmVjZWlwdAAAAAAAAAAGc2hhNTEyAAAAUwAAAAtz\n"
    "c2gtZWQyNTUxOQAAAEA0i0mfFyJhvTsa/+3Y0C1Tv16o4oDJOnfrd1dxUvG6I/dxukni3I\n"
    "57tlpl4Mts+TlFreJZtnCeEGNvxESzl6kC\n"
    "-----END SSH SIGNATURE-----\n";

TEST(SshSignature, IsWhatSshKeygenWrites) {
  const auto signature = parse_ssh_signature(kSignature);
  ASSERT_TRUE(signature);
  EXPECT_EQ(signature->name_space, "gokey-receipt");
  EXPECT_EQ(encode_ssh_signature(*signature), kSignature);
}

TEST(SshSignature, NothingShorterOrChangedIsOne) {
  for (std::size_t size = 0; size < kSignature.size(); ++size) {
    EXPECT_FALSE(parse_ssh_signature(kSignature.substr(0, size))) << size;
  }
  const auto parsed = parse_ssh_signature(kSignature);
  ASSERT_TRUE(parsed);
  // Each letter of the base 64 changed: refused, or another signature.
  for (std::size_t i = kSshSignatureBegin.size(); i < kSignature.size() - kSshSignatureEnd.size();
       ++i) {
    std::string changed(kSignature);
    if (changed[i] == '\n') continue;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    const auto other = parse_ssh_signature(changed);
    if (!other) continue;
    EXPECT_TRUE(other->public_key != parsed->public_key ||
                other->name_space != parsed->name_space || other->signature != parsed->signature)
        << i;
  }
}

}  // namespace
}  // namespace gokey::wire
