# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev run: a simulated token with a throw-away identity, and the main job done with it.

mode=walk
for option in "$@"; do
  case $option in
    --headless) mode=walk ;;
    --shell) mode=shell ;;
    *) die "run takes --headless or --shell, not '$option'" ;;
  esac
done

need_packages build run
build_preset dev gokey-sim gokeyctl libfido2_client

# A pcscd of our own, invisible to the system's: it needs a mount namespace, as root or in a user namespace.
own_root=()
[ "$(id -u)" -eq 0 ] || own_root=(--map-root-user)
if [ ! -d /run/pcscd ]; then
  if [ "$(id -u)" -eq 0 ]; then mkdir -p /run/pcscd; else sudo mkdir -p /run/pcscd; fi
fi
exec unshare --mount "${own_root[@]}" dev.d/desk "$mode" "$PWD/build/bin"
