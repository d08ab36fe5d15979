// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// usbarmory-mk2-image ELF IMX: makes the boot image of the firmware. Runs where it is built.
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <vector>

#include "wire/imx.h"

namespace {

using gokey::wire::ImxDcdCommand;

// What the boot ROM sets before it loads the image (IMX6ULLRM 18, 32 and 33): all clocks on, the
// pads of memory, UART2, microSD (SD1) and eMMC (NAND), and the memory controller with the timing
// and calibration of the Mk II's 512 MB of DDR3.
constexpr ImxDcdCommand::Register kRegisters[] = {
    // CCM_CCGR0 to 6
    {0x020C4068, 0xFFFFFFFF},
    {0x020C406C, 0xFFFFFFFF},
    {0x020C4070, 0xFFFFFFFF},
    {0x020C4074, 0xFFFFFFFF},
    {0x020C4078, 0xFFFFFFFF},
    {0x020C407C, 0xFFFFFFFF},
    {0x020C4080, 0xFFFFFFFF},
    // Drive strengths of the memory's pads: GRP_DDR_TYPE, GRP_DDRPKE, clock, CAS, RAS, GRP_ADDDS,
    // reset, SDBA2, ODT0, ODT1, GRP_CTLDS, GRP_DDRMODE_CTL, SDQS0, SDQS1, GRP_DDRMODE, GRP_B0DS,
    // GRP_B1DS, DQM0, DQM1
    {0x020E04B4, 0x000C0000},
    {0x020E04AC, 0x00000000},
    {0x020E027C, 0x00000030},
    {0x020E0250, 0x00000030},
    {0x020E024C, 0x00000030},
    {0x020E0490, 0x00000030},
    {0x020E0288, 0x00000030},
    {0x020E0270, 0x00000000},
    {0x020E0260, 0x00000030},
    {0x020E0264, 0x00000030},
    {0x020E04A0, 0x00000030},
    {0x020E0494, 0x00020000},
    {0x020E0280, 0x00000030},
    {0x020E0284, 0x00000030},
    {0x020E04B0, 0x00020000},
    {0x020E0498, 0x00000030},
    {0x020E04A4, 0x00000030},
    {0x020E0244, 0x00000030},
    {0x020E0248, 0x00000030},
    // UART2: multiplexers, pads, inputs of TX, RX, CTS, RTS
    {0x020E0094, 0x00000000},
    {0x020E0098, 0x00000000},
    {0x020E009C, 0x00000000},
    {0x020E00A0, 0x00000000},
    {0x020E0320, 0x0001B0B1},
    {0x020E0324, 0x0001B0B1},
    {0x020E0328, 0x0001B0B1},
    {0x020E032C, 0x0001B0B1},
    {0x020E0628, 0x00000001},
    {0x020E062C, 0x00000001},
    // microSD on uSDHC1: multiplexers, pads of CMD, CLK, DATA0 to 3
    {0x020E01BC, 0x00000000},
    {0x020E01C0, 0x00000000},
    {0x020E01C4, 0x00000000},
    {0x020E01C8, 0x00000000},
    {0x020E01CC, 0x00000000},
    {0x020E01D0, 0x00000000},
    {0x020E0448, 0x000170F9},
    {0x020E044C, 0x000170F9},
    {0x020E0450, 0x000170F9},
    {0x020E0454, 0x000170F9},
    {0x020E0458, 0x000170F9},
    {0x020E045C, 0x000170F9},
    // eMMC on uSDHC2: multiplexers, pads, inputs of CLK, CMD, DATA0 to 7; NAND_ALE
    {0x020E0178, 0x00000001},
    {0x020E017C, 0x00000001},
    {0x020E0180, 0x00000001},
    {0x020E0184, 0x00000001},
    {0x020E0188, 0x00000001},
    {0x020E018C, 0x00000001},
    {0x020E0190, 0x00000001},
    {0x020E0194, 0x00000001},
    {0x020E0198, 0x00000001},
    {0x020E019C, 0x00000001},
    {0x020E0404, 0x000170F9},
    {0x020E0408, 0x000170F9},
    {0x020E040C, 0x000170F9},
    {0x020E0410, 0x000170F9},
    {0x020E0414, 0x000170F9},
    {0x020E0418, 0x000170F9},
    {0x020E041C, 0x000170F9},
    {0x020E0420, 0x000170F9},
    {0x020E0424, 0x000170F9},
    {0x020E0428, 0x000170F9},
    {0x020E042C, 0x000010B0},
    {0x020E0670, 0x00000002},
    {0x020E0678, 0x00000002},
    {0x020E067C, 0x00000002},
    {0x020E0680, 0x00000002},
    {0x020E0684, 0x00000001},
    {0x020E0688, 0x00000002},
    {0x020E068C, 0x00000001},
    {0x020E0690, 0x00000001},
    {0x020E0694, 0x00000001},
    {0x020E0698, 0x00000001},
    // Memory controller: MDSCR (configuration request), MDCFG0 to 2, MDOTC, MDMISC, MDRWD, MDASP,
    // MDOR, MDCTL
    {0x021B001C, 0x00008000},
    {0x021B000C, 0x676B52F3},
    {0x021B0010, 0xB66D0B63},
    {0x021B0014, 0x01FF00DB},
    {0x021B0008, 0x1B333030},
    {0x021B0018, 0x00201740},
    {0x021B002C, 0x000026D2},
    {0x021B0040, 0x0000004F},
    {0x021B0030, 0x006B1023},
    {0x021B0000, 0x84180000},
    // Calibration: MPZQHWCTRL, MPWLDECTRL0 and 1, MPDGCTRL0 and 1, MPRDDLCTL, MPWRDLCTL,
    // MPRDDQBY0DL and 1, MPWRDQBY0DL and 1, MPDCCR, MPMUR0
    {0x021B0800, 0xA1390003},
    {0x021B080C, 0x000D000F},
    {0x021B0810, 0x00100010},
    {0x021B083C, 0x415C0160},
    {0x021B0840, 0x00000000},
    {0x021B0848, 0x40403C42},
    {0x021B0850, 0x40402C26},
    {0x021B081C, 0x33333333},
    {0x021B0820, 0x33333333},
    {0x021B082C, 0xF3333333},
    {0x021B0830, 0xF3333333},
    {0x021B08C0, 0x00921012},
    {0x021B08B8, 0x00000800},
    // The memory's mode registers 2, 3, 1, 0 and its calibration (JESD79-3), then MDPDC, MAPSR,
    // MDREF, MPODTCTRL, and normal operation
    {0x021B001C, 0x02008032},
    {0x021B001C, 0x00008033},
    {0x021B001C, 0x00048031},
    {0x021B001C, 0x15208030},
    {0x021B001C, 0x04008040},
    {0x021B0004, 0x0002556D},
    {0x021B0404, 0x00011006},
    {0x021B0020, 0x00000800},
    {0x021B0818, 0x00000227},
    {0x021B001C, 0x00000000},
};

// The storage begins behind it, see boards/usbarmory-mk2/storage.h.
constexpr std::size_t kMostProgram = 2 * 1024 * 1024 - 8192;
// Room for a signature.
constexpr std::uint32_t kCsf = 0x4000;

int fail(const char* file, const char* why) {
  std::fprintf(stderr, "usbarmory-mk2-image: %s: %s\n", file, why);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: usbarmory-mk2-image ELF IMX\n", stderr);
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::vector<std::uint8_t> elf{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(argv[1], "cannot be read");
  const auto program = gokey::wire::read_elf(elf, kMostProgram);
  if (!program) return fail(argv[1], "is no ELF program for ARM of at most 2 MB");
  gokey::wire::ImxContent content{program->load,
                                  program->entry,
                                  program->bytes,
                                  {std::begin(kRegisters), std::end(kRegisters)},
                                  kCsf};
  const auto image = gokey::wire::make_imx(content);
  if (!image) return fail(argv[1], "makes no image: its entry is outside of it");
  std::ofstream out(argv[2], std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(image->data()),
            static_cast<std::streamsize>(image->size()));
  out.close();
  return out ? 0 : fail(argv[2], "cannot be written");
}
