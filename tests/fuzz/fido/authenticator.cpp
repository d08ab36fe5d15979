// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Reports, requests, time and the person against the whole application with a real vault. The input
// is a list of steps: a byte that says what, for requests their length in two bytes and they
// themselves.
#include <algorithm>

#include "fido_token.h"

namespace {

using gokey::testing::FidoToken;
namespace hid = gokey::wire::ctaphid;

class Run {
 public:
  void step(gokey::wire::Reader& reader) {
    switch (*reader.u8() % 8) {
      case 0:
        return report(reader);
      case 1:
        return token_.send({channel_, hid::Command::kCbor, request(reader)});
      case 2:
        return token_.send({channel_, hid::Command::kMessage, request(reader)});
      case 3:
        return token_.wait(reader.u8().value_or(0) * 20U);
      case 4:
        static_cast<void>(token_.token.confirm_presence());
        return;
      case 5:
        return token_.send({channel_, hid::Command::kCancel, {}});
      case 6:
        static_cast<void>(token_.receive());
        return;
      default:
        token_.ctaphid.reset();
        channel_ = token_.channel();
        // Nothing that came before may keep the token from serving.
        if (channel_ == 0) std::abort();
    }
  }

 private:
  void report(gokey::wire::Reader& reader) {
    hid::Packet packet{};
    const auto bytes = reader.take(std::min(packet.size(), reader.remaining()));
    std::ranges::copy(*bytes, packet.begin());
    token_.ctaphid.receive(packet, token_.bench.clock.now);
  }
  std::vector<std::uint8_t> request(gokey::wire::Reader& reader) {
    const std::size_t size = reader.u16().value_or(0);
    const auto bytes = reader.take(std::min(size, reader.remaining()));
    return {bytes->begin(), bytes->end()};
  }

  FidoToken token_;
  hid::ChannelId channel_ = token_.channel();
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr int kMaxSteps = 40;
  gokey::wire::Reader reader({data, size});
  Run run;
  for (int i = 0; i < kMaxSteps && !reader.empty(); ++i) run.step(reader);
  return 0;
}
