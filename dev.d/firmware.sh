# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev firmware [BOARD]: the image of a board, as build/firmware/BOARD/gokey.elf; for the USB armory Mk II, which it is
# for unless told, gokey.imx beside it.

board=${1:-usbarmory-mk2}
grep -q "\"firmware-$board\"" CMakePresets.json || die "there is no board '$board'"
need_packages firmware
build_preset "firmware-$board"
arm-none-eabi-size "build/firmware/$board/gokey.elf" |
  awk 'NR == 2 { printf "%d bytes of code and constants, %d of data, %d of memory set to zero\n", $1, $2, $3 }'
ls "build/firmware/$board/gokey."{elf,imx} 2>/dev/null || true
