// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// lwIP as the token uses it: raw API in one loop, one Ethernet link to one host, never an interrupt
// or a second thread. What is not needed to answer that host is left out, since it parses what
// comes from outside. lwIP's opt.h explains each option.
#pragma once

#define NO_SYS 1
#define SYS_LIGHTWEIGHT_PROT 0
#define LWIP_SOCKET 0
#define LWIP_NETCONN 0

#define LWIP_IPV4 1
#define LWIP_ARP 1
#define LWIP_ICMP 1
#define LWIP_IGMP 1  // mDNS
#define LWIP_UDP 1
#define LWIP_TCP 1
#define LWIP_RAW 0
#define LWIP_DHCP 0  // as a client; the server is our own
// A host asks the DHCP server before it has an address. Both sides in network order.
#define LWIP_IP_ACCEPT_UDP_PORT(port) ((port) == PP_NTOHS(67))
#define LWIP_DNS 0
#define IP_FORWARD 0
#define IP_REASSEMBLY 0
#define IP_FRAG 0
#define IP_OPTIONS_ALLOWED 0
#define LWIP_BROADCAST_PING 0
#define LWIP_MULTICAST_PING 1  // RFC 4443, 4.2: ff02::1 finds the token

// Link-local alone: no router is believed.
#define LWIP_IPV6 1
#define LWIP_IPV6_MLD 1
#define LWIP_IPV6_AUTOCONFIG 0
#define LWIP_IPV6_SEND_ROUTER_SOLICIT 0
#define LWIP_IPV6_DHCP6 0
#define LWIP_IPV6_FORWARD 0
#define LWIP_IPV6_REASS 0
#define LWIP_IPV6_FRAG 0
#define LWIP_ND6_ALLOW_RA_UPDATES 0

#define LWIP_MDNS_RESPONDER 1
#define LWIP_NUM_NETIF_CLIENT_DATA 1
#define LWIP_NETIF_EXT_STATUS_CALLBACK 1
// lwIP counts its own timers, but not the responder's.
#define MEMP_NUM_SYS_TIMEOUT (LWIP_NUM_SYS_TIMEOUT_INTERNAL + 2)

#define TCP_MSS 1460
#define TCP_WND (16 * TCP_MSS)
#define TCP_SND_BUF (16 * TCP_MSS)
#define TCP_SND_QUEUELEN (4 * TCP_SND_BUF / TCP_MSS)
#define TCP_LISTEN_BACKLOG 1
#define TCP_DEFAULT_LISTEN_BACKLOG 16
// A segment does not live long between two ends of a cable. With lwIP's minute, a client whose port
// was used within the last two minutes would wait for their end (RFC 9293, 3.3.2, TIME-WAIT; RFC
// 1337).
#define TCP_MSL 1000
#define LWIP_TCP_KEEPALIVE 1
// RFC 6528 asks for unpredictable initial sequence numbers; lwIP's own are a clock.
#define LWIP_HOOK_TCP_ISN(local, local_port, remote, remote_port) gokey_net_random()
#define LWIP_HOOK_FILENAME "gokey_hooks.h"
#define LWIP_HOOK_TCP_INPACKET_PCB(pcb, header, opt_len, opt1_len, opt2, segment) \
  gokey_net_accept_segment(pcb, header)

// The SSH server holds 32 connections; the others are coming or going.
#define MEMP_NUM_TCP_PCB 48
#define MEMP_NUM_TCP_PCB_LISTEN 1
#define MEMP_NUM_UDP_PCB 2  // DHCP, mDNS
#define MEMP_NUM_TCP_SEG 512
#define PBUF_POOL_SIZE 128
#define PBUF_POOL_BUFSIZE 1536
#define MEM_ALIGNMENT 8
#define MEM_SIZE (512 * 1024)
#ifdef GOKEY_NET_HEAP
// Under the sanitizers each buffer is a block of its own, so that they see its ends.
#define MEM_LIBC_MALLOC 1
#define MEMP_MEM_MALLOC 1
#endif

#define LWIP_STATS 0
