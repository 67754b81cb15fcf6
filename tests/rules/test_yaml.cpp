// Every trap of yaml-cpp that we know of. What loads is written down as {key:value}, [items], ~ for nothing;
// what does not load as line:column: message.
#include "rules/yaml.h"

#include <chrono>
#include <string>

#include "catch.h"
#include "rules/node_text.h"
#include "shared_data.h"

using namespace fasti;
using test::text_of_node;

namespace {

std::string loaded(const std::string& text) {
  try {
    return text_of_node(parse_yaml("f", text).root);
  } catch (const InputError& error) {
    const Diagnostic& d = error.diagnostics.front();
    return std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + ": " + d.message;
  }
}

void check(const std::string& text, const std::string& expected) {
  INFO(text.substr(0, 200));
  CHECK(loaded(text) == expected);
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

const std::string not_closed = "the quotation mark that opens here is not closed on this line";
const std::string several_lines = "a value goes on over several lines";
const std::string too_deep = "lists and maps are nested too deeply";
const std::string nothing_above = "this belongs to nothing that stands above it";

}  // namespace

TEST_CASE("yaml: scalars stay as written") {
  check("a: 010\nb: no\nc: 1e3\nd: 0x1F\ne: 2020-09-28\n",
        "{'a':'010' 'b':'no' 'c':'1e3' 'd':'0x1F' 'e':'2020-09-28'}");
  check("a: 'it''s'\nb: \"a\\\"b\\\\c\"\n", "{'a':'it's' 'b':'a\"b\\c'}");
  check("a: b#c #d\n", "{'a':'b#c'}");
  check("a: null\nb: ~\nc:\nd: 'null'\n", "{'a':~ 'b':~ 'c':~ 'd':'null'}");
  check("\"01\": [january, jan]\n? c\n: d\n", "{'01':['january' 'jan'] 'c':'d'}");
  check("wörter: [März, Mai]\n", "{'wörter':['März' 'Mai']}");
  check("a: \"x\\ny\"\n", "{'a':'x\ny'}");
}

TEST_CASE("yaml: files of other systems") {
  check(
      "\xEF\xBB\xBF"
      "a: b\r\nc:\r\n  - d\r\n",
      "{'a':'b' 'c':['d']}");
  check("a:\tb\n", "{'a':'b'}");
  check("", "~");
  check("# nothing but this\n", "~");
  check("---\na: b\n...\n", "{'a':'b'}");
  check("a: b", "{'a':'b'}");
}

TEST_CASE("yaml: a quotation mark that is forgotten swallows no lines") {
  check("a: \"x\nb: 2\n", "1:4: " + not_closed);
  check("a: 'x\nb: 'y'\n", "1:4: " + not_closed);
  check("a: 'it''s\n more'\n", "1:4: " + not_closed);
  check("a: \"x\\\"\n y\"\n", "1:4: " + not_closed);
  check("a: x\n  y\n", "1:4: " + several_lines);
  check("a: 1\n b: 2\n", "1:4: " + several_lines);
  check("a: | # x|\n  y\n  z\n", "1:4: texts in a block of lines are not allowed");
  check("a: >\n  y\n", "1:4: texts in a block of lines are not allowed");
}

TEST_CASE("yaml: nothing is dropped behind a broken point") {
  check("a: 1\n]\nb: 2\n", "2:1: not valid YAML: illegal flow end");
  check("  a: 1\nb: 2\n", "2:1: " + nothing_above);
  check("a: 1\n...\nb: 2\n", "3:1: " + nothing_above);
  check("a: 1\n... b: 2\n", "2:5: " + nothing_above);
  check("a: 1\n---\nb: 2\n", "2:1: a second YAML document begins here");
  check("---\n---\na: 1\n", "2:1: a second YAML document begins here");
  check("a: \"x\" y\nb: 2\n", "1:8: not valid YAML: end of map not found");
  check("a: b: c\n", "1:5: not valid YAML: illegal map value");
  check("a: [b\nc: d\n", "1:5: " + several_lines);
  check("a:\n    b: 1\n  c: 2\n", "3:3: not valid YAML: end of map not found");
  check("a: 1\nb: 2\nc\n", "3:2: the colon after \"c\" is missing");
  check("a: {b, c: d}\n", "1:6: the colon after \"b\" is missing");
  check("? a\nb: c\n", "1:4: the colon after \"a\" is missing");
  check("a: \"b\"#c\n", "1:7: a comment begins right behind a text");
  check("a:\n\tb: c\n", "2:1: a tab indents this line");
  // yaml-cpp takes these for the end of the file, and for a directive.
  check("a: 1\n\x04z: 2\n", "2:0: byte 1 of the line is a control character");
  check("a: 1\n%b: 2\n", "2:1: directives (%) are not allowed here");
}

TEST_CASE("yaml: keys are told apart") {
  check("a: 1\nb: 2\na: 3\n", "3:1: the key \"a\" stands here twice");
  check("{a: 1, 'a': 2}\n", "1:8: the key \"a\" stands here twice");
  check("a: {b: 1}\nc: {b: 1}\n", "{'a':{'b':'1'} 'c':{'b':'1'}}");
  check("a : b\n'c' :\nd:\n", "{'a':'b' 'c':~ 'd':~}");
  check("[a]: b\n", "1:1: a key must be a single word or text");
  check(": b\n", "1:1: a key is missing");
  check("null: b\n", "1:1: a key is missing");
}

TEST_CASE("yaml: what is written elsewhere is refused") {
  check("a: &x b\n", "1:4: anchors (&name) are not allowed here");
  check("&x [*x]\n", "1:1: anchors (&name) are not allowed here");
  check("a: &x [b]\nc: *x\n", "1:4: anchors (&name) are not allowed here");
  check("a: *x\n", "1:4: not valid YAML: the referenced anchor is not defined");
  for (const std::string value : {"!!str b", "!x b", "! b", "!x [b]", "!x {b: c}", "!x", "!", "!<tag:x> b"})
    check("a: " + value + "\n", "1:4: tags (!name) are not allowed here");
  check("<<: {a: b}\n", "{'<<':{'a':'b'}}");
}

TEST_CASE("yaml: bytes that are no text") {
  check("a: b\nc: d\xFF\n", "2:0: byte 5 of the line is not valid UTF-8");
  check(std::string("a: b\0c\n", 7), "1:0: byte 5 of the line is NUL, so this is no text file");
  check("a: b\rc: d\r", "1:0: byte 5 of the line is a carriage return without a line feed");
  check(
      "a: b\n\xEF\xBB\xBF"
      "c: d\n",
      "2:0: byte 1 of the line is a byte-order mark inside the text, which cannot be seen");
  check("a: b\xC2\x85z: d\n", "1:0: byte 5 of the line is a control character");
  check("a: \"\\x00\"\n", "1:4: the text holds a control character");
  check("a: \"\\uD800\"\n", "1:11: not valid YAML: invalid unicode: 55296");
  check("\xFE\xFF", "1:0: byte 1 of the line is not valid UTF-8");
}

TEST_CASE("yaml: nesting is bounded, whatever its style") {
  check(repeated("[", 24) + repeated("]", 24), repeated("[", 24) + repeated("]", 24));
  check(repeated("[", 25) + repeated("]", 25), "1:25: " + too_deep);
  check(repeated("[", 200'000), "1:13: " + too_deep);  // what is never closed counts twice in yaml-cpp
  check(repeated("{a: ", 100'000), "1:93: " + too_deep);
  check(repeated("- ", 100'000), "1:49: " + too_deep);
  check(repeated("? ", 100'000), "1:49: " + too_deep);
}

TEST_CASE("yaml: columns count characters") {
  check("é–ü: {a: 1, a: 2}\n", "1:13: the key \"a\" stands here twice");
  const YamlFile file = parse_yaml("f", "é: \"ä\\\\b\\u00e9{c}\"\nd: 'it''s {x}'\ne: ü {x}\nf:\ng: h\n");
  const auto column = [&](const char* key, const char* part) {
    const YamlNode& node = *file.root.find(key);
    const std::size_t offset = node.text.find(part);
    REQUIRE(offset != std::string::npos);
    return file.error_at(node, "", "", offset).place.column;
  };
  CHECK(column("é", "ä") == 5);
  CHECK(column("é", "b") == 8);
  CHECK(column("é", "{c}") == 15);
  CHECK(column("d", "{x}") == 11);
  CHECK(column("e", "{x}") == 6);
  // A missing value is told where its key stands.
  CHECK(file.error_at(*file.root.find("f"), "").place.line == 4);
  CHECK(file.error_at(*file.root.find("f"), "").excerpt == "f:");
}

TEST_CASE("yaml: a long line is not printed") {
  const YamlFile file = parse_yaml("f", "a: " + repeated("x ", 1000) + "\n");
  CHECK(file.error_at(*file.root.find("a"), "").excerpt.empty());
}

TEST_CASE("yaml: time grows with the size of the file, not faster") {
  using clock = std::chrono::steady_clock;
  const auto seconds = [](const std::string& text) {
    const auto begin = clock::now();
    parse_yaml("f", text);
    return std::chrono::duration<double>(clock::now() - begin).count();
  };
  std::string keys;
  for (int i = 0; i < 50'000; ++i) keys += "k" + std::to_string(i) + ": [a]\n";
  CHECK(seconds(keys) < 20);  // minutes, when each key looked at all before it
  CHECK(seconds("[" + repeated("a, ", 100'000) + "a]") < 20);
}

TEST_CASE("yaml: inputs on which LoadAll never returns") {
  const auto folder = test::shared_path("corpora/hostile/yaml-loadall-hangs");
  if (!folder) return;
  int files = 0;
  const auto begin = std::chrono::steady_clock::now();
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    loaded(std::string(std::istreambuf_iterator<char>(stream), {}));
    ++files;
  }
  CHECK(files > 10);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(30));
}
