#include "gateway/routes/fault_csv.hpp"

#include <gtest/gtest.h>

namespace likeness::gateway {
namespace {

TEST(FaultCsvTest, QuotesWhatStrangersWrote) {
  const std::vector<ImportFault> faults = {
      {.line = 7, .field = "price", .value = "1,5 \"x\"\nEUR", .reason = "is not a number"},
      {.field = "image_link", .value = "a.jpg", .reason = "is missing", .row_kept = true}};
  EXPECT_EQ(fault_csv(faults, true),
            "line,field,value,reason,row_kept\r\n7,\"price\",\"1,5 \"\"x\"\"\nEUR\",\"is not a number\",no\r\n"
            ",\"image_link\",\"a.jpg\",\"is missing\",yes\r\n");
  EXPECT_EQ(fault_csv({}, false), "");
}

TEST(FaultCsvTest, NoCellIsAFormula) {
  for (const std::string value : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"}) {
    const std::vector<ImportFault> faults = {{.line = 1, .field = "title", .value = value, .reason = "is wrong"}};
    EXPECT_EQ(fault_csv(faults, false), "1,\"title\",\"'" + value + "\",\"is wrong\",no\r\n");
  }
}

}  // namespace
}  // namespace likeness::gateway
