#include "article/read.h"

#include <algorithm>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "article/inputs.h"
#include "base/atomic_file.h"
#include "base/utf8.h"
#include "catch.h"
#include "scratch_folder.h"
#include "shared_data.h"

using namespace fasti;
using namespace std::string_literals;
using test::ScratchFolder;

namespace {

namespace fs = std::filesystem;

std::vector<std::string> below(const ScratchFolder& folder, const std::vector<std::string>& names) {
  std::vector<std::string> inputs;
  for (const std::string& name : names) inputs.push_back((folder / name).string());
  return inputs;
}

// "ids | codes of the failures", paths left out.
std::string summary(const Reading& reading) {
  std::string text;
  for (const Article& article : reading.articles) text += (text.empty() ? "" : " ") + article.id;
  text += " |";
  for (const Diagnostic& d : reading.failed) text += " " + d.code;
  return text;
}

void check(const ScratchFolder& folder, std::vector<std::string> names, const std::string& expected) {
  CHECK(summary(read_articles(below(folder, names))) == expected);
  std::reverse(names.begin(), names.end());
  CHECK(summary(read_articles(below(folder, names))) == expected);  // their order is of no account
}

// The one failure in words: "message / hint", the folder's own name left out.
std::string failure(const ScratchFolder& folder, const std::string& name) {
  const Reading reading = read_articles(below(folder, {name}));
  REQUIRE(reading.failed.size() == 1);
  const Diagnostic& d = reading.failed[0];
  CHECK(d.place.path == (folder / name).string());
  CHECK(d.severity == Severity::error);
  std::string text = d.message + " / " + d.hint;
  const std::string own = folder.path.string() + "/";
  if (const std::size_t at = text.find(own); at != text.npos) text.erase(at, own.size());
  return text;
}

void write(const ScratchFolder& folder, const std::string& name, const std::string& bytes = "Some words.") {
  ensure_folder((folder / name).parent_path());
  write_file(folder / name, bytes);
}

}  // namespace

TEST_CASE("files, folders and patterns are read, sorted by id", "[article]") {
  const ScratchFolder folder;
  for (const char* name : {"b.txt", "a.md", ".hidden.txt", "c.pdf", "sub/d.txt"}) write(folder, name);
  check(folder, {"b.txt", "a.md"}, "a b |");
  check(folder, {""}, "a b |");
  check(folder, {"*.txt", "a.md"}, "a b |");
  check(folder, {"sub"}, "d |");
  check(folder, {"", "sub/*"}, "a b d |");
  check(folder, {"*.none", "[ab].*"}, "a b | no-such-file");
}

TEST_CASE("a file whose name looks like a pattern is that file", "[article]") {
  const ScratchFolder folder;
  write(folder, "a[1].txt");
  write(folder, "a1.txt");
  check(folder, {"a[1].txt"}, "a[1] |");
}

TEST_CASE("a file that is named twice is read once", "[article]") {
  const ScratchFolder folder;
  write(folder, "s/a.txt");
  fs::create_symlink("a.txt", folder / "s" / "link.txt");
  fs::create_directory_symlink("s", folder / "t");
  check(folder, {"s", "s/a.txt", "s/../s/a.txt", "t/a.txt", "t"}, "a |");
}

TEST_CASE("names that clash are told apart by path", "[article]") {
  const auto names = [](std::vector<std::string> paths) {
    std::vector<InputFile> files;
    for (const std::string& path : paths) files.push_back({path, ""});
    name_files(files);
    std::string text;
    for (const InputFile& file : files) text += (text.empty() ? "" : " ") + file.id;
    return text;
  };
  CHECK(names({"a/x.txt", "b/x.txt", "b/y.md"}) == "a/x b/x y");
  CHECK(names({"x.txt", "b/x.txt"}) == "x b/x");
  CHECK(names({"a/b/x.txt", "c/b/x.txt", "c/d/x.txt"}) == "a/b/x c/b/x c/d/x");
  CHECK(names({"x.txt", "x.md"}) == "x.txt x.md");
  CHECK(names({"../x.txt", "x.txt"}) == "x.txt x.txt-2");
  CHECK(names({"-", "story.txt"}) == "stdin story");
  CHECK(names({"a.b.txt", ".txt", "\xFF.txt"}) == "a.b .txt ?");
}

TEST_CASE("one broken input does not stop the others", "[article]") {
  const ScratchFolder folder;
  write(folder, "good.txt", "date: 2021-09-29\nWords.");
  write(folder, "empty.txt", "");
  write(folder, "blank.txt", " \n\u00A0\t\n");
  write(folder, "header.txt", "date: 2021-09-29\nsource: Reuters\n\n");
  write(folder, "binary.txt", "a\0b"s);
  fs::create_symlink("gone.txt", folder / "broken.txt");
  ::mkfifo((folder / "pipe.txt").c_str(), 0600);
  fs::create_symlink("loop.txt", folder / "loop.txt");
  check(folder, {""},
        "good | binary-file empty-file no-such-file empty-file empty-file unreadable unreadable");
  CHECK(failure(folder, "empty.txt") == "this file is empty / ");
  CHECK(failure(folder, "header.txt") == "this file has header lines but no text / ");
  CHECK(failure(folder, "loop.txt") == "cannot read this file: Too many levels of symbolic links / ");
}

TEST_CASE("a socket or a device is refused, not waited for", "[article]") {
  const ScratchFolder folder;
  const int opened = ::socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (folder / "s.txt").string().copy(static_cast<char*>(address.sun_path), sizeof address.sun_path - 1);
  REQUIRE(::bind(opened, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  check(folder, {"s.txt"}, " | unreadable");
  ::close(opened);
  CHECK(summary(read_articles({"/dev/zero"})) == " | unreadable");
}

TEST_CASE("a missing file is told with what may have been meant", "[article]") {
  const ScratchFolder folder;
  write(folder, "storm-one.txt");
  CHECK(failure(folder, "strom-one.txt") == "there is no such file / did you mean storm-one.txt?");
  CHECK(failure(folder, "storm-one") == "there is no such file / did you mean storm-one.txt?");
  CHECK(failure(folder, "xyzzy.txt") == "there is no such file / ");
  CHECK(failure(folder, "none/a.txt") == "there is no such file / there is no folder none either");
  CHECK(failure(folder, "storm-one.txt/a.txt") ==
        "there is no such file / there is no folder storm-one.txt either");
}

TEST_CASE("a folder without articles tells what it has", "[article]") {
  const ScratchFolder folder;
  for (const char* name : {"s/a.pdf", "s/b.pdf", "s/c.pdf", "s/d.pdf", "s/e.pdf", "s/f.pdf", "t/u/a.txt"})
    write(folder, name);
  fs::create_directory(folder / "none");
  CHECK(failure(folder, "s") ==
        "this folder has no .txt, .md, .html or .jsonl file of its own / it holds a.pdf, b.pdf, c.pdf, "
        "d.pdf, e.pdf "
        "…");
  CHECK(failure(folder, "t") == "this folder has no .txt, .md, .html or .jsonl file of its own / it holds u");
  CHECK(failure(folder, "none") ==
        "this folder has no .txt, .md, .html or .jsonl file of its own / it is empty");
}

TEST_CASE("a binary file is named for what it looks like", "[article]") {
  const ScratchFolder folder;
  const auto refused = [&](const std::string& bytes) {
    write(folder, "x.txt", bytes);
    return failure(folder, "x.txt");
  };
  const std::string hint = " / save the text as a .txt file first";
  CHECK(refused("%PDF-1.7\nwords") == "this looks like a PDF document, not a text" + hint);
  CHECK(refused("\x89PNG\r\n\x1A\n") == "this looks like a PNG image, not a text" + hint);
  CHECK(refused("\xFF\xD8\xFF\xE0") == "this looks like a JPEG image, not a text" + hint);
  CHECK(refused("\x1F\x8B\x08") == "this looks like a gzip archive, not a text" + hint);
  CHECK(refused("PK\x03\x04words") ==
        "this looks like a zip archive or an office document (docx, odt, epub), not a text" + hint);
  CHECK(refused("\x7F"
                "ELF\x02") == "this looks like a program (ELF), not a text" + hint);
  CHECK(refused("words\0"s) == "this is not a text: byte 5 is NUL, which no text has" + hint);
  CHECK(refused("\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0") ==
        "this is no text in UTF-8: most of its bytes are something else / "
        "if it is a text, save it as UTF-8, for instance: iconv -f WINDOWS-1252 -t UTF-8");
}

TEST_CASE("bytes that are no UTF-8 are told, and offsets stay true", "[article]") {
  const Article mixed = article_from_text("a.txt", "One é\ntwo \xE9 three four");
  CHECK(mixed.text == "One é\ntwo ? three four");
  REQUIRE(mixed.diagnostics.size() == 1);
  CHECK(to_string(mixed.diagnostics[0]) ==
        "a.txt:2:5: warning: 1 byte is no UTF-8 and became '?'\n"
        "  two ? three four\n"
        "      ^");
  CHECK(mixed.diagnostics[0].doc == "a");
  const Article latin = article_from_text("a.txt", "Le caf\xE9 de l'h\xF4tel est ferm\xE9 depuis mai.");
  REQUIRE(latin.diagnostics.size() == 1);
  CHECK(latin.diagnostics[0].code == "not-utf8");
}

TEST_CASE("UTF-16 is read, with a note on offsets", "[article]") {
  const Article article = article_from_text("a.txt", "\xFF\xFEH\0i\0"s);
  CHECK(article.text == "Hi");
  REQUIRE(article.diagnostics.size() == 1);
  CHECK(article.diagnostics[0].code == "utf-16");
  CHECK(article.diagnostics[0].severity == Severity::note);
}

TEST_CASE("Markdown's first heading is the title and stays in the body", "[article]") {
  const Article article =
      article_from_text("a.md", "date: 2021-09-29\n\n## Not this\n# A storm #\n\nWords. # Nor this");
  CHECK(article.title == "A storm");
  CHECK(article.text.substr(article.body.begin, 11) == "## Not this");
  CHECK(article_from_text("a.md", "title: Mine\n# Heading\n").title == "Mine");
  CHECK(article_from_text("a.txt", "# Heading\n").title.empty());
}

TEST_CASE("a file that is too large is refused before it is read", "[article]") {
  const ScratchFolder folder;
  write(folder, "big.txt", "x");
  fs::resize_file(folder / "big.txt", largest_file + 1);  // a hole: takes no room
  CHECK(failure(folder, "big.txt") == "this text has more than 64 MB / split it into smaller files");
}

TEST_CASE("standard input is read under the id stdin", "[article]") {
  const ScratchFolder folder;
  write(folder, "in", "date: 2021-09-29\nWords.");
  const int kept = ::dup(STDIN_FILENO);
  REQUIRE(std::freopen((folder / "in").c_str(), "r", stdin) != nullptr);
  const Reading reading = read_articles({"-", "-"});
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].id == "stdin");
  CHECK(reading.articles[0].published.known());
}

TEST_CASE("hostile bytes are read or refused, never crash", "[article][hostile]") {
  for (const char* name : {"utf8/utf8tests.bin", "utf8/utf8tests.txt", "naughty-strings/blns.txt"}) {
    const auto path = test::shared_path(std::string("corpora/hostile/") + name);
    if (!path) return;
    const Reading reading = read_articles({path->string()});
    CHECK(reading.articles.size() + reading.failed.size() == 1);
    for (const Article& article : reading.articles) CHECK(is_valid_utf8(article.text));
  }
}

TEST_CASE("yaml that hangs a YAML library is no danger as front matter", "[article][hostile]") {
  const auto folder = test::shared_path("corpora/hostile/yaml-loadall-hangs");
  if (!folder) return;
  for (const auto& entry : fs::directory_iterator(*folder)) {
    if (!entry.is_regular_file()) continue;
    std::string yaml = read_file(entry.path());
    std::replace(yaml.begin(), yaml.end(), '\0', ' ');  // would be refused as binary
    const Article article = article_from_text("a.txt", "---\ndate: 2021-09-29\n" + yaml + "\n---\nBody.");
    CHECK(article.text.ends_with("\n---\nBody."));
  }
}
