#include "render/style.h"

#include <cmath>

namespace fasti {

Type type_of(Lettering lettering) {
  switch (lettering) {
    case Lettering::title:
      return {21.4, true};
    case Lettering::subtitle:
      return {10.5, false};
    case Lettering::year:
      return {13, true};
    case Lettering::tick:
      return {8.5, false};
    case Lettering::date:
      return {9.5, false};
    case Lettering::status:
      return {8, true};
    case Lettering::label:
      return {11.4, true};
    case Lettering::row:
      return {9, false};
    case Lettering::badge:
      return {7.5, false};
    case Lettering::heading:
      return {9, true};
    case Lettering::note:
      return {8, false};
    case Lettering::lane:
      return {11.4, true};
    case Lettering::lane_label:
      return {9.5, true};
  }
  return {};
}

double line_height(Lettering lettering) { return std::floor(1.1 * type_of(lettering).size + 0.5); }

std::string_view hex(Tone tone) {
  switch (tone) {
    case Tone::ink:
      return "#1A1D21";
    case Tone::muted:
      return "#5A626B";
    case Tone::faint:
      return "#8A939C";
    case Tone::hairline:
      return "#C9CFD5";
    case Tone::paper:
      return "#FFFFFF";
    case Tone::card:
      return "#F3F5F6";
    case Tone::card_disputed:
      return "#FDF2EA";
    case Tone::badge:
      return "#E3E8EC";
    case Tone::bar:
      return "#AEB7C0";
    case Tone::bar_pale:
      return "#C3CAD1";
    case Tone::bar_paler:
      return "#D8DDE2";
    case Tone::bar_palest:
      return "#EDF0F2";
    case Tone::agreed:
      return "#00795A";
    case Tone::single:
      return "#4D5660";
    case Tone::refined:
      return "#0067A3";
    case Tone::disputed:
      return "#C24A00";
    case Tone::decided:
      return "#94336F";
  }
  return "#000000";
}

Tone tone_of(Status status) {
  switch (status) {
    case Status::agreed:
      return Tone::agreed;
    case Status::single:
      return Tone::single;
    case Status::refined:
      return Tone::refined;
    case Status::disputed:
      return Tone::disputed;
    case Status::decided:
      return Tone::decided;
    case Status::undated:
      return Tone::faint;
  }
  return Tone::ink;
}

}  // namespace fasti
