#include "native/reader/inclusions.h"

#include <clang/Basic/SourceManager.h>
#include <clang/Lex/PPCallbacks.h>

#include <algorithm>
#include <memory>

namespace forklint::native {
namespace {

class Watch : public clang::PPCallbacks {
 public:
  Watch(const clang::SourceManager& sources, Inclusions& inclusions)
      : sources_(sources), inclusions_(inclusions) {}

  void InclusionDirective(clang::SourceLocation hash, const clang::Token&, llvm::StringRef name,
                          bool is_angled, clang::CharSourceRange, clang::OptionalFileEntryRef,
                          llvm::StringRef, llvm::StringRef, const clang::Module*, bool,
                          clang::SrcMgr::CharacteristicKind) override {
    inclusions_.names.insert(name.str());
    if (!is_angled || conditions_ > 0 || !is_own(hash)) return;
    const auto [file, offset] = sources_.getDecomposedLoc(hash);
    const llvm::StringRef text = sources_.getBufferData(file);
    const std::size_t end = text.find('\n', offset);
    if (end != llvm::StringRef::npos) inclusions_.line_ends.push_back(static_cast<std::uint32_t>(end + 1));
  }
  void If(clang::SourceLocation place, clang::SourceRange, ConditionValueKind) override { open(place); }
  void Ifdef(clang::SourceLocation place, const clang::Token&, const clang::MacroDefinition&) override {
    open(place);
  }
  void Ifndef(clang::SourceLocation place, const clang::Token&, const clang::MacroDefinition&) override {
    open(place);
  }
  void Endif(clang::SourceLocation place, clang::SourceLocation) override { conditions_ -= is_own(place); }

 private:
  bool is_own(clang::SourceLocation place) const { return sources_.isWrittenInMainFile(place); }
  void open(clang::SourceLocation place) { conditions_ += is_own(place); }

  const clang::SourceManager& sources_;
  Inclusions& inclusions_;
  int conditions_ = 0;  // that are open in the unit's own file
};

}  // namespace

void watch_inclusions(clang::Preprocessor& preprocessor, Inclusions& inclusions) {
  preprocessor.addPPCallbacks(std::make_unique<Watch>(preprocessor.getSourceManager(), inclusions));
}

}  // namespace forklint::native
