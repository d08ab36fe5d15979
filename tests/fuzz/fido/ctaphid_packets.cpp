// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A stream of packets into an assembler; what comes out is cut and put together again.
#include <algorithm>
#include <cstdlib>

#include "wire/ctaphid.h"

namespace {

using namespace gokey::wire::ctaphid;

void there_and_back(const Message& message) {
  Fragmenter fragmenter(message);
  Assembler assembler;
  while (const auto packet = fragmenter.next()) {
    const auto fields = parse_packet(*packet);
    const auto state = fields.initial ? assembler.begin(fields) : assembler.add(fields);
    if (!state) std::abort();
  }
  if (assembler.state() != Assembler::State::kComplete) std::abort();
  if (assembler.take().data != message.data) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gokey::wire::Bytes rest(data, size);
  Assembler assembler;
  while (!rest.empty()) {
    Packet packet{};
    const std::size_t part = std::min(rest.size(), packet.size());
    std::copy_n(rest.begin(), part, packet.begin());
    rest = rest.subspan(part);
    const auto fields = parse_packet(packet);
    const auto state = fields.initial ? assembler.begin(fields) : assembler.add(fields);
    if (state && *state == Assembler::State::kComplete) there_and_back(assembler.take());
  }
  static_cast<void>(parse_init_response({data, size}));
  return 0;
}
