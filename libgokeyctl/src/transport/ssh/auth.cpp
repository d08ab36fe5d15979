// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/auth.h"

#include <cstdlib>

namespace gokeyctl::transport {
namespace {

constexpr const char* kDoing = marked("log in to the console");

Error refused(Sentence why, Sentence hint, std::string reason) {
  return Error{.code = Code::kSshAuth,
               .message = say("{}: {}", say(kDoing), std::move(why)),
               .hint = std::move(hint),
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

bool agent_there() {
  const char* socket = std::getenv("SSH_AUTH_SOCK");
  return socket != nullptr && *socket != '\0';
}

// True: logged in. False: the console did not take it.
Result<bool> judge(const Session& session, const Result<int>& outcome) {
  if (!outcome) return std::unexpected(outcome.error());
  if (*outcome == SSH_AUTH_SUCCESS) return true;
  if (*outcome == SSH_AUTH_DENIED || *outcome == SSH_AUTH_PARTIAL) return false;
  if (ssh_is_connected(session.get()) == 0) return std::unexpected(session.broken(kDoing));
  return false;
}

// Signs at once instead of asking first whether the key would do: one round trip less.
Result<bool> with_key(const Session& session, const Result<Key>& key, base::Deadline deadline) {
  if (!key) return std::unexpected(key.error());
  return judge(
      session,
      session.drive([&] { return ssh_userauth_publickey(session.get(), nullptr, key->get()); },
                    SSH_AUTH_AGAIN, {deadline}, kDoing));
}

// libssh asks for each of the agent's keys whether it would do and signs only with one that does.
Result<bool> with_agent(const Session& session, base::Deadline deadline) {
  return judge(session, session.drive([&] { return ssh_userauth_agent(session.get(), nullptr); },
                                      SSH_AUTH_AGAIN, {deadline}, kDoing));
}

}  // namespace

Result<void> begin_log_in(const Session& session, base::Deadline deadline) {
  const Result<int> outcome =
      session.drive([&] { return ssh_service_request(session.get(), "ssh-userauth"); }, SSH_AGAIN,
                    {deadline}, kDoing);
  if (!outcome) return std::unexpected(outcome.error());
  if (*outcome != SSH_OK) return std::unexpected(session.broken(kDoing));
  return {};
}

Result<void> log_in(const Session& session, const SshLogin& login,
                    std::optional<Result<Key>> identity, std::chrono::milliseconds timeout) {
  const auto deadline = base::Deadline::in(timeout);
  if (auto begun = begin_log_in(session, deadline); !begun) return begun;
  if (login.identity) {
    if (!identity) identity = read_identity(*login.identity);
    const Result<bool> done = with_key(session, *identity, deadline);
    if (!done) return std::unexpected(done.error());
    if (*done) return {};
    return std::unexpected(
        refused(say("the key {} is not the one this token accepts", login.identity->string()),
                say("name the right key with -i FILE"), "key-refused"));
  }
  if (agent_there()) {
    const Result<bool> done = with_agent(session, deadline);
    if (!done) return std::unexpected(done.error());
    if (*done) return {};
  }
  if (!login.fallback_identity) {
    return std::unexpected(agent_there()
                               ? refused(say("no key of the SSH agent is one this token accepts"),
                                         say("name the right key with -i FILE, or ssh-add it"),
                                         "key-refused")
                               : refused(say("there is no SSH agent and no key was named"),
                                         say("name a key with -i FILE"), "no-identity"));
  }
  const Result<bool> done = with_key(session, read_identity(*login.fallback_identity), deadline);
  if (!done) return std::unexpected(done.error());
  if (*done) return {};
  return std::unexpected(refused(
      say("the key {} is not the one this token accepts", login.fallback_identity->string()),
      say("name the right key with -i FILE"), "key-refused"));
}

}  // namespace gokeyctl::transport
