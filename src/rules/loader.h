// Shared by the files that read the sections of rule files. Not for use outside this room.
//
// Nothing is passed over in silence: whatever a section does not understand is told with its place. Folders
// are read from the last to the first, and what has a name is taken from where it is met first; so a later
// folder replaces single rules, fragments, classes of digits and the like of an earlier one, and words that
// it adds win.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rules/hint.h"
#include "rules/keys.h"
#include "rules/pattern.h"
#include "rules/rule_set.h"
#include "rules/yaml.h"

namespace fasti::loading {

// A fragment is parsed when it is first needed, so that it may use any other, above it or below.
struct Fragment {
  const YamlFile* file = nullptr;
  const YamlNode* node = nullptr;
  enum class State { unread, reading, ready, broken } state = State::unread;
  PatternNode pattern;
};

// Who has a name already.
struct Taken {
  Place place;
  std::size_t folder = 0;
};

// A pattern that is compiled without a context: what it can match, no rule behind it can.
struct SeenPattern {
  std::string id;
  Taken by;
};

// What is read so far, and every mistake found on the way.
struct Loader {
  std::vector<YamlFile> files;
  std::vector<Diagnostic> errors;
  RuleSet rules;
  std::map<std::string, Fragment, std::less<>> fragments;
  std::map<std::string, Taken, std::less<>> taken;         // "rule month-day", "digits day"
  std::map<std::string, SeenPattern, std::less<>> seen;    // "rules {month} {day}"
  std::map<std::string, std::string, std::less<>> values;  // "month sept" → "09", of words that are given
  std::uint32_t fragments_open = 0;                        // that are being parsed, each for the one before
  std::size_t weight = 0;                                  // of all patterns
  // Mistakes that only follow from another one are not told. So it is kept which words stand in what could
  // not be read (a name that is missing may be among them), and which key a person probably meant by an
  // unknown one.
  std::set<std::string> unread;
  std::set<std::string> misspelt;              // "file:line:column key" of the map
  std::map<std::string, std::size_t> without;  // id → the last folder that leaves it out

  void fail(const YamlFile&, const YamlNode&, std::string message, std::string hint = "",
            std::size_t offset = 0);
  // The same for a key that a map lacks, unless it stands there with a slip that is told already.
  void fail_missing(const YamlFile&, const YamlNode& map, const std::string& key, std::string message,
                    std::string hint);
  // The same for a name that nobody knows, unless it stands in something that could not be read.
  void fail_unknown(const YamlFile&, const YamlNode&, const std::string& name, std::string message,
                    std::string hint, std::size_t offset = 0);
  void cannot_read(const YamlNode&);         // keeps its words in `unread`
  void cannot_read(std::string_view bytes);  // of a whole file
};

// ---- nodes (loader.cpp) ----

// Tells of keys that are not among `known`, with the nearest one as a hint. False where the node is no map.
bool check_keys(Loader&, const YamlFile&, const YamlNode&, const std::vector<std::string>& known,
                const std::string& what);

using Entries = std::vector<YamlEntry>;

// The entries of a map, the items of a list; an error and none of them where the node is something else. The
// node may be nullptr, or empty: none.
const Entries& entries_in(Loader&, const YamlFile&, const YamlNode*, const std::string& what);
const std::vector<YamlNode>& items_in(Loader&, const YamlFile&, const YamlNode*, const std::string& what);

// The text of a scalar; an error and nullopt where the node is something else.
std::optional<std::string> text_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what);
std::optional<std::string> text_at(Loader&, const YamlFile&, const YamlNode& map, const std::string& key);

// The scalars of a list, or the one scalar that stands in its place.
std::vector<const YamlNode*> texts_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what);
std::vector<std::string> words_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what);

std::optional<long> number_in(std::string_view);  // decimal digits, with a minus perhaps
std::optional<long> number_at(Loader&, const YamlFile&, const YamlNode& map, const std::string& key,
                              long least, long most);

// Value among named choices, or an error that lists them.
std::optional<std::size_t> choice_in(Loader&, const YamlFile&, const YamlNode&,
                                     const std::vector<std::string>& names, const std::string& what);

// A name that patterns can use: no blanks, nor any of {}<>:^|. An error and false otherwise.
bool check_name(Loader&, const YamlFile&, const YamlNode&, const std::string& what);

// Takes a name for what stands at the node; an error where the same folder has it already. False, without an
// error, where a later folder has replaced this.
bool claim(Loader&, const YamlFile&, const YamlNode&, const std::string& kind, const std::string& name);

// ---- parts of rules (load_patterns.cpp, load_examples.cpp) ----

std::optional<PatternNode> pattern_in(Loader&, const YamlFile&, const YamlNode&);

// All patterns of a rule. Where one is wrong, mistakes that would only follow from that are not told.
struct Patterns {
  std::vector<PatternNode> nodes;
  bool complete = true;
};
Patterns patterns_at(Loader&, const YamlFile&, const YamlNode& rule);
std::vector<Capture> captures_in(const std::vector<PatternNode>&);

// Tells where a template gives something right for none of the words that its captures can hold
// (load_values.cpp).
enum class Form { value, mod, weekday };
void check_form(Loader&, const YamlFile&, const YamlNode&, const ValueTemplate&, const std::vector<Capture>&,
                Form);
bool is_example_value(const Loader&, std::string_view);

// The template under a key, its names checked against the captures if these are known.
std::optional<ValueTemplate> template_at(Loader&, const YamlFile&, const YamlNode& rule,
                                         const std::string& key, const std::vector<Capture>* captures, Form);
// The same for values: one template or a list of them.
std::vector<ValueTemplate> templates_in(Loader&, const YamlFile&, const YamlNode&, const std::string& what,
                                        const std::vector<Capture>* captures);
// Of an event rule, all values must be its type.
std::vector<Example> examples_at(Loader&, const YamlFile&, const YamlNode& rule,
                                 const std::string* event_type = nullptr);

// Tells where the rule's patterns are those of an earlier rule that takes all they could find. `section`
// keeps apart what does not compete; `conditional` rules leave something for later ones.
void check_reachable(Loader&, const YamlFile&, const YamlNode& rule, const std::string& id,
                     const std::string& section, bool conditional);

// ---- sections, each over all files; the order in load.cpp matters ----

// Makes the forms of a lemma known: RuleSet::forms. False where it has none.
bool add_forms(RuleSet&, const std::string& part_of_speech, const std::string& lemma);

// One word or phrase of a class, with all its spellings.
void add_word(Loader&, const YamlFile&, const YamlNode&, const std::string& class_name,
              const std::string& value);

// The language that the files from number `from` on extend, and the file that says so.
struct Extension {
  std::string language;
  std::size_t file = 0;
};
std::optional<Extension> read_extends(Loader&, std::size_t from);

void read_without(Loader&);  // which rules later folders leave out
void read_words(Loader&, const YamlFile&);
void check_words(Loader&, const YamlFile&);  // once all are read
void read_language(Loader&, const YamlFile&);
void read_phrases(Loader&, const YamlFile&);
void read_fragments(Loader&);
void read_date_words(Loader&, const YamlFile&);
void read_not_dates(Loader&, const YamlFile&);
void read_timex_rules(Loader&, const YamlFile&);
void read_event_rules(Loader&, const YamlFile&);
void read_by_line_rules(Loader&, const YamlFile&);
void read_order(Loader&);  // of event types, once all event rules are read

}  // namespace fasti::loading
