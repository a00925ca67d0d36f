#include "program/setting_finder.h"

#include "program/returns.h"

namespace forklint::program {
namespace {

class Finder {
 public:
  Finder(Evaluator& evaluator, const catalog::Catalog& catalog, const Module& module,
         std::vector<Setting>& found)
      : evaluator_(evaluator), catalog_(catalog), module_(module), found_(found) {}

  void find() {
    find_in(module_.syntax.body());
    for (const python::Function* function : module_.syntax.functions()) find_in(function->body);
    for (const python::CallSite& site : module_.syntax.calls()) find_call(*site.call);
  }

 private:
  void find_in(python::Block body) {
    for_each_statement(body, [&](const python::Stmt& stmt) {
      const auto* assign = python::as<python::Assign>(&stmt);
      if (assign == nullptr || assign->damaged) return;
      for (const python::Expr* target : assign->targets) find_target(*target, *assign->value);
    });
  }

  void find_target(const python::Expr& target, const python::Expr& value) {
    if (const auto* item = python::as<python::Subscript>(&target)) {
      if (item->indices.size() == 1 && is_environment(*item->value)) {
        add(*item->indices.front(), value, target.span);
      }
    } else if (target.kind == python::ExprKind::attribute) {
      const auto& attribute = static_cast<const python::Attribute&>(target);
      for (const Value& object : evaluator_.values(*attribute.value, module_).values()) {
        const std::string name = std::string(external_name(object)) + "." + std::string(attribute.name);
        const catalog::Setting* setting = catalog_.setting(name);
        if (setting == nullptr || setting->is_environment) continue;
        found_.push_back({setting, &module_, target.span, evaluator_.values(value, module_), &value});
      }
    }
  }

  // os.environ.setdefault("X", v), os.environ.update(X=v), os.putenv("X", v), monkeypatch-free.
  void find_call(const python::Call& call) {
    const auto* method = python::as<python::Attribute>(call.callee);
    if (method == nullptr) return;
    const bool sets_default = method->name == "setdefault" && is_environment(*method->value);
    const bool puts = method->name == "putenv" && denotes(*call.callee, "os.putenv");
    if ((sets_default || puts) && call.arguments.size() == 2) {
      add(*call.arguments[0].value, *call.arguments[1].value, call.span);
    }
    if (method->name != "update" || !is_environment(*method->value)) return;
    for (const python::Argument& argument : call.arguments) {
      if (argument.kind == python::ArgumentKind::keyword) add(argument.name, *argument.value, argument.span);
      const auto* dict = python::as<python::Dict>(argument.value);
      if (dict == nullptr) continue;
      for (const python::DictEntry& entry : dict->entries) {
        if (entry.key != nullptr) add(*entry.key, *entry.value, entry.value->span);
      }
    }
  }

  bool denotes(const python::Expr& expr, std::string_view name) {
    const ValueSet values = evaluator_.values(expr, module_);
    return values.single() != nullptr && external_name(*values.single()) == name;
  }
  bool is_environment(const python::Expr& expr) { return denotes(expr, "os.environ"); }

  void add(const python::Expr& key, const python::Expr& value, Span span) {
    const auto* text = python::as<python::String>(&key);
    if (text != nullptr && text->exact) add(text->value, value, span);
  }

  void add(std::string_view name, const python::Expr& value, Span span) {
    const catalog::Setting* setting = catalog_.setting(name);
    if (setting == nullptr || !setting->is_environment) return;
    found_.push_back({setting, &module_, span, evaluator_.values(value, module_), &value});
  }

  Evaluator& evaluator_;
  const catalog::Catalog& catalog_;
  const Module& module_;
  std::vector<Setting>& found_;
};

}  // namespace

std::vector<Setting> find_settings(Evaluator& evaluator, const catalog::Catalog& catalog,
                                   const std::vector<std::unique_ptr<Module>>& modules) {
  std::vector<Setting> found;
  for (const auto& module : modules) Finder(evaluator, catalog, *module, found).find();
  return found;
}

}  // namespace forklint::program
