#include "infrastructure/token_forge.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace likeness::tests {
namespace {

using nlohmann::json;

constexpr int kNumberBytes = 32;

void require(bool done) {
  if (!done) throw std::runtime_error("OpenSSL fails");
}

std::string padded(const BIGNUM* number) {
  std::string bytes(kNumberBytes, '\0');
  require(BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), kNumberBytes) == kNumberBytes);
  return bytes;
}

std::string hmac(const EVP_MD* digest, const std::string& key, const std::string& text) {
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  require(HMAC(digest, key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
               text.size(), mac, &size) != nullptr);
  return std::string(reinterpret_cast<char*>(mac), size);
}

std::string joined(const std::string& header, const std::string& payload) {
  return base64url(header) + "." + base64url(payload);
}

/// The parts of a valid token, and the list that grows.
class Forger {
 public:
  explicit Forger(const ForgeryBase& base)
      : base_(base),
        header_(base.header.dump()),
        payload_(base.payload.dump()),
        good_(base.ours.sign(header_, payload_)) {}

  void algorithms() {
    const json words = {"none",         "None",  "NONE",   "nOnE",  "",
                        "HS256",        "HS384", "HS512",  "RS256", "PS256",
                        "ES384",        "ES512", "ES256K", "EdDSA", "es256",
                        "ES256 ",       "dir",   1,        nullptr, json::array({"ES256"}),
                        json::object(), true};
    for (const json& word : words) with_algorithm("alg " + word.dump(), word);
    json without = base_.header;
    without.erase("alg");
    with_header("no alg", without);
  }

  void types() {
    for (const json& word : json{"JWT", "jwt", "", "at+jwt ", "application/at+jwt", "AT+JWT", "rt+jwt", "refresh", 1,
                                 nullptr, json::array({"at+jwt"})})
      header_member("typ", word);
    json without = base_.header;
    without.erase("typ");
    with_header("no typ", without);
  }

  void key_names() {
    const std::string ours = base_.header["kid"];
    const json names = {"../../signing-key.pem",
                        "/dev/null",
                        "signing-key.pem",
                        "' OR '1'='1",
                        "x' UNION SELECT 'k",
                        base_.their_key_id,
                        "",
                        ours + " ",
                        " " + ours,
                        ours.substr(1),
                        ours + ours,
                        std::string(ours) + std::string(1, '\0'),
                        std::string(2500, 'k'),
                        "*",
                        "%s%s%s",
                        "$(id)",
                        0,
                        nullptr,
                        json::array({ours}),
                        json{{"kid", ours}}};
    for (const json& name : names) {
      header_member("kid", name);
      json header = base_.header;
      header["kid"] = name;
      add("kid " + name.dump().substr(0, 40) + " and their signature", base_.theirs.sign(header.dump(), payload_));
    }
    add("their key under our name", base_.theirs.sign(header_, payload_));
    json without = base_.header;
    without.erase("kid");
    with_header("no kid", without);
    add("no kid, their key", base_.theirs.sign(without.dump(), payload_));
  }

  void header_extras() {
    const json extras = {{"jku", "https://evil.example/keys.json"},
                         {"x5u", "https://evil.example/cert.pem"},
                         {"jwk", base_.theirs.jwk()},
                         {"x5c", json::array({"MIIB"})},
                         {"x5t", "AAAA"},
                         {"crit", json::array({"exp"})},
                         {"b64", false},
                         {"zip", "DEF"},
                         {"cty", "JWT"},
                         {"enc", "A256GCM"},
                         {"nonce", "1"}};
    for (const auto& [name, value] : extras.items()) {
      header_member(name, value);
      json header = base_.header;
      header[name] = value;
      add(name + " and their signature", base_.theirs.sign(header.dump(), payload_));
    }
  }

  void odd_headers() {
    for (const std::string text : {"", "{}", "[]", "null", "1", "\"ES256\"", "{", "{\"alg\":\"ES256\"", "\xff\xfe",
                                   "\xef\xbb\xbf{}", "alg=ES256"})
      add("header " + text, base_.ours.sign(text, payload_));
    for (const char* name : {"alg", "kid", "typ"}) {
      const std::string value = base_.header[name].dump();
      add(std::string("header with two ") + name,
          base_.ours.sign("{\"" + std::string(name) + "\":\"none\"," + header_.substr(1), payload_));
      add(std::string("header with twice the same ") + name,
          base_.ours.sign("{\"" + std::string(name) + "\":" + value + "," + header_.substr(1), payload_));
    }
    add("header with words behind it", base_.ours.sign(header_ + "{}", payload_));
  }

  void claims() {
    const json far = 253'402'300'800;
    const json current = base_.payload["iat"];
    const long now = current.get<long>();
    const std::pair<const char*, json> changes[] = {
        {"iss", {"evil", "", "Likeness", nullptr, 1, json::array({"likeness"})}},
        {"aud",
         {"other", "", "LIKENESS-API", nullptr, 1, json::array({"likeness-api"}), json::array({"likeness-api", "x"})}},
        {"exp", {now - 1, now - 3600, 0, -1, 1.5, 1e300, std::to_string(now + 900), nullptr, true, far, json::array()}},
        {"nbf", {now + 60, now + 3600, std::to_string(now), nullptr, -1, 0, false, far}},
        {"iat", {now + 60, now + 86400, std::to_string(now), nullptr, -1, 0}},
        {"sub",
         {"", "usr_", "usr_1", "ses_01900000-0000-7000-8000-000000000001", "' OR 1=1", nullptr, 1, json::array()}},
        {"org", {"", "org_", "*", "usr_01900000-0000-7000-8000-000000000001", "shop", nullptr, json::array()}},
        {"sid", {"", "ses_", "org_01900000-0000-7000-8000-000000000001", nullptr, 7}}};
    for (const auto& [name, values] : changes) {
      for (const json& value : values) claim(name, value);
      json without = base_.payload;
      without.erase(name);
      add(std::string("no ") + name, base_.ours.sign(header_, without.dump()));
      const std::string twice = "{\"" + std::string(name) + "\":" + base_.payload[name].dump() + ",";
      add(std::string("twice ") + name, base_.ours.sign(header_, twice + payload_.substr(1)));
    }
  }

  void odd_payloads() {
    for (const std::string text : {"", "{}", "[]", "null", "1", "\"text\"", "{", "\xff", "<xml/>", "a=b"})
      add("payload " + text, base_.ours.sign(header_, text));
    add("payload in a list", base_.ours.sign(header_, "[" + payload_ + "]"));
    add("payload with words behind it", base_.ours.sign(header_, payload_ + "x"));
    add("nested", base_.ours.sign(header_, "{\"a\":" + std::string(1200, '[') + std::string(1200, ']') + "}"));
    add("nested without end", base_.ours.sign(header_, std::string(2000, '{')));
    json huge = base_.payload;
    huge["more"] = std::string(100'000, 'a');
    add("huge", base_.ours.sign(header_, huge.dump()));
  }

  /// Each letter of the token in turn is another one of the alphabet.
  void changed_letters() {
    static const std::string kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (std::size_t at = 0; at < good_.size(); ++at) {
      if (good_[at] == '.') continue;
      std::string changed = good_;
      const auto index = kAlphabet.find(good_[at]);
      for (const std::size_t bit : {std::size_t(1), std::size_t(32)}) {
        changed[at] = kAlphabet[index ^ bit];
        add("letter " + std::to_string(at) + ", bit " + std::to_string(bit), changed);
      }
    }
  }

  void broken_forms() {
    for (std::size_t size = 0; size < good_.size(); size += 9)
      add("cut to " + std::to_string(size), good_.substr(0, size));
    add("one letter short", good_.substr(0, good_.size() - 1));
    const auto first = good_.find('.'), last = good_.rfind('.');
    const std::string head = good_.substr(0, first), body = good_.substr(first + 1, last - first - 1),
                      mark = good_.substr(last + 1);
    for (const std::string& token : {good_ + ".",
                                     "." + good_,
                                     good_ + ".x",
                                     good_ + "." + mark,
                                     head + "." + good_,
                                     good_ + "." + good_,
                                     head + ".." + mark,
                                     "." + body + "." + mark,
                                     head + "." + body + ".",
                                     head + "." + body,
                                     head + body + mark,
                                     head + "=." + body + "." + mark,
                                     good_ + "=",
                                     good_ + "==",
                                     good_ + " ",
                                     " " + good_,
                                     good_ + "\n",
                                     head + ".\n" + body + "." + mark,
                                     good_ + std::string(1, '\0'),
                                     good_ + "%00",
                                     "Bearer " + good_,
                                     head + "/" + body + "/" + mark,
                                     mark + "." + body + "." + head,
                                     body + "." + head + "." + mark,
                                     json{{"protected", head}, {"payload", body}, {"signature", mark}}.dump(),
                                     std::string(4096, '.'),
                                     std::string(4095, 'a'),
                                     std::string("..."),
                                     std::string("a.b.c")})
      add("form " + token.substr(0, 60), token);
  }

  /// A letter that is none of base64url in the place of each.
  void foreign_letters() {
    for (std::size_t at = 0; at < good_.size(); ++at)
      for (const char letter : {'=', '+', '/', ' ', '\n', '\x80'}) {
        std::string changed = good_;
        changed[at] = letter;
        add("letter " + std::to_string(at) + " is none", changed);
      }
    for (const std::string part : {"=", "a=", "aa=", "aaa=", "aaaa=", "a===", "a=aa", "=a", "a", "aaaaa", "aaaaa=aa"})
      for (const std::string& token : {part + "." + part + "." + part, good_.substr(0, good_.rfind('.') + 1) + part,
                                       part + good_.substr(good_.find('.')),
                                       good_.substr(0, good_.find('.') + 1) + part + good_.substr(good_.rfind('.'))})
        add("part " + part, token);
  }

  void signatures() {
    const std::string text = good_.substr(0, good_.rfind('.'));
    json other = base_.payload;
    other["org"] = "org_01900000-0000-7000-8000-0000000000ff";
    const std::string elsewhere = base_.ours.sign(header_, other.dump());
    add("signature of another token", text + elsewhere.substr(elsewhere.rfind('.')));
    add("another org under the old signature", joined(header_, other.dump()) + good_.substr(good_.rfind('.')));
    add("DER", text + "." + base64url(base_.ours.der_signature(text)));
    add("zeros", text + "." + base64url(std::string(64, '\0')));
    add("ones", text + "." + base64url(std::string(64, '\xff')));
    add("r and s are 1", text + "." + base64url(std::string(31, '\0') + "\x01" + std::string(31, '\0') + "\x01"));
    for (const int size : {0, 1, 32, 63, 65, 96, 128, 1024})
      add("signature of " + std::to_string(size),
          text + "." + base64url(std::string(static_cast<std::size_t>(size), 'x')));
  }

  std::vector<ForgedToken> done() { return std::move(forged_); }

 private:
  void add(const std::string& what, std::string token) { forged_.push_back({what, std::move(token)}); }

  void with_header(const std::string& what, const json& header) { add(what, base_.ours.sign(header.dump(), payload_)); }
  void header_member(const std::string& name, const json& value) {
    json header = base_.header;
    header[name] = value;
    with_header(name + " " + value.dump().substr(0, 40), header);
  }
  void claim(const std::string& name, const json& value) {
    json payload = base_.payload;
    payload[name] = value;
    add(name + " " + value.dump().substr(0, 40), base_.ours.sign(header_, payload.dump()));
  }

  void with_algorithm(const std::string& what, const json& word) {
    json header = base_.header;
    header["alg"] = word;
    const std::string text = joined(header.dump(), payload_);
    with_header(what, header);
    add(what + ", no signature", text + ".");
    for (const char* other_digest : {"SHA384", "SHA512"})
      add(what + ", our key over " + other_digest, base_.ours.sign_over(other_digest, header.dump(), payload_));
    const EVP_MD* digest = word == "HS512" ? EVP_sha512() : word == "HS384" ? EVP_sha384() : EVP_sha256();
    for (const std::string& secret : {base_.ours.public_pem(), std::string(), base_.header["kid"].get<std::string>()})
      add(what + ", HMAC", text + "." + base64url(hmac(digest, secret, text)));
  }

  const ForgeryBase& base_;
  const std::string header_;
  const std::string payload_;
  const std::string good_;
  std::vector<ForgedToken> forged_;
};

}  // namespace

std::string base64url(const std::string& bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int size =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                      reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  text.resize(std::min(text.size(), text.find('=')));
  return text;
}

TokenForge::TokenForge(const std::filesystem::path& key_file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(key_file.c_str(), "r"), &std::fclose);
  key_ = file ? PEM_read_PrivateKey(file.get(), nullptr, nullptr, nullptr) : nullptr;
  require(key_ != nullptr);
}

TokenForge::~TokenForge() { EVP_PKEY_free(key_); }

std::string TokenForge::der_signature(const std::string& signed_text, const char* digest) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::string der(128, '\0');
  std::size_t size = der.size();
  require(EVP_DigestSignInit(context.get(), nullptr, EVP_get_digestbyname(digest), nullptr, key_) == 1 &&
          EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(der.data()), &size,
                         reinterpret_cast<const unsigned char*>(signed_text.data()), signed_text.size()) == 1);
  der.resize(size);
  return der;
}

std::string TokenForge::signature(const std::string& signed_text, const char* digest) const {
  const std::string der = der_signature(signed_text, digest);
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> parts(
      d2i_ECDSA_SIG(nullptr, &bytes, static_cast<long>(der.size())), &ECDSA_SIG_free);
  require(parts != nullptr);
  return base64url(padded(ECDSA_SIG_get0_r(parts.get())) + padded(ECDSA_SIG_get0_s(parts.get())));
}

std::string TokenForge::sign(const std::string& header, const std::string& payload) const {
  const std::string text = joined(header, payload);
  return text + "." + signature(text);
}

std::string TokenForge::sign_over(const char* digest, const std::string& header, const std::string& payload) const {
  const std::string text = joined(header, payload);
  return text + "." + signature(text, digest);
}

std::string TokenForge::public_pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), &BIO_free_all);
  require(PEM_write_bio_PUBKEY(bio.get(), key_) == 1);
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return std::string(data, static_cast<std::size_t>(size));
}

json TokenForge::jwk() const {
  json key = {{"kty", "EC"}, {"crv", "P-256"}};
  for (const auto& [name, parameter] : {std::pair{"x", OSSL_PKEY_PARAM_EC_PUB_X}, {"y", OSSL_PKEY_PARAM_EC_PUB_Y}}) {
    BIGNUM* number = nullptr;
    require(EVP_PKEY_get_bn_param(key_, parameter, &number) == 1);
    key[name] = base64url(padded(number));
    BN_free(number);
  }
  return key;
}

std::vector<ForgedToken> forged_tokens(const ForgeryBase& base) {
  Forger forger(base);
  forger.algorithms();
  forger.types();
  forger.key_names();
  forger.header_extras();
  forger.odd_headers();
  forger.claims();
  forger.odd_payloads();
  forger.changed_letters();
  forger.broken_forms();
  forger.foreign_letters();
  forger.signatures();
  return forger.done();
}

}  // namespace likeness::tests
