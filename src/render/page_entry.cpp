// An event in the list of the timeline's page: a line that opens to everything that speaks for its date.
#include "base/escape.h"
#include "render/page_explore.h"

namespace fasti::page {

namespace {

// All dates that are claimed for an event, or its one date.
std::vector<DateRange> dates_of(const TimelineEvent& event, const Case* dispute) {
  std::vector<DateRange> dates;
  if (event.verdict.date) dates.push_back(*event.verdict.date);
  if (dispute != nullptr)
    for (const Candidate& candidate : dispute->conflict->candidates) dates.push_back(candidate.range);
  return dates;
}

// As days since 1970, "18533:18533 18535:18535", for the filter.
std::string days_of(const std::vector<DateRange>& dates) {
  std::string days;
  for (const DateRange& date : dates)
    days += fmt::format("{}{}:{}", days.empty() ? "" : " ", first_day(date), last_day(date));
  return days;
}

std::string numbers_of(const Page& page, const TimelineEvent& event, const Choices& choices) {
  std::string numbers;
  for (const std::string& doc : voices_of(page.desk, event.event, all_claims(event.event)))
    if (const auto found = choices.sources.find(name_of(page.desk, doc)); found != choices.sources.end())
      numbers += fmt::format("{}{}", numbers.empty() ? "" : " ", found->second.number);
  return numbers;
}

std::size_t kind_of(const TimelineEvent& event, const Choices& choices) {
  const auto found = choices.kinds.find(event.event.type);
  return found == choices.kinds.end() ? 0 : found->second.number;
}

std::string names_html(const Page& page, const TimelineEvent& event) {
  constexpr std::size_t most = 4;
  const std::vector<std::string> docs = voices_of(page.desk, event.event, all_claims(event.event));
  std::string html;
  for (std::size_t i = 0; i < docs.size() && i < most; ++i)
    html += (i == 0 ? "" : ", ") + isolated(shortened(name_of(page.desk, docs[i]), 80));
  if (docs.size() > most)
    html += fmt::format(", {}", told(page.desk, "and-more", {{"n", fmt::format("{}", docs.size() - most)}}));
  return html;
}

void write_line(Page& page, const TimelineEvent& event, bool in_picture) {
  write(page,
        "<summary><span class=\"date\">{}</span> {} <h3>{}</h3> <span class=\"who\">{}{}</span></summary>\n",
        date_of(page.desk, event), state_html(page, event.verdict.status),
        isolated(shortened(event.event.label, 240)), names_html(page, event),
        in_picture ? "" : fmt::format(" · {}", told(page.desk, "not-in-this-picture")));
}

void write_reason(Page& page, const TimelineEvent& event) {
  if (!event.verdict.reason.empty())
    write(page, "<p class=\"verdict\">{}</p>\n", in_english(page, as_sentence(event.verdict.reason)));
  if (const std::optional<Bounds>& bounds = event.verdict.bounds)
    write(page, "<p>{} <span class=\"muted\">{}</span></p>\n",
          told(page.desk, "bounds", {{"date", worded(page.desk, bounds->range)}}),
          in_english(page, as_sentence(bounds->reason)));
}

void write_decision(Page& page, const TimelineEvent& event) {
  const std::optional<Decided>& decided = event.verdict.decided;
  if (!decided) return;
  write(page, "<p><strong>{}</strong> {}</p>\n",
        told(page.desk, "decided-by",
             {{"who", isolated(one_line(decided->by.who))}, {"date", worded(page.desk, decided->by.when)}}),
        isolated(one_line(decided->by.why)));
}

void write_related(Page& page, const TimelineEvent& event, const EventIndex& index) {
  const auto found = index.relations.find(event.event.id);
  if (found == index.relations.end()) return;
  for (const Relation* relation : found->second) {
    const auto other = index.events.find(relation->of);
    if (other == index.events.end()) continue;
    const std::string link = fmt::format("<a href=\"#{}\">{}</a>", anchor_of(*other->second),
                                         isolated(shortened(other->second->event.label, 160)));
    write(page, "<p class=\"related\">{}</p>\n",
          told(page.desk, fmt::format("relation-{}", to_string(relation->kind)), {{"event", link}}));
  }
}

}  // namespace

std::string anchor_of(const TimelineEvent& event) { return dot_name(event.event.id); }

std::string date_of(const Desk& desk, const TimelineEvent& event) {
  if (event.verdict.date) return worded(desk, *event.verdict.date);
  return told(desk, event.verdict.status == Status::disputed ? "date-open" : "without-date");
}

EventIndex::EventIndex(const Timeline& timeline) {
  for (const TimelineEvent& event : timeline.events) events.emplace(event.event.id, &event);
  for (const Case& one : cases_by_importance(timeline)) conflicts.emplace(one.conflict->event, one);
  for (const Relation& relation : timeline.relations) relations[relation.event].push_back(&relation);
}

void write_entry(Page& page, const TimelineEvent& event, const EventIndex& index, const Choices& choices,
                 bool in_picture) {
  const auto found = index.conflicts.find(event.event.id);
  const Case* dispute = found == index.conflicts.end() ? nullptr : &found->second;
  const std::string_view status = to_string(event.verdict.status);
  write(
      page,
      "<details class=\"entry is-{0}\" id=\"{1}\" data-status=\"{0}\" data-kind=\"{2}\" data-sources=\"{3}\" "
      "data-days=\"{4}\">\n",
      status, anchor_of(event), kind_of(event, choices), numbers_of(page, event, choices),
      days_of(dates_of(event, dispute)));
  write_line(page, event, in_picture);
  write(page, "<div class=\"evidence\">\n");
  write_decision(page, event);
  if (dispute != nullptr) {
    write_dispute(page, *dispute);
    write_rival_dates(page, *dispute);
  } else {
    write_reason(page, event);
    for (const std::size_t claim : all_claims(event.event)) write_claim(page, event, claim);
  }
  write_related(page, event, index);
  write(page, "</div></details>\n");
}

}  // namespace fasti::page
