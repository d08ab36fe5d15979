// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Human text: what is marked for translation, how values enter sentences, how lines break. Text
// from a token, a file or the command line reaches a terminal only through sanitise(), which fill()
// applies by itself.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include <libintl.h>

#include "gokeyctl/sentence.h"

// gettext's usual spellings: _() translates, N_() only marks a text that is translated where it is
// printed.
#define _(text) gettext(text)
#define N_(text) (text)

namespace gokeyctl::cli {

// `text` without anything a terminal could obey or that could reorder the line
// (gokeyctl::printable, unlimited).
[[nodiscard]] std::string sanitise(std::string_view text);

// Text that is safe already and may hold our own colour sequences.
struct Styled {
  std::string text;
};

// A value for fill().
class Part {
 public:
  Part(std::string_view text) : text_(sanitise(text)) {}  // NOLINT(google-explicit-constructor)
  Part(const std::string& text)
      : Part(std::string_view(text)) {}                     // NOLINT(google-explicit-constructor)
  Part(const char* text) : Part(std::string_view(text)) {}  // NOLINT(google-explicit-constructor)
  Part(const Sentence& sentence)
      : Part(sentence.translated()) {}                    // NOLINT(google-explicit-constructor)
  Part(Styled styled) : text_(std::move(styled.text)) {}  // NOLINT(google-explicit-constructor)
  Part(std::integral auto number)
      : text_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// gokeyctl::fill_in() with parts.
[[nodiscard]] std::string fill(std::string_view pattern, std::initializer_list<Part> parts);

// Columns that `text` takes on a terminal: two for a wide character such as those of Japanese, none
// for colour sequences.
[[nodiscard]] std::size_t columns(std::string_view text);

// Breaks `text` at blanks, and between wide characters, so that no line is wider than `width`
// (words longer than that stay whole); each line but the first is indented by `indent` blanks. Line
// ends in `text` stay. `first` is the room already taken in the first line.
[[nodiscard]] std::string wrap(std::string_view text, std::size_t width, std::size_t indent = 0,
                               std::size_t first = 0);

// `text` filled with blanks up to `width` columns.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);

}  // namespace gokeyctl::cli
