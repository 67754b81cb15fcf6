// Articles whose text was taken out of another format: offsets are those of this text.
#pragma once

#include <string>

#include "article/reader.h"

namespace fasti {

// Mends the text's UTF-8 and checks that it says anything. Title, date and the rest are the reader's to add;
// the source is the id for now. Throws InputError "empty-file" with the message "this page has no text" for a
// `what` of "page".
Article made_article(const Origin&, std::string text, const std::string& what);

}  // namespace fasti
