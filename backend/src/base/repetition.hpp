#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <string_view>

namespace likeness {

/// Waits for `time`, or until stop is asked for.
void pause(const std::stop_token& stop, std::chrono::milliseconds time);

/// Calls `step` until stop is asked for: again at once where it returned true, because it did some work; after `idle`
/// where it returned false or threw. Of failures in a row the first is logged: "<what>: <its message>".
void repeat(const std::stop_token& stop, std::chrono::milliseconds idle, std::string_view what,
            const std::function<bool()>& step);

}  // namespace likeness
