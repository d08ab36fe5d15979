// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Small files read and written whole.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::base {

// "open FILE: No such file or directory" for the errno of a failed call; `doing` is a marked text
// with the file in it: "open {}".
[[nodiscard]] Error errno_error(const char* doing, const std::filesystem::path& file,
                                int error_number);

// The whole file; absent when it does not exist. Larger than `limit` bytes: kFailed.
[[nodiscard]] Result<std::optional<std::string>> read_file(const std::filesystem::path& file,
                                                           std::size_t limit);

// Replaces the file: temporary file beside it, mode 0600, fsync, rename, fsync of the folder.
// Missing folders are made with mode 0700. A symbolic link is followed, so that the file it names
// is replaced and not the link.
[[nodiscard]] Result<void> write_file(const std::filesystem::path& file, std::string_view text);

// Makes the folder and those above it, mode 0700.
[[nodiscard]] Result<void> make_private_folder(const std::filesystem::path& folder);

// An exclusive lock held as long as the object lives, on a file of its own (created 0600, never
// removed).
class FileLock {
 public:
  [[nodiscard]] static Result<FileLock> take(const std::filesystem::path& lock_file);

 private:
  explicit FileLock(Descriptor fd) : fd_(std::move(fd)) {}
  Descriptor fd_;
};

}  // namespace gokeyctl::base
