/** The one error shape of the API: `{"error": {"code", "message"}}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

type Query = Record<string, string | number | boolean | string[] | undefined>;

export const query = (values: Query): string => {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (Array.isArray(value)) for (const each of value) search.append(key, each);
    else if (value !== undefined && value !== "") search.set(key, String(value));
  }
  const words = search.toString();
  return words && `?${words}`;
};

/** Asks the API. Rejects with an `ApiError` in the server's words, or in our own when it does not answer. */
export async function ask<T>(
  path: string,
  { signal, ...options }: { method?: string; body?: unknown; signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const { method = "GET", body } = options;
  let answer: Response;
  try {
    answer = await fetch(`/api/v1${path}`, {
      method,
      credentials: "same-origin",
      headers: {
        accept: "application/json",
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(method !== "GET" && { "x-csrf-token": csrf() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "unreachable", "The desk’s server does not answer. Is “annalist serve” still running?");
  }
  if (answer.status === 204) return undefined as T;
  const value = await answer.json().catch(() => undefined);
  if (!answer.ok) {
    const { code = "unknown", message = `${answer.status} ${answer.statusText}` } = value?.error ?? {};
    if (answer.status === 401 && path !== "/session") dispatchEvent(new CustomEvent("signed-out"));
    throw new ApiError(answer.status, code, message);
  }
  return value as T;
}

/** The token that a changing request repeats; it stands in a cookie that this origin alone can read. */
const csrf = (): string => /(?:^|;\s*)annalist_csrf=([^;]*)/.exec(document.cookie)?.[1] ?? "";
