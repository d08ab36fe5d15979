// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the console's `provision` is sent, and the signatures of files that answer it.
#include "wire/provisioning.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "wire/ssh_signature.h"

namespace {

namespace wire = gokey::wire;

void require(bool holds) {
  if (!holds) std::abort();
}

std::string encode(const wire::Provisioning& form) {
  std::string bytes;
  wire::write_provisioning(form, [&](wire::Bytes piece) { bytes += wire::as_text(piece); });
  require(bytes.size() == wire::encoded_size(form));
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const wire::Bytes bytes(data, size);
  if (const auto form = wire::parse_provisioning(bytes)) {
    // Defaults that were left out are there now; nothing else differs, and one more round changes
    // nothing.
    const std::string once = encode(*form);
    const auto again = wire::parse_provisioning(wire::as_bytes(once));
    require(again.has_value());
    require(encode(*again) == once);
    require(again->name == form->name && again->now == form->now && again->snvs == form->snvs);
    // No piece of it is one.
    require(!wire::parse_provisioning(bytes.first(size - 1)));
  }
  if (const auto signature = wire::parse_ssh_signature(wire::as_text(bytes))) {
    const std::string text = wire::encode_ssh_signature(*signature);
    const auto again = wire::parse_ssh_signature(text);
    require(again && again->public_key == signature->public_key &&
            again->signature == signature->signature && again->name_space == signature->name_space);
  }
  return 0;
}
