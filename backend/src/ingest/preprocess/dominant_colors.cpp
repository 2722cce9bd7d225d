#include "ingest/preprocess/dominant_colors.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <string>

namespace likeness::ingest {
namespace {

constexpr int kSampleSide = 64;  // 64 x 64 = 4096 samples
constexpr std::size_t kClusters = 6;
constexpr int kRounds = 12;
constexpr double kShareMin = 0.1;
constexpr float kBackgroundDistance = 10;       // CIE76; about 2.3 is just visible
constexpr double kBackgroundBorderShare = 0.6;  // of the border, for it to count as a background
constexpr double kForegroundMin = 0.03;

/// A colour where distance is roughly what an eye tells apart: CIE L*a*b* 1976, white point D65.
struct Lab {
  float lightness = 0;
  float a = 0;
  float b = 0;
};

float squared_distance(const Lab& left, const Lab& right) {
  const float lightness = left.lightness - right.lightness;
  const float a = left.a - right.a;
  const float b = left.b - right.b;
  return lightness * lightness + a * a + b * b;
}

std::array<float, 256> make_linear_light() {
  std::array<float, 256> linear;
  for (int value = 0; value < 256; ++value) {
    const double fraction = value / 255.0;
    linear[value] =
        static_cast<float>(fraction <= 0.04045 ? fraction / 12.92 : std::pow((fraction + 0.055) / 1.055, 2.4));
  }
  return linear;
}

/// IEC 61966-2-1 to XYZ, then CIE 15.
Lab to_lab(std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  static const std::array<float, 256> linear = make_linear_light();
  const float r = linear[red];
  const float g = linear[green];
  const float b = linear[blue];
  const auto root = [](float t) { return t > 0.008856452f ? std::cbrt(t) : t * 7.787037f + 16.0f / 116.0f; };
  const float x = root((0.4124564f * r + 0.3575761f * g + 0.1804375f * b) / 0.95047f);
  const float y = root(0.2126729f * r + 0.7151522f * g + 0.0721750f * b);
  const float z = root((0.0193339f * r + 0.1191920f * g + 0.9503041f * b) / 1.08883f);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

struct Reference {
  std::string_view name;
  std::uint32_t rgb;
};

/// Several references a name, because a name covers a region of the space and not a ball around one point.
constexpr Reference kReferences[] = {
    {"black", 0x000000},     {"black", 0x141416},     {"black", 0x222224},     {"grey", 0x484848},
    {"grey", 0x606468},      {"grey", 0x808080},      {"grey", 0xA0A0A0},      {"grey", 0xC0C0C0},
    {"grey", 0x707880},      {"grey", 0xB4B8BE},      {"white", 0xFFFFFF},     {"white", 0xF4F4F4},
    {"white", 0xE6E6E6},     {"white", 0xFAF8F0},     {"beige", 0xF5EBD7},     {"beige", 0xE8DCC4},
    {"beige", 0xD2BE9E},     {"beige", 0xD8C0A0},     {"beige", 0xC8B496},     {"beige", 0xEBD5B8},
    {"brown", 0x8B4513},     {"brown", 0x65432A},     {"brown", 0x9C6B45},     {"brown", 0x4A3020},
    {"brown", 0x785032},     {"brown", 0xA9794F},     {"brown", 0x5C4033},     {"red", 0xFF0000},
    {"red", 0xC8101E},       {"red", 0x8B0000},       {"red", 0xB22234},       {"red", 0xDC3232},
    {"red", 0x6E1020},       {"red", 0xE6453C},       {"orange", 0xFFA500},    {"orange", 0xFF8000},
    {"orange", 0xFF641E},    {"orange", 0xE66E1E},    {"orange", 0xF5A050},    {"orange", 0xD2782D},
    {"yellow", 0xFFFF00},    {"yellow", 0xFFDC32},    {"yellow", 0xF0E664},    {"yellow", 0xFFF096},
    {"yellow", 0xC8B428},    {"yellow", 0xFFC81E},    {"yellow", 0xE6C850},    {"green", 0x008000},
    {"green", 0x00C800},     {"green", 0x00FF00},     {"green", 0x225528},     {"green", 0x78963C},
    {"green", 0x6B6B23},     {"green", 0x96C878},     {"green", 0x90EE90},     {"green", 0x3C7846},
    {"green", 0xB4D264},     {"green", 0x5A6446},     {"green", 0x9CAF88},     {"green", 0x1E3C28},
    {"turquoise", 0x40E0D0}, {"turquoise", 0x00B4B4}, {"turquoise", 0x008080}, {"turquoise", 0x96DCD7},
    {"turquoise", 0x00FFFF}, {"turquoise", 0x2F6F72}, {"blue", 0x0000FF},      {"blue", 0x1E64DC},
    {"blue", 0x4682B4},      {"blue", 0x6495ED},      {"blue", 0xADD8E6},      {"blue", 0x3C5AA0},
    {"blue", 0x50698C},      {"blue", 0x0096DC},      {"blue", 0x87B4DC},      {"navy", 0x000080},
    {"navy", 0x141E46},      {"navy", 0x1E283C},      {"navy", 0x1E2D5A},      {"navy", 0x282D50},
    {"purple", 0x800080},    {"purple", 0x5A2878},    {"purple", 0x9664BE},    {"purple", 0xC8AAE1},
    {"purple", 0x4B0082},    {"purple", 0xA040C8},    {"purple", 0x4A2A46},    {"pink", 0xFFC0CB},
    {"pink", 0xFF69B4},      {"pink", 0xE68296},      {"pink", 0xFF1493},      {"pink", 0xF0A0B4},
    {"pink", 0xDCAAAA},      {"pink", 0xFFDCE1},      {"pink", 0xC83C82},
};

std::string_view name_of(const Lab& color) {
  static const auto references = [] {
    std::vector<std::pair<Lab, std::string_view>> labs;
    for (const Reference& reference : kReferences) {
      labs.emplace_back(to_lab(reference.rgb >> 16 & 255, reference.rgb >> 8 & 255, reference.rgb & 255),
                        reference.name);
    }
    return labs;
  }();
  return std::ranges::min_element(references, {},
                                  [&](const auto& reference) { return squared_distance(reference.first, color); })
      ->second;
}

/// An even grid of the photo's own colours; not averages, which would invent colours along every edge.
struct Grid {
  int width = 0;
  int height = 0;
  std::vector<Lab> colors;
};

Grid sample(const Pixels& pixels) {
  Grid grid{std::min(pixels.width_px, kSampleSide), std::min(pixels.height_px, kSampleSide), {}};
  grid.colors.reserve(static_cast<std::size_t>(grid.width) * grid.height);
  for (int row = 0; row < grid.height; ++row) {
    const std::int64_t y = (2 * row + 1) * static_cast<std::int64_t>(pixels.height_px) / (2 * grid.height);
    for (int column = 0; column < grid.width; ++column) {
      const std::int64_t x = (2 * column + 1) * static_cast<std::int64_t>(pixels.width_px) / (2 * grid.width);
      const std::uint8_t* rgb = pixels.rgb.data() + (y * pixels.width_px + x) * 3;
      grid.colors.push_back(to_lab(rgb[0], rgb[1], rgb[2]));
    }
  }
  return grid;
}

std::vector<int> border_of(const Grid& grid) {
  std::vector<int> border;
  for (int at = 0; at < grid.width * grid.height; ++at) {
    const int column = at % grid.width;
    const int row = at / grid.width;
    if (column == 0 || row == 0 || column == grid.width - 1 || row == grid.height - 1) border.push_back(at);
  }
  return border;
}

float median(std::vector<float> values) {
  std::ranges::nth_element(values, values.begin() + values.size() / 2);
  return values[values.size() / 2];
}

/// The samples that are not background.
std::vector<Lab> foreground(const Grid& grid) {
  std::vector<int> reached = border_of(grid);
  const auto middle = [&](float Lab::* channel) {
    std::vector<float> values;
    for (const int at : reached) values.push_back(grid.colors[at].*channel);
    return median(std::move(values));
  };
  const Lab background{middle(&Lab::lightness), middle(&Lab::a), middle(&Lab::b)};
  const auto is_background = [&](int at) {
    return squared_distance(grid.colors[at], background) < kBackgroundDistance * kBackgroundDistance;
  };
  const std::size_t border_size = reached.size();
  std::erase_if(reached, [&](int at) { return !is_background(at); });
  if (static_cast<double>(reached.size()) < kBackgroundBorderShare * static_cast<double>(border_size))
    return grid.colors;

  std::vector<bool> left_out(grid.colors.size(), false);
  for (const int at : reached) left_out[at] = true;
  while (!reached.empty()) {
    const int at = reached.back();
    reached.pop_back();
    const int column = at % grid.width;
    const int row = at / grid.width;
    const auto visit = [&](bool exists, int next) {
      if (!exists || left_out[next] || !is_background(next)) return;
      left_out[next] = true;
      reached.push_back(next);
    };
    visit(column > 0, at - 1);
    visit(column + 1 < grid.width, at + 1);
    visit(row > 0, at - grid.width);
    visit(row + 1 < grid.height, at + grid.width);
  }
  std::vector<Lab> rest;
  for (std::size_t at = 0; at < grid.colors.size(); ++at) {
    if (!left_out[at]) rest.push_back(grid.colors[at]);
  }
  const bool enough = static_cast<double>(rest.size()) >= kForegroundMin * static_cast<double>(grid.colors.size());
  return enough ? rest : grid.colors;
}

struct Cluster {
  Lab centre;
  std::size_t count = 0;
};

std::size_t nearest(const std::vector<Cluster>& clusters, const Lab& color) {
  std::size_t best = 0;
  float least = std::numeric_limits<float>::max();
  for (std::size_t index = 0; index < clusters.size(); ++index) {
    const float distance = squared_distance(clusters[index].centre, color);
    if (distance < least) {
      least = distance;
      best = index;
    }
  }
  return best;
}

/// k-means++ (Arthur and Vassilvitskii 2007): each next centre by chance, in proportion to its squared distance. The
/// generator is fixed by the standard and freshly seeded, so the chance is the same each time.
std::vector<Cluster> first_centres(const std::vector<Lab>& samples) {
  std::mt19937 generator(20070107);
  std::vector<Cluster> clusters{{samples[samples.size() / 2]}};
  std::vector<double> distances(samples.size(), std::numeric_limits<double>::max());
  while (clusters.size() < kClusters) {
    double sum = 0;
    for (std::size_t index = 0; index < samples.size(); ++index) {
      const double distance = squared_distance(samples[index], clusters.back().centre);
      distances[index] = std::min(distances[index], distance);
      sum += distances[index];
    }
    if (sum <= 0) break;
    double remaining = sum * (generator() / 4294967296.0);
    std::size_t chosen = 0;
    while (chosen + 1 < samples.size() && (remaining -= distances[chosen]) > 0) ++chosen;
    clusters.push_back({samples[chosen]});
  }
  return clusters;
}

std::vector<Cluster> cluster(const std::vector<Lab>& samples) {
  std::vector<Cluster> clusters = first_centres(samples);
  for (int round = 0; round < kRounds; ++round) {
    std::vector<std::array<double, 3>> sums(clusters.size());
    for (Cluster& each : clusters) each.count = 0;
    for (const Lab& color : samples) {
      const std::size_t index = nearest(clusters, color);
      ++clusters[index].count;
      sums[index][0] += color.lightness;
      sums[index][1] += color.a;
      sums[index][2] += color.b;
    }
    float moved = 0;
    for (std::size_t index = 0; index < clusters.size(); ++index) {
      Cluster& each = clusters[index];
      if (each.count == 0) continue;
      const auto mean = [&](int channel) { return static_cast<float>(sums[index][channel] / each.count); };
      const Lab centre{mean(0), mean(1), mean(2)};
      moved = std::max(moved, squared_distance(centre, each.centre));
      each.centre = centre;
    }
    if (moved < 0.01f) break;
  }
  return clusters;
}

}  // namespace

std::vector<ColorShare> dominant_colors(const Pixels& pixels) {
  if (pixels.width_px <= 0 || pixels.height_px <= 0) return {};
  const std::vector<Lab> samples = foreground(sample(pixels));
  std::vector<ColorShare> shares;
  for (const std::string_view name : kColorNames) shares.push_back({std::string(name), 0});
  for (const Cluster& each : cluster(samples)) {
    if (each.count == 0) continue;
    std::ranges::find(shares, name_of(each.centre), &ColorShare::name)->share +=
        static_cast<double>(each.count) / static_cast<double>(samples.size());
  }
  std::erase_if(shares, [](const ColorShare& color) { return color.share < kShareMin; });
  std::ranges::stable_sort(shares, std::ranges::greater{}, &ColorShare::share);
  return shares;
}

}  // namespace likeness::ingest
