// One table a question: how is this text cut? The answer is compact text: items joined by '|'.
#include "text/segment.h"

#include "catch.h"

using namespace fasti;

namespace {

const Orthography english{{"sept", "mr", "mrs", "dr", "no", "inc", "u.s", "p.m", "st", "jan"},
                          {"the", "he", "it", "then"}};

Segmented cut(std::string_view text) { return segment(text, {0, text.size()}, english); }

std::string joined(std::string_view text, const auto& items) {
  std::string result;
  for (const auto& item : items) {
    if (!result.empty()) result += " | ";
    result += text.substr(item.span.begin, item.span.size());
  }
  return result;
}

void check_tokens(std::string_view text, const std::string& expected) {
  std::string found;
  for (const Token& token : cut(text).tokens) {
    if (!found.empty()) found += token.gap == Gap::none ? "|" : token.gap == Gap::space ? " " : " // ";
    found += text_of(text, token);
  }
  CHECK(found == expected);
}

void check_sentences(std::string_view text, const std::string& expected) {
  CHECK(joined(text, cut(text).sentences) == expected);
}

void check_blocks(std::string_view text, const std::string& expected) {
  CHECK(joined(text, cut(text).blocks) == expected);
}

void check_quotations(std::string_view text, const std::string& expected) {
  CHECK(joined(text, cut(text).quotations) == expected);
}

}  // namespace

TEST_CASE("tokens are runs of letters, runs of digits, and single signs", "[text]") {
  check_tokens("on Sept. 27, 2020.", "on Sept|. 27|, 2020|.");
  check_tokens("30th 2020-09-28 9/11", "30|th 2020|-|09|-|28 9|/|11");
  check_tokens("$3.5m (10%)", "$|3|.|5|m (|10|%|)");
  check_tokens("one_two", "one|_|two");
  check_tokens("", "");
  check_tokens(" \t\n ", "");
}

TEST_CASE("an apostrophe with letters is a word that touches the word before it", "[text]") {
  check_tokens("Son’s Day", "Son|’s Day");
  check_tokens("didn't", "didn|'t");
  check_tokens("rock'n'roll", "rock|'n|'roll");
  check_tokens("the 1990's", "the 1990|'s");
  check_tokens("the ’90s", "the ’|90|s");
  check_tokens("sons’ day", "sons|’ day");
  check_tokens("'tis", "'|tis");
  const Segmented found = cut("O'Brien’s");
  REQUIRE(found.tokens.size() == 3);
  CHECK(found.tokens[1].kind == TokenKind::word);
  CHECK(found.tokens[1].capitalised);
  CHECK_FALSE(found.tokens[2].capitalised);
}

TEST_CASE("words of any script, with their combining marks, are whole", "[text]") {
  check_tokens("Zoë naïve Ærø", "Zoë naïve Ærø");
  check_tokens("Zoe\u0308 left", "Zoe\u0308 left");  // a combining diaeresis
  check_tokens("28 сентября 2020", "28 сентября 2020");
  check_tokens("हिन्दी भाषा", "हिन्दी भाषा");
  CHECK(cut("Élan").tokens[0].capitalised);
  CHECK(cut("Москва").tokens[0].capitalised);
  CHECK_FALSE(cut("élan").tokens[0].capitalised);
}

TEST_CASE("what cannot be seen makes no token", "[text]") {
  check_tokens("28\u00A0September\u202F2020", "28 September 2020");
  check_tokens("Sep\u00ADtember", "Sep\u00ADtember");
  CHECK(folded("Sep\u00ADtember") == "september");
  check_tokens("\u200BMay\u200B, \uFEFFJune", "May|, June");
  check_tokens("May\u200D", "May");
  check_tokens("a\tb\r\nc", "a b // c");
}

TEST_CASE("any bytes are cut, also those that are no UTF-8", "[text]") {
  check_tokens("a\xFF\xC3(", "a|\xFF|\xC3|(");
  check_tokens(std::string_view("a\0b", 3), std::string("a|\0|b", 5));
}

TEST_CASE("words are compared folded", "[text]") {
  CHECK(folded("Son’s") == "son's");
  CHECK(folded("SonʼS") == "son's");
  CHECK(folded("ÉTÉ") == "été");
  CHECK(folded("МАЙ") == "май");
}

TEST_CASE("sentences end at stops", "[text]") {
  check_sentences("He left. She stayed! Why? It rained.", "He left. | She stayed! | Why? | It rained.");
  check_sentences("What?! He left.", "What?! | He left.");
  check_sentences("He waited… Then he left.", "He waited… | Then he left.");
  check_sentences("He waited... and left. It rained.", "He waited... and left. | It rained.");
  check_sentences("... So it began.", "... So it began.");
  check_sentences("They said: We stay; we do.", "They said: We stay; we do.");
  check_sentences("彼は去った。雨が降った。", "彼は去った。 | 雨が降った。");
  check_sentences("No stop at all", "No stop at all");
}

TEST_CASE("stops inside numbers, names and addresses end nothing", "[text]") {
  check_sentences("It fell 3.5 points. Then it rose.", "It fell 3.5 points. | Then it rose.");
  check_sentences("See example.com today.", "See example.com today.");
  check_sentences("See www.Example.com today.", "See www.Example.com today.");
  check_sentences("He left.She stayed.", "He left. | She stayed.");
  check_sentences("It was 2019. 30 people came.", "It was 2019. | 30 people came.");
}

TEST_CASE("an abbreviation's stop usually ends nothing", "[text]") {
  check_sentences("On Sept. 27 Mr. Smith left. It rained.", "On Sept. 27 Mr. Smith left. | It rained.");
  check_sentences("John F. Kennedy met J. K. Rowling. He left.",
                  "John F. Kennedy met J. K. Rowling. | He left.");
  check_sentences("The U.S. Senate met. It rose.", "The U.S. Senate met. | It rose.");
  check_sentences("At 10 a.m. Tuesday it sank.", "At 10 a.m. Tuesday it sank.");
  check_sentences("It sank in Sept.\n\nThen it rained.", "It sank in Sept. | Then it rained.");
}

TEST_CASE("a starter after an abbreviation begins a sentence", "[text]") {
  check_sentences("It sank at 10 a.m. The crew left.", "It sank at 10 a.m. | The crew left.");
  check_sentences("This was plan B. Then it rained.", "This was plan B. | Then it rained.");
  check_sentences("He left the U.S. “We are free,” he said.", "He left the U.S. | “We are free,” he said.");
  check_sentences("William J. “Bill” Carter left.", "William J. “Bill” Carter left.");
  check_sentences("He went home (to the U.S.). Nobody came.", "He went home (to the U.S.). | Nobody came.");
}

TEST_CASE("a number can be an abbreviation where the language's rules say so", "[text]") {
  const std::string_view text = "Am 28. September kam er. Dann ging er 1990. Es regnete.";
  const Orthography german{{"28"}, {}};
  CHECK(joined(text, segment(text, {0, text.size()}, german).sentences) ==
        "Am 28. September kam er. | Dann ging er 1990. | Es regnete.");
}

TEST_CASE("closing marks belong to the sentence they close", "[text]") {
  check_sentences("“We stay.” Nobody left.", "“We stay.” | Nobody left.");
  check_sentences("\"We stay.\" Nobody left. \"Why?\" she asked.",
                  "\"We stay.\" | Nobody left. | \"Why?\" she asked.");
  check_sentences("Nobody left. \"We stay,\" she said.", "Nobody left. | \"We stay,\" she said.");
  check_sentences("(It rained.) He left.", "(It rained.) | He left.");
  check_sentences("It rained.[12] He left.", "It rained.[12] | He left.");
  check_sentences("„Wir gehen.“ Er blieb.", "„Wir gehen.“ | Er blieb.");
  check_sentences("« On part. » Il reste.", "« On part. » | Il reste.");
  check_sentences("Il part. « On reste. »", "Il part. | « On reste. »");
  check_sentences("\" We stay . \" Nobody left .", "\" We stay . \" | Nobody left .");
  check_sentences("``We stay.'' Nobody left.", "``We stay.'' | Nobody left.");
  check_sentences("`` We stay . '' Nobody left .", "`` We stay . '' | Nobody left .");
  check_sentences("It ended. ***", "It ended. ***");
}

TEST_CASE("a list sign is no sentence", "[text]") {
  check_sentences("1. Open the box. 2. Close it.", "1. Open the box. | 2. Close it.");
}

TEST_CASE("a blank line ends a block, and so does a line break that was meant", "[text]") {
  check_blocks("One.\n\nTwo.\r\n\r\n\r\nThree.", "One. | Two. | Three.");
  check_blocks("A heading\nThen a paragraph that is one long line and nothing but that one long line.",
               "A heading | Then a paragraph that is one long line and nothing but that one long line.");
  check_blocks("- bread\n- milk\n", "- bread | - milk");
  check_blocks("One.\u2028Two.\rThree.", "One. | Two. | Three.");
}

TEST_CASE("a wrapped line does not end a block", "[text]") {
  check_blocks(
      "The storm reached the coast in the night and\n"
      "tore the roofs off several houses before it\n"
      "Went inland.\n\n"
      "Short one.",
      "The storm reached the coast in the night and\ntore the roofs off several houses before it\n"
      "Went inland. | Short one.");
  // The last paragraph has no line that goes on in lower case; the text as a whole tells that it was wrapped.
  check_blocks(
      "The storm reached the coast in the night and\n"
      "tore the roofs off.\n\n"
      "It had been seen by the watch on September\n"
      "27 and on the day before.",
      "The storm reached the coast in the night and\ntore the roofs off. | "
      "It had been seen by the watch on September\n27 and on the day before.");
}

TEST_CASE("a chronology's lines are blocks of their own", "[text]") {
  check_blocks(
      "2010-04-20\n"
      "The rig explodes and eleven workers are missing since.\n"
      "A search begins at once in the waters around it.\n"
      "2010-04-22\n"
      "The rig sinks.\n",
      "2010-04-20 | The rig explodes and eleven workers are missing since. | "
      "A search begins at once in the waters around it. | 2010-04-22 | The rig sinks.");
}

TEST_CASE("list lines and headings inside wrapped text are blocks of their own", "[text]") {
  check_blocks(
      "- The storm reached the coast in the night and\n"
      "  tore the roofs off several houses before it.\n"
      "- It went inland.",
      "- The storm reached the coast in the night and\n  tore the roofs off several houses before it. | "
      "- It went inland.");
  check_blocks(
      "20 April 2010\n"
      "The rig explodes, and the watch that stands by\n"
      "on the coast sees the fire from sixty miles.\n"
      "22 April 2010\n"
      "It sinks.",
      "20 April 2010 | The rig explodes, and the watch that stands by\n"
      "on the coast sees the fire from sixty miles. | 22 April 2010 | It sinks.");
}

TEST_CASE("a block's first token says so, and its sentences and tokens are its own", "[text]") {
  const Segmented found = cut("One two. Three.\n\nFour.");
  REQUIRE(found.blocks.size() == 2);
  CHECK(found.tokens[0].gap == Gap::block);
  CHECK(found.blocks[0].sentences.size() == 2);
  CHECK(found.blocks[1].tokens.begin == 5);
  CHECK(found.tokens[5].gap == Gap::block);
  CHECK(found.sentences[2].block == 1);
}

TEST_CASE("only the body is cut, with offsets of the whole text", "[text]") {
  const std::string_view text = "date 2021 One two. Three";
  const Segmented found = segment(text, {10, 18}, english);
  CHECK(joined(text, found.sentences) == "One two.");
  CHECK(found.sentences[0].span == Span{10, 18});
  CHECK(segment(text, {99, 200}, english).tokens.empty());
}

TEST_CASE("quotations in the marks of several languages", "[text]") {
  check_quotations("He said “we stay” and left.", "“we stay”");
  check_quotations("He said \"we stay\" and \"go\".", "\"we stay\" | \"go\"");
  check_quotations("Il dit « on part » et „wir gehen“ und »nie« und ”aldrig”.",
                   "« on part » | „wir gehen“ | »nie« | ”aldrig”");
  check_quotations("He called it ‘the end’ of Sons’ Day.", "‘the end’");
  check_quotations("It was 'the end' of the boys' '90s.", "'the end'");
  check_quotations("The boys' house, 6'2\" tall.", "");
  check_quotations("‘Tis the season.", "");
  check_quotations("He said ``we stay'' and `` go '' .", "``we stay'' | `` go ''");
  check_quotations("It was 6'' wide and 4'' high.", "");
}

TEST_CASE("quotations nest, and end with their block", "[text]") {
  check_quotations("“He said ‘never’ to me,” she said.", "“He said ‘never’ to me,” | ‘never’");
  check_quotations("“First part.\n\n“Second part.” He left.", "“First part. | “Second part.”");
  check_quotations("\"Open\n\nand \"closed\" again", "\"Open | \"closed\"");
  check_quotations("“One ‘two” three", "“One ‘two”");
  const Segmented found = cut("“We stay.” Nobody left.");
  REQUIRE(found.quotations.size() == 1);
  CHECK(found.quotations[0].tokens.begin == 0);
  CHECK(found.quotations[0].tokens.end == 5);
}
