// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cerrno>
#include <map>
#include <utility>

#include <poll.h>

#include "base/deadline.h"
#include "base/hex.h"
#include "broker/answer.h"
#include "broker/line_socket.h"
#include "broker/passphrase_pipe.h"
#include "broker/rendezvous.h"
#include "broker/request.h"
#include "console/events.h"
#include "gokeyctl/broker.h"

namespace gokeyctl {
namespace {

using broker::Request;
using Kind = Request::Kind;
using Json = nlohmann::json;

constexpr std::size_t kMaxQueue = 1024 * 1024;

Error hung_up() {
  return Error{.code = Code::kUnreachable,
               .message = say("talk with the broker: it ended the connection"),
               .hint = "gokeyctl agent status",
               .details = {{"reason", "broker-gone"}},
               .cause = nullptr};
}

Error senseless(std::string what) {
  return Error{.code = Code::kProtocol,
               .message = say("understand the broker: {}", std::move(what)),
               .hint = "gokeyctl agent status",
               .details = {{"reason", "unexpected-answer"}},
               .cause = nullptr};
}

Result<std::vector<BrokerToken>> read_tokens(const Json& data) {
  std::vector<BrokerToken> tokens;
  if (!data.is_array()) return std::unexpected(senseless("no list of tokens"));
  for (const Json& item : data) {
    auto token = broker::read_token(item);
    if (!token) return std::unexpected(token.error());
    tokens.push_back(std::move(*token));
  }
  return tokens;
}

// A member of the answer, of type T.
template <typename T>
Result<T> member(const Json& data, const char* name) {
  const auto found = data.is_object() ? data.find(name) : data.end();
  if (found == data.end()) return std::unexpected(senseless(std::string("no ") + name));
  if (const auto* value = found->template get_ptr<const T*>()) return *value;
  return std::unexpected(senseless(std::string("a wrong ") + name));
}

}  // namespace

// Its members speak of what is inside the library.
struct [[gnu::visibility("hidden")]] BrokerClient::Impl {
  using Answered = std::function<void(Result<Json>)>;

  broker::LineSocket socket;
  std::uint32_t last_id = 0;
  std::map<std::uint32_t, Answered> waiting;
  std::function<void(const BrokerEvent&)> on_event;
  std::map<std::string, std::function<void(const ConsoleEvent&)>> watched;
  std::optional<Error> broken;

  RequestId send(Request request, Answered answered, base::Descriptor attached = {});
  template <typename T>
  RequestId ask(Request request, Done<T> done, Result<T> (*read)(const Json&),
                base::Descriptor attached = {});
  void take(const broker::Line& line);
  void take(const broker::Watched& watched);
  void fail(const Error& why);
};

BrokerClient::RequestId BrokerClient::Impl::send(Request request, Answered answered,
                                                 base::Descriptor attached) {
  request.id = ++last_id;
  // Answered from process() even now, so that no callback runs before its caller has returned.
  waiting.emplace(request.id, std::move(answered));
  if (broken) return request.id;
  if (auto sent = socket.send(broker::format_request(request), std::move(attached)); !sent)
    broken = sent.error();
  return request.id;
}

template <typename T>
BrokerClient::RequestId BrokerClient::Impl::ask(Request request, Done<T> done,
                                                Result<T> (*read)(const Json&),
                                                base::Descriptor attached) {
  return send(
      std::move(request),
      [done = std::move(done), read](Result<Json> data) {
        if (!data) return done(std::unexpected(std::move(data).error()));
        done(read(*data));
      },
      std::move(attached));
}

void BrokerClient::Impl::fail(const Error& why) {
  broken = why;
  auto all = std::exchange(waiting, {});
  for (auto& [id, answered] : all) answered(std::unexpected(why));
}

void BrokerClient::Impl::take(const broker::Watched& line) {
  const auto found = watched.find(line.token);
  if (found == watched.end()) return;
  // Read as it was when it came from the token.
  if (const auto event = console::parse_event_line(line.line)) found->second(*event);
}

void BrokerClient::Impl::take(const broker::Line& line) {
  if (const auto* answer = std::get_if<broker::Answer>(&line)) {
    auto found = waiting.extract(answer->id);
    if (found) found.mapped()(answer->data);
  } else if (const auto* event = std::get_if<BrokerEvent>(&line)) {
    if (on_event) on_event(*event);
  } else if (const auto* told = std::get_if<broker::Watched>(&line)) {
    take(*told);
  } else if (const auto* farewell = std::get_if<broker::Farewell>(&line)) {
    broken = farewell->error;
  }
}

BrokerClient::BrokerClient(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
BrokerClient::~BrokerClient() = default;
BrokerClient::BrokerClient(BrokerClient&&) noexcept = default;
BrokerClient& BrokerClient::operator=(BrokerClient&&) noexcept = default;

Result<BrokerClient> BrokerClient::connect(const std::filesystem::path& socket) {
  auto fd = broker::connect_to_broker(socket);
  if (!fd) return std::unexpected(fd.error());
  return BrokerClient(std::make_unique<Impl>(
      Impl{.socket = broker::LineSocket(std::move(*fd), {broker::kMaxAnswer, kMaxQueue}),
           .last_id = 0,
           .waiting = {},
           .on_event = {},
           .watched = {},
           .broken = {}}));
}

int BrokerClient::fd() const { return impl_->socket.fd(); }
bool BrokerClient::wants_write() const { return impl_->socket.wants_write(); }

Result<void> BrokerClient::process() {
  Impl& impl = *impl_;
  if (!impl.broken) {
    if (auto sent = impl.socket.flush(); !sent) impl.broken = sent.error();
  }
  if (!impl.broken) {
    const auto more = impl.socket.receive([&](std::string_view text, const base::Descriptor&) {
      const auto line = broker::parse_line(text);
      if (!line) {
        impl.broken = line.error();
      } else {
        impl.take(*line);
      }
      return !impl.broken;
    });
    if (!impl.broken && !more) impl.broken = more.error();
    if (!impl.broken && !*more) impl.broken = hung_up();
  }
  if (!impl.broken) return {};
  const Error why = *impl.broken;
  impl.fail(why);
  return std::unexpected(why);
}

Result<void> BrokerClient::wait(const std::function<bool()>& done,
                                std::chrono::milliseconds timeout, int stop_fd) {
  const auto deadline = base::Deadline::in(timeout);
  while (!done()) {
    const short events = wants_write() ? POLLIN | POLLOUT : POLLIN;
    std::array<pollfd, 2> waiting{{{fd(), events, 0}, {stop_fd, POLLIN, 0}}};
    const int ready =
        impl_->broken ? 1 : ::poll(waiting.data(), waiting.size(), deadline.poll_timeout());
    if (ready < 0 && errno == EINTR) continue;
    if (ready > 0 && waiting[1].revents != 0) {
      return std::unexpected(Error{.code = Code::kCancelled,
                                   .message = say("wait for the broker: it was stopped"),
                                   .hint = {},
                                   .details = {{"reason", "stopped"}},
                                   .cause = nullptr});
    }
    if (ready == 0) {
      return std::unexpected(Error{.code = Code::kTimeout,
                                   .message = say("wait for the broker: no answer in time"),
                                   .hint = "gokeyctl agent status",
                                   .details = {{"reason", "no-answer"}},
                                   .cause = nullptr});
    }
    if (auto processed = process(); !processed) return done() ? Result<void>() : processed;
  }
  return {};
}

void BrokerClient::subscribe(std::function<void(const BrokerEvent&)> on_event) {
  impl_->on_event = std::move(on_event);
  impl_->send({.kind = Kind::kSubscribe}, [](const Result<Json>&) {});
}

void BrokerClient::tokens(Done<std::vector<BrokerToken>> done) {
  impl_->ask<std::vector<BrokerToken>>({.kind = Kind::kTokens}, std::move(done), read_tokens);
}

void BrokerClient::watch(const std::string& id, std::function<void(const ConsoleEvent&)> on_event,
                         Done<void> done) {
  impl_->watched[id] = std::move(on_event);
  // The answer is the token as it is; what it says from then on comes by itself.
  impl_->ask<BrokerToken>(
      {.kind = Kind::kWatch, .token = id},
      [impl = impl_.get(), id, done = std::move(done)](const Result<BrokerToken>& token) {
        if (!token) return done(std::unexpected(token.error()));
        if (token->status) impl->watched[id](console::status_event(*token->status));
        done({});
      },
      broker::read_token);
}

BrokerClient::RequestId BrokerClient::refresh(const std::string& id, Done<BrokerToken> done) {
  return impl_->ask<BrokerToken>({.kind = Kind::kRefresh, .token = id}, std::move(done),
                                 broker::read_token);
}

BrokerClient::RequestId BrokerClient::unlock(const std::string& id, Scope scope,
                                             const Secret& passphrase, Hold hold,
                                             Done<KeysOutcome> done) {
  auto pipe = broker::put_into_pipe(passphrase);
  Request request{.kind = Kind::kUnlock, .token = id, .scope = scope, .hold = hold};
  // Without a pipe the broker refuses; nothing else can be said from here.
  return impl_->ask<KeysOutcome>(std::move(request), std::move(done), broker::read_outcome,
                                 pipe ? std::move(*pipe) : base::Descriptor());
}

void BrokerClient::shorten(const std::string& id, Hold hold, Done<BrokerToken> done) {
  impl_->ask<BrokerToken>({.kind = Kind::kShorten, .token = id, .hold = hold}, std::move(done),
                          broker::read_token);
}

BrokerClient::RequestId BrokerClient::lock(const std::string& id, Scope scope,
                                           Done<KeysOutcome> done) {
  return impl_->ask<KeysOutcome>({.kind = Kind::kLock, .token = id, .scope = scope},
                                 std::move(done), broker::read_outcome);
}

void BrokerClient::lock_all(LockReason reason, LockWhich which, Done<std::size_t> done) {
  impl_->ask<std::size_t>({.kind = Kind::kLockAll, .reason = reason, .which = which},
                          std::move(done), [](const Json& data) -> Result<std::size_t> {
                            const auto locked = member<Json::number_unsigned_t>(data, "locked");
                            if (!locked) return std::unexpected(locked.error());
                            return static_cast<std::size_t>(*locked);
                          });
}

BrokerClient::RequestId BrokerClient::init(const std::string& id, Done<bool> done) {
  return impl_->ask<bool>(
      {.kind = Kind::kInit, .token = id}, std::move(done),
      [](const Json& data) { return member<Json::boolean_t>(data, "changed"); });
}

BrokerClient::RequestId BrokerClient::init_fido(const std::string& id, bool presence_test,
                                                Done<TokenStatus> done) {
  return impl_->ask<TokenStatus>(
      {.kind = Kind::kInitFido, .token = id, .presence_test = presence_test}, std::move(done),
      broker::read_status);
}

namespace {

template <typename Impl>
BrokerClient::RequestId ask_void(Impl& impl, Request request, BrokerClient::Done<void> done) {
  return impl.send(std::move(request), [done = std::move(done)](Result<Json> data) {
    done(data ? Result<void>() : std::unexpected(std::move(data).error()));
  });
}

}  // namespace

BrokerClient::RequestId BrokerClient::confirm_presence(const std::string& id, std::uint64_t number,
                                                       Done<void> done) {
  return ask_void(
      *impl_,
      {.kind = Kind::kConfirmPresence, .token = id, .number = static_cast<std::uint32_t>(number)},
      std::move(done));
}

BrokerClient::RequestId BrokerClient::rand(const std::string& id,
                                           Done<std::vector<std::uint8_t>> done) {
  return impl_->ask<std::vector<std::uint8_t>>(
      {.kind = Kind::kRand, .token = id}, std::move(done),
      [](const Json& data) -> Result<std::vector<std::uint8_t>> {
        const auto text = member<std::string>(data, "bytes");
        if (!text) return std::unexpected(text.error());
        auto bytes = base::parse_hex(*text);
        if (!bytes) return std::unexpected(senseless("no hex digits"));
        return std::move(*bytes);
      });
}

BrokerClient::RequestId BrokerClient::build(const std::string& id, Done<std::string> done) {
  return impl_->ask<std::string>(
      {.kind = Kind::kBuild, .token = id}, std::move(done),
      [](const Json& data) { return member<std::string>(data, "text"); });
}

BrokerClient::RequestId BrokerClient::reboot(const std::string& id, Done<void> done) {
  return ask_void(*impl_, {.kind = Kind::kReboot, .token = id}, std::move(done));
}

void BrokerClient::trust_host_key(const std::string& id, const std::string& fingerprint,
                                  Done<BrokerToken> done) {
  impl_->ask<BrokerToken>({.kind = Kind::kTrustHostKey, .token = id, .text = fingerprint},
                          std::move(done), broker::read_token);
}

void BrokerClient::forget_host_key(const std::string& id, Done<void> done) {
  ask_void(*impl_, {.kind = Kind::kForgetHostKey, .token = id}, std::move(done));
}

void BrokerClient::rename(const std::string& id, const std::string& nickname,
                          Done<BrokerToken> done) {
  impl_->ask<BrokerToken>({.kind = Kind::kRename, .token = id, .text = nickname}, std::move(done),
                          broker::read_token);
}

void BrokerClient::add_console(const Endpoint& endpoint, Done<BrokerToken> done) {
  impl_->ask<BrokerToken>({.kind = Kind::kAddConsole, .endpoint = endpoint}, std::move(done),
                          broker::read_token);
}

void BrokerClient::cancel(RequestId request, Done<bool> done) {
  impl_->ask<bool>({.kind = Kind::kCancel, .of = request}, std::move(done),
                   [](const Json& data) { return member<Json::boolean_t>(data, "cancelled"); });
}

void BrokerClient::stop_connecting(const std::string& id, Done<BrokerToken> done) {
  impl_->ask<BrokerToken>({.kind = Kind::kStopConnecting, .token = id}, std::move(done),
                          broker::read_token);
}

void BrokerClient::info(Done<BrokerInfo> done) {
  impl_->ask<BrokerInfo>({.kind = Kind::kInfo}, std::move(done), broker::read_info);
}

void BrokerClient::stop_broker(Done<void> done) {
  ask_void(*impl_, {.kind = Kind::kStop}, std::move(done));
}

}  // namespace gokeyctl
