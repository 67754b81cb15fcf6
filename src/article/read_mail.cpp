// E-mail as mail programs save it (.eml), through GMime: Subject → title, From → source, Date → publication,
// the text → text. Of a message that says the same thing in several forms the plain text is read, else the
// HTML; what it quotes of others stays, attachments do not.
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <gmime/gmime.h>

#include "article/html.h"
#include "article/machine_date.h"
#include "article/made_article.h"
#include "article/reader.h"
#include "article/remark.h"
#include "base/utf8.h"

namespace fasti {

namespace {

constexpr int deepest_nesting = 30;

struct Unref {
  void operator()(void* object) const { ::g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

void start_gmime() {
  static const bool started = [] {
    ::g_mime_init();
    return true;
  }();
  static_cast<void>(started);
}

std::string text_or_empty(const char* text) {
  return text == nullptr ? "" : repair_utf8(std::string(text)).text;
}

// ---- Is it one? ----

bool is_header_name(std::string_view name) {
  if (name.empty()) return false;
  for (const char c : name)
    if (c <= ' ' || c >= 0x7F) return false;
  return true;
}

std::string small(std::string_view text) {
  std::string out;
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

// A block of header lines, with From and something that only e-mail has. Our own header lines have neither.
bool knows_mail(const Origin&, LineSource& source) {
  std::string_view text = source.ahead();
  bool from = false;
  bool other = false;
  for (bool first = true; !text.empty(); first = false) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (trimmed(line).empty()) break;
    if (!first && (line.front() == ' ' || line.front() == '\t')) continue;  // the line before goes on
    const std::size_t colon = line.find(':');
    if (colon == line.npos || !is_header_name(line.substr(0, colon))) return false;
    const std::string name = small(line.substr(0, colon));
    from = from || name == "from";
    other = other || name == "message-id" || name == "mime-version" || name == "received" ||
            name == "return-path" || name == "to" || name == "subject";
  }
  return from && other;
}

// ---- Its text ----

// Any text part's words as UTF-8, its charset undone.
std::string words_of(GMimeTextPart* part) {
  gchar* text = ::g_mime_text_part_get_text(part);
  std::string words = text_or_empty(text);
  ::g_free(text);
  std::string plain;
  for (const char c : words)
    if (c != '\r' && c != '\0') plain += c;
  return plain;
}

bool is_type(GMimeObject* part, const char* type, const char* subtype) {
  GMimeContentType* content = ::g_mime_object_get_content_type(part);
  return content != nullptr && ::g_mime_content_type_is_type(content, type, subtype) != 0;
}

struct MailText {
  std::string text;
  std::size_t attachments = 0;
};

void append(MailText& mail, const std::string& words) {
  if (trimmed(words).empty()) return;
  if (!mail.text.empty()) mail.text += "\n\n";
  mail.text += words;
}

void add_part(GMimeObject* part, MailText& mail, int depth);

// Of the forms of one thing the first plain text that says something, else the last form.
void add_alternative(GMimeMultipart* forms, MailText& mail, int depth) {
  const int count = ::g_mime_multipart_get_count(forms);
  for (int pass = 0; pass < 2; ++pass) {
    for (int i = 0; i < count; ++i) {
      GMimeObject* form = ::g_mime_multipart_get_part(forms, i);
      if (pass == 0 && !is_type(form, "text", "plain")) continue;
      MailText one;
      add_part(form, one, depth + 1);
      if (one.text.empty()) continue;
      append(mail, one.text);
      return;
    }
  }
}

void add_part(GMimeObject* part, MailText& mail, int depth) {
  if (part == nullptr || depth > deepest_nesting) return;
  const char* disposition = ::g_mime_object_get_disposition(part);
  const bool attached = disposition != nullptr && small(disposition) == "attachment";
  if (attached || GMIME_IS_MESSAGE_PART(part)) {
    ++mail.attachments;
  } else if (GMIME_IS_MULTIPART(part)) {
    auto* parts = GMIME_MULTIPART(part);
    if (is_type(part, "multipart", "alternative")) return add_alternative(parts, mail, depth);
    const int count = is_type(part, "multipart", "related") ? std::min(1, ::g_mime_multipart_get_count(parts))
                                                            : ::g_mime_multipart_get_count(parts);
    for (int i = 0; i < count; ++i) add_part(::g_mime_multipart_get_part(parts, i), mail, depth + 1);
  } else if (GMIME_IS_TEXT_PART(part)) {
    const std::string words = words_of(GMIME_TEXT_PART(part));
    append(mail, is_type(part, "text", "html") ? html_text(words, "utf-8").text : words);
  } else {
    ++mail.attachments;
  }
}

// ---- What it says about itself ----

std::string sender_of(GMimeMessage* message) {
  InternetAddressList* from = ::g_mime_message_get_from(message);
  if (from == nullptr || ::internet_address_list_length(from) == 0) return "";
  InternetAddress* first = ::internet_address_list_get_address(from, 0);
  const std::string name = text_or_empty(::internet_address_get_name(first));
  if (!trimmed(name).empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
  return text_or_empty(::internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

// The day as the sender's clock had it.
std::optional<DateStatement> date_of(GMimeMessage* message) {
  GDateTime* date = ::g_mime_message_get_date(message);
  if (date == nullptr) return {};
  const auto day = plausible_day(::g_date_time_get_year(date), ::g_date_time_get_month(date),
                                 ::g_date_time_get_day_of_month(date));
  if (!day) return {};
  const std::string written = text_or_empty(::g_mime_object_get_header(GMIME_OBJECT(message), "Date"));
  return DateStatement{*day, Published::Basis::metadata, DateStatement::What::published,
                       "mail header Date: " + written};
}

void read_mail(const Origin& origin, LineSource& source, const Harvest& harvest) {
  start_gmime();
  const std::string bytes = source.rest();
  const Owned<GMimeStream> stream(::g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(::g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(::g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) throw InputError(file_error("broken-mail", origin.path, "this e-mail cannot be read"));
  MailText mail;
  add_part(::g_mime_message_get_mime_part(message.get()), mail, 0);
  if (trimmed(mail.text).empty())
    throw InputError(
        file_error("empty-file", origin.path, "this e-mail has no text",
                   mail.attachments > 0 ? "its attachments are not read; save them as files" : ""));
  Article article = made_article(origin, std::move(mail.text), "e-mail");
  article.title = text_or_empty(::g_mime_message_get_subject(message.get()));
  if (const std::string sender = sender_of(message.get()); !sender.empty()) article.source = sender;
  if (auto date = date_of(message.get())) add_statement(article.dates, std::move(*date));
  article.published = choose_published(article.dates);
  harvest.file(std::move(article));
}

}  // namespace

const Reader mail_reader{"e-mail", knows_mail, read_mail};

}  // namespace fasti
