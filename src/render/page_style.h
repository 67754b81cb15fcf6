// How the review page looks, and the little that its script does. Both are constants: nothing of the input
// ever gets into them, and the page's own policy lets no other script run.
#pragma once

#include <string_view>

namespace fasti {

// Light and dark as the reader's system wants it, always light on paper; columns where there is room.
extern const std::string_view page_style;

// A filter over the conflicts, and the keys j and k. The page needs neither.
extern const std::string_view page_script;

// SHA-256 of the script in base64, for the policy. A test holds it against the script.
extern const std::string_view page_script_hash;

}  // namespace fasti
