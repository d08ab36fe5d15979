// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <libssh/libssh.h>

#include "transport/link/link.h"
#include "transport/ssh/session.h"

namespace gokeyctl::transport {

// A session channel. `session` outlives it.
class SshChannel final : public Link {
 public:
  [[nodiscard]] static Result<std::unique_ptr<SshChannel>> open(const Session& session,
                                                                base::Deadline deadline);
  ~SshChannel() override;
  SshChannel(const SshChannel&) = delete;
  SshChannel& operator=(const SshChannel&) = delete;

  [[nodiscard]] Result<void> request_exec(std::string_view command, base::Deadline deadline);
  [[nodiscard]] Result<void> request_shell(base::Deadline deadline);

  Result<std::size_t> read_some(std::span<char> into, const Until& until) override;
  Result<void> write_all(std::string_view bytes, base::Deadline deadline) override;
  Result<std::optional<int>> exit_status(base::Deadline deadline) override;
  std::string_view error_output() const override { return errors_; }
  bool acknowledged() const override { return acknowledged_; }

 private:
  void collect_errors();
  SshChannel(const Session& session, ssh_channel raw) : session_(session), raw_(raw) {}
  [[nodiscard]] Result<void> granted(const Result<int>& outcome, const char* doing) const;

  const Session& session_;
  ssh_channel raw_;
  std::string errors_;
  bool acknowledged_ = true;
};

}  // namespace gokeyctl::transport
