// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/simulator.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "boards/sim/dialects.h"
#include "boards/sim/fido_udp.h"
#include "boards/sim/listener.h"
#include "boards/sim/platform.h"
#include "boards/sim/remote_vault.h"
#include "boards/sim/usb_network.h"
#include "boards/sim/usb_plug.h"
#include "boards/sim/vault_process.h"
#include "boards/sim/vpcd_link.h"
#include "core/fido/authenticator.h"
#include "core/fido/ctaphid.h"
#include "core/openpgp/card.h"
#include "core/ssh/server.h"
#include "core/token/token.h"
#include "core/usb/hid_function.h"

namespace gokey::sim {
namespace {

constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();
// What the console still had to say leaves before the restart.
constexpr std::uint64_t kRebootDelayMs = 100;
constexpr int kMostAccepts = 32;  // in one round

// In the answer to CTAPHID_INIT.
constexpr fido::DeviceVersion kFidoVersion{0, 1, 0};

enum class Ended : std::uint8_t { kStopped, kRebooted };

// The world outside the token, which stays when the token restarts.
struct World {
  UniqueFd signals;
  std::optional<Listener> ssh, usbip;
  UsbNetworkModel usb_network = UsbNetworkModel::kNcm;
  std::optional<SocketAddress> vpcd;
  std::optional<DatagramSocket> fido_udp;
};

class DelayedReset final : public hal::Reset {
 public:
  explicit DelayedReset(const hal::Clock& clock) : clock_(clock) {}
  void request() override { due_ms_ = std::min(due_ms_, clock_.now_ms() + kRebootDelayMs); }
  [[nodiscard]] std::uint64_t due_ms() const { return due_ms_; }

 private:
  const hal::Clock& clock_;
  std::uint64_t due_ms_ = kNever;
};

token::Identity identity(const RunOptions& options, const Greeting& greeting) {
  token::Identity result;
  result.firmware = GOKEY_VERSION;
  result.dialect = options.dialect == DialectKind::kClassic ? "classic" : "native";
  result.board = "sim";
  result.serial = greeting.serial;
  result.secure_boot = greeting.secure_boot;
  return result;
}

// One token from power-up to the next reboot.
class Body {
 public:
  Body(const RunOptions& options, const VaultProcess& vault)
      : reset_(clock_),
        vault_(vault.process.socket()),
        token_(vault_, clock_, identity(options, vault.greeting)),
        dialect_(make_dialect(options.dialect, {token_, random_, reset_, clock_})),
        card_(token_, random_, {options.dialect == DialectKind::kClassic}),
        classic_(options.dialect == DialectKind::kClassic),
        serial_(vault.greeting.serial) {
    if (!vault.greeting.damage.empty()) log_line(token_.warn_damaged(vault.greeting.damage));
  }

  // Reads the record and starts what the world is to see.
  [[nodiscard]] Result<void> boot(const World& world);
  [[nodiscard]] Result<Ended> run(const World& world);

 private:
  [[nodiscard]] Result<void> ask_vault(const bool& answered);
  [[nodiscard]] Result<void> start_ssh();
  [[nodiscard]] Result<void> start_usb(UsbNetworkModel model);
  [[nodiscard]] bool step();
  void wait(const World& world);
  void accept(const Listener& listener);
  void accept_usbip(const Listener& listener);
  [[nodiscard]] int timeout_ms() const;

  SystemClock clock_;
  SystemRandom random_;
  DelayedReset reset_;
  RemoteVault vault_;
  token::Token token_;
  std::unique_ptr<console::Dialect> dialect_;
  openpgp::Card card_;                     // in the virtual reader
  std::optional<openpgp::Card> usb_card_;  // in the USB device's own reader
  bool classic_;
  std::array<std::uint8_t, 4> serial_;
  token::Token::Guard guard_;
  std::unique_ptr<ssh::Server> server_;
  std::optional<VpcdLink> vpcd_;
  fido::Authenticator authenticator_{token_, clock_};
  // A transport each, to the same authenticator.
  fido::Ctaphid fido_hid_{authenticator_, clock_, random_, kFidoVersion};
  fido::Ctaphid fido_reports_{authenticator_, clock_, random_, kFidoVersion};
  std::optional<FidoUdp> fido_udp_;
  std::optional<usb::HidFunction> usb_fido_;
  std::unique_ptr<UsbNetwork> usb_network_;
  std::optional<UsbPlug> usb_;

  std::vector<pollfd> polled_;
  std::vector<ssh::Wish> wishes_;
  bool stop_ = false;
};

Result<void> vault_gone() {
  return failure(Exit::kFailed, "vault process", "it is gone",
                 "start gokey-sim again; nothing acknowledged is lost");
}

Result<void> Body::boot(const World& world) {
  bool ready = false;
  token_.start([&] { ready = true; });
  if (auto done = ask_vault(ready); !done) return done;
  if (world.ssh || world.usbip) {
    if (auto done = start_ssh(); !done) return done;
  }
  if (world.vpcd) vpcd_.emplace(*world.vpcd, card_);
  if (world.fido_udp) fido_udp_.emplace(*world.fido_udp, fido_reports_);
  return world.usbip ? start_usb(world.usb_network) : Result<void>();
}

// Waits for the vault alone: before boot is done there is nobody else to serve.
Result<void> Body::ask_vault(const bool& answered) {
  while (vault_.step()) {
    if (answered) return {};
    pollfd vault{vault_.socket(),
                 static_cast<short>(POLLIN | (vault_.wants_to_write() ? POLLOUT : 0)), 0};
    ::poll(&vault, 1, -1);
  }
  return vault_gone();
}

Result<void> Body::start_ssh() {
  bool answered = false;
  ssh::Key host_key;
  token_.request(
      guard_, token::Origin::kConsole, vault::TakeHostKey{}, [&](vault::Response& response) {
        answered = true;
        if (response.outcome != vault::Outcome::kDone) return;
        host_key = response.host_key_is_pem ? ssh::host_key_from_pem(response.data.bytes())
                                            : ssh::host_key_from_seed(response.data.bytes());
      });
  if (auto done = ask_vault(answered); !done) return done;
  const vault::PublicRecord* record = token_.record();
  auto users = record != nullptr ? ssh::AuthorizedKeys::owners(record->authorized_keys)
                                 : ssh::AuthorizedKeys::anybody();
  server_ = ssh::Server::create(std::move(host_key), std::move(users), *dialect_, log_line);
  if (!server_) {
    return failure(Exit::kFailed, "SSH host key", "libssh cannot use it",
                   "provision a new state folder with another --ssh-host-key, or without one");
  }
  token_.set_host_key_fingerprint(server_->host_key_fingerprint());
  return {};
}

Result<void> Body::start_usb(UsbNetworkModel model) {
  std::vector<usb::Function*> others;  // beside the card reader, in the order of their interfaces
  usb_card_.emplace(token_, random_, openpgp::Options{classic_});
  usb_network_ = UsbNetwork::create(
      model, clock_, random_, serial_, [this](UniqueFd socket, std::string peer) {
        server_->adopt(socket.release(), std::move(peer), clock_.now_ms());
      });
  if (!usb_network_) return failure(Exit::kFailed, "USB network", "lwIP does not start");
  usb_fido_.emplace(fido_hid_, clock_);
  others.push_back(&*usb_fido_);
  others.push_back(&usb_network_->function());
  usb_.emplace(*usb_card_, std::move(others), clock_, serial_);
  return {};
}

Result<Ended> Body::run(const World& world) {
  while (true) {
    if (!step()) return std::unexpected(vault_gone().error());
    if (stop_) return Ended::kStopped;
    if (clock_.now_ms() >= reset_.due_ms()) return Ended::kRebooted;
    wait(world);
  }
}

// Everything that goes without waiting. False if the vault is gone.
bool Body::step() {
  if (!vault_.step()) return false;
  const std::uint64_t now = clock_.now_ms();
  authenticator_.step(now);
  if (vpcd_) vpcd_->step(now);
  if (fido_udp_) fido_udp_->step(now);
  if (server_) server_->step(now);
  if (usb_network_) usb_network_->step();
  if (usb_) usb_->step(now);
  return true;
}

int Body::timeout_ms() const {
  std::uint64_t next = std::min(reset_.due_ms(), authenticator_.next_deadline());
  if (fido_udp_) next = std::min(next, fido_udp_->next_deadline());
  if (vpcd_) next = std::min(next, vpcd_->next_deadline());
  if (server_) next = std::min(next, server_->next_deadline());
  if (usb_network_) next = std::min(next, usb_network_->next_deadline());
  if (usb_) next = std::min(next, usb_->next_deadline());
  if (next == kNever) return -1;
  const std::uint64_t now = clock_.now_ms();
  return next <= now ? 0 : static_cast<int>(std::min<std::uint64_t>(next - now, 60'000));
}

void Body::wait(const World& world) {
  polled_.clear();
  wishes_.clear();
  const auto add = [&](int fd, bool read, bool write) {
    const int events = (read ? POLLIN : 0) | (write ? POLLOUT : 0);
    polled_.push_back({fd, static_cast<short>(events), 0});
  };
  add(world.signals.get(), true, false);
  add(vault_.socket(), true, vault_.wants_to_write());
  add(world.ssh ? world.ssh->fd() : -1, true, false);
  add(world.usbip ? world.usbip->fd() : -1, true, false);
  // While the card works the reader is not read, and a reader that left is noticed when the card is
  // done.
  const bool reader = vpcd_ && (vpcd_->wants_to_read() || vpcd_->wants_to_write());
  add(reader ? vpcd_->fd() : -1, reader && vpcd_->wants_to_read(),
      reader && vpcd_->wants_to_write());
  const std::size_t first_client = polled_.size();
  if (server_) server_->wishes(wishes_);
  for (const ssh::Wish& wish : wishes_) add(wish.fd, true, wish.write);
  const std::size_t after_clients = polled_.size();
  if (usb_network_) usb_network_->add_polled(polled_);
  if (usb_) usb_->add_to(polled_);
  if (fido_udp_) fido_udp_->add_to(polled_);

  if (::poll(polled_.data(), polled_.size(), timeout_ms()) <= 0) return;
  if (polled_[0].revents != 0) {
    // Left unread: the reason to stop stays.
    stop_ = true;
  }
  for (std::size_t i = first_client; i < after_clients; ++i) {
    if (polled_[i].revents != 0) server_->ready(polled_[i].fd);
  }
  if (world.ssh && polled_[2].revents != 0) accept(*world.ssh);
  if (world.usbip && polled_[3].revents != 0) accept_usbip(*world.usbip);
}

void Body::accept(const Listener& listener) {
  for (int i = 0; i < kMostAccepts; ++i) {
    auto accepted = listener.accept();
    if (!accepted) return;
    server_->adopt(accepted->socket.release(), std::move(accepted->peer), clock_.now_ms());
  }
}

void Body::accept_usbip(const Listener& listener) {
  for (int i = 0; i < kMostAccepts; ++i) {
    auto accepted = listener.accept();
    if (!accepted || !usb_) return;
    usb_->adopt(std::move(accepted->socket), std::move(accepted->peer));
  }
}

Result<World> open_world(const RunOptions& options) {
  World world;
  sigset_t wanted;
  ::sigemptyset(&wanted);
  ::sigaddset(&wanted, SIGTERM);
  ::sigaddset(&wanted, SIGINT);
  ::sigprocmask(SIG_BLOCK, &wanted, nullptr);
  world.signals.reset(::signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!world.signals) return failure(Exit::kFailed, "wait for signals", error_text(errno));
  if (options.ssh) {
    auto listener = Listener::open(*options.ssh);
    if (!listener) return std::unexpected(listener.error());
    world.ssh.emplace(std::move(*listener));
  }
  world.usb_network = options.usb_network;
  if (options.usbip) {
    auto listener = Listener::open(*options.usbip);
    if (!listener) return std::unexpected(listener.error());
    world.usbip.emplace(std::move(*listener));
  }
  if (options.fido_udp) {
    auto socket = DatagramSocket::open(*options.fido_udp);
    if (!socket) return std::unexpected(socket.error());
    world.fido_udp.emplace(std::move(*socket));
  }
  if (options.vpcd) {
    auto reader = resolve(*options.vpcd);
    if (!reader) return std::unexpected(reader.error());
    world.vpcd = *reader;
  }
  return world;
}

Result<void> announce(const RunOptions& options, const World& world) {
  if (world.ssh) log_line("ssh: listening on " + world.ssh->address());
  if (world.usbip) log_line("usbip: listening on " + world.usbip->address());
  if (!options.ready_fd) return {};
  nlohmann::ordered_json line{{"ssh", nullptr},
                              {"vpcd", nullptr},
                              {"usbip", nullptr},
                              {"fido_udp", nullptr},
                              {"pid", ::getpid()}};
  if (world.ssh) line["ssh"] = world.ssh->address();
  if (world.usbip) line["usbip"] = world.usbip->address();
  if (world.fido_udp) line["fido_udp"] = world.fido_udp->address();
  if (world.vpcd) line["vpcd"] = to_string(*world.vpcd);
  const std::string text = line.dump() + "\n";
  if (!write_all(*options.ready_fd, wire::as_bytes(text))) {
    return failure(Exit::kUsage, "--ready-fd " + std::to_string(*options.ready_fd),
                   error_text(errno));
  }
  if (*options.ready_fd > STDERR_FILENO) ::close(*options.ready_fd);
  return {};
}

}  // namespace

Result<void> run_simulator(const RunOptions& options) {
  std::optional<World> world;
  while (true) {
    // First of all, while there is nothing that the vault's process could inherit.
    auto vault = VaultProcess::start(options);
    if (!vault) return std::unexpected(vault.error());
    const bool first = !world;
    if (first) {
      auto opened = open_world(options);
      if (!opened) return std::unexpected(opened.error());
      world.emplace(std::move(*opened));
    }
    Body body(options, *vault);
    if (auto booted = body.boot(*world); !booted) return booted;
    if (first) {
      if (auto announced = announce(options, *world); !announced) return announced;
    }
    const auto ended = body.run(*world);
    if (!ended) {
      Failure lost = ended.error();
      lost.why += " (" + vault->process.obituary() + ")";
      return std::unexpected(lost);
    }
    if (*ended == Ended::kStopped) return {};
    log_line("rebooting");
  }
}

}  // namespace gokey::sim
