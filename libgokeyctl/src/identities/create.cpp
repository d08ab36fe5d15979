// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "gokeyctl/identities.h"
#include "gokeyctl/text.h"
#include "transport/ssh/public_key.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

Error name_taken(const fs::path& file) {
  return Error{Code::kUsage,
               say("{} exists already; it was left as it is", file.string()),
               say("choose another name"),
               {{"reason", "exists"}},
               nullptr};
}

// A whole new file or none: written beside it, then linked to its name, which fails if that is
// taken.
Result<void> write_new(const fs::path& file, std::span<const std::uint8_t> text, mode_t mode) {
  std::string beside = file.string() + ".XXXXXX";
  const base::Descriptor fd(mkostemp(beside.data(), O_CLOEXEC));  // 0600
  if (!fd) return std::unexpected(base::errno_error("make", file, errno));
  int error = 0;
  while (!text.empty() && error == 0) {
    const ssize_t count = write(fd.get(), text.data(), text.size());
    if (count < 0 && errno != EINTR) error = errno;
    if (count > 0) text = text.subspan(static_cast<std::size_t>(count));
  }
  if (error == 0 && (fchmod(fd.get(), mode) != 0 || fsync(fd.get()) != 0)) error = errno;
  if (error == 0 && link(beside.c_str(), file.c_str()) != 0) error = errno;
  unlink(beside.c_str());
  if (error == EEXIST) return std::unexpected(name_taken(file));
  if (error != 0) return std::unexpected(base::errno_error("write", file, error));
  const base::Descriptor folder(
      open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder || fsync(folder.get()) != 0)
    return std::unexpected(base::errno_error("write", file, errno));
  return {};
}

}  // namespace

Result<SshIdentity> create_identity(const fs::path& file, std::string_view comment,
                                    const Secret* passphrase) {
  fs::path public_file = file;
  public_file += ".pub";
  std::error_code error;
  for (const fs::path& path : {file, public_file}) {
    if (fs::exists(fs::symlink_status(path, error))) return std::unexpected(name_taken(path));
  }
  if (Result<void> folder = base::make_private_folder(file.parent_path()); !folder)
    return std::unexpected(folder.error());
  const Result<transport::NewKey> key = transport::make_ed25519(passphrase);
  if (!key) return std::unexpected(key.error());
  const Result<void> written = key->private_file.expose(
      [&](std::span<const std::uint8_t> text) { return write_new(file, text, 0600); });
  if (!written) return std::unexpected(written.error());
  const std::string line = key->public_line + " " + printable(comment) + "\n";
  const Result<void> published = write_new(
      public_file, {reinterpret_cast<const std::uint8_t*>(line.data()), line.size()}, 0644);
  if (!published) {
    unlink(file.c_str());  // half a pair would only be in the way of the next try
    return std::unexpected(published.error());
  }
  return identity_from_file(file);
}

}  // namespace gokeyctl
