// What is broken, cut off or made to do harm: one diagnostic with path, place and cause, and the rest is
// read.
#include <fmt/format.h>
#include <zlib.h>

#include "article/layers.h"
#include "article/line_source.h"
#include "article/read.h"
#include "base/atomic_file.h"
#include "catch.h"
#include "scratch_folder.h"

using namespace fasti;
using namespace std::string_literals;
using test::ScratchFolder;

namespace {

std::string gzipped(const std::string& bytes) {
  z_stream z{};
  REQUIRE(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&z, bytes.size()), '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&z, Z_FINISH) == Z_STREAM_END);
  out.resize(out.size() - z.avail_out);
  deflateEnd(&z);
  return out;
}

// "ids | message", of one file; the path is checked.
std::string outcome(const std::string& name, const std::string& bytes, const ReadLimits& limits = {}) {
  const ScratchFolder folder;
  const std::string path = (folder / name).string();
  write_file(path, bytes);
  const Reading reading = read_articles({path}, {limits, {}, {}});
  std::string text;
  for (const Article& article : reading.articles) text += article.id + " ";
  text += "|";
  for (const Diagnostic& d : reading.failed) {
    CHECK(d.place.path.starts_with(path));
    CHECK(d.severity == Severity::error);
    text += " " + d.message;
  }
  return text;
}

std::string lines(int count) {
  std::string text;
  for (int i = 1; i <= count; ++i)
    text += fmt::format("{{\"id\": \"a{}\", \"text\": \"The Wren sank on {} May 2020. {}\"}}\n", i,
                        i % 28 + 1, i * 7919);
  return text;
}

std::string record(const std::string& type, const std::string& uri, const std::string& content,
                   const std::string& length = "") {
  return fmt::format(
      "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nContent-Length: {}\r\n\r\n{}\r\n\r\n", type, uri,
      length.empty() ? std::to_string(content.size()) : length, content);
}

std::string page(const std::string& text) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + text;
}

std::string crawl(const std::string& length) {
  return record("response", "http://a.example/1", page("One.")) +
         record("response", "http://a.example/2", page("The second of the texts."), length) +
         record("response", "http://a.example/3", page("Three."));
}

}  // namespace

TEST_CASE("packed files are read whole, in members and layers", "[article][layers]") {
  const std::string one = gzipped(lines(2));
  CHECK(outcome("x.jsonl.gz", one) == "a1 a2 |");
  CHECK(outcome("x.jsonl.gz", gzipped(one)) == "a1 a2 |");
  CHECK(outcome("x.jsonl", one + gzipped("{\"id\": \"b\", \"text\": \"c\"}\n")) == "a1 a2 b |");
  CHECK(outcome("x.txt.gz", gzipped("")) == "| this file is empty");
}

TEST_CASE("a packed file that breaks off gives what stood before", "[article][layers]") {
  const std::string whole = gzipped(lines(1000));
  const std::string cut = outcome("x.jsonl.gz", whole.substr(0, whole.size() / 2));
  INFO(cut);
  CHECK(cut.starts_with("a1 a10 a100 "));
  CHECK(cut.find("a999 ") == cut.npos);
  CHECK(cut.ends_with(fmt::format("| this gzip file breaks off at byte {}", whole.size() / 2)));
  // Half a text is not that text.
  CHECK(outcome("x.txt.gz", gzipped("Some words.").substr(0, 20)) ==
        "| this gzip file breaks off at byte 20");
}

TEST_CASE("a packed file that is damaged is told", "[article][layers]") {
  std::string damaged = gzipped(lines(1000));
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);  // its check sum
  const std::string told = outcome("x.jsonl.gz", damaged);
  CHECK(told.find("a999 ") != told.npos);
  CHECK(told.find("| this gzip file is damaged at byte ") != told.npos);
  CHECK(
      outcome("x.txt.zst", "\x28\xB5\x2F\xFDwords and words and words"s).starts_with("| this zstd file is "));
  CHECK(outcome("x.txt.bz2", "BZh91AY&SYwords and words and words").starts_with("| this bzip2 file is "));
  CHECK(outcome("x.txt.xz",
                "\xFD"
                "7zXZ\0words and words and words"s)
            .starts_with("| this xz file is "));
}

TEST_CASE("what unpacks to more than any text does is given up", "[article][layers][hostile]") {
  const std::string zeros = gzipped(std::string(100'000'000, '0'));
  REQUIRE(zeros.size() < 200'000);
  CHECK(outcome("x.jsonl.gz", zeros) ==
        "| this gzip file unpacks to more than 200 times its size, as no text does");
  ReadLimits few;
  few.unpacked = 1000;
  CHECK(outcome("x.jsonl.gz", gzipped(lines(1000)), few)
            .ends_with("| what this gzip file holds is larger than 1000 bytes"));
  std::string deep = "Words.";
  for (int i = 0; i < 6; ++i) deep = gzipped(deep);
  CHECK(outcome("x.txt.gz", deep) == "| this file is packed more than 4 times over");
}

TEST_CASE("lengths in a crawl that are wrong cost one record", "[article][hostile]") {
  CHECK(outcome("x.warc", crawl("")) == "x-1 x-2 x-3 |");
  CHECK(outcome("x.warc", crawl("10")) ==
        "x-1 x-3 | record 2 (at byte 143): its length (10 bytes) is too short");
  CHECK(outcome("x.warc", crawl("120")) ==
        "x-1 x-3 | record 2 (at byte 143): its length (120 bytes) is too long");
  CHECK(outcome("x.warc", crawl("99999")) ==
        "x-1 x-3 | record 2 (at byte 143): its length (99999 bytes) is too long");
  CHECK(outcome("x.warc", crawl("99999999999999")) ==
        "x-1 x-3 | record 2 (at byte 143): it has 99999999999999 bytes, and more than 64 MB are not read");
  CHECK(outcome("x.warc", crawl("many")) == "x-1 x-3 | record 2 (at byte 143): it states no length");
  CHECK(outcome("x.warc", crawl("-5")) == "x-1 x-3 | record 2 (at byte 143): it states no length");
  const std::string cut = crawl("").substr(0, crawl("").size() - 8);
  CHECK(outcome("x.warc", cut) ==
        "x-1 x-2 | record 3 (at byte 306): the file breaks off in it, at 47 of its 51 bytes");
  CHECK(outcome("x.warc",
                crawl("") + "rubbish\r\n" + record("response", "http://a.example/4", page("Four."))) ==
        "x-1 x-2 x-4 | record 3 (at byte 306): its length (51 bytes) is too short");
}

TEST_CASE("bodies in a crawl are unpacked; what is no text is passed over", "[article]") {
  const std::string chunked =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nSome "
      "\r\n6;x=y\r\nwords."
      "\r\n0\r\n\r\n";
  CHECK(outcome("x.warc", record("response", "http://a.example/", chunked)) == "x-1 |");
  const std::string packed =
      "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n" + gzipped("Words.");
  CHECK(outcome("x.warc", record("response", "http://a.example/", packed)) == "x-1 |");
  const std::string other = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\nxyz";
  CHECK(outcome("x.warc", record("response", "http://a.example/", other)) ==
        "| record 1 (at byte 0): its body is packed in a way (br) that is not known here");
  CHECK(outcome("x.warc", record("response", "http://a.example/",
                                 "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")) ==
        "| no record of this crawl holds a page or a text");
  CHECK(outcome("x.wet", record("conversion", "http://a.example/", "Words of a page.")) == "x-1 |");
}

TEST_CASE("an e-mail of parts within parts is no danger", "[article][hostile]") {
  std::string mail = "From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n";
  for (int i = 0; i < 5000; ++i)
    mail += fmt::format("Content-Type: multipart/mixed; boundary=b{}\r\n\r\n--b{}\r\n", i, i);
  mail += "Content-Type: text/plain\r\n\r\nWords.\r\n";
  CHECK(outcome("x.eml", mail) == "| this e-mail has no text");
}

TEST_CASE("documents that are broken are told", "[article][hostile]") {
  CHECK(outcome("x.docx", "PK\x03\x04words") == "| this document is damaged");
  CHECK(outcome("x.pdf", "%PDF-1.7\nwords") == "| this PDF is damaged: no page is found in its 14 bytes");
}

TEST_CASE("a crawl is read piece by piece", "[article]") {
  const std::string path = "x";
  const std::string many = lines(100'000);
  LineSource source(path, stream_of_memory(many), 1000);
  std::size_t count = 0;
  while (source.next()) ++count;
  CHECK(count == 100'000);
  CHECK(source.position() == many.size());
}
