// The syntax of one Python file as typed values, independent of the parser that produced it.
// Nodes live in the arena of their PythonModule and are immutable once the module is built; pointers and
// string_views into it live as long as the module does. Spans are bytes of the SourceFile.
//
// `damaged` marks a node that has a syntax error in it or beside it: the parser's error recovery invents
// calls there, so nothing may be reported or rewritten on it. Its children are kept for name binding only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "source/span.h"

namespace forklint::python {

struct Function;
struct Class;
struct Scope;

struct Node {
  Span span;
  bool damaged = false;
};

// ---------------------------------------------------------------------------------------- expressions

enum class ExprKind : std::uint8_t {
  name,
  attribute,
  call,
  string,
  number,
  constant,
  sequence,
  dict,
  lambda,
  conditional,
  bool_op,
  unary,
  binary,
  compare,
  subscript,
  slice,
  walrus,
  await,
  yield,
  starred,
  comprehension,
  unparsed,
};

struct Expr : Node {
  ExprKind kind;
  // In its module, from 0, each once; for some there is no expression in the tree. What is known of an
  // expression is found by it.
  std::uint32_t number = 0;
};

using ExprList = std::span<const Expr* const>;

struct Name : Expr {
  static constexpr ExprKind kKind = ExprKind::name;
  std::string_view id;
};

struct Attribute : Expr {
  static constexpr ExprKind kKind = ExprKind::attribute;
  const Expr* value = nullptr;
  std::string_view name;
  Span name_span;
};

enum class ArgumentKind : std::uint8_t { positional, keyword, star, double_star };

struct Argument {
  ArgumentKind kind = ArgumentKind::positional;
  std::string_view name;  // keyword only
  Span name_span;
  Span span;  // whole argument, with `name=`, `*` or `**`
  const Expr* value = nullptr;
};

struct Call : Expr {
  static constexpr ExprKind kKind = ExprKind::call;
  const Expr* callee = nullptr;
  std::span<const Argument> arguments;  // f(x for x in y) has one positional comprehension
  Span parentheses;                     // from '(' to after ')'
};

// Adjacent literals are joined; `value` has escapes decoded (as UTF-8) unless raw.
struct String : Expr {
  static constexpr ExprKind kKind = ExprKind::string;
  std::string_view value;  // the literal text; meaningless unless `exact`
  bool exact = true;       // false for f-strings and t-strings with interpolations
  bool is_bytes = false;
  ExprList interpolations;  // expressions in {…}, in order
};

struct Number : Expr {
  static constexpr ExprKind kKind = ExprKind::number;
  std::string_view text;
  std::optional<std::int64_t> integer;  // set for integers that fit
};

enum class ConstantKind : std::uint8_t { none, true_, false_, ellipsis };

struct Constant : Expr {
  static constexpr ExprKind kKind = ExprKind::constant;
  ConstantKind value = ConstantKind::none;
};

enum class SequenceKind : std::uint8_t { tuple, list, set };

struct Sequence : Expr {
  static constexpr ExprKind kKind = ExprKind::sequence;
  SequenceKind sequence = SequenceKind::tuple;
  ExprList items;
};

struct DictEntry {
  const Expr* key = nullptr;  // null for **value
  const Expr* value = nullptr;
};

struct Dict : Expr {
  static constexpr ExprKind kKind = ExprKind::dict;
  std::span<const DictEntry> entries;
};

struct Lambda : Expr {
  static constexpr ExprKind kKind = ExprKind::lambda;
  const Function* function = nullptr;
};

struct Conditional : Expr {  // body if test else orelse
  static constexpr ExprKind kKind = ExprKind::conditional;
  const Expr* test = nullptr;
  const Expr* body = nullptr;
  const Expr* orelse = nullptr;
};

struct BoolOp : Expr {
  static constexpr ExprKind kKind = ExprKind::bool_op;
  bool is_and = true;
  const Expr* left = nullptr;
  const Expr* right = nullptr;
};

struct Unary : Expr {
  static constexpr ExprKind kKind = ExprKind::unary;
  std::string_view op;  // "not", "-", "+", "~"
  const Expr* operand = nullptr;
};

struct Binary : Expr {
  static constexpr ExprKind kKind = ExprKind::binary;
  std::string_view op;  // "+", "//", "%", ...
  const Expr* left = nullptr;
  const Expr* right = nullptr;
};

struct Comparison {
  std::string_view op;  // "==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"
  const Expr* right = nullptr;
};

struct Compare : Expr {
  static constexpr ExprKind kKind = ExprKind::compare;
  const Expr* left = nullptr;
  std::span<const Comparison> rest;
};

struct Subscript : Expr {
  static constexpr ExprKind kKind = ExprKind::subscript;
  const Expr* value = nullptr;
  ExprList indices;
};

struct Slice : Expr {
  static constexpr ExprKind kKind = ExprKind::slice;
  ExprList parts;  // those present
};

struct Walrus : Expr {
  static constexpr ExprKind kKind = ExprKind::walrus;
  const Name* target = nullptr;
  const Expr* value = nullptr;
};

struct Await : Expr {
  static constexpr ExprKind kKind = ExprKind::await;
  const Expr* value = nullptr;
};

struct Yield : Expr {
  static constexpr ExprKind kKind = ExprKind::yield;
  const Expr* value = nullptr;  // may be null
  bool is_from = false;
};

struct Starred : Expr {
  static constexpr ExprKind kKind = ExprKind::starred;
  const Expr* value = nullptr;
};

enum class ComprehensionKind : std::uint8_t { list, set, dict, generator };

struct ComprehensionClause {
  const Expr* target = nullptr;
  const Expr* iterable = nullptr;
  ExprList conditions;
  bool is_async = false;
};

struct Comprehension : Expr {
  static constexpr ExprKind kKind = ExprKind::comprehension;
  ComprehensionKind comprehension = ComprehensionKind::generator;
  const Expr* element = nullptr;  // the key, for dict
  const Expr* value = nullptr;    // dict only
  std::span<const ComprehensionClause> clauses;
  const Scope* scope = nullptr;  // the first iterable is evaluated outside of it
};

// What the grammar or the parser could not make sense of. Children that could be read are kept in order.
struct Unparsed : Expr {
  static constexpr ExprKind kKind = ExprKind::unparsed;
  ExprList parts;
};

// ----------------------------------------------------------------------------------------- statements

enum class StmtKind : std::uint8_t {
  expression,
  assign,
  aug_assign,
  ann_assign,
  return_,
  raise,
  delete_,
  assert_,
  simple,
  import,
  import_from,
  global,
  nonlocal,
  if_,
  while_,
  for_,
  try_,
  with,
  match,
  function,
  class_,
  type_alias,
  unparsed,
};

struct Stmt : Node {
  StmtKind kind;
};

using Block = std::span<const Stmt* const>;

struct ExpressionStmt : Stmt {
  static constexpr StmtKind kKind = StmtKind::expression;
  const Expr* value = nullptr;
};

struct Assign : Stmt {  // a = b = value has two targets, in order of the text
  static constexpr StmtKind kKind = StmtKind::assign;
  ExprList targets;
  const Expr* value = nullptr;
};

struct AugAssign : Stmt {
  static constexpr StmtKind kKind = StmtKind::aug_assign;
  const Expr* target = nullptr;
  std::string_view op;  // "+=", ...
  const Expr* value = nullptr;
};

struct AnnAssign : Stmt {
  static constexpr StmtKind kKind = StmtKind::ann_assign;
  const Expr* target = nullptr;
  const Expr* annotation = nullptr;
  const Expr* value = nullptr;  // may be null: then nothing is bound
};

struct Return : Stmt {
  static constexpr StmtKind kKind = StmtKind::return_;
  const Expr* value = nullptr;  // may be null
};

struct Raise : Stmt {
  static constexpr StmtKind kKind = StmtKind::raise;
  const Expr* exception = nullptr;  // may be null
  const Expr* cause = nullptr;      // may be null
};

struct Delete : Stmt {
  static constexpr StmtKind kKind = StmtKind::delete_;
  ExprList targets;
};

struct Assert : Stmt {
  static constexpr StmtKind kKind = StmtKind::assert_;
  const Expr* test = nullptr;
  const Expr* message = nullptr;  // may be null
};

enum class SimpleKind : std::uint8_t { pass, break_, continue_ };

struct Simple : Stmt {
  static constexpr StmtKind kKind = StmtKind::simple;
  SimpleKind simple = SimpleKind::pass;
};

struct ImportItem {
  std::string_view name;   // "a.b" for Import, one identifier for ImportFrom
  std::string_view alias;  // "" without `as`
  Span span;               // the whole item
};

struct Import : Stmt {
  static constexpr StmtKind kKind = StmtKind::import;
  std::span<const ImportItem> items;
};

struct ImportFrom : Stmt {
  static constexpr StmtKind kKind = StmtKind::import_from;
  std::uint32_t level = 0;  // leading dots
  std::string_view module;  // without the dots; may be ""
  std::span<const ImportItem> items;
  bool is_star = false;
};

struct NameList : Stmt {  // kind is global or nonlocal
  std::span<const std::string_view> names;
};

struct Branch {
  const Expr* test = nullptr;
  Block body;
};

struct If : Stmt {
  static constexpr StmtKind kKind = StmtKind::if_;
  std::span<const Branch> branches;  // if, elif, ...
  Block orelse;
};

struct While : Stmt {
  static constexpr StmtKind kKind = StmtKind::while_;
  const Expr* test = nullptr;
  Block body;
  Block orelse;
};

struct For : Stmt {
  static constexpr StmtKind kKind = StmtKind::for_;
  const Expr* target = nullptr;
  const Expr* iterable = nullptr;
  Block body;
  Block orelse;
  bool is_async = false;
};

struct Handler {
  const Expr* type = nullptr;  // null for a bare except
  std::string_view name;       // "" without `as`
  Span name_span;
  Block body;
  Span span;
};

struct Try : Stmt {
  static constexpr StmtKind kKind = StmtKind::try_;
  Block body;
  std::span<const Handler> handlers;
  Block orelse;
  Block finally;
};

struct WithItem {
  const Expr* context = nullptr;
  const Expr* target = nullptr;  // may be null
};

struct With : Stmt {
  static constexpr StmtKind kKind = StmtKind::with;
  std::span<const WithItem> items;
  Block body;
  bool is_async = false;
};

struct Case {
  ExprList values;                        // expressions that the pattern compares with or names as classes
  std::span<const Name* const> captures;  // names that the pattern binds
  const Expr* guard = nullptr;            // may be null
  Block body;
};

struct Match : Stmt {
  static constexpr StmtKind kKind = StmtKind::match;
  const Expr* subject = nullptr;
  std::span<const Case> cases;
};

struct FunctionDef : Stmt {
  static constexpr StmtKind kKind = StmtKind::function;
  const Function* function = nullptr;
};

struct ClassDef : Stmt {
  static constexpr StmtKind kKind = StmtKind::class_;
  const Class* class_ = nullptr;
};

struct TypeAlias : Stmt {
  static constexpr StmtKind kKind = StmtKind::type_alias;
  const Name* name = nullptr;
};

// Text that no statement could be made of. Expressions that could be read in it are kept in order.
struct UnparsedStmt : Stmt {
  static constexpr StmtKind kKind = StmtKind::unparsed;
  ExprList parts;
};

// -------------------------------------------------------------------------------- functions and classes

enum class ParameterKind : std::uint8_t {
  positional_only,
  positional_or_keyword,
  star,
  keyword_only,
  double_star
};

struct Parameter {
  std::string_view name;
  Span name_span;
  Span span;
  ParameterKind kind = ParameterKind::positional_or_keyword;
  const Expr* annotation = nullptr;  // may be null
  const Expr* fallback = nullptr;    // the default value; may be null
};

struct Function {
  std::string_view name;  // "" for a lambda
  Span name_span;
  Span span;  // with decorators
  std::span<const Parameter> parameters;
  ExprList decorators;
  const Expr* returns = nullptr;     // annotation; may be null
  Block body;                        // empty for a lambda
  const Expr* expression = nullptr;  // lambda only
  const Scope* scope = nullptr;      // the function's own
  const Class* class_ = nullptr;     // when defined directly in a class body
  bool is_async = false;
  bool is_generator = false;
};

struct Class {
  std::string_view name;
  Span name_span;
  Span span;                            // with decorators
  std::span<const Argument> arguments;  // bases and keywords
  ExprList decorators;
  Block body;
  const Scope* scope = nullptr;
};

// The node as T, or null when it is of another kind.
template <typename T>
const T* as(const Expr* expr) {
  return expr != nullptr && expr->kind == T::kKind ? static_cast<const T*>(expr) : nullptr;
}

template <typename T>
const T* as(const Stmt* stmt) {
  return stmt != nullptr && stmt->kind == T::kKind ? static_cast<const T*>(stmt) : nullptr;
}

}  // namespace forklint::python
