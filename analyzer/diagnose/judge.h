// The judgement on one process.
#pragma once

#include <optional>

#include "diagnose/diagnosis.h"

namespace forklint::diagnose {

// Of its threads, the one that tells most. Nothing for a process that no thread tells anything of.
std::optional<Diagnosis> judge(const dump::Process& process, const SourceLines& sources);

}  // namespace forklint::diagnose
