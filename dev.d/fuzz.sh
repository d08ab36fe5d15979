# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# ./dev fuzz [SECONDS]: every fuzzer for that long, two at a time. Inputs found are kept in build/fuzz/found; a finding
# leaves its input in build/fuzz/findings and makes the command fail.

seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || die "fuzz takes a number of seconds, not '$seconds'"
need_packages build fuzz
build_preset fuzz
only=${2:-}

# For speed: no stack trace of where memory came from, no filling of new memory, little kept after it was freed. Leaks and
# the use of returned stack frames are the business of ./dev test. A finding is told apart well enough without them.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=2:max_malloc_fill_size=0:detect_leaks=0:detect_stack_use_after_return=0
export UBSAN_OPTIONS=print_stacktrace=1

one_fuzzer() {
  local binary=$1 seconds=$2 name options
  name=$(basename "$binary")
  # What tests/fuzz/*/CMakeLists.txt say of it: the longest input and the seeds.
  mapfile -t options <"$binary.options"
  mkdir -p "build/fuzz/found/$name" build/fuzz/findings
  "$binary" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -entropic=0 -reduce_inputs=0 -print_final_stats=1 \
    -verbosity=0 -close_fd_mask=1 -artifact_prefix="build/fuzz/findings/$name-" "build/fuzz/found/$name" "${options[@]}" \
    >"build/fuzz/$name.log" 2>&1
  local status=$? runs
  runs=$(awk '/stat::number_of_executed_units/ { print $2 }' "build/fuzz/$name.log")
  if [ $status -eq 0 ]; then printf '%-28s %12s executions\n' "$name" "$runs"; else
    printf '%-28s FINDING, see build/fuzz/%s.log\n' "$name" "$name"
    return 1
  fi
}
export -f one_fuzzer

say "fuzzing, $seconds s each"
find build/fuzz/fuzzers -type f -name "fuzz_${only}*" -executable | sort |
  xargs -P 2 -I{} bash -c 'one_fuzzer {} '"$seconds"
