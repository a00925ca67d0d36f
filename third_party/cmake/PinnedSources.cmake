# The parser's sources, where neither ./dev setup nor a source distribution has brought them: 'pip install .' in a
# fresh clone comes here.
find_program(FORKLINT_NPM npm)
if(NOT FORKLINT_NPM)
  message(FATAL_ERROR
    "The parser's sources are missing in ${FORKLINT_DEPS_DIR} and there is no npm to fetch them: install npm, or "
    "build from the source distribution, which has them.")
endif()
message(STATUS "Fetching what third_party/package-lock.json pins")
execute_process(
  COMMAND ${FORKLINT_NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/third_party
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "'npm ci' in ${CMAKE_SOURCE_DIR}/third_party has failed: ${failed}")
endif()
