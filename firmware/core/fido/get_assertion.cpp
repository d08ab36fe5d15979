// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// authenticatorGetAssertion and authenticatorGetNextAssertion, CTAP 2.1, 6.2 and 6.3.
#include <algorithm>
#include <utility>

#include "core/crypto/hash.h"
#include "core/fido/authenticator.h"

namespace gokey::fido {
namespace {

constexpr std::uint64_t kNextMs = 30'000;  // CTAP 2.1, 6.3

std::optional<vault::HmacSecretInput> read_hmac_secret(Parameters& in) {
  const auto extensions = in.map_if(0x04);
  if (!extensions) return std::nullopt;
  const auto map = extensions->find("hmac-secret");
  if (!map) return std::nullopt;
  if (!map->is_map()) {
    in.fail(Status::kUnexpectedType);
    return std::nullopt;
  }
  Parameters fields(*map);
  vault::HmacSecretInput input;
  input.peer = fields.peer(0x01);
  const wire::Bytes salt_enc = fields.bytes(0x02);
  const wire::Bytes salt_auth = fields.bytes(0x03);
  input.salt_enc.assign(salt_enc.begin(), salt_enc.end());
  input.salt_auth.assign(salt_auth.begin(), salt_auth.end());
  if (fields.find(0x04)) input.protocol = fields.protocol(0x04);
  in.fail(fields.status());
  return input;
}

// Gives whether presence is wanted.
bool read_options(Parameters& in, bool authenticated) {
  const auto map = in.map_if(0x05);
  if (!map) return true;
  Parameters options(*map);
  const bool up = options.boolean_if("up").value_or(true);
  const bool uv = options.boolean_if("uv").value_or(false);
  in.fail(options.status());
  if (map->find("rk")) in.fail(Status::kUnsupportedOption);
  if (uv && !authenticated) in.fail(Status::kInvalidOption);
  return up;
}

std::vector<std::uint8_t> assertion(const vault::Response& response, const vault::FidoReply& reply,
                                    wire::Bytes id, std::size_t total) {
  const vault::FidoCredential* found =
      reply.credentials.empty() ? nullptr : &reply.credentials.front();
  wire::CborWriter out;
  out.map(3U + (found != nullptr ? 1U : 0U) + (total > 1 ? 1U : 0U));
  out.integer(1);
  write_descriptor(out, id);
  out.integer(2).bytes(reply.auth_data).integer(3).bytes(response.data.bytes());
  if (found != nullptr) {
    out.integer(4);
    // Who it is may be told to those who proved to be the user.
    write_user(out, reply.user_verified ? found->user : vault::FidoUser{found->user.id, {}, {}});
  }
  if (total > 1) out.integer(5).integer(static_cast<std::int64_t>(total));
  return out.release();
}

}  // namespace

void write_user(wire::CborWriter& out, const vault::FidoUser& user) {
  out.map(1U + (user.name.empty() ? 0U : 1U) + (user.display_name.empty() ? 0U : 1U));
  out.text("id").bytes(user.id);
  if (!user.name.empty()) out.text("name").text(user.name);
  if (!user.display_name.empty()) out.text("displayName").text(user.display_name);
}

void write_descriptor(wire::CborWriter& out, wire::Bytes id) {
  out.map(2).text("id").bytes(id).text("type").text("public-key");
}

struct Authenticator::GetAssertion {
  std::string rp_id;
  vault::FidoFind find;
  vault::FidoAssert assert;
  std::size_t total = 0;
};

void Authenticator::get_assertion(wire::Bytes parameters) {
  Parameters in(parameters);
  auto asked = std::make_shared<GetAssertion>();
  asked->rp_id = in.text(0x01);
  vault::FidoAssert& assert = asked->assert;
  assert.client_data = in.hash(0x02);
  asked->find.ids = in.descriptors(0x03);
  assert.hmac_secret = read_hmac_secret(in);
  const auto param = in.bytes_if(0x06);
  const bool touch = in.ok() && param && param->empty();
  if (touch) return touch_only(asked->rp_id);
  assert.auth = in.pin_auth(0x06, 0x07);
  assert.present = read_options(in, assert.auth.protocol != 0);
  if (assert.hmac_secret && !assert.present) in.fail(Status::kUnsupportedOption);
  if (!in.ok()) return finish(in.status());

  assert.rp = crypto::sha256(wire::as_bytes(asked->rp_id));
  const auto list = in.find(0x03);
  const bool listed = list && list->size() > 0;
  vault::FidoFind& find = asked->find;
  find.rp = assert.rp;
  find.auth = assert.auth;
  find.message.assign(assert.client_data.begin(), assert.client_data.end());
  find.permission = vault::permission::kAssert;
  find.where = listed ? vault::FidoFind::Where::kListed : vault::FidoFind::Where::kResident;
  ask(std::move(find), [this, asked, listed](vault::Response&, vault::FidoReply& reply) {
    if (reply.credentials.empty()) return finish(Status::kNoCredentials);
    asked->assert.id = reply.credentials.front().id;
    if (!listed) {
      asked->total = reply.credentials.size();
      Next& next = next_.emplace();
      next.rp = asked->assert.rp;
      next.hmac_secret = asked->assert.hmac_secret;
      for (const auto& each : reply.credentials) next.ids.push_back(each.id);
      std::ranges::reverse(next.ids);
      next.ids.pop_back();
    }
    if (!asked->assert.present) return assert_first(asked);
    with_presence(asked->rp_id, [this, asked] { assert_first(asked); });
  });
}

void Authenticator::assert_first(const std::shared_ptr<GetAssertion>& asked) {
  vault::CredentialId id = asked->assert.id;
  ask(std::move(asked->assert),
      [this, asked, id = std::move(id)](vault::Response& response, vault::FidoReply& reply) {
        if (next_) next_->until_ms = clock_.now_ms() + kNextMs;
        finish(Status::kOk, assertion(response, reply, id, asked->total));
      });
}

void Authenticator::get_next_assertion() {
  if (!next_ || next_->ids.empty() || clock_.now_ms() > next_->until_ms) {
    next_.reset();
    return finish(Status::kNotAllowed);
  }
  vault::FidoAssert assert;
  assert.rp = next_->rp;
  assert.next = true;
  assert.id = next_->ids.back();
  assert.hmac_secret = next_->hmac_secret;
  next_->ids.pop_back();
  vault::CredentialId id = assert.id;
  ask(std::move(assert),
      [this, id = std::move(id)](vault::Response& response, vault::FidoReply& reply) {
        if (next_) next_->until_ms = clock_.now_ms() + kNextMs;
        finish(Status::kOk, assertion(response, reply, id, 0));
      });
}

}  // namespace gokey::fido
