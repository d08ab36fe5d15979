// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdio>
#include <mutex>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "gokeyctl/log.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

constexpr off_t kMaxSize = 1024 * 1024;
constexpr int kKept = 5;

fs::path numbered(const fs::path& file, int number) {
  return number == 0 ? file : fs::path(file.string() + "." + std::to_string(number));
}

// Several programs may write the same log: appending is atomic per line, and rotating is done under
// a lock by the first who finds the file full.
class LogFile final : public LogSink {
 public:
  LogFile(fs::path file, base::Descriptor fd) : file_(std::move(file)), fd_(std::move(fd)) {}

  void write(LogLevel /*level*/, std::string_view line) override {
    const std::lock_guard guard(mutex_);
    std::string whole(line);
    whole += '\n';
    if (too_full(fd_.get(), whole.size())) rotate(whole.size());
    // A log that cannot be written must not stop what is being logged.
    if (fd_) [[maybe_unused]]
      const ssize_t ignored = ::write(fd_.get(), whole.data(), whole.size());
  }

  static base::Descriptor open(const fs::path& file) {
    base::Descriptor fd(
        ::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (fd) static_cast<void>(::fchmod(fd.get(), 0600));
    return fd;
  }

 private:
  static bool too_full(int fd, std::size_t more) {
    struct stat info{};
    if (::fstat(fd, &info) != 0) return true;
    return info.st_size > 0 && info.st_size + static_cast<off_t>(more) > kMaxSize;
  }

  void rotate(std::size_t more) {
    const auto lock = base::FileLock::take(fs::path(file_.string() + ".lock"));
    if (!lock) return;
    fd_ = open(file_);  // another program may have rotated meanwhile
    if (fd_ && !too_full(fd_.get(), more)) return;
    for (int i = kKept; i > 0; --i) {
      static_cast<void>(::rename(numbered(file_, i - 1).c_str(), numbered(file_, i).c_str()));
    }
    fd_ = open(file_);
  }

  fs::path file_;
  base::Descriptor fd_;
  std::mutex mutex_;
};

}  // namespace

Result<std::shared_ptr<LogSink>> open_log_file(const fs::path& file) {
  if (auto made = base::make_private_folder(file.parent_path()); !made)
    return std::unexpected(made.error());
  base::Descriptor fd = LogFile::open(file);
  if (!fd) return std::unexpected(base::errno_error(marked("open {}"), file, errno));
  return std::make_shared<LogFile>(file, std::move(fd));
}

}  // namespace gokeyctl
