import { row, type Row } from '../row.ts'
import { throughput, type Load } from './load.ts'
import { startServer, type BrokerName, type Transport } from './server-under-test.ts'

export const ROUNDS = 3
export const MANY_TO_ONE: Load = { publishers: 100, subscribers: 1, outstanding: 400, forMs: 1_500 }
export const ONE_TO_MANY: Load = { publishers: 1, subscribers: 100, outstanding: 20, forMs: 1_500 }

/** Ours and another in turns; the median of the ratios' rounds, since both see the same busy moments. */
export async function loadRow(
  name: string, transport: Transport, load: Load, goal: number, [mine, other]: readonly [BrokerName, BrokerName] = ['local-iot', 'aedes'],
): Promise<Row> {
  await using ours = await startServer(mine, transport)
  await using reference = await startServer(other, transport)
  const measured: [number, number][] = []
  for (let round = 0; round < ROUNDS; round += 1) measured.push([await throughput(ours, load), await throughput(reference, load)])
  const [value, against] = median(measured, (one) => one[0] / one[1])
  return row(name, '1/s', value, against, `>= ${goal}`)
}

/** What stands at a part of the way through sorted values. */
export const at = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? Number.NaN

export function median(measured: readonly [number, number][], by: (one: [number, number]) => number): [number, number] {
  return measured.toSorted((a, b) => by(a) - by(b))[Math.floor(measured.length / 2)] ?? [Number.NaN, Number.NaN]
}
