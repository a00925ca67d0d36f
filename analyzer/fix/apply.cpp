#include "fix/apply.h"

#include "base/check.h"
#include "source/notebook.h"

namespace forklint::fix {

std::string apply(std::string_view text, const std::vector<Edit>& edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    FORKLINT_CHECK(at <= edit.span.begin && edit.span.begin <= edit.span.end && edit.span.end <= text.size(),
                   "edits are sorted, disjoint and inside of the text");
    result += text.substr(at, edit.span.begin - at);
    result += edit.replacement;
    at = edit.span.end;
  }
  result += text.substr(at);
  return result;
}

std::string apply(const SourceFile& source, const std::vector<Edit>& edits) {
  if (source.notebook() == nullptr) return fix::apply(source.bytes(), edits);
  std::vector<Edit> on_disk;
  for (const Edit& edit : edits) {
    auto change = source.notebook()->on_disk(edit.span, edit.replacement);
    FORKLINT_CHECK(change.has_value(), "an edit lies in one cell");
    on_disk.push_back({edit.path, change->span, std::move(change->text)});
  }
  return fix::apply(source.disk_bytes(), on_disk);
}

}  // namespace forklint::fix
