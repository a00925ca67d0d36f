#include "report/report.h"

#include <fmt/format.h>

#include <array>

#include "base/text.h"
#include "report/formats.h"
#include "report/sarif.h"
#include "report/terminal.h"

namespace forklint::report {
namespace {

struct NamedFormat {
  std::string_view name;
  Format format;
};

constexpr std::array<NamedFormat, 7> kFormats = {{{"full", Format::full},
                                                  {"concise", Format::concise},
                                                  {"json", Format::json},
                                                  {"sarif", Format::sarif},
                                                  {"github", Format::github},
                                                  {"gitlab", Format::gitlab},
                                                  {"junit", Format::junit}}};

}  // namespace

std::optional<Format> format_named(std::string_view name) {
  for (const NamedFormat& format : kFormats) {
    if (format.name == name) return format.format;
  }
  return std::nullopt;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  names.reserve(kFormats.size());
  for (const NamedFormat& format : kFormats) names.push_back(format.name);
  return names;
}

void render(const RunResult& run, Format format, const Style& style, std::ostream& out) {
  switch (format) {
    case Format::full:
      return render_full(run, style, out);
    case Format::concise:
      return render_concise(run, style, out);
    case Format::json:
      return render_json(run, out);
    case Format::sarif:
      return render_sarif(run, style, out);
    case Format::github:
      return render_github(run, out);
    case Format::gitlab:
      return render_gitlab(run, out);
    case Format::junit:
      return render_junit(run, out);
  }
}

void render_notices(const RunResult& run, const Style& style, std::ostream& err) {
  const Painter paint(style.color);
  for (const Notice& notice : run.notices) {
    std::string place = notice.path.empty() ? "" : text::visible(shown_path(notice.path, run)) + ":";
    if (notice.line != 0) place += fmt::format("{}:", notice.line);
    err << fmt::format("{} {}{}{}\n", paint(ink_of(notice.kind), fmt::format("{}:", name_of(notice.kind))),
                       place, place.empty() ? "" : " ", text::visible(notice.text));
  }
}

}  // namespace forklint::report
