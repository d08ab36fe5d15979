// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Walks every input as nested data objects, and writes again what it read.
#include "wire/tlv.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

namespace wire = gokey::wire;

void require(bool holds) {
  if (!holds) std::abort();
}

void walk(wire::Bytes input, unsigned depth) {
  wire::TlvReader reader(input);
  std::size_t values = 0;
  while (!reader.empty()) {
    const auto object = reader.next();
    if (!object) {
      require(!reader.empty());
      return;
    }
    values += object->value.size() + 2;
    require(values <= input.size());
    const auto found = wire::find_tlv(input, object->tag);
    require(found.has_value());

    std::vector<std::uint8_t> written;
    wire::append_tlv(written, object->tag, object->value);
    wire::TlvReader again(written);
    const auto same = again.next();
    require(same.has_value() && again.empty() && same->tag == object->tag);
    require(std::ranges::equal(same->value, object->value));
    if (depth > 0) walk(object->value, depth - 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  walk({data, size}, 3);
  return 0;
}
