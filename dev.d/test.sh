# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev test [NAME…]: every test in the normal build, all of them again under the sanitizers, the firmware's image for
# QEMU's board, and the desktop app compiled with Qt 6. Ends with one line: N passed, N failed[, N skipped].
# ./dev test --twin [NAME…]: the digital twin of the Mk II as well, which builds a QEMU of its own first.

need_packages build run test
without=(-LE twin)
if [ "${1:-}" = --twin ]; then
  shift
  need_packages twin
  without=()
fi

passed=0 failed=0 skipped=0
names=("$@")

# count_ctest FOLDER [CTEST OPTION…]: runs the tests of a build folder and adds up their outcomes.
count_ctest() {
  local folder=$1
  shift
  local filter=() report=$folder/ctest.txt
  [ ${#names[@]} -gt 0 ] && filter=(-R "$(IFS='|'; echo "${names[*]}")")
  say "testing: $folder"
  ctest --test-dir "$folder" --output-on-failure --no-tests=ignore -j2 "${filter[@]}" "$@" 2>&1 | tee "$report" |
    { grep --line-buffered -vE '^ *(Start +[0-9]+:|[0-9]+/[0-9]+ Test +#[0-9]+: .* +Passed )' || true; }
  passed=$((passed + $(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* +Passed ' "$report" || true)))
  skipped=$((skipped + $(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+: .*(\*\*\*Skipped|\*\*\*Not Run \(Disabled\))' "$report" || true)))
  failed=$((failed + $(grep -cE '^ *[0-9]+/[0-9]+ Test +#[0-9]+: .*\*\*\*(Failed|Timeout|Exception|Not Run *$)' "$report" || true)))
}

# The images that the tests of the bare metal boot.
build_preset firmware-mcimx6ul-evk
build_preset firmware-usbarmory-mk2

build_preset dev
# A head start for the next build, at the lowest priority: these tests mostly wait for their tokens and emulators.
setsid nice -n 19 bash -c 'cmake --preset asan && cmake --build --preset asan' >/dev/null 2>&1 &
head_start=$!
trap 'kill -- -$head_start 2>/dev/null || true' EXIT
count_ctest build "${without[@]}"
wait $head_start || true # if it failed, the next line says why
trap - EXIT

build_preset asan
ASAN_OPTIONS=abort_on_error=0:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 count_ctest build/asan -LE unsanitized

# What is not of Qt comes out of ccache.
if [ ${#names[@]} -eq 0 ]; then
  if (build_preset qt6 gokey-manager); then passed=$((passed + 1)); else
    echo "FAILED: the desktop app does not compile with Qt 6" >&2
    failed=$((failed + 1))
  fi
fi

[ $((passed + failed)) -gt 0 ] || die "no test is named ${names[*]}"
say "done"
if [ $skipped -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
[ $failed -eq 0 ]
