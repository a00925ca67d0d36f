#include "native/reader/places.h"

#include <clang/AST/DeclCXX.h>
#include <clang/Index/USRGeneration.h>
#include <clang/Lex/Lexer.h>

#include <algorithm>

namespace forklint::native {

const clang::FunctionDecl& pattern_of(const clang::FunctionDecl& function) {
  const clang::FunctionDecl* pattern = function.getTemplateInstantiationPattern();
  return pattern == nullptr ? function : *pattern;
}

std::string name_of(const clang::NamedDecl& declaration) {
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&declaration);
      method != nullptr && method->getParent()->isLambda())
    return "lambda";
  std::string name = declaration.getNameAsString();
  // Constructors of templates spell their arguments.
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&declaration))
    name = constructor->getParent()->getNameAsString();
  for (const clang::DeclContext* around = declaration.getDeclContext(); around != nullptr;
       around = around->getParent()) {
    const auto* named = llvm::dyn_cast<clang::NamedDecl>(around);
    if (named == nullptr || around->isInlineNamespace() || around->isFunctionOrMethod()) continue;
    const std::string part = named->getNameAsString();
    if (!part.empty()) name.insert(0, part + "::");
  }
  return name;
}

NativePlace Places::of(clang::SourceRange range) {
  const clang::SourceLocation begin = sources_.getFileLoc(range.getBegin());
  clang::SourceLocation last = sources_.getFileLoc(range.getEnd());
  if (range.getEnd().isMacroID() && begin == sources_.getExpansionLoc(range.getBegin()) &&
      range.getBegin().isMacroID())
    last = sources_.getExpansionRange(range.getEnd()).getEnd();
  const auto [file, from] = sources_.getDecomposedLoc(begin);
  const clang::SourceLocation after = clang::Lexer::getLocForEndOfToken(last, 0, sources_, options_);
  const auto [end_file, to] = sources_.getDecomposedLoc(after.isValid() ? after : last);
  const llvm::StringRef text = sources_.getBufferData(file);
  const auto line_end = static_cast<unsigned>(std::min(text.find_first_of("\r\n", from), text.size()));
  const unsigned end = end_file == file && to > from ? std::min(to, line_end) : line_end;
  return {index_of(file), {from, end}};
}

std::string Places::path_of(clang::FileID file) const {
  const clang::OptionalFileEntryRef entry = sources_.getFileEntryRefForID(file);
  if (!entry) return "";
  const llvm::StringRef real = entry->getFileEntry().tryGetRealPathName();
  return (real.empty() ? entry->getName() : real).str();
}

bool Places::in_project(clang::SourceLocation location) {
  if (location.isInvalid()) return false;
  const clang::FileID file = sources_.getFileID(sources_.getExpansionLoc(location));
  if (file == sources_.getMainFileID()) return true;
  const auto found = in_project_.find(file);
  if (found != in_project_.end()) return found->second;
  const std::string path = path_of(file);
  const bool inside = path.size() > root_.size() && path.starts_with(root_) && path[root_.size()] == '/';
  return in_project_[file] = inside;
}

std::uint32_t Places::index_of(clang::FileID file) {
  const auto found = indices_.find(file);
  if (found != indices_.end()) return found->second;
  std::string path = path_of(file);
  const auto same = std::find(unit_.files.begin(), unit_.files.end(), path);
  const auto index = static_cast<std::uint32_t>(same - unit_.files.begin());
  if (same == unit_.files.end()) unit_.files.push_back(std::move(path));
  return indices_[file] = index;
}

std::string Places::key_of(clang::SourceLocation location, std::string_view what) {
  const NativePlace place = of(location);
  return std::string(what) + "@" + unit_.files[place.file] + ":" + std::to_string(place.span.begin);
}

std::string Places::key_of(const clang::FunctionDecl& function) {
  const clang::FunctionDecl& written = pattern_of(function);
  if (const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&written)) {
    if (method->getParent()->isLambda()) return key_of(method->getParent()->getBeginLoc(), "lambda");
  }
  llvm::SmallString<128> key;
  if (clang::index::generateUSRForDecl(&written, key)) return "";
  // Functions of one file may be called the same in another.
  if (!written.isExternallyVisible()) return key.str().str() + "@" + unit_.path;
  return key.str().str();
}

}  // namespace forklint::native
