#include "rules/phrase_tree.h"

#include <map>
#include <set>
#include <tuple>

namespace fasti {

namespace {

// A phrase from its second word on; as a key of maps, because sets of them are compared.
using Token = std::tuple<std::string, bool>;  // word, spaced
using Tail = std::vector<Token>;
using Tails = std::set<Tail>;

PhraseTree tree_of(const Tails& tails) {
  // What may follow each first word; then first words with the same followers stand together.
  std::map<Token, Tails> followers;
  PhraseTree tree;
  for (const Tail& tail : tails) {
    tree.may_end = tree.may_end || tail.empty();
    if (!tail.empty()) followers[tail.front()].insert(Tail(tail.begin() + 1, tail.end()));
  }
  std::map<std::pair<bool, Tails>, std::vector<std::string>> alike;
  for (auto& [token, rest] : followers) alike[{std::get<1>(token), rest}].push_back(std::get<0>(token));
  for (auto& [shared, words] : alike) {
    PhraseTree::Branch branch{std::move(words), shared.first, {}};
    const bool goes_on = shared.second.size() > 1 || !shared.second.begin()->empty();
    if (goes_on) branch.next.push_back(tree_of(shared.second));
    tree.branches.push_back(std::move(branch));
  }
  return tree;
}

}  // namespace

PhraseTree tree_of(const std::vector<Phrase>& phrases) {
  Tails tails;
  for (const Phrase& phrase : phrases) {
    Tail tail;
    for (const PhraseToken& token : phrase) tail.emplace_back(token.word, !tail.empty() && token.spaced);
    if (!tail.empty()) tails.insert(std::move(tail));
  }
  return tree_of(tails);
}

}  // namespace fasti
