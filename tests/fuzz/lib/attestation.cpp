// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The certificate for FIDO registrations and its key, as files. The first two bytes say where the
// second file begins.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "gokeyctl/provision.h"
#include "provision/ec_key.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::span rest(data + 2, size - 2);
  const std::size_t cut = std::min<std::size_t>(data[0] << 8U | data[1], rest.size());
  const auto certificate = rest.first(cut);
  const auto key = rest.subspan(cut);

  // A scalar is a part of what was read, not a copy.
  if (const auto scalar = gokeyctl::provision::p256_private_key(key)) {
    require(scalar->data() >= key.data() && scalar->data() + 32 <= key.data() + key.size());
  }
  gokeyctl::Secret file(key.size() + 1);
  require(file.append(key));
  const auto attestation = gokeyctl::read_attestation(certificate, file);
  if (!attestation) {
    require(attestation.error().code == gokeyctl::Code::kUsage);
    require(!attestation.error().message.empty() && !attestation.error().hint.empty());
    return 0;
  }
  require(attestation->key.size() == 32 && attestation->certificate.size() <= 4096);
  return 0;
}
