# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev bench: what things cost here, beside what people would use instead. Table on the screen, JSON in build/.

need_packages build run bench firmware
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
