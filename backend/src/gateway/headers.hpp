#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace likeness::gateway {

/// Header fields in the order they came; names compare without regard to ASCII case.
class Headers {
 public:
  using Field = std::pair<std::string, std::string>;

  Headers() = default;
  Headers(std::initializer_list<Field> fields) : fields_(fields) {}

  void add(std::string name, std::string value);
  /// Replaces every field of that name.
  void set(std::string name, std::string value);
  /// The first value of that name; nullptr where there is none.
  const std::string* find(std::string_view name) const;
  /// The first value of that name, or "".
  std::string_view get(std::string_view name) const;
  int count(std::string_view name) const;

  std::vector<Field>::const_iterator begin() const { return fields_.begin(); }
  std::vector<Field>::const_iterator end() const { return fields_.end(); }

 private:
  std::vector<Field> fields_;
};

}  // namespace likeness::gateway
