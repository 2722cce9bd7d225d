#pragma once

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "adapters/curl/download.hpp"
#include "adapters/curl/fetch_options.hpp"
#include "adapters/curl/host_table.hpp"
#include "adapters/curl/resolver.hpp"

namespace likeness {

/// All downloads of the process on one thread: a libcurl multi handle with the connections that it keeps open, the
/// budgets of hosts and of bytes, and the look-ups. A download waits for a place, is looked up, transferred, and where
/// it is redirected waits again at the next host. submit() is thread-safe; the rest runs on the loop's thread.
class DownloadLoop {
 public:
  explicit DownloadLoop(const CurlFetchOptions& options);
  ~DownloadLoop();

  /// Downloads that are not through, and all that are handed in later, end at once with Error{cancelled}.
  void stop();
  void submit(std::unique_ptr<Download> download);

 private:
  using Clock = Download::Clock;
  using Line = std::deque<Download*>;
  struct CloseMulti {
    void operator()(void* multi) const;
  };

  void run();
  void wake();
  void take_inbox();

  void enqueue(Download& download, const std::string& url);
  void start_waiting();
  bool start_next_of(const std::string& host, Line& line);
  void give_up_waiting();
  void start(Download& download);
  void take_look_ups();
  void look_up(Download& download);
  void connect(Download& download, const Result<Addresses>& addresses);
  void end_transfers();
  void end_transfer(Download& download, int code);
  void judge(Download& download, Transfer::Answer answer);
  void resume_paused();

  /// Gives the download's place at its host, and in the loop, to others.
  void leave(Download& download);
  void refuse(Download& download, Error error);
  void put_off(Download& download, const HostTable::Rest& rest);
  void finish(Download& download, FetchResult result, BudgetShare share = {});
  static FetchResult cancelled();

  const CurlFetchOptions& options_;
  std::unique_ptr<void, CloseMulti> multi_;
  std::shared_ptr<ByteBudget> budget_;
  HostTable hosts_;
  HostResolver resolver_;

  std::mutex mutex_;
  bool stopping_ = false;
  std::vector<std::unique_ptr<Download>> inbox_;

  std::unordered_map<Download*, std::unique_ptr<Download>> downloads_;
  std::map<std::string, Line> waiting_;                                ///< by host
  std::string last_served_;                                            ///< the host whose turn it was last
  std::unordered_map<std::string, std::vector<Download*>> looked_up_;  ///< by host name
  std::list<Download*> running_;                                       ///< oldest first; those with a place
  std::thread thread_;
};

}  // namespace likeness
