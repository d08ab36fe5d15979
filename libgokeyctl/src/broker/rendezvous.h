// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The socket's place in the file system: who may be there, and who may come.
#pragma once

#include <filesystem>

#include "base/descriptor.h"
#include "gokeyctl/error.h"

namespace gokeyctl::broker {

// The listening socket and the lock that makes its owner the only broker. The socket goes with it.
class Rendezvous {
 public:
  // Makes the folder (0700) and the socket (0600) and replaces one that a dead broker left. kBusy
  // ("reason" broker-running), kNoPermission if the folder is not this person's alone.
  [[nodiscard]] static Result<Rendezvous> take(const std::filesystem::path& socket);
  ~Rendezvous();
  Rendezvous(Rendezvous&& other) noexcept = default;
  Rendezvous& operator=(Rendezvous&&) = delete;

  [[nodiscard]] int fd() const { return listener_.get(); }
  // The next who has come; none if nobody has, or if it was another user.
  [[nodiscard]] base::Descriptor accept() const;

 private:
  Rendezvous(std::filesystem::path socket, base::Descriptor lock, base::Descriptor listener)
      : socket_(std::move(socket)), lock_(std::move(lock)), listener_(std::move(listener)) {}
  std::filesystem::path socket_;
  base::Descriptor lock_, listener_;
};

// To the broker that answers there. kUnreachable ("reason" no-broker), kNoPermission if the socket,
// or who listens on it, is another user's.
[[nodiscard]] Result<base::Descriptor> connect_to_broker(const std::filesystem::path& socket);

}  // namespace gokeyctl::broker
