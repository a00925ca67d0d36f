// What does this expression mean? Follows names through scopes, imports, attributes, calls and parameters
// over all modules of the project. Lazy and memoised; cycles and exhausted budgets end in an open set.
// Not safe for concurrent use.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "catalog/catalog.h"
#include "program/modules.h"
#include "program/targets.h"
#include "program/value.h"

namespace forklint::program {

struct Construction;

// Arguments of a call that is being looked into: what its parameters are, for this call only.
struct Frame {
  const python::Function* function = nullptr;
  const Module* module = nullptr;      // where the call stands
  const python::Call* call = nullptr;  // null: nothing is known of the arguments
  const Frame* caller = nullptr;       // for the argument expressions
  bool skip_first = false;             // the first parameter is self or cls
  unsigned depth = 0;
  unsigned number = 0;                   // of this chain of calls, from 1
  const Construction* object = nullptr;  // of a method: how its object was made; null: not known
};

// The call that made an object: what it passed decides what the object keeps.
struct Construction {
  const Module* module = nullptr;  // where the class stands
  const python::Class* class_ = nullptr;
  std::vector<std::unique_ptr<Frame>> constructors;  // `__init__`, and those that it calls by super()
};

enum class Supplied : std::uint8_t { no, maybe, yes };

struct BoundArgument {
  Supplied supplied = Supplied::no;
  const python::Argument* written =
      nullptr;                     // where it stands in the call; null if only ** or * could bring it
  ValueSet values;                 // of what was supplied; empty for `no`
  bool named = false;              // some code says that it is passed; an unknown ** or * alone does not
  const Module* module = nullptr;  // in which `written` stands: not always that of the site

  // Of another way on which it may be supplied.
  void join(const BoundArgument& other);
};

// A call that runs a function of the project.
struct Caller {
  const Module* module = nullptr;
  const python::CallSite* site = nullptr;
  bool skip_first = false;
};

class Evaluator {
 public:
  Evaluator(const ModuleTable& table, const catalog::Catalog& catalog, const Targets& targets);
  ~Evaluator();

  // Takes in more modules. What can't depend on them stays known; who calls whom must be told again.
  void extend(const std::vector<std::unique_ptr<Module>>& modules);

  ValueSet values(const python::Expr& expr, const Module& module, const Frame* frame = nullptr);
  // What is called: like values(callee), with partials and constructors looked through by the caller. Not
  // known for methods of a name that neither the catalog nor the project has.
  ValueSet callees(const python::Call& call, const Module& module);
  // The argument that a call passes for a parameter of this signature.
  BoundArgument argument(const python::Call& call, const Module& module,
                         const std::vector<catalog::ParameterSpec>& signature, std::string_view parameter,
                         bool skip_first = false, const Frame* frame = nullptr);
  // The arguments of one call of a function of the project, to ask for values as this call makes them.
  Frame frame_of(const python::Function& function, const Caller& caller, const Frame* outer = nullptr,
                 const Construction* object = nullptr);
  // The object of this class that the call makes; `outer`: of the function in which the call stands.
  std::unique_ptr<Construction> construction_of(const Value& class_, const Caller& caller,
                                                const Frame* outer);
  // What `self.name` is in a method of an object whose construction the frame knows. Nothing where that is
  // not known, and where code outside of its class may assign it too.
  std::optional<ValueSet> own_attribute(const python::Attribute& expr, const Module& module,
                                        const Frame* frame);
  std::optional<ValueSet> own_attribute(const python::Call& getattr, const Module& module,
                                        const Frame* frame);
  // `name` of a module of the project, as an importer sees it.
  ValueSet member_of(const Module& module, std::string_view name);

  // The one expression that a name or a module's attribute was assigned, through imports; null for none.
  struct Definition {
    const Module* module = nullptr;
    const python::Expr* value = nullptr;
  };
  Definition definition_of(const python::Expr& expr, const Module& module);

  // Where a condition holds. `is_main`: the module runs as the script.
  Truth truth(const python::Expr& test, const Module& module, bool is_main);
  // Where code in this region can run at all, looking at platform and version conditions only.
  TargetMask alive(const python::Region* region, const Module& module, bool is_main = true);

  // The functions of the project that a value runs when it is called, with whether self is already bound.
  struct Target {
    const Module* module = nullptr;
    const python::Function* function = nullptr;
    bool skip_first = false;
    // Of a method: whose it is. `same`: of the object whose method makes the call, which another class of the
    // project may have; `replaces`: only if that class has it in the place of the one found by the text;
    // `inherited`: by super().
    enum class Self : std::uint8_t { unknown, of_class, same, replaces, inherited };
    Self self = Self::unknown;
    const python::Class* self_class = nullptr;  // for of_class, with its module
    const Module* self_module = nullptr;
  };
  std::vector<Target> functions_run_by(const Value& callee);
  // The method of a class or its bases within the project; null when it has none.
  const python::Function* method_of(const Module& module, const python::Class& class_, std::string_view name,
                                    const Module** found_in = nullptr);
  // The first base outside the project that the catalog knows as a class, with the context it came from.
  std::optional<Value> external_base(const Module& module, const python::Class& class_);

  // The class of the project that a site constructs, and its bases within the project.
  std::vector<const python::Class*> lineage(const Module& module, const python::Class& class_);

  // Whether each of its bases is a class of the project, or one that the catalog or the interpreter has.
  bool knows_bases(const Module& module, const python::Class& class_);

  // Tells who calls what. Until then parameters are known by their defaults only.
  void set_callers(std::unordered_map<const python::Function*, std::vector<Caller>> callers);
  const std::vector<Caller>* callers_of(const python::Function& function) const;
  const Module* module_at(std::string_view path) const;
  // How many expressions were looked at so far to answer what was asked.
  std::size_t work() const;

 private:
  friend class CallEvaluator;
  struct State;
  class Opened;

  ValueSet name_values(const python::Name& name, const Module& module, const Frame* frame);
  ValueSet binding_values(const python::Binding& binding, const Module& module, const Frame* frame);
  ValueSet parameter_values(const python::Binding& binding, const Module& module, const Frame* frame);
  ValueSet import_values(const python::Binding& binding, const Module& module);
  ValueSet star_values(const python::Binding& binding, const Module& module, std::string_view name);
  ValueSet element(const Value& collection, std::int32_t index, const Frame* frame);
  ValueSet added_to(const python::Expr& collection, const Module& module);
  void collect_additions(const Module& module);
  ValueSet unpacked(ValueSet values, const std::vector<std::int32_t>& path, std::size_t from,
                    const Frame* frame);
  ValueSet attribute(const Value& value, std::string_view name, const Frame* frame);
  ValueSet class_attribute(const Module& module, const python::Class& class_, std::string_view name,
                           bool on_instance, unsigned depth);
  ValueSet inherited_attribute(const Module& module, const python::Class& class_, std::string_view name,
                               bool on_instance, unsigned depth);
  ValueSet self_attribute(const Module& module, const python::Class& class_, std::string_view name,
                          unsigned depth);
  using ClassOfModule = std::pair<const Module*, const python::Class*>;
  std::vector<ClassOfModule> line_of(const Module& module, const python::Class& class_);
  const Construction* object_of(const python::Expr& self, const Module& module, const Frame* frame) const;
  std::optional<ValueSet> kept_by(const Construction& object, std::string_view name);
  std::optional<ValueSet> declared_by(const Construction& object, std::string_view name, const Frame* frame);
  bool is_taken(const python::Region* region, const Module& module, const Frame& constructor);
  const python::CallSite* call_of_base_constructor(const Module& module, const python::Function& constructor);
  bool depends_on_construction(const python::Attribute& expr, const Module& module);
  ValueSet any_item(const ValueSet& base, const Frame* frame);
  ValueSet subscript(const python::Subscript& subscript, const Module& module, const Frame* frame);
  ValueSet arithmetic(const python::Expr& expr, const Module& module, const Frame* frame);
  ValueSet compute(const python::Expr& expr, const Module& module, const Frame* frame);
  ValueSet binary(const python::Binary& node, const Module& module, const Frame* frame);
  // What a dotted name means in `importer`: an API, a module of the project or a member of one.
  ValueSet qualified(std::string_view name, const Module& importer);
  ValueSet own_definition(std::string_view name, const Module& importer);
  void add(const Module& module);
  void collect_callable_names(const catalog::Api& api);
  void collect_callable_names(const Module& module);
  void collect_assignments(const Module& module);
  std::string_view intern(std::string_view text);
  const std::vector<catalog::ParameterSpec>& signature(const python::Function& function, bool skip_first);

  const ModuleTable& table_;
  const catalog::Catalog& catalog_;
  const Targets& targets_;
  std::unordered_map<std::string_view, const Module*> by_path_;
  std::unique_ptr<State> state_;
};

// The signature of a function of the project in the catalog's terms; `skip_first` leaves self out.
std::vector<catalog::ParameterSpec> signature_of(const python::Function& function, bool skip_first);

// The name in `getattr(self, "name")`; "" for any other call.
std::string_view asked_of_self(const python::Call& call);

// Whether reading the attribute of this name calls the function.
bool is_property(const python::Function& function);

}  // namespace forklint::program
