#include <gtest/gtest.h>

#include "gateway/site.hpp"

namespace likeness::gateway::test {
namespace {

using nlohmann::json;

json answer_of(json schema) {
  return {{"200", {{"description", "It"}, {"content", {{"application/json", {{"schema", std::move(schema)}}}}}}}};
}

/// A catalogue with one list and one item.
json shelf_document() {
  json document = {{"openapi", "3.1.0"}, {"paths", json::object()}};
  document["components"]["schemas"]["Book"] = json::parse(R"({
    "type": "object", "additionalProperties": false,
    "properties": {
      "id": {"type": "string"}, "title": {"type": "string"},
      "copies": {"type": "array", "items": {"$ref": "#/components/schemas/Copy"}},
      "notes": {"type": "object", "additionalProperties": true}}})");
  document["components"]["schemas"]["Copy"] = json::parse(R"({
    "type": "object", "additionalProperties": false,
    "properties": {"shelf": {"type": "string"}, "price": {"type": "number"}}})");
  const json fields = json::parse(R"([{"name": "fields", "in": "query",
    "schema": {"type": "array", "minItems": 1, "items": {"type": "string"}}}])");
  const json book = {{"$ref", "#/components/schemas/Book"}};
  const json list = {{"type", "object"},
                     {"properties",
                      {{"books", {{"type", "array"}, {"items", book}}},
                       {"next_cursor", {{"type", "string"}}},
                       {"words", {{"type", "array"}, {"items", {{"type", "string"}}}}}}}};
  for (const auto& [path, id, schema] :
       {std::tuple("/v1/books", "listBooks", list), std::tuple("/v1/book", "getBook", book)})
    document["paths"][path]["get"] = {{"operationId", id},
                                      {"x-roles", {"editor"}},
                                      {"x-rate-class", "none"},
                                      {"parameters", fields},
                                      {"responses", answer_of(schema)}};
  return document;
}

json book() {
  return {{"id", "b1"},
          {"title", "Dune"},
          {"copies", {{{"shelf", "A"}, {"price", 3}}, {{"shelf", "B"}, {"price", 4}}}},
          {"notes", {{"lent", true}, {"torn", false}}}};
}

std::vector<Route> shelf_routes() {
  return {{"GET", "/v1/books", "listBooks",
           [](const Request&) {
             return Response::json(200, {{"books", {book(), book()}}, {"next_cursor", "c"}, {"words", {"w"}}});
           }},
          {"GET", "/v1/book", "getBook", [](const Request&) { return Response::json(200, book()); }}};
}

struct Shelf : Site {
  Shelf() : Site(Contract(shelf_document().dump()), shelf_routes(), ServerOptions{}) {}
};

TEST(PartialAnswer, AnItemKeepsWhatIsNamedThroughArrays) {
  Shelf shelf;
  EXPECT_EQ(shelf.get("/v1/book").json(), book());
  EXPECT_EQ(shelf.get("/v1/book?fields=id").json(), (json{{"id", "b1"}}));
  EXPECT_EQ(shelf.get("/v1/book?fields=id,copies.price").json(),
            (json{{"id", "b1"}, {"copies", {{{"price", 3}}, {{"price", 4}}}}}));
  EXPECT_EQ(shelf.get("/v1/book?fields=copies.price,copies").json(), (json{{"copies", book()["copies"]}}));
  EXPECT_EQ(shelf.get("/v1/book?fields=notes.lent").json(), (json{{"notes", {{"lent", true}}}}));
}

TEST(PartialAnswer, AListKeepsItsEnvelope) {
  Shelf shelf;
  EXPECT_EQ(shelf.get("/v1/books?fields=title").json(),
            (json{{"books", {{{"title", "Dune"}}, {{"title", "Dune"}}}}, {"next_cursor", "c"}, {"words", {"w"}}}));
}

TEST(PartialAnswer, AnUnknownNameIsRefusedByName) {
  Shelf shelf;
  const auto answer = shelf.get("/v1/books?fields=titel,copies.shelf,books");
  EXPECT_EQ(answer.status, 422);
  ASSERT_EQ(answer.json()["errors"].size(), 2u) << answer.body;
  EXPECT_EQ(answer.json()["errors"][0]["field"], "fields");
  EXPECT_EQ(answer.json()["errors"][0]["message"],
            "must not name \"titel\", which the answer does not have; did you mean \"title\"?");
  EXPECT_EQ(shelf.get("/v1/books?fields=").status, 422);
  EXPECT_EQ(shelf.get("/v1/book?fields=copies.price.minor").status, 422);
}

TEST(PartialAnswer, AListWithoutItsOneArrayIsAFaultOfTheDocument) {
  json document = shelf_document();
  document["paths"]["/v1/book"]["get"]["operationId"] = "listBook";
  document["components"]["schemas"]["Book"]["properties"].erase("copies");
  EXPECT_THROW(Contract(document.dump()), Error);
}

}  // namespace
}  // namespace likeness::gateway::test
