// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/file_store.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gokey::sim {
namespace {

using hal::StoreError;

// There while an erase is under way; no value has such a name.
constexpr const char* kErasing = ".erasing";
constexpr off_t kLargestValue = 1024 * 1024;

// Names come from our own code; this keeps a mistake there inside the folder.
bool valid(std::string_view name) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-_.";
  return !name.empty() && name.front() != '.' && !name.ends_with(".tmp") &&
         name.find_first_not_of(kAllowed) == std::string_view::npos;
}

}  // namespace

std::expected<std::optional<std::vector<std::uint8_t>>, StoreError> FileStore::load(
    std::string_view name) {
  if (!valid(name)) return std::unexpected(StoreError::kIo);
  if (erasing()) {
    if (auto erased = finish_erase(); !erased) return std::unexpected(erased.error());
  }
  const UniqueFd file(
      ::openat(folder_, std::string(name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file && errno == ENOENT) return std::nullopt;
  if (!file) return std::unexpected(errno == ELOOP ? StoreError::kDamaged : StoreError::kIo);
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return std::unexpected(StoreError::kIo);
  if (!S_ISREG(info.st_mode) || info.st_size > kLargestValue)
    return std::unexpected(StoreError::kDamaged);
  std::vector<std::uint8_t> value(static_cast<std::size_t>(info.st_size));
  if (!read_all(file.get(), value)) return std::unexpected(StoreError::kIo);
  return value;
}

std::expected<void, StoreError> FileStore::save(std::string_view name,
                                                std::span<const std::uint8_t> value) {
  if (!valid(name)) return std::unexpected(StoreError::kIo);
  if (erasing()) {
    if (auto erased = finish_erase(); !erased) return erased;
  }
  const std::string target(name);
  const std::string temporary = target + ".tmp";
  reached(Step::kCreate);
  if (!write_file(temporary, value)) {
    ::unlinkat(folder_, temporary.c_str(), 0);
    return std::unexpected(StoreError::kIo);
  }
  reached(Step::kRename);
  if (::renameat(folder_, temporary.c_str(), folder_, target.c_str()) != 0) {
    ::unlinkat(folder_, temporary.c_str(), 0);
    return std::unexpected(StoreError::kIo);
  }
  reached(Step::kSyncFolder);
  // Until the folder is on the disk a power failure could bring the old value back.
  if (::fsync(folder_) != 0) return std::unexpected(StoreError::kIo);
  reached(Step::kDone);
  return {};
}

std::expected<void, StoreError> FileStore::erase() {
  reached(Step::kCreate);
  const UniqueFd mark(
      ::openat(folder_, kErasing, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!mark) return std::unexpected(StoreError::kIo);
  reached(Step::kSyncFolder);
  // As long as the mark is not on the disk nothing may be lost.
  if (::fsync(mark.get()) != 0 || ::fsync(folder_) != 0) return std::unexpected(StoreError::kIo);
  return finish_erase();
}

bool FileStore::erasing() const { return ::faccessat(folder_, kErasing, F_OK, 0) == 0; }

std::expected<void, StoreError> FileStore::finish_erase() {
  const auto all = names();
  if (!all) return std::unexpected(StoreError::kIo);
  for (const std::string& name : *all) {
    reached(Step::kOverwrite);
    if (!overwrite(name)) return std::unexpected(StoreError::kIo);
    reached(Step::kRemove);
    if (::unlinkat(folder_, name.c_str(), 0) != 0) return std::unexpected(StoreError::kIo);
  }
  reached(Step::kSyncFolder);
  if (::fsync(folder_) != 0) return std::unexpected(StoreError::kIo);
  reached(Step::kRemove);
  if (::unlinkat(folder_, kErasing, 0) != 0) return std::unexpected(StoreError::kIo);
  reached(Step::kSyncFolder);
  if (::fsync(folder_) != 0) return std::unexpected(StoreError::kIo);
  reached(Step::kDone);
  return {};
}

// The files that hold values, or half of one.
std::optional<std::vector<std::string>> FileStore::names() {
  const int copy = ::openat(folder_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (copy < 0) return std::nullopt;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(copy), ::closedir);
  if (!entries) {
    ::close(copy);
    return std::nullopt;
  }
  std::vector<std::string> found;
  while (const dirent* entry = ::readdir(entries.get())) {
    constexpr std::string_view kTemporary = ".tmp";
    const std::string name = entry->d_name;
    std::string_view value = name;
    if (value.ends_with(kTemporary)) value.remove_suffix(kTemporary.size());
    if (entry->d_type == DT_DIR) continue;  // none of ours
    if (valid(value) && std::ranges::find(kept_, value) == kept_.end()) found.push_back(name);
  }
  return found;
}

// Best effort: a file system may write elsewhere.
bool FileStore::overwrite(const std::string& name) {
  const UniqueFd file(
      ::openat(folder_, name.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  if (!file) return errno == ENOENT || errno == ELOOP;  // a link is removed, not followed
  struct stat info{};
  if (::fstat(file.get(), &info) != 0) return false;
  const std::vector<std::uint8_t> zeros(
      static_cast<std::size_t>(std::clamp<off_t>(info.st_size, 0, kLargestValue)));
  return write_all(file.get(), zeros) && ::fsync(file.get()) == 0;
}

bool FileStore::write_file(const std::string& name, std::span<const std::uint8_t> value) {
  // What a killed predecessor left under this name is overwritten.
  const UniqueFd file(
      ::openat(folder_, name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!file) return false;
  reached(Step::kWrite);
  if (!write_all(file.get(), value)) return false;
  reached(Step::kSync);
  return ::fsync(file.get()) == 0;
}

}  // namespace gokey::sim
