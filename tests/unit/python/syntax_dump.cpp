#include "tests/unit/python/syntax_dump.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/unit/python/syntax_walk.h"

namespace forklint::python::testing {
namespace {

class Dumper {
 public:
  std::string expr(const Expr* node) {
    if (node == nullptr) return "<null>";
    const bool is_new = node->damaged && !damaged_;
    const bool before = damaged_;
    damaged_ = damaged_ || node->damaged;
    std::string result = (is_new ? "!" : "") + shape(*node);
    damaged_ = before;
    return result;
  }

  std::string block(Block body) {
    depth_ += 2;
    std::string result;
    for (const Stmt* stmt : body) result += statement(*stmt);
    depth_ -= 2;
    return result;
  }

  int depth_ = -2;

 private:
  std::string list(ExprList items) {
    std::vector<std::string> parts;
    for (const Expr* item : items) parts.push_back(expr(item));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string argument(const Argument& argument) {
    switch (argument.kind) {
      case ArgumentKind::keyword:
        return fmt::format("{}={}", argument.name, expr(argument.value));
      case ArgumentKind::star:
        return "*" + expr(argument.value);
      case ArgumentKind::double_star:
        return "**" + expr(argument.value);
      case ArgumentKind::positional:
        break;
    }
    return expr(argument.value);
  }

  std::string arguments(std::span<const Argument> items) {
    std::vector<std::string> parts;
    for (const Argument& item : items) parts.push_back(argument(item));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string string(const String& node) {
    std::string prefix = node.is_bytes ? "b" : "";
    if (node.exact) return fmt::format("{}\"{}\"", prefix, node.value);
    return fmt::format("{}f{{{}}}", prefix, list(node.interpolations));
  }

  std::string constant(const Constant& node) {
    switch (node.value) {
      case ConstantKind::none:
        return "None";
      case ConstantKind::true_:
        return "True";
      case ConstantKind::false_:
        return "False";
      case ConstantKind::ellipsis:
        return "...";
    }
    return "";
  }

  std::string sequence(const Sequence& node) {
    const std::string items = list(node.items);
    switch (node.sequence) {
      case SequenceKind::tuple:
        return node.items.size() == 1 ? fmt::format("({},)", items) : "(" + items + ")";
      case SequenceKind::list:
        return "[" + items + "]";
      case SequenceKind::set:
        return "{" + items + "}";
    }
    return "";
  }

  std::string dict(const Dict& node) {
    std::vector<std::string> parts;
    for (const DictEntry& entry : node.entries) {
      parts.push_back(entry.key == nullptr ? "**" + expr(entry.value)
                                           : fmt::format("{}: {}", expr(entry.key), expr(entry.value)));
    }
    return fmt::format("{{{}}}", fmt::join(parts, ", "));
  }

  std::string parameter(const Parameter& node) {
    std::string result(node.name);
    if (node.kind == ParameterKind::star) result = "*" + result;
    if (node.kind == ParameterKind::double_star) result = "**" + result;
    if (node.kind == ParameterKind::positional_only) result += "/";
    if (node.kind == ParameterKind::keyword_only) result = "*," + result;
    if (node.annotation != nullptr) result += ": " + expr(node.annotation);
    if (node.fallback != nullptr) result += "=" + expr(node.fallback);
    return result;
  }

  std::string parameters(const Function& function) {
    std::vector<std::string> parts;
    for (const Parameter& item : function.parameters) parts.push_back(parameter(item));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string comprehension(const Comprehension& node) {
    std::string result = expr(node.element);
    if (node.value != nullptr) result += ": " + expr(node.value);
    for (const ComprehensionClause& clause : node.clauses) {
      result += fmt::format("{} for {} in {}", clause.is_async ? " async" : "", expr(clause.target),
                            expr(clause.iterable));
      for (const Expr* test : clause.conditions) result += " if " + expr(test);
    }
    switch (node.comprehension) {
      case ComprehensionKind::list:
        return "[" + result + "]";
      case ComprehensionKind::generator:
        return "(" + result + ")";
      case ComprehensionKind::set:
      case ComprehensionKind::dict:
        break;
    }
    return "{" + result + "}";
  }

  std::string compare(const Compare& node) {
    std::string result = "(" + expr(node.left);
    for (const Comparison& next : node.rest) result += fmt::format(" {} {}", next.op, expr(next.right));
    return result + ")";
  }

  std::string yield(const Yield& node) {
    const std::string value = node.value == nullptr ? "" : " " + expr(node.value);
    return fmt::format("(yield{}{})", node.is_from ? " from" : "", value);
  }

  std::string unary(const Unary& node) {
    return fmt::format("({}{}{})", node.op, node.op == "not" ? " " : "", expr(node.operand));
  }

  std::string shape(const Expr& node) {
    switch (node.kind) {
      case ExprKind::name:
        return std::string(as<Name>(&node)->id);
      case ExprKind::attribute:
        return fmt::format("{}.{}", expr(as<Attribute>(&node)->value), as<Attribute>(&node)->name);
      case ExprKind::call:
        return fmt::format("{}({})", expr(as<Call>(&node)->callee), arguments(as<Call>(&node)->arguments));
      case ExprKind::string:
        return string(*as<String>(&node));
      case ExprKind::number:
        return std::string(as<Number>(&node)->text);
      case ExprKind::constant:
        return constant(*as<Constant>(&node));
      case ExprKind::sequence:
        return sequence(*as<Sequence>(&node));
      case ExprKind::dict:
        return dict(*as<Dict>(&node));
      case ExprKind::compare:
        return compare(*as<Compare>(&node));
      case ExprKind::unary:
        return unary(*as<Unary>(&node));
      case ExprKind::yield:
        return yield(*as<Yield>(&node));
      case ExprKind::comprehension:
        return comprehension(*as<Comprehension>(&node));
      default:
        return operator_shape(node);
    }
  }

  std::string operator_shape(const Expr& node) {
    if (const auto* lambda = as<Lambda>(&node)) {
      return fmt::format("(lambda {}: {})", parameters(*lambda->function),
                         expr(lambda->function->expression));
    }
    if (const auto* choice = as<Conditional>(&node)) {
      return fmt::format("({} if {} else {})", expr(choice->body), expr(choice->test), expr(choice->orelse));
    }
    if (const auto* bool_op = as<BoolOp>(&node)) {
      return fmt::format("({} {} {})", expr(bool_op->left), bool_op->is_and ? "and" : "or",
                         expr(bool_op->right));
    }
    if (const auto* binary = as<Binary>(&node)) {
      return fmt::format("({} {} {})", expr(binary->left), binary->op, expr(binary->right));
    }
    if (const auto* subscript = as<Subscript>(&node)) {
      return fmt::format("{}[{}]", expr(subscript->value), list(subscript->indices));
    }
    if (const auto* slice = as<Slice>(&node)) return fmt::format("slice({})", list(slice->parts));
    if (const auto* walrus = as<Walrus>(&node)) {
      return fmt::format("({} := {})", expr(walrus->target), expr(walrus->value));
    }
    if (const auto* await = as<Await>(&node)) return fmt::format("(await {})", expr(await->value));
    if (const auto* starred = as<Starred>(&node)) return "*" + expr(starred->value);
    if (const auto* unparsed = as<Unparsed>(&node)) return fmt::format("?({})", list(unparsed->parts));
    return "<unknown>";
  }

  std::string line(const Stmt& stmt, const std::string& text) {
    return fmt::format("{:{}}{}{}\n", "", depth_, stmt.damaged ? "!" : "", text);
  }
  std::string clause(const std::string& text) { return fmt::format("{:{}}{}\n", "", depth_, text); }

  std::string statement(const Stmt& stmt) {
    const bool before = damaged_;
    damaged_ = stmt.damaged;
    std::string result = is_simple(stmt) ? line(stmt, simple(stmt)) : compound(stmt);
    damaged_ = before;
    return result;
  }

  static bool is_simple(const Stmt& stmt) {
    return stmt.kind < StmtKind::if_ || stmt.kind == StmtKind::type_alias || stmt.kind == StmtKind::unparsed;
  }

  std::string opt(std::string_view before, const Expr* node) {
    return node == nullptr ? "" : fmt::format("{}{}", before, expr(node));
  }

  std::string items(std::span<const ImportItem> list) {
    std::vector<std::string> parts;
    for (const ImportItem& item : list) {
      parts.push_back(item.alias.empty() ? std::string(item.name)
                                         : fmt::format("{} as {}", item.name, item.alias));
    }
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  std::string simple(const Stmt& stmt) {
    switch (stmt.kind) {
      case StmtKind::expression:
        return expr(as<ExpressionStmt>(&stmt)->value);
      case StmtKind::assign: {
        std::string result;
        for (const Expr* target : as<Assign>(&stmt)->targets) result += expr(target) + " = ";
        return result + expr(as<Assign>(&stmt)->value);
      }
      case StmtKind::aug_assign: {
        const auto& node = *as<AugAssign>(&stmt);
        return fmt::format("{} {} {}", expr(node.target), node.op, expr(node.value));
      }
      case StmtKind::ann_assign: {
        const auto& node = *as<AnnAssign>(&stmt);
        return fmt::format("{}: {}{}", expr(node.target), expr(node.annotation), opt(" = ", node.value));
      }
      case StmtKind::return_:
        return "return" + opt(" ", as<Return>(&stmt)->value);
      case StmtKind::raise:
        return "raise" + opt(" ", as<Raise>(&stmt)->exception) + opt(" from ", as<Raise>(&stmt)->cause);
      case StmtKind::delete_:
        return "del " + list(as<Delete>(&stmt)->targets);
      case StmtKind::assert_:
        return "assert " + expr(as<Assert>(&stmt)->test) + opt(", ", as<Assert>(&stmt)->message);
      case StmtKind::unparsed:
        return fmt::format("?({})", list(as<UnparsedStmt>(&stmt)->parts));
      default:
        return name_statement(stmt);
    }
  }

  std::string name_statement(const Stmt& stmt) {
    if (const auto* import = as<Import>(&stmt)) return "import " + items(import->items);
    if (const auto* from = as<ImportFrom>(&stmt)) {
      return fmt::format("from {}{} import {}", std::string(from->level, '.'), from->module,
                         from->is_star ? "*" : items(from->items));
    }
    if (const auto* word = as<Simple>(&stmt)) {
      return word->simple == SimpleKind::pass     ? "pass"
             : word->simple == SimpleKind::break_ ? "break"
                                                  : "continue";
    }
    if (const auto* alias = as<TypeAlias>(&stmt)) return "type " + expr(alias->name);
    const auto& names = static_cast<const NameList&>(stmt).names;
    return fmt::format("{} {}", stmt.kind == StmtKind::global ? "global" : "nonlocal",
                       fmt::join(names, ", "));
  }

  std::string orelse(Block body) { return body.empty() ? "" : clause("else:") + block(body); }

  std::string compound(const Stmt& stmt) {
    if (const auto* node = as<If>(&stmt)) {
      std::string result;
      for (const Branch& branch : node->branches) {
        const std::string head = (result.empty() ? "if " : "elif ") + expr(branch.test) + ":";
        result += (result.empty() ? line(stmt, head) : clause(head)) + block(branch.body);
      }
      return result + orelse(node->orelse);
    }
    if (const auto* node = as<While>(&stmt)) {
      return line(stmt, fmt::format("while {}:", expr(node->test))) + block(node->body) +
             orelse(node->orelse);
    }
    if (const auto* node = as<For>(&stmt)) {
      return line(stmt, fmt::format("{}for {} in {}:", node->is_async ? "async " : "", expr(node->target),
                                    expr(node->iterable))) +
             block(node->body) + orelse(node->orelse);
    }
    if (const auto* node = as<Try>(&stmt)) return attempt(*node);
    if (const auto* node = as<With>(&stmt)) return with(*node);
    if (const auto* node = as<Match>(&stmt)) return match(*node);
    return definition(stmt);
  }

  std::string attempt(const Try& node) {
    std::string result = line(node, "try:") + block(node.body);
    for (const Handler& handler : node.handlers) {
      const std::string alias = handler.name.empty() ? "" : fmt::format(" as {}", handler.name);
      result += clause("except" + opt(" ", handler.type) + alias + ":") + block(handler.body);
    }
    result += orelse(node.orelse);
    return node.finally.empty() ? result : result + clause("finally:") + block(node.finally);
  }

  std::string with(const With& node) {
    std::vector<std::string> parts;
    for (const WithItem& item : node.items) parts.push_back(expr(item.context) + opt(" as ", item.target));
    return line(node, fmt::format("{}with {}:", node.is_async ? "async " : "", fmt::join(parts, ", "))) +
           block(node.body);
  }

  std::string match(const Match& node) {
    std::string result = line(node, fmt::format("match {}:", expr(node.subject)));
    for (const Case& branch : node.cases) {
      std::vector<std::string> captures;
      for (const Name* name : branch.captures) captures.push_back(expr(name));
      result += clause(fmt::format("case values({}) captures({}){}:", list(branch.values),
                                   fmt::join(captures, ", "), opt(" if ", branch.guard))) +
                block(branch.body);
    }
    return result;
  }

  std::string definition(const Stmt& stmt) {
    std::string result;
    if (const auto* node = as<FunctionDef>(&stmt)) {
      const Function& function = *node->function;
      for (const Expr* decorator : function.decorators) result += clause("@" + expr(decorator));
      const std::string kind = std::string(function.is_async ? "async " : "") +
                               (function.is_generator ? "gen " : "") +
                               (function.class_ != nullptr ? "method" : "def");
      return result +
             line(stmt, fmt::format("{} {}({}){}:", kind, function.name, parameters(function),
                                    opt(" -> ", function.returns))) +
             block(function.body);
    }
    const Class& klass = *as<ClassDef>(&stmt)->class_;
    for (const Expr* decorator : klass.decorators) result += clause("@" + expr(decorator));
    return result + line(stmt, fmt::format("class {}({}):", klass.name, arguments(klass.arguments))) +
           block(klass.body);
  }

  bool damaged_ = false;
};

class SpanCheck {
 public:
  explicit SpanCheck(const SourceFile& source) : source_(source) {}
  void check(const Node& parent, const Node& child) {
    if (parent.span.contains(child.span)) return;
    report += fmt::format("[{}, {}) is not in [{}, {}): {}\n", child.span.begin, child.span.end,
                          parent.span.begin, parent.span.end, source_.utf8(parent.span));
  }
  void visit(const Expr& node) {
    visit_children(node, {[&](const Expr& child) { check(node, child), visit(child); },
                          [&](const Stmt& child) { check(node, child), visit(child); }});
  }
  void visit(const Stmt& node) {
    visit_children(node, {[&](const Expr& child) { check(node, child), visit(child); },
                          [&](const Stmt& child) { check(node, child), visit(child); }});
  }
  std::string report;

 private:
  const SourceFile& source_;
};

class ExprWalk {
 public:
  explicit ExprWalk(const std::function<void(const Expr&)>& visit) : visit_(visit) {
    visitor_ = {[this](const Expr& expr) { visit_(expr), visit_children(expr, visitor_); },
                [this](const Stmt& stmt) { walk(stmt); }};
  }
  void walk(const Stmt& stmt) { visit_children(stmt, visitor_); }

 private:
  const std::function<void(const Expr&)>& visit_;
  Visitor visitor_;
};

}  // namespace

PythonModule parse_bytes(std::string bytes, const Limits& limits) {
  return parse(std::make_unique<SourceFile>("test.py", "test.py", std::move(bytes)), limits);
}

std::string dump(const Expr& expr) { return Dumper().expr(&expr); }

std::string dump(Block body) { return Dumper().block(body); }

std::string dump_source(std::string bytes) {
  const PythonModule module = parse_bytes(std::move(bytes));
  std::string result = dump(module.body());
  for (const Notice& notice : module.notices()) result += fmt::format("# {}: {}\n", notice.line, notice.text);
  return result;
}

void for_each_expr(const PythonModule& module, const std::function<void(const Expr&)>& visit) {
  ExprWalk walk(visit);
  for (const Stmt* stmt : module.body()) walk.walk(*stmt);
}

std::vector<std::string> trusted_calls(std::string bytes) {
  const PythonModule module = parse_bytes(std::move(bytes));
  std::vector<std::string> calls;
  for_each_expr(module, [&](const Expr& expr) {
    if (as<Call>(&expr) != nullptr && !expr.damaged) calls.push_back(module.source().utf8(expr.span));
  });
  return calls;
}

std::string misplaced_spans(const PythonModule& module) {
  SpanCheck check(module.source());
  for (const Stmt* stmt : module.body()) check.visit(*stmt);
  return check.report;
}

}  // namespace forklint::python::testing
