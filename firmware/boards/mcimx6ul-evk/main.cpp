// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/mcimx6ul-evk/board.h"

int main() { gokey::evk::run_vault(); }

extern "C" void gokey_loop() { gokey::evk::run_loop(nullptr); }
