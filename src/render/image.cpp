#include "render/image.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "base/child_process.h"
#include "base/escape.h"
#include "base/sibling_program.h"
#include "render/graphviz.h"

namespace fasti {

namespace {

namespace fs = std::filesystem;

constexpr int not_started = 127;  // the exit code of run_program where there is no such program

constexpr std::array<std::pair<ImageFormat, std::string_view>, 3> formats = {
    {{ImageFormat::svg, "svg"}, {ImageFormat::png, "png"}, {ImageFormat::pdf, "pdf"}}};

Diagnostic diagnostic(Severity severity, std::string code, std::string message, std::string hint = "") {
  Diagnostic d;
  d.severity = severity;
  d.code = std::move(code);
  d.message = std::move(message);
  d.hint = std::move(hint);
  return d;
}

[[noreturn]] void fail(std::string code, std::string message, std::string hint = "") {
  throw InputError(diagnostic(Severity::error, std::move(code), std::move(message), std::move(hint)));
}

// $FASTI_DRAW names another place than beside the program that runs.
std::string drawing_program() {
  if (const auto program = sibling_program("fasti-draw", "FASTI_DRAW")) return *program;
  fail("drawing-failed", "the program fasti-draw, which draws the pictures, is missing",
       "install it beside fasti, or set FASTI_DRAW to its path");
}

// Graphviz writes a font's name as the family. Browsers want families and a weight, and the names of fonts of
// the same measure for readers who do not have ours. In one pass: a large picture names its font 20,000
// times.
std::string with_web_fonts(std::string_view svg) {
  constexpr std::string_view family = "font-family=\"Liberation Sans", bold = " Bold";
  std::string out;
  out.reserve(svg.size() + svg.size() / 8);
  for (std::size_t begin = 0; begin < svg.size();) {
    const std::size_t at = std::min(svg.find(family, begin), svg.size());
    out += svg.substr(begin, at - begin);
    std::string_view rest = svg.substr(at);
    if (rest.empty()) break;
    rest.remove_prefix(family.size());
    const bool is_bold = rest.starts_with(bold);
    if (is_bold) rest.remove_prefix(bold.size());
    out += family;
    if (rest.starts_with('"')) {
      out += ",Arial,Helvetica,sans-serif\"";
      if (is_bold) out += " font-weight=\"bold\"";
      rest.remove_prefix(1);
    } else if (is_bold) {
      out += bold;
    }
    begin = svg.size() - rest.size();
  }
  return out;
}

// A picture that was cut off, or something else in its place, must not be taken for one.
bool is_whole(std::string_view bytes, ImageFormat format) {
  const std::string_view last = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 32));
  const auto has = [](std::string_view text, std::string_view part) { return text.find(part) != text.npos; };
  switch (format) {
    case ImageFormat::svg:
      return bytes.starts_with("<?xml") && has(bytes, "<svg") && has(last, "</svg>");
    case ImageFormat::png:
      return bytes.starts_with("\x89PNG\r\n\x1A\n") && has(last, "IEND");
    case ImageFormat::pdf:
      return bytes.starts_with("%PDF-") && has(last, "%%EOF");
  }
  return false;
}

// What Graphviz said, on one line and not too long.
std::string said(const ChildResult& child) {
  constexpr std::size_t most = 300;
  const std::string words = one_line(child.messages);
  if (words.empty()) return "";
  return "Graphviz said: " + (words.size() > most ? one_line(words.substr(0, most)) + " …" : words);
}

void check(const ChildResult& child, ImageFormat format, const ImageLimits& limits) {
  const std::string_view name = to_string(format);
  if (child.wrote_too_much)
    fail("drawing-failed", fmt::format("what should be the {} had no end and was stopped", name));
  if (child.timed_out || child.signal == SIGXCPU)
    fail("drawing-too-slow",
         fmt::format("drawing the {} took more than {} seconds and was stopped", name,
                     limits.time.count() / 1000.0),
         "draw fewer events at a time");
  if (child.signal != 0)
    fail("drawing-crashed",
         fmt::format("Graphviz crashed while it drew the {} (signal {})", name, child.signal), said(child));
  const auto exit = static_cast<DrawingExit>(child.exit_code);
  if (exit == DrawingExit::too_large)
    fail("png-too-large", "the timeline is too tall for a PNG: it would not be readable any more",
         "draw an SVG or a PDF, or fewer events");
  if (exit == DrawingExit::not_dot)
    fail("drawing-failed", "the drawing is not in Graphviz' language", said(child));
  if (child.exit_code == not_started)
    fail("drawing-failed", fmt::format("{}, which draws the pictures, cannot be started", drawing_program()),
         "install fasti-draw beside fasti, or set FASTI_DRAW to its path");
  if (exit != DrawingExit::drawn)
    fail("drawing-failed", fmt::format("Graphviz could not draw the {}", name), said(child));
}

// A system that gives no process costs the picture and nothing else.
ChildResult draw_apart(const std::string& dot, ImageFormat format, const ImageLimits& limits) {
  ChildLimits child{limits.time, limits.memory};
  child.output = limits.output;
  try {
    return run_program(drawing_program(), {std::string(to_string(format)), fmt::format("{}", limits.dpi)},
                       dot, child);
  } catch (const std::system_error& error) {
    fail("drawing-failed", fmt::format("the {} cannot be drawn: {}", to_string(format), error.what()));
  }
}

}  // namespace

std::string_view to_string(ImageFormat format) {
  for (const auto& [known, name] : formats)
    if (known == format) return name;
  return "svg";
}

std::optional<ImageFormat> image_format_from(std::string_view text) {
  for (const auto& [format, name] : formats)
    if (name == text) return format;
  return std::nullopt;
}

Image render_image(const std::string& dot, ImageFormat format, const ImageLimits& limits) {
  const ChildResult child = draw_apart(dot, format, limits);
  check(child, format, limits);
  Image image;
  const auto head = child.output.find('\n');
  if (head == std::string::npos || head + 1 == child.output.size())
    fail("drawing-failed", fmt::format("Graphviz gave an empty {}", to_string(format)), said(child));
  const double dpi = std::strtod(child.output.c_str(), nullptr);
  image.bytes = child.output.substr(head + 1);
  if (!is_whole(image.bytes, format))
    fail("drawing-failed",
         fmt::format("what came back from {} is no whole {}", drawing_program(), to_string(format)),
         said(child));
  if (format == ImageFormat::svg) image.bytes = with_web_fonts(image.bytes);
  if (format == ImageFormat::png && dpi < limits.dpi)
    image.diagnostics.push_back(diagnostic(
        Severity::warning, "png-reduced",
        fmt::format(
            "the PNG has {} dots an inch instead of {}, because it may be no taller than 32,767 pixels", dpi,
            limits.dpi),
        "the SVG and the PDF are not affected"));
  if (const std::string words = said(child); !words.empty())
    image.diagnostics.push_back(diagnostic(Severity::note, "graphviz-said", words));
  return image;
}

}  // namespace fasti
