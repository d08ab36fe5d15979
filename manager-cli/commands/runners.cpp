// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/runners.h"

#include <algorithm>
#include <array>

namespace gokeyctl::cli {
namespace {

struct Entry {
  std::string_view command;
  Result<Reply> (*run)(Context&);
};

constexpr std::array kRunners = {
    Entry{"list", run_list},
    Entry{"status", run_status},
    Entry{"init", run_init},
    Entry{"unlock", run_unlock},
    Entry{"lock", run_lock},
    Entry{"rand", run_rand},
    Entry{"reboot", run_reboot},
    Entry{"presence show", run_presence_show},
    Entry{"presence confirm", run_presence_confirm},
    Entry{"presence watch", run_presence_watch},
    Entry{"presence on", run_presence_on},
    Entry{"presence off", run_presence_off},
    Entry{"u2f init", run_u2f_init},
    Entry{"u2f status", run_u2f_status},
    Entry{"fido info", run_fido_info},
    Entry{"fido credentials", run_fido_credentials},
    Entry{"identify", run_identify},
    Entry{"confirm", run_presence_confirm},
    Entry{"agent run", run_agent_run},
    Entry{"agent status", run_agent_status},
    Entry{"agent stop", run_agent_stop},
    Entry{"provision one", run_provision_one},
    Entry{"provision receipt", run_provision_receipt},
    Entry{"factory-reset", run_factory_reset},
    Entry{"card info", run_card_info},
    Entry{"card keys", run_card_keys},
    Entry{"card certificates", run_card_certificates},
    Entry{"host-key show", run_host_key_show},
    Entry{"host-key pin", run_host_key_pin},
    Entry{"host-key forget", run_host_key_forget},
    Entry{"host-key import", run_host_key_import},
    Entry{"config get", run_config_get},
    Entry{"config set", run_config_set},
    Entry{"config unset", run_config_unset},
    Entry{"config list", run_config_list},
    Entry{"config path", run_config_path},
    Entry{"doctor", run_doctor},
    Entry{"log show", run_log_show},
    Entry{"log path", run_log_path},
    Entry{"completion", run_completion},
    Entry{"__complete", run_complete},
    Entry{"__generate", run_generate},
};

}  // namespace

Runner find_runner(std::string_view command) {
  const auto found = std::ranges::find(kRunners, command, &Entry::command);
  return found == kRunners.end() ? Runner() : Runner(found->run);
}

}  // namespace gokeyctl::cli
