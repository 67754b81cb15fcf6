#include "base/escape.h"

#include <fstream>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "shared_data.h"

using namespace fasti;
using namespace fasti::test;

namespace {

struct Case {
  std::string_view input;
  std::string_view expected;
};

template <typename Function, std::size_t count>
void check_all(Function function, const Case (&cases)[count]) {
  for (const Case& one : cases) {
    INFO("input: " << one.input);
    CHECK(function(one.input) == one.expected);
  }
}

}  // namespace

TEST_CASE("clean_text leaves only what an XML document may hold", "[base][escape]") {
  check_all(clean_text, {
                            {"", ""},
                            {"plain, Ärger, 日本, 🎉", "plain, Ärger, 日本, 🎉"},
                            {"a\tb\nc", "a\tb\nc"},
                            {"a\r\nb\rc", "a\nb\nc"},
                            {{"a\0b", 3}, "a\uFFFDb"},
                            {"bell\a", "bell\uFFFD"},
                            {"\x7F", "\uFFFD"},
                            {"\xC3", "\uFFFD"},
                            {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a lone surrogate
                            {"\xC0\xAF", "\uFFFD\uFFFD"},            // overlong
                            {"\xEF\xBF\xBE", "\uFFFD"},              // U+FFFE
                            {"\xEF\xB7\x90", "\uFFFD"},              // U+FDD0
                            {"on \u202E0202 yaM\u202C", "on 0202 yaM"},
                            {"\u2067x\u2069", "x"},
                            {"a\u2028b", "a\nb"},
                        });
}

TEST_CASE("one_line joins what was broken", "[base][escape]") {
  check_all(one_line, {{"  a \n\n b\t", "a b"}, {" ", ""}, {"x\r\ny", "x y"}});
}

TEST_CASE("exact_xml keeps every character that XML allows", "[base][escape]") {
  const auto exact = [](std::string_view text) {
    const ExactXml xml = exact_xml(text);
    return xml.text + " " + std::to_string(xml.replaced);
  };
  CHECK(exact("") == " 0");
  CHECK(exact("R&D <b> ]]> \"'") == "R&amp;D &lt;b&gt; ]]&gt; &quot;&#39; 0");
  CHECK(exact("a\tb\nc\r\nd\r") == "a\tb\nc&#13;\nd&#13; 0");
  CHECK(exact("\u2028\u0085\u202E\uFEFF\x7F") == "\u2028\u0085\u202E\uFEFF\x7F 0");
  CHECK(exact({"\0\a\x1F", 3}) == "\uFFFD\uFFFD\uFFFD 3");
  CHECK(exact("\xEF\xBF\xBE \xEF\xBF\xBF \xEF\xB7\x90") ==
        "\uFFFD \uFFFD \xEF\xB7\x90 2");  // U+FFFE, U+FFFF, U+FDD0
  CHECK(exact("\uFFFD") == "\uFFFD 0");
  CHECK(exact("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD 3");
}

TEST_CASE("escape_csv quotes where RFC 4180 wants it", "[base][escape]") {
  check_all(escape_csv, {
                            {"", ""},
                            {" plain ", " plain "},
                            {"a,b", "\"a,b\""},
                            {"say \"a\"", "\"say \"\"a\"\"\""},
                            {"a\nb", "\"a\nb\""},
                            {"a\rb", "\"a\rb\""},
                            {"-0206", "-0206"},
                            {{"a\0b", 3}, "a\uFFFDb"},
                        });
}

TEST_CASE("csv_words leaves a spreadsheet nothing to compute", "[base][escape]") {
  check_all(csv_words, {
                           {"", ""},
                           {"=1+2", "'=1+2"},
                           {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
                           {"+1", "'+1"},
                           {"-1", "'-1"},
                           {"@x", "'@x"},
                           {"\t=1", "'\t=1"},
                           {"\r=1", "\"'\r=1\""},
                           {"\n=1", "\"'\n=1\""},
                           {"\uFF1D1", "'\uFF1D1"},
                           {"'=1", "''=1"},
                           {"''=1", "'''=1"},
                           {"'90s", "'90s"},
                           {"'", "'"},
                           {"a=1", "a=1"},
                       });
}

TEST_CASE("escape_dot leaves nothing for Graphviz to substitute", "[base][escape]") {
  check_all(escape_dot, {
                            {R"(\N \G \E \L \l \r)", R"(\\N \\G \\E \\L \\l \\r)"},
                            {"ends in \\", "ends in \\\\"},
                            {"two\nlines", "two\\nlines"},
                            {"&lt; & &#65;", "&amp;lt; &amp; &amp;#65;"},
                            {"\"quoted\"", "\"quoted\""},  // libcgraph's part
                        });
}

TEST_CASE("dot_name keeps names readable and harmless", "[base][escape]") {
  check_all(dot_name,
            {{"e-3f2a91c0", "e-3f2a91c0"}, {"a\\", "a_"}, {"<b>\"é", "_b____"}, {"2020-09", "2020-09"}});
}

TEST_CASE("escape_xml holds in text and in attributes", "[base][escape]") {
  check_all(escape_xml,
            {
                {"<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
                {"a \"b\" & c", "a &quot;b&quot; &amp; c"},
                {"]]>", "]]&gt;"},
                {"\x01", "\uFFFD"},
            });
}

TEST_CASE("escape_markdown leaves no markup, HTML or table border", "[base][escape]") {
  check_all(escape_markdown, {
                                 {"28 September 2020", "28 September 2020"},
                                 {"a | b", "a \\| b"},
                                 {"*bold* _it_ `code`", "\\*bold\\* \\_it\\_ \\`code\\`"},
                                 {"[x](javascript:y)", "\\[x\\](javascript:y)"},
                                 {"<img src=x> &amp;", "&lt;img src=x&gt; &amp;amp;"},
                                 {"# not a heading", "\\# not a heading"},
                                 {"- not a list", "\\- not a list"},
                                 {"1. not a list", "1\\. not a list"},
                                 {"1986. A great year", "1986\\. A great year"},
                                 {"well-known. Yes", "well-known. Yes"},
                                 {"two\nlines", "two lines"},
                                 {"~~gone~~", "\\~\\~gone\\~\\~"},
                                 {"back\\slash", "back\\\\slash"},
                             });
}

TEST_CASE("safe_link follows http, https, mailto and relative addresses only", "[base][escape]") {
  check_all(safe_link, {
                           {"https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"},
                           {"HTTP://example.org", "HTTP://example.org"},
                           {"mailto:desk@example.org", "mailto:desk@example.org"},
                           {"stories/one.html", "stories/one.html"},
                           {"/a:b", "/a:b"},
                           {"#c-1", "#c-1"},
                           {"", ""},
                           {"  https://example.org ", "https://example.org"},
                           {"https://x/\"><script>", "https://x/%22%3E%3Cscript%3E"},
                           {"https://x/it's\\N", "https://x/it%27s%5CN"},
                           {"javascript:alert(1)", ""},
                           {" JaVaScRiPt:alert(1)", ""},
                           {"\x01javascript:alert(1)", ""},
                           {"java\tscript:alert(1)", ""},
                           {"java\nscript:alert(1)", ""},
                           {"java&#115;cript:alert(1)", ""},
                           {"javascript&colon;alert(1)", ""},
                           {"&#106;avascript:alert(1)", ""},
                           {"data:text/html,x", ""},
                           {"vbscript:x", ""},
                           {"file:///etc/passwd", ""},
                           {"C:\\temp", ""},
                           {"//evil.example", ""},
                           {"\\\\evil.example\\x", ""},
                           {"/\\evil.example", "/%5Cevil.example"},
                           {"https://x/\xFF", ""},
                       });
}

TEST_CASE("naughty strings stay text everywhere", "[base][escape][hostile]") {
  const auto bytes = shared_file("corpora/hostile/naughty-strings/blns.json");
  if (!bytes) return;
  const auto strings = nlohmann::json::parse(*bytes).get<std::vector<std::string>>();
  REQUIRE(strings.size() > 400);
  for (const std::string& naughty : strings) {
    INFO(naughty);
    CHECK(escape_xml(naughty).find_first_of("<>\"'") == std::string::npos);
    CHECK(clean_text(clean_text(naughty)) == clean_text(naughty));
    const std::string link = safe_link(naughty);
    CHECK(link.find_first_of("<>\"' \\") == std::string::npos);
    const std::string markdown = escape_markdown(naughty);
    CHECK(markdown.find_first_of("<>\n") == std::string::npos);
  }
}
