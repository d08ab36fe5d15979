// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Key files from outside: armour, packets, secret keys, signatures.
#include "wire/openpgp_key.h"

#include <cstdint>
#include <cstdlib>

#include "wire/openpgp_armor.h"

namespace {

using gokey::wire::Bytes;

void require(bool holds) {
  if (!holds) std::abort();
}

bool lies_in(Bytes inner, Bytes outer) {
  return inner.empty() || (inner.data() >= outer.data() &&
                           inner.data() + inner.size() <= outer.data() + outer.size());
}

void check_key(const gokey::wire::OpenPgpSecretKey& key, Bytes file) {
  for (const Bytes part : {key.public_body, key.modulus, key.exponent, key.point, key.secret}) {
    require(lies_in(part, file));
  }
  require(key.s2k.count <= 65011712);
  if (key.unsupported.empty() && key.protection == gokey::wire::OpenPgpProtection::kNone) {
    const Bytes numbers = key.secret.first(key.secret.size() - 2);
    static_cast<void>(gokey::wire::parse_openpgp_secret_numbers(numbers, !key.modulus.empty()));
  }
}

void parse(Bytes file) {
  const auto key = gokey::wire::parse_openpgp_transferable_key(file);
  if (!key) {
    require(!key.error().what.empty());
    return;
  }
  check_key(key->primary, file);
  for (const auto& subkey : key->subkeys) check_key(subkey.key, file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes file(data, size);
  if (gokey::wire::is_binary_openpgp(file)) {
    parse(file);
    return 0;
  }
  const auto packets =
      gokey::wire::remove_openpgp_armor(gokey::wire::as_text(file), "PGP PRIVATE KEY BLOCK");
  if (packets) parse(*packets);
  return 0;
}
