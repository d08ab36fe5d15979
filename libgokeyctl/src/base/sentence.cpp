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
  auto beside = program.parent_path().parent_path() / "share/locale";
  if (!error && std::filesystem::is_directory(beside, error)) return beside;
  return GOKEYCTL_LOCALE_DIR;
}

}  // namespace

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
  values.reserve(making_.values.size());
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
