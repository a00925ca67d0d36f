#include "rewrite/hoist.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "program/returns.h"
#include "rewrite/block_text.h"
#include "rewrite/imports.h"
#include "rewrite/names.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using python::Function;
using python::Stmt;

const Stmt* statement_around(const Module& module, Span span) {
  for (const Stmt* stmt : module.syntax.body()) {
    if (stmt->span.contains(span)) return stmt;
  }
  return nullptr;
}

const Stmt* in_block(python::Block block, Span span, python::Block& found);

// The statement that defines the function, and the block that it stands in.
const Stmt* in_blocks_of(const Stmt& stmt, Span span, python::Block& found) {
  const Stmt* inner = nullptr;
  const auto look = [&](python::Block block) {
    if (inner == nullptr) inner = in_block(block, span, found);
  };
  if (const auto* def = python::as<python::FunctionDef>(&stmt)) look(def->function->body);
  if (const auto* class_ = python::as<python::ClassDef>(&stmt)) look(class_->class_->body);
  program::for_each_nested_block_of(stmt, look);
  return inner;
}

const Stmt* in_block(python::Block block, Span span, python::Block& found) {
  for (const Stmt* stmt : block) {
    if (!stmt->span.contains(span)) continue;
    if (stmt->kind == python::StmtKind::function && stmt->span == span) {
      found = block;
      return stmt;
    }
    return in_blocks_of(*stmt, span, found);
  }
  return nullptr;
}

std::string_view name_of_statement(const Stmt& stmt) {
  if (const auto* def = python::as<python::FunctionDef>(&stmt)) return def->function->name;
  const auto* class_ = python::as<python::ClassDef>(&stmt);
  return class_ == nullptr ? "" : class_->class_->name;
}

std::string_view without_underscores(std::string_view name) {
  name.remove_prefix(std::min(name.find_first_not_of('_'), name.size()));
  return name;
}

// How many lambdas stand before this one: it tells them apart where nothing else does.
std::size_t lambdas_before(const Module& module, const Function& lambda) {
  const auto& all = module.syntax.functions();
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Function* each) {
    return each->name.empty() && each->span.begin < lambda.span.begin;
  }));
}

// A name that no other function which is moved at the same time gets.
std::string fresh_name(const Module& module, const Function& function, const Stmt& around,
                       std::string_view parameter) {
  const std::string_view own = without_underscores(function.name.empty() ? parameter : function.name);
  const std::string_view outer = without_underscores(name_of_statement(around));
  std::string name = outer.empty() ? fmt::format("_{}", own) : fmt::format("_{}_{}", outer, own);
  if (outer.empty()) {
    const std::size_t before = lambdas_before(module, function);
    if (before > 0) name += fmt::format("_{}", before + 1);
  }
  return free_name(module, {name, name + "_worker", name + "_in_worker"});
}

bool is_star_imported(const Program& program, const Module& module) {
  const std::string_view last = std::string_view(module.name).substr(module.name.rfind('.') + 1);
  return std::any_of(program.modules().begin(), program.modules().end(), [&](const auto& other) {
    const auto& imports = other->syntax.scope().star_imports;
    return std::any_of(imports.begin(), imports.end(), [&](const python::Binding* each) {
      return each->import_stmt->module.empty() || each->import_stmt->module.ends_with(last);
    });
  });
}

std::string parameter_list(const std::vector<Captured>& captured, std::string_view own) {
  std::string list;
  for (const Captured& each : captured) list += fmt::format("{}{}", list.empty() ? "" : ", ", each.name);
  return fmt::format("{}{}{}", list, list.empty() || own.empty() ? "" : ", ", own);
}

std::string partial_call(const std::string& partial, const Hoist& hoist) {
  return fmt::format("{}({}, {})", partial, hoist.name, parameter_list(hoist.captured, ""));
}

class Mover {
 public:
  Mover(const Program& program, const Module& module, const Function& function, std::string_view parameter)
      : program_(program), module_(module), function_(function), parameter_(parameter) {}

  std::optional<Hoist> move() {
    const Stmt* around = statement_around(module_, function_.span);
    // The functions of a notebook are found by no process, wherever they stand.
    if (module_.syntax.source().notebook() != nullptr) return std::nullopt;
    if (around == nullptr || around->damaged || function_.is_generator || has_twins(*around))
      return std::nullopt;
    hoist_.place = with_comments_above(module_, line_start(module_, around->span.begin));
    auto free = free_variables(program_, module_, function_, hoist_.place);
    if (!free) return std::nullopt;
    hoist_.captured = std::move(free->captured);
    own_name_ = std::move(free->own_name);
    const bool moved = function_.name.empty() ? move_lambda(*around) : move_definition(*around);
    if (!moved || hoist_.draft.collides()) return std::nullopt;
    return std::move(hoist_);
  }

 private:
  // Two functions of one name: what is moved out of them would get one name, too.
  bool has_twins(const Stmt& around) const {
    const std::string_view name = name_of_statement(around);
    return !name.empty() && module_.syntax.scope().names.at(name).size() != 1;
  }

  std::string_view bytes(std::uint32_t begin, std::uint32_t end) const {
    return module_.syntax.source().text({begin, end});
  }

  bool find_partial() {
    if (hoist_.captured.empty()) return true;
    const auto partial = functools_partial(module_, function_.scope->parent, hoist_.place, hoist_.draft);
    partial_ = partial.value_or("");
    return partial.has_value();
  }

  bool move_lambda(const Stmt& around) {
    const auto& parameters = function_.parameters;
    const std::uint32_t after_word = function_.span.begin + static_cast<std::uint32_t>(kLambda.size());
    const std::uint32_t last = parameters.empty() ? after_word : parameters.back().span.end;
    const std::size_t colon = bytes(last, function_.span.end).find(':');
    if (bytes(function_.span.begin, after_word) != kLambda || colon == std::string_view::npos) return false;
    const auto end = last + static_cast<std::uint32_t>(colon);
    if (bytes(after_word, end).find('#') != std::string_view::npos) return false;
    hoist_.name = fresh_name(module_, function_, around, parameter_);
    if (hoist_.name.empty() || !find_partial()) return false;
    const std::string own = with_plain_newlines(trimmed(bytes(after_word, end)));
    std::string body = with_plain_newlines(trimmed(bytes(end + 1, function_.span.end)));
    if (body.find('\n') != std::string::npos) body = "(\n" + indentation_unit(module_) + body + "\n)";
    hoist_.definition = fmt::format("def {}({}):\n{}return {}\n", hoist_.name,
                                    parameter_list(hoist_.captured, own), indentation_unit(module_), body);
    hoist_.draft.replace(module_, function_.span,
                         hoist_.captured.empty() ? hoist_.name : partial_call(partial_, hoist_));
    return true;
  }

  bool move_definition(const Stmt& around) {
    python::Block block;
    const Stmt* def = in_block(module_.syntax.body(), function_.span, block);
    const auto reads = reads_of(module_, *function_.scope->parent, function_.name);
    const auto bindings = function_.scope->parent->names.find(function_.name);
    if (def == nullptr || def->damaged || bindings == function_.scope->parent->names.end() ||
        bindings->second.size() != 1 || has_type_parameters())
      return false;
    const bool keeps_name = hoist_.captured.empty() && !is_star_imported(program_, module_) &&
                            count_of_name(module_, function_.name) == reads.size() + 1;
    hoist_.name =
        keeps_name ? std::string(function_.name) : fresh_name(module_, function_, around, parameter_);
    // Its own name inside of it would have to become a partial of it.
    if (hoist_.name.empty() || (!hoist_.captured.empty() && !own_name_.empty()) || !find_partial())
      return false;
    if (!define()) return false;
    if (!hoist_.captured.empty())
      return take_away(block, fmt::format("{} = {}", function_.name, partial_call(partial_, hoist_)));
    for (const python::Name* read : reads) {
      if (!keeps_name && !function_.span.contains(read->span))
        hoist_.draft.replace(module_, read->span, hoist_.name);
    }
    return take_away(block, block.size() == 1 ? "pass" : "");
  }

  bool has_type_parameters() const {
    const std::string_view rest = bytes(function_.name_span.end, function_.span.end);
    const std::size_t at = rest.find_first_not_of(" \t");
    return at == std::string_view::npos || rest[at] != '(';
  }

  // The text at module level: with another name, and parameters for what it takes from around it.
  bool define() {
    const std::uint32_t line = line_start(module_, function_.span.begin);
    const std::string indentation = indentation_at(module_, line);
    if (line + indentation.size() != function_.span.begin) return false;
    std::vector<TextChange> changes;
    if (hoist_.name != function_.name) {
      changes.push_back({function_.name_span, hoist_.name});
      for (const python::Name* read : own_name_) changes.push_back({read->span, hoist_.name});
    }
    if (!hoist_.captured.empty()) {
      const auto open =
          static_cast<std::uint32_t>(bytes(function_.name_span.end, function_.span.end).find('('));
      const std::uint32_t inside = function_.name_span.end + open + 1;
      const bool is_alone = function_.parameters.empty();
      changes.push_back({{inside, inside}, parameter_list(hoist_.captured, "") + (is_alone ? "" : ", ")});
    }
    first_line_ = with_comments_above(module_, line);
    auto text = moved_left(module_, {first_line_, function_.span.end}, indentation, std::move(changes));
    if (!text) return false;
    hoist_.definition = *text + "\n";
    return true;
  }

  // The definition in its old place, with the comments that went along and the empty lines behind it.
  bool take_away(const python::Block block, const std::string& instead) {
    const std::uint32_t end = next_line(module_, function_.span.end);
    const std::string_view rest = bytes(function_.span.end, end);
    // Something else on the last line: a comment, or `; more()`.
    if (rest.find_first_not_of(" \t\r\n") != std::string_view::npos) return false;
    if (!instead.empty()) {
      hoist_.draft.replace(module_, {first_line_, end},
                           indentation_at(module_, function_.span.begin) + instead + "\n");
      return true;
    }
    const bool is_last = block.back()->span == function_.span;
    std::uint32_t after = end;
    while (!is_last && after < module_.syntax.source().bytes().size()) {
      const std::uint32_t next = next_line(module_, after);
      if (bytes(after, next).find_first_not_of(" \t\r\n") != std::string_view::npos) break;
      after = next;
    }
    hoist_.draft.remove(module_, {first_line_, after});
    return true;
  }

  static std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\\";
    const std::size_t begin = text.find_first_not_of(kSpace);
    if (begin == std::string_view::npos) return "";
    return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
  }

  static constexpr std::string_view kLambda = "lambda";

  const Program& program_;
  const Module& module_;
  const Function& function_;
  const std::string_view parameter_;
  std::vector<const python::Name*> own_name_;
  std::string partial_;
  std::uint32_t first_line_ = 0;  // of the definition with its comments
  Hoist hoist_;
};

}  // namespace

std::optional<Hoist> to_module_level(const Program& program, const Module& module, const Function& function,
                                     std::string_view parameter) {
  return Mover(program, module, function, parameter).move();
}

}  // namespace forklint::rewrite
