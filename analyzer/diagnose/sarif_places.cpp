#include "diagnose/sarif_places.h"

#include "base/path.h"
#include "sarif/uri.h"

namespace forklint::diagnose {
namespace {

constexpr const char* kBaseId = "SRCROOT";

}  // namespace

bool SarifPlaces::is_outside(const std::string& path) const {
  if (!path::is_absolute(path)) return false;
  const std::string whole = path::normalise(path);
  return whole.size() <= project_.size() + 1 || !path::is_inside(whole, project_);
}

sarif::ArtifactLocation SarifPlaces::artifact(const std::string& path) const {
  if (!path::is_absolute(path)) return {sarif::relative_reference(path), kBaseId, ""};
  const std::string whole = path::normalise(path);
  if (is_outside(path)) return {sarif::file_uri(whole), "", ""};
  return {sarif::relative_reference(whole.substr(project_.size() + 1)), kBaseId, ""};
}

void SarifPlaces::describe(sarif::Run& run) const {
  run.original_uri_base_ids[kBaseId] = {"", "", "The top of the project."};
  // GitHub asks for it beside absolute paths (GH1006).
  run.invocations.push_back({.working_directory = {sarif::file_uri(working_directory_ + "/"), "", ""}});
}

}  // namespace forklint::diagnose
