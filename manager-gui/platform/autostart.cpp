// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/platform/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace gokeyctl::gui {
namespace {

QString file_name() {
  return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
         QStringLiteral("/autostart/org.gokey.Manager.desktop");
}

// Desktop Entry Specification 1.5, "The Exec key": within quotes, these get a backslash, which the
// file's own escaping doubles; '%' is doubled.
QString quoted(const QString& path) {
  QString out = QStringLiteral("\"");
  for (const QChar c : path) {
    if (c == QLatin1Char('%')) {
      out += QLatin1String("%%");
    } else if (c == QLatin1Char('\\')) {
      out += QLatin1String("\\\\\\\\");
    } else if (QStringLiteral("\"`$").contains(c)) {
      out += QLatin1String("\\\\") + c;
    } else {
      out += c;
    }
  }
  return out + QLatin1Char('"');
}

Error failure(const QString& file, const QString& why) {
  return Error{.code = Code::kWriteFailed,
               .message = "write " + file.toStdString() + ": " + why.toStdString(),
               .hint = {},
               .details = {},
               .cause = nullptr};
}

}  // namespace

bool is_autostarted() {
  QFile file(file_name());
  if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) return false;
  constexpr qint64 kLongest = 64 * 1024;
  // Both are ways in which desktops switch it off without removing the file.
  for (const QByteArray& line : file.read(kLongest).split('\n')) {
    const QByteArray plain = line.simplified().toLower().replace(' ', "");
    if (plain == "hidden=true" || plain == "x-gnome-autostart-enabled=false") return false;
  }
  return true;
}

Result<void> set_autostarted(bool on) {
  const QString name = file_name();
  if (!on) {
    QFile file(name);
    if (file.exists() && !file.remove()) return std::unexpected(failure(name, file.errorString()));
    return {};
  }
  if (!QDir().mkpath(QFileInfo(name).path()))
    return std::unexpected(failure(name, QStringLiteral("its folder cannot be made")));
  QSaveFile file(name);
  if (!file.open(QIODevice::WriteOnly)) return std::unexpected(failure(name, file.errorString()));
  const QString text = QStringLiteral(
                           "[Desktop Entry]\nType=Application\nVersion=1.5\nName=GoKey Manager\n"
                           "Icon=gokey-manager\nExec=%1 --hidden\nTerminal=false\n"
                           "X-GNOME-Autostart-enabled=true\n")
                           .arg(quoted(QCoreApplication::applicationFilePath()));
  file.write(text.toUtf8());
  if (!file.commit()) return std::unexpected(failure(name, file.errorString()));
  return {};
}

}  // namespace gokeyctl::gui
