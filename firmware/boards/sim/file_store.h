// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

#include "boards/sim/posix.h"
#include "hal/store.h"

namespace gokey::sim {

// Values as files of one folder. A value is written beside the old one and takes its name once it
// is on the disk.
class FileStore final : public hal::Store {
 public:
  enum class Step : std::uint8_t { kCreate, kWrite, kSync, kRename, kSyncFolder, kDone };
  // Called before each step of save(): for tests that end the process there.
  using Probe = std::function<void(Step)>;

  // `folder` is a descriptor of the folder; not owned.
  explicit FileStore(int folder, Probe probe = {}) : folder_(folder), probe_(std::move(probe)) {}

  [[nodiscard]] std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> load(
      std::string_view name) override;
  [[nodiscard]] std::expected<void, hal::StoreError> save(
      std::string_view name, std::span<const std::uint8_t> value) override;

 private:
  [[nodiscard]] bool write_file(const std::string& name, std::span<const std::uint8_t> value);
  void reached(Step step) const {
    if (probe_) probe_(step);
  }

  int folder_;
  Probe probe_;
};

}  // namespace gokey::sim
