#include "native/signal_safety.h"

#include "catalog/catalog.h"

namespace forklint::native {

using catalog::Catalog;
using catalog::NativeEffect;

bool ends_process(std::string_view name) {
  return name == "_exit" || name == "_Exit" || name.starts_with("exec") || name == "fexecve" ||
         name == "abort";
}

Safety safety_of(std::string_view name, bool is_c) {
  if (name.empty()) return Safety::unknown;
  std::optional<NativeEffect> effect = Catalog::native_effect(name);
  // The C library that std::x stands for, too.
  constexpr std::string_view kStd = "std::";
  if (!effect && name.starts_with(kStd)) effect = Catalog::native_effect(name.substr(kStd.size()));
  if (!effect) return is_c ? Safety::unsafe : Safety::unknown;
  return *effect == NativeEffect::signal_safe ? Safety::safe : Safety::unsafe;
}

bool is_function_of_c(std::string_view key) {
  return key.starts_with("c:@F@") && key.find('#') == std::string_view::npos;
}

ThreadEffect thread_effect_of(std::string_view name) {
  switch (Catalog::native_effect(name).value_or(NativeEffect::signal_safe)) {
    case NativeEffect::starts_thread:
      return ThreadEffect::starts;
    case NativeEffect::ends_thread:
      return ThreadEffect::ends;
    case NativeEffect::starts_accelerator:
      return ThreadEffect::starts_accelerator;
    case NativeEffect::signal_safe:
    case NativeEffect::unsafe:
      break;
  }
  return ThreadEffect::none;
}

}  // namespace forklint::native
