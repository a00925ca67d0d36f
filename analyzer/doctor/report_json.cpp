#include <nlohmann/json.hpp>
#include <ostream>

#include "doctor/checkup.h"

namespace forklint::doctor {
namespace {

using Json = nlohmann::ordered_json;

// Grows when a reader of the present one could break.
constexpr int kVersion = 1;

Json optional_text(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json checkup_json(const Checkup& checkup) {
  Json json = {{"path", checkup.interpreter->path},
               {"origin", checkup.interpreter->origin},
               {"version", checkup.interpreter->version},
               {"affected", checkup.patched.has_value()},
               {"patched", checkup.patched ? Json(to_string(*checkup.patched)) : Json()},
               {"start_method", checkup.start_method}};
  json["packages"] = Json::array();
  for (const Advice& each : checkup.packages) {
    json["packages"].push_back({{"name", each.package.name},
                                {"version", each.package.version},
                                {"does", each.does},
                                {"change", each.change}});
  }
  return json;
}

}  // namespace

void render_json(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out) {
  Json json = {{"version", kVersion},
               {"py_spy", optional_text(machine.py_spy)},
               {"gdb", optional_text(machine.gdb)},
               {"requires_python", machine.requires_python},
               {"allowed_affected", allowed_affected(machine.requires_python)}};
  json["interpreters"] = Json::array();
  for (const Checkup& checkup : checkups) json["interpreters"].push_back(checkup_json(checkup));
  json["failures"] = Json::array();
  for (const Interpreter& each : machine.interpreters) {
    if (!each.failure.empty()) json["failures"].push_back({{"path", each.path}, {"cause", each.failure}});
  }
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace forklint::doctor
