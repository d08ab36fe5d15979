// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/fido/parameters.h"

#include <algorithm>

namespace gokey::fido {
namespace {

constexpr std::string_view kPublicKey = "public-key";
constexpr std::size_t kCoordinate = 32;

bool is_continuation(char c) { return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U; }

}  // namespace

Parameters::Parameters(wire::Bytes request) {
  if (request.empty()) return;
  const auto value = wire::parse_cbor(request);
  if (!value) {
    fail(Status::kInvalidCbor);
  } else if (!value->is_map()) {
    fail(Status::kUnexpectedType);
  } else {
    map_ = *value;
  }
}

std::optional<wire::CborValue> Parameters::find(std::int64_t key) const {
  return ok() && map_ ? map_->find(key) : std::nullopt;
}

std::optional<wire::CborValue> Parameters::map_if(std::int64_t key) {
  return typed(key, [](const wire::CborValue& value) {
    return value.is_map() ? std::optional(value) : std::nullopt;
  });
}

std::optional<wire::CborValue> Parameters::array_if(std::int64_t key) {
  return typed(key, [](const wire::CborValue& value) {
    return value.is_array() ? std::optional(value) : std::nullopt;
  });
}

vault::FidoHash Parameters::hash(std::int64_t key) {
  const wire::Bytes value = bytes(key);
  vault::FidoHash hash{};
  if (value.size() == hash.size()) {
    std::ranges::copy(value, hash.begin());
  } else {
    fail(Status::kInvalidParameter);
  }
  return hash;
}

std::optional<vault::CredentialId> Parameters::descriptor(const wire::CborValue& value) {
  if (!value.is_map()) {
    fail(Status::kUnexpectedType);
    return std::nullopt;
  }
  Parameters fields(value);
  const wire::Bytes id = fields.bytes("id");
  const std::string_view type = fields.text("type");
  fail(fields.status());
  if (!fields.ok() || type != kPublicKey) return std::nullopt;
  return vault::CredentialId(id.begin(), id.end());
}

std::vector<vault::CredentialId> Parameters::descriptors(std::int64_t key) {
  std::vector<vault::CredentialId> ids;
  const auto list = array_if(key);
  if (!list) return ids;
  if (list->size() > vault::kMaxCredentialList) {
    fail(Status::kLimitExceeded);
    return ids;
  }
  auto rest = list->children();
  while (const auto each = rest.next()) {
    if (auto id = descriptor(*each)) ids.push_back(std::move(*id));
  }
  return ids;
}

vault::FidoUser Parameters::user(std::int64_t key) {
  vault::FidoUser user;
  const auto map = map_if(key);
  if (!map) {
    fail(Status::kMissingParameter);
    return user;
  }
  Parameters fields(*map);
  const wire::Bytes id = fields.bytes("id");
  user.id.assign(id.begin(), id.end());
  user.name = cut_utf8(fields.text_if("name").value_or(""), vault::kMaxUserName);
  user.display_name = cut_utf8(fields.text_if("displayName").value_or(""), vault::kMaxUserName);
  fail(fields.status());
  if (user.id.size() > vault::kMaxUserId) {
    fail(Status::kInvalidParameter);
    user.id.clear();
  }
  return user;
}

vault::PeerPoint Parameters::peer(std::int64_t key) {
  vault::PeerPoint point{};
  const auto map = map_if(key);
  if (!map) {
    fail(Status::kMissingParameter);
    return point;
  }
  Parameters fields(*map);
  const bool is_p256 = fields.integer(1) == 2 && fields.integer(-1) == 1;
  const wire::Bytes x = fields.bytes(-2);
  const wire::Bytes y = fields.bytes(-3);
  fail(fields.status());
  if (!is_p256 || x.size() != kCoordinate || y.size() != kCoordinate) {
    fail(Status::kInvalidParameter);
    return point;
  }
  std::ranges::copy(x, point.begin());
  std::ranges::copy(y, point.begin() + kCoordinate);
  return point;
}

std::uint8_t Parameters::protocol(std::int64_t key) {
  const std::int64_t number = integer(key);
  if (number != 1 && number != 2) fail(Status::kInvalidParameter);
  return ok() ? static_cast<std::uint8_t>(number) : 0;
}

vault::PinAuth Parameters::pin_auth(std::int64_t param_key, std::int64_t protocol_key) {
  const auto param = bytes_if(param_key);
  if (!param) return {};
  return {protocol(protocol_key), {param->begin(), param->end()}};
}

std::string cut_utf8(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return std::string(text);
  while (limit > 0 && is_continuation(text[limit])) --limit;
  return std::string(text.substr(0, limit));
}

}  // namespace gokey::fido
