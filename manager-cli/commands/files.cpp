// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/files.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

std::unexpected<Error> failed(std::string message, std::string hint = {}) {
  return std::unexpected(Error{Code::kFailed, std::move(message), std::move(hint), {}, nullptr});
}

Result<void> write_all(const std::string& file, int flags, mode_t mode, std::string_view content) {
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, mode);
  if (fd < 0 && errno == EEXIST) {
    return failed(fill(_("{} exists already and is left as it is"), {file}), _("name a new file"));
  }
  if (fd < 0) return failed(fill(_("{} cannot be written: {}"), {file, std::strerror(errno)}));
  while (!content.empty()) {
    const ssize_t written = write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  const int error = errno;
  const bool closed = close(fd) == 0;
  if (content.empty() && closed) return {};
  return failed(fill(_("{} could not be written: {}"), {file, std::strerror(error)}));
}

}  // namespace

Result<void> write_new_file(const std::string& file, std::string_view content) {
  return write_all(file, O_EXCL, 0600, content);
}

Result<void> write_file(const std::string& file, std::string_view content) {
  return write_all(file, O_TRUNC, 0644, content);
}

Result<std::string> read_file(const std::string& file, std::size_t limit) {
  const int fd = file == "-" ? dup(STDIN_FILENO) : open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failed(fill(_("{} cannot be read: {}"), {file, std::strerror(errno)}));
  std::string content;
  std::array<char, 4096> block{};
  ssize_t got = 0;
  while (content.size() <= limit && (got = read(fd, block.data(), block.size())) != 0) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) break;
    content.append(block.data(), static_cast<std::size_t>(got));
  }
  const int error = errno;
  close(fd);
  if (got < 0) return failed(fill(_("{} cannot be read: {}"), {file, std::strerror(error)}));
  if (content.size() > limit) return failed(fill(_("{} is larger than {} bytes"), {file, limit}));
  return content;
}

}  // namespace gokeyctl::cli
