// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/imx.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>
#include <stdlib.h>

namespace gokey::wire {
namespace {

using Register = ImxDcdCommand::Register;
using Kind = ImxDcdCommand::Kind;

constexpr std::uint32_t kLoad = 0x80010000;

std::vector<std::uint8_t> program_of(std::size_t size) {
  std::vector<std::uint8_t> program(size);
  for (std::size_t i = 0; i < size; ++i) program[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
  return program;
}

std::vector<std::uint8_t> image_of(std::size_t size, std::vector<Register> registers,
                                   std::uint32_t csf) {
  const auto program = program_of(size);
  auto image = make_imx({kLoad, kLoad, program, std::move(registers), csf});
  EXPECT_TRUE(image.has_value());
  return image.value_or(std::vector<std::uint8_t>());
}

// A folder that goes with its test.
class Folder {
 public:
  Folder() {
    std::string name = std::filesystem::temp_directory_path() / "gokey-imx-test-XXXXXX";
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] std::string operator/(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

// What U-Boot's own tool makes of the same.
std::vector<std::uint8_t> by_mkimage(std::size_t size, const std::vector<Register>& registers,
                                     std::uint32_t csf) {
  const Folder folder;
  const auto program = program_of(size);
  std::ofstream(folder / "program", std::ios::binary)
      .write(reinterpret_cast<const char*>(program.data()),
             static_cast<std::streamsize>(program.size()));
  std::ofstream config(folder / "config");
  config << "IMAGE_VERSION 2\nBOOT_FROM sd\n" << std::hex;
  if (csf != 0) config << "CSF 0x" << csf << '\n';
  for (const Register& one : registers) {
    config << "DATA 4 0x" << one.address << " 0x" << one.value << '\n';
  }
  config.close();
  const std::string command = "mkimage -n " + (folder / "config") +
                              " -T imximage -e 0x80010000 -d " + (folder / "program") + ' ' +
                              (folder / "image") + " >/dev/null";
  EXPECT_EQ(std::system(command.c_str()), 0);
  std::ifstream image(folder / "image", std::ios::binary);
  return {std::istreambuf_iterator<char>(image), {}};
}

TEST(Imx, IsByteForByteWhatMkimageMakes) {
  if (std::system("mkimage -V >/dev/null 2>&1") != 0) GTEST_SKIP() << "no mkimage (u-boot-tools)";
  const std::vector<Register> none;
  const std::vector<Register> few{{0x020C4068, 0xFFFFFFFF}, {0x021B001C, 0x00008000}};
  std::vector<Register> many;
  many.reserve(219);
  for (std::uint32_t i = 0; i < 219; ++i) many.push_back({0x020E0000 + 4 * i, i * 0x01010101});
  for (const auto& registers : {few, many}) {
    for (const std::size_t size : {1U, 4095U, 4096U, 4097U, 60000U}) {
      for (const std::uint32_t csf : {0U, 0x2000U, 0x4000U}) {
        EXPECT_EQ(image_of(size, registers, csf), by_mkimage(size, registers, csf))
            << registers.size() << " registers, " << size << " bytes, CSF " << csf;
      }
    }
  }
  // Without registers mkimage leaves out the pointer to them.
  EXPECT_EQ(image_of(5000, none, 0), by_mkimage(5000, none, 0));
}

TEST(Imx, IsReadBack) {
  const std::vector<Register> registers{{0x020C4068, 0xFFFFFFFF}, {0x021B001C, 0x00008000}};
  const auto program = program_of(5000);
  const auto file = make_imx({kLoad, kLoad + 64, program, registers, 0x4000});
  ASSERT_TRUE(file.has_value());
  const auto image = parse_imx(*file);
  ASSERT_TRUE(image.has_value());
  EXPECT_EQ(image->entry, kLoad + 64);
  EXPECT_EQ(image->self, 0x8000F400);
  EXPECT_EQ(image->start, 0x8000F000);
  EXPECT_EQ(image->csf, image->self + file->size());
  EXPECT_EQ(image->length, 0x400 + file->size() + 0x4000);
  EXPECT_FALSE(image->plugin);
  ASSERT_EQ(image->dcd.size(), 1U);
  EXPECT_EQ(image->dcd[0].kind, Kind::kWrite);
  EXPECT_EQ(image->dcd[0].writes, registers);
  EXPECT_TRUE(
      std::ranges::equal(Bytes(*file).subspan(kLoad - image->self, program.size()), program));
}

TEST(Imx, ReadsEveryCommandOfTheDcd) {
  const std::vector<std::uint8_t> dcd{
      0xD2, 0x00, 0x30, 0x40,                                                  //
      0xCC, 0x00, 0x0C, 0x1C, 0x02, 0x0C, 0x40, 0x68, 0x00, 0x00, 0x00, 0x01,  // set bits
      0xCF, 0x00, 0x0C, 0x14, 0x02, 0x1B, 0x00, 0x1C, 0x00, 0x00, 0x40, 0x00,  // for ever
      0xCF, 0x00, 0x10, 0x04, 0x02, 0x1B, 0x00, 0x1C, 0x00, 0x00, 0x40, 0x00,
      0x00, 0x00, 0x00, 0x05,  //
      0xC0, 0x00, 0x04, 0x00,
  };
  const auto commands = parse_imx_dcd(dcd);
  ASSERT_TRUE(commands.has_value());
  ASSERT_EQ(commands->size(), 4U);
  EXPECT_EQ((*commands)[0].parameter, 0x1C);
  EXPECT_EQ((*commands)[0].writes, (std::vector<Register>{{0x020C4068, 1}}));
  EXPECT_EQ((*commands)[1].kind, Kind::kCheck);
  EXPECT_EQ((*commands)[1].mask, 0x4000U);
  EXPECT_FALSE((*commands)[1].count.has_value());
  EXPECT_EQ((*commands)[2].count, 5U);
  EXPECT_EQ((*commands)[3].kind, Kind::kNop);
}

TEST(Imx, AddressesThatLeaveTheFileAreRefused) {
  const auto good = image_of(100, {{0x020C4068, 1}}, 0);
  ASSERT_TRUE(parse_imx(good).has_value());
  // Entry, DCD, boot data and self: before the image, behind it, and over the end of the numbers.
  for (const std::size_t field : {4U, 12U, 16U, 20U}) {
    for (const std::uint8_t top : std::array<std::uint8_t, 4>{0x00, 0x7F, 0x90, 0xFF}) {
      auto bad = good;
      bad[field + 3] = top;
      if (field == 12 && top == 0) continue;
      EXPECT_FALSE(parse_imx(bad).has_value()) << field << ' ' << int{top};
    }
  }
  for (std::size_t size = 0; size < good.size(); size += size < 200 ? 1 : 97) {
    const auto cut = parse_imx(Bytes(good).first(size));
    EXPECT_EQ(cut.has_value(), size >= kLoad - 0x8000F400 + 4) << size;
  }
}

TEST(Imx, ADiskImageIsNone) {
  std::vector<std::uint8_t> disk(1024);
  const auto image = image_of(100, {}, 0);
  disk.insert(disk.end(), image.begin(), image.end());
  EXPECT_FALSE(parse_imx(disk).has_value());
}

TEST(Imx, NothingIsMadeThatTheRomWouldNotTake) {
  const auto program = program_of(100);
  std::vector<Register> many(221);
  EXPECT_EQ(make_imx({kLoad, kLoad, program, many, 0}).error(), WireError::kTooLong);
  EXPECT_EQ(make_imx({kLoad, kLoad + 100, program, {}, 0}).error(), WireError::kMalformed);
  EXPECT_EQ(make_imx({kLoad, kLoad - 4, program, {}, 0}).error(), WireError::kMalformed);
  EXPECT_EQ(make_imx({0xFFFFF000, 0xFFFFF000, program, {}, 0x4000}).error(), WireError::kTooLong);
  EXPECT_EQ(make_imx({0x800, 0x800, program, {}, 0}).error(), WireError::kTooLong);
}

// The smallest ELF program: one header, two segments with a gap.
std::vector<std::uint8_t> elf() {
  std::vector<std::uint8_t> file(52 + 2 * 32 + 12);
  const auto put = [&](std::size_t at, std::uint32_t value, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) file[at + i] = static_cast<std::uint8_t>(value >> 8 * i);
  };
  constexpr std::uint8_t kIdent[] = {0x7F, 'E', 'L', 'F', 1, 1, 1};
  std::ranges::copy(kIdent, file.begin());
  put(18, 40, 2);
  put(24, kLoad + 4, 4);
  put(28, 52, 4);
  put(42, 32, 2);
  put(44, 2, 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const std::size_t at = 52 + 32 * i;
    put(at, 1, 4);
    put(at + 4, static_cast<std::uint32_t>(116 + 8 * i), 4);
    put(at + 12, static_cast<std::uint32_t>(kLoad + 0x20 * i), 4);
    put(at + 16, i == 0 ? 8 : 4, 4);
  }
  for (std::size_t i = 0; i < 12; ++i) file[116 + i] = static_cast<std::uint8_t>(i + 1);
  return file;
}

TEST(Elf, IsLaidOutFlat) {
  const auto program = read_elf(elf(), 4096);
  ASSERT_TRUE(program.has_value());
  EXPECT_EQ(program->load, kLoad);
  EXPECT_EQ(program->entry, kLoad + 4);
  ASSERT_EQ(program->bytes.size(), 0x24U);
  EXPECT_EQ(program->bytes[7], 8);
  EXPECT_EQ(program->bytes[8], 0);
  EXPECT_EQ(program->bytes[0x20], 9);
}

TEST(Elf, WhatIsTooLargeCutOffOrForAnotherMachineIsRefused) {
  EXPECT_EQ(read_elf(elf(), 0x23).error(), WireError::kTooLong);
  auto other = elf();
  other[18] = 62;
  EXPECT_EQ(read_elf(other, 4096).error(), WireError::kUnsupported);
  const auto whole = elf();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(read_elf(Bytes(whole).first(size), 4096).has_value()) << size;
  }
}

}  // namespace
}  // namespace gokey::wire
