#include "rules/pattern_size.h"

#include <algorithm>

namespace fasti {

namespace {

constexpr std::uint64_t too_much = heaviest_pattern + 1;

// Single words share one instruction; a phrase of several has a branch and a jump besides its words.
std::uint64_t weight_of_phrase(const Phrase& phrase) { return phrase.size() > 1 ? phrase.size() + 2 : 0; }

std::uint64_t weight_of(const PatternNode& node, const Lexicon& lexicon) {
  std::uint64_t weight = 1;
  for (const PatternNode& part : node.parts) weight += part.weight + 2;
  if (node.kind == PatternNode::Kind::repeat) weight *= static_cast<std::uint64_t>(node.most);
  for (const Phrase& phrase : node.spellings) weight += weight_of_phrase(phrase);
  if (node.kind == PatternNode::Kind::word_class)
    for (const auto& entry : lexicon.classes.find(node.class_name)->second.entries)
      weight += weight_of_phrase(entry.phrase);
  return weight;
}

}  // namespace

void measure(PatternNode& node, const Lexicon& lexicon) {
  node.weight = static_cast<std::uint32_t>(std::min(weight_of(node, lexicon), too_much));
  node.depth = 1;
  for (const PatternNode& part : node.parts) node.depth = std::max(node.depth, part.depth + 1);
}

bool may_be_empty(const PatternNode& node) {
  switch (node.kind) {
    case PatternNode::Kind::sequence:
      return std::all_of(node.parts.begin(), node.parts.end(), may_be_empty);
    case PatternNode::Kind::choice:
      return std::any_of(node.parts.begin(), node.parts.end(), may_be_empty);
    case PatternNode::Kind::repeat:
      return node.least == 0 || may_be_empty(node.parts.front());
    default:
      return false;
  }
}

}  // namespace fasti
