const POLL_MS = 2
const BOUND_MS = 5000

/** Waits until the condition holds; fails after five seconds. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const until = performance.now() + BOUND_MS
  while (!(await condition())) {
    if (performance.now() > until) throw new Error(`It never came to pass that ${what}.`)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
