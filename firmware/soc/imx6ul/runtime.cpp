// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What newlib and libstdc++ ask of a system. There are no files here: what came to the standard
// outputs goes to the console that the board names.
#include "soc/imx6ul/runtime.h"

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdlib>
#include <new>

#include <sys/stat.h>
#include <sys/time.h>

#include "soc/imx6ul/call.h"
#include "soc/imx6ul/contexts.h"
#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/mailbox.h"

extern "C" {
extern char __heap_start[], __heap_end[];
struct _reent;
}

namespace gokey::imx6ul {
namespace {

constinit const Uart* console = nullptr;
constinit char* heap_end = __heap_start;

}  // namespace

void print_to(const Uart& uart) { console = &uart; }
void print(std::string_view text) {
  if (privileged()) {
    if (console != nullptr) console->write(text);
    return;
  }
  while (!text.empty()) {
    const auto piece = text.substr(0, mailbox.text.size());
    std::ranges::copy(piece, mailbox.text.begin());
    call(Call::kPrint, static_cast<std::uint32_t>(piece.size()));
    text.remove_prefix(piece.size());
  }
}
std::size_t heap_size() { return static_cast<std::size_t>(heap_end - __heap_start); }

}  // namespace gokey::imx6ul

extern "C" {

using gokey::imx6ul::crash;
using gokey::imx6ul::CrashKind;

void* __dso_handle = nullptr;
void _init() {}
void _fini() {}
int __cxa_atexit(void (*)(void*), void*, void*) { return 0; }  // nothing ever ends

void* _sbrk(std::ptrdiff_t size) {
  using gokey::imx6ul::heap_end;
  if (size > __heap_end - heap_end) {
    errno = ENOMEM;
    return reinterpret_cast<void*>(-1);
  }
  char* const begin = heap_end;
  heap_end += size;
  return begin;
}

// Loop and vault have a heap each. The kernel has none: what works for the loop there, with the
// vault's memory, may have come while the vault's heap was being changed.
void __malloc_lock(_reent*) {
  if (gokey::imx6ul::privileged() && !gokey::imx6ul::in_vault()) {
    crash(CrashKind::kAborted, reinterpret_cast<std::uint32_t>(__builtin_return_address(0)));
  }
}
void __malloc_unlock(_reent*) {}

int _write(int, const char* bytes, int size) {
  gokey::imx6ul::print({bytes, static_cast<std::size_t>(size)});
  return size;
}
int _read(int, char*, int) { return 0; }
int _close(int) {
  errno = EBADF;
  return -1;
}
int _lseek(int, int, int) { return 0; }
int _fstat(int, struct stat* result) {
  result->st_mode = S_IFCHR;
  return 0;
}
int _isatty(int) { return 1; }
int _getpid() { return 1; }
int _kill(int, int) {
  errno = EINVAL;
  return -1;
}
int _open(const char*, int, int) {
  errno = ENOENT;
  return -1;
}
int _stat(const char*, struct stat*) {
  errno = ENOENT;
  return -1;
}
int _link(const char*, const char*) {
  errno = EROFS;
  return -1;
}
int _unlink(const char*) {
  errno = ENOENT;
  return -1;
}
int _fork() {
  errno = ENOSYS;
  return -1;
}
int _gettimeofday(struct timeval* now, void*) {
  *now = {};  // no clock that knows the date
  return 0;
}

void abort() {
  crash(CrashKind::kAborted, reinterpret_cast<std::uint32_t>(__builtin_return_address(0)));
}
void _exit(int) {
  crash(CrashKind::kAborted, reinterpret_cast<std::uint32_t>(__builtin_return_address(0)));
}
[[noreturn]] void __cxa_pure_virtual() {
  crash(CrashKind::kAborted, reinterpret_cast<std::uint32_t>(__builtin_return_address(0)));
}

}  // extern "C"

// Without exceptions these end the program; libstdc++'s own would bring the unwinder and the names
// of all types with them.
// clang-format off
#define GOKEY_FATAL { crash(CrashKind::kAborted, reinterpret_cast<std::uint32_t>(__builtin_return_address(0))); }
namespace std {
void __throw_bad_alloc() GOKEY_FATAL
void __throw_bad_array_new_length() GOKEY_FATAL
void __throw_bad_function_call() GOKEY_FATAL
void __throw_length_error(const char*) GOKEY_FATAL
void __throw_logic_error(const char*) GOKEY_FATAL
void __throw_out_of_range(const char*) GOKEY_FATAL
void __throw_out_of_range_fmt(const char*, ...) GOKEY_FATAL
void __throw_invalid_argument(const char*) GOKEY_FATAL
}
namespace __gnu_cxx {
void __verbose_terminate_handler() GOKEY_FATAL
}
#undef GOKEY_FATAL
// clang-format on

void* operator new(std::size_t size) {
  void* const memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) {
    crash(CrashKind::kNoMemory, reinterpret_cast<std::uint32_t>(__builtin_return_address(0)));
  }
  return memory;
}
void* operator new[](std::size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
