// Turns a parser's tree into the typed syntax of ast.h. Bounded in depth whatever the input: expressions
// nested deeper than kMaxDepth become Unparsed, so that whoever walks the result may recurse.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <vector>

#include "python/arena.h"
#include "python/ast.h"
#include "python/error_regions.h"
#include "python/tree_reader.h"
#include "source/source_file.h"

namespace forklint::python {

using StmtList = ArenaList<const Stmt*>;
using PartList = ArenaList<const Expr*>;
using ArgumentList = ArenaList<Argument>;

class Lowering {
 public:
  static constexpr std::uint32_t kMaxDepth = 1000;

  Lowering(const SourceFile& source, std::pmr::memory_resource& arena, const ErrorRegions& errors)
      : source_(source), arena_(arena), errors_(errors) {}

  // Appends the statements and comments of one tree.
  void module(TSNode root, StmtList& body, std::vector<Comment>& comments);

  // Where Python 2 only syntax was met first.
  std::optional<std::uint32_t> python2_at() const { return python2_at_; }
  // Where an expression was first too deep to keep its structure.
  std::optional<std::uint32_t> too_deep_at() const { return too_deep_at_; }
  // Where a statement first goes on in a new line that nothing joins to it.
  std::optional<std::uint32_t> broken_line_at() const { return broken_line_at_; }
  // How many expressions were made: their numbers are below it.
  std::uint32_t expr_count() const { return expr_count_; }

 private:
  using Children = TreeReader::Children;

  // Counts nesting for as long as it lives.
  class Deeper {
   public:
    explicit Deeper(Lowering& lowering) : depth_(lowering.depth_) { ++depth_; }
    ~Deeper() { --depth_; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

   private:
    std::uint32_t& depth_;
  };

  // Nodes made while it lives are damaged if an error touches the span: a simple statement or a header.
  class Trust {
   public:
    Trust(Lowering& lowering, Span span) : Trust(lowering, lowering.is_damaged(span)) {}
    Trust(Lowering& lowering, bool damaged) : flag_(lowering.damaged_), before_(lowering.damaged_) {
      flag_ = damaged;
    }
    ~Trust() { flag_ = before_; }
    Trust(const Trust&) = delete;
    Trust& operator=(const Trust&) = delete;

   private:
    bool& flag_;
    bool before_;
  };

  // What a function or class changes for the code in its body.
  struct Owner {
    Function* function = nullptr;
    const Class* class_ = nullptr;
  };

  // lower_statements.cpp
  void statement(const Child& child, StmtList& out);
  const Stmt* simple_statement(const Child& child);
  const Stmt* expression_statement(const Child& child);
  const Stmt* assignment(const Child& child, Span span);
  const Stmt* augmented_assignment(const Child& child, Span span);
  const Stmt* return_statement(const Child& child);
  const Stmt* raise_statement(const Child& child);
  const Stmt* delete_statement(const Child& child);
  const Stmt* assert_statement(const Child& child);
  const Stmt* simple_keyword(const Child& child, SimpleKind kind);
  const Stmt* name_list(const Child& child, StmtKind kind);
  const Stmt* type_alias(const Child& child);
  const Stmt* python2_statement(const Child& child);
  const Stmt* unparsed_statement(const Child& child);

  // lower_imports.cpp
  const Stmt* import_statement(const Child& child);
  const Stmt* import_from(const Child& child);
  void import_items(const Children& children, ArenaList<ImportItem>& items);
  ImportItem aliased_item(const Child& child);
  std::string_view dotted_text(const Child& child);

  // lower_compound.cpp
  Block block(const Child& child);
  Block block_in(const Child& clause);
  void flatten(const Child& child, StmtList& out);
  bool is_header_damaged(const Child& child, const Children& children);
  const Stmt* if_statement(const Child& child);
  Branch elif_branch(const Child& child, bool& damaged);
  const Stmt* while_statement(const Child& child);
  const Stmt* for_statement(const Child& child);
  const Stmt* try_statement(const Child& child);
  Handler handler(const Child& child, bool& damaged);
  const Stmt* with_statement(const Child& child);
  void with_items(const Child& clause, ArenaList<WithItem>& items);
  void with_item(const Child& value, ArenaList<WithItem>& items);

  // lower_patterns.cpp
  const Stmt* match_statement(const Child& child);
  const Expr* match_subject(const Children& children);
  Case case_clause(const Child& child, bool& damaged);
  struct Pattern {
    PartList values;
    ArenaList<const Name*> captures;
  };
  void pattern(const Child& child, Pattern& out);
  void pattern_parts(const Child& child, Pattern& out);
  void named_pattern(const Child& child, Pattern& out);
  const Expr* dotted_expression(const Child& child);

  // lower_definitions.cpp
  const Stmt* function_definition(const Child& child, Span span, ExprList decorators);
  const Stmt* class_definition(const Child& child, Span span, ExprList decorators);
  const Stmt* decorated_definition(const Child& child);
  std::span<const Parameter> parameters(const Child& child);
  bool parameter(const Child& child, ParameterKind kind, Parameter& out);
  void typed_parameter(const Child& child, Parameter& out);
  void parameter_name(const Child& child, Parameter& out);
  const Expr* lambda(const Child& child);
  void read_comments(const Child& child);

  // lower_expressions.cpp
  const Expr* expression(const Child& child);
  const Expr* atom(const Child& child);
  const Expr* operation(const Child& child);
  const Expr* required(const Child& child, Span where);
  const Expr* optional(const Child& child);
  const Expr* single_operand(const Child& child);
  ExprList operands(const Children& children);
  const Expr* name(const Child& child);
  const Expr* number(const Child& child);
  const Expr* constant(const Child& child, ConstantKind value);
  const Expr* parenthesized(const Child& child);
  const Expr* conditional(const Child& child);
  const Expr* bool_op(const Child& child);
  const Expr* unary(const Child& child);
  const Expr* binary(const Child& child);
  const Expr* compare(const Child& child);
  const Expr* walrus(const Child& child);
  const Expr* await(const Child& child);
  const Expr* yield(const Child& child);
  const Expr* starred(const Child& child);
  const Expr* unparsed(const Child& child);
  const Expr* too_deep(const Child& child);
  void collect_parts(const Child& child, PartList& parts);

  // lower_calls.cpp
  const Expr* attribute(const Child& child);
  const Expr* call(const Child& child);
  std::span<const Argument> arguments(const Child& child);
  void argument(const Child& child, ArgumentList& out);
  const Expr* subscript(const Child& child);
  const Expr* slice(const Child& child);
  const Expr* flat_chain(const Child& child);
  Child chain_step(const Child& child, std::vector<Child>& operands);

  // lower_collections.cpp
  const Expr* sequence(const Child& child, SequenceKind kind);
  const Expr* sequence_of(const Children& children, Span span);
  const Expr* dict(const Child& child);
  const Expr* comprehension(const Child& child, ComprehensionKind kind, Span span);
  void comprehension_element(const Child& body, Comprehension& out);
  ComprehensionClause clause(const Child& child);

  // lower_annotations.cpp
  const Expr* type_expression(const Child& child);
  const Expr* generic_type(const Child& child);
  const Expr* union_type(const Child& child);
  const Expr* member_type(const Child& child);

  // lower_strings.cpp
  const Expr* string(const Child& child);
  const Expr* concatenated_string(const Child& child);
  void interpolations(const Child& child, PartList& out);
  std::string_view literal_text(Span span, std::string& storage) const;

  template <typename T>
  T* make(Span span) {
    T* node = allocate<T>(arena_);
    if constexpr (requires { T::kKind; }) node->kind = T::kKind;
    node->span = span;
    node->damaged = damaged_;
    if constexpr (std::is_base_of_v<Expr, T>) node->number = expr_count_++;
    return node;
  }
  // Whether the text of a simple statement or of a header is near an error, or an error itself.
  bool is_damaged(Span span);
  std::string_view text(Span span) const { return source_.bytes().substr(span.begin, span.end - span.begin); }
  Children children(const Child& child) { return reader_->children(child); }

  const SourceFile& source_;
  std::pmr::memory_resource& arena_;
  const ErrorRegions& errors_;
  TreeReader* reader_ = nullptr;
  Owner owner_;
  std::uint32_t depth_ = 0;
  bool damaged_ = false;
  std::uint32_t expr_count_ = 0;
  std::optional<std::uint32_t> python2_at_;
  std::optional<std::uint32_t> too_deep_at_;
  std::optional<std::uint32_t> broken_line_at_;
};

// The spelling of a keyword or operator node.
std::string_view token_text(const Child& child);

}  // namespace forklint::python
