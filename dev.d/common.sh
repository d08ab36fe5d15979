# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Shared by the parts of ./dev.

# The same source built in another folder is the same build.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1

say() { printf '\n\033[1m== %s\033[0m\n' "$*" >&2; }
die() {
  printf './dev: %s\n' "$*" >&2
  exit 1
}

# need_packages GROUP…: installs what the groups of dev.d/packages name and the machine lacks.
need_packages() {
  local group missing=() name
  for group in "$@"; do
    grep -q "^$group " dev.d/packages || die "there is no package group '$group'"
    while read -r name; do
      dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done < <(awk -v g="$group" '$1 == g { for (i = 2; i <= NF; ++i) print $i }' dev.d/packages)
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  command -v apt-get >/dev/null || die "install these and try again: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "as root: apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing from Debian${as_root:+ (with sudo)}: ${missing[*]}"
  local log
  log=$(mktemp)
  { "${as_root[@]}" apt-get update &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } \
    >"$log" 2>&1 || { tail -n 20 "$log" >&2; die "apt-get failed; its output is in $log"; }
  rm -f "$log"
}

# build_preset PRESET [TARGET…]
build_preset() {
  local preset=$1
  shift
  say "building: $preset${1:+ ($*)}"
  local log
  log=$(mktemp)
  cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; die "cmake --preset $preset failed"; }
  local targets=()
  [ $# -gt 0 ] && targets=(--target "$@")
  cmake --build --preset "$preset" "${targets[@]}" >"$log" 2>&1 || { grep -vE '^\[[0-9]+/[0-9]+\] Building' "$log" | tail -n 80 >&2; die "the build failed"; }
  rm -f "$log"
}
