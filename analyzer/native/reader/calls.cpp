#include "native/reader/calls.h"

#include <clang/AST/DeclTemplate.h>
#include <clang/AST/ExprCXX.h>
#include <clang/AST/StmtOpenMP.h>

#include "native/reader/callee.h"

namespace forklint::native {
namespace {

bool is_std_thread(clang::QualType type) {
  const clang::CXXRecordDecl* record = type.getNonReferenceType()->getAsCXXRecordDecl();
  return record != nullptr && record->isInStdNamespace() && record->getDeclName().isIdentifier() &&
         (record->getName() == "thread" || record->getName() == "jthread");
}

// `threads.emplace_back(run)`, `std::make_unique<std::thread>(run)`: the library constructs the thread.
bool makes_thread(const clang::CallExpr& call, const clang::FunctionDecl& callee) {
  if (!callee.isInStdNamespace() && !callee.getParent()->isStdNamespace() &&
      !llvm::isa<clang::CXXMethodDecl>(callee))
    return false;
  if (!callee.getDeclName().isIdentifier() || call.getNumArgs() == 0) return false;
  if (is_std_thread(call.getArg(0)->getType())) return false;
  const llvm::StringRef name = callee.getName();
  const clang::TemplateArgumentList* arguments = nullptr;
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&callee)) {
    const auto* container = llvm::dyn_cast<clang::ClassTemplateSpecializationDecl>(method->getParent());
    if (container == nullptr || !container->isInStdNamespace()) return false;
    if (name != "emplace_back" && name != "emplace_front" && name != "emplace") return false;
    arguments = &container->getTemplateArgs();
  } else if (name == "make_unique" || name == "make_shared" || name == "make_optional") {
    arguments = callee.getTemplateSpecializationArgs();
  }
  return arguments != nullptr && arguments->size() > 0 &&
         arguments->get(0).getKind() == clang::TemplateArgument::Type &&
         is_std_thread(arguments->get(0).getAsType());
}

}  // namespace

std::optional<NativeCall> call_in(const clang::Stmt& statement, Places& places) {
  const auto call = [&](std::string key, std::string name) {
    return NativeCall{
        .place = places.of(statement.getSourceRange()), .callee = std::move(key), .name = std::move(name)};
  };
  if (const auto* expr = llvm::dyn_cast<clang::CallExpr>(&statement)) {
    const clang::FunctionDecl* callee = callee_of(*expr);
    if (callee == nullptr) return call("", "");
    if (makes_thread(*expr, *callee)) return call("", "std::thread::thread");
    if (callee->getBuiltinID() != 0 && !callee->isExternC()) return std::nullopt;
    NativeCall made = call(places.key_of(*callee), name_of(*callee));
    const auto* reference = llvm::dyn_cast<clang::DeclRefExpr>(expr->getCallee()->IgnoreImpCasts());
    if (reference != nullptr && !reference->hasQualifier() && !expr->getBeginLoc().isMacroID() &&
        !expr->getEndLoc().isMacroID() && callee->getDeclName().isIdentifier())
      made.name_size = static_cast<std::uint32_t>(callee->getName().size());
    return made;
  }
  if (const auto* made = llvm::dyn_cast<clang::CXXConstructExpr>(&statement)) {
    const clang::CXXConstructorDecl* constructor = made->getConstructor();
    if (constructor->isTrivial() || constructor->isImplicit()) return std::nullopt;
    // An object of std::thread that is empty, or was one before, starts nothing.
    const bool is_thread = constructor->getParent()->isInStdNamespace() &&
                           constructor->getParent()->getName().ends_with("thread");
    if (is_thread && (constructor->isDefaultConstructor() || constructor->isCopyOrMoveConstructor()))
      return std::nullopt;
    return call(places.key_of(*constructor), name_of(*constructor));
  }
  if (llvm::isa<clang::CXXNewExpr>(&statement)) return call("", "operator new");
  if (llvm::isa<clang::CXXDeleteExpr>(&statement)) return call("", "operator delete");
  if (llvm::isa<clang::CXXThrowExpr>(&statement)) return call("", "throw");
  const auto* directive = llvm::dyn_cast<clang::OMPExecutableDirective>(&statement);
  if (directive != nullptr && clang::isOpenMPParallelDirective(directive->getDirectiveKind()))
    return call("", "#pragma omp parallel");
  return std::nullopt;
}

}  // namespace forklint::native
