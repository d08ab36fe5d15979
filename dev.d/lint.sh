# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev lint: formatting, static analysis, licence lines, the rules of the house.

need_packages build lint
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
static_analysis() {
  cmake --preset asan >/dev/null
  git ls-files '*.cpp' | grep -vE '^(tests/fuzz|docs)/' |
    xargs -P "$(nproc)" -n 4 clang-tidy-19 -p build/asan --quiet 2>&1 |
    { grep -vE '^[0-9]+ warnings? (generated|treated)|^Suppressed|^Use -header' || true; } >build/clang-tidy.txt
  if grep -qE ': (error|warning):' build/clang-tidy.txt; then
    cat build/clang-tidy.txt
    return 1
  fi
}

rule "formatting (clang-format 19)" formatting
rule "licence lines" licence_lines
rule "shell scripts (shellcheck)" shell_scripts
rule "Python compiles" python_compiles
rule "file length" file_length
rule "static analysis (clang-tidy 19)" static_analysis
[ $bad -eq 0 ] || die "$bad of the rules above are broken"
say "clean"
