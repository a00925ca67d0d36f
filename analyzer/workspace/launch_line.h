// What the lines of a shell start: `torchrun --nproc_per_node 8 train.py --lr 0.1` runs train.py as a
// program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/declared_entry.h"

namespace forklint::workspace {

// The program that a command starts through Python or a launcher of Python programs; nothing for any other
// command. Words before the launcher (`sudo`, `nohup`, `KEY=value`) are passed over, and so are the
// launcher's options: the first `.py` file or `-m` module behind them is what runs.
std::optional<DeclaredEntry> launched_by(std::string_view command);

// Of every command of a shell script. Expansions are not carried out: a path is what stands behind them.
std::vector<DeclaredEntry> launched_in_script(std::string_view text, std::string_view path);

// An entry point as the settings have it: "train.py", "pkg.cli:main", "-m pkg.tool", or a launcher's line.
std::optional<DeclaredEntry> entry_in_settings(std::string_view text);

// What to say of a text in `where` that is none.
std::string no_entry_point(std::string_view text, std::string_view where);

// Whether a file of this name is a shell script.
bool is_shell_script(std::string_view name);

}  // namespace forklint::workspace
