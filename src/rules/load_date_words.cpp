// The section date-words: patterns of words that look like a part of a date wherever they stand.
#include "rules/loader.h"

namespace fasti::loading {

void read_date_words(Loader& loader, const YamlFile& file) {
  const YamlNode* list = file.root.find("date-words");
  if (list == nullptr) return;
  RuleSet& rules = loader.rules;
  for (const YamlNode* node : texts_in(loader, file, *list, "\"date-words\"")) {
    const auto pattern = pattern_in(loader, file, *node);
    if (!pattern || !claim(loader, file, *node, "date word", node->text)) continue;
    const auto number = static_cast<std::uint32_t>(rules.date_words.size());
    rules.date_word_program.add(number, *pattern, {}, rules.lexicon);
    rules.date_words.push_back({node->text, {file.source.path, node->line, node->column}});
  }
}

}  // namespace fasti::loading
