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
constexpr std::string_view kImageVersion = "gokey-sim state 1, flash image\n";
constexpr std::string_view kVersionFile = "version";
constexpr std::string_view kKeyFile = "device.key";
constexpr std::string_view kLockFile = "lock";
constexpr std::string_view kImageFile = "flash.img";
// As much as the board reserves on its eMMC; only what was written takes room on the disk.
constexpr std::uint32_t kImageBlocks = 6144;
constexpr std::size_t kSerialSize = 4;

std::string subject(const std::string& path) { return "state folder " + path; }

// A folder without a version is ours only if nothing is in it but what an interrupted first start
// left.
Result<void> check_ours(const std::string& path) {
  static const std::set<std::string, std::less<>> kFirst{"lock", "device.key", "device.key.tmp",
                                                         "version.tmp", "flash.img"};
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

Result<StateFolder> StateFolder::open(const std::string& path, std::chrono::milliseconds patience,
                                      std::optional<Storage> storage) {
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
  state.store_ = std::make_unique<FileStore>(
      state.folder_.get(), FileStore::Probe(),
      std::vector<std::string>{std::string(kVersionFile), std::string(kKeyFile),
                               std::string(kLockFile), std::string(kImageFile)});
  if (auto checked = state.check_version(path, storage); !checked) {
    return std::unexpected(checked.error());
  }
  if (auto loaded = state.load_device_key(path); !loaded) return std::unexpected(loaded.error());
  if (state.storage_ == Storage::kImage) {
    if (auto opened = state.open_image(path); !opened) return std::unexpected(opened.error());
  }
  if (auto done = state.finish_first_start(path); !done) return std::unexpected(done.error());
  return state;
}

Result<void> StateFolder::check_version(const std::string& path, std::optional<Storage> storage) {
  const auto version = store_->load(kVersionFile);
  if (!version) return failure(Exit::kFailed, subject(path), "cannot read its version");
  const std::optional<std::vector<std::uint8_t>>& value = *version;
  fresh_ = !value.has_value();
  if (fresh_) {
    storage_ = storage.value_or(Storage::kFiles);
    return {};
  }
  const bool image = std::ranges::equal(*value, wire::as_bytes(kImageVersion));
  if (image || std::ranges::equal(*value, wire::as_bytes(kVersion))) {
    storage_ = image ? Storage::kImage : Storage::kFiles;
    if (!storage || *storage == storage_) return {};
    return failure(Exit::kUsage, subject(path),
                   image ? "keeps its values in an image" : "keeps its values in files",
                   "leave --storage out, or name a new folder");
  }
  return failure(Exit::kFailed, subject(path),
                 "was made by another version of gokey-sim; left untouched",
                 "use that version, or name a new folder");
}

Result<void> StateFolder::load_device_key(const std::string& path) {
  auto loaded = store_->load(kKeyFile);
  if (!loaded) return failure(Exit::kFailed, subject(path), "cannot read device.key");
  std::optional<std::vector<std::uint8_t>>& bytes = *loaded;
  if (!bytes && fresh_) {
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
  return {};
}

Result<void> StateFolder::open_image(const std::string& path) {
  const std::string name(kImageFile);
  const int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | (fresh_ ? O_CREAT : 0);
  UniqueFd file(::openat(folder_.get(), name.c_str(), flags, 0600));
  if (!file) return failure(Exit::kFailed, subject(path), "flash.img: " + error_text(errno));
  constexpr off_t kSize = static_cast<off_t>(kImageBlocks) * hal::Blocks::kSize;
  if (fresh_ && ::ftruncate(file.get(), kSize) != 0) {
    return failure(Exit::kFailed, subject(path), "flash.img: " + error_text(errno));
  }
  struct stat info{};
  if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_size != kSize) {
    return failure(Exit::kFailed, subject(path), "flash.img is not as it was made; left untouched",
                   "restore the folder from a backup, or name a new one");
  }
  image_ = std::make_unique<FileBlocks>(std::move(file), kImageBlocks);
  image_store_ = std::make_unique<store::LogStore>(*image_, *device_key_);
  // What keeps it from opening the vault will find and say.
  static_cast<void>(image_store_->open());
  const store::Health& health = image_store_->health();
  if (health.lost) log_line("the storage had damage in both copies; older values may be in use");
  if (health.degraded) log_line("one copy of the storage is damaged and cannot be repaired");
  if (health.repaired) log_line("one copy of the storage was half-written or damaged: repaired");
  return {};
}

// Last, so that a first start that was interrupted before is simply continued.
Result<void> StateFolder::finish_first_start(const std::string& path) {
  const std::string_view version = storage_ == Storage::kImage ? kImageVersion : kVersion;
  if (fresh_ && !store_->save(kVersionFile, wire::as_bytes(version))) {
    return failure(Exit::kFailed, subject(path), "cannot write its version");
  }
  return {};
}

}  // namespace gokey::sim
