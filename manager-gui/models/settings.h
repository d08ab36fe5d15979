// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The app's settings: keys of config.toml, shared with gokeyctl. Applied at once, and taken over
// when somebody edits the file.
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <string_view>
#include <vector>

#include "gokeyctl/config.h"

namespace gokeyctl::gui {

namespace keys {
inline constexpr std::string_view kLockOnScreenLock = "lock-on-screen-lock";
inline constexpr std::string_view kLockOnSleep = "lock-on-sleep";
inline constexpr std::string_view kLockWhenIdle = "lock-when-idle";
inline constexpr std::string_view kKeepUnlocked = "keep-unlocked";
inline constexpr std::string_view kUnlockBoth = "unlock-both";
inline constexpr std::string_view kPinentry = "pinentry";
inline constexpr std::string_view kPresenceShow = "presence-show";
inline constexpr std::string_view kPresenceWindow = "presence-window";
inline constexpr std::string_view kPresenceOnLockedScreen = "presence-on-locked-screen";
inline constexpr std::string_view kPresenceSound = "presence-sound";
inline constexpr std::string_view kTrayClickConfirms = "tray-click-confirms";
inline constexpr std::string_view kKeepRunning = "keep-running";
inline constexpr std::string_view kGlobalShortcuts = "global-shortcuts";
inline constexpr std::string_view kNotifyLocked = "notify-locked";
inline constexpr std::string_view kNotifyUnplugged = "notify-unplugged";
inline constexpr std::string_view kNotifyPresenceMissed = "notify-presence-missed";
inline constexpr std::string_view kNotifyAttention = "notify-attention";
inline constexpr std::string_view kNotifyBeforeLock = "notify-before-lock";
}  // namespace keys

class Settings : public QObject {
  Q_OBJECT

 public:
  explicit Settings(Paths paths, QObject* parent = nullptr);

  [[nodiscard]] QString value(std::string_view key) const;
  [[nodiscard]] bool isOn(std::string_view key) const { return config_.get(key) == "true"; }
  // Set by the administrator, or by the environment this program was started with: a change here
  // would have no effect.
  [[nodiscard]] bool isFixed(std::string_view key) const;
  // Why the file, or lines of it, are not used; empty if all is well.
  [[nodiscard]] const std::vector<ConfigWarning>& warnings() const { return config_.warnings(); }
  [[nodiscard]] QString file() const;
  [[nodiscard]] const Paths& paths() const { return paths_; }
  [[nodiscard]] const Config& config() const { return config_; }

  // Writes the person's file. Config::set tells how it fails.
  [[nodiscard]] Result<void> set(std::string_view key, const QString& value);
  [[nodiscard]] Result<void> setOn(std::string_view key, bool on);
  // Takes every setting of the app out of the person's file; those of gokeyctl alone stay.
  [[nodiscard]] Result<void> restoreDefaults();

 signals:
  void changed();

 private:
  void watch();
  void reload();

  Paths paths_;
  Config config_;
  QFileSystemWatcher watcher_;
};

}  // namespace gokeyctl::gui
