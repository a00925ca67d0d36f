#include "rewrite/keyword_argument.h"

#include <algorithm>

namespace forklint::rewrite {
namespace {

using program::Module;
using python::Argument;
using python::ArgumentKind;

// What stands between the last argument and the closing parenthesis.
struct Tail {
  bool has_comma = false;
  std::uint32_t after_comma = 0;
  const python::Comment* comment = nullptr;  // on the line of the last argument
};

Tail tail_of(const Module& module, const python::Call& call, const Argument& last) {
  const std::string_view bytes = module.syntax.source().bytes();
  Tail tail;
  const auto& comments = module.syntax.comments();
  const auto in_comment = [&](std::uint32_t offset) {
    return std::any_of(comments.begin(), comments.end(),
                       [&](const python::Comment& each) { return each.span.contains(offset); });
  };
  const std::uint32_t line_end = next_line(module, last.span.end);
  for (std::uint32_t at = last.span.end; at + 1 < call.parentheses.end; ++at) {
    if (bytes[at] != ',' || in_comment(at)) continue;
    tail.has_comma = true;
    tail.after_comma = at + 1;
  }
  for (const python::Comment& each : comments) {
    if (each.span.begin >= last.span.end && each.span.begin < line_end) tail.comment = &each;
  }
  return tail;
}

bool begins_its_line(const Module& module, const Argument& argument) {
  const std::uint32_t begin = line_start(module, argument.span.begin);
  return begin + indentation_at(module, argument.span.begin).size() == argument.span.begin;
}

void add_on_new_line(const Module& module, const Argument& last, const Tail& tail, const std::string& text,
                     Draft& draft) {
  const std::string line = "\n" + indentation_at(module, last.span.begin) + text;
  const bool is_behind_comment = tail.comment != nullptr;
  if (!tail.has_comma) {
    if (!is_behind_comment) {
      draft.insert(module, last.span.end, "," + line);
      return;
    }
    draft.insert(module, last.span.end, ",");
    draft.insert(module, tail.comment->span.end, line);
    return;
  }
  draft.insert(module, is_behind_comment ? tail.comment->span.end : tail.after_comma, line + ",");
}

}  // namespace

bool set_keyword_argument(const Module& module, const python::Call& call, std::string_view name,
                          const std::string& value, Draft& draft) {
  if (call.damaged) return false;
  for (const Argument& argument : call.arguments) {
    if (argument.kind == ArgumentKind::keyword && argument.name == name) {
      draft.replace(module, argument.value->span, value);
      return true;
    }
  }
  const std::string text = std::string(name) + "=" + value;
  if (call.arguments.empty()) {
    draft.insert(module, call.parentheses.begin + 1, text);
    return true;
  }
  const Argument& last = call.arguments.back();
  // A generator without parentheses of its own can't have a neighbour.
  const auto* comprehension = python::as<python::Comprehension>(last.value);
  if (comprehension != nullptr && !text_of(module, comprehension->span).starts_with('(') &&
      last.kind == ArgumentKind::positional &&
      comprehension->comprehension == python::ComprehensionKind::generator)
    return false;
  const Tail tail = tail_of(module, call, last);
  if (begins_its_line(module, last)) {
    add_on_new_line(module, last, tail, text, draft);
  } else if (tail.has_comma) {
    draft.insert(module, tail.after_comma, " " + text);
  } else {
    draft.insert(module, last.span.end, ", " + text);
  }
  return true;
}

}  // namespace forklint::rewrite
