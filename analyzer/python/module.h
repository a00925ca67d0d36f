// One Python file, understood: its syntax, its scopes, and its calls in the order in which they run.
// The only thing that leaves this room. Owns everything it points to, the SourceFile included.
#pragma once

#include <chrono>
#include <limits>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <vector>

#include "finding/finding.h"
#include "python/ast.h"
#include "python/scope.h"
#include "source/source_file.h"

namespace forklint::python {

// A call and where it stands. `function` is null for code that runs when the module is imported
// (class bodies included); `order` grows with evaluation order within the file.
struct CallSite {
  const Call* call = nullptr;
  const Function* function = nullptr;
  const Scope* scope = nullptr;
  const Region* region = nullptr;
  std::uint32_t order = 0;
};

// An attribute that is assigned: `target.name = value` (also with-targets, loops, unpacking).
struct AttributeBinding {
  const Attribute* target = nullptr;
  const Expr* value = nullptr;
  std::vector<std::int32_t> unpack;
  BindingKind kind = BindingKind::assignment;
  const Function* function = nullptr;
  const Scope* scope = nullptr;
  const Region* region = nullptr;
  std::uint32_t order = 0;
};

struct Comment {
  Span span;  // from '#' to the end of the line
};

struct Limits {
  std::uint64_t max_bytes = 2'000'000;
  std::uint32_t max_brackets = 200;  // CPython's own limits: deeper is no valid Python
  std::uint32_t max_indentation = 100;
  // Of the thread's own time: far more than a valid file within the limits needs. Error recovery can need
  // time with the square of the errors in one statement, comment lines with the square of their number.
  std::chrono::nanoseconds max_time = std::chrono::seconds{10};
};

// No position in a list.
constexpr std::uint32_t kNoIndex = std::numeric_limits<std::uint32_t>::max();

class PythonModule {
 public:
  PythonModule();
  PythonModule(PythonModule&&) noexcept;
  PythonModule& operator=(PythonModule&&) noexcept;
  ~PythonModule();

  const SourceFile& source() const { return *source_; }
  Block body() const { return body_; }
  // Each expression has a number below it.
  std::uint32_t expr_count() const { return static_cast<std::uint32_t>(index_.size()); }
  const Scope& scope() const { return *scope_; }
  // Of any Name expression that is read (not of binding occurrences).
  Use use_of(const Name& name) const;
  // The scope in which the name is read.
  const Scope* scope_of(const Name& name) const;
  const std::vector<CallSite>& calls() const { return calls_; }
  const CallSite* site_of(const Call& call) const;
  // The names that are read inside of a span, in order of the text.
  std::vector<const Name*> names_in(Span span) const;
  const std::vector<AttributeBinding>& attribute_bindings() const { return attribute_bindings_; }
  const std::vector<const Function*>& functions() const { return functions_; }  // order of the text
  const std::vector<const Class*>& classes() const { return classes_; }
  const std::vector<const Stmt*>& imports() const { return imports_; }  // Import and ImportFrom, all depths
  const std::vector<Comment>& comments() const { return comments_; }
  // Syntax errors and guards: what was not understood, for the user to see.
  const std::vector<Notice>& notices() const { return notices_; }

 private:
  friend class ModuleBuilder;  // parse.cpp: fills the module
  friend class ScopeBuilder;   // scope_builder.cpp: scopes, uses, calls

  std::unique_ptr<const SourceFile> source_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena_;
  std::vector<std::unique_ptr<Scope>> scopes_;
  std::vector<std::unique_ptr<Binding>> bindings_;
  std::vector<std::unique_ptr<Region>> regions_;
  struct UsedName {
    const Name* name = nullptr;
    const Scope* scope = nullptr;
    Use use;
  };
  const UsedName* used(const Name& name) const;
  std::uint32_t index_of(const Expr& expr) const {
    return expr.number < index_.size() ? index_[expr.number] : kNoIndex;
  }

  std::vector<UsedName> uses_;
  // By the number of an expression: where a name is among the uses, a call among the calls; kNoIndex:
  // nowhere.
  std::vector<std::uint32_t> index_;
  Block body_;
  const Scope* scope_ = nullptr;
  std::vector<CallSite> calls_;
  std::vector<AttributeBinding> attribute_bindings_;
  std::vector<const Function*> functions_;
  std::vector<const Class*> classes_;
  std::vector<const Stmt*> imports_;
  std::vector<Comment> comments_;
  std::vector<Notice> notices_;
};

// Never fails: what can't be understood becomes damaged nodes and notices. Safe to call from several threads.
PythonModule parse(std::unique_ptr<const SourceFile> source, const Limits& limits = {});

}  // namespace forklint::python
