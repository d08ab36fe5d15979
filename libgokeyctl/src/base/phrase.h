// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences for people, marked for translation. They come out in English unless the process has
// bound the text domain "gokeyctl" and chosen a language, as gettext(3) describes.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <libintl.h>

#include "gokeyctl/text.h"

// gettext's usual spellings, in the library's domain.
#define _(text) dgettext("gokeyctl", text)

namespace gokeyctl::base {

// One of several sentences, by count (gettext's plural forms).
[[nodiscard]] inline const char* plural(const char* one, const char* many, std::size_t count) {
  return dngettext("gokeyctl", one, many, count);
}

// A value for fill(): text is made printable.
class Part {
 public:
  Part(std::string_view text);  // NOLINT(google-explicit-constructor)
  Part(const std::string& text)
      : Part(std::string_view(text)) {}                     // NOLINT(google-explicit-constructor)
  Part(const char* text) : Part(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Part(std::integral auto number)
      : text_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Puts the parts where `pattern` says {} (in order) or {1}, {2} … (by number, for translators).
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<Part> parts);

}  // namespace gokeyctl::base
