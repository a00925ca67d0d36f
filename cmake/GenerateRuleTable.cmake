# cmake -D LIST=<file with the rules' sources and pages, one a line> -D OUTPUT=<all_rules.cpp> -P GenerateRuleTable.cmake
# Writes the definition of forklint::rules::all_rules(): the rules by id, each with its page as text.

cmake_minimum_required(VERSION 3.25)
file(STRINGS ${LIST} sources REGEX "\\.cpp$")
file(STRINGS ${LIST} pages REGEX "\\.md$")

# Half a rule is a mistake on the way: say which half is missing.
foreach(source IN LISTS sources)
  string(REGEX REPLACE "\\.cpp$" ".md" page ${source})
  if(NOT page IN_LIST pages)
    message(FATAL_ERROR "${source} has no page beside it: write ${page}, or make both with './dev new-rule'.")
  endif()
endforeach()
foreach(page IN LISTS pages)
  string(REGEX REPLACE "\\.md$" ".cpp" source ${page})
  if(NOT source IN_LIST sources)
    message(FATAL_ERROR "${page} has no rule beside it: write ${source}, or make both with './dev new-rule'.")
  endif()
endforeach()

function(read_metadata source id_result name_result)
  file(STRINGS ${source} ids REGEX "\\.id = \"FRK[0-9]+\"")
  list(LENGTH ids count)
  if(NOT count EQUAL 1)
    message(FATAL_ERROR "${source}: a rule says its id once, as in '.id = \"FRK104\"'; found ${count} such lines.")
  endif()
  string(REGEX MATCH "FRK[0-9]+" id "${ids}")
  get_filename_component(name ${source} NAME_WE)
  string(REPLACE "_" "-" dashed ${name})
  file(STRINGS ${source} names REGEX "\\.name = \"${dashed}\"")
  if(NOT names)
    message(FATAL_ERROR "${source}: the file is called after the rule, so it must say '.name = \"${dashed}\"'.")
  endif()
  set(${id_result} ${id} PARENT_SCOPE)
  set(${name_result} ${name} PARENT_SCOPE)
endfunction()

set(ids)
foreach(source IN LISTS sources)
  read_metadata(${source} id name)
  if(id IN_LIST ids)
    message(FATAL_ERROR "${id} is the id of ${source_of_${id}} and of ${source}: ids are never shared or used again.")
  endif()
  list(APPEND ids ${id})
  set(source_of_${id} ${source})
  set(name_of_${id} ${name})
endforeach()
list(SORT ids COMPARE NATURAL)

set(declarations "")
set(entries "")
foreach(id IN LISTS ids)
  string(REGEX REPLACE "\\.cpp$" ".md" page_file ${source_of_${id}})
  file(READ ${page_file} page)
  string(LENGTH "${page}" length)
  # The standard asks compilers for string literals of 65536 characters, no more.
  if(length GREATER 60000)
    message(FATAL_ERROR "${page_file} has ${length} bytes; a rule's page must stay below 60000.")
  endif()
  string(FIND "${page}" ")PAGE\"" closing)
  if(NOT closing EQUAL -1)
    message(FATAL_ERROR "${page_file} contains )PAGE\" which ends the literal that holds it: write it otherwise.")
  endif()
  string(APPEND declarations "extern const Rule ${name_of_${id}};\n")
  string(APPEND entries "    {&${name_of_${id}}, R\"PAGE(${page})PAGE\"},\n")
endforeach()

list(LENGTH ids count)
file(WRITE ${OUTPUT} "// Generated from the files under rules/. Do not edit.
#include <array>

#include \"rules/rule.h\"

namespace forklint::rules {

${declarations}
namespace {

constexpr std::array<RegisteredRule, ${count}> kRules = {{
${entries}}};

}  // namespace

std::span<const RegisteredRule> all_rules() { return kRules; }

}  // namespace forklint::rules
")
