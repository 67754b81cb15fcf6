// decisions.yaml → the decisions in it. Every key is looked at, and every mistake is told; a file with one is
// not used at all, because half of what a person decided would be something that nobody decided.
#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "calendar/edtf.h"
#include "decisions/decisions.h"
#include "rules/hint.h"
#include "rules/strict_yaml.h"

namespace fasti {

namespace {

using Names = std::vector<std::string>;

const Names file_keys{"version", "decisions"};
const Names decision_keys{"kind",       "event", "date", "claims", "with", "source",
                          "takes-back", "who",   "when", "why",    "seen"};
const Names claim_keys{"doc", "begin", "date", "quote"};
const Names kind_names{"accept-date", "reject-claim", "split", "merge", "distrust-source", "withdraw"};

// What a decision of a kind must say, and what it may say, besides who, when and why.
struct Form {
  Names must;
  Names may;
};
const Form& form_of(DecisionKind kind) {
  static const std::array<Form, 6> forms{{
      {{"event", "date"}, {"seen"}},
      {{"claims"}, {"event", "seen"}},
      {{"event", "claims"}, {"seen"}},
      {{"event", "with"}, {"claims", "seen"}},
      {{"source"}, {}},
      {{"takes-back"}, {"event", "claims", "with", "source"}},
  }};
  return forms[static_cast<std::size_t>(kind)];
}

bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string example_of(std::string_view key) {
  if (key == "event" || key == "with") return fmt::format("as in {}: e-3f2a91c0", key);
  if (key == "date" || key == "when") return fmt::format("as in {}: 2020-09-28", key);
  if (key == "claims")
    return "a list of lines such as - {doc: \"courier\", quote: \"how the sentence begins\"}";
  if (key == "doc") return "the id of the claim's document, as in doc: \"courier\"";
  if (key == "quote") return "how the claim's quotation begins, as in quote: \"The ferry sank\"";
  if (key == "kind" || key == "takes-back") return fmt::format("one of {}", fmt::join(kind_names, ", "));
  if (key == "version") return "write version: 1 on a line of its own";
  return fmt::format("as in {}: \"a name\"", key);
}

// "e-3f2a91c0", "e-3f2a91c0-2"
bool is_event_id(std::string_view id) {
  const auto all = [](std::string_view text, std::string_view of) {
    return !text.empty() && text.find_first_not_of(of) == std::string_view::npos;
  };
  if (!id.starts_with("e-") || id.size() < 10 || !all(id.substr(2, 8), "0123456789abcdef")) return false;
  id.remove_prefix(10);
  return id.empty() || (id.front() == '-' && all(id.substr(1), "0123456789"));
}

// The file while it is read.
class DecisionReader {
 public:
  explicit DecisionReader(const YamlFile& file) : yaml_(file) {}

  std::vector<Decision> read(std::vector<std::size_t>& lines) {
    std::vector<Decision> list;
    const auto& nodes = yaml_.list_at("decisions", file_keys, "a file of decisions",
                                      "begin each decision with a dash, as in - kind: accept-date");
    if (yaml_.root().kind == YamlNode::Kind::map) check_version();
    for (const YamlNode& node : nodes) {
      list.push_back(decision_in(node));
      lines.push_back(node.line);
    }
    return list;
  }

  std::vector<Diagnostic> mistakes() { return yaml_.mistakes(); }

 private:
  void fail(const YamlNode& node, std::string message, std::string hint = "") {
    yaml_.fail(node, std::move(message), std::move(hint));
  }

  const YamlNode* needed(const YamlNode& map, const std::string& key, const std::string& what) {
    const YamlNode* node = map.find(key);
    if (node == nullptr && !yaml_.was_meant(key))
      fail(map, fmt::format("{} needs the key \"{}\"", what, key), example_of(key));
    return node;
  }

  std::optional<std::string> text_in(const YamlNode* node, const std::string& key) {
    return yaml_.text_in(node, key, example_of(key));
  }

  std::optional<DateRange> date_in(const YamlNode* node, const std::string& key) {
    const auto text = text_in(node, key);
    if (!text) return std::nullopt;
    const auto range = from_edtf(*text);
    if (!range)
      fail(*node, fmt::format("\"{}\" is no date", *text), "write it as 2020-09-28, 2020-09 or 2020 (EDTF)");
    return range;
  }

  std::string id_in(const YamlNode* node, const std::string& key) {
    const auto text = text_in(node, key);
    if (text && !is_event_id(*text))
      fail(*node, fmt::format("\"{}\" is no event's id", *text),
           "ids look like e-3f2a91c0; they stand in timeline.json, and fasti decide DIR --list tells them");
    return text.value_or("");
  }

  std::optional<DecisionKind> kind_in(const YamlNode* node, const std::string& key) {
    const auto text = text_in(node, key);
    if (!text) return std::nullopt;
    const auto found = std::find(kind_names.begin(), kind_names.end(), *text);
    if (found != kind_names.end()) return static_cast<DecisionKind>(found - kind_names.begin());
    fail(*node, fmt::format("there is no decision of the kind \"{}\"", *text), hint_for(*text, kind_names));
    return std::nullopt;
  }

  std::optional<std::size_t> number_in(const YamlNode* node) {
    if (node == nullptr) return std::nullopt;
    std::size_t number = 0;
    const char* end = node->text.data() + node->text.size();
    const auto [stop, error] = std::from_chars(node->text.data(), end, number);
    if (error == std::errc() && stop == end && !node->text.empty()) return number;
    fail(*node, "\"begin\" must be a number of bytes", "leave it out if you do not know it");
    return std::nullopt;
  }

  ClaimKey claim_in(const YamlNode& node) {
    ClaimKey key;
    if (!yaml_.check_keys(node, claim_keys, "a claim")) return key;
    key.doc = text_in(needed(node, "doc", "a claim"), "doc").value_or("");
    key.quote = text_in(needed(node, "quote", "a claim"), "quote").value_or("");
    key.begin = number_in(node.find("begin"));
    if (const auto date = date_in(node.find("date"), "date")) key.date = to_edtf(*date);
    return key;
  }

  std::vector<ClaimKey> claims_in(const YamlNode* node, const std::string& key) {
    std::vector<ClaimKey> claims;
    if (node == nullptr) return claims;
    if (node->kind != YamlNode::Kind::list || node->items.empty()) {
      fail(*node, fmt::format("\"{}\" must be a list of claims", key), example_of("claims"));
      return claims;
    }
    for (const YamlNode& item : node->items) claims.push_back(claim_in(item));
    return claims;
  }

  void check_version() {
    const auto version = text_in(needed(yaml_.root(), "version", "a file of decisions"), "version");
    if (version && *version != "1")
      fail(*yaml_.root().find("version"),
           fmt::format("this file is of version {}, of which nothing is known here", *version),
           "this program reads version 1; a newer one may read it");
  }

  void check_form(const YamlNode& node, DecisionKind kind) {
    const Form& form = form_of(kind);
    const std::string what = fmt::format("a decision of the kind {}", to_string(kind));
    for (const std::string& key : form.must) {
      // Which other event is meant, its claims tell as well.
      if (key == "with" && node.find("claims") != nullptr) continue;
      needed(node, key, what);
    }
    for (const auto& [key, value] : node.entries) {
      const bool fits = holds(form.must, key.text) || holds(form.may, key.text) || key.text == "kind" ||
                        key.text == "who" || key.text == "when" || key.text == "why";
      if (!fits && holds(decision_keys, key.text))
        fail(key, fmt::format("{} has no \"{}\"", what, key.text),
             fmt::format("it has {}", fmt::join(form.must, ", ")));
    }
  }

  void check_withdrawal(const YamlNode& node, const Decision& decision) {
    if (decision.kind != DecisionKind::withdraw || !decision.takes_back) return;
    if (*decision.takes_back == DecisionKind::withdraw)
      fail(*node.find("takes-back"), "a withdrawal cannot be withdrawn", "make the decision again");
    if (decision.event.empty() && decision.source.empty() && decision.claims.empty())
      fail(node, "it does not say which decision it takes back",
           "repeat the event, the claims or the source of that decision");
  }

  Decision decision_in(const YamlNode& node) {
    Decision decision;
    if (!yaml_.check_keys(node, decision_keys, "a decision")) return decision;
    const auto kind = kind_in(needed(node, "kind", "a decision"), "kind");
    decision.kind = kind.value_or(DecisionKind::accept_date);
    if (kind) check_form(node, *kind);
    decision.who = text_in(needed(node, "who", "a decision"), "who").value_or("");
    decision.when = date_in(needed(node, "when", "a decision"), "when").value_or(DateRange{});
    if (const YamlNode* why = node.find("why"); why && !(why->kind == YamlNode::Kind::scalar && why->quoted))
      decision.why = text_in(why, "why").value_or("");
    else if (why)
      decision.why = why->text;
    decision.takes_back = kind_in(node.find("takes-back"), "takes-back");
    decision.event = id_in(node.find("event"), "event");
    decision.with = id_in(node.find("with"), "with");
    decision.source = text_in(node.find("source"), "source").value_or("");
    decision.date = date_in(node.find("date"), "date");
    decision.claims = claims_in(node.find("claims"), "claims");
    decision.seen = claims_in(node.find("seen"), "seen");
    check_withdrawal(node, decision);
    return decision;
  }

  StrictYaml yaml_;
};

}  // namespace

std::string_view to_string(DecisionKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

Decisions read_decisions(std::string path, std::string bytes) {
  std::vector<Diagnostic> mistakes;
  Decisions decisions;
  decisions.path = path;
  try {
    const YamlFile file = parse_yaml(std::move(path), std::move(bytes));
    DecisionReader reader(file);
    decisions.list = reader.read(decisions.lines);
    mistakes = reader.mistakes();
  } catch (const InputError& error) {
    mistakes = error.diagnostics;
  }
  for (Diagnostic& d : mistakes) d.code = "decisions-file";
  if (!mistakes.empty()) throw InputError(std::move(mistakes));
  return decisions;
}

}  // namespace fasti
