#include "timeline/copies.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "claim/copied_claims.h"
#include "copies/shared_quotations.h"

namespace fasti {

namespace {

// Which families an article belongs to, by number.
std::map<std::string_view, std::set<std::size_t>> families_by_document(const std::vector<Family>& families) {
  std::map<std::string_view, std::set<std::size_t>> all;
  for (std::size_t f = 0; f < families.size(); ++f) {
    all[families[f].origin].insert(f);
    for (const FamilyMember& member : families[f].members) all[member.doc].insert(f);
  }
  return all;
}

}  // namespace

std::vector<Family> families_among(const std::vector<Document>& documents) {
  std::vector<PrintedText> texts;
  for (const Document& document : documents) texts.push_back(printed_text_of(document));
  return families(texts);
}

std::vector<CommonQuotation> quotations_among(const std::vector<Document>& documents,
                                              const std::vector<Family>& families) {
  std::vector<QuotedRuns> runs;
  for (const Document& document : documents)
    runs.push_back(quoted_runs(document.article.text, document.segmented));
  const auto family_of = families_by_document(families);
  const auto of_one_family = [&](const SharedQuotation& shared) {
    std::map<std::size_t, std::size_t> holders;
    for (const auto& [text, span] : shared.places)
      if (const auto found = family_of.find(documents[text].article.id); found != family_of.end())
        for (const std::size_t family : found->second) ++holders[family];
    return std::any_of(holders.begin(), holders.end(),
                       [&](const auto& one) { return one.second == shared.places.size(); });
  };
  std::vector<CommonQuotation> quotations;
  for (const SharedQuotation& shared : shared_quotations(runs)) {
    if (of_one_family(shared)) continue;
    CommonQuotation quotation;
    for (const auto& [text, span] : shared.places)
      quotation.places.push_back({documents[text].article.id, span});
    const auto& [first, span] = shared.places.front();
    quotation.text = documents[first].article.text.substr(span.begin, span.size());
    quotations.push_back(std::move(quotation));
  }
  return quotations;
}

std::size_t number_of_copies(const Timeline& timeline) {
  std::set<std::string_view> docs;
  for (const Family& family : timeline.families)
    for (const FamilyMember& member : family.members) docs.insert(member.doc);
  return docs.size();
}

}  // namespace fasti
