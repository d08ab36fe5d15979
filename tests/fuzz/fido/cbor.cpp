// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Whatever is taken for canonical CBOR is the same when written again from what was read.
#include "wire/cbor.h"

#include <algorithm>
#include <cstdlib>

namespace {

using gokey::wire::CborValue;
using gokey::wire::CborWriter;

void rewrite(const CborValue& value, CborWriter& out) {
  switch (value.type()) {
    case CborValue::Type::kUnsigned:
    case CborValue::Type::kNegative:
      // Numbers beyond 63 bits are read, but not written.
      if (const auto number = value.integer()) {
        out.integer(*number);
      } else {
        out.raw(value.encoding());
      }
      return;
    case CborValue::Type::kBytes:
      out.bytes(*value.bytes());
      return;
    case CborValue::Type::kText:
      out.text(*value.text());
      return;
    case CborValue::Type::kBoolean:
      out.boolean(*value.boolean());
      return;
    case CborValue::Type::kNull:
      out.raw(value.encoding());
      return;
    case CborValue::Type::kArray:
      out.array(value.size());
      break;
    case CborValue::Type::kMap:
      out.map(value.size());
      break;
  }
  auto children = value.children();
  std::size_t count = 0;
  for (; auto child = children.next(); ++count) rewrite(*child, out);
  if (count != value.size() * (value.is_map() ? 2 : 1)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto value = gokey::wire::parse_cbor({data, size});
  if (!value) return 0;
  static_cast<void>(value->find(1));
  static_cast<void>(value->find("id"));
  CborWriter out;
  rewrite(*value, out);
  if (!std::ranges::equal(out.buffer(), std::span(data, size))) std::abort();
  return 0;
}
