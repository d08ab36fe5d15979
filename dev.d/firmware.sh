# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev firmware [BOARD] [--run]: the image of a board, as build/firmware/BOARD/gokey.elf; for the USB armory Mk II, which it is
# for unless told, gokey.imx beside it. With --run QEMU's mcimx6ul-evk boots it and forwards its console to a port here.

board=usbarmory-mk2 run=no
for word in "$@"; do
  case $word in
    --run) run=yes ;;
    -*) die "firmware takes a board and --run, not '$word'" ;;
    *) board=$word ;;
  esac
done
[ $run = no ] || [ "$board" = mcimx6ul-evk ] || die "--run is for mcimx6ul-evk; tests/twin boots the image of $board"
grep -q "\"firmware-$board\"" CMakePresets.json || die "there is no board '$board'"
need_packages firmware
build_preset "firmware-$board"
arm-none-eabi-size "build/firmware/$board/gokey.elf" |
  awk 'NR == 2 { printf "%d bytes of code and constants, %d of data, %d of memory set to zero\n", $1, $2, $3 }'
ls "build/firmware/$board/gokey."{elf,imx} 2>/dev/null || true

[ $run = yes ] || return 0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# Serial number, seed and device key of this run: firmware/boards/mcimx6ul-evk/settings.h.
{ printf GKEV; head -c 68 /dev/urandom; } >"$folder/settings"
port=${GOKEY_PORT:-2222}
say "its serial port follows; Ctrl-C ends it. In another terminal: ssh -p $port -o UserKnownHostsFile=/dev/null op@127.0.0.1 status"
qemu-system-arm -M mcimx6ul-evk -m 512M -display none -monitor none -serial stdio \
  -kernel "build/firmware/$board/gokey.elf" \
  -device "loader,file=$folder/settings,addr=0x9FE00000,force-raw=on" \
  -nic "user,net=10.0.0.0/24,host=10.0.0.2,restrict=on,hostfwd=tcp:127.0.0.1:$port-10.0.0.10:22"
