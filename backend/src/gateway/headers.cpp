#include "gateway/headers.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace likeness::gateway {

void Headers::add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }

void Headers::set(std::string name, std::string value) {
  std::erase_if(fields_, [&](const Field& field) { return equals_ignoring_case(field.first, name); });
  add(std::move(name), std::move(value));
}

const std::string* Headers::find(std::string_view name) const {
  for (const auto& [key, value] : fields_)
    if (equals_ignoring_case(key, name)) return &value;
  return nullptr;
}

std::string_view Headers::get(std::string_view name) const {
  const std::string* value = find(name);
  return value ? std::string_view(*value) : std::string_view();
}

int Headers::count(std::string_view name) const {
  return static_cast<int>(
      std::ranges::count_if(fields_, [&](const Field& field) { return equals_ignoring_case(field.first, name); }));
}

}  // namespace likeness::gateway
