// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// See sys/socket.h.
#pragma once

#include <netinet/in.h>

struct addrinfo {
  int ai_flags;
  int ai_family;
  int ai_socktype;
  int ai_protocol;
  socklen_t ai_addrlen;
  struct sockaddr* ai_addr;
  char* ai_canonname;
  struct addrinfo* ai_next;
};
struct servent {
  char* s_name;
  int s_port;
};
#define AI_PASSIVE 1
#define AI_NUMERICHOST 4
#define EAI_NONAME (-2)
#define NI_MAXHOST 1025

#ifdef __cplusplus
extern "C" {
#endif
int getaddrinfo(const char* node, const char* service, const struct addrinfo* hints,
                struct addrinfo** result);
void freeaddrinfo(struct addrinfo* list);
const char* gai_strerror(int error);
struct servent* getservbyname(const char* name, const char* protocol);
#ifdef __cplusplus
}
#endif
