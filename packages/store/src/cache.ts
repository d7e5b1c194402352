/** Answers kept: a few hundred small tables. */
const MOST = 300;

/**
 * Keeps the answers of counting queries until anything is written: a page of the desk asks for the same counts again and
 * again. Two who ask at once share one answer.
 */
export function createCache(version: () => Promise<number>) {
  const answers = new Map<string, Promise<unknown>>();
  let at = -1;
  return async <T>(name: string, parameters: unknown, answer: () => Promise<T>): Promise<T> => {
    const now = await version();
    if (now !== at) {
      answers.clear();
      at = now;
    }
    const key = `${name} ${JSON.stringify(parameters)}`;
    const known = answers.get(key) as Promise<T> | undefined;
    if (known) return known;
    const found = answer();
    answers.set(key, found);
    if (answers.size > MOST) answers.delete(answers.keys().next().value as string);
    found.catch(() => answers.delete(key));
    return found;
  };
}
