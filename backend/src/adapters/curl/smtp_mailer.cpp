#include "adapters/curl/smtp_mailer.hpp"

#include <curl/curl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "adapters/curl/curl_library.hpp"
#include "base/clock.hpp"
#include "base/error.hpp"
#include "base/uuid.hpp"

namespace likeness {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;
using Mime = std::unique_ptr<curl_mime, decltype(&curl_mime_free)>;

void append(List& list, const std::string& line) {
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (!longer) throw Error(ErrorKind::internal, "libcurl is out of memory");
  list.release();
  list.reset(longer);
}

/// A line end in a header or an SMTP command would begin another.
void require_one_line(const std::string& text, const char* field) {
  const bool clean = std::ranges::all_of(text, [](unsigned char letter) { return letter >= 0x20 && letter != 0x7f; });
  if (!clean || text.empty())
    throw Error(ErrorKind::invalid_argument, fmt::format("{} of a mail must be one line of text", field), field);
}

void require_address(const std::string& address, const char* field) {
  require_one_line(address, field);
  if (address.find_first_of("<> ,;") != std::string::npos || address.find('@') == std::string::npos)
    throw Error(ErrorKind::invalid_argument, fmt::format("{} of a mail must be one address", field), field);
}

std::string with_network_line_ends(const std::string& text) {
  std::string lines;
  for (const char letter : text) {
    if (letter == '\n') lines += '\r';
    if (letter != '\r') lines += letter;
  }
  return lines;
}

List headers_of(const SmtpOptions& options, const Mail& mail) {
  const auto time = std::chrono::system_clock::to_time_t(now());
  const std::string domain = options.from.substr(options.from.find('@') + 1);
  List headers(nullptr, &curl_slist_free_all);
  append(headers, fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(time)));
  append(headers, fmt::format("Message-ID: <{}@{}>", Uuid::generate().to_string(), domain));
  append(headers, fmt::format("From: <{}>", options.from));
  append(headers, fmt::format("To: <{}>", mail.to));
  append(headers, fmt::format("Subject: {}", mail.subject));
  append(headers, "Auto-Submitted: auto-generated");
  return headers;
}

ErrorKind kind_of(CURLcode code) {
  if (code == CURLE_OPERATION_TIMEDOUT) return ErrorKind::timeout;
  return ErrorKind::unavailable;
}

}  // namespace

SmtpMailer::SmtpMailer(SmtpOptions options) : options_(std::move(options)) {
  if (is_configured()) require_address(options_.from, "mail.from");
}

void SmtpMailer::send(const Mail& mail) {
  require_address(mail.to, "to");
  require_one_line(mail.subject, "subject");
  start_curl();
  const Handle handle(curl_easy_init(), &curl_easy_cleanup);
  if (!handle) throw Error(ErrorKind::internal, "libcurl gave no handle");
  CURL* curl = handle.get();
  const List headers = headers_of(options_, mail);
  List recipients(nullptr, &curl_slist_free_all);
  append(recipients, fmt::format("<{}>", mail.to));
  const Mime mime(curl_mime_init(curl), &curl_mime_free);
  curl_mimepart* part = curl_mime_addpart(mime.get());
  curl_mime_data(part, with_network_line_ends(mail.text).c_str(), CURL_ZERO_TERMINATED);
  curl_mime_type(part, "text/plain; charset=utf-8");
  curl_mime_encoder(part, "quoted-printable");

  const std::string sender = fmt::format("<{}>", options_.from);
  char why[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(curl, CURLOPT_URL, options_.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, std::chrono::milliseconds(options_.timeout).count());
  curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(options_.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  if (!options_.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, options_.ca_file.c_str());
  if (!options_.user.empty()) {
    curl_easy_setopt(curl, CURLOPT_USERNAME, options_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, options_.password.c_str());
  }
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime.get());
  curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, why);
  const CURLcode code = curl_easy_perform(curl);
  if (code == CURLE_OK) return;
  long reply = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &reply);
  const std::string answered = reply >= 400 ? fmt::format(" (it answered {})", reply) : "";
  throw Error(kind_of(code), fmt::format("the mail server did not take the mail{}: {}", answered,
                                         why[0] != '\0' ? why : curl_easy_strerror(code)));
}

}  // namespace likeness
