// How the run itself is done.
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

class RunOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Run"; }

  void add_to(CLI::App& app) override {
    app.add_option("-j,--jobs", jobs_, "Threads to use (default: one per processor)")->type_name("N");
    app.add_option("--config", config_, "Settings file to use instead of the project's")->type_name("FILE");
    app.add_option("-p,--build-dir", build_dir_, "Build folder with compile_commands.json, for C and C++")
        ->type_name("DIR");
    app.add_flag("--no-native", no_native_, "Read no C and C++ files");
    app.add_option("--cache-dir", cache_dir_,
                   "Where to keep what was read of C and C++ (default: forklint in the user's cache folder)")
        ->type_name("DIR")
        ->envname("FORKLINT_CACHE_DIR");
    app.add_flag("-n,--no-cache", no_cache_, "Keep nothing, and use nothing that was kept")
        ->envname("FORKLINT_NO_CACHE");
    app.add_flag("--isolated", isolated_, "Read no settings file");
  }

  Result<void> read(CheckOptions& options) const override {
    options.jobs = jobs_;
    options.config = config_;
    options.isolated = isolated_;
    options.no_native = no_native_;
    options.build_dir = build_dir_;
    options.cache_dir = cache_dir_;
    options.no_cache = no_cache_;
    return {};
  }

 private:
  unsigned jobs_ = 0;
  std::string config_, build_dir_, cache_dir_;
  bool isolated_ = false;
  bool no_native_ = false;
  bool no_cache_ = false;
};

}  // namespace

std::unique_ptr<OptionGroup> run_options() { return std::make_unique<RunOptions>(); }

}  // namespace forklint::cli
