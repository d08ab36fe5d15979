// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Of the server that a test is.
#pragma once

#include <memory>

#include <libssh/libssh.h>
#include <libssh/server.h>

namespace gokeyctl::transport {

struct BindFree {
  void operator()(ssh_bind bind) const { ssh_bind_free(bind); }
};
struct SessionFree {
  void operator()(ssh_session session) const {
    ssh_disconnect(session);
    ssh_free(session);
  }
};
using BindHandle = std::unique_ptr<ssh_bind_struct, BindFree>;
using SessionHandle = std::unique_ptr<ssh_session_struct, SessionFree>;

}  // namespace gokeyctl::transport
