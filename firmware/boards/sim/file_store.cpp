// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/file_store.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gokey::sim {
namespace {

using hal::StoreError;

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
