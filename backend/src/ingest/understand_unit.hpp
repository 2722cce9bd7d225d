#pragma once

#include "ingest/detect/detect_stage.hpp"
#include "ingest/embed/embed_stage.hpp"
#include "ingest/index/index_stage.hpp"
#include "ingest/preprocess/preprocess_stage.hpp"
#include "ingest/unit_of_work.hpp"
#include "ports/job_store.hpp"
#include "ports/metrics.hpp"

namespace likeness::ingest {

/// Second durable unit: preprocess -> detect -> embed -> index, with pixels handed on in memory; bytes that the org has
/// under another photo already are not understood again. Text jobs only embed
/// and index.
class UnderstandUnit final : public UnitOfWork {
 public:
  struct Parts {
    PreprocessStage& preprocess;
    DetectStage& detect;
    EmbedStage& embed;
    IndexStage& index;
    JobStore& jobs;
    Metrics& metrics;
  };

  explicit UnderstandUnit(Parts parts) : parts_(parts) {}
  Unit unit() const override { return Unit::understand; }
  std::vector<std::optional<StageError>> run(std::span<const Job> jobs) override;

 private:
  std::optional<StageError> run_image(const Job& job);
  /// The photo takes over what is known of the same bytes under another one of the org; false where nothing is.
  bool share_twin(const Job& job);
  std::vector<std::optional<StageError>> run_texts(std::span<const Job> jobs);

  Parts parts_;
};

}  // namespace likeness::ingest
