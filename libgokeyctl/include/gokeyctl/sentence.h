// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences for people. The library speaks English, and so do logs, --json and what the broker
// sends; a sentence remembers what it was made of, so that a manager can show it in the person's
// language. docs/translating.md tells the whole way of a text.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gokeyctl/export.h"

namespace gokeyctl {

// Marks a constant text for the catalogue; say() gets it later.
[[nodiscard]] constexpr const char* marked(const char* text) { return text; }

// English text that is read like any string. Values and parts that are sentences themselves are
// translated with it. One that was changed by hand is shown as it stands.
class Sentence : public std::string {
 public:
  struct Making {
    std::string pattern;  // English; empty for text that is the same in every language
    std::string plural;   // English, for more than one; empty if nothing is counted
    unsigned long count = 0;
    std::vector<Sentence> values;
  };

  Sentence() = default;
  // The same in every language: a name, a path, a command, words from elsewhere.
  Sentence(std::string text) : std::string(std::move(text)) {}  // NOLINT(*-explicit-constructor)
  Sentence(std::string_view text) : std::string(text) {}        // NOLINT(*-explicit-constructor)
  Sentence(const char* text) : std::string(text) {}             // NOLINT(*-explicit-constructor)
  Sentence(std::integral auto number)                           // NOLINT(*-explicit-constructor)
      : std::string(std::to_string(number)) {}
  GOKEYCTL_API explicit Sentence(Making making);

  // In the language of the catalogue (use_catalogue()), in English where that has nothing.
  [[nodiscard]] GOKEYCTL_API std::string translated() const;
  [[nodiscard]] const Making& making() const { return making_; }

 private:
  Making making_;
};

// A sentence of the catalogue: `pattern` is a constant that stands in the call or in marked().
// Values are made printable (gokeyctl/text.h).
template <typename... Values>
[[nodiscard]] Sentence say(const char* pattern, Values&&... values) {
  return Sentence(Sentence::Making{pattern, "", 0, {Sentence(std::forward<Values>(values))...}});
}

// The same with a count, which is the value of the first {}: "{} try left", "{} tries left".
template <typename... Values>
[[nodiscard]] Sentence say_count(const char* one, const char* many, unsigned long count,
                                 Values&&... values) {
  return Sentence(Sentence::Making{
      one, many, count, {Sentence(count), Sentence(std::forward<Values>(values))...}});
}

// Takes the language of the environment and the catalogue that lies beside the program
// (bin/../share/locale: in a build tree as where it is installed). For managers, once, before
// threads start; without it everything is English.
GOKEYCTL_API void use_catalogue();

}  // namespace gokeyctl
