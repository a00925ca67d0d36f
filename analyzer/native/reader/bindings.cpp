// The tables of the C API. What libraries for C++ make of it stands in library_bindings.cpp.
#include "native/reader/bindings.h"

namespace forklint::native {
namespace {

const clang::Expr* plain(const clang::Expr* expr) {
  return expr == nullptr ? nullptr : expr->IgnoreParenCasts();
}

std::optional<std::string> literal(const clang::Expr* expr) {
  const auto* text = llvm::dyn_cast_or_null<clang::StringLiteral>(plain(expr));
  if (text == nullptr || text->getCharByteWidth() != 1) return std::nullopt;
  return text->getString().str();
}

const clang::ValueDecl* referred(const clang::Expr* expr) {
  expr = plain(expr);
  if (const auto* unary = llvm::dyn_cast_or_null<clang::UnaryOperator>(expr);
      unary != nullptr && unary->getOpcode() == clang::UO_AddrOf)
    expr = plain(unary->getSubExpr());
  const auto* reference = llvm::dyn_cast_or_null<clang::DeclRefExpr>(expr);
  return reference == nullptr ? nullptr : reference->getDecl();
}

const clang::FunctionDecl* function(const clang::Expr* expr) {
  return llvm::dyn_cast_or_null<clang::FunctionDecl>(referred(expr));
}

const clang::VarDecl* variable(const clang::Expr* expr) {
  return llvm::dyn_cast_or_null<clang::VarDecl>(referred(expr));
}

bool is_struct(clang::QualType type, llvm::StringRef name) {
  const clang::RecordDecl* record = type->getAsRecordDecl();
  if (record == nullptr) return false;
  if (record->getName() == name) return true;
  const clang::TypedefNameDecl* alias = record->getTypedefNameForAnonDecl();
  return alias != nullptr && alias->getName() == name;
}

bool is_table_of(const clang::VarDecl& variable, llvm::StringRef name) {
  const clang::ArrayType* array = variable.getType()->getAsArrayTypeUnsafe();
  return array != nullptr && is_struct(array->getElementType(), name);
}

// The value of a field, by its name; null where it is not given.
const clang::Expr* field(const clang::InitListExpr& fields, clang::QualType type, llvm::StringRef name) {
  const clang::RecordDecl* record = type->getAsRecordDecl();
  if (record == nullptr) return nullptr;
  unsigned index = 0;
  for (const clang::FieldDecl* each : record->fields()) {
    if (each->getName() == name) return index < fields.getNumInits() ? fields.getInit(index) : nullptr;
    ++index;
  }
  return nullptr;
}

// Calls `visit` for each row of two values or more.
template <typename Visit>
void for_each_row(const clang::InitListExpr& rows, Visit visit) {
  for (const clang::Expr* each : rows.inits()) {
    const auto* row = llvm::dyn_cast<clang::InitListExpr>(each->IgnoreParenImpCasts());
    if (row != nullptr && row->getNumInits() >= 2) visit(*row);
  }
}

// Numbers of slots: CPython's Include/typeslots.h and moduleobject.h, part of the stable ABI.
constexpr std::int64_t kModuleExec = 2;
constexpr std::int64_t kTypeInit = 60;
constexpr std::int64_t kTypeMethods = 64;
constexpr std::int64_t kTypeNew = 65;

}  // namespace

std::string Bindings::mark_of(const clang::VarDecl& table) const {
  const clang::VarDecl* definition = table.getDefinition();
  return "@" + places_.key_of((definition == nullptr ? table : *definition).getLocation(), "table");
}

std::string Bindings::mark_of(const clang::FunctionDecl& function) const {
  return "@in " + places_.key_of(function);
}

void Bindings::add_scope(std::string mark, std::string scope, std::string inner, bool is_class) {
  unit_.scopes.push_back({std::move(mark), std::move(scope), std::move(inner), is_class});
}

void Bindings::add_binding(const Scope& scope, std::string name, std::string function,
                           clang::SourceRange range) {
  if (function.empty()) return;
  const bool is_constructor = scope.is_class && name.empty();
  if (!scope.inner.empty()) name = name.empty() ? scope.inner : scope.inner + "." + name;
  unit_.bindings.push_back(
      {scope.scope, std::move(name), std::move(function), places_.of(range), scope.is_class, is_constructor});
}

void Bindings::read_function(const clang::FunctionDecl& function) {
  if (!function.getDeclName().isIdentifier()) return;
  llvm::StringRef name = function.getName();
  if (name.consume_front("PyInit_")) add_scope(unit_mark(), name.str());
}

void Bindings::read_table(const clang::VarDecl& table) {
  const auto* rows = llvm::dyn_cast_or_null<clang::InitListExpr>(plain(table.getInit()));
  if (rows == nullptr) return;
  if (is_table_of(table, "PyMethodDef")) return read_methods(table, *rows);
  // What cffi writes for `lib` of a module.
  if (is_table_of(table, "_cffi_global_s"))
    return for_each_row(*rows, [&](const auto& row) { read_method({unit_mark(), "lib"}, row); });
  if (is_table_of(table, "PyModuleDef_Slot")) return read_module_slots(table, *rows);
  if (is_table_of(table, "PyType_Slot")) return read_type_slots(table, *rows);
  // Cython's functions, one by one; its own code adds them to the module.
  if (is_struct(table.getType(), "PyMethodDef")) return read_method({unit_mark()}, *rows);
  if (is_struct(table.getType(), "PyModuleDef")) return read_module(*rows);
  if (is_struct(table.getType(), "_typeobject") || is_struct(table.getType(), "PyTypeObject"))
    return read_type(*rows, table.getType());
  if (is_struct(table.getType(), "PyType_Spec")) read_type_spec(*rows);
}

void Bindings::read_methods(const clang::VarDecl& table, const clang::InitListExpr& rows) {
  for_each_row(rows, [&](const clang::InitListExpr& row) { read_method({mark_of(table)}, row); });
}

void Bindings::read_method(const Scope& scope, const clang::InitListExpr& row) {
  if (row.getNumInits() < 2) return;
  const std::optional<std::string> name = literal(row.getInit(0));
  const clang::FunctionDecl* target = function(row.getInit(1));
  if (!name || target == nullptr) return;
  add_binding(scope, *name, places_.key_of(*target), plain(row.getInit(0))->getSourceRange());
}

void Bindings::read_module(const clang::InitListExpr& fields) {
  std::optional<std::string> name;
  for (const clang::Expr* each : fields.inits()) {
    if (!name) name = literal(each);
  }
  if (!name) return;
  add_scope(unit_mark(), *name);
  for (const clang::Expr* each : fields.inits()) {
    const clang::VarDecl* table = variable(each);
    if (table != nullptr && (is_table_of(*table, "PyMethodDef") || is_table_of(*table, "PyModuleDef_Slot")))
      add_scope(mark_of(*table), *name);
  }
}

void Bindings::read_module_slots(const clang::VarDecl& slots, const clang::InitListExpr& rows) {
  for_each_row(rows, [&](const clang::InitListExpr& row) {
    clang::Expr::EvalResult slot;
    const clang::FunctionDecl* target = function(row.getInit(1));
    if (target == nullptr || !row.getInit(0)->EvaluateAsInt(slot, context_)) return;
    if (slot.Val.getInt().getExtValue() == kModuleExec) add_scope(mark_of(*target), mark_of(slots));
  });
}

void Bindings::add_type(const std::string& mark, llvm::StringRef full_name) {
  const auto [module, name] = full_name.rsplit('.');
  // Where Python finds it may be the module that it names, and is the one that this unit makes.
  if (!name.empty()) add_scope(mark, module.str(), name.str(), true);
  add_scope(mark, unit_mark(), (name.empty() ? module : name).str(), true);
}

void Bindings::read_type(const clang::InitListExpr& fields, clang::QualType type) {
  const std::optional<std::string> name = literal(field(fields, type, "tp_name"));
  if (!name) return;
  if (const clang::VarDecl* methods = variable(field(fields, type, "tp_methods")))
    add_type(mark_of(*methods), *name);
  const std::string mark = "@type " + *name + " " + unit_.path;
  for (const char* slot : {"tp_new", "tp_init"}) {
    const clang::Expr* value = field(fields, type, slot);
    const clang::FunctionDecl* target = function(value);
    if (target == nullptr) continue;
    add_type(mark, *name);
    add_binding({mark, "", true}, "", places_.key_of(*target), value->getSourceRange());
  }
}

void Bindings::read_type_slots(const clang::VarDecl& slots, const clang::InitListExpr& rows) {
  for_each_row(rows, [&](const clang::InitListExpr& row) {
    clang::Expr::EvalResult slot;
    if (!row.getInit(0)->EvaluateAsInt(slot, context_)) return;
    const std::int64_t number = slot.Val.getInt().getExtValue();
    if (const clang::VarDecl* methods = variable(row.getInit(1));
        methods != nullptr && number == kTypeMethods)
      add_scope(mark_of(*methods), mark_of(slots), "", true);
    const clang::FunctionDecl* target = function(row.getInit(1));
    if (target != nullptr && (number == kTypeInit || number == kTypeNew))
      add_binding({mark_of(slots), "", true}, "", places_.key_of(*target), row.getInit(1)->getSourceRange());
  });
}

void Bindings::read_type_spec(const clang::InitListExpr& fields) {
  std::optional<std::string> name;
  for (const clang::Expr* each : fields.inits()) {
    if (!name) name = literal(each);
    const clang::VarDecl* slots = variable(each);
    if (name && slots != nullptr && is_table_of(*slots, "PyType_Slot")) add_type(mark_of(*slots), *name);
  }
}

}  // namespace forklint::native
