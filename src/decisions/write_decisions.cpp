// A decision as text, and the place in a file where it goes. What is in the file stays as it is, byte for
// byte: it may have been written by a person, with comments.
#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"
#include "calendar/edtf.h"
#include "decisions/decisions.h"
#include "rules/yaml.h"

namespace fasti {

namespace {

constexpr std::string_view beginning =
    "# What people decided about dates that sources dispute. fasti decide adds to this file; you may edit "
    "it.\n"
    "# Keep it beside the articles, where fasti build looks for it.\n";

// Characters that the strict reader refuses as they are, or that nobody could see.
bool must_be_escaped(char32_t c) {
  return (c >= 0x80 && c <= 0x9F) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (c.value == '"' || c.value == '\\') {
      out += '\\';
      out += static_cast<char>(c.value);
    } else if (c.value == '\n') {
      out += "\\n";
    } else if (c.value == '\t') {
      out += "\\t";
    } else if (c.value < 0x20 || c.value == 0x7F) {
      out += ' ';
    } else if (must_be_escaped(c.value)) {
      out += fmt::format("\\u{:04X}", static_cast<std::uint32_t>(c.value));
    } else {
      append_utf8(out, c.value);
    }
    at += c.length;
  }
  return out + '"';
}

std::string claim_yaml(const ClaimKey& key) {
  std::string text = fmt::format("{{doc: {}", quoted(key.doc));
  if (key.begin) text += fmt::format(", begin: {}", *key.begin);
  if (!key.date.empty()) text += fmt::format(", date: {}", key.date);
  return text + fmt::format(", quote: {}}}", quoted(key.quote));
}

// "key: value" lines, one below the other behind the dash.
class Entry {
 public:
  explicit Entry(std::size_t indent) : indent_(indent) {}

  void line(std::string_view key, std::string_view value) {
    text_ += fmt::format("{:{}}{} {}: {}\n", "", indent_, text_.empty() ? "-" : " ", key, value);
  }
  void line_unless_empty(std::string_view key, const std::string& value) {
    if (!value.empty()) line(key, value);
  }
  void list(std::string_view key, const std::vector<ClaimKey>& claims) {
    if (claims.empty()) return;
    text_ += fmt::format("{:{}}  {}:\n", "", indent_, key);
    for (const ClaimKey& claim : claims)
      text_ += fmt::format("{:{}}    - {}\n", "", indent_, claim_yaml(claim));
  }
  std::string take() { return std::move(text_); }

 private:
  std::size_t indent_;
  std::string text_;
};

struct Slot {
  std::size_t at = 0;  // byte where the entry goes
  std::size_t indent = 2;
  std::string before;  // lines that must come first
};

InputError no_place(const YamlFile& file, const YamlNode& node) {
  Diagnostic d =
      file.error_at(node, "no decision can be added to a list between brackets",
                    "write each decision below the other, with a dash before it; of none remove []");
  d.code = "decisions-file";
  return InputError(d);
}

// Behind the last decision, that is, before the key that follows the list.
std::size_t end_of_list(const YamlFile& file, std::size_t dropped) {
  const auto& entries = file.root.entries;
  for (std::size_t i = 0; i + 1 < entries.size(); ++i)
    if (entries[i].key.text == "decisions")
      return file.source.line_begins[entries[i + 1].key.line - 1] + dropped;
  return file.source.bytes.size() + dropped;
}

// `dropped` is what a byte-order mark at the front takes, which the parser does not count.
Slot slot_in(const YamlFile& file, std::size_t dropped) {
  Slot slot;
  slot.at = file.source.bytes.size() + dropped;
  if (file.root.kind == YamlNode::Kind::null) {
    slot.before = file.source.bytes.empty() ? std::string(beginning) : "";
    slot.before += "version: 1\n\ndecisions:\n";
    return slot;
  }
  const YamlNode* list = file.root.find("decisions");
  if (list == nullptr) {
    slot.before = "decisions:\n";
    return slot;
  }
  slot.at = end_of_list(file, dropped);
  if (list->kind == YamlNode::Kind::null) return slot;
  const std::string_view line = file.source.line(list->line);
  if (!line.substr(list->column - 1).starts_with('-')) throw no_place(file, *list);
  slot.indent = list->column - 1;
  return slot;
}

std::string with_carriage_returns(const std::string& text) {
  std::string out;
  for (const char byte : text) out += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return out;
}

// Whatever the file looks like: what is written must be what was there, and the new one.
void check_result(const Decisions& before, const Decisions& after, const Decision& added) {
  const bool kept = after.list.size() == before.list.size() + 1 &&
                    std::equal(before.list.begin(), before.list.end(), after.list.begin());
  if (kept && after.list.back() == added) return;
  Diagnostic d;
  d.severity = Severity::error;
  d.code = "decisions-file";
  d.message = "a decision cannot be added to this file without changing what it says, so it was left alone";
  d.hint = "let the list under decisions: be the last thing in it";
  d.place.path = before.path;
  throw InputError(d);
}

}  // namespace

std::string decision_yaml(const Decision& decision, std::size_t indent) {
  Entry entry(indent);
  entry.line("kind", to_string(decision.kind));
  if (decision.takes_back) entry.line("takes-back", to_string(*decision.takes_back));
  entry.line_unless_empty("event", decision.event);
  if (decision.date) entry.line("date", to_edtf(*decision.date));
  entry.line_unless_empty("with", decision.with);
  entry.list("claims", decision.claims);
  if (!decision.source.empty()) entry.line("source", quoted(decision.source));
  entry.line("who", quoted(decision.who));
  entry.line("when", to_edtf(decision.when));
  if (!decision.why.empty()) entry.line("why", quoted(decision.why));
  entry.list("seen", decision.seen);
  return entry.take();
}

std::string with_decision(const std::string& path, const std::string& bytes, const Decision& decision) {
  const Decisions before = read_decisions(path, bytes);
  const YamlFile file = parse_yaml(path, bytes);
  const Slot slot = slot_in(file, bytes.size() - file.source.bytes.size());
  const bool line_open = slot.at > 0 && bytes[slot.at - 1] != '\n';
  std::string added = (line_open ? "\n" : "") + slot.before + decision_yaml(decision, slot.indent);
  if (bytes.find("\r\n") != bytes.npos) added = with_carriage_returns(added);
  std::string result = bytes.substr(0, slot.at) + added + bytes.substr(slot.at);
  Decisions after;
  try {
    after = read_decisions(path, result);
  } catch (const InputError&) {
    // Told as the same: the file has no place for it.
  }
  check_result(before, after, decision);
  return result;
}

}  // namespace fasti
