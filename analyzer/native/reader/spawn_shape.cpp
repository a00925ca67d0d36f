#include "native/reader/spawn_shape.h"

#include <clang/AST/ExprCXX.h>
#include <clang/Lex/Lexer.h>

#include <algorithm>
#include <optional>

#include "native/reader/callee.h"

namespace forklint::native {
namespace {

using clang::SourceLocation;
using clang::SourceRange;

const clang::Expr* stripped(const clang::Expr* expr) { return expr->IgnoreParenCasts()->IgnoreImplicit(); }

// Which number a variable is compared with, and how: `pid == 0`, `!pid`, `-1 == pid`.
struct Comparison {
  clang::BinaryOperatorKind how = clang::BO_EQ;
  std::int64_t number = 0;
};

class Shape {
 public:
  Shape(const BareFork& bare, const clang::ASTContext& context, const Inclusions& inclusions, Places& places)
      : bare_(bare),
        context_(context),
        sources_(context.getSourceManager()),
        inclusions_(inclusions),
        places_(places) {}

  std::vector<NativeEdit> edits() {
    const clang::IfStmt* branch = child_branch();
    if (branch == nullptr || !can_hold_pid() || !is_written(bare_.statement->getSourceRange())) return {};
    const std::optional<std::string> call = call_of_spawn(*branch->getThen());
    const std::optional<std::uint32_t> header = place_of_header();
    if (!call || !header) return {};
    std::vector<NativeEdit> edits;
    if (const std::string lines = missing_lines(); !lines.empty())
      edits.push_back(edit({*header, *header}, lines));
    edits.push_back(edit(span_of(bare_.statement->getSourceRange(), context_), statement_with(*call)));
    if (!remove(*branch, edits)) return {};
    return edits;
  }

 private:
  // An `if` behind the fork that only the child takes. Nothing but questions for a failure stands between.
  const clang::IfStmt* child_branch() {
    const auto* const* at = std::find(bare_.block->body_begin(), bare_.block->body_end(), bare_.statement);
    if (at == bare_.block->body_end()) return nullptr;
    for (++at; at != bare_.block->body_end(); ++at) {
      const auto* question = llvm::dyn_cast<clang::IfStmt>(*at);
      while (question != nullptr) {
        if (question->hasInitStorage() || question->hasVarStorage()) return nullptr;
        const std::optional<Comparison> asked = comparison(question->getCond());
        if (asked && asked->how == clang::BO_EQ && asked->number == 0) return question;
        if (!asked || !is_for_failure(*asked)) return nullptr;
        around_ = question;
        question = llvm::dyn_cast_or_null<clang::IfStmt>(question->getElse());
        if (question == nullptr && around_->getElse() != nullptr) return nullptr;
      }
      around_ = nullptr;
      if (!llvm::isa<clang::IfStmt>(*at)) return nullptr;
    }
    return nullptr;
  }
  static bool is_for_failure(const Comparison& asked) {
    return (asked.how == clang::BO_LT && asked.number == 0) ||
           (asked.how == clang::BO_EQ && asked.number == -1);
  }

  std::optional<Comparison> comparison(const clang::Expr* condition) const {
    condition = stripped(condition);
    if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(condition);
        unary != nullptr && unary->getOpcode() == clang::UO_LNot && is_variable(unary->getSubExpr()))
      return Comparison{};
    const auto* binary = llvm::dyn_cast<clang::BinaryOperator>(condition);
    if (binary == nullptr) return std::nullopt;
    const bool is_first = is_variable(binary->getLHS());
    if (!is_first && (!is_variable(binary->getRHS()) || binary->getOpcode() != clang::BO_EQ))
      return std::nullopt;
    const clang::Expr* other = is_first ? binary->getRHS() : binary->getLHS();
    clang::Expr::EvalResult result;
    if (other->isValueDependent() || !other->EvaluateAsInt(result, context_)) return std::nullopt;
    return Comparison{binary->getOpcode(), result.Val.getInt().getExtValue()};
  }
  bool is_variable(const clang::Expr* expr) const {
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(stripped(expr));
    return reference != nullptr && reference->getDecl() == bare_.variable;
  }

  // A plain `pid_t`: posix_spawn writes to it.
  bool can_hold_pid() const {
    const clang::QualType type = bare_.variable->getType();
    const auto* variable = llvm::dyn_cast<clang::VarDecl>(bare_.variable);
    return variable != nullptr && type.getCanonicalType() == context_.IntTy &&
           type->getContainedAutoType() == nullptr &&
           !(llvm::isa<clang::DeclStmt>(bare_.statement) && variable->isStaticLocal());
  }

  // Of `{ exec(...); _exit(127); }`. Its arguments are computed in the parent then, so they do nothing else.
  std::optional<std::string> call_of_spawn(const clang::Stmt& child) const {
    const auto* block = llvm::dyn_cast<clang::CompoundStmt>(&child);
    if (block == nullptr || block->size() != 2 || !is_end(*block->body_back())) return std::nullopt;
    const auto* first = llvm::dyn_cast<clang::Expr>(block->body_front());
    const auto* call = first == nullptr ? nullptr : llvm::dyn_cast<clang::CallExpr>(stripped(first));
    const clang::FunctionDecl* callee = call == nullptr ? nullptr : callee_of(*call);
    if (callee == nullptr || !is_exec(*callee)) return std::nullopt;
    const llvm::StringRef name = callee->getName();
    const bool has_environment = name == "execve" || name == "execvpe";
    const bool searches = name == "execvp" || name == "execvpe";
    if (!has_environment && !searches && name != "execv") return std::nullopt;
    if (call->getNumArgs() != (has_environment ? 3U : 2U)) return std::nullopt;
    std::vector<std::string> words;
    for (const clang::Expr* argument : call->arguments()) {
      if (argument->HasSideEffects(context_)) return std::nullopt;
      words.push_back(text_of(argument->getSourceRange()));
      if (words.back().empty()) return std::nullopt;
    }
    if (!has_environment) words.emplace_back("environ");
    const std::string nothing = context_.getLangOpts().CPlusPlus ? ", nullptr" : ", NULL";
    return std::string(searches ? "posix_spawnp(&" : "posix_spawn(&") + bare_.variable->getNameAsString() +
           ", " + words[0] + nothing + nothing + ", " + words[1] + ", " + words[2] + ")";
  }
  bool is_end(const clang::Stmt& statement) const {
    const auto* expr = llvm::dyn_cast<clang::Expr>(&statement);
    const auto* call = expr == nullptr ? nullptr : llvm::dyn_cast<clang::CallExpr>(stripped(expr));
    const clang::FunctionDecl* callee = call == nullptr ? nullptr : callee_of(*call);
    if (callee == nullptr || !is_library_function(*callee)) return false;
    const std::string name = callee->getNameAsString();
    return name == "_exit" || name == "_Exit" || name == "exit" || name == "abort";
  }

  std::string statement_with(const std::string& call) const {
    const std::string variable = bare_.variable->getNameAsString();
    std::string use = "if ((errno = " + call + ") != 0) " + variable + " = -1;";
    if (!llvm::isa<clang::DeclStmt>(bare_.statement)) return use;
    const std::string declared = text_of({bare_.statement->getBeginLoc(), bare_.variable->getLocation()});
    return declared + ";\n" + indentation(bare_.statement->getBeginLoc()) + use;
  }

  // `if (pid == 0) { ... } else X` becomes X; an `else if` of a chain loses its link.
  bool remove(const clang::IfStmt& branch, std::vector<NativeEdit>& edits) const {
    const SourceRange all(branch.getBeginLoc(), branch.getThen()->getEndLoc());
    if (!is_written(all)) return false;
    Span span = span_of(all, context_);
    if (const clang::Stmt* other = branch.getElse(); other != nullptr) {
      if (other->getBeginLoc().isMacroID()) return false;
      span.end = offset_of(other->getBeginLoc());
    } else if (around_ != nullptr) {
      if (around_->getElseLoc().isMacroID()) return false;
      span.begin = offset_of(around_->getElseLoc());
      while (span.begin > 0 && (text()[span.begin - 1] == ' ' || text()[span.begin - 1] == '\n'))
        --span.begin;
    } else {
      span = whole_lines(span);
    }
    // A directive in there is another program's.
    const llvm::StringRef removed = text().slice(span.begin, span.end);
    if (removed.contains('#')) return false;
    edits.push_back(edit(span, ""));
    return true;
  }
  Span whole_lines(Span span) const {
    Span lines = span;
    while (lines.begin > 0 && (text()[lines.begin - 1] == ' ' || text()[lines.begin - 1] == '\t'))
      --lines.begin;
    const bool starts = lines.begin == 0 || text()[lines.begin - 1] == '\n';
    return starts && lines.end < text().size() && text()[lines.end] == '\n' ? Span{lines.begin, lines.end + 1}
                                                                            : span;
  }

  // Behind the first block of includes; nothing where there is none.
  std::optional<std::uint32_t> place_of_header() const {
    std::optional<std::uint32_t> last;
    const std::uint32_t first_code = offset_of_first_declaration();
    for (const std::uint32_t end : inclusions_.line_ends) {
      if (end <= first_code) last = end;
    }
    return last;
  }
  std::uint32_t offset_of_first_declaration() const {
    for (const clang::Decl* each : context_.getTranslationUnitDecl()->decls()) {
      const SourceLocation place = sources_.getExpansionLoc(each->getBeginLoc());
      if (place.isValid() && sources_.isWrittenInMainFile(place)) return offset_of(place);
    }
    return 0;
  }
  std::string missing_lines() const {
    const auto& names = inclusions_.names;
    std::string lines;
    if (!names.contains("errno.h") && !names.contains("cerrno")) lines += "#include <errno.h>\n";
    if (!names.contains("spawn.h")) lines += "#include <spawn.h>\n";
    const auto known = context_.getTranslationUnitDecl()->lookup(&context_.Idents.get("environ"));
    if (known.empty()) lines += "extern char **environ;\n";
    return lines;
  }

  bool is_written(SourceRange range) const {
    return !range.getBegin().isMacroID() && !range.getEnd().isMacroID() &&
           sources_.isWrittenInMainFile(range.getBegin()) && sources_.isWrittenInMainFile(range.getEnd());
  }
  llvm::StringRef text() const { return sources_.getBufferData(sources_.getMainFileID()); }
  std::uint32_t offset_of(SourceLocation place) const { return sources_.getFileOffset(place); }
  std::string text_of(SourceRange range) const {
    if (!is_written(range)) return "";
    const SourceLocation end =
        clang::Lexer::getLocForEndOfToken(range.getEnd(), 0, sources_, context_.getLangOpts());
    return text().slice(offset_of(range.getBegin()), offset_of(end)).str();
  }
  std::string indentation(SourceLocation place) const {
    const llvm::StringRef before = text().take_front(offset_of(place));
    const llvm::StringRef line = before.drop_front(before.rfind('\n') + 1);
    return line.take_while([](char each) { return each == ' ' || each == '\t'; }).str();
  }
  NativeEdit edit(Span span, std::string replacement) const {
    const NativePlace place = places_.of(bare_.statement->getSourceRange());
    return {place.file, span, std::move(replacement)};
  }

  const BareFork& bare_;
  const clang::ASTContext& context_;
  const clang::SourceManager& sources_;
  const Inclusions& inclusions_;
  Places& places_;
  const clang::IfStmt* around_ = nullptr;  // of which the child's branch is the else
};

}  // namespace

std::vector<NativeEdit> edits_to_spawn(const BareFork& bare, const clang::ASTContext& context,
                                       const Inclusions& inclusions, Places& places) {
  if (bare.statement == nullptr) return {};
  return Shape(bare, context, inclusions, places).edits();
}

}  // namespace forklint::native
