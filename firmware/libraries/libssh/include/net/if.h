// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// See sys/socket.h.
#pragma once

#define IF_NAMESIZE 16

#ifdef __cplusplus
extern "C" {
#endif
unsigned if_nametoindex(const char* name);
#ifdef __cplusplus
}
#endif
