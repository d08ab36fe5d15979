// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <utility>

#include "base/file.h"
#include "base/hex.h"
#include "base/time.h"
#include "gokeyctl/text.h"
#include "gokeyctl/trust.h"
#include "trust/format.h"

namespace gokeyctl {
namespace {

constexpr std::size_t kMaxSize = 1024 * 1024;
constexpr std::size_t kMinPrefix = 4;

Result<std::vector<TrustEntry>> load(const std::filesystem::path& file) {
  const auto read = base::read_file(file, kMaxSize);
  if (!read)
    return std::unexpected(
        wrap(read.error(), say("{}: {}", say("read the trust store"), read.error().message)));
  const std::optional<std::string>& text = *read;
  if (!text) return std::vector<TrustEntry>{};
  auto entries = trust::parse_entries(*text);
  if (entries) return entries;
  Error error = wrap(entries.error(),
                     say("read the trust store {}: {}", file.string(), entries.error().message));
  error.code = Code::kFailed;
  error.hint =
      say("restore {} from a backup, or move it away and pin the tokens again", file.string());
  error.details["reason"] = "trust-store-damaged";
  return std::unexpected(std::move(error));
}

std::filesystem::path lock_of(const std::filesystem::path& file) {
  return {file.string() + ".lock"};
}

bool is_serial_prefix(std::string_view text, std::string_view serial) {
  return text.size() >= kMinPrefix && base::is_hex(text) && serial.starts_with(base::upper(text));
}

}  // namespace

std::string_view name(TrustClass trust) {
  switch (trust) {
    case TrustClass::kStrict:
      return "strict";
    case TrustClass::kTofu:
      return "tofu";
    case TrustClass::kPerBoot:
      return "per-boot";
  }
  return "tofu";
}

Result<void> check_nickname(std::string_view nickname) {
  constexpr std::size_t kMost = 64;
  const bool fits = !nickname.empty() && nickname.size() <= kMost &&
                    printable(nickname, kMost) == nickname && nickname.front() != '-' &&
                    nickname.front() != ' ' && nickname.back() != ' ' &&
                    nickname.find(':') == std::string_view::npos;
  if (fits) return {};
  return std::unexpected(Error{
      .code = Code::kUsage,
      .message = say("name the token '{}': a name has 1 to 64 bytes, no colon and no leading dash "
                     "or blank",
                     printable(nickname, kMost)),
      .hint = {},
      .details = {{"reason", "nickname"}},
      .cause = nullptr});
}

Result<TrustStore> TrustStore::open(std::filesystem::path file) {
  TrustStore store;
  auto entries = load(file);
  if (!entries) return std::unexpected(std::move(entries).error());
  store.entries_ = std::move(*entries);
  store.file_ = std::move(file);
  return store;
}

const TrustEntry* TrustStore::find(std::string_view endpoint) const {
  const auto found = std::ranges::find(entries_, endpoint, &TrustEntry::endpoint);
  return found == entries_.end() ? nullptr : &*found;
}

TrustVerdict TrustStore::judge(std::string_view endpoint, std::string_view fingerprint) const {
  const TrustEntry* entry = find(endpoint);
  if (entry == nullptr) return TrustVerdict::kUnknown;
  if (entry->fingerprint == fingerprint) return TrustVerdict::kKnown;
  return entry->trust == TrustClass::kPerBoot ? TrustVerdict::kPerBoot : TrustVerdict::kChanged;
}

Result<void> TrustStore::pin(TrustEntry entry) {
  const auto lock = base::FileLock::take(lock_of(file_));
  if (!lock) return std::unexpected(lock.error());
  auto entries = load(file_);  // what other programs wrote since
  if (!entries) return std::unexpected(std::move(entries).error());
  if (entry.first_seen.empty()) entry.first_seen = base::rfc3339(std::chrono::system_clock::now());
  entry.serial = base::upper(entry.serial);
  const auto same = std::ranges::find(*entries, entry.endpoint, &TrustEntry::endpoint);
  if (same != entries->end()) {
    *same = std::move(entry);
  } else {
    entries->push_back(std::move(entry));
  }
  if (auto written = base::write_file(file_, trust::format_entries(*entries)); !written)
    return written;
  entries_ = std::move(*entries);
  return {};
}

Result<bool> TrustStore::change(std::string_view endpoint, std::string_view fingerprint,
                                const std::function<void(TrustEntry&)>& edit) {
  const auto lock = base::FileLock::take(lock_of(file_));
  if (!lock) return std::unexpected(lock.error());
  auto entries = load(file_);
  if (!entries) return std::unexpected(std::move(entries).error());
  const auto entry = std::ranges::find(*entries, endpoint, &TrustEntry::endpoint);
  const bool same = entry != entries->end() && entry->fingerprint == fingerprint;
  if (same) {
    edit(*entry);
    entry->serial = base::upper(entry->serial);
    if (auto written = base::write_file(file_, trust::format_entries(*entries)); !written)
      return std::unexpected(std::move(written).error());
  }
  entries_ = std::move(*entries);
  return same;
}

Result<void> TrustStore::set_compared(std::string_view endpoint, std::string_view fingerprint) {
  const auto noted = change(endpoint, fingerprint, [](TrustEntry& entry) {
    entry.compared = base::rfc3339(std::chrono::system_clock::now());
  });
  if (!noted) return std::unexpected(noted.error());
  if (*noted) return {};
  return std::unexpected(
      Error{.code = Code::kHostKey,
            .message = say("note that the host key of {} was compared: it is not the one that is "
                           "pinned",
                           endpoint),
            .hint = say("compare it anew"),
            .details = {{"reason", "other-host-key"}, {"endpoint", std::string(endpoint)}},
            .cause = nullptr});
}

Result<std::size_t> TrustStore::forget(std::string_view endpoint_or_serial) {
  const auto lock = base::FileLock::take(lock_of(file_));
  if (!lock) return std::unexpected(lock.error());
  auto entries = load(file_);
  if (!entries) return std::unexpected(std::move(entries).error());
  const std::size_t removed = std::erase_if(*entries, [&](const TrustEntry& entry) {
    return entry.endpoint == endpoint_or_serial ||
           is_serial_prefix(endpoint_or_serial, entry.serial);
  });
  if (removed > 0) {
    if (auto written = base::write_file(file_, trust::format_entries(*entries)); !written) {
      return std::unexpected(written.error());
    }
  }
  entries_ = std::move(*entries);
  return removed;
}

}  // namespace gokeyctl
