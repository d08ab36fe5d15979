// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Whatever text the JSON writer is given, another library reads one line of valid JSON, and UTF-8
// comes back as it was.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/token/json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  gokey::token::JsonWriter json;
  json.begin_object().key(text).text(text).end_object();
  if (json.str().find('\n') != std::string::npos) std::abort();

  const auto parsed = nlohmann::json::parse(json.str(), nullptr, false);
  if (parsed.is_discarded() || parsed.size() != 1) std::abort();
  const auto first = parsed.begin();
  if (first.value() != first.key()) std::abort();
  const bool utf8 = first.value().get<std::string>().find("\uFFFD") == std::string::npos;
  if (utf8 && first.key() != text) std::abort();
  return 0;
}
