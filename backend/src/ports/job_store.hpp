#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "domain/catalog.hpp"
#include "domain/embedding.hpp"
#include "domain/job.hpp"
#include "domain/vision.hpp"
#include "ports/http_fetcher.hpp"

namespace likeness {

struct QueueDepth {
  Unit unit;
  JobState state;
  long count = 0;
};

/// How long the job that waits longest has been due.
struct QueueAge {
  Unit unit;
  double oldest_seconds = 0;
};

/// Which of the queues a claim looks into, and in which order. Small updates go before bulk; now and then a claim turns
/// that round, so that bulk is slowed by any number of small ones, and never stopped.
struct ClaimTurn {
  bool feeds = true;
  bool bulk_first = false;
};

/// A photo's job with what its units need to know.
struct ImageJobDetails {
  std::string location;
  bool remote = false;
  std::string content_sha256;
  ProductId product_id;
  Validators validators;  ///< that came with the bytes
  bool has_twin = false;  ///< another photo of the org with the same bytes is understood
  WholeVector whole = WholeVector::always;
};

/// What was learnt of one photo. `vectors` begins with the whole image's, where it has one; then one for each region.
struct UnderstoodImage {
  int width_px = 0;
  int height_px = 0;
  PerceptualHash perceptual_hash{};
  std::vector<ColorShare> colors;
  std::vector<Detection> regions;
  PackKey pack;
  bool has_whole = true;
  std::vector<HalfVector> vectors;
};

/// A vector as the vector store takes it.
struct StoredVector {
  VectorId id{};
  Level level = Level::image;
  ProductId product_id;
  std::optional<ImageId> image_id;
  std::optional<RegionId> region_id;
  HalfVector vector;
};

/// What became of a job's completion. `superseded` vectors must leave the vector store, `added` enter it.
struct Completion {
  std::vector<StoredVector> added;
  std::vector<VectorId> superseded;
};

/// Durable work. A job is claimed under a lease; a lease that runs out makes it claimable again, so the death of a
/// worker delays work and loses none. Effects and the job's new state are one transaction; a job that another worker
/// took over meanwhile is Error{conflict} and changes nothing. Thread-safe; runs as the worker role across orgs.
class JobStore {
 public:
  virtual ~JobStore() = default;

  /// Takes jobs that are due, skipping those that others hold: one feed job, which may run for minutes, or up to
  /// `limit` others. Orgs take turns whatever their backlog: the org with the fewest jobs in work goes first, its own
  /// oldest job before its others.
  virtual std::vector<Job> claim(Unit unit, int limit, std::chrono::seconds lease, ClaimTurn turn = {}) = 0;
  virtual void heartbeat(std::span<const Job> jobs, std::chrono::seconds lease) = 0;

  virtual ImageJobDetails image_details(const Job& job) = 0;
  virtual std::string product_text(const Job& job) = 0;

  /// The feed is read: the job is done.
  virtual void complete_feed(const Job& job) = 0;
  /// The bytes are in the object store: the job goes on to understand; where the same bytes were understood before
  /// under this image, it is done.
  virtual void complete_fetch(const Job& job, const std::string& content_sha256, const Validators& validators = {}) = 0;
  /// Vectors of the pack, and all of bytes that the photo has no more, are superseded; those that other packs made of
  /// the same bytes stay, except of regions that are not found again. A vector of the whole that the photo is not to
  /// have is left out; one that is missing is Error{conflict}: the photo's role changed meanwhile.
  virtual Completion complete_image(const Job& job, const UnderstoodImage& understood) = 0;
  /// The same by what the pack made of the same bytes under another photo of the org; nullopt, with nothing done, where
  /// there is none.
  virtual std::optional<Completion> complete_image_by_twin(const Job& job, const PackKey& pack) = 0;
  virtual Completion complete_text(const Job& job, const PackKey& pack, const HalfVector& vector) = 0;
  /// Records the error and the stage it came from, and puts the job back for later or gives it up, by the policy.
  /// `retry_after`: what whoever failed asked for.
  virtual void fail(const Job& job, Stage stage, const Error& error, const RetryPolicy& policy,
                    std::optional<std::chrono::milliseconds> retry_after = {}) = 0;
  /// Puts the job back as if it had not been tried, with the reason: our own storage failed, or its host needs rest.
  virtual void release(const Job& job, Stage stage, const Error& error, std::chrono::milliseconds delay) = 0;

  /// Puts jobs whose lease ran out back, and finishes imports with nothing left to do. Returns how many jobs.
  virtual int sweep() = 0;
  /// One entry for each unit and state but done, zeros included. Done jobs are not a queue, and as many as the
  /// catalogue has photos.
  virtual std::vector<QueueDepth> queue_depths() = 0;
  /// One entry for each unit.
  virtual std::vector<QueueAge> queue_ages() = 0;
};

/// The rows of the outbox that were not yet published, in order; the relay publishes them and marks them.
struct OutboxMessage {
  std::int64_t id = 0;
  std::string subject;
  std::string payload;
  std::string traceparent;  ///< of the request that made it; empty where none did
};

class Outbox {
 public:
  virtual ~Outbox() = default;
  virtual std::vector<OutboxMessage> unpublished(int limit) = 0;
  virtual void mark_published(std::span<const std::int64_t> ids) = 0;
};

}  // namespace likeness
