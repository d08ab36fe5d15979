# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev bench: what things cost here, beside what people would use instead. Table on the screen, JSON in build/.

need_packages build run bench firmware twin guest
build_preset release
if [ ! -d /run/pcscd ]; then
  if [ "$(id -u)" -eq 0 ]; then mkdir -p /run/pcscd; else sudo mkdir -p /run/pcscd; fi
fi
own_root=()
[ "$(id -u)" -eq 0 ] || own_root=(--map-root-user)
unshare --mount "${own_root[@]}" /usr/bin/python3 tests/bench/bench.py build/release/bin build/bench.json

build_preset firmware-mcimx6ul-evk gokey_image gokey_bench_image
say "the firmware, in instructions"
/usr/bin/python3 tests/bench/metal.py build/firmware/mcimx6ul-evk build/bench-metal.json

build_preset firmware-usbarmory-mk2
build_preset dev gokey-sim gokeyctl
say "the twin, which is built the first time"
GOKEY_TWIN=$(tests/twin/build "$PWD/build/twin") GOKEY_IMAGE=$PWD/build/firmware/usbarmory-mk2/gokey.elf GOKEY_BIN=$PWD/build/bin \
  PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 tests/twin/attach_bench.py build/bench-twin.json
