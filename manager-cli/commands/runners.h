// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// One function for each command of the table; one file for each command or group.
#pragma once

#include "cli/commands/context.h"

namespace gokeyctl::cli {

[[nodiscard]] Result<Reply> run_list(Context& context);
[[nodiscard]] Result<Reply> run_status(Context& context);
[[nodiscard]] Result<Reply> run_init(Context& context);
[[nodiscard]] Result<Reply> run_unlock(Context& context);
[[nodiscard]] Result<Reply> run_lock(Context& context);
[[nodiscard]] Result<Reply> run_rand(Context& context);
[[nodiscard]] Result<Reply> run_reboot(Context& context);
[[nodiscard]] Result<Reply> run_presence_show(Context& context);
[[nodiscard]] Result<Reply> run_presence_confirm(Context& context);
[[nodiscard]] Result<Reply> run_presence_watch(Context& context);
[[nodiscard]] Result<Reply> run_presence_on(Context& context);
[[nodiscard]] Result<Reply> run_presence_off(Context& context);
[[nodiscard]] Result<Reply> run_u2f_init(Context& context);
[[nodiscard]] Result<Reply> run_u2f_status(Context& context);
[[nodiscard]] Result<Reply> run_fido_info(Context& context);
[[nodiscard]] Result<Reply> run_fido_credentials(Context& context);
[[nodiscard]] Result<Reply> run_identify(Context& context);
[[nodiscard]] Result<Reply> run_agent_run(Context& context);
[[nodiscard]] Result<Reply> run_agent_status(Context& context);
[[nodiscard]] Result<Reply> run_agent_stop(Context& context);
[[nodiscard]] Result<Reply> run_provision_one(Context& context);
[[nodiscard]] Result<Reply> run_provision_receipt(Context& context);
[[nodiscard]] Result<Reply> run_factory_reset(Context& context);
[[nodiscard]] Result<Reply> run_card_info(Context& context);
[[nodiscard]] Result<Reply> run_card_keys(Context& context);
[[nodiscard]] Result<Reply> run_card_certificates(Context& context);
[[nodiscard]] Result<Reply> run_host_key_show(Context& context);
[[nodiscard]] Result<Reply> run_host_key_pin(Context& context);
[[nodiscard]] Result<Reply> run_host_key_forget(Context& context);
[[nodiscard]] Result<Reply> run_host_key_import(Context& context);
[[nodiscard]] Result<Reply> run_config_get(Context& context);
[[nodiscard]] Result<Reply> run_config_set(Context& context);
[[nodiscard]] Result<Reply> run_config_unset(Context& context);
[[nodiscard]] Result<Reply> run_config_list(Context& context);
[[nodiscard]] Result<Reply> run_config_path(Context& context);
[[nodiscard]] Result<Reply> run_doctor(Context& context);
[[nodiscard]] Result<Reply> run_log_show(Context& context);
[[nodiscard]] Result<Reply> run_log_path(Context& context);
[[nodiscard]] Result<Reply> run_completion(Context& context);
[[nodiscard]] Result<Reply> run_complete(Context& context);
[[nodiscard]] Result<Reply> run_generate(Context& context);

}  // namespace gokeyctl::cli
