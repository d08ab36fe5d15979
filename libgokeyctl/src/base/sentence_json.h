// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Sentences on their way between two programs of one person, which need not speak one language.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "gokeyctl/sentence.h"

namespace gokeyctl::base {

// What sentence_from() needs beside the English text; null for text that is never translated.
[[nodiscard]] nlohmann::json making_of(const Sentence& sentence);

// The sentence that reads `english`. A `making` that is malformed or makes another text is left
// out: then it is shown in English.
[[nodiscard]] Sentence sentence_from(std::string english, const nlohmann::json& making);

}  // namespace gokeyctl::base
