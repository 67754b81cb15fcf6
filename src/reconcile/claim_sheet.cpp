#include "reconcile/claim_sheet.h"

#include <algorithm>
#include <tuple>

#include "reconcile/event_kinds.h"

namespace fasti {

namespace {

constexpr char between = '\n';  // no cell holds one: see wording_key

std::string wording_key(std::string_view date, std::string_view published) {
  std::string key;
  for (const std::string_view part : {date, published}) {
    if (!key.empty()) key += between;
    for (const char c : part) key += c == between ? ' ' : c;
  }
  return key;
}

ClaimSheet::Wording wording_of(const std::string& key) {
  const std::size_t at = key.find(between);
  return {key.substr(0, at), at == key.npos ? "" : key.substr(at + 1)};
}

}  // namespace

void ClaimSheetBuilder::add(const SheetRow& row) {
  const std::uint32_t event = events_.number_of(row.event);
  if (event == kind_of_event_.size()) kind_of_event_.emplace_back();
  std::string& kind = kind_of_event_[event];
  if (!row.kind.empty() && (kind.empty() || row.kind < kind)) kind = row.kind;
  rows_.push_back({event, sources_.number_of(row.source),
                   wordings_.number_of(wording_key(row.date, row.published)),
                   static_cast<float>(std::clamp(row.weight, 0.0, 1.0))});
}

ClaimSheet ClaimSheetBuilder::finish() {
  ClaimSheet sheet;
  auto [events, place_of_event] = events_.sorted();
  auto [sources, place_of_source] = sources_.sorted();
  auto [wordings, place_of_wording] = wordings_.sorted();
  sheet.events = std::move(events);
  sheet.sources = std::move(sources);
  for (const std::string& key : wordings) sheet.wordings.push_back(wording_of(key));
  sheet.rows = std::move(rows_);
  for (ClaimSheet::Row& row : sheet.rows)
    row = {place_of_event[row.event], place_of_source[row.source], place_of_wording[row.wording], row.weight};
  std::sort(sheet.rows.begin(), sheet.rows.end(), [](const ClaimSheet::Row& a, const ClaimSheet::Row& b) {
    return std::tuple(a.event, a.source, a.wording, -a.weight) <
           std::tuple(b.event, b.source, b.wording, -b.weight);
  });
  std::vector<std::string> kinds = kinds_in_names(sheet.events);
  for (std::size_t number = 0; number < kind_of_event_.size(); ++number)
    if (!kind_of_event_[number].empty()) kinds[place_of_event[number]] = std::move(kind_of_event_[number]);
  Numbered numbered;
  std::vector<std::uint32_t> numbers;
  for (const std::string& kind : kinds) numbers.push_back(numbered.number_of(kind));
  auto [all_kinds, place_of_kind] = numbered.sorted();
  sheet.kinds = std::move(all_kinds);
  for (const std::uint32_t number : numbers) sheet.kind_of_event.push_back(place_of_kind[number]);
  return sheet;
}

}  // namespace fasti
