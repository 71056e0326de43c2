/** Asks until the answer is yes, for at most a minute. */
export async function eventually(ask: () => Promise<boolean> | boolean): Promise<void> {
  const untilMs = Date.now() + 60_000
  while (!(await ask())) {
    if (Date.now() > untilMs) throw new Error('It did not happen within a minute.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
