// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// That a process which started quickly still speaks with every console it offers to speak with, and
// logs in with every kind of key. A program of its own: starting quickly is for all of a process.
#include <array>
#include <chrono>
#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>
#include <openssl/evp.h>

#include "folder.h"
#include "gokeyctl/console.h"
#include "libssh_handles.h"
#include "tcp_server.h"
#include "transport/ssh/public_key.h"
#include "transport/ssh/ssh.h"

namespace gokeyctl::transport {
namespace {

using namespace std::chrono_literals;

// libcrypto is first used here, by the first test that makes a key.
const bool started = (start_quickly(), true);

// What the server insists on; empty or null: what libssh prefers.
struct Case {
  const char* name;
  ssh_keytypes_e host_key = SSH_KEYTYPE_ED25519;
  int host_bits = 0;
  ssh_keytypes_e user_key = SSH_KEYTYPE_ED25519;
  int user_bits = 0;
  const char* exchange = nullptr;
  const char* cipher = nullptr;
  const char* mac = nullptr;
};
void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

Key new_key(ssh_keytypes_e type, int bits) {
  ssh_key key = nullptr;
  EXPECT_EQ(ssh_pki_generate(type, bits, &key), SSH_OK);
  return Key(key);
}

// What libssh found when it checked the signature. The way that is not deprecated is a loop of
// callbacks.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
bool is_signed_well(ssh_message message) {
  return ssh_message_auth_publickey_state(message) == SSH_PUBLICKEY_STATE_VALID;
}
#pragma GCC diagnostic pop

// Everybody may log in who signs; a command is answered with its own text.
void serve(base::Descriptor client, const Case& one, bool& signed_well) {
  const BindHandle bind(ssh_bind_new());
  const SessionHandle session(ssh_new());
  const auto set = [&](ssh_bind_options_e option, const void* value) {
    if (value == nullptr) return;
    ASSERT_EQ(ssh_bind_options_set(bind.get(), option, value), SSH_OK);
  };
  const bool no = false;
  set(SSH_BIND_OPTIONS_PROCESS_CONFIG, &no);
  set(SSH_BIND_OPTIONS_IMPORT_KEY, new_key(one.host_key, one.host_bits).release());
  set(SSH_BIND_OPTIONS_KEY_EXCHANGE, one.exchange);
  set(SSH_BIND_OPTIONS_CIPHERS_C_S, one.cipher);
  set(SSH_BIND_OPTIONS_CIPHERS_S_C, one.cipher);
  set(SSH_BIND_OPTIONS_HMAC_C_S, one.mac);
  set(SSH_BIND_OPTIONS_HMAC_S_C, one.mac);
  ASSERT_EQ(ssh_bind_accept_fd(bind.get(), session.get(), client.release()), SSH_OK);
  ASSERT_EQ(ssh_handle_key_exchange(session.get()), SSH_OK) << ssh_get_error(session.get());
  ssh_channel channel = nullptr;
  while (const ssh_message message = ssh_message_get(session.get())) {
    const int type = ssh_message_type(message), subtype = ssh_message_subtype(message);
    if (type == SSH_REQUEST_AUTH) {
      signed_well = is_signed_well(message);
      if (signed_well) {
        ssh_message_auth_reply_success(message, 0);
      } else {
        ssh_message_reply_default(message);
      }
    } else if (type == SSH_REQUEST_CHANNEL_OPEN) {
      channel = ssh_message_channel_request_open_reply_accept(message);
    } else if (type == SSH_REQUEST_CHANNEL && subtype == SSH_CHANNEL_REQUEST_EXEC) {
      const std::string command = ssh_message_channel_request_command(message);
      ssh_message_channel_request_reply_success(message);
      ssh_channel_write(channel, command.data(), static_cast<std::uint32_t>(command.size()));
      ssh_channel_send_eof(channel);
    } else {
      ssh_message_reply_default(message);
    }
    ssh_message_free(message);
  }
}

class AlgorithmsTest : public ::testing::TestWithParam<Case> {};

TEST_P(AlgorithmsTest, AreSpokenByAProcessThatStartedQuickly) {
  ASSERT_TRUE(started);
  const Case& one = GetParam();
  const testing::Folder folder;
  const Key user = new_key(one.user_key, one.user_bits);
  ASSERT_EQ(
      ssh_pki_export_privkey_file(user.get(), nullptr, nullptr, nullptr, (folder / "id").c_str()),
      SSH_OK);
  bool signed_well = false;
  std::string answer;
  {
    const testing::TcpServer server(
        [&](base::Descriptor client) { serve(std::move(client), one, signed_well); });
    SshLogin login;
    login.user = "gokey";
    login.identity = folder / "id";
    login.check_peer_key = [](const PeerKey&) { return Result<void>(); };
    const auto connection = open_ssh({"127.0.0.1", server.port(), 60s}, login);
    ASSERT_TRUE(connection) << connection.error().message;
    const auto link = (*connection)->exec("hello", base::Deadline::in(60s));
    ASSERT_TRUE(link) << link.error().message;
    for (std::size_t count = 1; count > 0;) {
      std::array<char, 64> chunk{};
      const auto got = (*link)->read_some(chunk, {base::Deadline::in(60s)});
      ASSERT_TRUE(got) << got.error().message;
      count = *got;
      answer.append(chunk.data(), count);
    }
  }
  EXPECT_EQ(answer, "hello");
  EXPECT_TRUE(signed_well);
}

// Each that ssh.cpp offers, and each kind of key.
INSTANTIATE_TEST_SUITE_P(
    Offered, AlgorithmsTest,
    ::testing::Values(
        Case{.name = "curve25519", .exchange = "curve25519-sha256"},
        Case{.name = "nistp256", .exchange = "ecdh-sha2-nistp256"},
        Case{.name = "nistp384", .exchange = "ecdh-sha2-nistp384"},
        Case{.name = "nistp521", .exchange = "ecdh-sha2-nistp521"},
        Case{.name = "aes256_gcm", .cipher = "aes256-gcm@openssh.com"},
        Case{.name = "aes128_gcm", .cipher = "aes128-gcm@openssh.com"},
        Case{.name = "chacha20", .cipher = "chacha20-poly1305@openssh.com"},
        Case{.name = "aes256_ctr", .cipher = "aes256-ctr", .mac = "hmac-sha2-256-etm@openssh.com"},
        Case{.name = "aes128_ctr", .cipher = "aes128-ctr", .mac = "hmac-sha2-512-etm@openssh.com"},
        Case{.name = "mac_256", .cipher = "aes256-ctr", .mac = "hmac-sha2-256"},
        Case{.name = "mac_512", .cipher = "aes256-ctr", .mac = "hmac-sha2-512"},
        Case{.name = "host_nistp256", .host_key = SSH_KEYTYPE_ECDSA_P256, .host_bits = 256},
        Case{.name = "host_nistp384", .host_key = SSH_KEYTYPE_ECDSA_P384, .host_bits = 384},
        Case{.name = "host_nistp521", .host_key = SSH_KEYTYPE_ECDSA_P521, .host_bits = 521},
        Case{.name = "host_rsa", .host_key = SSH_KEYTYPE_RSA, .host_bits = 2048},
        Case{.name = "user_nistp256", .user_key = SSH_KEYTYPE_ECDSA_P256, .user_bits = 256},
        Case{.name = "user_nistp384", .user_key = SSH_KEYTYPE_ECDSA_P384, .user_bits = 384},
        Case{.name = "user_nistp521", .user_key = SSH_KEYTYPE_ECDSA_P521, .user_bits = 521},
        Case{.name = "user_rsa", .user_key = SSH_KEYTYPE_RSA, .user_bits = 2048}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(FewAlgorithmsTest, OthersAreNotOffered) {
  ASSERT_TRUE(started);
  EXPECT_EQ(EVP_CIPHER_fetch(nullptr, "CAMELLIA-128-CBC", nullptr), nullptr);
  EXPECT_EQ(EVP_MD_fetch(nullptr, "BLAKE2b512", nullptr), nullptr);
}

TEST(FewAlgorithmsTest, ANewKeyIsSealedWithItsPassphrase) {
  ASSERT_TRUE(started);
  Secret passphrase(kLongestPassphrase);
  for (const char c : std::string_view("correct horse"))
    ASSERT_TRUE(passphrase.append(static_cast<std::uint8_t>(c)));
  const auto key = make_ed25519(&passphrase);
  ASSERT_TRUE(key) << key.error().message;
  const testing::Folder folder;
  key->private_file.expose([&](std::span<const std::uint8_t> bytes) {
    testing::spill(folder / "id", {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  });
  ssh_key read = nullptr;
  EXPECT_EQ(ssh_pki_import_privkey_file((folder / "id").c_str(), "correct horse", nullptr, nullptr,
                                        &read),
            SSH_OK);
  ssh_key_free(read);
}

}  // namespace
}  // namespace gokeyctl::transport
