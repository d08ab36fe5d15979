// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <vector>

#include "card/reader.h"

namespace {

// Answers with the fuzzer's bytes: a length byte, then so many bytes.
class FuzzedCard final : public gokeyctl::transport::CardLink {
 public:
  explicit FuzzedCard(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  gokeyctl::Result<std::vector<std::uint8_t>> transmit(std::span<const std::uint8_t>) override {
    if (bytes_.empty()) return std::unexpected(gokeyctl::Error{});
    const std::size_t size = std::min<std::size_t>(bytes_[0], bytes_.size() - 1);
    const std::vector<std::uint8_t> answer(bytes_.begin() + 1,
                                           bytes_.begin() + 1 + static_cast<std::ptrdiff_t>(size));
    bytes_ = bytes_.subspan(1 + size);
    return answer;
  }

 private:
  std::span<const std::uint8_t> bytes_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedCard link({data, size});
  gokeyctl::card::OpenPgpReader reader(link);
  gokeyctl::card::CardObjects objects;
  if (reader.select()) {
    for (auto* object : {&objects.application, &objects.cardholder, &objects.security}) {
      auto read = reader.get_data(0x6E);
      if (read && *read) *object = **read;
    }
  }
  static_cast<void>(gokeyctl::card::parse_card(objects));
  objects.application.assign(data, data + size);
  static_cast<void>(gokeyctl::card::parse_card(objects));
  return 0;
}
