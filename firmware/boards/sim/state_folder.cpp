// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/state_folder.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <set>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wire/bytes.h"

namespace gokey::sim {
namespace {

constexpr std::string_view kVersion = "gokey-sim state 1\n";
constexpr std::string_view kVersionFile = "version";
constexpr std::string_view kKeyFile = "device.key";
constexpr std::string_view kLockFile = "lock";
constexpr std::size_t kSerialSize = 4;

std::string subject(const std::string& path) { return "state folder " + path; }

// A folder without a version is ours only if nothing is in it but what an interrupted first start
// left.
Result<void> check_ours(const std::string& path) {
  static const std::set<std::string, std::less<>> kFirst{"lock", "device.key", "device.key.tmp",
                                                         "version.tmp"};
  std::error_code error;
  std::filesystem::directory_iterator entries(path, error);
  if (error) return failure(Exit::kFailed, subject(path), error.message());
  for (const auto& entry : entries) {
    const std::string name = entry.path().filename();
    if (name == kVersionFile) return {};
    if (!kFirst.contains(name) &&
        !std::filesystem::exists(std::filesystem::path(path) / kVersionFile)) {
      return failure(Exit::kFailed, subject(path), "holds other files and no token; left untouched",
                     "name a new or an empty folder");
    }
  }
  return {};
}

Result<UniqueFd> take_lock(int folder, const std::string& path,
                           std::chrono::milliseconds patience) {
  UniqueFd lock(::openat(folder, std::string(kLockFile).c_str(),
                         O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!lock) return failure(Exit::kFailed, subject(path), error_text(errno));
  constexpr std::chrono::milliseconds kPause{10};
  for (auto waited = std::chrono::milliseconds{0};; waited += kPause) {
    if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK && errno != EINTR) {
      return failure(Exit::kFailed, subject(path), error_text(errno));
    }
    if (waited >= patience) break;
    std::this_thread::sleep_for(kPause);
  }
  return failure(Exit::kBusy, subject(path), "another gokey-sim is using it", "end that one first");
}

}  // namespace

Result<StateFolder> StateFolder::open(const std::string& path, std::chrono::milliseconds patience) {
  std::error_code error;
  if (!std::filesystem::exists(path, error)) {
    const mode_t before = ::umask(077);
    std::filesystem::create_directories(path, error);
    ::umask(before);
    if (error) return failure(Exit::kFailed, subject(path), error.message());
  }
  UniqueFd folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder) return failure(Exit::kFailed, subject(path), error_text(errno));
  if (auto ours = check_ours(path); !ours) return std::unexpected(ours.error());
  auto lock = take_lock(folder.get(), path, patience);
  if (!lock) return std::unexpected(lock.error());

  StateFolder state(std::move(folder), std::move(*lock));
  state.store_ = std::make_unique<FileStore>(state.folder_.get());
  if (auto checked = state.check_version(path); !checked) return std::unexpected(checked.error());
  if (auto loaded = state.load_device_key(path, state.fresh_); !loaded) {
    return std::unexpected(loaded.error());
  }
  return state;
}

Result<void> StateFolder::check_version(const std::string& path) {
  const auto version = store_->load(kVersionFile);
  if (!version) return failure(Exit::kFailed, subject(path), "cannot read its version");
  const std::optional<std::vector<std::uint8_t>>& value = *version;
  fresh_ = !value.has_value();
  if (!value || std::ranges::equal(*value, wire::as_bytes(kVersion))) return {};
  return failure(Exit::kFailed, subject(path),
                 "was made by another version of gokey-sim; left untouched",
                 "use that version, or name a new folder");
}

Result<void> StateFolder::load_device_key(const std::string& path, bool fresh) {
  auto loaded = store_->load(kKeyFile);
  if (!loaded) return failure(Exit::kFailed, subject(path), "cannot read device.key");
  std::optional<std::vector<std::uint8_t>>& bytes = *loaded;
  if (!bytes && fresh) {
    bytes.emplace(FileDeviceKey::kSecretSize + kSerialSize);
    SystemRandom().fill(*bytes);
    if (!store_->save(kKeyFile, *bytes)) {
      crypto::wipe(*bytes);
      return failure(Exit::kFailed, subject(path), "cannot write device.key");
    }
  }
  if (!bytes || bytes->size() != FileDeviceKey::kSecretSize + kSerialSize) {
    return failure(Exit::kFailed, subject(path), "device.key is missing or damaged; left untouched",
                   "without it nothing in this folder can be opened; name a new folder");
  }
  const std::span<std::uint8_t> whole(*bytes);
  std::array<std::uint8_t, kSerialSize> serial{};
  std::ranges::copy(whole.last(kSerialSize), serial.begin());
  device_key_ = std::make_unique<FileDeviceKey>(
      crypto::Secret::copy_of(whole.first(FileDeviceKey::kSecretSize)), serial);
  crypto::wipe(whole);
  // Last, so that a first start that was interrupted before is simply continued.
  if (fresh && !store_->save(kVersionFile, wire::as_bytes(kVersion))) {
    return failure(Exit::kFailed, subject(path), "cannot write its version");
  }
  return {};
}

}  // namespace gokey::sim
