// At which calls, with statements and loops a site does what: its start method is settled at its own call,
// its processes are created there or in a method of what it made, and so with its hazard. Internal.
#pragma once

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "program/site.h"

namespace forklint::program {

// `tells`: it is told to end, and does so some time later.
enum class Role : std::uint8_t { makes, settles, forks, starts, ends, tells };

struct SiteRole {
  const Site* site = nullptr;
  Role role = Role::settles;
};

class SiteRoles {
 public:
  explicit SiteRoles(const std::vector<std::unique_ptr<Site>>& sites);

  // What happens in this very call.
  const std::vector<SiteRole>& at(const python::CallSite& call) const;
  // What happens when this method of what `made_by` made is entered, iterated over or left.
  std::vector<SiteRole> of_method(const python::Expr& made_by, std::string_view method) const;
  // The sites whose calls made this.
  const std::vector<const Site*>& made_by(const python::Expr& call) const;
  // The sites whose hazards a call of this function ends.
  const std::vector<const Site*>& ended_by(std::string_view function) const;
  // Whether some site forks when what it made is iterated over.
  bool any_iterated() const { return any_iterated_; }
  // Whether what the site made is started elsewhere, with the functions that were handed to it.
  bool runs_later(const Site& site) const { return later_.contains(&site); }

 private:
  void place(const Site& site);

  std::unordered_map<const python::CallSite*, std::vector<SiteRole>> at_;
  std::unordered_map<const python::Expr*, std::vector<const Site*>> made_by_;
  std::unordered_map<std::string_view, std::vector<const Site*>> ended_by_;
  std::unordered_set<const Site*> later_;
  bool any_iterated_ = false;
};

}  // namespace forklint::program
