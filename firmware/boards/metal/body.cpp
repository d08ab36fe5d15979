// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/metal/body.h"

#include <algorithm>
#include <utility>

#include <libssh/libssh.h>
#include <sodium/version.h>

#include "core/net/port.h"
#include "core/ssh/metal/sockets.h"
#include "soc/imx6ul/crash.h"
#include "soc/imx6ul/runtime.h"

namespace gokey::metal {
namespace {

// What the console still had to say leaves before the restart.
constexpr std::uint64_t kRestartDelayMs = 100;

token::Identity identity(const Silicon& silicon) {
  token::Identity result;
  result.firmware = GOKEY_VERSION;
  result.dialect = "native";
  result.board = silicon.board;
  result.serial = silicon.greeting.serial;
  result.secure_boot = silicon.greeting.secure_boot;
  result.warnings = silicon.greeting.warnings;
  return result;
}

console::BuildInfo build_info(const Silicon& silicon) {
  return {GOKEY_VERSION,
          GOKEY_COMPILER,
          std::string(silicon.board),
          {std::string("libssh ") + ssh_version(0), "libsodium " SODIUM_VERSION_STRING,
           "newlib " _NEWLIB_VERSION}};
}

// On the serial port in lwIP's words, and for the owner in the record that the next start reads.
[[noreturn]] void crash(const net::Damage& damage) {
  imx6ul::print("lwIP: ");
  imx6ul::print(damage.text);
  imx6ul::print("\r\n");
  imx6ul::crash(imx6ul::CrashKind::kAborted, reinterpret_cast<std::uint32_t>(damage.address));
}

}  // namespace

void Body::DelayedReset::request() {
  due_ms_ = std::min(due_ms_, clock_.now_ms() + kRestartDelayMs);
}

Body::Body(const Silicon& silicon)
    : silicon_(silicon),
      reset_(silicon.clock),
      port_(silicon.background),
      token_(port_, silicon.clock, identity(silicon)),
      dialect_(token_, silicon.random, reset_, silicon.clock, build_info(silicon)) {}

void Body::start() {
  ssh_init();
  const std::string& damage = silicon_.greeting.damage;
  if (!damage.empty()) silicon_.log(token_.warn_damaged(damage));
  token_.start([this] { take_host_key(); });
}

void Body::take_host_key() {
  token_.request(
      guard_, token::Origin::kConsole, vault::TakeHostKey{}, [this](vault::Response& response) {
        if (response.outcome != vault::Outcome::kDone) {
          silicon_.log("ssh: no host key");
          return;
        }
        start_ssh(response.host_key_is_pem ? ssh::host_key_from_pem(response.data.bytes())
                                           : ssh::host_key_from_seed(response.data.bytes()));
      });
}

void Body::start_ssh(ssh::Key host_key) {
  const vault::PublicRecord* const record = token_.record();
  auto users = record != nullptr ? ssh::AuthorizedKeys::owners(record->authorized_keys)
                                 : ssh::AuthorizedKeys::anybody();
  server_ = ssh::Server::create(std::move(host_key), std::move(users), dialect_, silicon_.log);
  if (!server_) {
    silicon_.log("ssh: libssh does not take the host key");
    return;
  }
  token_.set_host_key_fingerprint(server_->host_key_fingerprint());
  net::on_damage(crash);
  network_ =
      net::Network::create(silicon_.link, silicon_.clock, silicon_.random, silicon_.greeting.serial,
                           [this](std::unique_ptr<net::Connection> one) { adopt(std::move(one)); });
  silicon_.log("ssh: ready, host key " + server_->host_key_fingerprint());
}

void Body::adopt(std::unique_ptr<net::Connection> connection) {
  if (silicon_.used) silicon_.used();
  std::string peer = connection->peer();
  const int fd = ssh::open_socket(std::move(connection));
  if (fd >= 0) server_->adopt(fd, std::move(peer), silicon_.clock.now_ms());
}

void Body::step() {
  port_.step();
  const std::uint64_t now = silicon_.clock.now_ms();
  token_.step(now);
  watch_random();
  if (network_) network_->step();
  if (server_) serve_ssh(now);
}

void Body::serve_ssh(std::uint64_t now_ms) {
  wishes_.clear();
  server_->wishes(wishes_);
  for (const ssh::Wish& wish : wishes_) {
    if (ssh::readable(wish.fd) || (wish.write && ssh::writable(wish.fd))) server_->ready(wish.fd);
  }
  server_->step(now_ms);
}

void Body::watch_random() {
  if (random_failed_ || silicon_.random.healthy()) return;
  random_failed_ = true;
  const std::string why =
      "the random number generator failed a test: no key is used until a restart finds it well";
  silicon_.log("warning: " + why);
  token_.warn(why);
}

void Body::hang_up() {
  network_.reset();
  server_.reset();
}

std::uint64_t Body::next_deadline() const {
  if (port_.ready()) return 0;
  std::uint64_t next = std::min(reset_.due_ms(), token_.next_deadline());
  if (network_) next = std::min(next, network_->next_deadline());
  if (server_) next = std::min(next, server_->next_deadline());
  return next;
}

}  // namespace gokey::metal
