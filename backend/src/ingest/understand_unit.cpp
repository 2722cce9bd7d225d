#include "ingest/understand_unit.hpp"

#include <algorithm>

#include "base/trace.hpp"
#include "ingest/stage_timer.hpp"

namespace likeness::ingest {

std::vector<std::optional<StageError>> UnderstandUnit::run(std::span<const Job> jobs) {
  std::vector<std::optional<StageError>> errors(jobs.size());
  std::vector<Job> texts;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (jobs[i].kind == JobKind::text) {
      texts.push_back(jobs[i]);
      places.push_back(i);
    } else {
      errors[i] = run_image(jobs[i]);
    }
  }
  auto text_errors = run_texts(texts);
  for (std::size_t i = 0; i < places.size(); ++i) errors[places[i]] = std::move(text_errors[i]);
  return errors;
}

std::optional<StageError> UnderstandUnit::run_image(const Job& job) {
  const TraceScope trace(job.traceparent);
  auto stage = Stage::preprocess;
  try {
    const auto details = parts_.jobs.image_details(job);
    if (details.has_twin && share_twin(job)) return std::nullopt;
    const ImageToPreprocess source{job.org_id, details.content_sha256};
    auto preprocessed = [&] {
      StageTimer timer(parts_.metrics, stage, 1);
      auto result = std::move(parts_.preprocess.run({&source, 1}).front());
      if (!result) timer.failed();
      return result;
    }();
    if (!preprocessed) return StageError{stage, preprocessed.error()};

    UnderstoodImage understood;
    understood.width_px = preprocessed->width_px;
    understood.height_px = preprocessed->height_px;
    understood.perceptual_hash = preprocessed->perceptual_hash;
    understood.colors = std::move(preprocessed->colors);
    understood.pack = parts_.embed.pack();

    stage = Stage::detect;
    {
      StageTimer timer(parts_.metrics, stage, 1);
      understood.regions = parts_.detect.run(preprocessed->pixels, Priority::ingest);
    }
    stage = Stage::embed;
    {
      StageTimer timer(parts_.metrics, stage, 1);
      understood.has_whole = has_whole_vector(details.whole, understood.regions.size());
      ImageToEmbed image{&preprocessed->pixels, {}, understood.has_whole};
      for (const auto& region : understood.regions) image.regions.push_back(region.box);
      understood.vectors = std::move(parts_.embed.run({&image, 1}).front());
    }
    stage = Stage::index;
    StageTimer timer(parts_.metrics, stage, 1);
    parts_.index.run(job.org_id, parts_.jobs.complete_image(job, understood));
    return std::nullopt;
  } catch (const Error& error) {
    return StageError::thrown(stage, error);
  }
}

bool UnderstandUnit::share_twin(const Job& job) {
  const auto completion = parts_.jobs.complete_image_by_twin(job, parts_.embed.pack());
  if (!completion) return false;
  parts_.metrics.increment("likeness_photos_shared_total", {});
  StageTimer timer(parts_.metrics, Stage::index, 1);
  parts_.index.run(job.org_id, *completion);
  return true;
}

std::vector<std::optional<StageError>> UnderstandUnit::run_texts(std::span<const Job> jobs) {
  std::vector<std::optional<StageError>> errors(jobs.size());
  std::vector<std::string> texts;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    try {
      texts.push_back(parts_.jobs.product_text(jobs[i]));
      places.push_back(i);
    } catch (const Error& error) {
      errors[i] = StageError::thrown(Stage::embed, error);
    }
  }
  if (texts.empty()) return errors;
  // They are embedded together; what is done for several traces belongs to none.
  const bool one_trace =
      std::ranges::all_of(jobs, [&](const Job& job) { return job.traceparent == jobs.front().traceparent; });
  const TraceScope together(one_trace ? jobs.front().traceparent : std::string());
  std::vector<HalfVector> vectors;
  try {
    StageTimer timer(parts_.metrics, Stage::embed, texts.size());
    vectors = parts_.embed.run(texts);
  } catch (const Error& error) {
    for (const auto place : places) errors[place] = StageError::thrown(Stage::embed, error);
    return errors;
  }
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto& job = jobs[places[i]];
    const TraceScope trace(job.traceparent);
    try {
      StageTimer timer(parts_.metrics, Stage::index, 1);
      parts_.index.run(job.org_id, parts_.jobs.complete_text(job, parts_.embed.pack(), vectors[i]));
    } catch (const Error& error) {
      errors[places[i]] = StageError::thrown(Stage::index, error);
    }
  }
  return errors;
}

}  // namespace likeness::ingest
