/** Against the server that LIKENESS_TEST_URL names, with the shop of e2e/client_shop.py. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { createClient, everyItem, ProblemError, unwrap, type LikenessClient, type Schema } from "../src/index.ts";

const { LIKENESS_TEST_URL: url = "", LIKENESS_TEST_EMAIL: email = "", LIKENESS_TEST_PASSWORD: password = "" } = process.env;
const feed = process.env.LIKENESS_TEST_FEED ?? "";

async function signIn(): Promise<LikenessClient> {
  const session = await unwrap(createClient({ url }).POST("/v1/auth/login", { body: { email, password } }));
  return createClient({ url, token: session.access_token });
}

async function importShop(client: LikenessClient): Promise<Schema<"Import">> {
  const { id } = await unwrap(
    client.POST("/v1/imports", {
      params: { query: { filename: "feed.tsv" } },
      headers: { "Content-Type": "text/tab-separated-values" },
      body: await readFile(feed),
    }),
  );
  const path = { import_id: id };
  for (;;) {
    const now = await unwrap(client.GET("/v1/imports/{import_id}", { params: { path } }));
    if (["done", "failed", "stopped"].includes(now.state)) return now;
    const wanted = await unwrap(client.GET("/v1/imports/{import_id}/wanted-files", { params: { path } }));
    for (const file of wanted.files)
      await unwrap(
        client.PUT("/v1/imports/{import_id}/files", {
          params: { path, query: { path: file.path } },
          headers: { "Content-Type": "image/png" },
          body: await readFile(join(dirname(feed), file.path)),
        }),
      );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

describe("a shop", () => {
  let client: LikenessClient;

  before(async () => {
    client = await signIn();
    const imported = await importShop(client);
    assert.equal(imported.state, "done", imported.failure);
    assert.deepEqual([imported.products.created, imported.images.done, imported.images.dead], [30, 31, 0]);
  });

  test("is listed page by page", async () => {
    const products = everyItem(
      (cursor) => unwrap(client.GET("/v1/products", { params: { query: { limit: 7, cursor } } })),
      (page) => page.products,
    );
    const ids = new Set<string>();
    for await (const product of products) ids.add(product.external_id);
    assert.equal(ids.size, 30);
  });

  test("is searched by photo, with a filter, facets and a second page", async () => {
    const photo = await unwrap(
      client.POST("/v1/query-images", {
        headers: { "Content-Type": "image/png" },
        body: await readFile(join(dirname(feed), "photos/kettle.png")),
      }),
    );
    const body = { query_image_id: photo.id, limit: 3, facets: ["brand" as const] };
    const first = await unwrap(client.POST("/v1/search/image", { body }));
    assert.equal(first.hits[0]?.product.external_id, "kettle");
    assert.equal(first.facets[0]?.name, "brand");
    const second = await unwrap(client.POST("/v1/search/image", { body: { ...body, cursor: first.next_cursor } }));
    const shown = new Set([...first.hits, ...second.hits].map((hit) => hit.product.id));
    assert.equal(shown.size, first.hits.length + second.hits.length);
    const filtered = await unwrap(client.POST("/v1/search/image", { body: { ...body, filter: { brands: ["Homely"] } } }));
    assert.ok(filtered.hits.every((hit) => hit.product.brand === "Homely"));
  });

  test("is searched by words", async () => {
    const found = await unwrap(client.POST("/v1/search/text", { body: { text: "kettle" } }));
    assert.equal(found.hits[0]?.product.external_id, "kettle");
  });

  test("gives thumbnails as bytes", async () => {
    const found = await unwrap(client.POST("/v1/search/text", { body: { text: "kettle" } }));
    const path = { image_id: found.hits[0]?.image_id ?? "", size_px: 160 as const };
    const answer = await client.GET("/v1/images/{image_id}/thumbnails/{size_px}", { params: { path }, parseAs: "arrayBuffer" });
    assert.equal(Buffer.from(answer.data as ArrayBuffer).subarray(8, 12).toString(), "WEBP");
  });

  test("tells problems as exceptions", async () => {
    const path = { product_id: "prd_01900000-0000-7000-8000-000000000006" };
    const missing = unwrap(client.GET("/v1/products/{product_id}", { params: { path } }));
    await assert.rejects(missing, (error: unknown) => error instanceof ProblemError && error.kind === "not-found");
    const wrong = unwrap(client.GET("/v1/products", { params: { query: { limit: 0 } } }));
    await assert.rejects(wrong, (error: unknown) => error instanceof ProblemError && error.problem.errors?.[0]?.field === "limit");
    const anonymous = unwrap(createClient({ url }).GET("/v1/products"));
    await assert.rejects(anonymous, (error: unknown) => error instanceof ProblemError && error.kind === "unauthenticated");
  });
});
