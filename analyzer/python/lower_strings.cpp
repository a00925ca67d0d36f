#include <string>

#include "base/text.h"
#include "python/literals.h"
#include "python/lowering.h"

namespace forklint::python {

const Expr* Lowering::string(const Child& child) {
  auto* node = make<String>(child.span());
  const StringShape shape = string_shape(text(node->span));
  node->is_bytes = shape.is_bytes;
  const Span inside = {node->span.begin + shape.open, node->span.end - shape.quotes};
  if (inside.begin > inside.end) return node;
  std::string storage;
  const std::string_view literal = literal_text(inside, storage);
  PartList parts(arena_);
  if (shape.is_formatted) interpolations(child, parts);
  node->interpolations = parts.view();
  node->exact = parts.size() == 0;
  if (!node->exact) return node;
  if (is_plain(literal, shape)) {
    node->value = storage.empty() ? literal : copy_text(arena_, literal);
    return node;
  }
  std::string decoded;
  node->exact = append_decoded(literal, shape, decoded);
  node->value = copy_text(arena_, decoded);
  return node;
}

const Expr* Lowering::concatenated_string(const Child& child) {
  const Children parts = children(child);
  auto* node = make<String>(child.span());
  PartList all(arena_);
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].syntax != Syntax::string) continue;
    const auto* piece = static_cast<const String*>(string(parts[i]));
    node->is_bytes = piece->is_bytes;
    node->exact = node->exact && piece->exact;
    joined += piece->value;
    for (const Expr* part : piece->interpolations) all.push(part);
  }
  node->interpolations = all.view();
  node->value = copy_text(arena_, joined);
  return node;
}

void Lowering::interpolations(const Child& child, PartList& out) {
  const Deeper deeper(*this);
  if (depth_ > kMaxDepth) {
    too_deep(child);
    return;
  }
  const Children parts = children(child);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Child part = parts[i];
    if (part.field == Field::expression) {
      if (is_expression(part.syntax)) out.push(expression(part));
    } else if (part.syntax == Syntax::interpolation || part.syntax == Syntax::format_specifier ||
               part.syntax == Syntax::format_expression) {
      interpolations(part, out);
    }
  }
}

// The text as UTF-8: as it stands in the file, or in `storage` where the file has another encoding.
std::string_view Lowering::literal_text(Span span, std::string& storage) const {
  const std::string_view raw = text(span);
  if (source_.encoding() == Encoding::utf8) return raw;
  if (text::is_ascii(raw)) return raw;
  storage = source_.utf8(span);
  return storage;
}

}  // namespace forklint::python
