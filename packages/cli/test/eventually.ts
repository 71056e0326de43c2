/** Asks until the answer is yes, for at most 30 s. */
export async function eventually(ask: () => Promise<boolean> | boolean): Promise<void> {
  const untilMs = Date.now() + 30_000
  while (!(await ask())) {
    if (Date.now() > untilMs) throw new Error('It did not happen within 30 s.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
