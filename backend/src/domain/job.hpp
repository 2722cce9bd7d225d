#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "domain/ids.hpp"

namespace likeness {

/// The seven stages of the ingest chain, in order. The word is the folder, the metric label and what the user sees.
enum class Stage { feed, normalize, download, preprocess, detect, embed, index };
std::string_view to_string(Stage stage);

/// The two durable units of work: everything before a photo's bytes are stored, everything after.
enum class Unit { fetch, understand };
std::string_view to_string(Unit unit);

/// What a job is about. A feed job reads one import's feed; an image job carries one photo from its reference to its
/// vectors; a text job embeds one product's words.
enum class JobKind { feed, image, text };
std::string_view to_string(JobKind kind);

/// waiting: for an upload by the client; paused: with its import; dead: given up, with its reason.
enum class JobState { waiting, queued, running, paused, done, dead };
std::string_view to_string(JobState state);

/// A piece of work as a worker holds it. Exactly one of import_id (feed), image_id (image), product_id (text) names
/// the subject; import_id also says, for the other kinds, which import asked for the work.
struct Job {
  JobId id;
  OrgId org_id;
  Unit unit = Unit::fetch;
  JobKind kind = JobKind::image;
  std::optional<ImportId> import_id;
  std::optional<ImageId> image_id;
  std::optional<ProductId> product_id;
  int tries = 0;            ///< this one included
  std::string traceparent;  ///< of the request that asked for the work; empty where none did
};

struct RetryPolicy {
  int tries_max = 5;
  std::chrono::milliseconds backoff_first{1000};
  std::chrono::milliseconds backoff_max{60'000};

  double jitter_share = 0.25;  ///< of a wait: how far it may be shortened or lengthened by chance
  std::chrono::milliseconds retry_after_max{3'600'000};

  /// How long to wait before the next try; nullopt where the job is to be given up. `retry_after` is what whoever
  /// failed asked for: it is waited out, up to its bound. `chance` is a number from 0 to 1.
  std::optional<std::chrono::milliseconds> next_delay(ErrorKind kind, int tries,
                                                      std::optional<std::chrono::milliseconds> retry_after = {},
                                                      double chance = 0.5) const;
};

}  // namespace likeness
