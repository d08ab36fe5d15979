// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// lwIP's hooks that need its types; the functions are in core/net/port.cpp.
#pragma once

#include "lwip/err.h"
#include "lwip/prot/tcp.h"
#include "lwip/tcp.h"

#ifdef __cplusplus
extern "C" {
#endif
// ERR_OK, or the segment is thrown away. Its fields are in the processor's order.
err_t gokey_net_accept_segment(const struct tcp_pcb* pcb, const struct tcp_hdr* header);
#ifdef __cplusplus
}
#endif
