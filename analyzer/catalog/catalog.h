// All that is known of APIs: the built-in records, and those that a project's settings add.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "catalog/api.h"

namespace forklint::catalog {

// Something of the project that is not written in Python, by the name that Python uses.
struct NativeRecord {
  std::string name;
  bool is_class = false;
  bool forks = true;

  auto operator<=>(const NativeRecord&) const = default;
};

class Catalog {
 public:
  // The records compiled into the binary.
  static const Catalog& builtin();
  // The built-in records and those of a TOML text with the vocabulary of rules/catalog/README.md, its
  // tables named [[api]], [[namespace]], ... below `prefix` ("tool.forklint" in a pyproject.toml, else "").
  // A record of the same name replaces the built-in one. Errors name `path`, line and cause. What the text
  // records itself `native` does not change.
  static Result<Catalog> extended(std::string_view toml, const std::string& path, std::string_view prefix,
                                  std::span<const NativeRecord> native = {});

  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  // By qualified name or alias, through namespaces; null for what the catalog does not know.
  const Api* find(std::string_view qualified_name) const;
  // The family that a default context reached by this qualified name belongs to ("torch.multiprocessing.Pool"
  // → "multiprocessing", "multiprocess.Pool" → "multiprocess"); "" for none.
  std::string_view family_of(std::string_view qualified_name) const;
  // Whether some record lies at or below this dotted name: "torch.utils" does, "numpy.linalg" does not.
  bool has_prefix(std::string_view qualified_name) const;
  // As has_prefix, for records that create processes or choose how: what is only a hazard does not count.
  bool leads_to_process(std::string_view qualified_name) const;
  // The same for functions that are not written in Python.
  bool leads_to_native(std::string_view qualified_name) const;
  const Family* family(std::string_view name) const;
  const ImportHazard* import_hazard(std::string_view module) const;
  const Setting* setting(std::string_view name) const;
  // What is known to be impossible to pickle, by the qualified name of what makes it.
  const Unpicklable* unpicklable(std::string_view qualified_name) const;
  // What a function of C or C++ does, by its qualified name; nothing for what is not recorded.
  static std::optional<NativeEffect> native_effect(std::string_view qualified_name);
  // The default method of a family for one platform and version; nothing for an unknown family.
  std::optional<StartMethod> default_method(std::string_view family, Platform platform,
                                            PythonVersion version) const;

  std::span<const Api* const> apis() const;
  // Words of which a file must hold at least one to name an API without the help of another module of the
  // project: what the prefilter searches for. Derived from the records, never written by hand.
  std::span<const std::string_view> words() const;

 private:
  Catalog();
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace forklint::catalog
