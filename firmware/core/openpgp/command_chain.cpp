// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/command_chain.h"

#include "core/crypto/secret.h"
#include "core/openpgp/identity.h"

namespace gokey::openpgp {
namespace {

bool same_command(const wire::CommandApdu& a, const wire::CommandApdu& b) {
  return a.ins == b.ins && a.p1p2() == b.p1p2();
}

}  // namespace

std::expected<std::optional<wire::CommandApdu>, wire::StatusWord> CommandChain::add(
    const wire::CommandApdu& part) {
  const bool last = (part.cla & kChainingBit) == 0;
  if (first_ && !same_command(*first_, part)) {
    clear();
    return std::unexpected(wire::sw::kLastCommandOfChainExpected);
  }
  if (data_.size() + part.data.size() > kMaxCommandData) {
    clear();
    return std::unexpected(wire::sw::kWrongLength);
  }
  if (!first_ && last) return part;

  data_.reserve(kMaxCommandData);
  data_.insert(data_.end(), part.data.begin(), part.data.end());
  if (!last) {
    first_ = part;
    first_->data = {};
    return std::nullopt;
  }
  wire::CommandApdu whole = part;
  whole.data = data_;
  first_.reset();
  return whole;
}

void CommandChain::clear() {
  crypto::wipe(data_);
  data_.clear();
  first_.reset();
}

}  // namespace gokey::openpgp
