# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev run: a simulated token with a throw-away identity, and the desktop app on it; without a display the main job
# done with it in the terminal.

mode=walk
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && mode=app
for option in "$@"; do
  case $option in
    --headless) mode=walk ;;
    --shell) mode=shell ;;
    *) die "run takes --headless or --shell, not '$option'" ;;
  esac
done

need_packages build run
targets=(gokey-sim gokeyctl libfido2_client)
[ $mode = app ] && targets+=(gokey-manager)
build_preset dev "${targets[@]}"

# A pcscd of our own, invisible to the system's: it needs a mount namespace, as root or in a user namespace.
own_root=()
[ "$(id -u)" -eq 0 ] || own_root=(--map-root-user)
if [ ! -d /run/pcscd ]; then
  if [ "$(id -u)" -eq 0 ]; then mkdir -p /run/pcscd; else sudo mkdir -p /run/pcscd; fi
fi
GOKEY_DESK_USER=$(id -u) GOKEY_DESK_GROUP=$(id -g)
export GOKEY_DESK_USER GOKEY_DESK_GROUP
exec unshare --mount "${own_root[@]}" dev.d/desk "$mode" "$PWD/build/bin"
