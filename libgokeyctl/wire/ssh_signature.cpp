// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ssh_signature.h"

#include <algorithm>

#include "wire/base64.h"

namespace gokey::wire {
namespace {

constexpr std::string_view kMagic = "SSHSIG";
constexpr std::string_view kHash = "sha512";
constexpr std::string_view kEd25519 = "ssh-ed25519";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kLine = 70;
constexpr std::size_t kMaxText = 4096;

// RFC 4251, 5: string.
void put_string(Writer& out, Bytes bytes) {
  out.u32(static_cast<std::uint32_t>(bytes.size())).bytes(bytes);
}
void put_string(Writer& out, std::string_view text) { put_string(out, as_bytes(text)); }

Result<Bytes> take_string(Reader& in) {
  const auto size = in.u32();
  if (!size) return std::unexpected(size.error());
  return in.take(*size);
}

// The value of `type` and `N` bytes, each a string, and nothing else.
template <std::size_t N>
Result<std::array<std::uint8_t, N>> take_pair(Bytes bytes, std::string_view type) {
  Reader in(bytes);
  const auto name = take_string(in);
  if (!name) return std::unexpected(WireError::kMalformed);
  if (as_text(*name) != type) return std::unexpected(WireError::kUnsupported);
  const auto value = take_string(in);
  if (!value || value->size() != N || !in.empty()) return std::unexpected(WireError::kMalformed);
  std::array<std::uint8_t, N> taken{};
  std::ranges::copy(*value, taken.begin());
  return taken;
}

Result<SshSignature> parse_blob(Bytes bytes) {
  Reader in(bytes);
  const auto magic = in.take(kMagic.size());
  if (!magic || as_text(*magic) != kMagic) return std::unexpected(WireError::kMalformed);
  const auto version = in.u32();
  if (!version) return std::unexpected(WireError::kMalformed);
  if (*version != kVersion) return std::unexpected(WireError::kUnsupported);
  const auto key = take_string(in);
  const auto name_space = take_string(in);
  const auto reserved = take_string(in);
  const auto hash = take_string(in);
  const auto signature = take_string(in);
  if (!key || !name_space || !reserved || !hash || !signature || !in.empty()) {
    return std::unexpected(WireError::kMalformed);
  }
  if (as_text(*hash) != kHash) return std::unexpected(WireError::kUnsupported);
  const auto public_key = take_pair<32>(*key, kEd25519);
  if (!public_key) return std::unexpected(public_key.error());
  const auto numbers = take_pair<64>(*signature, kEd25519);
  if (!numbers) return std::unexpected(numbers.error());
  return SshSignature{*public_key, std::string(as_text(*name_space)), *numbers};
}

}  // namespace

std::vector<std::uint8_t> ssh_ed25519_blob(std::span<const std::uint8_t, 32> public_key) {
  Writer out;
  put_string(out, kEd25519);
  put_string(out, Bytes(public_key));
  return out.release();
}

std::vector<std::uint8_t> ssh_signed_data(std::string_view name_space,
                                          std::span<const std::uint8_t, 64> digest) {
  Writer out;
  out.text(kMagic);
  put_string(out, name_space);
  put_string(out, std::string_view());
  put_string(out, kHash);
  put_string(out, Bytes(digest));
  return out.release();
}

std::string encode_ssh_signature(const SshSignature& signature) {
  Writer numbers;
  put_string(numbers, kEd25519);
  put_string(numbers, Bytes(signature.signature));
  Writer blob;
  blob.text(kMagic).u32(kVersion);
  put_string(blob, Bytes(ssh_ed25519_blob(signature.public_key)));
  put_string(blob, signature.name_space);
  put_string(blob, std::string_view());
  put_string(blob, kHash);
  put_string(blob, Bytes(numbers.buffer()));

  const std::string base64 = to_base64(blob.buffer());
  std::string text(kSshSignatureBegin);
  for (std::size_t at = 0; at < base64.size(); at += kLine) {
    text += base64.substr(at, kLine) + "\n";
  }
  text += kSshSignatureEnd;
  return text;
}

Result<SshSignature> parse_ssh_signature(std::string_view text) {
  if (text.size() > kMaxText) return std::unexpected(WireError::kTooLong);
  if (!text.starts_with(kSshSignatureBegin)) return std::unexpected(WireError::kMalformed);
  if (!text.ends_with(kSshSignatureEnd)) return std::unexpected(WireError::kTruncated);
  text.remove_prefix(kSshSignatureBegin.size());
  if (text.size() < kSshSignatureEnd.size()) return std::unexpected(WireError::kTruncated);
  text.remove_suffix(kSshSignatureEnd.size());
  std::string base64(text);
  std::erase(base64, '\n');
  const auto blob = from_base64(base64);
  if (!blob) return std::unexpected(blob.error());
  return parse_blob(*blob);
}

}  // namespace gokey::wire
