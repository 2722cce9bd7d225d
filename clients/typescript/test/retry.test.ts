import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, test } from "node:test";
import { createClient } from "../src/index.ts";
import { retryAfterSeconds } from "../src/retry.ts";

interface Seen {
  key: string | undefined;
  body: string;
}

/** Answers with the statuses that a test lays out, then with 200. */
let statuses: number[] = [];
let seen: Seen[] = [];
let server: Server;
let url = "";

before(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    seen.push({ key: request.headers["idempotency-key"] as string | undefined, body });
    const status = statuses.shift() ?? 200;
    response.writeHead(status, { "Content-Type": "application/json", ...(status === 200 ? {} : { "Retry-After": "0" }) });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());
beforeEach(() => {
  statuses = [];
  seen = [];
});

test("429 and 503 are tried again with the same key and body", async () => {
  statuses = [429, 503];
  const { response } = await createClient({ url }).POST("/v1/orgs", { body: { slug: "shop", name: "Shop", currency: "EUR" } });
  assert.equal(response.status, 200);
  assert.equal(seen.length, 3);
  assert.equal(new Set(seen.map(({ key }) => key)).size, 1);
  assert.match(seen[0]?.key ?? "", /^[0-9a-f-]{36}$/);
  assert.deepEqual(new Set(seen.map(({ body }) => body)), new Set(['{"slug":"shop","name":"Shop","currency":"EUR"}']));
});

test("each call has a key of its own, and a given one stays", async () => {
  const client = createClient({ url });
  const body = { slug: "shop", name: "Shop", currency: "EUR" };
  await client.POST("/v1/orgs", { body });
  await client.POST("/v1/orgs", { body });
  await client.POST("/v1/orgs", { body, headers: { "Idempotency-Key": "mine" } });
  assert.notEqual(seen[0]?.key, seen[1]?.key);
  assert.equal(seen[2]?.key, "mine");
});

test("retries end", async () => {
  statuses = [503, 503, 503, 503];
  const { response } = await createClient({ url, retries: 2 }).GET("/v1/orgs");
  assert.deepEqual([response.status, seen.length], [503, 3]);
});

test("other failures are not tried again", async () => {
  statuses = [500];
  const { response } = await createClient({ url }).GET("/v1/orgs");
  assert.deepEqual([response.status, seen.length], [500, 1]);
});

test("a request that is aborted is not tried again", async () => {
  statuses = [503, 503];
  const controller = new AbortController();
  const slow = createClient({ url, fetch: async (request) => {
    const response = await fetch(request);
    controller.abort(new Error("no longer wanted"));
    return response;
  } });
  await assert.rejects(slow.GET("/v1/orgs", { signal: controller.signal }), /no longer wanted/);
  assert.equal(seen.length, 1);
});

test("Retry-After is seconds or a date", () => {
  assert.equal(retryAfterSeconds("7"), 7);
  assert.equal(retryAfterSeconds("Thu, 01 Jan 1970 00:00:09 GMT", 4000), 5);
  assert.equal(retryAfterSeconds("soon"), undefined);
  assert.equal(retryAfterSeconds(null), undefined);
});
