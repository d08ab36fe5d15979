// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/ssh.h"

#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>

#include "gokeyctl/text.h"
#include "transport/ssh/auth.h"
#include "transport/ssh/channel.h"
#include "transport/ssh/public_key.h"
#include "transport/ssh/session.h"
#include "transport/ssh/socket.h"
#include "transport/ssh/warm_up.h"

namespace gokeyctl::transport {
namespace {

struct Choice {
  ssh_options_e option;
  const char* names;
};
// Without SHA-1, CBC and finite-field groups. The original firmware has an ecdsa-sha2-nistp256 host
// key.
constexpr Choice kAlgorithms[] = {
    {SSH_OPTIONS_KEY_EXCHANGE,
     "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-"
     "sha2-nistp521"},
    {SSH_OPTIONS_HOSTKEYS,
     "ssh-ed25519,ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521,rsa-sha2-512,rsa-"
     "sha2-256"},
    {SSH_OPTIONS_CIPHERS_C_S,
     "aes256-gcm@openssh.com,aes128-gcm@openssh.com,chacha20-poly1305@openssh.com,aes256-ctr,"
     "aes128-ctr"},
    {SSH_OPTIONS_CIPHERS_S_C,
     "aes256-gcm@openssh.com,aes128-gcm@openssh.com,chacha20-poly1305@openssh.com,aes256-ctr,"
     "aes128-ctr"},
    {SSH_OPTIONS_HMAC_C_S,
     "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512"},
    {SSH_OPTIONS_HMAC_S_C,
     "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512"},
};

Error internal(Sentence what) {
  return Error{.code = Code::kInternal,
               .message = say("{}: {}", say("set up SSH"), std::move(what)),
               .hint = {},
               .details = {{"reason", "libssh"}},
               .cause = nullptr};
}

// libssh looks at no file of the user's: what is trusted, and with which key to log in, comes from
// our caller.
Result<void> set_options(ssh_session raw, const SshTarget& target, const std::string& user,
                         int fd) {
  const int no = 0;
  const unsigned port = target.port;
  bool ok = ssh_options_set(raw, SSH_OPTIONS_PROCESS_CONFIG, &no) == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_SSH_DIR, "/nonexistent") == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_KNOWNHOSTS, "/dev/null") == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_GLOBAL_KNOWNHOSTS, "/dev/null") == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_HOST, target.host.c_str()) == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_PORT, &port) == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_USER, user.c_str()) == SSH_OK;
  for (const Choice& choice : kAlgorithms)
    ok = ok && ssh_options_set(raw, choice.option, choice.names) == SSH_OK;
  ok = ok && ssh_options_set(raw, SSH_OPTIONS_FD, &fd) == SSH_OK;
  return ok ? Result<void>() : std::unexpected(internal(printable(ssh_get_error(raw))));
}

// Connected, keys exchanged, nobody logged in. `meanwhile` is called once if there is time for it
// while the console computes its half of the exchange.
Result<Session> handshake(const SshTarget& target, const std::string& user,
                          const std::function<void()>& meanwhile = {}) {
  constexpr const char* kDoing = marked("talk SSH with the console");
  const auto deadline = base::Deadline::in(target.timeout);
  auto fd = connect_tcp({target.host, target.port, target.interface, target.cancel_fd}, deadline);
  if (!fd) return std::unexpected(std::move(fd).error());
  Session session(ssh_new(), target.cancel_fd);
  if (session.get() == nullptr) return std::unexpected(internal(say("out of memory")));
  // From here on libssh closes the socket.
  if (auto set = set_options(session.get(), target, user, fd->get()); !set)
    return std::unexpected(std::move(set).error());
  static_cast<void>(fd->release());
  ssh_set_blocking(session.get(), 0);
  std::size_t next = 0;
  const auto work = [&] {
    const auto pieces = warm_up_pieces();
    if (next < pieces.size()) {
      pieces[next]();
    } else if (meanwhile) {
      meanwhile();
    }
    return ++next <= pieces.size();
  };
  const auto outcome = session.drive([&] { return ssh_connect(session.get()); }, SSH_AGAIN,
                                     {deadline}, kDoing, work);
  if (!outcome && outcome.error().code != Code::kTimeout) return std::unexpected(outcome.error());
  if (!outcome) {
    // Connected, yet no answer: nothing was asked for, so nothing can have happened.
    Error error = outcome.error();
    error.code = Code::kUnreachable;
    error.details["reason"] = "handshake-timeout";
    return std::unexpected(std::move(error));
  }
  if (*outcome != SSH_OK) return std::unexpected(session.broken(kDoing));
  return session;
}

Result<PeerKey> peer_key_of(const Session& session) {
  ssh_key key = nullptr;
  if (ssh_get_server_publickey(session.get(), &key) != SSH_OK)
    return std::unexpected(internal(say("no host key")));
  PeerKey peer{ssh_key_type_to_char(ssh_key_type(key)), ""};
  unsigned char* hash = nullptr;
  std::size_t size = 0;
  const int hashed = ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size);
  ssh_key_free(key);
  if (hashed != 0) return std::unexpected(internal(say("no host key fingerprint")));
  char* text = ssh_get_fingerprint_hash(SSH_PUBLICKEY_HASH_SHA256, hash, size);
  if (text != nullptr) peer.fingerprint = text;
  ssh_string_free_char(text);
  ssh_clean_pubkey_hash(&hash);
  return peer;
}

class SshConnection final : public Connection {
 public:
  SshConnection(Session session, PeerKey key) : session_(std::move(session)), key_(std::move(key)) {
    const char* banner = ssh_get_serverbanner(session_.get());
    identification_ = printable(banner == nullptr ? "" : banner);
  }

  const PeerKey& peer_key() const override { return key_; }
  const std::string& identification() const override { return identification_; }

  Result<std::unique_ptr<Link>> exec(std::string_view command, base::Deadline deadline) override {
    auto channel = SshChannel::open(session_, deadline);
    if (!channel) return std::unexpected(std::move(channel).error());
    if (auto sent = (*channel)->request_exec(command, deadline); !sent)
      return std::unexpected(std::move(sent).error());
    return std::move(*channel);
  }

  Result<std::unique_ptr<Link>> shell(base::Deadline deadline) override {
    auto channel = SshChannel::open(session_, deadline);
    if (!channel) return std::unexpected(std::move(channel).error());
    if (auto sent = (*channel)->request_shell(deadline); !sent)
      return std::unexpected(std::move(sent).error());
    return std::move(*channel);
  }

  Result<void> wait_closed(base::Deadline deadline) override {
    // Nothing is spoken any more: what still comes is thrown away unread.
    std::array<char, 4096> ignored;
    while (ssh_is_connected(session_.get()) != 0) {
      const ssize_t count =
          ::recv(ssh_get_fd(session_.get()), ignored.data(), ignored.size(), MSG_DONTWAIT);
      if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) return {};
      if (auto ready =
              session_.wait({deadline}, marked("wait for the console to end the connection"));
          !ready)
        return ready;
    }
    return {};
  }

 private:
  Session session_;
  PeerKey key_;
  std::string identification_;
};

}  // namespace

Result<std::unique_ptr<Connection>> open_ssh(const SshTarget& target, const SshLogin& login) {
  std::optional<Result<Key>> identity;
  const auto read_early = [&] {
    if (login.identity) identity = read_identity(*login.identity);
  };
  auto session = handshake(target, login.user, read_early);
  if (!session) return std::unexpected(std::move(session).error());
  auto key = peer_key_of(*session);
  if (!key) return std::unexpected(std::move(key).error());
  login.log.event(
      LogLevel::kDebug, "ssh-connected",
      {{"host", target.host}, {"key_type", key->type}, {"fingerprint", key->fingerprint}});
  if (auto trusted = login.check_peer_key(*key); !trusted)
    return std::unexpected(std::move(trusted).error());
  if (auto done = log_in(*session, login, std::move(identity), target.timeout); !done)
    return std::unexpected(std::move(done).error());
  login.log.event(LogLevel::kDebug, "ssh-logged-in");
  return std::make_unique<SshConnection>(std::move(*session), std::move(*key));
}

Result<PeerKey> scan_ssh(const SshTarget& target) {
  auto session = handshake(target, "gokey");
  if (!session) return std::unexpected(std::move(session).error());
  return peer_key_of(*session);
}

Result<std::vector<bool>> try_ssh_keys(
    const SshTarget& target, const std::function<Result<void>(const PeerKey&)>& check_peer_key,
    std::span<const std::span<const std::uint8_t>> public_keys) {
  constexpr const char* kDoing = marked("ask the console about a key");
  auto session = handshake(target, "gokey");
  if (!session) return std::unexpected(std::move(session).error());
  const auto peer = peer_key_of(*session);
  if (!peer) return std::unexpected(peer.error());
  if (auto trusted = check_peer_key(*peer); !trusted)
    return std::unexpected(std::move(trusted).error());
  if (auto begun = begin_log_in(*session, base::Deadline::in(target.timeout)); !begun)
    return std::unexpected(std::move(begun).error());
  std::vector<bool> answers;
  for (const std::span<const std::uint8_t> blob : public_keys) {
    const Result<Key> key = import_public_key(blob);
    if (!key) return std::unexpected(key.error());
    const auto deadline = base::Deadline::in(target.timeout);
    const Result<int> outcome = session->drive(
        [&] { return ssh_userauth_try_publickey(session->get(), nullptr, key->get()); },
        SSH_AUTH_AGAIN, {deadline}, kDoing);
    const bool over = !outcome || (*outcome != SSH_AUTH_SUCCESS && *outcome != SSH_AUTH_DENIED &&
                                   *outcome != SSH_AUTH_PARTIAL);
    if (over && answers.empty())
      return std::unexpected(outcome ? session->broken(kDoing) : outcome.error());
    if (over) break;
    answers.push_back(*outcome == SSH_AUTH_SUCCESS);
  }
  return answers;
}

}  // namespace gokeyctl::transport
