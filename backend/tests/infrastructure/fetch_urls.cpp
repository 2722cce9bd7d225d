// fetch_urls: drives the real downloader from outside. Reads URLs from standard input, each ended by a zero byte, and
// writes a line for each as it ends: its number, "ok" or the kind of the error, the count of bytes, and the message.
//
//   fetch_urls [NAME=NUMBER|NAME=TEXT …]   names: see apply()

#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>

#include "adapters/curl/curl_http_fetcher.hpp"

namespace {

using std::chrono::milliseconds;

struct Run {
  likeness::CurlFetchOptions options;
  bool one_at_a_time = false;
};

void apply(Run& run, const std::string& name, const std::string& value) {
  auto& options = run.options;
  if (name == "port") options.rules.ports.push_back(std::stoi(value));
  if (name == "allow_loopback") options.rules.allow_loopback = value == "1";
  if (name == "concurrent") options.concurrent_max = std::stoi(value);
  if (name == "per_host") options.hosts.per_host_max = std::stoi(value);
  if (name == "in_flight_bytes") options.in_flight_bytes_max = std::stoul(value);
  if (name == "timeout_ms") options.timeout = options.connect_timeout = milliseconds(std::stoi(value));
  if (name == "wait_ms") options.wait_max = milliseconds(std::stoi(value));
  if (name == "addresses_kept_ms") options.addresses_kept = milliseconds(std::stoi(value));
  if (name == "host_failures") options.hosts.failures_max = std::stoi(value);
  if (name == "ca_file") options.ca_file = value;
  if (name == "one_at_a_time") run.one_at_a_time = value == "1";
}

void print(std::size_t index, const likeness::FetchResult& result) {
  if (result)
    std::printf("%zu\tok\t%zu\t\n", index, result->bytes.size());
  else
    std::printf("%zu\t%s\t0\t%s%s\n", index, std::string(to_string(result.error().error.kind())).c_str(),
                result.error().attempted ? "" : "(postponed) ", result.error().error.message().c_str());
}

}  // namespace

int main(int count, char** words) {
  Run run;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto sign = word.find('=');
    apply(run, word.substr(0, sign), word.substr(sign + 1));
  }
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  std::vector<likeness::FetchRequest> requests;
  for (std::size_t start = 0; start < input.size();) {
    const auto end = std::min(input.find('\0', start), input.size());
    requests.push_back({.url = input.substr(start, end - start)});
    start = end + 1;
  }
  likeness::CurlHttpFetcher fetcher(run.options);
  if (!run.one_at_a_time) {
    fetcher.fetch_all(requests, print);
    return 0;
  }
  for (std::size_t i = 0; i < requests.size(); ++i)
    fetcher.fetch_all({&requests[i], 1}, [i](std::size_t, const likeness::FetchResult& result) { print(i, result); });
}
