// Catalog records read from TOML: used by the build, which compiles rules/catalog/*.toml into the binary,
// and at run time for the records in a project's settings.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/api.h"
#include "catalog/package.h"

namespace forklint::catalog {

// Owns the text and lists that its records refer to; not to be copied or moved once it holds records.
class RecordSet {
 public:
  RecordSet() = default;
  RecordSet(const RecordSet&) = delete;
  RecordSet& operator=(const RecordSet&) = delete;

  std::vector<Api> apis;
  std::vector<Namespace> namespaces;
  std::vector<Family> families;
  std::vector<ImportHazard> import_hazards;
  std::vector<Setting> settings;
  std::vector<Unpicklable> unpicklables;
  std::vector<Package> packages;
  std::vector<NativeFunction> native_functions;

  enum class Kind : std::uint8_t {
    api,
    namespace_,
    family,
    import_hazard,
    setting,
    environment,
    unpicklable,
    package,
    native_function
  };
  // Where a name is given to a record, or where a record counts on the name of another one.
  struct Mention {
    Kind kind = Kind::api;
    std::string_view name;
    std::string_view file;
    std::uint32_t line = 0;
  };
  std::vector<Mention> definitions;
  std::vector<Mention> references;  // of kind namespace_ or package: to anything at or below the name

  std::string_view keep(std::string text);
  std::span<const std::string_view> keep(std::vector<std::string_view> list);
  std::span<const Condition> keep(std::vector<Condition> list);
  std::span<const MethodFrom> keep(std::vector<MethodFrom> list);
  std::span<const ParameterSpec> keep(std::vector<ParameterSpec> list);
  std::span<const FamilyDefault> keep(std::vector<FamilyDefault> list);

 private:
  std::deque<std::string> texts_;
  std::deque<std::vector<std::string_view>> text_lists_;
  std::deque<std::vector<Condition>> conditions_;
  std::deque<std::vector<MethodFrom>> methods_;
  std::deque<std::vector<ParameterSpec>> parameters_;
  std::deque<std::vector<FamilyDefault>> defaults_;
};

struct ReadOptions {
  std::string path;          // for errors and Api::file
  std::string_view prefix;   // the table that holds the records: "tool.forklint", "" for the document
  bool needs_source = true;  // whether every record must say where its facts come from
  bool only_catalog = true;  // whether other keys than the catalog's tables are errors
};

// Adds the records of a TOML text. Errors are "path:line: cause".
Result<void> read_records(std::string_view toml, const ReadOptions& options, RecordSet& into);

// What no record can show alone: names that are taken twice; families, environment variables and mirrored
// namespaces that exist neither in `records` nor in `known` (may be null).
Result<void> check_records(const RecordSet& records, const RecordSet* known);

// Words of which a file must hold one to name a record of its own accord; see Catalog::words. `extra` are
// records of the project that is analysed, which may name them by relative imports.
std::vector<std::string> words_of(std::span<const Api* const> apis, std::span<const Namespace> namespaces,
                                  std::span<const Setting> settings, std::span<const Api> extra);

// "a, /, b=1, *, c=None, **rest" as parameters. Fails with what is wrong in it.
Result<std::vector<ParameterSpec>> parse_signature(std::string_view text, RecordSet& storage);

// The name of a distribution as PEP 503 says: lower case, and '-' for each run of '-', '_' and '.'.
std::string normalised_package(std::string_view name);

bool is_identifier(std::string_view text);
bool is_dotted_name(std::string_view text);

}  // namespace forklint::catalog
