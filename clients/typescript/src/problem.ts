import type { components } from "./schema.ts";

/** What went wrong, as RFC 9457 has it. */
export type Problem = components["schemas"]["Problem"];

/** A problem as an exception. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`);
    this.name = "ProblemError";
    this.problem = problem;
  }

  /** The last part of the type: "not-found". */
  get kind(): string {
    return this.problem.type.slice(this.problem.type.lastIndexOf(":") + 1);
  }
}

/** The data of an answer, or a ProblemError. */
export async function unwrap<Data>(
  answer: Promise<{ data?: Data; error?: Problem | unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  if (isProblem(error)) throw new ProblemError(error);
  throw new Error(`${response.status} ${response.statusText}: no problem document`);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "type" in value && "status" in value && "detail" in value;
}
