#include "native/reader/collector.h"

#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/AST/StmtOpenMP.h>

#include <set>
#include <unordered_map>

#include "native/reader/bindings.h"
#include "native/reader/callee.h"
#include "native/reader/child_region.h"
#include "native/reader/places.h"

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
    if (variable->hasGlobalStorage() && variable->hasInit() && !variable->isStaticLocal())
      bodies.push_back({nullptr, variable});
    return true;
  }

  std::vector<Body> bodies;
};

class Collector : public clang::ASTConsumer {
 public:
  Collector(std::string root, NativeUnit& unit) : root_(std::move(root)), unit_(unit) {}

  void Initialize(clang::ASTContext& context) override {
    context_ = &context;
    places_ = std::make_unique<Places>(context, root_, unit_);
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
    for (const Body& body : finder.bodies) {
      if (body.variable != nullptr) read_table(*body.variable, *places_, unit_);
    }
    name_modules(unit_);
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
    if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(body.function)) {
      for (const clang::CXXCtorInitializer* each : constructor->inits()) walk(each->getInit(), index, body);
    }
    walk(body.function->getBody(), index, body);
  }

  std::uint32_t function_index(const Body& body) {
    NativeFunction function;
    if (body.variable != nullptr) {
      function.key = places_->key_of(body.variable->getLocation(), "initialiser");
      function.name = body.variable->getQualifiedNameAsString();
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

  static std::string name_of(const clang::FunctionDecl& function) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
    return method != nullptr && method->getParent()->isLambda() ? "lambda"
                                                                : function.getQualifiedNameAsString();
  }

  // Without recursion: bodies may be nested as deep as a generator likes.
  void walk(const clang::Stmt* body, std::uint32_t index, const Body& owner) {
    std::vector<const clang::Stmt*> waiting{body};
    while (!waiting.empty()) {
      const clang::Stmt* statement = waiting.back();
      waiting.pop_back();
      if (statement == nullptr) continue;
      look_at(*statement, index, owner);
      if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(statement)) {
        for (const clang::Expr* capture : lambda->capture_inits()) waiting.push_back(capture);
        continue;
      }
      const std::size_t first = waiting.size();
      for (const clang::Stmt* child : statement->children()) waiting.push_back(child);
      std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(first), waiting.end());
    }
  }

  void look_at(const clang::Stmt& statement, std::uint32_t index, const Body& owner) {
    if (const auto* call = llvm::dyn_cast<clang::CallExpr>(&statement)) {
      if (std::optional<ForkCall> fork = fork_call_of(*call, *context_))
        add_fork(*call, std::move(*fork), index, owner);
      add_function_arguments(*call, index);
      if (owner.function != nullptr) read_definition(*call, *owner.function, *places_, unit_);
    } else if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&statement)) {
      add_function_arguments(*made, index);
    } else if (const auto* lambda = llvm::dyn_cast<clang::LambdaExpr>(&statement)) {
      add_call(index,
               {places_->of(lambda->getBeginLoc()), places_->key_of(*lambda->getCallOperator()), "lambda"});
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
      if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(reference->getDecl()))
        add_call(index,
                 {places_->of(argument->getSourceRange()), places_->key_of(*function), name_of(*function)});
    }
  }

  void add_call(std::uint32_t index, NativeCall call) {
    std::string mark = std::to_string(index) + ' ' + std::to_string(call.place.file) + ' ' +
                       std::to_string(call.place.span.begin) + ' ' + call.name;
    if (seen_.insert(std::move(mark)).second) unit_.functions[index].calls.push_back(std::move(call));
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
    for (const NativeCall& before : unit_.functions[index].calls)
      fork.before_hook |= before.name == "PyOS_BeforeFork";
    if (owner.function != nullptr && fork.kind != ForkKind::daemon && !owner.function->isDependentContext()) {
      Regions regions = regions_after(*owner.function, call, *context_, *places_);
      fork.child = std::move(regions.child);
      fork.parent_hook = regions.parent_hook;
    }
    if (known != forks_.end()) {
      unit_.forks[known->second] = std::move(fork);
    } else {
      forks_.emplace(fork.place, unit_.forks.size());
      unit_.forks.push_back(std::move(fork));
    }
  }

  std::string root_;
  NativeUnit& unit_;
  clang::ASTContext* context_ = nullptr;
  std::unique_ptr<Places> places_;
  std::vector<clang::Decl*> declarations_;
  std::unordered_map<std::string, std::uint32_t> indices_;
  std::set<std::string> seen_;
  std::map<NativePlace, std::size_t> forks_;
};

}  // namespace

std::unique_ptr<clang::ASTConsumer> make_collector(std::string root, NativeUnit& unit) {
  return std::make_unique<Collector>(std::move(root), unit);
}

}  // namespace forklint::native
