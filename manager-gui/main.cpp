// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <QApplication>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "gui/app/app.h"
#include "gui/app/language.h"
#include "gui/app/options.h"
#include "gui/platform/symbol.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/style.h"

namespace {

using namespace gokeyctl::gui;

int signal_pipe[2] = {-1, -1};

void on_signal(int /*number*/) {
  const char byte = 0;
  [[maybe_unused]] const ssize_t written = ::write(signal_pipe[1], &byte, 1);
}

// Ctrl-C and the end of the session quit in order, so that what is held for a time is locked.
void quit_on_signals(QApplication& app) {
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signal_pipe) != 0)
    return;
  auto* notifier = new QSocketNotifier(signal_pipe[0], QSocketNotifier::Read, &app);
  QObject::connect(notifier, &QSocketNotifier::activated, &app, [] { QApplication::quit(); });
  struct sigaction action{};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(number, &action, nullptr);
}

// Qt ends a program that finds no display with abort().
bool has_display() {
  for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && *value != '\0') return true;
  }
  return false;
}

// What is typed here must not end up in a file.
void keep_secrets_in_memory() {
  constexpr rlimit kNone{0, 0};
  ::setrlimit(RLIMIT_CORE, &kNone);
}

int run(int argc, char** argv, const Options& options) {
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
  QApplication::setAttribute(Qt::AA_EnableHighDpiScaling);
  QApplication::setAttribute(Qt::AA_UseHighDpiPixmaps);
  QApplication::setHighDpiScaleFactorRoundingPolicy(
      Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
#endif
  // Nothing here draws with OpenGL; without this, Qt on X11 loads it for the first window, and
  // Mesa's compiler with it: some 30 MiB, and several times as long as all the rest of showing one.
  QApplication::setAttribute(Qt::AA_ForceRasterWidgets);
  QApplication::setApplicationName(QStringLiteral("gokey-manager"));
  QApplication::setDesktopFileName(QStringLiteral("org.gokey.Manager"));
  QApplication app(argc, argv);
  QApplication::setApplicationDisplayName(QStringLiteral("GoKey Manager"));
  QApplication::setQuitOnLastWindowClosed(false);
  QApplication::setWindowIcon(app_icon());
  make_room_in_fusion();
  use_language(app);
  install_accessible_widgets();
  quit_on_signals(app);

  App manager(options);
  if (!manager.claim()) return 0;
  manager.start();
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse_options(argc, argv);
  if (!options) {
    std::fprintf(stderr, "gokey-manager: %s\n", options.error().message.c_str());
    if (!options.error().hint.empty())
      std::fprintf(stderr, "hint: %s\n", options.error().hint.c_str());
    return static_cast<int>(options.error().code);
  }
  if (options->help || options->version) {
    const std::string text = options->help ? help_text() : version_text();
    std::fputs(text.c_str(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 1;
  }
  if (!has_display()) {
    std::fputs("gokey-manager: no display: neither DISPLAY nor WAYLAND_DISPLAY is set\n", stderr);
    return 1;
  }
  keep_secrets_in_memory();
  return run(argc, argv, *options);
}
