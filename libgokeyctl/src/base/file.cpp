// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_error.h"

namespace gokeyctl::base {
namespace {

namespace fs = std::filesystem;

Result<void> write_and_sync(int fd, std::string_view text, const fs::path& file) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return std::unexpected(errno_error(marked("write {}"), file, errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::fsync(fd) != 0) return std::unexpected(errno_error(marked("write {}"), file, errno));
  return {};
}

// After a rename, so that the new name survives a power cut. Some file systems cannot; the file is
// in place anyway.
void sync_folder(const fs::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd) static_cast<void>(::fsync(fd.get()));
}

}  // namespace

Error errno_error(const char* doing, const fs::path& file, int error_number) {
  Error error;
  error.code =
      error_number == EACCES || error_number == EPERM ? Code::kNoPermission : Code::kFailed;
  error.message = say("{}: {}", say(doing, file.string()), system_error(error_number));
  error.details["reason"] = "file";
  return error;
}

Result<std::optional<std::string>> read_file(const fs::path& file, std::size_t limit) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  if (!fd) return std::unexpected(errno_error(marked("read {}"), file, errno));
  std::string text;
  char chunk[4096];
  for (;;) {
    const ssize_t count = ::read(fd.get(), chunk, sizeof chunk);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(errno_error(marked("read {}"), file, errno));
    if (count == 0) return text;
    text.append(chunk, static_cast<std::size_t>(count));
    if (text.size() > limit) {
      return std::unexpected(
          Error{.code = Code::kFailed,
                .message = say("read {}: larger than {} bytes", file.string(), limit),
                .hint = {},
                .details = {{"reason", "file"}},
                .cause = nullptr});
    }
  }
}

Result<void> make_private_folder(const fs::path& folder) {
  if (folder.empty() || ::access(folder.c_str(), F_OK) == 0) return {};
  if (auto above = make_private_folder(folder.parent_path()); !above) return above;
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
    return std::unexpected(errno_error(marked("make {}"), folder, errno));
  return {};
}

Result<void> write_file(const fs::path& file, std::string_view text) {
  std::error_code missing;
  fs::path target = fs::canonical(file, missing);
  if (missing) target = file;
  if (auto made = make_private_folder(target.parent_path()); !made) return made;

  std::string temporary = target.string() + ".XXXXXX";
  Descriptor fd(::mkostemp(temporary.data(), O_CLOEXEC));  // mode 0600
  if (!fd) return std::unexpected(errno_error(marked("write {}"), target, errno));
  if (auto written = write_and_sync(fd.get(), text, target); !written) {
    ::unlink(temporary.c_str());
    return written;
  }
  if (::rename(temporary.c_str(), target.c_str()) != 0) {
    const int why = errno;
    ::unlink(temporary.c_str());
    return std::unexpected(errno_error(marked("replace {}"), target, why));
  }
  sync_folder(target.has_parent_path() ? target.parent_path() : fs::path("."));
  return {};
}

Result<FileLock> FileLock::take(const fs::path& lock_file) {
  if (auto made = make_private_folder(lock_file.parent_path()); !made)
    return std::unexpected(made.error());
  Descriptor fd(::open(lock_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!fd) return std::unexpected(errno_error(marked("lock {}"), lock_file, errno));
  while (::flock(fd.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return std::unexpected(errno_error(marked("lock {}"), lock_file, errno));
  }
  return FileLock(std::move(fd));
}

}  // namespace gokeyctl::base
