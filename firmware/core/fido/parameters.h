// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Reads the parameters of a CTAP2 request.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/fido/ctap2.h"
#include "wire/cbor.h"

namespace gokey::fido {

// After the first parameter that is missing or wrong the status says what, and everything that is
// read further is empty: a request is read straight through and judged once at its end.
class Parameters {
 public:
  // An empty request is an empty map.
  explicit Parameters(wire::Bytes request);
  explicit Parameters(const wire::CborValue& map) : map_(map) {}

  [[nodiscard]] Status status() const { return status_; }
  [[nodiscard]] bool ok() const { return status_ == Status::kOk; }
  void fail(Status status) {
    if (ok()) status_ = status;
  }

  [[nodiscard]] std::optional<wire::CborValue> find(std::int64_t key) const;
  template <typename Key>
  [[nodiscard]] std::optional<wire::Bytes> bytes_if(Key key) {
    return typed(key, [](const wire::CborValue& value) { return value.bytes(); });
  }
  template <typename Key>
  [[nodiscard]] wire::Bytes bytes(Key key) {
    return required(bytes_if(key));
  }
  template <typename Key>
  [[nodiscard]] std::optional<std::string_view> text_if(Key key) {
    return typed(key, [](const wire::CborValue& value) { return value.text(); });
  }
  template <typename Key>
  [[nodiscard]] std::string_view text(Key key) {
    return required(text_if(key));
  }
  template <typename Key>
  [[nodiscard]] std::optional<std::int64_t> integer_if(Key key) {
    return typed(key, [](const wire::CborValue& value) { return value.integer(); });
  }
  template <typename Key>
  [[nodiscard]] std::int64_t integer(Key key) {
    return required(integer_if(key));
  }
  template <typename Key>
  [[nodiscard]] std::optional<bool> boolean_if(Key key) {
    return typed(key, [](const wire::CborValue& value) { return value.boolean(); });
  }
  [[nodiscard]] std::optional<wire::CborValue> map_if(std::int64_t key);
  [[nodiscard]] std::optional<wire::CborValue> array_if(std::int64_t key);

  // 32 bytes.
  [[nodiscard]] vault::FidoHash hash(std::int64_t key);
  // A PublicKeyCredentialDescriptor; nothing if it is of another type than public-key.
  [[nodiscard]] std::optional<vault::CredentialId> descriptor(const wire::CborValue& value);
  // An array of them, empty if it is not there.
  [[nodiscard]] std::vector<vault::CredentialId> descriptors(std::int64_t key);
  [[nodiscard]] vault::FidoUser user(std::int64_t key);
  // COSE_Key of a key agreement.
  [[nodiscard]] vault::PeerPoint peer(std::int64_t key);
  // pinUvAuthParam and its protocol; protocol 0 if there is none.
  [[nodiscard]] vault::PinAuth pin_auth(std::int64_t param_key, std::int64_t protocol_key);
  // 1 or 2.
  [[nodiscard]] std::uint8_t protocol(std::int64_t key);

 private:
  template <typename Key, typename Get>
  auto typed(Key key, Get get) -> decltype(get(std::declval<const wire::CborValue&>())) {
    if (!ok() || !map_) return std::nullopt;
    const auto found = map_->find(key);
    if (!found) return std::nullopt;
    auto value = get(*found);
    if (!value) fail(Status::kUnexpectedType);
    return value;
  }
  template <typename T>
  T required(std::optional<T> value) {
    if (!value) fail(Status::kMissingParameter);
    return value.value_or(T{});
  }

  std::optional<wire::CborValue> map_;
  Status status_ = Status::kOk;
};

// At most `limit` bytes, cut where a character ends (CTAP 2.1, 6.1.2).
[[nodiscard]] std::string cut_utf8(std::string_view text, std::size_t limit);

}  // namespace gokey::fido
