// Texts read with the built-in English rules, and what the rooms make of them as compact text, so that a
// failing case shows the derivation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claim/find_claims.h"
#include "claim/sentence_view.h"
#include "rules/rule_set.h"
#include "timex/document.h"

namespace fasti::test {

const RuleSet& english();  // loaded once

struct Text {
  std::string text;
  std::string published = "2021-09-29";  // EDTF; empty for none
  std::string id = "a";
  std::string source = {};  // the id where empty
};

Article article_of(const Text&);
Document document_of(const Text&);
std::vector<Document> documents_of(const std::vector<Text>&);

// Each gives one line; what each sign means stands above its definition.
std::string names_of(const Text&);
std::string clauses_of(const Text&);
std::string pronouns_of(const Text&);
std::string mentions_of(const Text&);
std::string dates_of(const Text&);
std::string labels_of(const Text&);
std::string claims_of(const Text&);

}  // namespace fasti::test
