#include "ingest/feed/xml_reader.hpp"

#include <expat.h>

#include <algorithm>
#include <optional>

#include "base/error.hpp"
#include "base/text.hpp"
#include "ingest/feed/xml_encoding.hpp"
#include "ingest/feed/xml_item.hpp"

namespace likeness::ingest {
namespace {

constexpr int kDepthMax = 64;
constexpr std::size_t kStepBytes = 64 * 1024;
constexpr std::string_view kGoogleNamespace = "base.google.com/ns/1.0";
constexpr std::string_view kGoogleCatalogNamespace = "base.google.com/cns/1.0";

bool is_item(std::string_view name) { return name == "item" || name == "entry"; }

}  // namespace

class XmlReader::Parser {
 public:
  Parser(AttributeNames names, FeedLimits limits, OnRow on_row, OnFault on_fault)
      : rows_(std::move(names)),
        limits_(limits),
        on_row_(std::move(on_row)),
        on_fault_(std::move(on_fault)),
        expat_(XML_ParserCreate(nullptr)) {
    if (expat_ == nullptr) throw Error(ErrorKind::internal, "the XML reader could not be set up");
    XML_SetUserData(expat_, this);
    XML_SetElementHandler(
        expat_, [](void* self, const char* name, const char** attributes) { of(self).start(name, attributes); },
        [](void* self, const char*) { of(self).end(); });
    XML_SetCharacterDataHandler(
        expat_, [](void* self, const char* text, int size) { of(self).text({text, static_cast<std::size_t>(size)}); });
    XML_SetStartDoctypeDeclHandler(
        expat_, [](void* self, const char*, const char*, const char*, int has_internal_subset) {
          if (has_internal_subset != 0)
            of(self).stop("the document type declares something of its own (<!DOCTYPE … [ … ]>), which is not allowed");
        });
    XML_SetEntityDeclHandler(
        expat_, [](void* self, const char*, int, const char*, int, const char*, const char*, const char*, const char*) {
          of(self).stop("the document declares an entity, which is not allowed");
        });
    XML_SetUnknownEncodingHandler(expat_, know_windows_1252, nullptr);
  }
  ~Parser() { XML_ParserFree(expat_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void consume(std::span<const std::uint8_t> piece) {
    for (; !piece.empty() && !broken_; piece = piece.subspan(std::min(piece.size(), kStepBytes))) {
      const auto step = std::min(piece.size(), kStepBytes);
      bytes_ += static_cast<long long>(step);
      parse(reinterpret_cast<const char*>(piece.data()), static_cast<int>(step), false);
      // A tag or comment that does not end is kept by the parser as a whole.
      if (!broken_ &&
          bytes_ - XML_GetCurrentByteIndex(expat_) > static_cast<long long>(limits_.row_bytes_max + kStepBytes))
        break_off("a tag or comment is longer than " + std::to_string(limits_.row_bytes_max) + " bytes");
    }
  }

  bool finish() {
    if (!broken_) parse("", 0, true);
    if (items_ == 0 && !broken_)
      throw Error(ErrorKind::invalid_argument,
                  "the XML document holds no <item> (RSS 2.0) and no <entry> (Atom): is it a product feed?");
    return !broken_;
  }

 private:
  static Parser& of(void* self) { return *static_cast<Parser*>(self); }

  void parse(const char* bytes, int size, bool is_final) {
    if (XML_Parse(expat_, bytes, size, is_final) != XML_STATUS_ERROR) return;
    if (thrown_) std::rethrow_exception(thrown_);
    break_off(stop_reason_.empty()
                  ? "the XML is not well-formed (" + std::string(XML_ErrorString(XML_GetErrorCode(expat_))) + ")"
                  : stop_reason_);
  }

  /// Where not even an item was begun, the feed as a whole is at fault.
  void break_off(const std::string& reason) {
    broken_ = true;
    if (items_ == 0)
      throw Error(ErrorKind::invalid_argument,
                  "the XML cannot be read: line " + std::to_string(line()) + ": " + reason);
    on_fault_({line(), "", "", reason + "; nothing is read from here on"});
  }

  /// Ends the parsing from inside a handler; expat delivers a few events more, which are ignored.
  void stop(std::string reason) {
    if (stopped_) return;
    stopped_ = true;
    stop_reason_ = std::move(reason);
    XML_StopParser(expat_, XML_FALSE);
  }

  long line() const { return static_cast<long>(XML_GetCurrentLineNumber(expat_)); }

  void start(std::string_view name, const char** attributes) {
    if (stopped_) return;
    if (++depth_ > kDepthMax) return stop("elements are nested more than " + std::to_string(kDepthMax) + " deep");
    for (const char** attribute = attributes; *attribute != nullptr; attribute += 2) {
      const std::string_view key = attribute[0], value = attribute[1];
      if (key.starts_with("xmlns:") && (value.find(kGoogleNamespace) != std::string_view::npos ||
                                        value.find(kGoogleCatalogNamespace) != std::string_view::npos))
        google_prefix_ = key.substr(6);
    }
    if (item_) {
      item_->start_element(name, attributes, google_prefix_);
      check_size();
    } else if (skipped_depth_ == 0 && is_item(name)) {
      ++items_;
      item_depth_ = depth_;
      item_.emplace(line());
    }
  }

  void text(std::string_view text) {
    if (stopped_ || !item_) return;
    item_->add_text(text);
    check_size();
  }

  void end() {
    if (stopped_) return;
    if (skipped_depth_ == depth_) skipped_depth_ = 0;
    if (item_ && depth_ == item_depth_)
      end_item();
    else if (item_)
      item_->end_element();
    --depth_;
  }

  void check_size() {
    if (item_->bytes() <= limits_.row_bytes_max) return;
    guarded([&] {
      on_fault_({item_->line(), "", "", "the item is longer than " + std::to_string(limits_.row_bytes_max) + " bytes"});
    });
    item_.reset();
    skipped_depth_ = item_depth_;
  }

  void end_item() {
    const auto line_of_item = item_->line();
    auto fields = item_->take_fields();
    item_.reset();
    guarded([&] {
      auto row = rows_.row(line_of_item, std::move(fields));
      if (row)
        on_row_(std::move(*row));
      else
        on_fault_(std::move(row.error()));
    });
  }

  /// No exception may pass through expat's frames: it waits until the parser has returned.
  template <class Call>
  void guarded(Call call) {
    try {
      call();
    } catch (...) {
      thrown_ = std::current_exception();
      stop("stopped");
    }
  }

  ItemRows rows_;
  const FeedLimits limits_;
  OnRow on_row_;
  OnFault on_fault_;
  XML_Parser expat_;
  std::string google_prefix_ = "g";
  std::optional<XmlItem> item_;
  int depth_ = 0;
  int item_depth_ = 0;
  int skipped_depth_ = 0;  ///< of the item that is skipped to its end; 0: none
  long items_ = 0;
  long long bytes_ = 0;
  bool stopped_ = false;
  bool broken_ = false;
  std::string stop_reason_;
  std::exception_ptr thrown_;
};

XmlReader::XmlReader(AttributeNames names, FeedLimits limits, OnRow on_row, OnFault on_fault)
    : parser_(std::make_unique<Parser>(std::move(names), limits, std::move(on_row), std::move(on_fault))) {}
XmlReader::~XmlReader() = default;
void XmlReader::consume(std::span<const std::uint8_t> piece) { parser_->consume(piece); }
bool XmlReader::finish() { return parser_->finish(); }

}  // namespace likeness::ingest
