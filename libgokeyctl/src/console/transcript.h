// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gokeyctl::console {

// What a console sent, up to a limit set once; wiped at the end, because an old firmware may echo a
// passphrase. Its memory never moves, so that wiping reaches all of it.
class Transcript {
 public:
  explicit Transcript(std::size_t limit) { text_.reserve(limit); }
  ~Transcript() { wipe(); }
  Transcript(const Transcript&) = delete;
  Transcript& operator=(const Transcript&) = delete;

  // False, and nothing kept, when it would pass the limit.
  [[nodiscard]] bool append(std::string_view bytes) {
    if (bytes.size() > text_.capacity() - text_.size()) return false;
    text_.append(bytes);
    return true;
  }
  [[nodiscard]] std::string_view text() const { return text_; }
  void wipe();

 private:
  std::string text_;
};

}  // namespace gokeyctl::console
