// The section phrases: what pictures and reports say in words of their own.
#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "rules/loader.h"

namespace fasti::loading {

namespace {

std::vector<std::string> known_names() {
  std::vector<std::string> names;
  for (const PhraseKind& kind : phrase_kinds) names.emplace_back(kind.name);
  return names;
}

std::vector<std::string> split_at_blanks(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// What stands in braces and is never filled in would stand so in every report.
void check_holes(Loader& loader, const YamlFile& file, const YamlNode& node, const PhraseKind& kind) {
  const std::vector<std::string> known = split_at_blanks(kind.holes);
  for (const std::string_view hole : holes_in(node.text)) {
    if (std::find(known.begin(), known.end(), hole) != known.end()) continue;
    loader.fail(file, node, fmt::format("nothing is filled in for \"{{{}}}\" here", hole),
                known.empty() ? "this phrase has no placeholders" : hint_for(hole, known),
                static_cast<std::size_t>(hole.data() - node.text.data()));
  }
}

}  // namespace

void read_phrases(Loader& loader, const YamlFile& file) {
  for (const auto& [name, value] : entries_in(loader, file, file.root.find("phrases"), "\"phrases\"")) {
    const PhraseKind* kind = phrase_kind(name.text);
    if (kind == nullptr) {
      const std::size_t hyphen = name.text.rfind('-');
      const bool has_form =
          hyphen != std::string::npos && phrase_kind(name.text.substr(0, hyphen)) != nullptr;
      loader.fail(file, name, fmt::format("reports have no phrase \"{}\"", name.text),
                  has_form ? fmt::format("\"{}\" has no number, or no such form", name.text.substr(0, hyphen))
                           : hint_for(name.text, known_names()));
      continue;
    }
    if (!claim(loader, file, name, "phrase", name.text)) continue;
    const auto text = text_in(loader, file, value, fmt::format("\"{}\"", name.text));
    if (!text) continue;
    check_holes(loader, file, value, *kind);
    loader.rules.phrases.texts[name.text] = *text;
  }
}

}  // namespace fasti::loading
