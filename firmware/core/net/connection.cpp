// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/net/connection.h"

#include <algorithm>
#include <array>

#include <lwip/ip_addr.h>
#include <lwip/pbuf.h>
#include <lwip/tcp.h>

namespace gokey::net {
namespace {

// As for the simulator's own sockets: a host that vanished is noticed after about two minutes.
constexpr u32_t kKeepIdleMs = 60'000;
constexpr u32_t kKeepIntervalMs = 15'000;
constexpr u32_t kKeepCount = 4;

std::string decimal(unsigned value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + value % 10));
    value /= 10;
  } while (value != 0);
  return digits;
}

std::string name(const tcp_pcb& pcb) {
  std::array<char, IPADDR_STRLEN_MAX> text{};
  ipaddr_ntoa_r(&pcb.remote_ip, text.data(), static_cast<int>(text.size()));
  std::string address = text.data();
  if (IP_IS_V6_VAL(pcb.remote_ip)) address = "[" + address + "]";
  return address + ":" + decimal(pcb.remote_port);
}

}  // namespace

// lwIP's callbacks.
struct ConnectionEvents {
  static err_t received(void* self, tcp_pcb*, pbuf* bytes, err_t) {
    auto& connection = *static_cast<Connection*>(self);
    if (bytes == nullptr) {
      connection.ended_ = true;
      // Both sides have finished. lwIP keeps the rest of the connection to itself and forgets it
      // without a word.
      if (connection.finished_) connection.let_go();
    } else if (connection.queue_ == nullptr) {
      connection.queue_ = bytes;
    } else {
      pbuf_cat(connection.queue_, bytes);  // TCP_WND bytes at most
    }
    return ERR_OK;
  }
  // lwIP has freed the connection already.
  static void failed(void* self, err_t) { static_cast<Connection*>(self)->pcb_ = nullptr; }
};

Connection::Connection(tcp_pcb* pcb) : pcb_(pcb), peer_(name(*pcb)) {
  tcp_arg(pcb, this);
  tcp_recv(pcb, ConnectionEvents::received);
  tcp_err(pcb, ConnectionEvents::failed);
  tcp_nagle_disable(pcb);
  ip_set_option(pcb, SOF_KEEPALIVE);
  pcb->keep_idle = kKeepIdleMs;
  pcb->keep_intvl = kKeepIntervalMs;
  pcb->keep_cnt = kKeepCount;
}

Connection::~Connection() {
  if (pcb_ != nullptr) {
    tcp_pcb* const pcb = pcb_;
    let_go();
    if (tcp_close(pcb) != ERR_OK) tcp_abort(pcb);
  }
  if (queue_ != nullptr) pbuf_free(queue_);
}

void Connection::let_go() {
  tcp_arg(pcb_, nullptr);
  tcp_recv(pcb_, nullptr);
  tcp_err(pcb_, nullptr);
  pcb_ = nullptr;
}

std::span<const std::uint8_t> Connection::received() const {
  if (queue_ == nullptr) return {};
  return {static_cast<const std::uint8_t*>(queue_->payload), queue_->len};
}

void Connection::consume(std::size_t count) {
  count = std::min(count, received().size());
  if (count == 0) return;
  queue_ = pbuf_free_header(queue_, static_cast<u16_t>(count));
  if (pcb_ != nullptr) tcp_recved(pcb_, static_cast<u16_t>(count));
}

std::size_t Connection::room() const { return pcb_ == nullptr || finished_ ? 0 : tcp_sndbuf(pcb_); }

std::size_t Connection::send(std::span<const std::uint8_t> bytes) {
  std::size_t size = std::min(bytes.size(), room());
  // Many connections share lwIP's memory: a part may fit where all does not.
  while (size > 0 &&
         tcp_write(pcb_, bytes.data(), static_cast<u16_t>(size), TCP_WRITE_FLAG_COPY) != ERR_OK) {
    size /= 2;
  }
  if (size > 0) tcp_output(pcb_);
  return size;
}

void Connection::finish() {
  if (pcb_ == nullptr || finished_) return;
  finished_ = tcp_shutdown(pcb_, 0, 1) == ERR_OK;
}

}  // namespace gokey::net
