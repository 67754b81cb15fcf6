// The one door through which text of unknown origin is printed: into DOT, XML, HTML, CSV and Markdown. JSON
// is left to nlohmann-json. Whatever goes in (control characters, broken UTF-8, "\N", "<script>"), what comes
// out shows the same words and nothing else happens.
//
//   escape_xml("R&D <b>")  == "R&amp;D &lt;b&gt;"       escape_dot("\\N & co") == "\\\\N &amp; co"
//   escape_markdown("*a*") == "\\*a\\*"                 safe_link("javascript:alert(1)") == ""
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fasti {

// Valid UTF-8 that any XML document may hold. Invalid bytes and characters that XML forbids become U+FFFD;
// the characters that only change the direction of what follows (U+202A to U+202E, U+2066 to U+2069) are
// dropped, because they can make a date read backwards; line breaks and tabs stay.
std::string clean_text(std::string_view);

// clean_text with every run of white space as one blank, none at either end. For labels, headings and table
// cells.
std::string one_line(std::string_view);

// For the value of a DOT label or tooltip that is handed to libcgraph, which adds the quotation marks.
// Backslashes are doubled (no \N \G \E \L), '&' is written as an entity (Graphviz decodes those), a line
// break becomes \n.
std::string escape_dot(std::string_view);

// For DOT node names: letters, digits, '.', '_' and '-' stay, all else becomes '_'.  "e:1 <x>" -> "e_1__x_"
std::string dot_name(std::string_view);

// For XML and HTML, as text or between quotation marks of either kind.
std::string escape_xml(std::string_view);

// The same for XML whose reader must get every character back: line breaks stay what they are (\r is written
// as
// &#13;, for readers change it), and only what XML 1.0 forbids becomes U+FFFD, character for character.
//   exact_xml("a\x01\r\n") is {"a\uFFFD&#13;\n", 1}
struct ExactXml {
  std::string text;
  std::size_t replaced = 0;  // characters and invalid bytes that became U+FFFD
};
ExactXml exact_xml(std::string_view);

// For a cell of CSV (RFC 4180): in quotation marks where it must be. NUL, which many readers take for the
// end, becomes U+FFFD.     a, "b"  ->  "a, ""b"""
std::string escape_csv(std::string_view);

// The same for words of other people: before what a spreadsheet would take for a formula (= + - @, a tab or a
// line break at the front, and = + - @ of full width) goes an apostrophe, behind apostrophes that are there.
//   =1+2  ->  '=1+2        '=1+2  ->  ''=1+2        '90s  ->  '90s
std::string csv_words(std::string_view);

// For Markdown (CommonMark and GitHub's tables) on one line: nothing in it is read as markup, HTML or a
// table's border.
std::string escape_markdown(std::string_view);

// The address if a reader may follow it: http, https, mailto, or relative to the page; else "". What is
// returned is still to be escaped for its place. Refused are other schemes, "//host" and whatever could hide
// a scheme from us (entities, backslashes, control characters in the first segment).
std::string safe_link(std::string_view);

}  // namespace fasti
