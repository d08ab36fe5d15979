// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/openpgp_key.h"

#include "wire/openpgp_armor.h"
#include "wire/openpgp_packet.h"

namespace gokey::wire {
namespace {

using Parsed = std::expected<void, OpenPgpProblem>;

Parsed problem(WireError code, std::string what) {
  return std::unexpected(OpenPgpProblem{code, std::move(what)});
}

// Puts the packets of a file where they belong; a signature belongs to what came before it.
class Assembler {
 public:
  Parsed add(const OpenPgpPacket& packet) {
    switch (packet.tag) {
      case OpenPgpTag::kSecretKey:
        return add_primary(packet.body);
      case OpenPgpTag::kSecretSubkey:
        return add_subkey(packet.body);
      case OpenPgpTag::kUserId:
        return add_user_id(std::string(as_text(packet.body)));
      case OpenPgpTag::kUserAttribute:
        return add_user_id({});
      case OpenPgpTag::kSignature:
        return add_signature(packet.body);
      case OpenPgpTag::kPublicKey:
        return problem(WireError::kUnsupported, "public key only");
      case OpenPgpTag::kPublicSubkey:
        signatures_ = &ignored_;
        return {};
      default:
        return {};
    }
  }
  [[nodiscard]] bool has_primary() const { return has_primary_; }
  [[nodiscard]] OpenPgpTransferableKey release() { return std::move(key_); }

 private:
  Parsed add_primary(Bytes body) {
    if (has_primary_) return problem(WireError::kUnsupported, "more than one key");
    auto parsed = parse_openpgp_secret_key(body);
    if (!parsed) return std::unexpected(std::move(parsed.error()));
    key_.primary = std::move(*parsed);
    has_primary_ = true;
    signatures_ = &key_.signatures;
    return {};
  }

  Parsed add_subkey(Bytes body) {
    if (!has_primary_) return problem(WireError::kMalformed, "subkey without a primary key");
    auto parsed = parse_openpgp_secret_key(body);
    if (!parsed) return std::unexpected(std::move(parsed.error()));
    key_.subkeys.push_back({std::move(*parsed), {}});
    signatures_ = &key_.subkeys.back().signatures;
    return {};
  }

  Parsed add_user_id(std::string id) {
    if (!has_primary_) return problem(WireError::kMalformed, "user ID without a primary key");
    key_.user_ids.push_back({std::move(id), {}});
    signatures_ = &key_.user_ids.back().signatures;
    return {};
  }

  Parsed add_signature(Bytes body) {
    if (signatures_ == nullptr) return problem(WireError::kMalformed, "signature without a key");
    const auto parsed = parse_openpgp_signature(body);
    if (parsed) {
      signatures_->push_back(*parsed);
    } else if (parsed.error() != WireError::kUnsupported) {
      return problem(parsed.error(), "signature packet");
    }
    return {};
  }

  OpenPgpTransferableKey key_;
  bool has_primary_ = false;
  std::vector<OpenPgpSignature> ignored_;
  std::vector<OpenPgpSignature>* signatures_ = nullptr;
};

}  // namespace

std::expected<OpenPgpTransferableKey, OpenPgpProblem> parse_openpgp_transferable_key(Bytes file) {
  if (file.size() > kMaxOpenPgpFile) {
    return std::unexpected(OpenPgpProblem{WireError::kTooLong, "key file"});
  }
  Assembler assembler;
  Reader reader(file);
  while (!reader.empty()) {
    const auto packet = read_openpgp_packet(reader);
    if (!packet) return std::unexpected(OpenPgpProblem{packet.error(), "packet"});
    if (auto added = assembler.add(*packet); !added) return std::unexpected(added.error());
  }
  if (!assembler.has_primary()) {
    return std::unexpected(OpenPgpProblem{WireError::kTruncated, "no secret key"});
  }
  return assembler.release();
}

}  // namespace gokey::wire
