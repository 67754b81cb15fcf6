#include "render/image.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "base/child_process.h"
#include "base/sanitizer.h"
#include "catch.h"
#include "fixtures.h"
#include "render/dot.h"
#include "scratch_folder.h"
#include "shared_data.h"

using namespace fasti;
using namespace fasti::test;
using namespace std::chrono_literals;

namespace {

std::string dot_of(const Timeline& timeline) {
  static const TextMetrics metrics = pango_metrics();  // kept alive on purpose: the child must cope with it
  return draw_dot(layout(timeline, metrics, {"Ä title & <more>", 400, 40}));
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

std::string code_of_failure(const std::string& dot, ImageFormat format, const ImageLimits& limits) {
  try {
    render_image(dot, format, limits);
  } catch (const InputError& error) {
    return error.diagnostics.at(0).code;
  }
  return "";
}

bool has_xmllint() { return std::system("xmllint --version >/dev/null 2>&1") == 0; }

bool is_well_formed(const std::string& xml) {
  const std::string path =
      fmt::format("{}/fasti-test-{}.svg", std::filesystem::temp_directory_path().string(), ::getpid());
  std::ofstream(path, std::ios::binary) << xml;
  const bool good = std::system(fmt::format("xmllint --nonet --noout '{}'", path).c_str()) == 0;
  std::filesystem::remove(path);
  return good;
}

// A page that is so many points high.
std::string tall(int points) {
  return fmt::format(
      "graph {{ a [shape=box fixedsize=true width=1 height=1 label=\"\" pos=\"0,0!\"];"
      " b [shape=box fixedsize=true width=1 height=1 label=\"\" pos=\"0,{}!\"] }}",
      points);
}

}  // namespace

TEST_CASE("each format is drawn, and Graphviz has nothing to remark", "[render][image]") {
  const std::string dot = dot_of(fixtures::random_timeline(11, 12));
  const std::vector<std::pair<ImageFormat, std::string>> starts = {
      {ImageFormat::svg, "<?xml"}, {ImageFormat::png, "\x89PNG"}, {ImageFormat::pdf, "%PDF"}};
  for (const auto& [format, start] : starts) {
    INFO(to_string(format));
    const Image image = render_image(dot, format);
    CHECK(image.bytes.starts_with(start));
    for (const Diagnostic& diagnostic : image.diagnostics) FAIL_CHECK(to_string(diagnostic));
    CHECK(image_format_from(to_string(format)) == format);
  }
  CHECK(image_format_from("gif") == std::nullopt);
}

TEST_CASE("a picture has the size that was laid out", "[render][image]") {
  const Layout wanted = layout(fixtures::story(), fixtures::fake_metrics());
  const Image image = render_image(draw_dot(wanted), ImageFormat::png);
  CHECK(big_endian(image.bytes, 16) == Approx(wanted.width * 2).margin(4));
  CHECK(big_endian(image.bytes, 20) == Approx(wanted.height * 2).margin(4));
}

TEST_CASE("the SVG is well-formed whatever the labels are", "[render][image][hostile]") {
  Timeline t = fixtures::story();
  const std::vector<std::string> labels = {"<b>&amp;</b> ]]> \\N", "\x01\x02\xFF", "\"'`", "-->", "<!-- ",
                                           "&#0; &#xD800;",        "\xED\xA0\x80"};
  for (std::size_t i = 0; i < labels.size(); ++i) {
    t.events[i].event.label = labels[i];
    t.events[i].event.claims[0].quote = labels[i];
    t.events[i].event.id = labels[i];
  }
  for (Source& source : t.sources) source.url = "https://x.example/?a=1&b=<\"'>&#115;";
  t.sources[1].source = "<script>alert(1)</script>";
  const Image image = render_image(dot_of(t), ImageFormat::svg);
  CHECK(image.bytes.find("<script") == std::string::npos);
  CHECK(image.bytes.find("&lt;b&gt;&amp;amp;&lt;/b&gt; ]]&gt; \\N") != std::string::npos);
  if (has_xmllint())
    CHECK(is_well_formed(image.bytes));
  else
    WARN("skipped: no xmllint");
}

TEST_CASE("drawing again and again needs no luck", "[render][image]") {
  const std::string dot = dot_of(fixtures::story());
  const std::string first = render_image(dot, ImageFormat::svg).bytes;
  for (int i = 0; i < 10; ++i) CHECK(render_image(dot, ImageFormat::svg).bytes == first);
}

TEST_CASE("a PNG that would be too tall gets fewer dots, and that is said", "[render][image]") {
  const Image image = render_image(tall(20'000), ImageFormat::png);
  REQUIRE(image.diagnostics.size() == 1);
  CHECK(image.diagnostics[0].code == "png-reduced");
  CHECK(image.diagnostics[0].severity == Severity::warning);
  CHECK(big_endian(image.bytes, 20) <= 32'767);
  CHECK(big_endian(image.bytes, 20) > 32'000);
}

TEST_CASE("a PNG that nobody could read is refused", "[render][image]") {
  CHECK(code_of_failure(tall(60'000), ImageFormat::png, {}) == "png-too-large");
  CHECK(render_image(tall(60'000), ImageFormat::svg).bytes.starts_with("<?xml"));
}

TEST_CASE("what is no DOT is refused", "[render][image]") {
  CHECK(code_of_failure("not a graph", ImageFormat::svg, {}) == "drawing-failed");
  CHECK(code_of_failure("", ImageFormat::svg, {}) == "drawing-failed");
}

TEST_CASE("a drawing that takes too long is stopped", "[render][image]") {
  ImageLimits limits;
  limits.time = 1ms;
  CHECK(code_of_failure(dot_of(fixtures::random_timeline(1, 200)), ImageFormat::svg, limits) ==
        "drawing-too-slow");
}

TEST_CASE("a program may crash, hang, be missing, talk and eat", "[render][image]") {
  const auto shell = [](const std::string& script, const ChildLimits& limits = {}) {
    return run_program("/bin/sh", {"-c", script}, "", limits);
  };
  CHECK(shell("kill -9 $$").signal == SIGKILL);
  CHECK(shell("sleep 10", {50ms, 0}).timed_out);
  CHECK(shell("exec sleep 10 >&- 2>&-", {200ms, 0}).timed_out);
  CHECK(shell("exit 70").exit_code == 70);
  const auto endless = shell("yes", {10s, 0, 1000});
  CHECK(endless.wrote_too_much);
  CHECK(endless.output.size() == 1000);
  CHECK_FALSE(shell("head -c 1000 /dev/zero", {10s, 0, 1000}).wrote_too_much);
  CHECK(run_program("/nowhere/at/all", {}, "", {}).exit_code == 127);
  const auto talk = shell("head -c 200000 /dev/zero >&2; head -c 200000 /dev/zero; exit 3");
  CHECK(talk.exit_code == 3);
  CHECK(talk.output.size() == 200'000);
  CHECK(talk.messages.size() == 65'536);
  CHECK(run_program("/bin/cat", {}, std::string(300'000, 'x'), {}).output.size() == 300'000);
#if !defined(FASTI_ADDRESS_SANITIZER)
  const auto eat = shell("head -c 1g /dev/zero | tail -n 1 | wc -c", {10s, std::size_t{512} << 20});
  CHECK(eat.output != "1073741824\n");
#endif
}

TEST_CASE("what is no whole picture is refused, whoever gave it", "[render][image]") {
  const test::ScratchFolder folder;
  const auto said_with = [&](const std::string& script) -> std::string {
    const std::string path = folder / "draw";
    std::ofstream(path) << "#!/bin/sh\ncat >/dev/null\n" << script << "\n";
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    ::setenv("FASTI_DRAW", path.c_str(), 1);
    std::string said = "drawn";
    try {
      ImageLimits limits;
      limits.output = 100'000;
      render_image("graph {}", ImageFormat::svg, limits);
    } catch (const InputError& error) {
      said = error.diagnostics.at(0).message;
      if (const auto at = said.find(path); at != said.npos) said.replace(at, path.size(), "DRAW");
    }
    ::unsetenv("FASTI_DRAW");
    return said;
  };
  CHECK(said_with("echo 144; echo '<?xml?><svg></svg>'") == "drawn");
  CHECK(said_with("echo hello; echo world") == "what came back from DRAW is no whole svg");
  CHECK(said_with("echo 144; echo '<?xml?><svg>'") == "what came back from DRAW is no whole svg");
  CHECK(said_with("exec yes") == "what should be the svg had no end and was stopped");
  CHECK(said_with("exit 127") == "DRAW, which draws the pictures, cannot be started");
}

TEST_CASE("graphs that crash Graphviz leave us standing", "[render][image][hostile]") {
  const auto folder = shared_path("corpora/hostile/graphviz");
  if (!folder) return;
  ImageLimits limits;
  limits.time = 5s;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    INFO(entry.path());
    std::ostringstream dot;
    dot << std::ifstream(entry.path()).rdbuf();
    const std::string code = code_of_failure(dot.str(), ImageFormat::svg, limits);
    CHECK((code.empty() || code.starts_with("drawing-")));
  }
}
