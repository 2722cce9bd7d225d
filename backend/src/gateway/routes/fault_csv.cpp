#include "gateway/routes/fault_csv.hpp"

namespace likeness::gateway {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

void add_cell(std::string& csv, std::string_view text) {
  csv += '"';
  if (!text.empty() && kFormulaStarts.contains(text.front())) csv += '\'';
  for (const char c : text) {
    if (c == '"') csv += '"';
    csv += c;
  }
  csv += '"';
}

}  // namespace

std::string fault_csv(std::span<const ImportFault> faults, bool with_header) {
  std::string csv;
  if (with_header) csv = "line,field,value,reason,row_kept\r\n";
  for (const auto& fault : faults) {
    if (fault.line > 0) csv += std::to_string(fault.line);
    for (const auto* cell : {&fault.field, &fault.value, &fault.reason}) {
      csv += ',';
      add_cell(csv, *cell);
    }
    csv += fault.row_kept ? ",yes\r\n" : ",no\r\n";
  }
  return csv;
}

}  // namespace likeness::gateway
