#include "native/reader/read_unit.h"

#include <clang/Basic/DiagnosticIDs.h>
#include <clang/Basic/DiagnosticLex.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>
#include <clang/Tooling/Tooling.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/VirtualFileSystem.h>

#include <algorithm>

#include "native/reader/collector.h"
#include "native/reader/embedded_headers.h"
#include "native/reader/inclusions.h"

namespace forklint::native {
namespace {

constexpr llvm::StringLiteral kEmbedded = "/__forklint/";

void add_once(std::vector<std::string>& texts, std::string text) {
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

class Includes : public clang::PPCallbacks {
 public:
  explicit Includes(NativeUnit& unit) : unit_(unit) {}

  void InclusionDirective(clang::SourceLocation, const clang::Token&, llvm::StringRef name, bool,
                          clang::CharSourceRange, clang::OptionalFileEntryRef file, llvm::StringRef,
                          llvm::StringRef, const clang::Module*, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    if (!file) {
      add_once(unit_.missing_headers, name.str());
    } else if (file->getName().starts_with((kEmbedded + "stubs/").str())) {
      add_once(unit_.stubs, name.str());
    }
  }

 private:
  NativeUnit& unit_;
};

// Keeps the first error, and counts those that are not about a missing header.
class Errors : public clang::DiagnosticConsumer {
 public:
  explicit Errors(NativeUnit& unit) : unit_(unit) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level level, const clang::Diagnostic& info) override {
    if (level < clang::DiagnosticsEngine::Error || info.getID() == clang::diag::err_pp_file_not_found) return;
    ++unit_.errors;
    if (!unit_.first_error.empty()) return;
    llvm::SmallString<128> text;
    info.FormatDiagnostic(text);
    unit_.first_error = text.str().str();
  }

 private:
  NativeUnit& unit_;
};

class ReadAction : public clang::ASTFrontendAction {
 public:
  ReadAction(const UnitRequest& request, NativeUnit& unit) : request_(request), unit_(unit) {}

 protected:
  bool PrepareToExecuteAction(clang::CompilerInstance& compiler) override {
    compiler.getFrontendOpts().SkipFunctionBodies = true;
    // A header that is missing is no reason to give up on the rest.
    compiler.getDiagnostics().setFatalsAsError(true);
    return true;
  }
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler,
                                                        llvm::StringRef) override {
    compiler.getPreprocessor().addPPCallbacks(std::make_unique<Includes>(unit_));
    watch_inclusions(compiler.getPreprocessor(), inclusions_);
    return make_collector(request_.root, inclusions_, unit_);
  }

 private:
  const UnitRequest& request_;
  NativeUnit& unit_;
  Inclusions inclusions_;
};

llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> file_system(const ReplacedTexts& texts) {
  auto memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const EmbeddedHeader& header : embedded_headers()) {
    const llvm::StringRef text(header.begin, static_cast<std::size_t>(header.end - header.begin));
    memory->addFileNoOwn((kEmbedded + llvm::StringRef(header.path)).str(), 0,
                         llvm::MemoryBufferRef(text, header.path));
  }
  for (const auto& [path, text] : texts) memory->addFileNoOwn(path, 0, llvm::MemoryBufferRef(text, path));
  auto overlay = llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::getRealFileSystem());
  overlay->pushOverlay(memory);
  return overlay;
}

std::vector<std::string> command_of(const UnitRequest& request) {
  std::vector<std::string> command{"clang", "-fsyntax-only"};
  command.insert(command.end(), request.flags.begin(), request.flags.end());
  const std::string headers = (kEmbedded + "include").str();
  for (const std::string& flag :
       {std::string("-nobuiltininc"), std::string("-Xclang"), std::string("-internal-isystem"),
        std::string("-Xclang"), headers, std::string("-idirafter"), (kEmbedded + "stubs").str(),
        std::string("-w"), std::string("-fno-spell-checking"), std::string("-ferror-limit=0"),
        std::string("--"), request.path}) {
    command.push_back(flag);
  }
  return command;
}

}  // namespace

NativeUnit read_unit(const ReaderInput& input) {
  const UnitRequest& request = input.request;
  NativeUnit unit;
  unit.path = request.path;
  Errors errors(unit);
  auto files =
      llvm::makeIntrusiveRefCnt<clang::FileManager>(clang::FileSystemOptions(), file_system(input.texts));
  clang::tooling::ToolInvocation invocation(command_of(request), std::make_unique<ReadAction>(request, unit),
                                            files.get());
  invocation.setDiagnosticConsumer(&errors);
  invocation.run();
  return unit;
}

}  // namespace forklint::native
