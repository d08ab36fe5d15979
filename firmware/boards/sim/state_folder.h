// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "boards/sim/failure.h"
#include "boards/sim/file_store.h"
#include "boards/sim/platform.h"
#include "boards/sim/posix.h"

namespace gokey::sim {

// The folder that stands for one token's silicon and flash. Exactly one process has it open at a
// time.
class StateFolder {
 public:
  // Opens the folder, or makes a new token in it if it is missing or empty. `patience`: how long to
  // wait for another process to let go of it, since one that was killed may still be on its way
  // out.
  [[nodiscard]] static Result<StateFolder> open(const std::string& path,
                                                std::chrono::milliseconds patience);

  [[nodiscard]] FileStore& store() { return *store_; }
  [[nodiscard]] const FileDeviceKey& device_key() const { return *device_key_; }

 private:
  StateFolder(UniqueFd folder, UniqueFd lock)
      : folder_(std::move(folder)), lock_(std::move(lock)) {}
  [[nodiscard]] Result<void> check_version(const std::string& path);
  [[nodiscard]] Result<void> load_device_key(const std::string& path, bool fresh);

  UniqueFd folder_, lock_;
  std::unique_ptr<FileStore> store_;
  std::unique_ptr<FileDeviceKey> device_key_;
  bool fresh_ = false;
};

}  // namespace gokey::sim
