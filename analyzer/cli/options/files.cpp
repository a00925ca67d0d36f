// What is read.
#include <cstdint>
#include <optional>

#include "cli/options/lists.h"
#include "cli/options/option_group.h"
#include "workspace/launch_line.h"

namespace forklint::cli {
namespace {

class FileOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Files"; }

  void add_to(CLI::App& app) override {
    add_list(app, "--exclude", exclude_, "Patterns of files not to read, instead of the built-in ones")
        ->type_name("PATTERNS");
    add_list(app, "--extend-exclude", extend_exclude_, "Patterns of files not to read, besides the others")
        ->type_name("PATTERNS");
    add_list(app, "--entry-points", entry_points_,
             "Where the program begins besides what is found, e.g. 'train.py,pkg.cli:main,torchrun train.py'")
        ->type_name("ENTRIES");
    app.add_flag("--force-exclude", force_exclude_, "Exclude files also when they are named as arguments");
    app.add_flag("--no-respect-ignore-files", no_respect_ignore_files_,
                 "Read what .gitignore and .ignore files leave out");
    app.add_option("--stdin-filename", stdin_filename_, "How to name the file that '-' reads")
        ->type_name("NAME");
    app.add_option("--max-file-size", max_file_size_, "Pass by larger files, with a notice (default 2000000)")
        ->check(CLI::PositiveNumber)
        ->type_name("BYTES");
  }

  Result<void> read(CheckOptions& options) const override {
    workspace::Settings& settings = options.settings;
    if (!exclude_.empty()) settings.exclude = split_all(exclude_);
    settings.extend_exclude = split_all(extend_exclude_);
    for (const std::string& text : split_all(entry_points_)) {
      std::optional<workspace::DeclaredEntry> entry = workspace::entry_in_settings(text);
      if (!entry) return fail(workspace::no_entry_point(text, "--entry-points"));
      settings.entry_points.push_back(std::move(*entry));
    }
    if (force_exclude_) settings.force_exclude = true;
    if (no_respect_ignore_files_) settings.respect_ignore_files = false;
    if (max_file_size_) settings.max_file_size = max_file_size_;
    options.stdin_filename = stdin_filename_;
    return {};
  }

 private:
  std::vector<std::string> exclude_, extend_exclude_, entry_points_;
  std::string stdin_filename_;
  std::optional<std::uint64_t> max_file_size_;
  bool force_exclude_ = false, no_respect_ignore_files_ = false;
};

}  // namespace

std::unique_ptr<OptionGroup> file_options() { return std::make_unique<FileOptions>(); }

}  // namespace forklint::cli
