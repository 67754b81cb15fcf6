// The section extends: the language on whose rules a language builds.
#include <fmt/format.h>

#include "rules/loader.h"

namespace fasti::loading {

std::optional<Extension> read_extends(Loader& loader, std::size_t from) {
  std::optional<Extension> found;
  for (std::size_t i = from; i < loader.files.size(); ++i) {
    const YamlFile& file = loader.files[i];
    const YamlNode* node = file.root.find("extends");
    const auto language = node == nullptr ? std::nullopt : text_in(loader, file, *node, "\"extends\"");
    if (!language) continue;
    if (found && found->language != *language)
      loader.fail(
          file, *node, fmt::format("these rules extend \"{}\" already", found->language),
          fmt::format("a language extends one other; {} says so", loader.files[found->file].source.path));
    else
      found = Extension{*language, i};
  }
  return found;
}

}  // namespace fasti::loading
