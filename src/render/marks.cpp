#include "render/marks.h"

#include <fmt/format.h>

#include "render/card.h"

namespace fasti {

namespace {

// "30 September 2020 – mercury, herald"
std::string tooltip_of(const DatedBy& date, const DateWording& wording) {
  std::string text = in_words(date.range, wording);
  for (std::size_t i = 0; i < date.who.size(); ++i) text += (i == 0 ? " – " : ", ") + date.who[i].name;
  return text;
}

}  // namespace

std::string mark_id(const Entry& entry, std::size_t date) {
  return fmt::format("mark-{}-{}", entry.told->event.id, date + 1);
}

Mark mark_at(Point centre, const Entry& entry, const DatedBy& date, const DateWording& wording) {
  return {"",
          entry.told->event.id,
          {centre.x - mark_size / 2, centre.y - mark_size / 2, mark_size, mark_size},
          entry.told->verdict.status,
          date.standing,
          tooltip_of(date, wording)};
}

Mark mark_at(Point centre, const Entry& entry, std::size_t date, const DateWording& wording) {
  Mark mark = mark_at(centre, entry, entry.dates[date], wording);
  mark.id = mark_id(entry, date);
  return mark;
}

}  // namespace fasti
