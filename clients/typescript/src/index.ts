/** Client of the Likeness API: every operation of the contract, typed, with retries and idempotency keys. */
import createFetchClient, { type Client } from "openapi-fetch";
import { retrying, type RetryOptions } from "./retry.ts";
import type { components, paths } from "./schema.ts";

export { ProblemError, type Problem } from "./problem.ts";
export { everyItem } from "./pages.ts";
export { unwrap } from "./problem.ts";
export type { components, operations, paths } from "./schema.ts";

/** A schema of the contract by its name: `Schema<"SearchAnswer">`. */
export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];

export interface ClientOptions extends RetryOptions {
  /** Where the server is: "https://search.shop.example". */
  url: string;
  /** An access token, an API key or the operator's token; a function is asked before each request. */
  token?: string | (() => string | Promise<string>);
  /** The org that the operator acts on, by slug or id. A member's token names its org itself. */
  org?: string;
  /** Instead of the platform's own. */
  fetch?: (request: Request) => Promise<Response>;
}

export type LikenessClient = Client<paths>;

/**
 * A client whose methods GET, POST, PUT, PATCH and DELETE take a path of the contract. A POST gets an Idempotency-Key of
 * its own, the same for all its retries, unless the caller sets one. Answers of 429 and 503 are tried again after the
 * time that they name. Bytes and text go out as they are, anything else as JSON.
 */
export function createClient(options: ClientOptions): LikenessClient {
  const client = createFetchClient<paths>({
    baseUrl: options.url.replace(/\/+$/, ""),
    fetch: retrying(options.fetch ?? ((request) => globalThis.fetch(request)), options),
    bodySerializer: (body) => (isRaw(body) ? body : JSON.stringify(body)),
  });
  client.use({
    async onRequest({ request }) {
      const token = typeof options.token === "function" ? await options.token() : options.token;
      if (token && !request.headers.has("Authorization")) request.headers.set("Authorization", `Bearer ${token}`);
      if (options.org && !request.headers.has("Likeness-Org")) request.headers.set("Likeness-Org", options.org);
      if (request.method === "POST" && !request.headers.has("Idempotency-Key"))
        request.headers.set("Idempotency-Key", crypto.randomUUID());
      return request;
    },
  });
  return client;
}

function isRaw(body: unknown): body is BodyInit {
  return typeof body === "string" || body instanceof Blob || body instanceof ArrayBuffer || ArrayBuffer.isView(body);
}
