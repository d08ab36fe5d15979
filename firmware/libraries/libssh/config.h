// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// libssh's configuration for newlib, by hand: its own checks cannot be trusted where nothing is
// linked, and would find threads, select() and memset_s(). HAVE_GCC_THREAD_LOCAL_STORAGE stays
// undefined, since nobody sets up a thread pointer, and so does HAVE_CONSTRUCTOR_ATTRIBUTE:
// ssh_init() is called once there are random numbers.
#pragma once

#define PACKAGE "libssh"
#define VERSION "0.10.6"
#define SYSCONFDIR "/etc"
#define BINARYDIR "/"
#define SOURCEDIR "/"
#define GLOBAL_BIND_CONFIG "/etc/ssh/libssh_server_config"
#define GLOBAL_CLIENT_CONFIG "/etc/ssh/ssh_config"
#define HAVE_SYS_TIME_H 1
#define HAVE_UNISTD_H 1
#define HAVE_STDINT_H 1
#define HAVE_ECC 1
#define HAVE_SNPRINTF 1
#define HAVE_VSNPRINTF 1
#define HAVE_ISBLANK 1
#define HAVE_STRNCPY 1
#define HAVE_STRNDUP 1
#define HAVE_GETADDRINFO 1
#define HAVE_POLL 1
#define HAVE_STRTOULL 1
#define HAVE_EXPLICIT_BZERO 1
#define HAVE_LIBMBEDCRYPTO 1
#define HAVE_FALLTHROUGH_ATTRIBUTE 1
#define HAVE_UNUSED_ATTRIBUTE 1
#define HAVE_WEAK_ATTRIBUTE 1
#define HAVE_GCC_VOLATILE_MEMORY_PROTECTION 1
#define HAVE_COMPILER__FUNC__ 1
#define HAVE_COMPILER__FUNCTION__ 1
#define WITH_SERVER 1
