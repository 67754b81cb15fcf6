#include "render/dot.h"

#include <fstream>
#include <map>
#include <memory>
#include <set>

#include <graphviz/cgraph.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "catch.h"
#include "fixtures.h"
#include "shared_data.h"

using namespace fasti;
using namespace fasti::test;

namespace {

std::string dot_of(const Timeline& timeline) {
  return draw_dot(layout(timeline, fixtures::fake_metrics(), {"A title", 400, 40}));
}

using Attributes = std::map<std::string, std::string>;

// Reads DOT with libcgraph: attributes by node name, all as a drawing program would find them.
std::map<std::string, Attributes> nodes_of(const std::string& dot) {
  const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(dot.c_str()), agclose);
  REQUIRE(graph);
  std::map<std::string, Attributes> nodes;
  for (Agnode_t* node = agfstnode(graph.get()); node; node = agnxtnode(graph.get(), node)) {
    Attributes& attributes = nodes[agnameof(node)];
    for (Agsym_t* symbol = nullptr; (symbol = agnxtattr(graph.get(), AGNODE, symbol));)
      attributes[symbol->name] = agxget(node, symbol);
  }
  return nodes;
}

// What Graphviz makes of a label: its lines, escapes and entities undone. Fails on a substitution such as \N.
std::string shown(const std::string& label) {
  std::string text;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (label[i] == '\\') {
      REQUIRE(i + 1 < label.size());
      const char next = label[++i];
      REQUIRE(std::string("\\lrn").find(next) != std::string::npos);
      text += next == '\\' ? '\\' : '\n';
    } else if (label[i] == '&') {
      REQUIRE(label.compare(i, 5, "&amp;") == 0);
      text += '&';
      i += 4;
    } else {
      text += label[i];
    }
  }
  return text;
}

Timeline labelled(const std::string& label) {
  Timeline t;
  t.wording = fixtures::english();
  t.phrases = fixtures::english_phrases();
  t.sources = {fixtures::source("paper", fixtures::day(2020, 1, 1), Published::Basis::stated, "line 1")};
  t.events = {fixtures::event("e", label, Status::single, fixtures::day(2020, 1, 1),
                              {fixtures::claim("paper", 1, label, fixtures::day(2020, 1, 1), "v")}, label)};
  return t;
}

// The label's lines joined again, white space aside.
std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
  return text;
}

}  // namespace

TEST_CASE("the graph names its parts so that a person finds them", "[render][dot]") {
  const auto nodes = nodes_of(dot_of(fixtures::story()));
  for (const char* name :
       {"event-e-04", "label-e-04", "mark-e-04-1", "mark-e-04-2", "tick-2020-09", "title", "page"})
    CHECK(nodes.count(name) == 1);
  CHECK(nodes.at("label-e-02").at("label") == "They moored at Port Tolby\\l");
  CHECK(nodes.at("event-e-02").at("shape") == "box");
  CHECK(nodes.at("event-e-02").at("tooltip").find("They met in 2013.") != std::string::npos);
  CHECK(nodes.at("source-1-e-02").at("URL") == "https://courier.example/story");
}

TEST_CASE("every node has its place and its size", "[render][dot]") {
  for (const auto& [name, attributes] : nodes_of(dot_of(fixtures::random_timeline(3, 40)))) {
    INFO(name);
    CHECK(attributes.at("pos").ends_with('!'));
    CHECK(!attributes.at("width").empty());
    CHECK(!attributes.at("height").empty());
  }
}

TEST_CASE("a tie runs from the card to each of its marks", "[render][dot]") {
  const std::string dot = dot_of(fixtures::story());
  CHECK(dot.find("\"event-e-04\" -- \"mark-e-04-1\"") != std::string::npos);
  CHECK(dot.find("\"event-e-04\" -- \"mark-e-04-2\"") != std::string::npos);
}

TEST_CASE("the same layout gives the same bytes", "[render][dot]") {
  CHECK(dot_of(fixtures::random_timeline(5, 30)) == dot_of(fixtures::random_timeline(5, 30)));
}

TEST_CASE("labels that mean something to Graphviz are only words", "[render][dot][hostile]") {
  const std::vector<std::string> labels = {R"(\N \G \E \T \H \L \l \r \n)",
                                           R"(ends in a backslash \)",
                                           R"(a "quoted" one)",
                                           R"(\" ] ; } graph)",
                                           "<b>html</b>",
                                           "<<table><tr></tr></table>>",
                                           "&lt; &amp; &#x41; &bogus;",
                                           "x\"];evil[label=\"y",
                                           "{record|with}",
                                           "two\nlines",
                                           "\xFF\xFE\x01",
                                           "/* comment */ // # x"};
  for (const std::string& label : labels) {
    INFO(label);
    const auto nodes = nodes_of(dot_of(labelled(label)));
    CHECK(without_blanks(shown(nodes.at("label-e").at("label"))) == without_blanks(one_line(label)));
    CHECK(nodes.count("evil") == 0);
  }
}

TEST_CASE("naughty strings come back from libcgraph as they went in", "[render][dot][hostile]") {
  const auto strings = shared_file("corpora/hostile/naughty-strings/blns.json");
  if (!strings) return;
  for (const auto& naughty : nlohmann::json::parse(*strings).get<std::vector<std::string>>()) {
    INFO(naughty);
    const auto nodes = nodes_of(dot_of(labelled(naughty)));
    std::string label = without_blanks(shown(nodes.at("label-e").at("label")));
    if (label.ends_with("…")) label.resize(label.size() - std::string("…").size());
    CHECK(without_blanks(one_line(naughty)).starts_with(label));
    CHECK(shown(nodes.at("event-e").at("tooltip")).starts_with(one_line(naughty)));
  }
}

TEST_CASE("ids of events cannot break out of the graph, nor can two be taken for one",
          "[render][dot][hostile]") {
  Timeline t = labelled("first");
  for (const char* id : {"e\\", "e\"", "<e>", "", "e", "node [shape=x]"}) {
    t.events.push_back(t.events.front());
    t.events.back().event.id = id;
  }
  std::size_t cards = 0;
  for (const auto& [name, attributes] : nodes_of(dot_of(t))) cards += name.starts_with("event-") ? 1 : 0;
  CHECK(cards == t.events.size());
}

TEST_CASE("only safe addresses become links", "[render][dot][hostile]") {
  Timeline t = labelled("label");
  t.sources[0].url = "javascript:alert(1)";
  CHECK(nodes_of(dot_of(t)).at("source-1-e").count("URL") == 0);
  t.sources[0].url = "https://example.org/?a=1&b=\"2\"";
  CHECK(nodes_of(dot_of(t)).at("source-1-e").at("URL") == "https://example.org/?a=1&amp;b=%222%22");
}
