// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "boards/sim/posix.h"
#include "hal/store.h"

namespace gokey::sim {

// Values as files of one folder. A value is written beside the old one and takes its name once it
// is on the disk.
class FileStore final : public hal::Store {
 public:
  enum class Step : std::uint8_t {
    kCreate,
    kWrite,
    kSync,
    kRename,
    kSyncFolder,
    kDone,
    kOverwrite,
    kRemove
  };
  // Called before each step of save() and erase(): for tests that end the process there.
  using Probe = std::function<void(Step)>;

  // `folder` is a descriptor of the folder; not owned. erase() leaves the values named in `kept`:
  // what stands for silicon.
  explicit FileStore(int folder, Probe probe = {}, std::vector<std::string> kept = {})
      : folder_(folder), probe_(std::move(probe)), kept_(std::move(kept)) {}

  [[nodiscard]] std::expected<std::optional<std::vector<std::uint8_t>>, hal::StoreError> load(
      std::string_view name) override;
  [[nodiscard]] std::expected<void, hal::StoreError> save(
      std::string_view name, std::span<const std::uint8_t> value) override;
  // Once begun it is continued by the next load() or save().
  [[nodiscard]] std::expected<void, hal::StoreError> erase() override;

 private:
  [[nodiscard]] bool erasing() const;
  [[nodiscard]] std::expected<void, hal::StoreError> finish_erase();
  [[nodiscard]] bool overwrite(const std::string& name);
  [[nodiscard]] std::optional<std::vector<std::string>> names();
  [[nodiscard]] bool write_file(const std::string& name, std::span<const std::uint8_t> value);
  void reached(Step step) const {
    if (probe_) probe_(step);
  }

  int folder_;
  Probe probe_;
  std::vector<std::string> kept_;
};

}  // namespace gokey::sim
