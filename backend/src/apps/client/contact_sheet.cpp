#include "apps/client/contact_sheet.hpp"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "adapters/sodium/base64.hpp"

namespace likeness::apps {
namespace {

using nlohmann::json;

constexpr std::string_view kHead = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Likeness</title><style>
body{margin:0 auto;max-width:1180px;padding:32px 24px;font:15px/1.45 system-ui,sans-serif;color:#1c2127;background:#f6f7f9}
h1{font-size:22px;margin:0 0 24px}section{display:grid;grid-template-columns:260px 1fr;gap:28px;background:#fff;border-radius:12px;
padding:24px;margin-bottom:24px;box-shadow:0 1px 3px #1c212722}h2{font-size:17px;margin:0 0 10px}
.query{position:sticky;top:24px;align-self:start}.photo{position:relative;line-height:0;border-radius:8px;overflow:hidden}
.photo img{width:100%}.box{position:absolute;border:2px solid #fff;box-shadow:0 0 0 1.5px #215db0;border-radius:3px}
.box.asked{border-color:#ffc940}.box span{position:absolute;left:0;bottom:0;font:11px/1.5 system-ui;background:#215db0;color:#fff;
padding:0 5px;white-space:nowrap}.words{font-size:19px;font-weight:600}.chip{display:inline-block;background:#edeff2;border-radius:10px;
padding:1px 9px;margin:6px 4px 0 0;font-size:13px}.meta{color:#5f6b7c;font-size:13px;margin-top:10px}
.hits{display:grid;grid-template-columns:repeat(auto-fill,minmax(165px,1fr));gap:18px 14px}.hit{min-width:0}
.hit .photo{background:#fff;border:1px solid #e5e8eb;aspect-ratio:1;display:flex;align-items:center;justify-content:center}
.frame{position:relative;display:inline-block;line-height:0;max-width:100%}.frame img{max-width:100%;max-height:163px;width:auto}
.title{font-weight:600;margin-top:8px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.sub{color:#5f6b7c;font-size:13px}
.score{float:right;font-variant-numeric:tabular-nums;color:#1c2127}.bar{height:4px;border-radius:2px;background:#edeff2;margin-top:6px}
.bar i{display:block;height:100%;border-radius:2px}.exact{background:#238551}.similar{background:#215db0}.weak{background:#abb3bf}
@media(max-width:760px){section{grid-template-columns:1fr}.query{position:static}}
</style></head><body><h1>Likeness</h1>
)";
constexpr std::string_view kEnd = "</body></html>\n";

std::string escaped(const std::string& text) {
  std::string html;
  for (const char c : text) switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  return html;
}

std::string data_uri(std::string_view type, std::span<const std::uint8_t> bytes) {
  return fmt::format("data:{};base64,{}", type, base64(bytes));
}

std::string box_html(const json& box, std::string_view css, const std::string& label) {
  const auto percent = [&box](const char* name) { return box.at(name).get<double>() * 100; };
  return fmt::format(R"(<div class="box {}" style="left:{:.1f}%;top:{:.1f}%;width:{:.1f}%;height:{:.1f}%">{}</div>)",
                     css, percent("x"), percent("y"), percent("width"), percent("height"),
                     label.empty() ? "" : "<span>" + escaped(label) + "</span>");
}

std::string query_html(const ContactSheet& sheet) {
  std::string html = R"(<div class="query">)";
  if (!sheet.query_picture.empty()) {
    html += R"(<div class="photo"><img alt="query photo" src=")" + data_uri("image/jpeg", sheet.query_picture) + "\">";
    for (const auto& region : sheet.regions)
      html += box_html(region.at("box"), "", region.at("label").get<std::string>());
    if (sheet.box.is_object()) html += box_html(sheet.box, "asked", "searched");
    html += "</div>";
  }
  if (!sheet.text.empty()) html += R"(<p class="words">“)" + escaped(sheet.text) + "”</p>";
  for (const auto& filter : sheet.filters) html += R"(<span class="chip">)" + escaped(filter) + "</span>";
  html += fmt::format(R"(<p class="meta">{} products found in {:.0f} ms with {}</p></div>)",
                      sheet.answer.at("found").get<int>(), sheet.answer.at("took_ms").get<double>(),
                      escaped(sheet.answer.at("pack").get<std::string>()));
  return html;
}

std::string hit_html(const json& hit, ApiSession& session) {
  const auto& product = hit.at("product");
  const auto band = hit.at("band").get<std::string>();
  std::string html = R"(<div class="hit"><div class="photo"><span class="frame">)";
  if (hit.contains("image_id")) {
    const auto thumbnail = session.get_bytes("/v1/images/" + hit["image_id"].get<std::string>() + "/thumbnails/480");
    html += R"(<img alt="" src=")" + data_uri("image/webp", thumbnail) + "\">";
    if (hit.contains("box")) html += box_html(hit["box"], "", "");
  }
  html += "</span></div>";
  html += fmt::format(R"(<div class="bar"><i class="{}" style="width:{:.0f}%"></i></div>)", band,
                      hit.at("score").get<double>() * 100);
  html += R"(<div class="title" title=")" + escaped(product.at("title").get<std::string>()) + "\">" +
          escaped(product.at("title").get<std::string>()) + "</div>";
  html += R"(<div class="sub">)" + escaped(product.at("brand").get<std::string>()) + "&nbsp;</div>";
  std::string price;
  for (const auto& variant : product.at("variants"))
    if (variant.at("id") == hit.at("variant_id") && variant.contains("price"))
      price =
          variant["price"].at("amount").get<std::string>() + " " + variant["price"].at("currency").get<std::string>();
  html += fmt::format(R"(<div class="sub"><span class="score">{:.3f}</span>{}</div></div>)",
                      hit.at("score").get<double>(), price);
  return html;
}

std::string existing_sections(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  auto html = text.str();
  if (!html.starts_with(kHead) || !html.ends_with(kEnd)) return std::string(kHead);
  html.resize(html.size() - kEnd.size());
  return html;
}

}  // namespace

void write_contact_sheet(const std::filesystem::path& file, bool append, const ContactSheet& sheet,
                         ApiSession& session) {
  std::string html = append ? existing_sections(file) : std::string(kHead);
  const char* how = sheet.query_picture.empty() ? "By words" : sheet.text.empty() ? "By photo" : "By photo and words";
  html += fmt::format("<section>{}<div><h2>{}</h2><div class=\"hits\">\n", query_html(sheet), how);
  for (const auto& hit : sheet.answer.at("hits")) html += hit_html(hit, session) + "\n";
  html += "</div></div></section>\n";
  html += kEnd;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << html;
  if (!out) throw Error(ErrorKind::invalid_argument, "\"" + file.string() + "\" cannot be written", "--html");
}

}  // namespace likeness::apps
