export interface RetryOptions {
  /** How often an answer of 429 or 503 is tried again; 4 unless given, 0 for never. */
  retries?: number;
  /** The longest wait between two tries, whatever the server asks for; 30 unless given. */
  waitSecondsMax?: number;
}

const RETRIED = new Set([429, 503]);
const FIRST_WAIT_SECONDS = 0.5;

/** Seconds that Retry-After names, as a number or as a date; undefined where it says nothing that can be read. */
export function retryAfterSeconds(header: string | null, now: number = Date.now()): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header.trim());
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/**
 * The same fetch, which tries again what was answered 429 or 503, after the time that Retry-After names or, without one,
 * after 0.5 s, doubled each time. A request that its caller aborts is not tried again.
 */
export function retrying(
  fetch: (request: Request) => Promise<Response>,
  { retries = 4, waitSecondsMax = 30 }: RetryOptions,
): (request: Request) => Promise<Response> {
  return async (request) => {
    for (let tries = 0; ; ++tries) {
      const last = tries >= retries;
      const response = await fetch(last ? request : request.clone());
      if (last || !RETRIED.has(response.status)) return response;
      const asked = retryAfterSeconds(response.headers.get("Retry-After"));
      await response.body?.cancel();
      await wait(Math.min(asked ?? FIRST_WAIT_SECONDS * 2 ** tries, waitSecondsMax), request.signal);
    }
  };
}

function wait(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, seconds * 1000);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}
