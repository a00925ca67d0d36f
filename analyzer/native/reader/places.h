// Where things stand in the user's files, and which files are the user's.
#pragma once

#include <clang/AST/ASTContext.h>
#include <clang/AST/Decl.h>
#include <clang/Basic/SourceManager.h>

#include <map>
#include <string>

#include "native/unit.h"

namespace forklint::native {

class Places {
 public:
  Places(const clang::ASTContext& context, std::string root, NativeUnit& unit)
      : sources_(context.getSourceManager()),
        options_(context.getLangOpts()),
        root_(std::move(root)),
        unit_(unit) {}

  // Where the user reads it: the use of a macro, not its definition. Within one line.
  NativePlace of(clang::SourceRange range);
  // Whether the location lies in a file of the project.
  bool in_project(clang::SourceLocation location);
  // The same for a function in every unit that has its header.
  std::string key_of(const clang::FunctionDecl& function);
  std::string key_of(clang::SourceLocation location, std::string_view what);

 private:
  std::uint32_t index_of(clang::FileID file);
  std::string path_of(clang::FileID file) const;

  const clang::SourceManager& sources_;
  const clang::LangOptions& options_;
  std::string root_;
  NativeUnit& unit_;
  std::map<clang::FileID, bool> in_project_;
  std::map<clang::FileID, std::uint32_t> indices_;
};

// As the user thinks of it: with namespaces and classes, without what templates are given,
// "std::thread::thread"; "lambda" for the body of one.
std::string name_of(const clang::NamedDecl& declaration);

// A function of a template: what it was written as.
const clang::FunctionDecl& pattern_of(const clang::FunctionDecl& function);

}  // namespace forklint::native
