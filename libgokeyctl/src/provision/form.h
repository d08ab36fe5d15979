// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gokeyctl/provision.h"

namespace gokeyctl::provision {

// What the console's `provision` is sent (wire/provisioning.h). kUsage if it is too large.
[[nodiscard]] Result<Secret> form_of(const Provisioning& provisioning);

// That the receipt is of what was sent. kVerifyFailed.
[[nodiscard]] Result<void> check_receipt(const Receipt& receipt, const Provisioning& sent,
                                         const ProvisioningContent& content);

}  // namespace gokeyctl::provision
