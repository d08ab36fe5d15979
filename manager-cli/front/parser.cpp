// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/parser.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <list>
#include <vector>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

// What CLI11 fills in for one option of the table.
struct Slot {
  const OptionInfo* info = nullptr;
  const CommandInfo* command = nullptr;  // null: a global option
  CLI::Option* option = nullptr;
  std::vector<std::string> values;  // the last one counts
  int count = 0;                    // of a flag
};

// What CLI11 fills in for one command of the table.
struct Leaf {
  const CommandInfo* info = nullptr;
  CLI::App* app = nullptr;
  std::vector<std::string> positionals;
};

Error usage(std::string message, const CommandInfo* command, std::string hint = {}) {
  if (hint.empty()) {
    const std::string name = command == nullptr ? "" : std::string(" ") + command->name;
    hint = fill(_("try '{}'"), {"gokeyctl" + name + " --help"});
  }
  return Error{Code::kUsage, std::move(message), std::move(hint), {}, nullptr};
}

std::string spelling(const OptionInfo& option) {
  std::string names = std::string("--") + option.name;
  if (option.letter != '\0') names = std::string("-") + option.letter + "," + names;
  return names;
}

// Stands for the value of an option with an optional value that was given none; no such value can
// be typed.
constexpr std::string_view kNoValue = "\x01";

// CLI11 would take the word after an option with an optional value for that value ("--wait sig"),
// so that such an option gets an empty value here unless it has one after '='. `end` is where "--"
// stands.
std::vector<std::string> bind_optional_values(std::span<const std::string> arguments) {
  std::vector<std::string> bound(arguments.begin(), arguments.end());
  const auto end = std::ranges::find(bound, "--");
  for (auto word = bound.begin(); word != end; ++word) {
    for (const OptionInfo& option : global_options()) {
      if (option.kind == ValueKind::kOptionalNumber && *word == std::string("--") + option.name)
        *word += "=" + std::string(kNoValue);
    }
  }
  return bound;
}

class Tree {
 public:
  // For these arguments only: a command whose first word is not among them cannot be meant, and to
  // set up all of them would be half of the work of a short run.
  explicit Tree(std::span<const std::string> arguments) : root_("gokeyctl") {
    prepare(root_);
    for (const OptionInfo& option : global_options()) add(root_, option, nullptr);
    for (const CommandInfo& command : command_table()) {
      const std::string_view name = command.name;
      if (std::ranges::find(arguments, name.substr(0, name.find(' '))) != arguments.end())
        add(command);
    }
  }

  // Throws CLI::ParseError.
  void run(std::span<const std::string> arguments) {
    std::vector<std::string> words = bind_optional_values(arguments);
    std::ranges::reverse(words);  // CLI11 takes them from the back
    root_.parse(words);
  }

  // The innermost command that was named.
  [[nodiscard]] const Leaf* chosen() const {
    const Leaf* deepest = nullptr;
    for (const Leaf& leaf : leaves_) {
      if (leaf.app->parsed()) deepest = &leaf;  // groups stand before their commands
    }
    return deepest;
  }
  [[nodiscard]] std::vector<std::string> unexpected() const { return root_.remaining(true); }
  [[nodiscard]] const std::list<Slot>& slots() const { return slots_; }

 private:
  static void prepare(CLI::App& app) {
    app.set_help_flag();
    app.allow_extras();
    app.fallthrough();
    // Once a command was named, CLI11 must take any words behind it for arguments.
    app.require_subcommand(0, 1);
  }

  void add(CLI::App& app, const OptionInfo& info, const CommandInfo* command) {
    Slot& slot = slots_.emplace_back();
    slot.info = &info;
    slot.command = command;
    if (info.kind == ValueKind::kFlag) {
      slot.option = app.add_flag(spelling(info), slot.count);
    } else {
      slot.option = app.add_option(spelling(info), slot.values)
                        ->expected(1)
                        ->allow_extra_args(false)
                        ->multi_option_policy(info.kind == ValueKind::kTexts
                                                  ? CLI::MultiOptionPolicy::TakeAll
                                                  : CLI::MultiOptionPolicy::TakeLast);
    }
  }

  void add(const CommandInfo& info) {
    const std::string name = info.name;
    const std::size_t blank = name.find(' ');
    CLI::App* parent = &root_;
    if (blank != std::string::npos) parent = root_.get_subcommand(name.substr(0, blank));
    Leaf& leaf = leaves_.emplace_back();
    leaf.info = &info;
    leaf.app = parent->add_subcommand(blank == std::string::npos ? name : name.substr(blank + 1));
    prepare(*leaf.app);
    for (const OptionInfo& option : info.options) add(*leaf.app, option, &info);
    if (info.danger >= Danger::kModerate) add(*leaf.app, dry_run_option(), &info);
    if (!info.arguments.empty()) {
      leaf.app->add_option("arguments", leaf.positionals)
          ->expected(0, CLI::detail::expected_max_vector_size);
    }
  }

  CLI::App root_;
  std::list<Slot> slots_;
  std::list<Leaf> leaves_;
};

bool is_choice(std::string_view word, std::string_view choices) {
  while (!choices.empty()) {
    const std::size_t bar = std::min(choices.find('|'), choices.size());
    if (word == choices.substr(0, bar)) return true;
    choices.remove_prefix(std::min(bar + 1, choices.size()));
  }
  return false;
}

std::string listed(std::string_view choices) {
  std::string text(choices);
  for (std::size_t bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar))
    text.replace(bar, 1, ", ");
  return text;
}

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

Result<void> check_value(const OptionInfo& option, const std::string& value,
                         const CommandInfo* command) {
  const std::string name = std::string("--") + option.name;
  if (option.choices != nullptr && !is_choice(value, option.choices)) {
    return std::unexpected(usage(
        fill(_("{} is one of {}, not '{}'"), {name, listed(option.choices), value}), command));
  }
  const bool number =
      option.kind == ValueKind::kNumber || option.kind == ValueKind::kOptionalNumber;
  if (number && !parse_number(value)) {
    return std::unexpected(
        usage(fill(_("{} needs a whole number, not '{}'"), {name, value}), command));
  }
  if (value.empty()) return std::unexpected(usage(fill(_("{} needs a value"), {name}), command));
  return {};
}

std::chrono::seconds seconds(const std::string& text) {
  return std::chrono::seconds(parse_number(text).value_or(0));
}

void set_global(Invocation& inv, std::string_view name, const Slot& slot) {
  Globals& g = inv.globals;
  const std::string value = slot.values.empty() ? std::string() : slot.values.back();
  if (name == "device") g.device = value;
  if (name == "all") g.all = true;
  if (name == "wait") g.wait = true;
  if (name == "wait" && value != kNoValue) g.wait_limit = seconds(value);
  if (name == "timeout") g.timeout = seconds(value);
  if (name == "json") g.format = Format::kJson;
  if (name == "plain") g.format = Format::kPlain;
  if (name == "header") g.header = true;
  if (name == "quiet") g.quiet = true;
  if (name == "verbose") g.verbose = static_cast<unsigned>(slot.count);
  if (name == "color") {
    g.color = value == "always"  ? ColorMode::kAlways
              : value == "never" ? ColorMode::kNever
                                 : ColorMode::kAuto;
  }
  if (name == "no-input") g.no_input = true;
  if (name == "yes") g.yes = true;
  if (name == "config") g.config = value;
  if (name == "log-file") g.log_file = value;
  if (name == "identity") g.identity = value;
  if (name == "trust-new") g.trust_new = true;
  if (name == "help") inv.help = true;
  if (name == "version") inv.version = true;
}

std::string lines_of(const std::vector<std::string>& values) {
  std::string lines;
  for (const std::string& value : values) lines += (lines.empty() ? "" : "\n") + value;
  return lines;
}

Result<void> take_options(Invocation& inv, const Tree& tree) {
  for (const Slot& slot : tree.slots()) {
    if (slot.option->count() == 0) continue;
    const bool flag = slot.info->kind == ValueKind::kFlag;
    const std::string value = flag || slot.values.empty() ? std::string() : slot.values.back();
    const bool bare = slot.info->kind == ValueKind::kOptionalNumber && value == kNoValue;
    if (!flag && !bare) {
      if (Result<void> good = check_value(*slot.info, value, inv.command); !good) return good;
    }
    if (slot.command == nullptr) {
      set_global(inv, slot.info->name, slot);
    } else if (slot.info == &dry_run_option()) {
      inv.dry_run = true;
    } else {
      inv.options.emplace(slot.info->name,
                          slot.info->kind == ValueKind::kTexts ? lines_of(slot.values) : value);
    }
  }
  return {};
}

Error unknown_command(const std::string& word, const CommandInfo* group) {
  const std::string whole = group == nullptr ? word : std::string(group->name) + " " + word;
  const std::string near = nearest_command(whole);
  Error error = usage(fill(_("there is no command '{}'"), {whole}), group);
  if (!near.empty()) error.hint = fill(_("did you mean '{}'?"), {"gokeyctl " + near});
  return error;
}

Result<void> check_words(const Invocation& inv, const std::vector<std::string>& unexpected) {
  const CommandInfo* command = inv.command;
  const bool leaf = command != nullptr && !command->group;
  for (const std::string& word : unexpected) {
    if (word == "--") continue;
    if (word.size() > 1 && word.front() == '-') {
      return std::unexpected(
          usage(fill(_("there is no option '{}'"), {word.substr(0, word.find('='))}), command));
    }
    if (!leaf) return std::unexpected(unknown_command(word, command));
    return std::unexpected(usage(fill(_("'{}' is one argument too many"), {word}), command));
  }
  if (inv.help || inv.version) return {};
  if (command == nullptr) return std::unexpected(usage(_("no command was given"), nullptr));
  if (command->group) {
    return std::unexpected(usage(
        fill(_("'{}' needs a further word"), {std::string("gokeyctl ") + command->name}), command));
  }
  if (inv.arguments.size() > command->arguments.size()) {
    return std::unexpected(
        usage(fill(_("'{}' is one argument too many"), {inv.arguments[command->arguments.size()]}),
              command));
  }
  for (std::size_t i = 0; i < command->arguments.size(); ++i) {
    const ArgumentInfo& argument = command->arguments[i];
    if (i >= inv.arguments.size()) {
      if (argument.required)
        return std::unexpected(usage(fill(_("{} is missing"), {argument.name}), command));
      continue;
    }
    if (argument.choices != nullptr && !is_choice(inv.arguments[i], argument.choices)) {
      return std::unexpected(
          usage(fill(_("{} is one of {}, not '{}'"),
                     {argument.name, listed(argument.choices), inv.arguments[i]}),
                command));
    }
  }
  return {};
}

Result<void> check_together(const Invocation& inv, const Tree& tree) {
  const auto given = [&](std::string_view name) {
    return std::ranges::any_of(tree.slots(), [&](const Slot& slot) {
      return slot.command == nullptr && name == slot.info->name && slot.option->count() > 0;
    });
  };
  if (given("json") && given("plain"))
    return std::unexpected(usage(_("--json and --plain exclude each other"), inv.command));
  if (given("all") && given("device"))
    return std::unexpected(usage(_("--all and --device exclude each other"), inv.command));
  return {};
}

// CLI11's own words are for the author of a program; ours are for its user.
Error from_cli11(const CLI::ParseError& error, const CommandInfo* command) {
  const std::string name = error.get_name();
  const std::string text = error.what();
  if (name == "ArgumentMismatch" || name == "RequiredError") {
    return usage(fill(_("{} needs a value"), {text.substr(0, text.find(':'))}), command);
  }
  return usage(text.substr(0, text.find('\n')), command);
}

// Optimal string alignment distance: insert, delete, change, swap neighbours.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

}  // namespace

std::optional<std::uint32_t> Invocation::number(std::string_view option) const {
  const std::optional<std::string> text = value(option);
  return text ? parse_number(*text) : std::nullopt;
}

std::vector<std::string> Invocation::values(std::string_view option) const {
  std::vector<std::string> all;
  std::string_view text = options.find(option) == options.end()
                              ? std::string_view()
                              : std::string_view(options.find(option)->second);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    all.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

Result<Invocation> parse(std::span<const std::string> arguments) {
  Tree tree(arguments);
  Invocation inv;
  try {
    tree.run(arguments);
  } catch (const CLI::ParseError& error) {
    const Leaf* leaf = tree.chosen();
    return std::unexpected(from_cli11(error, leaf == nullptr ? nullptr : leaf->info));
  }
  if (const Leaf* leaf = tree.chosen(); leaf != nullptr) {
    inv.command = leaf->info;
    inv.arguments = leaf->positionals;
  }
  if (Result<void> good = take_options(inv, tree); !good) return std::unexpected(good.error());
  if (Result<void> good = check_together(inv, tree); !good) return std::unexpected(good.error());
  if (Result<void> good = check_words(inv, tree.unexpected()); !good)
    return std::unexpected(good.error());
  return inv;
}

Format wanted_format(std::span<const std::string> arguments) {
  const auto end = std::ranges::find(arguments, "--");
  return std::find(arguments.begin(), end, "--json") != end ? Format::kJson : Format::kHuman;
}

std::string nearest_command(std::string_view word) {
  std::string best;
  std::size_t least = word.size() <= 3 ? 2 : 3;  // farther words are no typing errors
  for (const CommandInfo& command : command_table()) {
    if (command.hidden) continue;
    const std::string_view name = command.name;
    const std::size_t blank = name.find(' ');
    const std::string_view last = blank == std::string_view::npos ? name : name.substr(blank + 1);
    const std::size_t near = std::min(distance(word, name), distance(word, last));
    if (near >= least) continue;
    least = near;
    best = name;
  }
  return best;
}

}  // namespace gokeyctl::cli
