// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Pieces of text that several screens share: identifiers, dates, names of algorithms.
#pragma once

#include <QDateTime>
#include <QString>
#include <chrono>
#include <string_view>

namespace gokeyctl::gui {

[[nodiscard]] QString text(std::string_view utf8);
// With places where lines may end inside names that are longer than a line may be: a site's has
// hardly any of its own. For showing alone.
[[nodiscard]] QString breakable(const QString& words);
// The other way round: no line ends inside dates, code words, and options in a sentence.
[[nodiscard]] QString unbroken(const QString& words);
[[nodiscard]] QString with_whole_options(const QString& sentence);
// Isolated from the direction of the text around it (U+2066 … U+2069): identifiers, fingerprints,
// commands.
[[nodiscard]] QString ltr(const QString& identifier);
[[nodiscard]] QString without_isolates(QString text);
// Plain text as rich text, with `identifier`, wherever it stands in it, in fixed width.
[[nodiscard]] QString with_identifier(const QString& plain, const QString& identifier);

[[nodiscard]] QString date(const QDateTime& when);       // "3 Nov 2026"
[[nodiscard]] QString long_date(const QDateTime& when);  // "3 November 2026"
// "8:42", "1:00:05"; never negative.
[[nodiscard]] QString countdown(std::chrono::seconds left);

[[nodiscard]] QString algorithm_name(std::string_view word);  // "Ed25519" for "ed25519"
// 40 hex digits in 2 times 5 groups, upper-case; not isolated.
[[nodiscard]] QString fingerprint_groups(std::string_view hex);
// "41BC AD51 … 37EB"
[[nodiscard]] QString short_fingerprint(std::string_view hex);
// "SHA256:" and the rest in groups of five, three lines; not isolated.
[[nodiscard]] QString host_key_lines(std::string_view fingerprint);

}  // namespace gokeyctl::gui
