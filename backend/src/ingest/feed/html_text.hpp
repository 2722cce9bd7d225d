#pragma once

#include <string>
#include <string_view>

namespace likeness::ingest {

/// The words of a piece of HTML: tags, comments, scripts and styles are left out, common entities decoded, white space
/// put together. For texts that are shown and searched as plain text; the result is not safe to be put into HTML.
std::string html_text(std::string_view html);

}  // namespace likeness::ingest
