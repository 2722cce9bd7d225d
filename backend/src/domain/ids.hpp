#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "base/uuid.hpp"

namespace likeness {

/// A UUIDv7 that knows what it names. Outside the program it is written with its prefix ("prd_018f…"), in the database
/// as a plain uuid, so that an id of one kind is never taken for another.
template <class Tag>
struct Id {
  Uuid uuid{};

  static Id generate() { return {Uuid::generate()}; }

  /// Throws Error{invalid_argument} that names `field` where the text is no such id.
  static Id parse(std::string_view text, std::string_view field = Tag::kField) {
    if (text.starts_with(Tag::kPrefix))
      if (const auto uuid = Uuid::parse(text.substr(Tag::kPrefix.size()))) return {*uuid};
    throw Error(ErrorKind::invalid_argument,
                std::string(field) + " \"" + std::string(text.substr(0, 60)) + "\" is not an id of the form " +
                    std::string(Tag::kPrefix) + "<uuid>",
                std::string(field));
  }

  std::string to_string() const { return std::string(Tag::kPrefix) + uuid.to_string(); }
  auto operator<=>(const Id&) const = default;
};

struct OrgTag {
  static constexpr std::string_view kPrefix = "org_", kField = "org_id";
};
struct UserTag {
  static constexpr std::string_view kPrefix = "usr_", kField = "user_id";
};
struct SessionTag {
  static constexpr std::string_view kPrefix = "ses_", kField = "session_id";
};
struct ApiKeyTag {
  static constexpr std::string_view kPrefix = "key_", kField = "api_key_id";
};
struct SourceTag {
  static constexpr std::string_view kPrefix = "src_", kField = "source_id";
};
struct ImportTag {
  static constexpr std::string_view kPrefix = "imp_", kField = "import_id";
};
struct ProductTag {
  static constexpr std::string_view kPrefix = "prd_", kField = "product_id";
};
struct VariantTag {
  static constexpr std::string_view kPrefix = "var_", kField = "variant_id";
};
struct ImageTag {
  static constexpr std::string_view kPrefix = "img_", kField = "image_id";
};
struct RegionTag {
  static constexpr std::string_view kPrefix = "rgn_", kField = "region_id";
};
struct QueryImageTag {
  static constexpr std::string_view kPrefix = "qim_", kField = "query_image_id";
};
struct JobTag {
  static constexpr std::string_view kPrefix = "job_", kField = "job_id";
};
struct ScheduleTag {
  static constexpr std::string_view kPrefix = "sch_", kField = "schedule_id";
};
struct PullTag {
  static constexpr std::string_view kPrefix = "pul_", kField = "pull_id";
};
struct SearchTag {
  static constexpr std::string_view kPrefix = "sea_", kField = "search_id";
};

using OrgId = Id<OrgTag>;
using UserId = Id<UserTag>;
using SessionId = Id<SessionTag>;
using ApiKeyId = Id<ApiKeyTag>;
using SourceId = Id<SourceTag>;
using ImportId = Id<ImportTag>;
using ProductId = Id<ProductTag>;
using VariantId = Id<VariantTag>;
using ImageId = Id<ImageTag>;
using RegionId = Id<RegionTag>;
using QueryImageId = Id<QueryImageTag>;
using JobId = Id<JobTag>;
using ScheduleId = Id<ScheduleTag>;
using PullId = Id<PullTag>;
using SearchId = Id<SearchTag>;

/// Number of a vector, from one database sequence: the key in every vector store. Never reused, never updated.
enum class VectorId : std::int64_t {};

}  // namespace likeness

template <class Tag>
struct std::hash<likeness::Id<Tag>> {
  std::size_t operator()(const likeness::Id<Tag>& id) const noexcept { return std::hash<likeness::Uuid>{}(id.uuid); }
};
