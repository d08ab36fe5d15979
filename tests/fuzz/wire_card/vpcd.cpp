// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The frames of a stream do not depend on the pieces in which it comes. The first byte says how
// long a piece is.
#include "wire/vpcd.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace {

namespace wire = gokey::wire;

void require(bool holds) {
  if (!holds) std::abort();
}

// All frames, each written as a frame again.
std::vector<std::uint8_t> frames(wire::Bytes stream, std::size_t step) {
  wire::VpcdFrameParser parser;
  std::vector<std::uint8_t> out;
  while (!stream.empty()) {
    wire::Bytes piece = stream.first(std::min(step, stream.size()));
    stream = stream.subspan(piece.size());
    while (const auto frame = parser.feed(piece)) {
      (void)wire::vpcd_request(*frame);
      const auto encoded = wire::encode_vpcd_frame(*frame);
      require(encoded.has_value());
      out.insert(out.end(), encoded->begin(), encoded->end());
    }
    require(piece.empty());
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const wire::Bytes stream{data + 1, size - 1};
  const std::vector<std::uint8_t> whole = frames(stream, stream.size() + 1);
  require(whole == frames(stream, std::size_t{data[0]} + 1));
  require(whole.size() <= stream.size());
  require(std::equal(whole.begin(), whole.end(), stream.begin()));
  return 0;
}
