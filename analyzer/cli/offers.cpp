#include "cli/offers.h"

#include <algorithm>

#include "cli/meanings.h"
#include "program/returns.h"
#include "python/visit.h"

namespace forklint::cli {
namespace {

using python::ArgumentKind;
using python::as;
using python::Binding;
using python::BindingKind;
using python::Expr;
using python::Function;
using python::Parameter;

// Facts about functions depend on each other; chains of them within one module are short.
constexpr unsigned kMaxRounds = 12;

// Which arguments of a call decide.
struct Deciders {
  std::vector<std::string_view> names;
  std::vector<std::size_t> positions;
  std::size_t from_position = SIZE_MAX;  // all from here on
  bool every_name = false;
  bool known_names = false;  // those of any API: the callee is some object
  bool spelled = false;      // who passes one spells a word of the catalog: nobody hides it in a `**`

  bool any() const {
    return !names.empty() || !positions.empty() || from_position != SIZE_MAX || every_name || known_names;
  }
};

bool is_static(const Function& function) {
  return std::any_of(function.decorators.begin(), function.decorators.end(), [](const Expr* decorator) {
    const auto* name = as<python::Name>(decorator);
    return name != nullptr && name->id == "staticmethod";
  });
}

std::size_t bound_parameters(const Function& function) {
  return function.class_ != nullptr && !is_static(function) ? 1 : 0;
}

class Finder {
 public:
  Finder(const python::PythonModule& module, const Vocabulary& vocabulary, const Neighbours& neighbours)
      : module_(module),
        vocabulary_(vocabulary),
        neighbours_(neighbours),
        meanings_(module, vocabulary, neighbours, facts_) {
    for (const Function* function : module.functions()) {
      for (const Parameter& each : function->parameters) owners_.emplace(&each, function);
    }
  }

  ModuleOffers find() {
    ModuleOffers found;
    if (!meanings_.imports_anything()) return found;
    collect_results();
    for (unsigned round = 0; round < kMaxRounds; ++round) {
      grown_ = false;
      meanings_.refresh();
      for (const auto& [function, value] : results_) add_result(*function, *value);
      for (const python::Class* class_ : module_.classes()) look_at(*class_);
      for (const python::CallSite& call : module_.calls()) look_at(*call.call);
      if (!grown_) break;
    }
    for (const auto& [name, bindings] : module_.scope().names) offer(name, bindings, found.offers);
    offer_stars(found.offers);
    found.uses.assign(meanings_.uses().begin(), meanings_.uses().end());
    found.values.assign(values_.begin(), values_.end());
    return found;
  }

  std::vector<FileName> values_behind(std::string_view name) {
    collect_results();
    const auto found = module_.scope().names.find(name);
    if (found != module_.scope().names.end()) {
      for (const Binding* binding : found->second) flow(*binding, {});
    } else {
      for (const Binding* star : module_.scope().star_imports) want(meanings_.file_of(*star), name);
    }
    return {values_.begin(), values_.end()};
  }

 private:
  using Chain = std::vector<std::string_view>;

  // What functions give to their callers.
  void collect_results() {
    for (const Function* function : module_.functions()) {
      const auto add = [&, function](const Expr* value) {
        if (value != nullptr) results_.emplace_back(function, value);
      };
      program::for_each_statement(function->body, [&](const python::Stmt& stmt) {
        if (const auto* node = as<python::Return>(&stmt)) add(node->value);
        const Expr* value = nullptr;
        if (const auto* node = as<python::ExpressionStmt>(&stmt)) value = node->value;
        if (const auto* node = as<python::Assign>(&stmt)) value = node->value;
        if (const auto* yield = as<python::Yield>(value)) add(yield->value);
      });
    }
  }

  void add_result(const Function& function, const Expr& value) {
    const Things things = meanings_.of(value);
    if (things.empty()) return;
    Things& known = facts_.functions[&function].results;
    const std::size_t before = known.size();
    add_to(known, things);
    grown_ = grown_ || known.size() != before;
  }

  void look_at(const python::Class& class_) {
    if (facts_.classes.contains(&class_) || !leads(class_)) return;
    facts_.classes.insert(&class_);
    grown_ = true;
  }

  bool leads(const python::Class& class_) {
    const auto leads_to_it = [](const Things& things) {
      return std::any_of(things.begin(), things.end(),
                         [](const Thing& each) { return each.kind != Thing::Kind::module; });
    };
    if (leads_to_it(meanings_.bases(class_))) return true;
    for (const auto& [name, bindings] : class_.scope->names) {
      for (const Binding* binding : bindings) {
        if (binding->import_item == nullptr && leads_to_it(meanings_.of(*binding))) return true;
      }
    }
    for (const auto& [name, values] : meanings_.attributes_of(class_)) {
      if (std::any_of(values.begin(), values.end(),
                      [&](const Expr* value) { return leads_to_it(meanings_.of(*value)); })) {
        return true;
      }
    }
    return false;
  }

  // The arguments of a call that decide, and all that they are made of.
  void look_at(const python::Call& call) {
    const bool partial = is_partial(*call.callee);
    const Expr* callee = call.callee;
    if (partial) {
      if (call.arguments.empty()) return;
      callee = call.arguments.front().value;
    }
    for (const Thing& thing : meanings_.of(*callee)) {
      const Deciders deciders = deciders_of(thing, 0);
      if (deciders.any()) flow_arguments(call, partial ? 1 : 0, deciders);
    }
  }

  Deciders deciders_of(const Thing& thing, unsigned depth) {
    constexpr unsigned kMaxBases = 8;
    switch (thing.kind) {
      case Thing::Kind::library:
        return deciders_of_library(thing.name);
      case Thing::Kind::function:
        return deciders_of_function(*thing.function);
      case Thing::Kind::foreign: {
        Deciders deciders{.positions = thing.offer->deciding_positions,
                          .from_position = thing.offer->every_argument_decides ? 0 : SIZE_MAX,
                          .every_name = thing.offer->every_argument_decides};
        deciders.names.assign(thing.offer->deciding.begin(), thing.offer->deciding.end());
        return deciders;
      }
      case Thing::Kind::class_: {
        if (const Function* constructor = meanings_.constructor(*thing.class_))
          return deciders_of_function(*constructor);
        if (depth >= kMaxBases) return {};
        for (const Thing& base : meanings_.bases(*thing.class_)) {
          if (Deciders inherited = deciders_of(base, depth + 1); inherited.any()) return inherited;
        }
        return {};
      }
      case Thing::Kind::object:
        return {.known_names = true};
      case Thing::Kind::module:
        return {};
    }
    return {};
  }

  Deciders deciders_of_library(std::string_view name) const {
    const catalog::Api* api = vocabulary_.catalog().find(name);
    if (api == nullptr) return {};
    Deciders deciders{.names = Vocabulary::deciding(*api),
                      .spelled = api->creates == catalog::Creates::preexec};
    for (std::size_t i = 0; i < api->parameters.size(); ++i) {
      const catalog::ParameterSpec& each = api->parameters[i];
      if (std::find(deciders.names.begin(), deciders.names.end(), each.name) != deciders.names.end())
        deciders.positions.push_back(i);
    }
    return deciders;
  }

  Deciders deciders_of_function(const Function& function) const {
    Deciders deciders;
    const Facts::OfFunction* facts = facts_.of(function);
    if (facts == nullptr) return deciders;
    const std::size_t bound = bound_parameters(function);
    for (const Parameter* each : facts->deciding) {
      const auto position = static_cast<std::size_t>(each - function.parameters.data());
      switch (each->kind) {
        case python::ParameterKind::star:
          deciders.from_position = position - std::min(bound, position);
          break;
        case python::ParameterKind::double_star:
          deciders.every_name = true;
          break;
        default:
          deciders.names.push_back(each->name);
          if (each->kind != python::ParameterKind::keyword_only && position >= bound)
            deciders.positions.push_back(position - bound);
      }
    }
    return deciders;
  }

  void flow_arguments(const python::Call& call, std::size_t first, const Deciders& deciders) {
    const auto has = [](const auto& list, const auto& item) {
      return std::find(list.begin(), list.end(), item) != list.end();
    };
    for (std::size_t i = first; i < call.arguments.size(); ++i) {
      const python::Argument& argument = call.arguments[i];
      bool decides = !deciders.spelled;
      if (argument.kind == ArgumentKind::positional) {
        decides = has(deciders.positions, i - first) || i - first >= deciders.from_position;
      } else if (argument.kind == ArgumentKind::keyword) {
        decides = deciders.every_name || has(deciders.names, argument.name) ||
                  (deciders.known_names && vocabulary_.is_deciding(argument.name));
      }
      if (decides) flow(*argument.value);
    }
  }

  // What the value of an expression depends on decides as well.
  void flow(const Expr& expr) {
    if (!seen_.insert(&expr).second) return;
    Chain chain;
    const Expr* root = &expr;
    while (const auto* attribute = as<python::Attribute>(root)) {
      chain.insert(chain.begin(), attribute->name);
      root = attribute->value;
    }
    const auto* name = as<python::Name>(root);
    if (name == nullptr) {
      python::for_each_child(expr, [this](const Expr& child) { flow(child); });
      return;
    }
    if (!chain.empty() && meanings_.class_of_self(*name) != nullptr) {
      flow_member(*meanings_.class_of_self(*name), chain.front());
      return;
    }
    const python::Use use = module_.use_of(*name);
    for (const Binding* binding : use.bindings) flow(*binding, chain);
    for (const Binding* star : use.star_imports) want(meanings_.file_of(*star), name->id);
  }

  void flow_member(const python::Class& class_, std::string_view attribute) {
    bool found = false;
    // Bases and classes derived from this one assign as well: all of the module that have such an attribute.
    for (const python::Class* each : module_.classes()) {
      const Meanings::Attributes& attributes = meanings_.attributes_of(*each);
      const auto values = attributes.find(attribute);
      if (values == attributes.end()) continue;
      for (const Expr* value : values->second) flow(*value);
      found = true;
    }
    if (const auto own = class_.scope->names.find(attribute); own != class_.scope->names.end()) {
      for (const Binding* binding : own->second) flow(*binding, {});
      found = true;
    }
    if (found) return;
    for (const python::Argument& base : class_.arguments) flow(*base.value);
  }

  void flow(const Binding& binding, const Chain& chain) {
    if (binding.import_item != nullptr) {
      want_import(binding, chain);
      return;
    }
    if (!seen_.insert(&binding).second) return;
    if (binding.kind == BindingKind::parameter) {
      decide(*binding.parameter);
    } else if (binding.kind == BindingKind::function) {
      for (const auto& [function, value] : results_) {
        if (function == binding.function) flow(*value);
      }
    } else if (binding.value != nullptr) {
      flow(*binding.value);
    }
  }

  void decide(const Parameter& parameter) {
    if (parameter.fallback != nullptr) flow(*parameter.fallback);
    const auto owner = owners_.find(&parameter);
    if (owner == owners_.end()) return;
    const Function& function = *owner->second;
    if (bound_parameters(function) == 1 && &function.parameters.front() == &parameter) return;
    facts_.functions[&function].deciding.push_back(&parameter);
    grown_ = true;
  }

  void want(FileId file, std::string_view name) {
    if (file != kNoFile) values_.insert({file, std::string(name)});
  }

  void want_import(const Binding& binding, const Chain& chain) {
    const python::ImportItem& item = *binding.import_item;
    FileId file = kNoFile;
    if (binding.kind == BindingKind::import) {
      file =
          neighbours_.file_of(0, item.alias.empty() ? item.name.substr(0, item.name.find('.')) : item.name);
    } else {
      const python::ImportFrom& from = *binding.import_stmt;
      want(meanings_.file_of(binding), item.name);
      file = neighbours_.file_of(from.level, from.module.empty()
                                                 ? std::string(item.name)
                                                 : std::string(from.module) + "." + std::string(item.name));
    }
    for (std::size_t i = 0; i < chain.size() && file != kNoFile; ++i) {
      want(file, chain[i]);
      file = neighbours_.submodule(file, chain[i]);
    }
  }

  void offer(std::string_view name, const std::vector<const Binding*>& bindings, Offers& offers) {
    for (const Binding* binding : bindings) {
      if (binding->kind == BindingKind::import_from) {
        const FileId file = meanings_.file_of(*binding);
        const Offer* offered = neighbours_.offer(file, binding->import_item->name);
        if (offered != nullptr) {
          Offer passed_on = *offered;
          passed_on.from = {file, std::string(binding->import_item->name)};
          add(name, std::move(passed_on), offers);
          continue;
        }
      }
      for (const Thing& thing : meanings_.of(*binding)) {
        if (auto made = offer_of(thing)) add(name, std::move(*made), offers);
      }
    }
  }

  void offer_stars(Offers& offers) {
    for (const Binding* star : module_.scope().star_imports) {
      const std::string_view module = star->import_stmt->module;
      if (star->import_stmt->level == 0 && vocabulary_.opens(module))
        offers.try_emplace("*", Offer{.stands_for = std::string(module)});
      const FileId file = meanings_.file_of(*star);
      const Offers* all = file == kNoFile ? nullptr : neighbours_.offers(file);
      if (all == nullptr) continue;
      for (const auto& [name, offered] : *all) {
        Offer passed_on = offered;
        passed_on.from = {file, name};
        if (!name.starts_with('_')) offers.try_emplace(name, std::move(passed_on));
      }
    }
  }

  std::optional<Offer> offer_of(const Thing& thing) {
    switch (thing.kind) {
      case Thing::Kind::library:
        if (!vocabulary_.opens(thing.name)) return std::nullopt;
        return Offer{.stands_for = std::string(thing.name)};
      case Thing::Kind::function:
        return offer_of_function(*thing.function);
      case Thing::Kind::class_: {
        Offer offer = described(deciders_of(thing, 0));
        offer.gives = true;
        return offer;
      }
      case Thing::Kind::foreign: {
        Offer offer = *thing.offer;
        offer.from = {};
        return offer;
      }
      case Thing::Kind::object:
        return Offer{.gives = thing.gives};
      case Thing::Kind::module:
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<Offer> offer_of_function(const Function& function) {
    const Facts::OfFunction* facts = facts_.of(function);
    const bool gives_value = function.expression != nullptr && !meanings_.of(*function.expression).empty();
    if (facts == nullptr && !gives_value) return std::nullopt;
    Offer offer = described(deciders_of_function(function));
    offer.gives = gives_value || !facts->results.empty();
    return offer;
  }

  static Offer described(const Deciders& deciders) {
    Offer offer{.deciding_positions = deciders.positions,
                .every_argument_decides = deciders.every_name || deciders.from_position != SIZE_MAX};
    offer.deciding.assign(deciders.names.begin(), deciders.names.end());
    return offer;
  }

  static void add(std::string_view name, Offer made, Offers& offers) {
    const auto [known, is_new] = offers.try_emplace(std::string(name), made);
    if (!is_new) merge(std::move(made), known->second);
  }

  static void merge(Offer more, Offer& offer) {
    // Of several things that a name can be, none says which uses count.
    if (more.stands_for != offer.stands_for) offer.stands_for.clear();
    offer.gives = offer.gives || more.gives;
    offer.every_argument_decides = offer.every_argument_decides || more.every_argument_decides;
    for (std::string& each : more.deciding) {
      if (std::find(offer.deciding.begin(), offer.deciding.end(), each) == offer.deciding.end())
        offer.deciding.push_back(std::move(each));
    }
    for (const std::size_t each : more.deciding_positions) {
      auto& positions = offer.deciding_positions;
      if (std::find(positions.begin(), positions.end(), each) == positions.end()) positions.push_back(each);
    }
    if (offer.from.file == kNoFile) offer.from = std::move(more.from);
  }

  const python::PythonModule& module_;
  const Vocabulary& vocabulary_;
  const Neighbours& neighbours_;
  Facts facts_;
  Meanings meanings_;
  std::unordered_map<const Parameter*, const Function*> owners_;
  std::vector<std::pair<const Function*, const Expr*>> results_;
  std::unordered_set<const void*> seen_;  // expressions and bindings whose value decides
  std::set<FileName> values_;
  bool grown_ = false;
};

}  // namespace

ModuleOffers offers_of(const python::PythonModule& module, const Vocabulary& vocabulary,
                       const Neighbours& neighbours) {
  return Finder(module, vocabulary, neighbours).find();
}

std::vector<FileName> values_behind(std::string_view name, const python::PythonModule& module,
                                    const Vocabulary& vocabulary, const Neighbours& neighbours) {
  return Finder(module, vocabulary, neighbours).values_behind(name);
}

}  // namespace forklint::cli
