import { kegIdOf } from '@keg/system/many-kegs'
import { withFleet } from './with-fleet.ts'

const KEGS = 100
const [WARM_UP_SEC, SECONDS] = [3, 30]
/** Tall enough for all of them to stand on the screen. */
const HEIGHT = 8_000

/** How long readings took from their device, in milliseconds each: to the browser's socket, and onto the screen. */
export interface Ways {
  readonly toSocketMs: readonly number[]
  readonly toScreenMs: readonly number[]
}

/** Has a hundred kegs send a reading each second, and looks when the page shows them. All clocks are this machine's. */
export const deviceToPixel = (): Promise<Ways> =>
  withFleet({ kegs: KEGS, quotas: 'warn', height: HEIGHT, readings: true }, async ({ page, send, probe }) => {
    await page.getByText(`All ${KEGS} kegs.`).waitFor()
    const sent = await send({ kind: 'readings', kegs: KEGS, seconds: WARM_UP_SEC + SECONDS })
    const last = (10 + (WARM_UP_SEC + SECONDS - 1) / 10).toFixed(1)
    await page.getByRole('row', { name: kegIdOf(KEGS - 1) }).getByText(last).waitFor()
    const { socket, screen } = await probe()
    const ways = (arrived: typeof socket) => {
      const seen = new Map(arrived.map(([kegId, celsius, atMs]) => [`${kegId} ${celsius.toFixed(1)}`, atMs]))
      return sent.slice(WARM_UP_SEC * KEGS).flatMap(([kegId, celsius, sentAtMs]) => {
        const atMs = seen.get(`${kegId} ${celsius.toFixed(1)}`)
        return atMs === undefined ? [] : [atMs - sentAtMs]
      })
    }
    const [toSocketMs, toScreenMs] = [ways(socket), ways(screen)]
    const expected = SECONDS * KEGS
    if (toScreenMs.length < expected * 0.99) throw new Error(`The page showed ${toScreenMs.length} readings, of ${expected}.`)
    return { toSocketMs, toScreenMs }
  })
