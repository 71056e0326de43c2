import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 100

/** What `probe` finds, as soon as it finds something. The test's own time limit bounds it. */
export async function eventually<Found>(probe: () => Promise<Found | undefined> | Found | undefined): Promise<Found> {
  for (;;) {
    const found = await probe()
    if (found !== undefined) return found
    await delay(POLL_MS)
  }
}
