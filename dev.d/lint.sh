# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev lint: formatting, static analysis, licence lines, the rules of the house.

need_packages build lint firmware
bad=0
rule() {
  say "$1"
  shift
  "$@" || bad=$((bad + 1))
}

formatting() {
  git ls-files '*.cpp' '*.h' | xargs clang-format-19 --dry-run --Werror
}
licence_lines() {
  local missing
  missing=$(git ls-files '*.cpp' '*.h' '*.cmake' 'CMakeLists.txt' '*/CMakeLists.txt' '*.sh' '*.py' dev .ci/run |
    xargs grep -L 'SPDX-License-Identifier:' || true)
  [ -z "$missing" ] || { printf 'no SPDX line: %s\n' "$missing"; return 1; }
}
shell_scripts() {
  git ls-files | xargs grep -lE '^#!.*(ba)?sh$|^# shellcheck shell=' 2>/dev/null | grep -v '\.md$' |
    xargs shellcheck --external-sources --exclude=SC1091
}
python_compiles() {
  git ls-files '*.py' | xargs -r /usr/bin/python3 -m py_compile
}
# Two purposes in one file show first as length.
file_length() {
  local long
  long=$(git ls-files '*.cpp' '*.h' | xargs wc -l | awk '$2 != "total" && $1 > 700 { print $2 ": " $1 " lines" }')
  [ -z "$long" ] || { echo "$long"; return 1; }
}
# What only images hold, with the cross compiler's headers. Registers are numbers that become addresses, and the C library and
# the linker's script wait for names that are reserved for them.
bare_metal='^firmware/(soc/imx6ul|boards/(metal|mcimx6ul-evk|usbarmory-mk2)|core/ssh/metal)/[^/]*$'
static_analysis_of_images() {
  local headers board remarks=0
  mapfile -t headers < <(arm-none-eabi-g++ -mcpu=cortex-a7 -mfpu=neon-vfpv4 -mfloat-abi=hard -marm -E -x c++ -v /dev/null 2>&1 |
    sed -n '/search starts here/,/End of search/s/^ */--extra-arg=-isystem/p' | grep 'isystem/')
  for board in mcimx6ul-evk usbarmory-mk2; do
    cmake --preset "firmware-$board" >/dev/null || return
    git ls-files '*.cpp' | grep -E "$bare_metal" |
      if [ $board = mcimx6ul-evk ]; then grep -v /usbarmory-mk2/; else grep /usbarmory-mk2/; fi |
      dev.d/tidy "build/firmware/$board" --checks=-performance-no-int-to-ptr,-bugprone-reserved-identifier \
        --extra-arg=--target=armv7-none-eabi --extra-arg=-Wno-unknown-warning-option "${headers[@]}" || remarks=1
  done
  return $remarks
}
static_analysis() {
  cmake --preset lint >/dev/null || return
  cmake --build build/lint --target autogen >/dev/null || return # Qt's own generated code, which sources include
  git ls-files '*.cpp' | grep -vE '^(tests/fuzz|docs)/' | grep -vE "$bare_metal" | dev.d/tidy build/lint
}

rule "formatting (clang-format 19)" formatting
rule "licence lines" licence_lines
rule "shell scripts (shellcheck)" shell_scripts
rule "Python compiles" python_compiles
rule "file length" file_length
rule "static analysis (clang-tidy 19)" static_analysis
rule "static analysis of the images" static_analysis_of_images
[ $bad -eq 0 ] || die "$bad of the rules above are broken"
say "clean"
