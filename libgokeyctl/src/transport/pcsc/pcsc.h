// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Readers and cards by PC/SC lite. Cards are shared, never reset, and held for one transaction.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "gokeyctl/card.h"
#include "gokeyctl/error.h"
#include "transport/link/card_link.h"

namespace gokeyctl::transport {

// kUnreachable: pcscd is not running; kNoPermission. No reader at all is an empty list.
[[nodiscard]] Result<std::vector<CardReader>> list_pcsc_readers();
// kNoToken, kBusy, kUnreachable, kNoPermission. Others wait until the link is destroyed.
[[nodiscard]] Result<std::unique_ptr<CardLink>> open_pcsc_card(const std::string& reader);

}  // namespace gokeyctl::transport
