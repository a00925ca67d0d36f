// Paths as URIs (RFC 3986). A path is raw bytes with '/' separators and need not be text in any encoding.
#pragma once

#include <string>
#include <string_view>

namespace sarif {

// A relative path as a relative reference: every byte that is not unreserved is percent-encoded, ':' too,
// since "a:b" would name a scheme. Begins with "./" where the path would begin with '/' or be empty.
std::string relative_reference(std::string_view path);

// An absolute path as a "file:" URI.
std::string file_uri(std::string_view absolute_path);

// Whether `text` has only characters that a URI may have, each '%' with its two digits, and a scheme.
bool is_absolute_uri(std::string_view text);

}  // namespace sarif
