// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/usbip_server.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>

#include "boards/sim/failure.h"
#include "core/crypto/secret.h"

namespace gokey::sim {
namespace {

constexpr std::size_t kMostConnections = 16;
constexpr std::uint64_t kRequestMs = 10'000;
// A client that does not read its answers is not served further.
constexpr std::size_t kMostUnsent = 4UZ * 1024 * 1024;
constexpr int kMostRounds = 16;          // in one step, so that others have their turn
constexpr std::uint32_t kHighSpeed = 3;  // enum usb_device_speed of Linux

bool would_block() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

void append(std::vector<std::uint8_t>& to, std::vector<std::uint8_t> bytes) {
  to.insert(to.end(), bytes.begin(), bytes.end());
  crypto::wipe(bytes);
}

void remove_front(std::vector<std::uint8_t>& bytes, std::size_t count) {
  crypto::wipe(std::span(bytes).first(count));
  bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(count));
}

}  // namespace

UsbipServer::~UsbipServer() {
  if (imported_) bus_.unplug();
}

void UsbipServer::adopt(UniqueFd socket, std::string peer, std::uint64_t now_ms) {
  if (connections_.size() >= kMostConnections) return;
  auto one = std::make_unique<Connection>();
  one->socket = std::move(socket);
  one->peer = std::move(peer);
  one->deadline_ms = now_ms + kRequestMs;
  connections_.push_back(std::move(one));
}

void UsbipServer::add_to(std::vector<pollfd>& polled) const {
  for (const auto& one : connections_) {
    const bool read = one->outgoing.size() < kMostUnsent;
    const int events = (read ? POLLIN : 0) | (one->outgoing.empty() ? 0 : POLLOUT);
    polled.push_back({one->socket.get(), static_cast<short>(events), 0});
  }
}

std::uint64_t UsbipServer::next_deadline() const {
  std::uint64_t next = usb::Function::kNever;
  if (more_to_do_) return 0;
  for (const auto& one : connections_) {
    if (!one->imported) next = std::min(next, one->deadline_ms);
  }
  return next;
}

void UsbipServer::step(std::uint64_t now_ms) {
  more_to_do_ = false;
  std::erase_if(connections_, [&](const std::unique_ptr<Connection>& one) {
    const bool late = !one->imported && now_ms >= one->deadline_ms;
    if (!late && serve(*one)) return false;
    drop(*one);
    return true;
  });
}

bool UsbipServer::serve(Connection& one) {
  for (int round = 0; round < kMostRounds; ++round) {
    const std::size_t had = one.received.size();
    if (one.outgoing.size() < kMostUnsent && !receive(one)) return false;
    const bool news = one.received.size() != had;
    if (!handle(one)) return false;
    if (one.imported) run_bus(one);
    if (!send_some(one)) return false;
    if (one.last_words && one.outgoing.empty()) return false;
    if (!news) return true;
  }
  more_to_do_ = true;
  return true;
}

bool UsbipServer::receive(Connection& one) {
  std::array<std::uint8_t, 65536> buffer;
  const ssize_t got = ::recv(one.socket.get(), buffer.data(), buffer.size(), 0);
  if (got < 0) return would_block();
  if (got == 0) return false;
  const auto bytes = std::span(buffer).first(static_cast<std::size_t>(got));
  one.received.insert(one.received.end(), bytes.begin(), bytes.end());
  crypto::wipe(bytes);
  return true;
}

bool UsbipServer::handle(Connection& one) {
  if (one.last_words) {
    one.received.clear();
    return true;
  }
  if (!one.imported && !handle_request(one)) return false;
  return !one.imported || handle_commands(one);
}

bool UsbipServer::handle_request(Connection& one) {
  const auto parsed = wire::parse_usbip_request(one.received);
  if (!parsed) return parsed.error() == wire::WireError::kTruncated;
  remove_front(one.received, parsed->size);
  if (const auto* import_it = std::get_if<wire::UsbipImportRequest>(&parsed->request)) {
    import(one, import_it->bus_id);
  } else {
    append(one.outgoing, wire::encode_usbip_list(described()));
    one.last_words = true;
  }
  return true;
}

void UsbipServer::import(Connection& one, const std::string& bus_id) {
  wire::UsbipStatus status = wire::UsbipStatus::kOk;
  if (bus_id != kBusId || !bus_.attached()) status = wire::UsbipStatus::kNoDevice;
  if (status == wire::UsbipStatus::kOk && imported_) status = wire::UsbipStatus::kBusy;
  append(one.outgoing, wire::encode_usbip_import(status, described()));
  if (status != wire::UsbipStatus::kOk) {
    one.last_words = true;
    return;
  }
  imported_ = one.imported = true;
  log_line("usbip: attached to " + one.peer);
  bus_.plug(hal::UsbSpeed::kHigh);
}

bool UsbipServer::handle_commands(Connection& one) {
  wire::Bytes rest = one.received;
  while (true) {
    auto next = one.commands.feed(rest);
    if (!next) return false;
    auto& whole = *next;
    if (!whole) break;
    command(one, std::move(*whole));
  }
  crypto::wipe(one.received);
  one.received.clear();
  return true;
}

void UsbipServer::command(Connection& one, wire::UsbipCommand command) {
  if (auto* submit = std::get_if<wire::UsbipSubmit>(&command)) {
    bus_.submit(std::move(*submit));
    return;
  }
  // What was submitted before has had its chance first: the answers go out in order.
  run_bus(one);
  const auto& unlink = std::get<wire::UsbipUnlink>(command);
  const std::int32_t status = bus_.unlink(unlink.victim) ? urb_status::kTakenBack : urb_status::kOk;
  append(one.outgoing, wire::encode_usbip_unlinked(unlink.sequence, status));
}

void UsbipServer::run_bus(Connection& one) {
  while (one.outgoing.size() < kMostUnsent) {
    const bool moved = bus_.run();
    for (VirtualBus::Completion& done : bus_.take_completions()) {
      append(one.outgoing,
             wire::encode_usbip_submitted(done.sequence, done.status, done.actual, done.data));
      crypto::wipe(done.data);
    }
    if (!moved) return;
  }
}

bool UsbipServer::send_some(Connection& one) {
  while (!one.outgoing.empty()) {
    const ssize_t put =
        ::send(one.socket.get(), one.outgoing.data(), one.outgoing.size(), MSG_NOSIGNAL);
    if (put < 0) return would_block();
    remove_front(one.outgoing, static_cast<std::size_t>(put));
  }
  return true;
}

void UsbipServer::drop(Connection& one) {
  crypto::wipe(one.received);
  crypto::wipe(one.outgoing);
  if (!one.imported) return;
  imported_ = false;
  bus_.unplug();
  log_line("usbip: detached from " + one.peer);
}

wire::UsbipDevice UsbipServer::described() const {
  const usb::DeviceIdentity& identity = device_.identity();
  const std::vector<std::uint8_t> descriptor = device_.device_descriptor();
  const usb::Configuration& configuration = device_.described(hal::UsbSpeed::kHigh);
  wire::UsbipDevice out;
  out.path = "/sys/devices/gokey-sim/usb1/1-1";
  out.bus_id = kBusId;
  out.bus_number = 1;
  out.device_number = 2;
  out.speed = kHighSpeed;
  out.vendor = identity.vendor;
  out.product = identity.product;
  out.release = identity.release;
  out.device_class = descriptor[4];
  out.subclass = descriptor[5];
  out.protocol = descriptor[6];
  out.configuration = device_.configuration();
  out.configurations = descriptor[17];
  for (const auto& one : configuration.interfaces) {
    out.interfaces.push_back({one.interface_class, one.subclass, one.protocol});
  }
  return out;
}

}  // namespace gokey::sim
