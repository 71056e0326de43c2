import { row, type Benchmark, type Row } from '../row.ts'
import { bareRows } from './bare.ts'
import { inTurn, latencies, open, throughput } from './load.ts'
import { readyRows } from '../ready.ts'
import { at, loadRow, MANY_TO_ONE, median, ONE_TO_MANY, ROUNDS } from './rounds.ts'
import { startServer, type ServerUnderTest, type Transport } from './server-under-test.ts'

const IDLE_CONNECTIONS = 1_000
const LATENCY_MESSAGES = 2_000

/** A message that a rule republishes, against one that goes straight. */
async function republishRows(): Promise<Row[]> {
  await using server = await startServer('local-iot', 'tls', { republish: true })
  const paths = [{ topic: 'bench/from/1', filter: 'bench/to' }, { topic: 'bench/straight', filter: 'bench/straight' }]
  await latencies(server, paths, LATENCY_MESSAGES)
  const [ruled = [], plain = []] = await latencies(server, paths, ROUNDS * LATENCY_MESSAGES)
  return [
    row('broker/republish-p50', 'ms', at(ruled, 0.5), at(plain, 0.5), '<= 1.3'),
    row('broker/republish-p99', 'ms', at(ruled, 0.99), at(plain, 0.99), '<= 2'),
  ]
}

/** Time per message with ten and with ten thousand rules installed, of which one matches. */
async function installedRulesRow(): Promise<Row> {
  await using few = await startServer('local-iot', 'tcp', { rules: 10 })
  await using many = await startServer('local-iot', 'tcp', { rules: 10_000 })
  const measured: [number, number][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    measured.push([1e6 / (await throughput(many, MANY_TO_ONE)), 1e6 / (await throughput(few, MANY_TO_ONE))])
  }
  return row('broker/10000-rules-installed', 'us', ...median(measured, ([mine, theirs]) => mine / theirs), '<= 1.2')
}

/**
 * Memory of a thousand keg's connections, each. V8's young generation stays at its smallest: how far it grew, by tens of MB, would say
 * how much was allocated in the last seconds, not what a connection holds.
 */
async function memoryRow(transport: Transport): Promise<Row> {
  await using ours = await startServer('local-iot', transport, { v8: ['--max-semi-space-size=1'] })
  await using reference = await startServer('aedes', transport, { v8: ['--max-semi-space-size=1'] })
  return row(`broker/memory-per-connection-${transport}`, 'KB', await perConnectionKb(ours), await perConnectionKb(reference), '<= 0.7')
}

async function perConnectionKb(server: ServerUnderTest): Promise<number> {
  // The first connections load code and grow the heap.
  const first = await inTurn(50, (index) => open(server, `first-${index}`))
  const before = await server.rssBytes()
  const connections = await inTurn(IDLE_CONNECTIONS, (index) => open(server, `idle-${index}`))
  const after = await server.rssBytes()
  for (const connection of [...first, ...connections]) connection.close()
  return (after - before) / IDLE_CONNECTIONS / 1024
}

export const broker: Benchmark = {
  name: 'broker',
  run: async () => [
    await loadRow('broker/many-to-one-tcp', 'tcp', MANY_TO_ONE, 1.5),
    await loadRow('broker/many-to-one-tls', 'tls', MANY_TO_ONE, 1.2),
    await loadRow('broker/many-to-one-ws', 'ws', MANY_TO_ONE, 1.2),
    await loadRow('broker/fan-out-tcp', 'tcp', ONE_TO_MANY, 2),
    ...(await republishRows()),
    await installedRulesRow(),
    await memoryRow('tcp'),
    await memoryRow('tls'),
    ...(await bareRows()),
    ...(await readyRows('keg-local', ['local'], { moreMs: 300, rssMb: 80 })),
  ],
}
