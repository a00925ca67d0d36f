#include "program/import_failures.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "program/returns.h"

namespace forklint::program {
namespace {

// Modules that are there with all that they export, in CPython 3.6.15 to 3.13.0.
constexpr std::string_view kModules[] = {
    "concurrent",
    "concurrent.futures",
    "concurrent.futures.thread",
    "multiprocessing",
    "multiprocessing.connection",
    "multiprocessing.context",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "multiprocessing.process",
    "multiprocessing.queues",
    "multiprocessing.synchronize",
    "queue",
    "subprocess",
    "threading",
};

// What these modules export on every Python: of others it is not known since when they do.
constexpr std::string_view kNames[] = {
    "concurrent.futures.ProcessPoolExecutor",
    "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.as_completed",
    "concurrent.futures.wait",
    "multiprocessing.Lock",
    "multiprocessing.Manager",
    "multiprocessing.Pool",
    "multiprocessing.Process",
    "multiprocessing.Queue",
    "multiprocessing.cpu_count",
    "multiprocessing.get_context",
    "multiprocessing.get_start_method",
    "multiprocessing.set_start_method",
    "multiprocessing.managers.BaseManager",
    "multiprocessing.managers.SyncManager",
    "multiprocessing.pool.Pool",
    "multiprocessing.pool.ThreadPool",
    "queue.Queue",
    "subprocess.Popen",
    "threading.Thread",
};

template <std::size_t kCount>
bool holds(const std::string_view (&names)[kCount], std::string_view name) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_always_there(std::string_view name) { return holds(kModules, name) || holds(kNames, name); }

bool imports_always(const python::Stmt& stmt) {
  if (const auto* import = python::as<python::Import>(&stmt)) {
    return std::all_of(import->items.begin(), import->items.end(),
                       [](const python::ImportItem& item) { return is_always_there(item.name); });
  }
  const auto* from = python::as<python::ImportFrom>(&stmt);
  return from != nullptr && from->level == 0 &&
         std::all_of(from->items.begin(), from->items.end(), [&](const python::ImportItem& item) {
           return is_always_there(std::string(from->module) + "." + std::string(item.name));
         });
}

bool is_import_error(const python::Expr* type) {
  if (const auto* several = python::as<python::Sequence>(type)) {
    return !several->items.empty() &&
           std::all_of(several->items.begin(), several->items.end(), is_import_error);
  }
  const auto* name = python::as<python::Name>(type);
  return name != nullptr && (name->id == "ImportError" || name->id == "ModuleNotFoundError");
}

}  // namespace

bool is_never_entered(const python::Region& region) {
  if (region.kind != python::RegionKind::except_body || !is_import_error(region.handler->type)) return false;
  const auto* attempt = python::as<python::Try>(region.stmt);
  if (attempt == nullptr) return false;
  bool fails = false;
  std::size_t imports = 0;
  for_each_statement(attempt->body, [&](const python::Stmt& stmt) {
    const bool is_import =
        stmt.kind == python::StmtKind::import || stmt.kind == python::StmtKind::import_from;
    imports += is_import;
    fails = fails || stmt.kind == python::StmtKind::raise || (is_import && !imports_always(stmt));
  });
  return imports > 0 && !fails;
}

}  // namespace forklint::program
