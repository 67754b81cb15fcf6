// What a label makes of a sentence, and what it takes from texts that were cut into words.
#include "claim/english.h"
#include "claim/past_form.h"
#include "claim/tidy_label.h"

#include "catch.h"

using namespace fasti;
using namespace fasti::test;

namespace {

void check(const std::string& text, const std::string& expected) {
  CAPTURE(text, claims_of({text}));
  CHECK(labels_of({text}) == expected);
}

void check_tidy(const std::string& label, const std::string& expected) {
  CAPTURE(label);
  CHECK(tidy_label(label) == expected);
  CHECK(tidy_label(tidy_label(label)) == tidy_label(label));
}

}  // namespace

TEST_CASE("what is told as happening is labelled as past", "[claim]") {
  check("On May 3, 2019 Ned Orr dies in Tolbury.", "Ned Orr died in Tolbury");
  check("May 3, 2019: Captain Orr is flown to Tolbury.", "Captain Orr was flown to Tolbury");
  check("May 3, 2019: Two sailors are rescued.", "Two sailors were rescued");
  check("May 3, 2019: The mill is closed.", "The mill was closed");
  check("May 3, 2019: Ned Orr visits the harbour and meets Ann Fell.",
        "Ned Orr visited the harbour and met Ann Fell");
  check("May 3, 2019: Officials say that the ferry is safe.", "Officials said that the ferry is safe");
  check("May 3, 2019: He says the ferry is safe.", "He said the ferry is safe");
  check("May 3, 2019: The mayor announces that the ferry will sail again.",
        "The mayor announced that the ferry will sail again");
  check("May 3, 2019: Ned Orr resigns and leaves Tolbury.", "Ned Orr resigned and left Tolbury");
  check("May 3, 2019: The ferry is said to have sunk.", "The ferry was said to have sunk");
  check("May 3, 2019: Ned Orr has died.", "Ned Orr has died");
  check("May 3, 2019: The ferry sinks off Tolbury.", "The ferry sank off Tolbury");
}

TEST_CASE("what lies ahead is labelled as it was told", "[claim]") {
  check("The trial of Ned Orr begins on May 3, 2022.", "The trial of Ned Orr begins");
  check("The hall will open on May 3, 2022.", "The hall will open");
  check("The ferry is to sail on May 3, 2022.", "The ferry is to sail");
}

TEST_CASE("a noun that looks like a verb is left alone", "[claim]") {
  check("May 3, 2019: A harbour report finds that the hull was rusty.",
        "A harbour report finds that the hull was rusty");
  check("May 3, 2019\n\nThe Tolbury appeals court rejects the claim.",
        "The Tolbury appeals court rejected the claim");
  check("May 3, 2019\n\nThe line begins a campaign aimed at Tolbury.",
        "The line began a campaign aimed at Tolbury");
  check("May 3, 2019\n\nTolbury's attempts to mend the line are in vain.",
        "Tolbury's attempts to mend the line are in vain");
  check("May 3, 2019\n\nThe line offers a refund.", "The line offered a refund");
  check("May 3, 2019: Reports of a leak reach the town.", "Reports of a leak reach the town");
}

TEST_CASE("labels do not end where something is missing", "[claim]") {
  check("Ned Orr was arrested despite his age on May 3, 2019.", "Ned Orr was arrested despite his age");
  check("The mayor said that the ferry, which he had bought, was lost on May 3, 2019.", "The ferry was lost");
  check("On May 3, 2019 Ned Orr resigned because of the fire.", "Ned Orr resigned because of the fire");
  check("Ned Orr will receive a year's pay, the court ruled on May 3, 2019.", "The court ruled");
}

TEST_CASE("labels have a subject where the sentence has one", "[claim]") {
  check("There were protests in Tolbury on May 3, 2019.", "There were protests in Tolbury");
  check("Meanwhile, on May 3, 2019, Ned Orr resigned.", "Ned Orr resigned");
  check("- Ned Orr resigned on May 3, 2019.", "Ned Orr resigned");
  check("Ned Orr was tried and, on May 3, 2019, released.", "Ned Orr was tried");
}

TEST_CASE("a noun does where there is no verb", "[claim]") {
  check("May 3, 2019: Explosion on the rig", "Explosion on the rig");
  check("The death of Ned Orr on May 3, 2019 was sudden.", "Death of Ned Orr");
}

TEST_CASE("initials are no surname", "[claim]") {
  check("The Tolbury Ferry Board TFB met in May. TFB closed the line on May 3, 2019.",
        "The Tolbury Ferry Board TFB met | TFB closed the line");
}

TEST_CASE("labels of texts that were cut into words", "[claim]") {
  check("May 3 , 2019 : Tolbury 's mill -LRB- north -RRB- closed .", "Tolbury's mill north closed");
  check("Ned Orr resigned on May 3 , 2019 from the town 's board .",
        "Ned Orr resigned from the town's board");
}

TEST_CASE("tidy labels", "[claim]") {
  check_tidy("Ruritania 's army left", "Ruritania's army left");
  check_tidy("Ruritania ’s army left", "Ruritania’s army left");
  check_tidy("The mill -LRB- north -RRB- closed", "The mill north closed");
  check_tidy("It cost $ 3 -RRB", "It cost $3");
  check_tidy("The fire , he said , spread", "The fire, he said, spread");
  check_tidy("- The mill closed", "The mill closed");
  check_tidy("–The mill closed", "The mill closed");
  check_tidy("The mill closed –", "The mill closed");
  check_tidy("Orr said : “We hold", "Orr said: “We hold”");
  check_tidy("Orr said : `` We hold", "Orr said: “We hold”");
  check_tidy("We hold” , Orr said", "We hold, Orr said");
  check_tidy("Orr said “", "Orr said");
  check_tidy("the \"Wren sank", "the \"Wren sank\"");
  check_tidy("the \"Wren\" sank", "the \"Wren\" sank");
  check_tidy("an ` avoidable ' fire", "an ‘avoidable’ fire");
  check_tidy("an ` avoidable fire", "an avoidable fire");
  check_tidy("sealed ` '", "sealed");
  check_tidy("the workers ' strike", "the workers' strike");
  check_tidy("Orr ( 52 died", "Orr 52 died");
  check_tidy("Orr ( 52 ) died", "Orr (52) died");
  check_tidy("O'Hara 's mill", "O'Hara's mill");
  check_tidy("20 % of it , ;", "20% of it");
  check_tidy("Ærø 's ferry", "Ærø's ferry");
  check_tidy("", "");
  check_tidy("- , “", "");
}

TEST_CASE("the past of a word, by the rules' inflection", "[claim]") {
  const auto check_past = [](const std::string& word, const std::string& expected) {
    CAPTURE(word);
    CHECK(past_of(word, english()).value_or("-") == expected);
  };
  check_past("is", "was");
  check_past("are", "were");
  check_past("dies", "died");
  check_past("sinks", "sank");
  check_past("sank", "-");
  check_past("put", "-");
  check_past("harbour", "-");
  check_past("", "-");
}
