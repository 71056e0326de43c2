import { readFileSync } from 'node:fs'
import { row, type Row } from '../row.ts'
import { latencies, throughput } from './load.ts'
import { findMosquitto } from './mosquitto.ts'
import { capacity, latenciesOnSchedule } from './open-loop.ts'
import { at, loadRow, MANY_TO_ONE, median, ONE_TO_MANY, ROUNDS } from './rounds.ts'
import { startServer, type ServerUnderTest, type Transport } from './server-under-test.ts'

/** `@keg/mqtt-broker` with nothing around it, against aedes and, where it is installed, mosquitto. */
export async function bareRows(): Promise<readonly Row[]> {
  return [
    await loadRow('mqtt-broker/many-to-one-tcp', 'tcp', MANY_TO_ONE, 1.5, ['mqtt-broker', 'aedes']),
    await loadRow('mqtt-broker/many-to-one-ws', 'ws', MANY_TO_ONE, 1.5, ['mqtt-broker', 'aedes']),
    await loadRow('mqtt-broker/fan-out-tcp', 'tcp', ONE_TO_MANY, 2, ['mqtt-broker', 'aedes']),
    await openLoopRow(),
    ...(await mosquittoRows()),
  ]
}

async function mosquittoRows(): Promise<readonly Row[]> {
  if (findMosquitto() === undefined) {
    process.stderr.write('mosquitto is not installed: the rows against it are left out.\n')
    return []
  }
  return [
    await loadRow('mosquitto/many-to-one-tcp', 'tcp', MANY_TO_ONE, 1, ['mqtt-broker', 'mosquitto']),
    await loadRow('mosquitto/many-to-one-ws', 'ws', MANY_TO_ONE, 1.2, ['mqtt-broker', 'mosquitto']),
    await cpuRow('tcp'),
    await cpuRow('ws'),
    await idleRow(),
  ]
}

/** Half of what the reference can do, sent on a schedule that waits for nothing: the 99th percentile from when a message was to be sent. */
async function openLoopRow(): Promise<Row> {
  await using ours = await startServer('mqtt-broker', 'tcp')
  await using reference = await startServer('aedes', 'tcp')
  const perSec = (await capacity(reference)) / 2
  const p99 = async (server: ServerUnderTest) => at(await latenciesOnSchedule(server, perSec), 0.99)
  const measured: [number, number][] = []
  for (let round = 0; round < ROUNDS; round += 1) measured.push([await p99(ours), await p99(reference)])
  return row('mqtt-broker/open-loop-p99', 'ms', ...median(measured, ([mine, theirs]) => mine / theirs), '<= 1')
}

/** What a delivery costs of a processor's time, whatever else the machine does meanwhile. */
async function cpuRow(transport: Transport): Promise<Row> {
  const measured: [number, number][] = []
  await using ours = await startServer('mqtt-broker', transport)
  await using reference = await startServer('mosquitto', transport)
  for (let round = 0; round < ROUNDS; round += 1) measured.push([await cpuUs(ours), await cpuUs(reference)])
  return row(`mosquitto/cpu-per-delivery-${transport}`, 'us', ...median(measured, ([mine, theirs]) => mine / theirs), '<= 1')
}

/** One message at a time from one client to another: the 99th percentile of what that takes. */
async function idleRow(): Promise<Row> {
  await using ours = await startServer('mqtt-broker', 'tcp')
  await using reference = await startServer('mosquitto', 'tcp')
  const p99 = async (server: ServerUnderTest) => {
    const [taken = []] = await latencies(server, [{ topic: 'bench/idle', filter: 'bench/idle' }], IDLE_MESSAGES)
    return at(taken, 0.99)
  }
  const measured: [number, number][] = []
  for (let round = 0; round <= ROUNDS; round += 1) measured.push([await p99(ours), await p99(reference)])
  // The first round warms both up.
  return row('mosquitto/idle-p99', 'ms', ...median(measured.slice(1), ([mine, theirs]) => mine / theirs), '<= 2')
}

const IDLE_MESSAGES = 4_000
const TICKS_PER_SEC = 100

async function cpuUs(server: ServerUnderTest): Promise<number> {
  const [beforeUs, beforeMs] = [usedUs(server), performance.now()]
  const perSec = await throughput(server, MANY_TO_ONE)
  return (usedUs(server) - beforeUs) / ((perSec * (performance.now() - beforeMs)) / 1000)
}

/** User and system time of a process of Linux. */
function usedUs({ pid }: ServerUnderTest): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) * 1e6) / TICKS_PER_SEC
}
