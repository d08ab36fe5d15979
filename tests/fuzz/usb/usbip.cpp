// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The commands of a stream do not depend on the pieces in which it comes. The first byte says how
// long a piece is.
#include "wire/usbip.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

namespace wire = gokey::wire;

struct Seen {
  std::size_t commands = 0, data = 0;
  bool failed = false;
  bool operator==(const Seen&) const = default;
};

Seen read(wire::Bytes stream, std::size_t step) {
  wire::UsbipCommandParser parser;
  Seen seen;
  while (!stream.empty()) {
    wire::Bytes piece = stream.first(std::min(step, stream.size()));
    stream = stream.subspan(piece.size());
    while (true) {
      const auto next = parser.feed(piece);
      if (!next) {
        seen.failed = true;
        return seen;
      }
      if (!*next) break;
      ++seen.commands;
      if (const auto* submit = std::get_if<wire::UsbipSubmit>(&**next)) {
        if (!submit->in && submit->data.size() != submit->length) std::abort();
        seen.data += submit->data.size();
      }
    }
    if (!piece.empty()) std::abort();
  }
  return seen;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const wire::Bytes stream{data + 1, size - 1};
  if (!(read(stream, size) == read(stream, std::size_t{data[0]} + 1))) std::abort();
  const auto request = wire::parse_usbip_request(stream);
  if (request && request->size > stream.size()) std::abort();
  return 0;
}
