// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What newlib lacks of POSIX.1-2017 and libssh names; core/ssh/metal/sockets.cpp defines it.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef uint32_t socklen_t;
typedef uint16_t sa_family_t;
struct sockaddr {
  sa_family_t sa_family;
  char sa_data[14];
};
struct sockaddr_storage {
  sa_family_t ss_family;
  char ss_padding[126];
};

#define AF_UNSPEC 0
#define AF_UNIX 1
#define AF_INET 2
#define AF_INET6 10
#define PF_UNSPEC AF_UNSPEC
#define PF_UNIX AF_UNIX
#define SOCK_STREAM 1
#define SOL_SOCKET 1
#define SO_REUSEADDR 2
#define SO_ERROR 4
#define MSG_PEEK 2
#define MSG_NOSIGNAL 0x4000
#define SHUT_RD 0
#define SHUT_WR 1
#define SHUT_RDWR 2

ssize_t recv(int fd, void* buffer, size_t size, int flags);
ssize_t send(int fd, const void* bytes, size_t size, int flags);
int getsockopt(int fd, int level, int name, void* value, socklen_t* size);

// Refused: the firmware makes and accepts connections itself.
int socket(int domain, int type, int protocol);
int setsockopt(int fd, int level, int name, const void* value, socklen_t size);
int connect(int fd, const struct sockaddr* address, socklen_t size);
int bind(int fd, const struct sockaddr* address, socklen_t size);
int listen(int fd, int backlog);
int accept(int fd, struct sockaddr* address, socklen_t* size);
int getpeername(int fd, struct sockaddr* address, socklen_t* size);
int getsockname(int fd, struct sockaddr* address, socklen_t* size);
int socketpair(int domain, int type, int protocol, int pair[2]);

#ifdef __cplusplus
}
#endif
