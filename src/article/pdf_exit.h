// How fasti-pdf (src/pdf.cpp) ends.
#pragma once

namespace fasti {

enum class PdfExit { read = 0, no_pdf = 3, locked = 4, not_sent = 5 };

}  // namespace fasti
