# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev firmware [BOARD] [--run|--twice]: the image of a board, as build/firmware/BOARD/gokey.elf; for the USB armory Mk II, which
# it is for unless told, gokey.imx beside it. --run boots it with a throw-away identity: the Mk II's in its digital twin, plugged
# into a Linux; that of mcimx6ul-evk in QEMU, whose console is forwarded to a port here. --twice builds it in two places as
# different as may be and compares.

board=usbarmory-mk2 run=no twice=no
for word in "$@"; do
  case $word in
    --run) run=yes ;;
    --twice) twice=yes ;;
    -*) die "firmware takes a board, --run and --twice, not '$word'" ;;
    *) board=$word ;;
  esac
done
grep -q "\"firmware-$board\"" CMakePresets.json || die "there is no board '$board'"
need_packages firmware
if [ $twice = yes ]; then
  say "building $board twice, from nothing"
  exec tests/reproducible/build-twice "$board"
fi
build_preset "firmware-$board"
arm-none-eabi-size "build/firmware/$board/gokey.elf" |
  awk 'NR == 2 { printf "%d bytes of code and constants, %d of data, %d of memory set to zero\n", $1, $2, $3 }'
ls "build/firmware/$board/gokey."{elf,imx} 2>/dev/null || true

[ $run = yes ] || return 0
if [ "$board" = usbarmory-mk2 ]; then
  need_packages build run twin guest
  build_preset dev gokey-sim gokeyctl
  say "building the twin, a few minutes the first time"
  twin=$(tests/twin/build "$PWD/build/twin")
  say "starting the token"
  GOKEY_TWIN=$twin GOKEY_IMAGE=$PWD/build/firmware/$board/gokey.elf GOKEY_BIN=$PWD/build/bin PYTHONDONTWRITEBYTECODE=1 \
    exec /usr/bin/python3 tests/twin/run.py
fi
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
