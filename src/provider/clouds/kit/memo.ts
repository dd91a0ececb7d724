/** Asks once for each key, such as a region, and remembers the answers. A failure is not remembered. */
export function oncePer<Key, Context, Answer>(
  ask: (key: Key, context: Context) => Promise<Answer>,
): (key: Key, context: Context) => Promise<Answer> {
  const known = new Map<Key, Promise<Answer>>();
  return (key, context) => {
    const answer =
      known.get(key) ??
      ask(key, context).catch((error: unknown) => {
        known.delete(key);
        throw error;
      });
    known.set(key, answer);
    return answer;
  };
}

/** Asks once and remembers the answer. A failure is not remembered. */
export function once<Context, Answer>(
  ask: (context: Context) => Promise<Answer>,
): (context: Context) => Promise<Answer> {
  const asked = oncePer((_: "", context: Context) => ask(context));
  return (context) => asked("", context);
}
