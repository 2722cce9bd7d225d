#include "base/trace.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace likeness {
namespace {

const std::string kTrace = "0af7651916cd43dd8448eb211c80319c";
const std::string kSpan = "b7ad6b7169203331";

TEST(Trace, ReadsWhatTheStandardCallsValid) {
  const auto trace = TraceContext::parse("00-" + kTrace + "-" + kSpan + "-01");
  ASSERT_TRUE(trace);
  EXPECT_EQ(trace->trace_id, kTrace);
  EXPECT_EQ(trace->span_id, kSpan);
  EXPECT_TRUE(trace->sampled);
  EXPECT_EQ(trace->to_string(), "00-" + kTrace + "-" + kSpan + "-01");
  EXPECT_FALSE(TraceContext::parse("00-" + kTrace + "-" + kSpan + "-00")->sampled);
  EXPECT_TRUE(TraceContext::parse("00-" + kTrace + "-" + kSpan + "-0b")->sampled) << "flags of the future";
  EXPECT_TRUE(TraceContext::parse("cc-" + kTrace + "-" + kSpan + "-01"));
  EXPECT_TRUE(TraceContext::parse("cc-" + kTrace + "-" + kSpan + "-01-what-comes"));
}

TEST(Trace, PassesOverWhatIsInvalid) {
  for (const std::string& text :
       {std::string(), std::string("00"), "00-" + kTrace + "-" + kSpan, "00-" + kTrace + "-" + kSpan + "-1",
        "00-" + kTrace + "-" + kSpan + "-01-more", "00-" + kTrace + "-" + kSpan + "-01 ",
        "cc-" + kTrace + "-" + kSpan + "-01.more", "ff-" + kTrace + "-" + kSpan + "-01",
        "0G-" + kTrace + "-" + kSpan + "-01", "00-0AF7651916cd43dd8448eb211c80319c-" + kSpan + "-01",
        "00-" + std::string(32, '0') + "-" + kSpan + "-01", "00-" + kTrace + "-" + std::string(16, '0') + "-01",
        "00-" + kTrace + "-" + kSpan + "-0x", "00_" + kTrace + "_" + kSpan + "_01",
        "00-" + kSpan + "-" + kTrace + "-01"})
    EXPECT_FALSE(TraceContext::parse(text)) << text;
}

TEST(Trace, PiecesOfATraceShareItsIdAlone) {
  const auto trace = TraceContext::start();
  std::set<std::string> spans{trace.span_id};
  for (int i = 0; i < 1000; ++i) {
    const auto piece = trace.child();
    EXPECT_EQ(piece.trace_id, trace.trace_id);
    spans.insert(piece.span_id);
    EXPECT_TRUE(TraceContext::parse(piece.to_string()));
  }
  EXPECT_EQ(spans.size(), 1001U);
  EXPECT_NE(TraceContext::start().trace_id, trace.trace_id);
}

TEST(Trace, BelongsToAThreadForAWhile) {
  EXPECT_EQ(current_traceparent(), "");
  EXPECT_EQ(current_trace_id(), "");
  {
    const TraceScope outer("00-" + kTrace + "-" + kSpan + "-01");
    EXPECT_EQ(current_trace_id(), kTrace);
    std::jthread([] { EXPECT_EQ(current_traceparent(), ""); });
    {
      const TraceScope inner("");
      EXPECT_EQ(current_trace_id(), "");
    }
    EXPECT_EQ(current_trace_id(), kTrace);
  }
  EXPECT_EQ(current_traceparent(), "");
}

}  // namespace
}  // namespace likeness
