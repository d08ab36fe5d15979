// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/pinentry_unlock.h"

#include <memory>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "gui/models/texts.h"
#include "gui/widgets/async.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {

PinentryUnlock::PinentryUnlock(Ask ask_with, std::string program, UnlockWork work,
                               const BrokerToken& token, Scope scope, Hold hold, QObject* parent)
    : QObject(parent),
      ask_(std::move(ask_with)),
      program_(std::move(program)),
      work_(std::move(work)),
      token_(token),
      scope_(scope),
      hold_(hold) {
  // Without the pipe pinentry cannot be closed from here, which is no reason not to ask.
  if (pipe2(stop_, O_CLOEXEC) != 0) stop_[0] = stop_[1] = -1;
  ask(QString());
}

PinentryUnlock::~PinentryUnlock() {
  stop();
  if (stop_[0] >= 0) close(stop_[0]);
}

QString PinentryUnlock::tokenId() const { return text(token_.id); }

void PinentryUnlock::stop() {
  stopped_ = true;
  if (std::exchange(unlocking_, false) && work_.cancel_unlock) work_.cancel_unlock();
  // The other end becomes readable.
  if (stop_[1] >= 0) close(std::exchange(stop_[1], -1));
}

QString PinentryUnlock::description() const {
  const QString who = QStringLiteral("%1 (%2)").arg(name_of(token_), short_id(token_));
  QString words;
  switch (scope_) {
    case Scope::kSignature:
      words = tr("Unlock signing of %1.").arg(who);
      break;
    case Scope::kDecryption:
      words = tr("Unlock decryption of %1.").arg(who);
      break;
    case Scope::kAll:
      words = tr("Unlock signing and decryption of %1.").arg(who);
      break;
  }
  if (token_.status && token_.status->openpgp.tries_left) {
    words += QLatin1Char(' ') +
             tr("%1.", "3 tries left")
                 .arg(tries_text(static_cast<int>(*token_.status->openpgp.tries_left)));
  }
  return words;
}

void PinentryUnlock::ask(const QString& error) {
  PinentryRequest request;
  request.program = program_;
  request.title = tr("GoKey Manager").toStdString();
  request.description = description().toStdString();
  request.prompt = tr("Passphrase:").toStdString();
  request.error = error.toStdString();
  // The descriptor may be closed here while the thread still waits on it: it gets its own.
  const int stop_fd = stop_[0] < 0 ? -1 : fcntl(stop_[0], F_DUPFD_CLOEXEC, 0);
  run_beside<std::shared_ptr<Result<Secret>>>(
      this,
      [ask = ask_, request, stop_fd] {
        auto secret = std::make_shared<Result<Secret>>(ask(request, stop_fd));
        if (stop_fd >= 0) close(stop_fd);
        return secret;
      },
      [this](const std::shared_ptr<Result<Secret>>& secret) {
        if (stopped_) return deleteLater();
        if (!*secret) {
          if (secret->error().code != Code::kCancelled) emit failed(secret->error());
          return deleteLater();
        }
        unlocking_ = true;
        work_.unlock(scope_, std::move(**secret), hold_,
                     [this](const Result<KeysOutcome>& result) { answered(result); });
      });
}

void PinentryUnlock::opened(const KeysOutcome& outcome) {
  token_.status = outcome.status;
  const std::optional<KeyUse> failed = key_left_locked(outcome);
  if (scope_ != Scope::kAll || !failed) return deleteLater();
  scope_ = *failed == KeyUse::kDecryption ? Scope::kDecryption : Scope::kSignature;
  ask(other_passphrase_text(outcome, *failed));
}

void PinentryUnlock::answered(const Result<KeysOutcome>& result) {
  unlocking_ = false;
  if (stopped_) return deleteLater();
  if (result) return opened(*result);
  const Error& error = result.error();
  const auto tries = error.details.find("tries_left");
  if (tries != error.details.end() && token_.status)
    token_.status->openpgp.tries_left = text(tries->second).toUInt();
  const bool more = !token_.status || token_.status->openpgp.tries_left.value_or(1) > 0;
  if (error.code == Code::kWrongPassphrase && more)
    return ask(problem_sentence(error, name_of(token_)));
  emit failed(error);
  deleteLater();
}

}  // namespace gokeyctl::gui
