// Shared by the files that read the sections of rule files. Not for use outside this room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/pattern.h"
#include "rules/rule_set.h"
#include "rules/yaml.h"

namespace fasti::loading {

// What is read so far, and every mistake found on the way.
struct Loader {
  std::vector<YamlFile> files;
  std::vector<Diagnostic> errors;
  RuleSet rules;
  std::map<std::string, PatternNode, std::less<>> fragments;
  struct Taken {
    Place place;
    std::size_t folder;
  };
  std::map<std::string, Taken, std::less<>> ids;

  void fail(const YamlFile&, const YamlNode&, std::string message, std::string hint = "",
            std::size_t offset = 0);
};

// Tells of keys that are not among `known`, with the nearest one as a hint. False where the node is no map.
bool check_keys(Loader&, const YamlFile&, const YamlNode&, const std::vector<std::string>& known,
                const std::string& what);

// The text of a scalar; an error and nullopt where the node is something else.
std::optional<std::string> text_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what);
std::optional<std::string> text_at(Loader&, const YamlFile&, const YamlNode& map, const std::string& key);
std::vector<std::string> words_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what);
std::optional<long> number_in(const std::string&);

// Value among named choices, or an error that lists them.
std::optional<std::size_t> choice_in(Loader&, const YamlFile&, const YamlNode&,
                                     const std::vector<std::string>& names, const std::string& what);

std::optional<PatternNode> pattern_in(Loader&, const YamlFile&, const YamlNode&);
std::vector<PatternNode> patterns_at(Loader&, const YamlFile&, const YamlNode& rule);
std::vector<Capture> captures_in(const std::vector<PatternNode>&);
std::optional<ValueTemplate> template_at(Loader&, const YamlFile&, const YamlNode& rule,
                                         const std::string& key, const std::vector<Capture>&);
std::vector<Example> examples_at(Loader&, const YamlFile&, const YamlNode& rule);

// Makes the forms of a lemma known: RuleSet::forms.
void add_forms(RuleSet&, const std::string& part_of_speech, const std::string& lemma);

// Reserves a rule's id; an error where a rule of the same folder has it already. Folders are read from the
// last to the first, so that nullopt without an error means: a later folder has replaced this rule.
std::optional<std::string> id_at(Loader&, const YamlFile&, const YamlNode& rule);

// The sections, each over all files; the order in load.cpp matters.
void read_words(Loader&, const YamlFile&);
void read_language(Loader&, const YamlFile&);
void read_fragments(Loader&);
void read_timex_rules(Loader&, const YamlFile&);
void read_event_rules(Loader&, const YamlFile&);

}  // namespace fasti::loading
