// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Boot images, their device configuration data, and the programs that they are made of.
#include "wire/imx.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace wire = gokey::wire;
  const wire::Bytes input{data, size};
  const auto image = wire::parse_imx(input);
  if (image && image->entry - image->self + 4 > size) std::abort();
  (void)wire::parse_imx_dcd(input);
  constexpr std::size_t kLimit = 65536;
  const auto program = wire::read_elf(input, kLimit);
  if (!program) return 0;
  if (program->bytes.empty() || program->bytes.size() > kLimit) std::abort();
  const auto made = wire::make_imx({program->load, program->entry, program->bytes, {}, 0});
  if (made && !wire::parse_imx(*made)) std::abort();
  return 0;
}
