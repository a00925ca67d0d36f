// What the catalog says to those who look for more files to parse: which names lead to processes, what comes
// out of calling them, and which arguments decide.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "catalog/catalog.h"
#include "workspace/prefilter.h"

namespace forklint::cli {

class Vocabulary {
 public:
  // `catalog` outlives it.
  explicit Vocabulary(const catalog::Catalog& catalog);

  const catalog::Catalog& catalog() const { return catalog_; }
  // Whether a text holds a word without which no file names an API in full.
  bool holds_word(std::string_view text) const { return words_.found_in(text); }
  // Whether such a word is one that needs no import beside it: a variable of the environment, the name of a
  // parameter, or that of a method. All others are parts of names that begin with an import.
  bool holds_word_of_its_own(std::string_view text) const { return own_words_.found_in(text); }
  // Whether the name is, or has below it, what creates processes or chooses how.
  bool leads(std::string_view name) const { return catalog_.leads_to_process(name) || names_.contains(name); }
  // The same for APIs that are named by such a word; the others are told by the word of a parameter.
  bool leads_by_name(std::string_view name) const {
    return named_.contains(name) || (!names_.contains(name) && leads(name));
  }
  // Whether the text spells the last word of some such API below the name: to use it, whoever has only the
  // name must. True where it is not known what lies below.
  bool is_spelled_below(std::string_view name, std::string_view text) const;
  // Whether a file that is given what has this name can go on to such an API without holding a word.
  bool opens(std::string_view name) const;
  // Whether calling it gives something on which more such calls can be made: a context, a dataset.
  bool gives(std::string_view name) const;
  // The same two for the attributes of a context or an instance, whichever it is.
  bool is_member(std::string_view attribute) const { return members_.contains(attribute); }
  bool is_giving_member(std::string_view attribute) const { return giving_members_.contains(attribute); }

  // Whether the name is, or has below it, what is dangerous for a later fork.
  bool leads_to_hazard(std::string_view name) const { return hazards_.contains(name); }
  // Whether it is a class with methods that are: its instances may do it wherever they are.
  bool has_hazard_methods(const catalog::Api& api) const { return api.is_class && leads_to_hazard(api.name); }
  // Whether the text calls a method of such a name: `.cuda(`.
  bool calls_hazard_method(std::string_view text) const { return hazard_calls_.found_in(text); }

  // The parameters on which it depends whether and how processes are created.
  static std::vector<std::string_view> deciding(const catalog::Api& api);
  // Whether some API has a deciding parameter of this name.
  bool is_deciding(std::string_view parameter) const { return deciding_.contains(parameter); }

 private:
  static bool matters(const catalog::Api& api);
  void add_class_of(const catalog::Api& api);
  void add(const catalog::Api& api);
  void add_hazard(std::string_view name);
  void add_name(std::string_view name, const catalog::Api& api);

  const catalog::Catalog& catalog_;
  const workspace::WordSearch words_;
  const workspace::WordSearch own_words_;
  const workspace::WordSearch hazard_calls_;
  std::unordered_set<std::string_view> names_;  // and their dotted beginnings
  std::unordered_set<std::string_view> named_;
  std::unordered_set<std::string_view> open_;
  std::unordered_map<std::string_view, std::unordered_set<std::string_view>> last_words_;  // by beginning
  std::unordered_set<std::string_view> classes_;  // that have methods which matter
  std::unordered_set<std::string_view> members_;
  std::unordered_set<std::string_view> giving_members_;
  std::unordered_set<std::string_view> deciding_;
  std::unordered_set<std::string_view> hazards_;  // and their dotted beginnings
};

}  // namespace forklint::cli
