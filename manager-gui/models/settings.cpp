// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/models/settings.h"

#include <QDir>
#include <algorithm>
#include <utility>

namespace gokeyctl::gui {
namespace {

constexpr std::string_view kAppKeys[] = {
    keys::kLockOnScreenLock, keys::kLockOnSleep,
    keys::kLockWhenIdle,     keys::kKeepUnlocked,
    keys::kUnlockBoth,       keys::kPinentry,
    keys::kGlobalShortcuts,  keys::kPresenceShow,
    keys::kPresenceWindow,   keys::kPresenceOnLockedScreen,
    keys::kPresenceSound,    keys::kTrayClickConfirms,
    keys::kKeepRunning,      keys::kNotifyLocked,
    keys::kNotifyUnplugged,  keys::kNotifyPresenceMissed,
    keys::kNotifyAttention,  keys::kNotifyBeforeLock,
};

QString path_text(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

}  // namespace

Settings::Settings(Paths paths, QObject* parent)
    : QObject(parent), paths_(std::move(paths)), config_(Config::load(paths_)) {
  connect(&watcher_, &QFileSystemWatcher::fileChanged, this, &Settings::reload);
  connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, &Settings::reload);
  watch();
}

// A file that is replaced, as editors and Config::set do, is no longer watched; its folder is.
void Settings::watch() {
  for (const std::filesystem::path& file :
       {paths_.config_file, paths_.system_config_file, paths_.config_dropins}) {
    const QString path = path_text(file);
    const QString folder = path_text(file.parent_path());
    if (QFileInfo::exists(path)) watcher_.addPath(path);
    if (QFileInfo::exists(folder)) watcher_.addPath(folder);
  }
}

void Settings::reload() {
  const std::vector<Setting> before = config_.list();
  const std::size_t warnings = config_.warnings().size();
  config_ = Config::load(paths_);
  watch();
  const std::vector<Setting> after = config_.list();
  const bool same = std::ranges::equal(before, after, [](const Setting& a, const Setting& b) {
    return a.value == b.value && a.origin == b.origin;
  });
  if (!same || warnings != config_.warnings().size()) emit changed();
}

QString Settings::value(std::string_view key) const {
  return QString::fromStdString(config_.get(key));
}

bool Settings::isFixed(std::string_view key) const {
  if (config_.is_fixed(key)) return true;
  const std::vector<Setting> all = config_.list();
  const auto found = std::ranges::find(all, key, &Setting::key);
  return found != all.end() && found->origin.starts_with("env:");
}

QString Settings::file() const { return path_text(paths_.config_file); }

Result<void> Settings::set(std::string_view key, const QString& value) {
  if (config_.get(key) == value.toStdString()) return {};
  if (auto done = config_.set(key, value.toStdString()); !done) return done;
  watch();
  emit changed();
  return {};
}

Result<void> Settings::setOn(std::string_view key, bool on) {
  return set(key, on ? QStringLiteral("true") : QStringLiteral("false"));
}

Result<void> Settings::restoreDefaults() {
  for (const std::string_view key : kAppKeys) {
    if (auto done = config_.unset(key); !done) return done;
  }
  watch();
  emit changed();
  return {};
}

}  // namespace gokeyctl::gui
