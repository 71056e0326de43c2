import { withFleet, type ShownFleet } from './with-fleet.ts'

const [KEGS, CHANGING] = [10_000, 1_000]
/** After this the page has all it begins with. */
const LOADED_SEC = 15
const TRACED_SEC = 60

/** How a page does that shows ten thousand kegs. */
export interface TenThousand {
  readonly firstRowMs: number
  /** The longest task after the page had loaded, in milliseconds; those under 50 ms are not told apart. */
  readonly longestTaskMs: number
  /** The heap at the end of the trace against its beginning, each after a collection of garbage. */
  readonly heapGrowth: number
}

/** Opens the fleet's page on ten thousand kegs, of which a thousand change each second, and watches it for a minute. */
export const tenThousand = (): Promise<TenThousand> =>
  withFleet({ kegs: KEGS, quotas: 'enforce', height: 900, readings: false }, async (fleet) => {
    const { page, send, probe } = fleet
    await page.getByText(`All ${KEGS} kegs.`).waitFor({ timeout: 120_000 })
    await send({ kind: 'summaries', kegs: CHANGING, seconds: LOADED_SEC })
    const [tracedFromMs, before] = [await page.evaluate('performance.now()') as number, await heapBytes(fleet)]
    await send({ kind: 'summaries', kegs: CHANGING, seconds: TRACED_SEC })
    const after = await heapBytes(fleet)
    const { firstRowMs = Number.NaN, tasks } = await probe()
    const late = tasks.filter(([startMs]) => startMs > tracedFromMs).map(([, durationMs]) => durationMs)
    return { firstRowMs, longestTaskMs: Math.max(50, ...late), heapGrowth: after / before }
  })

async function heapBytes({ inspector }: ShownFleet): Promise<number> {
  await inspector.send('HeapProfiler.collectGarbage')
  return (await inspector.send('Runtime.getHeapUsage')).usedSize
}
