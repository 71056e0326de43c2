import { buildSystem } from '@keg/system'
import { p99 } from '../percentile.ts'
import { row, type Benchmark } from '../row.ts'
import { deviceToPixel } from './device-to-pixel.ts'
import { initialScriptBytes } from './initial-script.ts'
import { tenThousand } from './ten-thousand.ts'

const KB = 1_000
const [MAX_SCRIPT_KB, MAX_FIRST_ROW_MS, MAX_TASK_MS, FLAT] = [150, 1_000, 50, 1.1]
const [MAX_P50_MS, MAX_P99_MS] = [50, 150]

/** The page in a browser: what it loads, how it bears ten thousand kegs, and how soon it shows what a keg measures. */
export const dashboard: Benchmark = {
  name: 'dashboard',
  run: async () => {
    await buildSystem()
    const { firstRowMs, longestTaskMs, heapGrowth } = await tenThousand()
    const { toSocketMs, toScreenMs } = await deviceToPixel()
    return [
      row('dashboard/initial-js-gzip', 'KB', await initialScriptBytes() / KB, MAX_SCRIPT_KB, '<= 1'),
      row('dashboard/10k-first-rows', 'ms', firstRowMs, MAX_FIRST_ROW_MS, '<= 1'),
      row('dashboard/10k-longest-task', 'ms', longestTaskMs, MAX_TASK_MS, '<= 1'),
      row('dashboard/10k-heap-growth', '×', heapGrowth, FLAT, '<= 1'),
      row('dashboard/device-to-pixel-p50', 'ms', p50(toScreenMs), MAX_P50_MS, '<= 1'),
      row('dashboard/device-to-pixel-p99', 'ms', p99(toScreenMs), MAX_P99_MS, '<= 1'),
      row('dashboard/pixel-against-socket-p99', 'ms', p99(toScreenMs), p99(toSocketMs), '<= 2'),
    ]
  },
}

const p50 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
