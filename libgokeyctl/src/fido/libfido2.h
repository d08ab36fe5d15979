// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// libfido2's functions under their own names, loaded when the first device is opened: every other
// command would pay for loading it, and the libcrypto behind it, at each start.
#pragma once

#include <fido.h>
#include <fido/credman.h>

#include "base/late_library.h"

#define GOKEY_LIBFIDO2(function)                                                                    \
  function(fido_init) function(fido_strerr) function(fido_dev_new) function(                        \
      fido_dev_free) function(fido_dev_open) function(fido_dev_close)                               \
      function(fido_dev_set_io_functions) function(fido_dev_set_timeout) function(                  \
          fido_dev_is_fido2) function(fido_dev_has_pin) function(fido_dev_supports_credman)         \
          function(fido_dev_get_retry_count) function(fido_dev_get_cbor_info) function(             \
              fido_cbor_info_new) function(fido_cbor_info_free)                                     \
              function(fido_cbor_info_versions_ptr) function(fido_cbor_info_versions_len) function( \
                  fido_cbor_info_extensions_ptr) function(fido_cbor_info_extensions_len)            \
                  function(fido_cbor_info_aaguid_ptr) function(fido_cbor_info_aaguid_len) function( \
                      fido_cbor_info_options_name_ptr) function(fido_cbor_info_options_value_ptr)   \
                      function(fido_cbor_info_options_len) function(                                \
                          fido_cbor_info_algorithm_count) function(fido_cbor_info_algorithm_cose)   \
                          function(fido_cbor_info_protocols_ptr) function(                          \
                              fido_cbor_info_protocols_len) function(fido_cbor_info_maxmsgsiz)      \
                              function(fido_cbor_info_minpinlen) function(                          \
                                  fido_cbor_info_rk_remaining) function(fido_credman_metadata_new)  \
                                  function(fido_credman_metadata_free) function(                    \
                                      fido_credman_get_dev_metadata)                                \
                                      function(fido_credman_rk_existing) function(                  \
                                          fido_credman_rk_remaining) function(fido_credman_rp_new)  \
                                          function(fido_credman_rp_free) function(                  \
                                              fido_credman_get_dev_rp)                              \
                                              function(fido_credman_rp_count) function(             \
                                                  fido_credman_rp_id) function(fido_credman_rk_new) \
                                                  function(fido_credman_rk_free) function(          \
                                                      fido_credman_get_dev_rk)                      \
                                                      function(fido_credman_rk_count) function(     \
                                                          fido_credman_rk)                          \
                                                          function(fido_cred_user_name) function(   \
                                                              fido_cred_display_name)               \
                                                              function(fido_cred_user_id_ptr)       \
                                                                  function(fido_cred_user_id_len)   \
                                                                      function(fido_cred_id_ptr)    \
                                                                          function(                 \
                                                                              fido_cred_id_len)     \
                                                                              function(             \
                                                                                  fido_cred_type)   \
                                                                                  function(         \
                                                                                      fido_cred_prot)

namespace gokeyctl::libfido2 {

GOKEY_LIBFIDO2(GOKEY_LATE_DECLARE)

// False where it is not installed.
[[nodiscard]] bool load();

}  // namespace gokeyctl::libfido2
