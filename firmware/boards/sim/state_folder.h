// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "boards/sim/failure.h"
#include "boards/sim/file_blocks.h"
#include "boards/sim/file_store.h"
#include "boards/sim/platform.h"
#include "boards/sim/posix.h"
#include "core/store/log_store.h"

namespace gokey::sim {

// How a state folder keeps the values of its token.
enum class Storage : std::uint8_t {
  kFiles,  // one file each: FileStore
  kImage,  // in flash.img as on the board's eMMC: store::LogStore
};

// The folder that stands for one token's silicon and flash. Exactly one process has it open at a
// time.
class StateFolder {
 public:
  // Opens the folder, or makes a new token in it if it is missing or empty. `patience`: how long to
  // wait for another process to let go of it, since one that was killed may still be on its way
  // out.
  // `storage`: of a new folder, files where nothing is said; an old folder must agree.
  [[nodiscard]] static Result<StateFolder> open(const std::string& path,
                                                std::chrono::milliseconds patience,
                                                std::optional<Storage> storage = std::nullopt);

  [[nodiscard]] hal::Store& store() {
    if (image_store_) return *image_store_;
    return *store_;
  }
  [[nodiscard]] const FileDeviceKey& device_key() const { return *device_key_; }

 private:
  StateFolder(UniqueFd folder, UniqueFd lock)
      : folder_(std::move(folder)), lock_(std::move(lock)) {}
  [[nodiscard]] Result<void> check_version(const std::string& path, std::optional<Storage> storage);
  [[nodiscard]] Result<void> load_device_key(const std::string& path);
  [[nodiscard]] Result<void> open_image(const std::string& path);
  [[nodiscard]] Result<void> finish_first_start(const std::string& path);

  UniqueFd folder_, lock_;
  std::unique_ptr<FileStore> store_;
  std::unique_ptr<FileDeviceKey> device_key_;
  std::unique_ptr<FileBlocks> image_;
  std::unique_ptr<store::LogStore> image_store_;
  Storage storage_ = Storage::kFiles;
  bool fresh_ = false;
};

}  // namespace gokey::sim
