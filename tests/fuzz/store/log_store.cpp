// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A store whose medium is damaged, cut off and put back as it was, in any order, between saves. It
// breaks never, and gives nothing that was not saved under that name.
#include "core/store/log_store.h"

#include <cstdlib>
#include <map>
#include <optional>
#include <set>

#include "medium.h"

namespace {

using namespace gokey;

constexpr std::uint32_t kSegments = 2;
constexpr std::uint32_t kBlocks = 2 * kSegments * 8;

class Player {
 public:
  explicit Player(wire::Bytes script) : script_(script) {}

  void play() {
    while (const auto code = script_.u8()) act(*code);
    start();
    check();
  }

 private:
  std::uint8_t next() { return script_.u8().value_or(0); }
  void start() {
    medium_.power_on();
    store_.emplace(medium_, key_, kSegments);
  }

  void act(std::uint8_t code) {
    switch (code % 8) {
      case 0:
        return start();
      case 1:
      case 2:
        return save();
      case 3:
        return medium_.cut(next() % 32, testing::kAllTorn[next() % testing::kAllTorn.size()]);
      case 4: {
        const std::uint32_t block = next() % kBlocks;
        const std::size_t at = (next() * 256UZ + next()) % hal::Blocks::kSize;
        medium_.block(block)[at] ^= next();
        return;
      }
      case 5: {  // an old block comes back, perhaps elsewhere
        const std::uint32_t from = next() % kBlocks;
        const std::uint32_t to = next() % kBlocks;
        const auto old =
            wire::Bytes(before_).subspan(from * hal::Blocks::kSize, hal::Blocks::kSize);
        std::ranges::copy(old, medium_.block(to).begin());
        return;
      }
      case 6:
        before_ = medium_.bytes;
        return;
      default:
        if (next() % 8 == 0) {
          static_cast<void>(store_->erase());
        } else {
          medium_.unreadable.insert(next() % kBlocks);
        }
    }
  }

  void save() {
    const std::string name(1, static_cast<char>('a' + next() % 3));
    const std::vector<std::uint8_t> value(next() * 8U, ++mark_);
    saved_[name].insert(value);  // it may reach the medium even where it is said to have failed
    if (!store_->save(name, value)) return;
    const auto loaded = store_->load(name);
    if (!loaded || !*loaded || **loaded != value) std::abort();
  }

  void check() {
    for (const char* name : {"a", "b", "c"}) {
      const auto value = store_->load(name);
      if (value && *value && !saved_[name].contains(**value)) std::abort();
    }
  }

  wire::Reader script_;
  testing::Medium medium_{kBlocks};
  std::vector<std::uint8_t> before_ = medium_.bytes;
  const testing::FixedDeviceKey key_;
  std::optional<store::LogStore> store_{std::in_place, medium_, key_, kSegments};
  std::map<std::string, std::set<std::vector<std::uint8_t>>> saved_;
  std::uint8_t mark_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Player({data, size}).play();
  return 0;
}
