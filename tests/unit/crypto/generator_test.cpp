// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/generator.h"

#include <set>
#include <vector>

#include <gtest/gtest.h>

namespace gokey {
namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes draw(crypto::Generator& generator, std::size_t size) {
  Bytes out(size);
  generator.fill(out);
  return out;
}

TEST(Generator, GivesTheSameForTheSameSeedsAlone) {
  const Bytes seed{1, 2, 3};
  const Bytes more{4};
  crypto::Generator a;
  crypto::Generator b;
  crypto::Generator c;
  a.seed(seed);
  b.seed(seed);
  c.seed(seed);
  c.seed(more);
  EXPECT_EQ(draw(a, 100), draw(b, 100));
  EXPECT_EQ(draw(a, 1), draw(b, 1));
  EXPECT_NE(draw(a, 100), draw(c, 100));
}

TEST(Generator, ASecondSeedDoesNotTakeTheFirstAway) {
  const Bytes known{9};
  crypto::Generator a;
  crypto::Generator b;
  a.seed(Bytes{1});
  b.seed(Bytes{2});
  a.seed(known);
  b.seed(known);
  EXPECT_NE(draw(a, 32), draw(b, 32));
}

TEST(Generator, NeverRepeatsItself) {
  crypto::Generator generator;
  generator.seed(Bytes{7});
  std::set<Bytes> seen;
  // Within one draw, over the border of a piece, and from draw to draw.
  const Bytes long_draw = draw(generator, 4096);
  for (std::size_t at = 0; at < long_draw.size(); at += 32) {
    seen.insert(Bytes(long_draw.begin() + static_cast<std::ptrdiff_t>(at),
                      long_draw.begin() + static_cast<std::ptrdiff_t>(at + 32)));
  }
  for (int i = 0; i < 64; ++i) seen.insert(draw(generator, 32));
  EXPECT_EQ(seen.size(), 4096U / 32 + 64);
}

TEST(Generator, SizesNeedNotFitItsPieces) {
  crypto::Generator a;
  a.seed(Bytes{7});
  for (const std::size_t size : {0UZ, 1UZ, 31UZ, 511UZ, 512UZ, 513UZ, 1025UZ}) {
    EXPECT_EQ(draw(a, size).size(), size);
  }
  crypto::Generator b;
  b.seed(Bytes{7});
  Bytes guarded(515, 0xAA);
  b.fill(std::span(guarded).subspan(1, 513));
  EXPECT_EQ(guarded.front(), 0xAA);
  EXPECT_EQ(guarded.back(), 0xAA);
}

}  // namespace
}  // namespace gokey
