// Which expressions of one module stand for something that leads to processes. Internal to offers.cpp.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cli/offers.h"

namespace forklint::cli {

// Something that leads to processes, or decides over them.
struct Thing {
  enum class Kind : std::uint8_t {
    library,   // `name`, or what lies below it
    function,  // of this module
    class_,    // of this module
    foreign,   // `offer`
    module,    // `file`, of the project
    object,    // a context, an instance: its attributes create or choose; `gives`: calling it gives another
  };
  Kind kind = Kind::object;
  bool gives = false;
  std::string_view name;
  const python::Function* function = nullptr;
  const python::Class* class_ = nullptr;
  const Offer* offer = nullptr;
  FileId file = kNoFile;

  bool operator==(const Thing&) const = default;
};

using Things = std::vector<Thing>;

// What is known so far of the functions and classes of the module; it only grows.
struct Facts {
  struct OfFunction {
    Things results;
    std::vector<const python::Parameter*> deciding;
  };
  std::unordered_map<const python::Function*, OfFunction> functions;
  std::unordered_set<const python::Class*> classes;  // those that lead to processes

  const OfFunction* of(const python::Function& function) const {
    const auto found = functions.find(&function);
    return found == functions.end() ? nullptr : &found->second;
  }
};

class Meanings {
 public:
  Meanings(const python::PythonModule& module, const Vocabulary& vocabulary, const Neighbours& neighbours,
           const Facts& facts);

  Things of(const python::Expr& expr);
  Things of(const python::Binding& binding);
  // Forgets what was concluded from facts that have grown since.
  void refresh() {
    of_binding_.clear();
    of_member_.clear();
  }

  // Whether any import can bring in something at all; if not, nothing in the module means anything.
  bool imports_anything();
  // The class whose method this is, if the name is its first parameter.
  const python::Class* class_of_self(const python::Name& name) const;
  // What the methods of the class assign to attributes of self.
  using Attributes = std::unordered_map<std::string_view, std::vector<const python::Expr*>>;
  const Attributes& attributes_of(const python::Class& class_) const;
  // Of `self.attribute`, seen from a method of the class.
  Things member(const python::Class& class_, std::string_view attribute, unsigned depth);
  Things bases(const python::Class& class_);
  // The constructor of a class of this module, its own or inherited; null for none here.
  const python::Function* constructor(const python::Class& class_, unsigned depth = 0);

  FileId file_of(const python::Binding& from_import) const;
  // Every offer that was made use of.
  const std::set<FileName>& uses() const { return uses_; }

 private:
  Things compute(const python::Expr& expr);
  Things compute(const python::Binding& binding);
  Things of_name(const python::Name& name);
  Things of_import(const python::Binding& binding);
  // As an absolute name; "" for a relative import of Python code.
  std::string imported_from(const python::ImportFrom& from) const;
  Things of_call(const python::Call& call);
  Things of_partial(const python::Call& partial);
  Things of_super(const python::Call& call);
  Things attribute(const Thing& thing, std::string_view name);
  Things find_member(const python::Class& class_, std::string_view attribute, unsigned depth);
  Things methods_named(std::string_view name);
  void add_library(std::string name, Things& things);
  void add_foreign(FileId file, std::string_view name, Things& things);
  std::string_view intern(std::string name) { return *interned_.insert(std::move(name)).first; }

  const python::PythonModule& module_;
  const Vocabulary& vocabulary_;
  const Neighbours& neighbours_;
  const Facts& facts_;
  std::unordered_map<const python::Binding*, Things> of_binding_;
  std::map<std::pair<const python::Class*, std::string_view>, Things> of_member_;
  std::unordered_map<const python::Class*, Attributes> attributes_;
  std::unordered_map<const python::Parameter*, const python::Function*> owners_;
  std::unordered_map<std::string, bool> leads_;
  std::set<std::string, std::less<>> interned_;
  std::set<FileName> uses_;
  unsigned depth_ = 0;
};

void add_to(Things& things, const Thing& thing);
void add_to(Things& things, const Things& more);
bool is_partial(const python::Expr& callee);

}  // namespace forklint::cli
