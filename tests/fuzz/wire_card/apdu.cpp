// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A command or response that parses must encode to something that parses to the same.
#include "wire/apdu.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

namespace wire = gokey::wire;

void require(bool holds) {
  if (!holds) std::abort();
}

bool inside(wire::Bytes part, wire::Bytes whole) {
  return part.empty() ||
         (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

void command(wire::Bytes input) {
  const auto parsed = wire::parse_command(input);
  if (!parsed) return;
  require(inside(parsed->data, input));
  require(parsed->ne <= (parsed->extended ? wire::kMaxExtendedNe : wire::kMaxShortNe));
  const auto encoded = wire::encode_command(*parsed);
  require(encoded.has_value());
  const auto again = wire::parse_command(*encoded);
  require(again.has_value());
  require(again->p1p2() == parsed->p1p2() && again->ins == parsed->ins &&
          again->cla == parsed->cla);
  require(again->ne == parsed->ne && std::ranges::equal(again->data, parsed->data));
}

void response(wire::Bytes input) {
  const auto parsed = wire::parse_response(input);
  require(parsed.has_value() == (input.size() >= 2));
  if (!parsed) return;
  require(std::ranges::equal(wire::encode_response(parsed->data, parsed->sw), input));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  command({data, size});
  response({data, size});
  return 0;
}
