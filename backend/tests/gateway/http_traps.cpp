#include "gateway/http_traps.hpp"

#include <fmt/format.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

std::string get(const std::string& fields) { return "GET /v1/open HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n"; }
std::string post(const std::string& fields, const std::string& body) {
  return "POST /v1/things HTTP/1.1\r\nHost: a\r\n" + as_editor_json() + fields + "\r\n" + body;
}
std::string chunked(const std::string& body) { return post("Transfer-Encoding: chunked\r\n", body); }

std::vector<Trap> single_traps() {
  return {
      Trap{"TransferEncodingBesideContentLength",
           "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           400},
      Trap{"UnknownTransferEncoding", "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n",
           400},
      Trap{"TwoCodings", "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 400},
      Trap{"ChunkedTwice",
           "POST /v1/things HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
           400},
      Trap{"ChunkedInHttp10", "POST /v1/things HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
           400},
      Trap{"TwoContentLengths", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
           400},
      Trap{"TwoEqualContentLengths",
           "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", 400},
      Trap{"ListOfContentLengths", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 3, 3\r\n\r\nabc", 400},
      Trap{"SignedContentLength", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: +3\r\n\r\nabc", 400},
      Trap{"NegativeContentLength", "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", 400},
      Trap{"EnormousContentLength",
           "POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n", 400},
      Trap{"MissingHost", "GET /v1/open HTTP/1.1\r\n\r\n", 400},
      Trap{"TwoHosts", "GET /v1/open HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
      Trap{"EmptyHost", "GET /v1/open HTTP/1.1\r\nHost: \r\n\r\n", 400},
      Trap{"FoldedField", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: one\r\n two\r\n\r\n", 400},
      Trap{"FoldedByTab", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: one\r\n\ttwo\r\n\r\n", 400},
      Trap{"BareLineFeeds", "GET /v1/open HTTP/1.1\nHost: a\n\n", 400},
      Trap{"BareCarriageReturn", "GET /v1/open HTTP/1.1\r\nHost: a\rX-A: b\r\n\r\n", 400},
      Trap{"SpaceBeforeColon", "GET /v1/open HTTP/1.1\r\nHost : a\r\n\r\n", 400},
      Trap{"NulInField", std::string("GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: b") + '\0' + "c\r\n\r\n", 400},
      Trap{"FieldWithoutColon", "GET /v1/open HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n", 400},
      Trap{"NoVersion", "GET /v1/open\r\n\r\n", 400},
      Trap{"SpaceInTarget", "GET /v1/open x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      Trap{"TlsHello", "\x16\x03\x01\x02", 400},
      Trap{"LeadingEmptyLine", "\r\nGET /v1/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      Trap{"OtherVersion", "GET /v1/open HTTP/3.0\r\nHost: a\r\n\r\n", 505},
      Trap{"TargetWithoutSlash", "GET v1/open HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      Trap{"Fragment", "GET /v1/open#x HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      Trap{"TwoAuthorizations",
           "GET /v1/open HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n", 400},
      Trap{"UnknownExpectation", "POST /v1/things HTTP/1.1\r\nHost: a\r\nExpect: wonders\r\nContent-Length: 1\r\n\r\nx",
           417},
      Trap{"LongTarget", "GET /v1/open?" + std::string(5000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
      Trap{"EndlessTarget", "GET /" + std::string(20000, 'a'), 414},
      Trap{"LongHeader", "GET /v1/open HTTP/1.1\r\nHost: a\r\nX-A: " + std::string(9000, 'a') + "\r\n\r\n", 431},
      Trap{"ManyFields",
           [] {
             std::string text = "GET /v1/open HTTP/1.1\r\nHost: a\r\n";
             for (int i = 0; i < 1500; ++i) text += "X-A: b\r\n";
             return text + "\r\n";
           }(),
           431},
      Trap{"BrokenChunk",
           "POST /v1/things HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer editor\r\nContent-Type: application/json\r\n"
           "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
           400},
  };
}

/// A character that must not stand where it stands.
void add_characters(std::vector<Trap>& traps) {
  for (int code = 0; code <= 0x7f; ++code) {
    if ((code >= 0x20 && code != 0x7f) || code == '\t' || code == '\n') continue;
    const std::string letter(1, static_cast<char>(code));
    traps.push_back({fmt::format("Control{}InValue", code), get("X-A: b" + letter + "c\r\n"), 400});
    if (code != '\r')
      traps.push_back(
          {fmt::format("Control{}InTarget", code), "GET /v1/op" + letter + "en HTTP/1.1\r\nHost: a\r\n\r\n", 400});
  }
  for (const char letter : std::string_view("(),/;<=>?@[\\]{}\" \t\x80"))
    traps.push_back({fmt::format("Letter{}InName", static_cast<unsigned char>(letter)),
                     get(fmt::format("X-A{}B: c\r\n", letter)), 400});
  for (const char letter : std::string_view("(),/;<=>?@[\\]{}\":"))
    traps.push_back({fmt::format("Letter{}InMethod", letter + 0),
                     fmt::format("G{}T /v1/open HTTP/1.1\r\nHost: a\r\n\r\n", letter), 400});
}

/// Two readers may differ on where such a message ends.
void add_framings(std::vector<Trap>& traps) {
  int number = 0;
  for (const char* coding :
       {"identity", "chunked, identity", "identity, chunked", "chunked;q=1", "chunked,", ",chunked", "\"chunked\"",
        "chunked chunked", "chunke", "xchunked", "chunkedx", "gzip", ""})
    traps.push_back(
        {fmt::format("Coding{}", ++number), post(fmt::format("Transfer-Encoding: {}\r\n", coding), "0\r\n\r\n"), 400});
  number = 0;
  for (const char* length : {"", "0x3", "3 3", "3;", "3.0", "3e0", "-0", "+0", "3,", "three", "0000000000000000003",
                             "18446744073709551619", "3\t3"})
    traps.push_back(
        {fmt::format("Length{}", ++number), post(fmt::format("Content-Length: {}\r\n", length), "{}\n"), 400});
  for (const char* space : {" ", "\t"}) {
    traps.push_back({fmt::format("CodingBefore{}Colon", *space + 0),
                     post(fmt::format("Content-Length: 3\r\nTransfer-Encoding{}: chunked\r\n", space), "0\r\n\r\n"),
                     400});
    traps.push_back({fmt::format("LengthBefore{}Colon", *space + 0),
                     post(fmt::format("Content-Length{}: 3\r\n", space), "{}\n"), 400});
  }
}

/// Chunks that break their form behind a good head.
void add_chunks(std::vector<Trap>& traps) {
  int number = 0;
  for (const std::string& body :
       {std::string("-1\r\n"), std::string("0x2\r\n{}\r\n0\r\n\r\n"), std::string("+2\r\n{}\r\n0\r\n\r\n"),
        std::string("\r\n{}\r\n0\r\n\r\n"), std::string("2\n{}\n0\n\n\r\n"), std::string("2\r\n{}x\r\n0\r\n\r\n"),
        std::string("2\r\n{}0\r\n\r\n"), std::string("2\r\n{}\n0\r\n\r\n"), std::string("2 2\r\n{}\r\n0\r\n\r\n"),
        std::string(" 2\r\n{}\r\n0\r\n\r\n"), std::string("ffffffffffffffffff\r\n{}\r\n"), std::string("g\r\n"),
        std::string("2\r{}\r\n0\r\n\r\n"), "2;" + std::string(20'000, 'x') + "\r\n{}\r\n0\r\n\r\n",
        std::string("2\r\n{}\r\n0\r\nno colon\r\n\r\n"), "2\r\n{}\r\n0\r\n" + std::string(20'000, 'x')})
    traps.push_back({fmt::format("Chunk{}", ++number), chunked(body), 400});
}

void add_lines(std::vector<Trap>& traps) {
  int number = 0;
  for (const char* version :
       {"HTTP/1.", "HTTP/11", "HTTP/1.1x", "http/1.1", "HTTP 1.1", "HTTPS/1.1", "HTTP/-1.1", "1.1"})
    traps.push_back(
        {fmt::format("Version{}", ++number), fmt::format("GET /v1/open {}\r\nHost: a\r\n\r\n", version), 400});
  for (const char* version : {"0.9", "2.0", "1.2", "9.9"})
    traps.push_back(
        {fmt::format("Version{}", ++number), fmt::format("GET /v1/open HTTP/{}\r\nHost: a\r\n\r\n", version), 505});
  number = 0;
  for (const char* target :
       {"*", "?a=b", "v1/open", "ftp://a/v1/open", "a:80", "\\v1\\open", "/v1/open#", "http:/v1/open"})
    traps.push_back(
        {fmt::format("Target{}", ++number), fmt::format("GET {} HTTP/1.1\r\nHost: a\r\n\r\n", target), 400});
  number = 0;
  for (const char* host : {"a b", "a,b", "a/b", "user@a", "a?b", "a#b", "a\\b", "<a>", "\"a\""})
    traps.push_back(
        {fmt::format("Host{}", ++number), fmt::format("GET /v1/open HTTP/1.1\r\nHost: {}\r\n\r\n", host), 400});
}

}  // namespace

std::vector<Trap> http_traps() {
  auto traps = single_traps();
  add_characters(traps);
  add_framings(traps);
  add_chunks(traps);
  add_lines(traps);
  return traps;
}

}  // namespace likeness::gateway::test
