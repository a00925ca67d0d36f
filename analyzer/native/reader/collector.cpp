#include "native/reader/collector.h"

#include <clang/AST/RecursiveASTVisitor.h>

#include <set>
#include <unordered_map>

#include "native/reader/bindings.h"
#include "native/reader/branches.h"
#include "native/reader/callee.h"
#include "native/reader/calls.h"
#include "native/reader/child_region.h"
#include "native/reader/places.h"
#include "native/reader/spawn_shape.h"
#include "native/reader/way_to_fork.h"

namespace forklint::native {
namespace {

// A body to look into, and whose it is.
struct Body {
  const clang::FunctionDecl* function = nullptr;
  const clang::VarDecl* variable = nullptr;  // initialised at load
};

class Finder : public clang::RecursiveASTVisitor<Finder> {
 public:
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldWalkTypesOfTypeLocs() const { return false; }

  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->doesThisDeclarationHaveABody() && !function->hasSkippedBody()) bodies.push_back({function});
    return true;
  }
  bool VisitLambdaExpr(clang::LambdaExpr* lambda) {
    if (lambda->getCallOperator() != nullptr) bodies.push_back({lambda->getCallOperator()});
    return true;
  }
  bool VisitVarDecl(clang::VarDecl* variable) {
    if (!variable->hasGlobalStorage() || !variable->hasInit()) return true;
    tables.push_back(variable);
    if (!variable->isStaticLocal()) bodies.push_back({nullptr, variable});
    return true;
  }

  std::vector<Body> bodies;
  std::vector<const clang::VarDecl*> tables;  // they may be
};

class Collector : public clang::ASTConsumer {
 public:
  Collector(std::string root, const Inclusions& inclusions, NativeUnit& unit)
      : root_(std::move(root)), inclusions_(inclusions), unit_(unit) {}

  void Initialize(clang::ASTContext& context) override {
    context_ = &context;
    places_ = std::make_unique<Places>(context, root_, unit_);
    bindings_ = std::make_unique<Bindings>(context, *places_, unit_);
  }
  bool shouldSkipFunctionBody(clang::Decl* declaration) override {
    return !places_->in_project(declaration->getLocation());
  }
  bool HandleTopLevelDecl(clang::DeclGroupRef group) override {
    for (clang::Decl* declaration : group) {
      if (places_->in_project(declaration->getLocation())) declarations_.push_back(declaration);
    }
    return true;
  }
  void HandleTranslationUnit(clang::ASTContext&) override {
    Finder finder;
    for (clang::Decl* declaration : declarations_) finder.TraverseDecl(declaration);
    for (const Body& body : finder.bodies) read(body);
    for (const clang::VarDecl* table : finder.tables) {
      if (places_->in_project(table->getLocation())) bindings_->read_table(*table);
    }
  }

 private:
  void read(const Body& body) {
    const clang::Decl& declaration =
        body.function != nullptr ? static_cast<const clang::Decl&>(*body.function) : *body.variable;
    if (!places_->in_project(declaration.getLocation())) return;
    const std::uint32_t index = function_index(body);
    if (body.variable != nullptr) {
      walk(body.variable->getInit(), index, body);
      return;
    }
    bindings_->read_function(*body.function);
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(body.function)) {
      for (const clang::CXXCtorInitializer* each : constructor->inits()) walk(each->getInit(), index, body);
    }
    walk(body.function->getBody(), index, body);
  }

  std::uint32_t function_index(const Body& body) {
    NativeFunction function;
    if (body.variable != nullptr) {
      function.key = places_->key_of(body.variable->getLocation(), "initialiser");
      function.name = name_of(*body.variable);
      function.at_load = true;
      function.place = places_->of(body.variable->getLocation());
    } else {
      function.key = places_->key_of(*body.function);
      function.name = name_of(*body.function);
      function.external = body.function->isExternallyVisible();
      function.at_load = body.function->hasAttr<clang::ConstructorAttr>();
      function.place = places_->of(body.function->getNameInfo().getSourceRange());
      function.for_python = body.function->getReturnType().getAsString() == "PyObject *";
    }
    const auto [found, is_new] =
        indices_.try_emplace(function.key, static_cast<std::uint32_t>(unit_.functions.size()));
    if (is_new) unit_.functions.push_back(std::move(function));
    return found->second;
  }

  // `if (!wanted) return;`. A way that returns something may have failed, which is no choice.
  static bool leaves_early(const clang::Stmt& statement, Span branch) {
    const auto* end = llvm::dyn_cast<clang::ReturnStmt>(&statement);
    return end != nullptr && end->getRetValue() == nullptr && branch.size() > 0;
  }

  // Without recursion: bodies may be nested as deep as a generator likes.
  void walk(const clang::Stmt* body, std::uint32_t index, const Body& owner) {
    struct Part {
      const clang::Stmt* statement;
      Span branch;
    };
    std::vector<Part> waiting{{body, {}}};
    Span rest;  // of the body, where not all ways come to it
    while (!waiting.empty()) {
      const auto [statement, branch] = waiting.back();
      waiting.pop_back();
      if (statement == nullptr) continue;
      branch_ = branch.size() == 0 ? rest : branch;
      if (leaves_early(*statement, branch)) {
        const Span all = written_span(body->getSourceRange(), *context_);
        rest = {written_span(statement->getSourceRange(), *context_).end, all.end};
      }
      look_at(*statement, index, owner);
      if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(statement)) {
        for (const clang::Expr* capture : lambda->capture_inits()) waiting.push_back({capture, branch});
        continue;
      }
      const std::size_t first = waiting.size();
      for (const clang::Stmt* child : statement->children()) {
        const bool is_branch = child != nullptr && runs_on_condition(*child, *statement);
        waiting.push_back({child, is_branch ? written_span(child->getSourceRange(), *context_) : branch});
      }
      std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
  }

  void look_at(const clang::Stmt& statement, std::uint32_t index, const Body& owner) {
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&statement)) {
      if (std::optional<ForkCall> fork = fork_call_of(*call, *context_))
        add_fork(*call, std::move(*fork), index, owner);
      add_function_arguments(*call, index);
      if (owner.function != nullptr) bindings_->read_call(*call, *owner.function);
    } else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&statement)) {
      add_function_arguments(*made, index);
    } else if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(&statement)) {
      add_call(index, {.place = places_->of(lambda->getBeginLoc()),
                       .callee = places_->key_of(*lambda->getCallOperator()),
                       .name = "lambda"});
    }
    if (std::optional<NativeCall> call = call_in(statement, *places_)) add_call(index, std::move(*call));
  }

  // What is handed over may be called.
  template <typename Call>
  void add_function_arguments(const Call& call, std::uint32_t index) {
    for (const clang::Expr* argument : call.arguments()) {
      const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(argument->IgnoreParenCasts());
      if (const auto* unary = llvm::dyn_cast<clang::UnaryOperator>(argument->IgnoreParenCasts());
          unary != nullptr && unary->getOpcode() == clang::UO_AddrOf)
        reference = llvm::dyn_cast<clang::DeclRefExpr>(unary->getSubExpr()->IgnoreParenCasts());
      if (reference == nullptr) continue;
      if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl())) {
        add_call(index, {.place = places_->of(argument->getSourceRange()),
                         .callee = places_->key_of(*function),
                         .name = name_of(*function)});
      }
    }
  }

  void add_call(std::uint32_t index, NativeCall call) {
    call.branch = branch_;
    std::string mark = std::to_string(index) + ' ' + std::to_string(call.place.file) + ' ' +
                       std::to_string(call.place.span.begin) + ' ' + call.name;
    if (seen_.insert(std::move(mark)).second) unit_.functions[index].calls.push_back(std::move(call));
  }

  // The child of the C library's clone runs a function and ends with it; it never comes back from the call.
  ChildRegion child_of_clone(const clang::CallExpr& call) {
    ChildRegion child;
    const clang::Expr* run = call.getNumArgs() == 0 ? nullptr : call.getArg(0)->IgnoreParenCasts();
    if (const auto* unary = llvm::dyn_cast_or_null<clang::UnaryOperator>(run)) run = unary->getSubExpr();
    const auto* reference = llvm::dyn_cast_or_null<clang::DeclRefExpr>(run);
    const auto* function =
        reference == nullptr ? nullptr : llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl());
    // What another unit defines is not looked for.
    if (function == nullptr || !function->hasBody()) return child;
    child.known = child.ends = true;
    child.calls.push_back({.place = places_->of(run->getSourceRange()),
                           .callee = places_->key_of(*function),
                           .name = name_of(*function)});
    return child;
  }

  void add_fork(const clang::CallExpr& call, ForkCall found, std::uint32_t index, const Body& owner) {
    NativeFork fork;
    fork.kind = found.kind;
    fork.name = std::move(found.name);
    fork.certain = found.certain;
    fork.function = index;
    fork.place = places_->of(call.getSourceRange());
    fork.in_macro = call.getBeginLoc().isMacroID();
    // The pattern of a template and its instantiations are one place; the instantiations know more.
    const auto known = forks_.find(fork.place);
    if (known != forks_.end() && unit_.forks[known->second].child.known) return;
    if (owner.function != nullptr && !owner.function->isDependentContext()) {
      Regions regions = regions_after(*owner.function, call, *context_, *places_);
      // What is behind daemon runs in the child alone: it is no region of its own.
      if (fork.kind != ForkKind::daemon) fork.child = std::move(regions.child);
      if (fork.name.ends_with("clone")) fork.child = child_of_clone(call);
      fork.before = std::move(regions.before);
      const BareFork bare = bare_fork_in(*owner.function, call);
      fork.statement = statement_of(bare, *context_, *places_);
      if (fork.kind == ForkKind::fork || fork.kind == ForkKind::vfork)
        fork.spawn = edits_to_spawn(bare, *context_, inclusions_, *places_);
      fork.parent_hook = regions.parent_hook;
      fork.parent_returns = regions.parent_returns;
    }
    if (known != forks_.end()) {
      unit_.forks[known->second] = std::move(fork);
    } else {
      forks_.emplace(fork.place, unit_.forks.size());
      unit_.forks.push_back(std::move(fork));
    }
  }

  std::string root_;
  const Inclusions& inclusions_;
  NativeUnit& unit_;
  clang::ASTContext* context_ = nullptr;
  std::unique_ptr<Places> places_;
  std::unique_ptr<Bindings> bindings_;
  std::vector<clang::Decl*> declarations_;
  std::unordered_map<std::string, std::uint32_t> indices_;
  std::set<std::string> seen_;
  Span branch_;  // that holds the statement that is looked at
  std::map<NativePlace, std::size_t> forks_;
};

}  // namespace

std::unique_ptr<clang::ASTConsumer> make_collector(std::string root, const Inclusions& inclusions,
                                                   NativeUnit& unit) {
  return std::make_unique<Collector>(std::move(root), inclusions, unit);
}

}  // namespace forklint::native
