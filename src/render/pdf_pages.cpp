#include "render/pdf_pages.h"

#include <memory>

// How qpdf is to pass pointers: by those of the standard library, as from its version 11 on.
#define POINTERHOLDER_TRANSITION 4

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace fasti {

std::string bound_pdf(const std::vector<std::string>& pages) {
  QPDF bound;
  bound.emptyPDF();
  std::vector<std::unique_ptr<QPDF>> opened;  // must live until all is written
  for (const std::string& page : pages) {
    opened.push_back(std::make_unique<QPDF>());
    opened.back()->processMemoryFile("page", page.data(), page.size());
    for (const QPDFPageObjectHelper& one : QPDFPageDocumentHelper(*opened.back()).getAllPages())
      QPDFPageDocumentHelper(bound).addPage(one, false);
  }
  QPDFWriter writer(bound);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace fasti
