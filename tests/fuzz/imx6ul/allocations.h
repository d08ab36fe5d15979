// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gokey::testing {

// Called before each allocation by the operator new of this program.
extern void (*before_allocation)();

}  // namespace gokey::testing
