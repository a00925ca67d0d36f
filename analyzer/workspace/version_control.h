// Which revision of which repository is analysed: read from git's own files. git itself is never run, because
// a repository's configuration names programs that git would start.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/host.h"
#include "finding/run_result.h"

namespace forklint::workspace {

// For the repository that `root` (absolute, normalised) lies in; nothing where there is none. What cannot be
// read is left empty: a report is as good without it.
std::optional<VersionControl> read_version_control(const FileSystem& files, const std::string& root);

// The address of a remote as an absolute URI without user, password, query and fragment ("git@host:a/b" is
// ssh); "" for a path on this machine and for what is no address.
std::string public_uri(std::string_view remote);

}  // namespace forklint::workspace
