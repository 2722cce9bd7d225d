#include "domain/catalog.hpp"

#include <utility>

#include "base/text.hpp"

namespace likeness {
namespace {

/// Words of feeds, shops and schema.org, without blanks and underscores.
constexpr std::pair<std::string_view, Availability> kAvailabilityWords[] = {
    {"instock", Availability::in_stock},
    {"available", Availability::in_stock},
    {"limitedavailability", Availability::in_stock},
    {"instoreonly", Availability::in_stock},
    {"onlineonly", Availability::in_stock},
    {"yes", Availability::in_stock},
    {"true", Availability::in_stock},
    {"1", Availability::in_stock},
    {"auflager", Availability::in_stock},
    {"verf\u00FCgbar", Availability::in_stock},
    {"enstock", Availability::in_stock},
    {"disponible", Availability::in_stock},
    {"disponibile", Availability::in_stock},
    {"opvoorraad", Availability::in_stock},
    {"outofstock", Availability::out_of_stock},
    {"soldout", Availability::out_of_stock},
    {"discontinued", Availability::out_of_stock},
    {"unavailable", Availability::out_of_stock},
    {"notavailable", Availability::out_of_stock},
    {"no", Availability::out_of_stock},
    {"false", Availability::out_of_stock},
    {"0", Availability::out_of_stock},
    {"nichtverf\u00FCgbar", Availability::out_of_stock},
    {"ausverkauft", Availability::out_of_stock},
    {"rupturedestock", Availability::out_of_stock},
    {"agotado", Availability::out_of_stock},
    {"esaurito", Availability::out_of_stock},
    {"uitverkocht", Availability::out_of_stock},
    {"preorder", Availability::preorder},
    {"presale", Availability::preorder},
    {"backorder", Availability::backorder},
};

}  // namespace

std::string_view to_string(Availability availability) {
  switch (availability) {
    case Availability::in_stock:
      return "in_stock";
    case Availability::out_of_stock:
      return "out_of_stock";
    case Availability::preorder:
      return "preorder";
    case Availability::backorder:
      return "backorder";
  }
  std::unreachable();
}

std::optional<Availability> parse_availability(std::string_view text) {
  std::string word = to_lower(trim(text));
  // https://schema.org/InStock and the like
  if (const auto slash = word.find_last_of('/'); slash != std::string::npos) word.erase(0, slash + 1);
  std::erase_if(word, [](char c) { return c == ' ' || c == '_' || c == '-'; });
  for (const auto& [known, availability] : kAvailabilityWords)
    if (word == known) return availability;
  return std::nullopt;
}

std::string_view to_string(ImageRole role) {
  switch (role) {
    case ImageRole::main:
      return "main";
    case ImageRole::additional:
      return "additional";
    case ImageRole::lifestyle:
      return "lifestyle";
  }
  std::unreachable();
}

std::optional<ImageRole> parse_image_role(std::string_view text) {
  for (const auto role : {ImageRole::main, ImageRole::additional, ImageRole::lifestyle})
    if (text == to_string(role)) return role;
  return std::nullopt;
}

bool has_whole_vector(WholeVector rule, std::size_t regions) {
  return rule == WholeVector::always || (rule == WholeVector::without_regions && regions == 0);
}

std::string searchable_text(const CatalogRow& row) {
  std::string text = row.title;
  const auto append = [&text](std::string_view more) {
    if (more.empty() || to_lower(text).find(to_lower(more)) != std::string::npos) return;
    text += ". ";
    text += more;
  };
  append(row.brand);
  append(row.category_path.empty() ? std::string_view{} : std::string_view(row.category_path.back()));
  for (const auto& color : row.variant.colors) append(color);
  // The text tower reads about a hundred words; the start of a description says what the thing is.
  append(std::string_view(row.description).substr(0, row.description.find_first_of(".\n", 0)));
  return text;
}

}  // namespace likeness
