// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The datagrams of a block lie inside it and apart from one another, and survive being put into a
// block again. The first byte says which kind of block it is.
#include "wire/ntb.h"

#include <cstdint>
#include <cstdlib>

namespace {

namespace wire = gokey::wire;

void require(bool holds) {
  if (!holds) std::abort();
}

bool apart(wire::Bytes one, wire::Bytes other) {
  return one.data() + one.size() <= other.data() || other.data() + other.size() <= one.data();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto format = (data[0] & 1U) == 0 ? wire::NtbFormat::k16 : wire::NtbFormat::k32;
  const wire::Bytes block(data + 1, size - 1);
  const auto datagrams = wire::parse_ntb(block, format);
  if (!datagrams) return 0;
  wire::NtbBuilder builder(format, 0xFFFF, datagrams->size());
  for (std::size_t i = 0; i < datagrams->size(); ++i) {
    const wire::Bytes one = (*datagrams)[i];
    require(!one.empty() && one.data() >= block.data());
    require(one.data() + one.size() <= block.data() + block.size());
    for (std::size_t j = 0; j < i; ++j) require(apart(one, (*datagrams)[j]));
    require(builder.add(one));
  }
  const auto again = builder.finish(0);
  if (datagrams->empty()) return 0;
  const auto read = wire::parse_ntb(again, format);
  require(read && read->size() == datagrams->size());
  for (std::size_t i = 0; i < read->size(); ++i) {
    require(wire::as_text((*read)[i]) == wire::as_text((*datagrams)[i]));
  }
  return 0;
}
