// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What lwIP asks of a platform (lwip/arch.h); the functions are in core/net/port.cpp.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
unsigned gokey_net_random(void);
void gokey_net_assertion(const char* text, const char* file, int line) __attribute__((noreturn));
#ifdef __cplusplus
}
#endif

#define LWIP_RAND() gokey_net_random()
#define LWIP_PLATFORM_DIAG(text) ((void)0)
// Bare metal knows the place by its address; the names of files would only fill the image.
#ifdef __linux__
#define LWIP_PLATFORM_ASSERT(text) gokey_net_assertion(text, __FILE__, __LINE__)
#else
#define LWIP_PLATFORM_ASSERT(text) gokey_net_assertion(text, 0, 0)
#endif
