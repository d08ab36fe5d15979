// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Headers and entries as they are read from a medium.
#include "core/store/format.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace gokey;
  constexpr std::uint8_t kKey[32] = {1};
  store::Block block{};
  std::copy_n(data, std::min(size, block.size()), block.begin());
  // Nobody forges a code: a header that is believed was in the corpus, and is one of ours.
  const auto header = store::decode_header(block, kKey);
  if (header && store::encode_header(*header, kKey) != block) std::abort();

  const auto entry = store::peek_entry(block);
  if (!entry) return 0;
  if (!store::valid_name(entry->name)) std::abort();
  const wire::Bytes whole{data, size};
  const auto value = store::entry_value(*entry, whole, kKey);
  if (!value) return 0;
  const auto again = store::encode_entry(*entry, *value, kKey);
  if (value->size() != entry->size ||
      !std::ranges::equal(wire::Bytes(again).first(store::kEntryHeader),
                          whole.first(store::kEntryHeader)))
    std::abort();
  return 0;
}
