#include "export/timeml.h"

#include "calendar/edtf.h"
#include "catch.h"

using namespace fasti;

namespace {

Document document_of(const std::string& text, const std::vector<std::string>& expressions) {
  Document document;
  document.article.id = "a";
  document.article.path = "a.txt";
  document.article.text = text;
  document.article.body = {0, text.size()};
  std::size_t at = 0;
  for (const std::string& words : expressions) {
    Timex timex;
    timex.doc = "a";
    timex.text = words;
    timex.value = "PAST_REF";
    timex.span = {text.find(words, at), text.find(words, at) + words.size()};
    at = timex.span.end;
    document.timexes.push_back(timex);
  }
  return document;
}

// What stands between <TimeML> and </TimeML>, behind the id.
std::string inside(const Document& document) {
  const std::string xml = timeml_of(document).xml;
  const std::string begin = "<TimeML>\n<DOCID>a</DOCID>\n";
  const std::string end = "\n</TimeML>\n";
  REQUIRE(xml.starts_with(begin));
  REQUIRE(xml.ends_with(end));
  return xml.substr(begin.size(), xml.size() - begin.size() - end.size());
}

// The DCT line's value; empty if there is none.
std::string dct(const std::string& edtf, Published::Basis basis = Published::Basis::stated) {
  Document document = document_of("x", {});
  document.published = {*from_edtf(edtf), basis, ""};
  const std::string xml = inside(document);
  const std::string key = " value=\"";
  const std::size_t begin = xml.find(key);
  if (begin == xml.npos) return "";
  return xml.substr(begin + key.size(), xml.find('"', begin + key.size()) - begin - key.size());
}

}  // namespace

TEST_CASE("a text is marked where its expressions stand", "[export]") {
  CHECK(inside(document_of("plain & simple\n", {})) == "<TEXT>plain &amp; simple\n</TEXT>");
  CHECK(inside(document_of("once, once & long ago", {"once", "long ago"})) ==
        "<TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"PAST_REF\">once</TIMEX3>, once &amp; "
        "<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"PAST_REF\">long ago</TIMEX3></TEXT>");
  CHECK(inside(document_of("onceonce", {"once", "once"})) ==
        "<TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"PAST_REF\">once</TIMEX3>"
        "<TIMEX3 tid=\"t2\" type=\"DATE\" value=\"PAST_REF\">once</TIMEX3></TEXT>");
}

TEST_CASE("the modifier and the anchor are attributes, where there are any", "[export]") {
  Document document = document_of("once", {"once"});
  document.timexes[0].mod = "START";
  document.timexes[0].basis = Basis::relative_to_publication;
  document.timexes[0].value = "a\"<&";
  CHECK(inside(document) ==
        R"(<TEXT><TIMEX3 tid="t1" type="DATE" value="a&quot;&lt;&amp;" mod="START">once</TIMEX3></TEXT>)");
  document.published = {*from_edtf("2021-09-29"), Published::Basis::stated, ""};
  CHECK(inside(document) == R"(<DCT><TIMEX3 tid="t0" type="DATE" value="2021-09-29" )"
                            R"(functionInDocument="CREATION_TIME">2021-09-29</TIMEX3></DCT>)"
                            "\n"
                            R"(<TEXT><TIMEX3 tid="t1" type="DATE" value="a&quot;&lt;&amp;" mod="START" )"
                            R"(temporalFunction="true" anchorTimeID="t0">once</TIMEX3></TEXT>)");
}

TEST_CASE("the day of publication is never finer than it is known", "[export]") {
  CHECK(dct("2021-09-29") == "2021-09-29");
  CHECK(dct("2021-09") == "2021-09");
  CHECK(dct("2021") == "2021");
  CHECK(dct("-0206") == "BC0207");
  CHECK(dct("2021-09-20/2021-09-29") == "2021-09");
  CHECK(dct("2021-09-20/2021-10-02", Published::Basis::inferred) == "2021");
  CHECK(dct("2020-12-31/2021-01-01").empty());
  CHECK(dct("202X").empty());
  CHECK(dct("2021-09/..").empty());
  CHECK(dct("2021-09-29", Published::Basis::unknown).empty());
}

TEST_CASE("only the body is text, and the title stands before it", "[export]") {
  Document document = document_of("title: x\n\nonce", {"once"});
  document.article.body.begin = 10;
  document.article.title = "R & D\a";
  CHECK(inside(document) ==
        "<TITLE>R &amp; D\uFFFD</TITLE>\n"
        "<TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"PAST_REF\">once</TIMEX3></TEXT>");
}

TEST_CASE("what XML forbids is replaced and told", "[export]") {
  const TimeMl one = timeml_of(document_of("a\x01 once", {"once"}));
  REQUIRE(one.replaced.size() == 1);
  CHECK(to_string(one.replaced[0]) == "a.txt: warning: one character that XML forbids became U+FFFD");
  const TimeMl many = timeml_of(document_of("a\x01 on\x02\x03 ce", {"on\x02\x03 ce"}));
  REQUIRE(many.replaced.size() == 1);
  CHECK(many.replaced[0].message == "3 characters that XML forbids became U+FFFD");
  CHECK(timeml_of(document_of("a\r\n\t\uFFFD", {})).replaced.empty());
}

TEST_CASE("there is one root, whatever the number of documents", "[export]") {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  CHECK(timeml_begin(1) + timeml_end(1) == declaration);
  CHECK(timeml_begin(2) + timeml_end(2) == declaration + "<TimeMLCorpus>\n</TimeMLCorpus>\n");
  CHECK(timeml_begin(0) + timeml_end(0) == declaration + "<TimeMLCorpus>\n</TimeMLCorpus>\n");
}
