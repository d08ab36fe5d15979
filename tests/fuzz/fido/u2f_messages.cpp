// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every message that is understood is the same when written again.
#include <algorithm>
#include <cstdlib>

#include "wire/u2f.h"

namespace {

using namespace gokey::wire;

void require_same(Bytes written, Bytes read) {
  if (!std::ranges::equal(written, read)) std::abort();
}

void requests(Bytes bytes) {
  const auto command = parse_command(bytes);
  if (!command) return;
  if (const auto asked = u2f::parse_register(command->data)) {
    require_same(parse_command(u2f::encode(*asked))->data, command->data);
  }
  if (const auto asked = u2f::parse_authenticate(command->data)) {
    const auto written = u2f::encode(*asked, u2f::Control::kCheckOnly);
    require_same(parse_command(*written)->data, command->data);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, size);
  requests(bytes);
  if (const auto response = u2f::parse_register_response(bytes)) {
    require_same(*u2f::encode(*response), bytes);
  }
  if (const auto response = u2f::parse_authenticate_response(bytes)) {
    if (size > 0 && data[0] <= 1) require_same(u2f::encode(*response), bytes);
  }
  return 0;
}
