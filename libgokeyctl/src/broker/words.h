// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The words of the socket's lines for the values of broker.h, each way.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "gokeyctl/broker.h"

namespace gokeyctl::broker {

template <typename T, std::size_t N>
using Words = std::array<std::pair<std::string_view, T>, N>;

inline constexpr Words<Hold::Kind, 4> kHoldKinds{
    {{"until-locked", Hold::Kind::kUntilLocked},
     {"for", Hold::Kind::kFor},
     {"until-screen-lock", Hold::Kind::kUntilScreenLock},
     {"until-unplugged", Hold::Kind::kUntilUnplugged}}};
inline constexpr Words<LockReason, 7> kLockReasons{{{"asked", LockReason::kAsked},
                                                    {"time-over", LockReason::kTimeOver},
                                                    {"screen-locked", LockReason::kScreenLocked},
                                                    {"sleep", LockReason::kSleep},
                                                    {"idle", LockReason::kIdle},
                                                    {"removed", LockReason::kRemoved},
                                                    {"token", LockReason::kToken}}};
inline constexpr Words<LockWhich, 2> kLockWhich{
    {{"every-key", LockWhich::kEveryKey},
     {"held-until-screen-lock", LockWhich::kHeldUntilScreenLock}}};
inline constexpr Words<BrokerEvent::Outcome, 4> kOutcomes{
    {{"confirmed", BrokerEvent::Outcome::kConfirmed},
     {"timeout", BrokerEvent::Outcome::kTimeout},
     {"removed", BrokerEvent::Outcome::kRemoved},
     {"other", BrokerEvent::Outcome::kOther}}};
inline constexpr Words<BrokerEvent::Kind, 8> kEventKinds{
    {{"token", BrokerEvent::Kind::kToken},
     {"gone", BrokerEvent::Kind::kGone},
     {"presence-requested", BrokerEvent::Kind::kPresenceRequested},
     {"presence-ended", BrokerEvent::Kind::kPresenceEnded},
     {"unlocked", BrokerEvent::Kind::kUnlocked},
     {"locked", BrokerEvent::Kind::kLocked},
     {"operation", BrokerEvent::Kind::kOperation},
     {"problem", BrokerEvent::Kind::kProblem}}};
inline constexpr Words<Scope, 3> kScopes{
    {{"all", Scope::kAll}, {"sig", Scope::kSignature}, {"dec", Scope::kDecryption}}};
inline constexpr Words<KeyUse, 3> kUses{
    {{"sig", KeyUse::kSignature}, {"dec", KeyUse::kDecryption}, {"aut", KeyUse::kAuthentication}}};
inline constexpr Words<TrustClass, 3> kTrustClasses{{{"strict", TrustClass::kStrict},
                                                     {"tofu", TrustClass::kTofu},
                                                     {"per-boot", TrustClass::kPerBoot}}};
inline constexpr Words<TokenState, 9> kStates{
    {{"no-token", TokenState::kNoToken},
     {"unreachable", TokenState::kUnreachable},
     {"boot-rom", TokenState::kBootRom},
     {"not-initialised", TokenState::kNotInitialised},
     {"locked", TokenState::kLocked},
     {"unlocked", TokenState::kUnlocked},
     {"working", TokenState::kWorking},
     {"presence-requested", TokenState::kPresenceRequested},
     {"attention", TokenState::kAttention}}};

template <typename T, std::size_t N>
[[nodiscard]] constexpr std::string_view word_of(T value, const Words<T, N>& words) {
  for (const auto& [word, meaning] : words) {
    if (meaning == value) return word;
  }
  return words.front().first;
}

template <typename T, std::size_t N>
[[nodiscard]] constexpr std::optional<T> value_of(std::string_view word, const Words<T, N>& words) {
  for (const auto& [text, meaning] : words) {
    if (text == word) return meaning;
  }
  return std::nullopt;
}

}  // namespace gokeyctl::broker
