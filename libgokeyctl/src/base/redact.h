// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gokeyctl::base {

// Replaces every armoured block ("-----BEGIN …" to the end of its "-----END …-----", or of the
// text) by a mark. The last net under the redaction by type.
[[nodiscard]] std::string redact_armour(std::string text);

}  // namespace gokeyctl::base
