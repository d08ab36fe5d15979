// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/text.h"

#include <QLocale>
#include <QRegularExpression>
#include <algorithm>
#include <array>

#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

constexpr QChar kIsolate(0x2066);
constexpr QChar kPopIsolate(0x2069);
constexpr QChar kBreakHere(0x200b);
constexpr QChar kNoBreakSpace(0xa0);
constexpr QChar kJoin(0x2060);

QString grouped(const QString& digits, int size, int groups_per_line, const QString& line_end) {
  QString out;
  const int length = static_cast<int>(digits.size());
  for (int at = 0, group = 0; at < length; at += size, ++group) {
    if (group > 0) out += group % groups_per_line == 0 ? line_end : QStringLiteral(" ");
    out += digits.mid(at, size);
  }
  return out;
}

}  // namespace

QString text(std::string_view utf8) {
  return QString::fromUtf8(utf8.data(), static_cast<int>(utf8.size()));
}

QString ltr(const QString& identifier) { return kIsolate + identifier + kPopIsolate; }

QString breakable(const QString& words) {
  constexpr int kLongWord = 24;
  constexpr int kPiece = 12;
  const auto ends = [](QChar c) { return QStringLiteral(".-_/@").contains(c); };
  QStringList out;
  for (const QString& word : words.split(QLatin1Char(' '))) {
    QString pieces;
    int since = 0;
    for (int i = 0; i < word.size(); ++i) {
      pieces += word.at(i);
      ++since;
      const bool last = i + 1 == word.size();
      const bool inside = !last && (word.at(i).isHighSurrogate() || word.at(i + 1).isMark());
      if (word.size() <= kLongWord || last || inside || (since < kPiece && !ends(word.at(i))))
        continue;
      pieces += kBreakHere;
      since = 0;
    }
    out << pieces;
  }
  return out.join(QLatin1Char(' '));
}

QString unbroken(const QString& words) {
  QString out;
  for (const QChar c : words) {
    out += c == QLatin1Char(' ') ? kNoBreakSpace : c;
    if (c == QLatin1Char('-') || c == QLatin1Char('/')) out += kJoin;
  }
  return out;
}

QString with_whole_options(const QString& sentence) {
  static const QRegularExpression kOption(QStringLiteral("(?<![\\w-])--?[a-z][a-z-]*"));
  QString out;
  int end = 0;
  QRegularExpressionMatchIterator options = kOption.globalMatch(sentence);
  while (options.hasNext()) {
    const QRegularExpressionMatch option = options.next();
    const auto start = static_cast<int>(option.capturedStart());
    out += sentence.mid(end, start - end) + unbroken(option.captured());
    end = static_cast<int>(option.capturedEnd());
  }
  return out + sentence.mid(end);
}

QString without_isolates(QString text) { return text.remove(kIsolate).remove(kPopIsolate); }

QString with_identifier(const QString& plain, const QString& identifier) {
  const QString escaped = identifier.toHtmlEscaped();
  return plain.toHtmlEscaped()
      .replace(escaped, QStringLiteral("<span style=\"font-family:'%1'\">%2</span>")
                            .arg(fixed_font().family().toHtmlEscaped(), escaped))
      .replace(QLatin1Char('\n'), QLatin1String("<br>"));
}

QString date(const QDateTime& when) {
  return QLocale().toString(when.date(), QLocale().language() == QLocale::English
                                             ? QStringLiteral("d MMM yyyy")
                                             : QLocale().dateFormat(QLocale::ShortFormat));
}

QString long_date(const QDateTime& when) {
  const QLocale locale;
  if (locale.language() == QLocale::English)
    return locale.toString(when.date(), QStringLiteral("d MMMM yyyy"));
  // Without the day of the week that the long form of many locales begins with.
  QString format = locale.dateFormat(QLocale::LongFormat);
  const int weekday = static_cast<int>(format.indexOf(QLatin1String("dddd")));
  if (weekday == 0) {
    int end = 4;
    while (end < format.size() && !format.at(end).isLetter() && format.at(end) != QLatin1Char('\''))
      ++end;
    format.remove(0, end);
  } else if (weekday > 0) {
    format.remove(QStringLiteral("dddd"));
  }
  return locale.toString(when.date(), format.trimmed());
}

QString countdown(std::chrono::seconds left) {
  const auto total = std::max<std::chrono::seconds::rep>(0, left.count());
  const auto hours = total / 3600;
  const QLocale locale;  // in the digits of the times beside it
  const QChar zero = QString(locale.zeroDigit()).at(0);
  const auto two_digits = [&](auto number) {
    return locale.toString(static_cast<int>(number)).rightJustified(2, zero);
  };
  const QString seconds = two_digits(total % 60);
  if (hours == 0)
    return QStringLiteral("%1:%2").arg(locale.toString(static_cast<int>(total / 60)), seconds);
  return QStringLiteral("%1:%2:%3")
      .arg(locale.toString(static_cast<int>(hours)), two_digits(total / 60 % 60), seconds);
}

QString algorithm_name(std::string_view word) {
  struct Name {
    std::string_view word;
    const char* name;
  };
  static constexpr std::array kNames = {Name{"ed25519", "Ed25519"},
                                        Name{"cv25519", "Curve25519"},
                                        Name{"nistp256", "NIST P-256"},
                                        Name{"nistp384", "NIST P-384"},
                                        Name{"nistp521", "NIST P-521"},
                                        Name{"brainpoolP256r1", "Brainpool P-256"},
                                        Name{"brainpoolP384r1", "Brainpool P-384"},
                                        Name{"brainpoolP512r1", "Brainpool P-512"},
                                        Name{"secp256k1", "secp256k1"}};
  const auto* const known =
      std::ranges::find_if(kNames, [&](const Name& name) { return name.word == word; });
  if (known != kNames.end()) return QString::fromLatin1(known->name);
  if (word.starts_with("rsa")) return QStringLiteral("RSA ") + text(word.substr(3));
  return text(word);
}

QString fingerprint_groups(std::string_view hex) {
  return grouped(text(hex).toUpper(), 4, 5, QStringLiteral("  "));
}

QString short_fingerprint(std::string_view hex) {
  const QString digits = text(hex).toUpper();
  if (digits.size() <= 12) return grouped(digits, 4, 5, QStringLiteral(" "));
  return digits.left(4) + QLatin1Char(' ') + digits.mid(4, 4) + QStringLiteral(" … ") +
         digits.right(4);
}

QString host_key_lines(std::string_view fingerprint) {
  const QString whole = text(fingerprint);
  const int colon = static_cast<int>(whole.indexOf(QLatin1Char(':')));
  const QString digits = whole.mid(colon + 1);
  const QString lines = grouped(digits, 5, 5, QStringLiteral("\n"));
  return colon < 0 ? lines : whole.left(colon + 1) + QLatin1Char('\n') + lines;
}

}  // namespace gokeyctl::gui
