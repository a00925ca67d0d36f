#include "cli/meanings.h"

#include <algorithm>

#include "base/lookup.h"
#include "python/methods.h"

namespace forklint::cli {
namespace {

using python::as;
using python::Binding;
using python::BindingKind;
using python::Expr;

// How far one expression is followed through names, attributes and calls.
constexpr unsigned kMaxDepth = 40;
constexpr unsigned kMaxBases = 8;
constexpr std::size_t kMaxThings = 16;

bool is_property(const python::Function& function) {
  return std::any_of(function.decorators.begin(), function.decorators.end(), [](const Expr* decorator) {
    const auto* name = as<python::Name>(decorator);
    const auto* attribute = as<python::Attribute>(decorator);
    const std::string_view last = name != nullptr ? name->id : attribute != nullptr ? attribute->name : "";
    return last.ends_with("property");
  });
}

}  // namespace

void add_to(Things& things, const Thing& thing) {
  if (things.size() < kMaxThings && std::find(things.begin(), things.end(), thing) == things.end())
    things.push_back(thing);
}

void add_to(Things& things, const Things& more) {
  for (const Thing& each : more) add_to(things, each);
}

bool is_partial(const Expr& callee) {
  const auto* name = as<python::Name>(&callee);
  const auto* attribute = as<python::Attribute>(&callee);
  const std::string_view last = name != nullptr ? name->id : attribute != nullptr ? attribute->name : "";
  return last == "partial" || last == "partialmethod";
}

Meanings::Meanings(const python::PythonModule& module, const Vocabulary& vocabulary,
                   const Neighbours& neighbours, const Facts& facts)
    : module_(module), vocabulary_(vocabulary), neighbours_(neighbours), facts_(facts) {
  for (const python::AttributeBinding& each : module.attribute_bindings()) {
    if (each.value == nullptr || each.function == nullptr || each.function->class_ == nullptr) continue;
    if (python::is_self(*each.target->value, *each.function))
      attributes_[each.function->class_][each.target->name].push_back(each.value);
  }
  for (const python::Function* function : module.functions()) {
    for (const python::Parameter& each : function->parameters) owners_.emplace(&each, function);
  }
}

bool Meanings::imports_anything() {
  for (const python::Stmt* stmt : module_.imports()) {
    if (const auto* import = as<python::Import>(stmt)) {
      for (const python::ImportItem& item : import->items) {
        if (vocabulary_.leads(item.name.substr(0, item.name.find('.')))) return true;
        if (neighbours_.file_of(0, item.name) != kNoFile) return true;
      }
    } else if (const auto* from = as<python::ImportFrom>(stmt)) {
      if (from->level > 0 || vocabulary_.leads(from->module)) return true;
      if (neighbours_.file_of(0, from->module) != kNoFile) return true;
      for (const python::ImportItem& item : from->items) {
        const std::string full = std::string(from->module) + "." + std::string(item.name);
        if (vocabulary_.leads(full) || neighbours_.file_of(0, full) != kNoFile) return true;
      }
    }
  }
  return false;
}

const python::Class* Meanings::class_of_self(const python::Name& name) const {
  const python::Use use = module_.use_of(name);
  if (use.bindings.size() != 1 || use.bindings.front()->kind != BindingKind::parameter) return nullptr;
  const python::Parameter* parameter = use.bindings.front()->parameter;
  const auto owner = owners_.find(parameter);
  if (owner == owners_.end() || owner->second->class_ == nullptr) return nullptr;
  return &owner->second->parameters.front() == parameter ? owner->second->class_ : nullptr;
}

const Meanings::Attributes& Meanings::attributes_of(const python::Class& class_) const {
  return value_or_empty(attributes_, &class_);
}

Things Meanings::of(const Expr& expr) {
  if (depth_ >= kMaxDepth) return {};
  ++depth_;
  Things things = compute(expr);
  --depth_;
  return things;
}

Things Meanings::compute(const Expr& expr) {
  if (const auto* name = as<python::Name>(&expr)) return of_name(*name);
  if (const auto* call = as<python::Call>(&expr)) return of_call(*call);
  Things things;
  const auto add = [&](const Expr* part) {
    if (part != nullptr) add_to(things, of(*part));
  };
  if (const auto* attribute_of = as<python::Attribute>(&expr)) {
    const auto* name = as<python::Name>(attribute_of->value);
    const python::Class* self = name == nullptr ? nullptr : class_of_self(*name);
    if (self != nullptr) return member(*self, attribute_of->name, 0);
    for (const Thing& each : of(*attribute_of->value)) add_to(things, attribute(each, attribute_of->name));
  } else if (const auto* choice = as<python::Conditional>(&expr)) {
    add(choice->body);
    add(choice->orelse);
  } else if (const auto* either = as<python::BoolOp>(&expr)) {
    add(either->left);
    add(either->right);
  } else if (const auto* sequence = as<python::Sequence>(&expr)) {
    for (const Expr* item : sequence->items) add(item);
  } else if (const auto* dict = as<python::Dict>(&expr)) {
    for (const python::DictEntry& entry : dict->entries) add(entry.value);
  } else if (const auto* item = as<python::Subscript>(&expr)) {
    add(item->value);
  } else if (const auto* walrus = as<python::Walrus>(&expr)) {
    add(walrus->value);
  } else if (const auto* awaited = as<python::Await>(&expr)) {
    add(awaited->value);
  } else if (const auto* starred = as<python::Starred>(&expr)) {
    add(starred->value);
  } else if (const auto* lambda = as<python::Lambda>(&expr)) {
    things.push_back({.kind = Thing::Kind::function, .function = lambda->function});
  }
  return things;
}

Things Meanings::of_name(const python::Name& name) {
  const python::Use use = module_.use_of(name);
  Things things;
  for (const Binding* binding : use.bindings) add_to(things, of(*binding));
  for (const Binding* star : use.star_imports) {
    const python::ImportFrom& from = *star->import_stmt;
    const std::string module = imported_from(from);
    if (!module.empty() && vocabulary_.leads(module))
      add_library(module + "." + std::string(name.id), things);
    add_foreign(file_of(*star), name.id, things);
  }
  return things;
}

Things Meanings::of(const Binding& binding) {
  // What is asked for while it is worked out adds nothing to itself.
  const auto [known, is_new] = of_binding_.try_emplace(&binding);
  if (!is_new) return known->second;
  if (depth_ >= kMaxDepth) return {};
  ++depth_;
  Things things = compute(binding);
  --depth_;
  of_binding_[&binding] = things;
  return things;
}

Things Meanings::compute(const Binding& binding) {
  switch (binding.kind) {
    case BindingKind::import:
    case BindingKind::import_from:
      return of_import(binding);
    case BindingKind::function: {
      const Facts::OfFunction* facts = facts_.of(*binding.function);
      if (facts == nullptr) return {};
      return {{.kind = Thing::Kind::function, .function = binding.function}};
    }
    case BindingKind::class_:
      if (!facts_.classes.contains(binding.class_)) return {};
      return {{.kind = Thing::Kind::class_, .class_ = binding.class_}};
    case BindingKind::parameter:
      return binding.parameter->fallback == nullptr ? Things{} : of(*binding.parameter->fallback);
    default:
      return binding.value == nullptr ? Things{} : of(*binding.value);
  }
}

FileId Meanings::file_of(const Binding& from_import) const {
  return neighbours_.file_of(from_import.import_stmt->level, from_import.import_stmt->module);
}

std::string Meanings::imported_from(const python::ImportFrom& from) const {
  return from.level == 0 ? std::string(from.module) : neighbours_.native_name(from.level, from.module);
}

Things Meanings::of_import(const Binding& binding) {
  const python::ImportItem& item = *binding.import_item;
  Things things;
  if (binding.kind == BindingKind::import) {
    const std::string_view name = item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.name;
    add_library(std::string(name), things);
    const FileId file = neighbours_.file_of(0, name);
    if (file != kNoFile) things.push_back({.kind = Thing::Kind::module, .file = file});
    return things;
  }
  const python::ImportFrom& from = *binding.import_stmt;
  const FileId file = file_of(binding);
  if (const std::string module = imported_from(from); !module.empty())
    add_library(module + "." + std::string(item.name), things);
  add_foreign(file, item.name, things);
  if (!things.empty()) return things;
  const std::string inner =
      from.module.empty() ? std::string(item.name) : std::string(from.module) + "." + std::string(item.name);
  const FileId module = neighbours_.file_of(from.level, inner);
  if (module != kNoFile) things.push_back({.kind = Thing::Kind::module, .file = module});
  return things;
}

void Meanings::add_library(std::string name, Things& things) {
  const auto [known, is_new] = leads_.try_emplace(name, false);
  if (is_new) known->second = vocabulary_.leads(name);
  if (known->second) add_to(things, {.kind = Thing::Kind::library, .name = intern(std::move(name))});
}

void Meanings::add_foreign(FileId file, std::string_view name, Things& things) {
  if (file == kNoFile) return;
  const Offer* offer = neighbours_.offer(file, name);
  if (offer == nullptr) return;
  uses_.insert({file, std::string(name)});
  if (offer->stands_for.empty()) {
    add_to(things, {.kind = Thing::Kind::foreign, .gives = offer->gives, .offer = offer});
  } else {
    add_library(offer->stands_for, things);
  }
}

Things Meanings::attribute(const Thing& thing, std::string_view name) {
  Things things;
  switch (thing.kind) {
    case Thing::Kind::library:
      if (name == "__init__") return {thing};
      add_library(std::string(thing.name) + "." + std::string(name), things);
      return things;
    case Thing::Kind::module:
      add_foreign(thing.file, name, things);
      if (const FileId inner = neighbours_.submodule(thing.file, name); things.empty() && inner != kNoFile)
        things.push_back({.kind = Thing::Kind::module, .file = inner});
      return things;
    case Thing::Kind::class_:
      if (name == "__init__") return {thing};
      return member(*thing.class_, name, 0);
    case Thing::Kind::function:
      return {};
    case Thing::Kind::foreign:
      if (name == "__init__") return {thing};
      [[fallthrough]];
    case Thing::Kind::object:
      break;
  }
  things = methods_named(name);
  if (vocabulary_.is_member(name))
    things.push_back({.kind = Thing::Kind::object, .gives = vocabulary_.is_giving_member(name)});
  return things;
}

// Of an object whose class is not known here: the methods of this module's classes that matter.
Things Meanings::methods_named(std::string_view name) {
  Things things;
  for (const python::Function* function : module_.functions()) {
    if (function->class_ != nullptr && function->name == name && facts_.of(*function) != nullptr)
      add_to(things, {.kind = Thing::Kind::function, .function = function});
  }
  return things;
}

Things Meanings::bases(const python::Class& class_) {
  Things things;
  for (const python::Argument& argument : class_.arguments) {
    if (argument.kind == python::ArgumentKind::positional) add_to(things, of(*argument.value));
  }
  return things;
}

Things Meanings::member(const python::Class& class_, std::string_view attribute_name, unsigned depth) {
  const auto [known, is_new] = of_member_.try_emplace({&class_, attribute_name});
  if (!is_new) return known->second;
  Things things = find_member(class_, attribute_name, depth);
  of_member_[{&class_, attribute_name}] = things;
  return things;
}

Things Meanings::find_member(const python::Class& class_, std::string_view attribute_name, unsigned depth) {
  Things things;
  if (const auto found = class_.scope->names.find(attribute_name); found != class_.scope->names.end()) {
    for (const Binding* binding : found->second) {
      if (binding->kind == BindingKind::function && is_property(*binding->function)) {
        if (const Facts::OfFunction* facts = facts_.of(*binding->function)) add_to(things, facts->results);
      } else {
        add_to(things, of(*binding));
      }
    }
  }
  const Attributes& attributes = attributes_of(class_);
  if (const auto found = attributes.find(attribute_name); found != attributes.end()) {
    for (const Expr* value : found->second) add_to(things, of(*value));
  }
  if (!things.empty() || depth >= kMaxBases) return things;
  for (const Thing& base : bases(class_)) {
    if (base.kind == Thing::Kind::class_) {
      add_to(things, member(*base.class_, attribute_name, depth + 1));
    } else {
      add_to(things, attribute(base, attribute_name));
    }
  }
  return things;
}

const python::Function* Meanings::constructor(const python::Class& class_, unsigned depth) {
  const auto found = class_.scope->names.find("__init__");
  if (found != class_.scope->names.end()) return found->second.back()->function;
  if (depth >= kMaxBases) return nullptr;
  for (const Thing& base : bases(class_)) {
    if (base.kind != Thing::Kind::class_ || base.class_ == &class_) continue;
    if (const python::Function* inherited = constructor(*base.class_, depth + 1); inherited != nullptr)
      return inherited;
  }
  return nullptr;
}

Things Meanings::of_super(const python::Call& call) {
  const python::CallSite* site = module_.site_of(call);
  if (site == nullptr || site->function == nullptr || site->function->class_ == nullptr) return {};
  return bases(*site->function->class_);
}

// `partial(subprocess.Popen, preexec_fn=limit)` is more than `Popen`, which leads to processes only by that
// argument.
Things Meanings::of_partial(const python::Call& partial) {
  if (partial.arguments.empty()) return {};
  Things things = of(*partial.arguments.front().value);
  const bool decides = std::any_of(things.begin(), things.end(), [&](const Thing& thing) {
    const catalog::Api* api =
        thing.kind == Thing::Kind::library ? vocabulary_.catalog().find(thing.name) : nullptr;
    if (api == nullptr || api->creates != catalog::Creates::preexec) return false;
    const std::vector<std::string_view> deciding = Vocabulary::deciding(*api);
    return std::any_of(partial.arguments.begin(), partial.arguments.end(), [&](const python::Argument& each) {
      return std::find(deciding.begin(), deciding.end(), each.name) != deciding.end();
    });
  });
  if (decides) add_to(things, {.kind = Thing::Kind::object});
  return things;
}

Things Meanings::of_call(const python::Call& call) {
  if (python::is_super(call)) return of_super(call);
  if (is_partial(*call.callee)) return of_partial(call);
  Things things;
  for (const Thing& callee : of(*call.callee)) {
    switch (callee.kind) {
      case Thing::Kind::library:
        if (vocabulary_.gives(callee.name)) add_to(things, {.kind = Thing::Kind::object});
        break;
      case Thing::Kind::function:
        if (const Facts::OfFunction* facts = facts_.of(*callee.function)) add_to(things, facts->results);
        if (callee.function->expression != nullptr) add_to(things, of(*callee.function->expression));
        break;
      case Thing::Kind::class_:
        add_to(things, {.kind = Thing::Kind::object});
        break;
      case Thing::Kind::foreign:
      case Thing::Kind::object:
        if (callee.gives) add_to(things, {.kind = Thing::Kind::object});
        break;
      case Thing::Kind::module:
        break;
    }
  }
  return things;
}

}  // namespace forklint::cli
