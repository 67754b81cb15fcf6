// fasti reconcile: claims that somebody else extracted in, verdicts out.
#include <algorithm>
#include <charconv>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "article/table_rows.h"
#include "base/atomic_file.h"
#include "cli/command.h"
#include "cli/streams.h"
#include "reconcile/judge.h"
#include "reconcile/sheet_dates.h"
#include "timeline/sources_json.h"
#include "timeline/verdict_line.h"
#include "trust/ask.h"

namespace fasti::cli {

namespace {

// Of the shares of the evidence. The claims are taken as others read them, so a small lead is enough to
// prefer.
constexpr double tie = 0.03;
constexpr std::size_t unread_shown = 5;

struct ReconcileOptions : Options {
  std::string known;
  std::string method = "copy-aware";
  std::string sources_file;
  std::size_t ask = 0;
  unsigned threads = 0;
};

struct Known {
  std::string event, date;
  std::size_t line = 0;
};

// Tells what is wrong; false where a row could not be read.
bool all_taken(const std::vector<Diagnostic>& wrong, const Options& options) {
  tell(wrong, options);
  return std::none_of(wrong.begin(), wrong.end(),
                      [](const Diagnostic& d) { return d.severity == Severity::error; });
}

// 0 to 1; nothing for other texts.
std::optional<double> weight_in(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

std::string add_claim(const TableRow& row, ClaimSheetBuilder& builder) {
  const std::string& text = row.values[5];
  const auto weight = text.empty() ? 1.0 : weight_in(text);
  builder.add(
      {row.values[0], row.values[1], row.values[2], row.values[3], row.values[4], weight.value_or(1)});
  return weight ? ""
                : fmt::format("the weight \"{}\" is no number from 0 to 1, and the row counts in full", text);
}

// False where a row, or a whole table, could not be read; that was told.
bool read_claims(const ReconcileOptions& options, ClaimSheetBuilder& builder) {
  bool well = true;
  for (const std::string& path : options.inputs) {
    try {
      const auto wrong = read_table(
          path, {{"event", true}, {"source", true}, {"date", true}, {"published"}, {"kind"}, {"weight"}},
          [&](const TableRow& row) { return add_claim(row, builder); });
      well = all_taken(wrong, options) && well;
    } catch (const InputError& error) {
      tell(error.diagnostics, options);
      well = false;
    }
  }
  return well;
}

// False as above; throws InputError where the table as a whole is wrong, for then nothing is as it was meant.
bool read_known(const ReconcileOptions& options, std::vector<Known>& known) {
  if (options.known.empty()) return true;
  return all_taken(read_table(options.known, {{"event", true}, {"date", true}},
                              [&](const TableRow& row) {
                                known.push_back({row.values[0], row.values[1], row.line});
                                return std::string();
                              }),
                   options);
}

void tell_about(const Known& known, const ReconcileOptions& options, std::string code, std::string message) {
  Diagnostic d;
  d.code = std::move(code);
  d.message = std::move(message);
  d.place = {options.known, known.line, 0};
  tell(d, options);
}

// The settled dates, for each event of the sheet; marks them in the ballots too.
std::vector<std::optional<DateRange>> settle_known(const std::vector<Known>& known, const ClaimSheet& sheet,
                                                   const RuleSet& rules, const Profile& profile,
                                                   const ReconcileOptions& options, Ballots& ballots) {
  std::vector<std::optional<DateRange>> settled(sheet.events.size());
  std::size_t strange = 0;
  for (const Known& k : known) {
    const auto found = std::lower_bound(sheet.events.begin(), sheet.events.end(), k.event);
    if (found == sheet.events.end() || *found != k.event) {
      if (++strange <= unread_shown)
        tell_about(k, options, "unknown-event", fmt::format("no claim is about \"{}\"", k.event));
      continue;
    }
    const CellDate date = read_date(k.date, std::nullopt, std::nullopt, rules, profile);
    if (!date.timex) {
      tell_about(k, options, "unread-date", fmt::format("\"{}\" is no date that is complete", k.date));
      continue;
    }
    const auto event = static_cast<std::size_t>(found - sheet.events.begin());
    if (settled[event] && *settled[event] != *date.timex->range)
      tell_about(k, options, "settled-twice",
                 fmt::format("\"{}\" was settled above with another date; this one counts", k.event));
    settled[event] = date.timex->range;
    settle(ballots.events[event], *date.timex->range);
  }
  return settled;
}

// Publications that no rule could read; what is counted from them has no date.
void tell_unread_publications(const ClaimSheet& sheet, const SheetDates& dates, const Options& options) {
  std::set<std::string_view> unread;
  for (std::size_t w = 0; w < sheet.wordings.size(); ++w)
    if (!sheet.wordings[w].published.empty() && !dates.publications[w])
      unread.insert(sheet.wordings[w].published);
  if (unread.empty()) return;
  Diagnostic d;
  d.code = "unread-publication";
  d.message = fmt::format("«{}» is no date of publication that is complete{}", *unread.begin(),
                          unread.size() == 1 ? "" : fmt::format(", nor are {} others", unread.size() - 1));
  d.hint = "write it with its year, as in 2021-09-29";
  tell(d, options);
}

// Dates that no rule could read, the most frequent ones by their wording.
void tell_unread(const ClaimSheet& sheet, const SheetDates& dates, const Options& options) {
  std::vector<std::size_t> rows(sheet.wordings.size(), 0);
  std::size_t all = 0;
  for (std::size_t row = 0; row < sheet.rows.size(); ++row) {
    if (dates.timex_of(row)) continue;
    ++rows[sheet.rows[row].wording];
    ++all;
  }
  if (all == 0) return;
  std::vector<std::size_t> order;
  for (std::size_t w = 0; w < rows.size(); ++w)
    if (rows[w] > 0) order.push_back(w);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a] > rows[b]; });
  std::string examples;
  for (std::size_t i = 0; i < std::min(order.size(), unread_shown); ++i)
    examples += fmt::format("{}«{}»", i == 0 ? "" : ", ", sheet.wordings[order[i]].date);
  Diagnostic d;
  d.code = "unread-date";
  d.message = fmt::format("of {} rows {} give no date that can be read, such as {}", sheet.rows.size(), all,
                          examples);
  d.hint =
      "relative and incomplete dates need the column \"published\"; rules for other wordings: "
      "docs/writing-rules.md";
  tell(d, options);
}

// On standard error, for people: what was found about the sources.
void say_what_was_learnt(const Ballots& ballots, const Learned& learned, const Options& options) {
  if (options.quiet) return;
  for (const auto& members : learned.rings.members) {
    if (members.size() < 2) continue;
    std::vector<std::string> names;
    for (const std::uint32_t source : members) names.push_back(ballots.sources[source]);
    print_error(fmt::format("These sources share their errors and count once: {}\n", fmt::join(names, ", ")));
  }
  for (std::size_t kind = 0; kind < ballots.kinds.size(); ++kind) {
    if (!divided(learned.camps[kind])) continue;
    print_error(fmt::format("In \"{}\" the sources fall into camps; they may mean different things:\n",
                            ballots.kinds[kind]));
    for (const Camp& camp : learned.camps[kind]) {
      std::vector<std::string> names;
      for (const std::uint32_t ring : camp.rings)
        for (const std::uint32_t source : learned.rings.members[ring])
          names.push_back(ballots.sources[source]);
      std::sort(names.begin(), names.end());
      print_error(fmt::format("  {}{}\n", fmt::join(names, ", "),
                              camp.after_first == 0
                                  ? ""
                                  : fmt::format(" ({:+} minutes where they differ from the first)",
                                                std::llround(static_cast<double>(camp.after_first) / 60))));
    }
  }
}

void print_questions(const ReconcileOptions& options, const ClaimSheet& sheet, const Ballots& ballots,
                     const Learned& learned) {
  const auto questions = ask(ballots, learned, options.ask);
  if (questions.empty() && !options.quiet) print_error("There is no open conflict to ask about.\n");
  for (const Question& question : questions)
    print_out(question_line(sheet.events[question.event], question, ballots, learned));
}

Judgement judgement_of(const Event& event, const Ballot& ballot, const std::optional<DateRange>& settled,
                       const Light& light) {
  Judgement judgement = judge(event, ballot, light);
  if (settled) {
    judgement.verdict.status = Status::decided;
    judgement.verdict.date = settled;
    judgement.verdict.confidence = 1;
    judgement.verdict.reason = fmt::format("Settled beforehand: {}.", in_words(*settled, light.wording));
  }
  return judgement;
}

void print_verdicts(const ClaimSheet& sheet, const SheetDates& dates,
                    const std::vector<std::optional<DateRange>>& settled, const Light& light) {
  for (std::uint32_t e = 0; e < sheet.events.size(); ++e) {
    const Event event = event_of(sheet, dates, e);
    print_out(verdict_line(event, judgement_of(event, light.ballots.events[e], settled[e], light)));
  }
}

std::vector<Voice> voices_of(const ClaimSheet& sheet) {
  std::vector<Voice> voices;
  for (const std::string& source : sheet.sources) voices.push_back({source, source, {}});
  return voices;
}

unsigned threads_for(const ReconcileOptions& options) {
  return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

int reconcile_claims(const ReconcileOptions& options) {
  const RuleSet rules = rules_for(options);
  const Profile& profile = profile_for(options, rules);
  std::vector<Known> known;
  bool well = read_known(options, known);
  ClaimSheetBuilder builder;
  well = read_claims(options, builder) && well;
  const ClaimSheet sheet = builder.finish();
  if (sheet.rows.empty()) {
    print_error("error: there is no claim to work on\n");
    return some_failed;
  }
  const SheetDates dates = read_dates(sheet, rules, profile, threads_for(options));
  tell_unread_publications(sheet, dates, options);
  tell_unread(sheet, dates, options);
  Ballots ballots = ballots_of(sheet, dates);
  const auto settled = settle_known(known, sheet, rules, profile, options, ballots);
  const Learned learned = learn(ballots, *method_from(options.method));
  say_what_was_learnt(ballots, learned, options);
  if (!options.sources_file.empty()) write_files({{options.sources_file, sources_json(ballots, learned)}});
  if (options.ask > 0) {
    print_questions(options, sheet, ballots, learned);
  } else {
    const std::vector<Voice> voices = voices_of(sheet);
    const Told nothing_else;
    print_verdicts(sheet, dates, settled, {voices, nothing_else, rules.wording, ballots, learned, tie});
  }
  return well ? all_well : some_failed;
}

}  // namespace

void set_up_reconcile(CLI::App& app, int& exit_code) {
  app.description(
      "Weigh dated claims that somebody else extracted: one verdict an event, as JSON lines, with the "
      "reason");
  app.footer(
      "CLAIMS has the columns (or keys) event, source and date, and may have published, kind and weight.\n\n"
      "Example:\n  fasti reconcile claims.csv --known settled.csv > verdicts.jsonl\n"
      "  fasti reconcile claims.csv --ask 10");
  const auto options = std::make_shared<ReconcileOptions>();
  options->profile = "record";
  app.add_option("CLAIMS", options->inputs,
                 "Tables of claims: CSV with a header, or JSON lines; - for standard input")
      ->required()
      ->type_name("");
  app.add_option(
         "--known", options->known,
         "What is settled: a table with the columns event and date. It decides these events, and teaches "
         "whom to believe about the others")
      ->type_name("FILE");
  app.add_option("--ask", options->ask,
                 "Instead of verdicts, name the N open conflicts whose settling would teach most, and why")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  app.add_option(
         "--method", options->method,
         "vote: each source counts once; weighted: by trust; copy-aware: by trust, sources that copy each "
         "other as one voice, camps told apart")
      ->check(CLI::IsMember({"vote", "weighted", "copy-aware"}))
      ->type_name("NAME")
      ->capture_default_str();
  app.add_option(
         "--sources", options->sources_file,
         "Also write what was learnt of the sources: trust by kind of event, rings of copies, camps (JSON)")
      ->type_name("FILE");
  app.add_option("--threads", options->threads,
                 "How many threads read the dates; by default as many as there are cores")
      ->check(CLI::Range(1, 1024))
      ->type_name("N");
  app.add_option("--profile", options->profile, "How incomplete dates are completed")
      ->type_name("NAME")
      ->capture_default_str();
  add_rules(app, *options);
  add_talk(app, *options);
  app.callback([options, &exit_code] { exit_code = reconcile_claims(*options); });
}

}  // namespace fasti::cli
