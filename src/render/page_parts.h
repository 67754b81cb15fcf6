// What the pages and their sections have in common. Not for use outside page*.cpp.
#pragma once

#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "render/desk.h"

namespace fasti::page {

// A page while it is written.
struct Page {
  Desk desk;
  std::string html;
  bool tells_bonds = false;  // why each claim is one of its event
};

template <typename... Arguments>
void write(Page& page, fmt::format_string<Arguments...> text, Arguments&&... arguments) {
  fmt::format_to(std::back_inserter(page.html), text, std::forward<Arguments>(arguments)...);
}

// Doctype to the end of <head>. Both are constants; the policy admits no other script than the one of this
// hash (of SHA-256, in base64), and no request to anywhere.
void write_document_head(Page&, const std::string& title, std::string_view style,
                         std::string_view script_hash);

// Text of other people, escaped, and kept from turning the direction of its neighbours.
std::string isolated(std::string_view text);

// English sentences of the program in a report of another language are marked as such.
std::string in_english(const Page&, const std::string& text);
bool is_in_english(const Page&);  // the page itself

// The sign and the word of a status; colour alone tells nothing.
std::string state_html(const Page&, Status);

// A source's name, linked where it has an address that may be followed.
std::string source_html(const Page&, const std::string& doc);
std::string sources_html(const Page&, const std::vector<std::string>& docs);

// An id that a link can name.
std::string id_of(const Case&);

// A claim's quotation in context, where it stands and how it was dated.
void write_claim(Page&, const TimelineEvent&, std::size_t claim);

// page_conflict.cpp
void write_conflict(Page&, const Case&, std::size_t number);
void write_dispute(Page&, const Case&);  // of it: verdict, cause, strip of time
void write_rival_dates(Page&,
                       const Case&);  // the candidates with who says so, what fits all, what would settle it

// page_foot.cpp: all that is not disputed.
void write_decisions(Page&);
void write_agreed(Page&);
void write_single(Page&);
void write_undated(Page&);
void write_sources(Page&);
void write_diagnostics(Page&);
void write_how_to_read(Page&, std::initializer_list<std::string_view> phrases, std::string_view keys);

}  // namespace fasti::page
