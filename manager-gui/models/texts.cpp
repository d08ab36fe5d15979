// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/models/texts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <string_view>

namespace gokeyctl::gui {
namespace {

struct Texts {
  Q_DECLARE_TR_FUNCTIONS(Texts)
};

constexpr int kLongestWait = 20;  // seconds, of the broker for an answer

QString from(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<int>(text.size()));
}

bool contains(const std::vector<KeyUse>& keys, KeyUse use) {
  return std::ranges::find(keys, use) != keys.end();
}

bool both(const std::vector<KeyUse>& keys) {
  return contains(keys, KeyUse::kSignature) && contains(keys, KeyUse::kDecryption);
}

bool in_factory_state(const BrokerToken& token) {
  return token.status && token.status->token.state == LifeCycle::kFactory;
}

bool is_damaged(const BrokerToken& token) {
  return token.status && token.status->token.state == LifeCycle::kDamaged;
}

std::optional<Code> problem_code(const BrokerToken& token) {
  if (!token.problem) return std::nullopt;
  return token.problem->code;
}

QString unlocked_words(const std::vector<KeyUse>& keys) {
  if (both(keys)) return Texts::tr("signing and decryption unlocked");
  if (contains(keys, KeyUse::kSignature)) return Texts::tr("signing unlocked");
  if (contains(keys, KeyUse::kDecryption)) return Texts::tr("decryption unlocked");
  return Texts::tr("unlocked");
}

QString as_of(const BrokerToken& token) {
  const QDateTime time = token.as_of ? local_time(*token.as_of) : QDateTime();
  return time.isValid() ? clock_text(time) : QString();
}

// What a problem makes of the state, where it does; the words of both forms.
struct Words {
  QString title, inside;
};

// Its host key was never compared here.
bool is_new(const BrokerToken& token) { return !token.known && token.presented; }

Words attention_words(const BrokerToken& token) {
  if (problem_code(token) == Code::kHostKey)
    return {Texts::tr("Host key changed"), Texts::tr("host key changed")};
  if (is_blocked(token)) return {Texts::tr("No tries left"), Texts::tr("no tries left")};
  return {Texts::tr("Needs attention"), Texts::tr("needs attention")};
}

Words working_words(const BrokerToken& token) {
  switch (token.working.value_or(KeyUse::kSignature)) {
    case KeyUse::kSignature:
      return {Texts::tr("Signing…"), Texts::tr("signing")};
    case KeyUse::kDecryption:
      return {Texts::tr("Decrypting…"), Texts::tr("decrypting")};
    case KeyUse::kAuthentication:
      break;
  }
  return {Texts::tr("Authenticating…"), Texts::tr("authenticating")};
}

Words state_words(const BrokerToken& token) {
  if (is_new(token)) return {Texts::tr("New"), Texts::tr("new")};
  if (token.connecting && !token.status) return {Texts::tr("Connecting…"), Texts::tr("connecting")};
  if (may_be_unlocked(token))
    return {Texts::tr("May still be unlocked"), Texts::tr("may still be unlocked")};
  switch (token.state) {
    case TokenState::kNoToken:
      return {Texts::tr("Not attached"), Texts::tr("not attached")};
    case TokenState::kUnreachable:
      if (was_stopped(token)) return {Texts::tr("Not connected"), Texts::tr("not connected")};
      return {Texts::tr("Does not answer"), Texts::tr("does not answer")};
    case TokenState::kBootRom:
      return {Texts::tr("Waiting for firmware"), Texts::tr("waiting for firmware")};
    case TokenState::kNotInitialised:
      if (in_factory_state(token))
        return {Texts::tr("Not set up yet"), Texts::tr("not set up yet")};
      if (is_damaged(token)) return {Texts::tr("Storage damaged"), Texts::tr("storage damaged")};
      return {Texts::tr("Not started yet"), Texts::tr("not started yet")};
    case TokenState::kLocked:
      return {Texts::tr("Locked"), Texts::tr("locked")};
    case TokenState::kUnlocked: {
      const std::vector<KeyUse> keys = unlocked_keys(token);
      return {unlocked_text(keys), unlocked_words(keys)};
    }
    case TokenState::kWorking:
      return working_words(token);
    case TokenState::kPresenceRequested:
      return {presence_title(token.presence.value_or(PresenceRequest{})),
              Texts::tr("presence requested")};
    case TokenState::kAttention:
      break;
  }
  return attention_words(token);
}

}  // namespace

QString short_id(const BrokerToken& token) { return from(token.serial); }

QString name_of(const BrokerToken& token) {
  if (token.nickname && !token.nickname->empty()) return from(*token.nickname);
  if (!token.serial.empty()) return from(token.serial);
  if (token.endpoint) return from(token.endpoint->text());
  return from(token.id);
}

QDateTime local_time(const std::string& rfc3339) {
  return QDateTime::fromString(from(rfc3339), Qt::ISODateWithMs).toLocalTime();
}

QString clock_text(const QDateTime& time) {
  return QLocale().toString(time.time(), QLocale::ShortFormat);
}

QString clock_text_with_seconds(const QDateTime& time) {
  const QLocale locale;
  QString format = locale.timeFormat(QLocale::ShortFormat);
  // The short form plus seconds: no locale has one, and the long form names the time zone.
  if (!format.contains(QLatin1String("s"))) {
    format.replace(QLatin1String("mm"), QLatin1String("mm:ss"));
  }
  return locale.toString(time.time(), format);
}

QString use_text(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return Texts::tr("Signing");
    case KeyUse::kDecryption:
      return Texts::tr("Decryption");
    case KeyUse::kAuthentication:
      break;
  }
  return Texts::tr("Authentication");
}

QString scope_text(Scope scope) {
  switch (scope) {
    case Scope::kSignature:
      return Texts::tr("Signing");
    case Scope::kDecryption:
      return Texts::tr("Decryption");
    case Scope::kAll:
      break;
  }
  return Texts::tr("Both");
}

QString tries_text(int left) { return Texts::tr("%Ln try(s) left", "", left); }

QString unlocked_text(const std::vector<KeyUse>& keys) {
  if (both(keys)) return Texts::tr("Signing and decryption unlocked");
  if (contains(keys, KeyUse::kSignature)) return Texts::tr("Signing unlocked");
  if (contains(keys, KeyUse::kDecryption)) return Texts::tr("Decryption unlocked");
  return Texts::tr("Unlocked");
}

QString locked_text(const std::vector<KeyUse>& keys) {
  if (both(keys)) return Texts::tr("Signing and decryption locked");
  if (contains(keys, KeyUse::kSignature)) return Texts::tr("Signing locked");
  if (contains(keys, KeyUse::kDecryption)) return Texts::tr("Decryption locked");
  return Texts::tr("Locked");
}

QString reason_text(LockReason reason) {
  switch (reason) {
    case LockReason::kAsked:
      return {};
    case LockReason::kTimeOver:
      return Texts::tr("the time was over");
    case LockReason::kScreenLocked:
      return Texts::tr("the screen was locked");
    case LockReason::kSleep:
      return Texts::tr("the computer goes to sleep");
    case LockReason::kIdle:
      return Texts::tr("nobody used the computer");
    case LockReason::kRemoved:
      return Texts::tr("it was unplugged");
    case LockReason::kToken:
      break;
  }
  return Texts::tr("the token did it by itself");
}

std::optional<QDateTime> held_until(const BrokerToken& token, const std::vector<KeyUse>& keys) {
  std::optional<QDateTime> first;
  for (const BrokerToken::Held& held : token.held) {
    if (!held.until || !contains(keys, held.use)) continue;
    const QDateTime until = local_time(*held.until);
    if (until.isValid() && (!first || until < *first)) first = until;
  }
  return first;
}

QString held_text(const BrokerToken& token, const std::vector<KeyUse>& keys) {
  if (const std::optional<QDateTime> until = held_until(token, keys))
    return Texts::tr("until %1").arg(clock_text(*until));
  for (const BrokerToken::Held& held : token.held) {
    if (!contains(keys, held.use)) continue;
    if (held.kind == Hold::Kind::kUntilScreenLock) return Texts::tr("until the screen locks");
    if (held.kind == Hold::Kind::kUntilUnplugged) return Texts::tr("until unplugged");
  }
  return {};
}

std::vector<KeyUse> unlocked_keys(const BrokerToken& token) {
  std::vector<KeyUse> keys;
  if (!token.status) return keys;
  for (const KeyStatus& key : token.status->openpgp.keys) {
    if (!key.locked && key.use != KeyUse::kAuthentication) keys.push_back(key.use);
  }
  return keys;
}

bool is_uncertain_lock(const Error& problem) {
  const auto reason = problem.details.find("reason");
  return reason != problem.details.end() && reason->second == "lock-not-acknowledged";
}

bool may_be_unlocked(const BrokerToken& token) {
  return token.problem && is_uncertain_lock(*token.problem);
}

bool was_stopped(const BrokerToken& token) {
  return token.problem && token.problem->code == Code::kCancelled;
}

bool is_not_compared(const BrokerToken& token, const std::optional<TrustEntry>& entry) {
  return token.known && token.trust == TrustClass::kTofu && entry && entry->compared.empty();
}

bool is_blocked(const BrokerToken& token) {
  return token.status && token.status->openpgp.tries_left == 0U;
}

QString state_title(const BrokerToken& token) { return state_words(token).title; }

QString state_inside(const BrokerToken& token) { return state_words(token).inside; }

QString state_line(const BrokerToken& token) {
  if (token.state == TokenState::kUnlocked) {
    const std::vector<KeyUse> keys = unlocked_keys(token);
    const QString held = held_text(token, keys);
    if (!held.isEmpty())
      return Texts::tr("%1 %2", "unlocked, until when").arg(state_title(token), held);
  }
  return state_title(token);
}

QString state_sentence(const BrokerToken& token) {
  if (is_new(token)) return Texts::tr("Compare its host key before you use it.");
  if (token.connecting && !token.status) return Texts::tr("Reading its state.");
  if (token.problem && may_be_unlocked(token))
    return problem_sentence(*token.problem, name_of(token));
  switch (token.state) {
    case TokenState::kNoToken:
      return Texts::tr("Plug in a USB armory with GoKey. It appears here by itself.");
    case TokenState::kUnreachable: {
      if (was_stopped(token)) return Texts::tr("Connecting was cancelled.");
      const QString time = as_of(token);
      if (time.isEmpty()) return Texts::tr("The token is plugged in, but its console is silent.");
      return Texts::tr("The token is plugged in, but its console is silent. Last seen %1.")
          .arg(time);
    }
    case TokenState::kBootRom:
      return Texts::tr(
          "The token started without firmware (boot ROM). Nothing on it is usable until it is "
          "flashed.");
    case TokenState::kNotInitialised:
      if (in_factory_state(token))
        return Texts::tr("This token is in factory state. It holds no keys.");
      if (is_damaged(token))
        return Texts::tr(
            "What this token stores cannot be opened, so none of its keys can be used. A factory "
            "reset makes it new: gokeyctl factory-reset.");
      return Texts::tr("The card is not initialised. Unlocking does that too.");
    case TokenState::kLocked:
      return Texts::tr("Signing and decryption are locked.");
    case TokenState::kUnlocked:
      return state_line(token);
    case TokenState::kWorking:
      return Texts::tr("The token is working. Leave it plugged in.");
    case TokenState::kPresenceRequested:
      return presence_title(token.presence.value_or(PresenceRequest{}));
    case TokenState::kAttention:
      break;
  }
  if (problem_code(token) == Code::kHostKey) return Texts::tr("Nothing was sent to this token.");
  if (is_blocked(token) && token.status && token.status->token.dialect == Dialect::kClassic)
    return Texts::tr("The subkey stays locked until the token restarts.");
  if (is_blocked(token)) return Texts::tr("Restarting the token begins the wait anew.");
  return token.problem ? problem_sentence(*token.problem, name_of(token)) : QString();
}

std::optional<QString> site_of(const PresenceRequest& request) {
  if (request.site) return from(*request.site);
  // Any program may name anything: only what looks like a domain or "ssh:…" and nothing else, so
  // that it is not taken for one of our own words.
  constexpr std::size_t kLongestDomain = 253;
  const std::string id = request.application.value_or("");
  const bool plain = std::ranges::all_of(id, [](char c) { return c > ' ' && c <= '~'; });
  const bool named = id == "localhost" || id.find_first_of(".:") != std::string::npos;
  if (!plain || !named || id.size() > kLongestDomain) return {};
  return from(id);
}

QString site_text(const PresenceRequest& request) {
  if (const auto site = site_of(request)) return *site;
  if (request.application && !request.application->empty())
    return from(std::string_view(*request.application).substr(0, 8));
  return Texts::tr("a site");
}

bool empties_token(const PresenceRequest& request) {
  return request.application == "factory-reset";
}

QString emptying_text() { return Texts::tr("Confirming destroys every key on it."); }

QString presence_title(const PresenceRequest& request) {
  if (empties_token(request)) return Texts::tr("The token is to be emptied");
  if (const auto site = site_of(request)) return Texts::tr("%1 asks for your presence").arg(*site);
  return Texts::tr("A site asks for your presence");
}

QString full_sentence(const QString& said) {
  static const QString kEnds = QStringLiteral(".…?!。؟");
  if (said.isEmpty()) return said;
  // What the command line says begins like the rest of a line there. Programs keep their names.
  static const QStringList kPrograms = {
      QStringLiteral("gokeyctl"),  QStringLiteral("gokey-manager"), QStringLiteral("gokey-sim"),
      QStringLiteral("gpg"),       QStringLiteral("gpgconf"),       QStringLiteral("pcscd"),
      QStringLiteral("pinentry"),  QStringLiteral("scdaemon"),      QStringLiteral("sudo"),
      QStringLiteral("systemctl"), QStringLiteral("udevadm")};
  static const QRegularExpression kWordEnd(QStringLiteral("[^\\w-]"));
  QString text = said;
  if (!kPrograms.contains(text.section(kWordEnd, 0, 0))) text.replace(0, 1, text.at(0).toUpper());
  return kEnds.contains(text.back()) ? text : Texts::tr("%1.", "a sentence").arg(text);
}

QString no_broker_sentence() {
  return QCoreApplication::translate("gokeyctl::gui::MainWindow",
                                     "Not connected to the service that watches the tokens.");
}

QString problem_title(const Error& problem) {
  if (is_uncertain_lock(problem)) return Texts::tr("May still be unlocked");
  switch (problem.code) {
    case Code::kHostKey:
      return Texts::tr("Host key changed");
    case Code::kUnreachable:
    case Code::kTimeout:
      return Texts::tr("Does not answer");
    case Code::kSshAuth:
      return Texts::tr("Does not let this computer in");
    case Code::kNoPermission:
      return Texts::tr("No permission");
    case Code::kBusy:
      return Texts::tr("Busy");
    case Code::kWrongMode:
      return Texts::tr("Waiting for firmware");
    default:
      break;
  }
  return Texts::tr("Needs attention");
}

QString problem_sentence(const Error& problem, const QString& name) {
  if (is_uncertain_lock(problem)) {
    return Texts::tr(
               "%1 did not answer when it was to be locked. Unplug it to be sure; locking is "
               "tried again until it answers.")
        .arg(name);
  }
  switch (problem.code) {
    case Code::kNoToken:
      return Texts::tr("%1 was unplugged. Nothing is lost: plug it in and try again.").arg(name);
    case Code::kNoPermission:
      return Texts::tr("This user may not talk to the token.");
    case Code::kBusy: {
      const auto holder = problem.details.find("holder");
      if (holder == problem.details.end())
        return Texts::tr("Another program holds the card reader.");
      return Texts::tr("Another program holds the card reader: %1.").arg(from(holder->second));
    }
    case Code::kUnreachable:
      return Texts::tr("%1 does not answer. The rest of this window keeps working.").arg(name);
    case Code::kWrongMode:
      return Texts::tr("The token waits for firmware.");
    case Code::kSshAuth:
      return Texts::tr("The token does not know this computer's SSH key.");
    case Code::kHostKey:
      return Texts::tr(
          "The host key has changed. This may not be your token. Nothing was sent to it: no "
          "passphrase, no request.");
    case Code::kWrongPassphrase: {
      const auto tries = problem.details.find("tries_left");
      if (tries == problem.details.end()) return Texts::tr("That is not the passphrase.");
      return Texts::tr("That is not the passphrase. %1.")
          .arg(tries_text(from(tries->second).toInt()));
    }
    case Code::kLocked:
      return Texts::tr("Signing is locked.");
    case Code::kNotInitialised:
      return Texts::tr("The card is not initialised. Unlocking does that too.");
    case Code::kNoPresenceRequest:
      return Texts::tr("That was too late. The request had ended. Nothing was approved.");
    case Code::kPresenceTimeout:
      return Texts::tr("Nobody confirmed in time. Nothing was approved. Start again on the site.");
    case Code::kTimeout:
      return Texts::tr("No answer in %1 s. What happened is not known; reading the state again.")
          .arg(QLocale().toString(kLongestWait));
    case Code::kProtocol:
      return Texts::tr("The token said something this program does not understand.");
    case Code::kUnsupported:
      return Texts::tr("This firmware cannot do that.");
    default:
      break;
  }
  return full_sentence(from(problem.message.translated()));
}

}  // namespace gokeyctl::gui
