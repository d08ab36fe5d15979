// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/identity.h"

#include <cerrno>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "base/file.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::transport {
namespace {

constexpr std::size_t kMaxSize = 64 * 1024;

Error identity_error(const std::filesystem::path& file, Sentence why, Sentence hint,
                     std::string reason) {
  return Error{.code = Code::kSshAuth,
               .message = say("use the SSH identity {}: {}", file.string(), std::move(why)),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

// Straight into locked memory, with the zero byte at its end that libssh wants.
Result<Secret> read_text(const std::filesystem::path& file) {
  const base::Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd && errno == ENOENT) {
    return std::unexpected(identity_error(file, say("there is no such file"),
                                          say("choose a key with -i FILE"), "identity-missing"));
  }
  if (!fd)
    return std::unexpected(base::errno_error(marked("read the SSH identity {}"), file, errno));
  Secret text(kMaxSize);
  ssize_t count = 1;
  while (count > 0 && text.size() < text.capacity()) {
    text.fill([&](std::span<std::uint8_t> room) -> std::size_t {
      do {
        count = ::read(fd.get(), room.data(), room.size());
      } while (count < 0 && errno == EINTR);
      return count > 0 ? static_cast<std::size_t>(count) : 0;
    });
  }
  if (count < 0)
    return std::unexpected(base::errno_error(marked("read the SSH identity {}"), file, errno));
  if (text.append(std::uint8_t{0})) return text;
  return std::unexpected(
      identity_error(file, say("it is too large for a key"), "", "identity-malformed"));
}

// OpenSSH PROTOCOL.key: "openssh-key-v1", a zero byte, then the cipher's name as a string. "none"
// shows up in the base64 text as this prefix.
constexpr std::string_view kOpenSsh = "-----BEGIN OPENSSH PRIVATE KEY-----";
constexpr std::string_view kUnencrypted = "b3BlbnNzaC1rZXktdjEAAAAABG5vbm";

bool is_encrypted(std::string_view text) {
  const auto begin = text.find(kOpenSsh);
  if (begin == std::string_view::npos) {  // PEM: RFC 1421 headers, PKCS #8
    return text.find("ENCRYPTED") != std::string_view::npos;
  }
  text.remove_prefix(begin + kOpenSsh.size());
  const auto body = text.find_first_not_of("\r\n");
  return body == std::string_view::npos || !text.substr(body).starts_with(kUnencrypted);
}

}  // namespace

Result<Key> read_identity(const std::filesystem::path& file) {
  const Result<Secret> text = read_text(file);
  if (!text) return std::unexpected(text.error());
  return text->expose([&](std::span<const std::uint8_t> bytes) -> Result<Key> {
    const char* pem = reinterpret_cast<const char*>(bytes.data());
    const std::string_view view(pem, bytes.size() - 1);
    if (is_encrypted(view)) {
      return std::unexpected(identity_error(file, say("it is protected by a passphrase"),
                                            "ssh-add " + file.string(), "identity-encrypted"));
    }
    ssh_key raw = nullptr;
    if (ssh_pki_import_privkey_base64(pem, nullptr, nullptr, nullptr, &raw) != SSH_OK) {
      return std::unexpected(
          identity_error(file, say("it is not an SSH private key"), "", "identity-malformed"));
    }
    return Key(raw);
  });
}

}  // namespace gokeyctl::transport
