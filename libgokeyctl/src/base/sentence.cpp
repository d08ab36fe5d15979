// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/sentence.h"

#include <clocale>
#include <filesystem>
#include <limits>
#include <system_error>

#include <libintl.h>

#include "gokeyctl/text.h"

namespace gokeyctl {
namespace {

constexpr const char* kDomain = "gokeyctl";
// The C library's own catalogue, for what the system says (base::system_error).
constexpr const char* kSystemDomain = "libc";

std::string_view english(const Sentence::Making& making) {
  return making.plural.empty() || making.count == 1 ? making.pattern : making.plural;
}

std::string_view native(const Sentence::Making& making) {
  if (!making.plural.empty())
    return dngettext(kDomain, making.pattern.c_str(), making.plural.c_str(), making.count);
  const char* text = making.pattern.c_str();
  const char* found = dgettext(kDomain, text);
  return found != text ? found : dgettext(kSystemDomain, text);
}

std::vector<std::string> texts(std::span<const Sentence> values) {
  return {values.begin(), values.end()};
}

// The folder of catalogues that belongs to this program: <prefix>/bin/… and <prefix>/share/locale
// stand side by side in a build tree as where it is installed.
std::filesystem::path catalogue_folder() {
  std::error_code error;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  const auto beside = program.parent_path().parent_path() / "share/locale";
  if (!error && std::filesystem::is_directory(beside, error)) return beside;
  return GOKEYCTL_LOCALE_DIR;
}

}  // namespace

std::string fill_in(std::string_view pattern, std::span<const std::string> values) {
  std::string out;
  std::size_t next = 0;
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    const std::size_t close = open == std::string_view::npos ? open : pattern.find('}', open);
    if (close == std::string_view::npos) break;
    out += pattern.substr(0, open);
    const std::string_view index = pattern.substr(open + 1, close - open - 1);
    const std::size_t which = index.empty() ? next++ : static_cast<std::size_t>(index[0] - '1');
    if (which < values.size()) out += values[which];
    pattern.remove_prefix(close + 1);
  }
  out += pattern;
  return out;
}

Sentence::Sentence(Making making) : making_(std::move(making)) {
  constexpr std::size_t kUnlimited = std::numeric_limits<std::size_t>::max();
  for (Sentence& value : making_.values) {
    if (value.making_.pattern.empty()) value = Sentence(printable(value, kUnlimited));
  }
  assign(fill_in(english(making_), texts(making_.values)));
}

std::string Sentence::translated() const {
  if (making_.pattern.empty()) return *this;
  if (fill_in(english(making_), texts(making_.values)) != *this) return *this;  // changed since
  std::vector<std::string> values;
  for (const Sentence& value : making_.values) values.push_back(value.translated());
  return fill_in(native(making_), values);
}

void use_catalogue() {
  // What messages need; each further category costs a file.
  std::setlocale(LC_CTYPE, "");
  std::setlocale(LC_MESSAGES, "");
  bindtextdomain(kDomain, catalogue_folder().c_str());
  bind_textdomain_codeset(kDomain, "UTF-8");
  textdomain(kDomain);
}

}  // namespace gokeyctl
