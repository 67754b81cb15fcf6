// decisions.yaml: reading it, every mistake in it, and adding to it.
#include <random>

#include <fmt/format.h>

#include "decisions/decisions_at_hand.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

const std::string head = "version: 1\ndecisions:\n";
const std::string signed_by = "    who: \"Ann\"\n    when: 2021-07-01\n";

Decisions read(const std::string& text) { return read_decisions("d.yaml", text); }

// "3:5: unknown key …| did you mean …", a line for each mistake.
std::string mistakes(const std::string& text) {
  try {
    read(text);
  } catch (const InputError& error) {
    std::string told;
    for (const Diagnostic& d : error.diagnostics) {
      CHECK(d.code == "decisions-file");
      CHECK(d.place.path == "d.yaml");
      told += fmt::format("{}{}:{}: {}{}", told.empty() ? "" : "\n", d.place.line, d.place.column, d.message,
                          d.hint.empty() ? "" : " | " + d.hint);
    }
    return told;
  }
  return "none";
}

void check_mistakes(const std::string& decision, const std::string& expected) {
  CHECK(mistakes(head + decision) == expected);
}

const Event event_at_hand = event_of({{"courier", "2020-09-28", 10}, {"echo", "2020-09-30", 20}});

}  // namespace

TEST_CASE("decisions as a person writes them", "[decisions]") {
  const Decisions decisions = read(
      "# ours\nversion: 1\ndecisions:\n"
      "  - kind: accept-date\n    event: e-3f2a91c0\n    date: 2020-09\n    who: Ann Berg\n    when: "
      "2021-07\n"
      "  - kind: reject-claim\n    claims:\n      - doc: echo\n        quote: 'Ned Orr'\n"
      "    who: Ann\n    when: 2021-07-01\n    why: \"\"\n"
      "  - {kind: distrust-source, source: The Echo, who: Ann, when: 2021-07-01, why: it copies}\n");
  REQUIRE(decisions.list.size() == 3);
  CHECK(decisions.lines == std::vector<std::size_t>{4, 9, 16});
  CHECK(decisions.list[0].event == "e-3f2a91c0");
  CHECK(decisions.list[0].date == from_edtf("2020-09"));
  CHECK(decisions.list[0].who == "Ann Berg");
  CHECK(decisions.list[0].when == *from_edtf("2021-07"));
  CHECK(decisions.list[1].kind == DecisionKind::reject_claim);
  CHECK(decisions.list[1].claims == std::vector<ClaimKey>{{"echo", "Ned Orr", {}, ""}});
  CHECK(decisions.list[1].why.empty());
  CHECK(decisions.list[2].source == "The Echo");
  CHECK(decisions.list[2].why == "it copies");
}

TEST_CASE("files without a decision", "[decisions]") {
  for (const char* text : {"", "\n", "# nothing yet\n", "version: 1\n", "version: 1\ndecisions:\n",
                           "version: 1\ndecisions: []\n", "\xEF\xBB\xBF", "~\n"})
    CHECK(read(text).list.empty());
}

TEST_CASE("mistakes in decisions are told with their place", "[decisions]") {
  CHECK(mistakes("- a\n") ==
        "1:1: a file of decisions must be made of lines \"key: value\" | its keys are version, decisions");
  CHECK(mistakes("decisions:\n") ==
        "1:1: a file of decisions needs the key \"version\" | write version: 1 on a line of its own");
  CHECK(mistakes("version: 2\n") ==
        "1:10: this file is of version 2, of which nothing is known here | this program reads version 1; a "
        "newer one may read it");
  CHECK(mistakes("version: 1\ndecision:\n") ==
        "2:1: unknown key \"decision\" in a file of decisions | did you mean \"decisions\"?");
  CHECK(mistakes("version: 1\ndecisions: none\n") ==
        "2:12: decisions must be a list | begin each decision with a dash, as in - kind: accept-date");
  CHECK(
      mistakes("version: 1\ndecisions:\n  - accept\n") ==
      "3:5: a decision must be made of lines \"key: value\" | its keys are kind, event, date, claims, with, "
      "source, takes-back, who, when, why, seen");
  check_mistakes("  - kind: acept-date\n" + signed_by,
                 "3:11: there is no decision of the kind \"acept-date\" | did you mean \"accept-date\"?");
  check_mistakes("  - kind: accept-date\n    event: e-3f2a91c0\n" + signed_by,
                 "3:5: a decision of the kind accept-date needs the key \"date\" | as in date: 2020-09-28");
  check_mistakes("  - kind: accept-date\n    event: e-3f2a91c0\n    dat: 2020-09-28\n" + signed_by,
                 "5:5: unknown key \"dat\" in a decision | did you mean \"date\"?");
  check_mistakes("  - kind: accept-date\n    event: e-3f2a\n    date: 28 September\n" + signed_by,
                 "4:12: \"e-3f2a\" is no event's id | ids look like e-3f2a91c0; they stand in timeline.json, "
                 "and fasti decide DIR --list tells them\n"
                 "5:11: \"28 September\" is no date | write it as 2020-09-28, 2020-09 or 2020 (EDTF)");
  check_mistakes("  - kind: distrust-source\n    source: The Echo\n    date: 2020-09-28\n" + signed_by,
                 "5:5: a decision of the kind distrust-source has no \"date\" | it has source");
  check_mistakes("  - kind: split\n    event: e-3f2a91c0\n    claims: echo\n" + signed_by,
                 "5:13: \"claims\" must be a list of claims | a list of lines such as - {doc: \"courier\", "
                 "quote: \"how the sentence begins\"}");
  check_mistakes(
      "  - kind: reject-claim\n    claims:\n      - {doc: echo, quot: Ned, begin: three}\n" + signed_by,
      "5:21: unknown key \"quot\" in a claim | did you mean \"quote\"?\n"
      "5:39: \"begin\" must be a number of bytes | leave it out if you do not know it");
  check_mistakes("  - kind: merge\n    event: e-3f2a91c0\n" + signed_by,
                 "3:5: a decision of the kind merge needs the key \"with\" | as in with: e-3f2a91c0");
  check_mistakes("  - kind: distrust-source\n    source: The Echo\n",
                 "3:5: a decision needs the key \"who\" | as in who: \"a name\"\n"
                 "3:5: a decision needs the key \"when\" | as in when: 2020-09-28");
  check_mistakes("  - kind: distrust-source\n    source:\n" + signed_by,
                 "4:5: \"source\" needs a value on its line | as in source: \"a name\"");
  check_mistakes("  - kind: withdraw\n    takes-back: withdraw\n    event: e-3f2a91c0\n" + signed_by,
                 "4:17: a withdrawal cannot be withdrawn | make the decision again");
  check_mistakes("  - kind: withdraw\n    takes-back: split\n" + signed_by,
                 "3:5: it does not say which decision it takes back | repeat the event, the claims or the "
                 "source of that decision");
}

TEST_CASE("broken YAML in decisions", "[decisions]") {
  CHECK(
      mistakes("version: 1\ndecisions:\n  - kind: \"split\n") ==
      "3:11: the quotation mark that opens here is not closed on this line | close it before the line ends");
  CHECK(mistakes("version: 1\nversion: 1\n") ==
        "2:1: the key \"version\" stands here twice | keep one of the two and delete the other");
  CHECK(mistakes("version: 1\n---\nversion: 1\n") ==
        "2:1: a second YAML document begins here | remove the line --- or use two files");
  CHECK(mistakes("version: &x 1\n") == "1:10: anchors (&name) are not allowed here | write the value out");
  CHECK(mistakes(std::string("version: 1\0\n", 12)).find("NUL") != std::string::npos);
}

TEST_CASE("the first decision makes the file, the next is put behind it", "[decisions]") {
  const Decision first = accept(event_at_hand, "2020-09-28");
  const Decision second = distrust("The \"Echo\"");
  const std::string one = with_decision("d.yaml", "", first);
  CHECK(
      one ==
      "# What people decided about dates that sources dispute. fasti decide adds to this file; you may edit "
      "it.\n"
      "# Keep it beside the articles, where fasti build looks for it.\n"
      "version: 1\n\ndecisions:\n"
      "  - kind: accept-date\n    event: " +
          event_at_hand.id +
          "\n    date: 2020-09-28\n"
          "    who: \"Ann\"\n    when: 2021-07-01\n"
          "    seen:\n"
          "      - {doc: \"courier\", begin: 10, date: 2020-09-28, quote: \"Ned Orr died in his house.\"}\n"
          "      - {doc: \"echo\", begin: 20, date: 2020-09-30, quote: \"Ned Orr died in his house.\"}\n");
  CHECK(with_decision("d.yaml", one, second) ==
        one +
            "  - kind: distrust-source\n    source: \"The \\\"Echo\\\"\"\n    who: \"Ann\"\n    when: "
            "2021-07-01\n");
}

TEST_CASE("what a person wrote stays as it is when a decision is added", "[decisions]") {
  const Decision made = distrust("echo");
  const std::string entry = decision_yaml(made, 0);
  const std::string by_hand =
      "- {kind: distrust-source, source: post, who: Ann, when: 2021-07-01}   # a rival's paper\n";
  const auto check = [&](const std::string& before, const std::string& after) {
    CHECK(with_decision("d.yaml", before, made) == after);
  };
  // The same indent as there is.
  check("version: 1\ndecisions:\n" + by_hand, "version: 1\ndecisions:\n" + by_hand + entry);
  check("version: 1\ndecisions:\n    " + by_hand,
        "version: 1\ndecisions:\n    " + by_hand + decision_yaml(made, 4));
  // A file that ends without a line break, in a comment, or with blank lines.
  check("version: 1\ndecisions:\n" + by_hand + "# to be continued",
        "version: 1\ndecisions:\n" + by_hand + "# to be continued\n" + entry);
  check("version: 1\ndecisions:\n" + by_hand + "\n\n", "version: 1\ndecisions:\n" + by_hand + "\n\n" + entry);
  // The list need not be the last thing.
  check("decisions:\n" + by_hand + "version: 1\n", "decisions:\n" + by_hand + entry + "version: 1\n");
  // No decision yet.
  check("version: 1\n", "version: 1\ndecisions:\n" + decision_yaml(made, 2));
  check("version: 1\ndecisions:\n", "version: 1\ndecisions:\n" + decision_yaml(made, 2));
  check("decisions:\nversion: 1\n", "decisions:\n" + decision_yaml(made, 2) + "version: 1\n");
  check("# ours\n", "# ours\nversion: 1\n\ndecisions:\n" + decision_yaml(made, 2));
  check("\xEF\xBB\xBFversion: 1\n", "\xEF\xBB\xBFversion: 1\ndecisions:\n" + decision_yaml(made, 2));
  const std::string windows = with_decision("d.yaml", "version: 1\r\ndecisions:\r\n", made);
  CHECK(read(windows).list == std::vector<Decision>{made});
  CHECK(windows.find("when: 2021-07-01\r\n") != std::string::npos);
}

TEST_CASE("a file to which nothing can be added is refused", "[decisions]") {
  const auto refused = [](const std::string& bytes) {
    try {
      with_decision("d.yaml", bytes, distrust("echo"));
    } catch (const InputError& error) {
      return error.diagnostics.front().message;
    }
    return std::string("added");
  };
  CHECK(refused("version: 1\ndecisions: []\n") == "no decision can be added to a list between brackets");
  CHECK(refused("{version: 1, decisions: []}\n") == "no decision can be added to a list between brackets");
  const std::string left_alone =
      "a decision cannot be added to this file without changing what it says, so it was left alone";
  CHECK(refused("{version: 1}\n") == left_alone);
  CHECK(refused("version: 1\ndecisions:\n...\n") == left_alone);
  CHECK(refused("version: 1\ndecisions:\n  - kind: none\n") == "a decision needs the key \"who\"");
}

// ---- properties

namespace {

// Words with all that YAML might take for its own, and some that nobody can see.
std::string random_words(std::mt19937& random) {
  static const char* pieces[] = {
      "Ann",  " ",   "\"",   "\\",     "'",      "#",      " # ",          ": ",  "- ",
      "{",    "}",   "[",    "]",      ",",      "&x",     "*x",           "!",   "%",
      "@",    "`",   "|",    ">",      "?",      "~",      "null",         "010", "é",
      "日本", "…",   "\n",   "\t",     "\u0085", "\u2028", "\xEF\xBB\xBF", "\\n", "no",
      "e-1",  "---", "🙂", "\u202A", "\u00A0", "«»",     "12:30"};
  std::string text;
  std::uniform_int_distribution<std::size_t> any(0, std::size(pieces) - 1);
  const std::size_t length = 1 + any(random) % 7;
  for (std::size_t i = 0; i < length; ++i) text += pieces[any(random)];
  return text;
}

DateRange random_date(std::mt19937& random) {
  static const char* dates[] = {
      "2020-09-28", "2020-09", "2020",    "1850~",           "202X",
      "19XX",       "2021-23", "2021-33", "2021-40",         "2020-09-21/2020-09-30",
      "2010/..",    "../2010", "-0206",   "2011-12-01T20:23"};
  std::uniform_int_distribution<std::size_t> any(0, std::size(dates) - 1);
  return *from_edtf(dates[any(random)]);
}

std::vector<ClaimKey> random_claims(std::mt19937& random, std::size_t least) {
  std::vector<ClaimKey> claims;
  const std::size_t count = least + random() % 3;
  for (std::size_t i = 0; i < count; ++i) {
    Claim claim = claim_of(
        {random_words(random), to_edtf(random_date(random)), random() % 1000, random_words(random) + "x"});
    claims.push_back(key_of(claim));
    if (claims.back().doc.empty()) claims.back().doc = "d";
    if (random() % 4 == 0) claims.back().begin.reset();
    if (random() % 4 == 0) claims.back().date.clear();
  }
  return claims;
}

Decision random_decision(std::mt19937& random) {
  Decision made = decision(static_cast<DecisionKind>(random() % 5), "x" + random_words(random));
  made.when = random_date(random);
  if (random() % 2 == 0) made.why = random_words(random);
  if (made.kind == DecisionKind::distrust_source) {
    made.source = random_words(random);
  } else {
    made.event = "e-3f2a91c0";
    made.seen = random_claims(random, 0);
  }
  if (made.kind == DecisionKind::accept_date) made.date = random_date(random);
  if (made.kind == DecisionKind::merge) made.with = "e-00000000-2";
  if (made.kind != DecisionKind::accept_date && made.kind != DecisionKind::distrust_source)
    made.claims = random_claims(random, 1);
  return random() % 5 == 0 ? take_back(made) : made;
}

}  // namespace

TEST_CASE("what was written is read back, and what was there stays", "[decisions]") {
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    std::vector<Decision> made;
    for (int i = 0; i < 4; ++i) {
      made.push_back(random_decision(random));
      const std::string before = bytes;
      bytes = with_decision("d.yaml", before, made.back());
      REQUIRE(bytes.starts_with(before));
      REQUIRE(read(bytes).list == made);
    }
  }
}

TEST_CASE("a file that was cut anywhere is told, or is a file with fewer decisions", "[decisions]") {
  std::string bytes;
  std::vector<Decision> made{accept(event_at_hand, "2020-09-28"),
                             reject(event_at_hand, {{"echo", "2020-09-30", 20}}), distrust("echo")};
  for (const Decision& one : made) bytes = with_decision("d.yaml", bytes, one);
  for (std::size_t cut = 0; cut < bytes.size(); ++cut) {
    try {
      const auto list = read(bytes.substr(0, cut)).list;
      REQUIRE(list.size() <= made.size());
      // The last may lack what may be lacking, or be cut in a word; those before it are whole.
      for (std::size_t i = 0; i + 1 < list.size(); ++i) REQUIRE(list[i] == made[i]);
    } catch (const InputError& error) {
      REQUIRE(!error.diagnostics.empty());
      REQUIRE(error.diagnostics.front().place.line > 0);
    }
  }
}

TEST_CASE("a file that was spoilt anywhere is told or read, and adding to it keeps what it had",
          "[decisions]") {
  std::mt19937 random(13);
  std::string whole;
  for (int i = 0; i < 3; ++i) whole = with_decision("d.yaml", whole, random_decision(random));
  static const std::string odd = "\"'#:-{}[],\n\t x0\\%&*!|>\x01\x80";
  for (int round = 0; round < 3000; ++round) {
    std::string spoilt = whole;
    for (std::size_t i = 0; i < 1 + random() % 3; ++i)
      spoilt[random() % spoilt.size()] = odd[random() % odd.size()];
    try {
      const auto before = read(spoilt).list;
      const auto after = read(with_decision("d.yaml", spoilt, distrust("echo"))).list;
      REQUIRE(after.size() == before.size() + 1);
      REQUIRE(std::equal(before.begin(), before.end(), after.begin()));
    } catch (const InputError& error) {
      REQUIRE(!error.diagnostics.empty());
    }
  }
}
