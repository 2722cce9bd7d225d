#include "domain/catalog.hpp"

#include <utility>

#include "base/text.hpp"

namespace likeness {

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
  for (char& c : word)
    if (c == ' ') c = '_';
  for (const auto availability :
       {Availability::in_stock, Availability::out_of_stock, Availability::preorder, Availability::backorder})
    if (word == to_string(availability)) return availability;
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
