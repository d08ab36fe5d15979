// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What Debian's archive of libssh wants of GSSAPI, for a program that carries it within. No token
// takes Kerberos and nothing here asks libssh for it, so none of these is ever called; if one were,
// it says that there is no mechanism (RFC 2744, 3.9.1). The library behind them would cost such a
// program seven more at each start.
#include <cstdint>

namespace {
constexpr std::uint32_t kGssUnavailable = 16U << 16U;
}

extern "C" {

void* GSS_C_NT_HOSTBASED_SERVICE = nullptr;
void* GSS_C_NT_USER_NAME = nullptr;

// The arguments are not looked at: in the C calling conventions of Linux the caller clears them.
#define GOKEY_UNAVAILABLE(name) \
  std::uint32_t name();         \
  std::uint32_t name() { return kGssUnavailable; }

GOKEY_UNAVAILABLE(gss_accept_sec_context)
GOKEY_UNAVAILABLE(gss_acquire_cred)
GOKEY_UNAVAILABLE(gss_add_oid_set_member)
GOKEY_UNAVAILABLE(gss_create_empty_oid_set)
GOKEY_UNAVAILABLE(gss_display_name)
GOKEY_UNAVAILABLE(gss_display_status)
GOKEY_UNAVAILABLE(gss_get_mic)
GOKEY_UNAVAILABLE(gss_import_name)
GOKEY_UNAVAILABLE(gss_indicate_mechs)
GOKEY_UNAVAILABLE(gss_init_sec_context)
GOKEY_UNAVAILABLE(gss_inquire_cred)
GOKEY_UNAVAILABLE(gss_inquire_cred_by_mech)
GOKEY_UNAVAILABLE(gss_release_buffer)
GOKEY_UNAVAILABLE(gss_release_cred)
GOKEY_UNAVAILABLE(gss_release_name)
GOKEY_UNAVAILABLE(gss_release_oid_set)
GOKEY_UNAVAILABLE(gss_test_oid_set_member)
GOKEY_UNAVAILABLE(gss_verify_mic)

#undef GOKEY_UNAVAILABLE
}
