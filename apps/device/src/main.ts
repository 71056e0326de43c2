import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { claimed, devicePorts } from './adapters/device-ports.ts'
import { blameFor, firmwarePlaces, lastEnds } from './adapters/process-faults.ts'
import { createWatchdog } from './adapters/watchdog.ts'
import { deviceConfig, withCredentials, type DeviceConfig, type KegEntry } from './config.ts'
import { messageOf } from './errors/device-error.ts'
import { createGate } from './gate.ts'
import { evenShare } from './sim/even-share.ts'
import { seededRandom } from './sim/seeded-random.ts'
import { startDevice, type Device } from './supervisor/device.ts'

// The device program: `node --conditions=@keg/source src/main.ts --config keg.json`; see the README for the file.
// SIGTERM and Ctrl-C close the taps and wait until every pour is acknowledged.

const TICK_MS = 100
const MOST_ELAPSED_MS = 10_000
const PATIENCE_MS = 20_000
const MOST_CLOSING_MS = 10_000
const CLAIMS_AT_ONCE = 10

const config = readConfig(process.argv.slice(2))
const log = (line: string) => console.log(line)
// One count for all kegs, so that the share holds however few pours each of them has.
const sendTwice = evenShare(config.simulation.duplicateShare)
const { seed } = config.simulation
const ports = {
  sendTwice, newId: () => randomUUID().slice(0, 8), pause: () => delay(TICK_MS), log, nowMs: Date.now,
  gate: createGate(config.connectsAtOnce),
}
const devices: Device[] = []
const watchdog = createWatchdog(config.firmware?.healthSec ?? 0, firmwarePlaces(config.kegs))
const lastEnd = lastEnds(config.kegs)
const stopped = new AbortController()
const claims = createGate(CLAIMS_AT_ONCE)
const startKeg = (entry: KegEntry) => {
  const random = seed === undefined ? Math.random : seededRandom(seed, entry.kegId)
  const start = () => void devices.push(startDevice(config, entry, {
    ...ports, random, lastEnd: lastEnd(entry.kegId), ...devicePorts(config, entry, { log, watchdog }),
  }))
  if (entry.claim === undefined) return start()
  // One that has to be provisioned first does not hold up the others.
  void claimed(config, entry, { log, random, gate: claims }, stopped.signal).then((may) => may && start())
}

let lastMs = Date.now()
const ticking = setInterval(() => {
  const nowMs = Date.now()
  // A clock that is set back must not make beer flow back, nor a machine that slept a whole night's beer.
  const elapsedMs = Math.min(Math.max(0, nowMs - lastMs), MOST_ELAPSED_MS)
  lastMs = nowMs
  for (const device of devices) device.tick(nowMs, elapsedMs)
}, TICK_MS)

// Not with the ticks, which end before the program does.
setInterval(() => watchdog.beat(), TICK_MS)

let stopping = false
const stop = async () => {
  stopping = true
  stopped.abort()
  clearInterval(ticking)
  setTimeout(() => {
    console.error('Not every keg has ended in time; pours that were not acknowledged go out after the next start.')
    process.exit(1)
  }, PATIENCE_MS + MOST_CLOSING_MS)
  const left = await Promise.all(devices.map((device) => device.stop(Date.now, PATIENCE_MS)))
  const pours = left.reduce((sum, count) => sum + count, 0)
  if (pours > 0) console.error(`${pours} pours were not acknowledged; they go out after the next start.`)
  process.exit(pours > 0 ? 1 : 0)
}
process.on('uncaughtExceptionMonitor', blameFor(config.kegs))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
// Started by another program of ours: when that one is gone, however it ended, nobody is left to stop this one.
process.once('disconnect', () => process.exit(1))
// With a turn for those that run between two: a thousand take a while.
for (const entry of config.kegs) {
  if (stopping) break
  startKeg(entry)
  await nextTurn()
}
process.send?.('ready')

function readConfig(line: readonly string[]): DeviceConfig {
  if (line.includes('--help')) {
    console.log('pnpm device --config FILE: the program of the kegs in the file; apps/device/README.md says what it holds.')
    process.exit(0)
  }
  try {
    const { values: { config: file } } = parseArgs({ args: [...line], options: { config: { type: 'string' } } })
    if (file === undefined) throw new Error('--config FILE is missing')
    return withCredentials(deviceConfig.parse(JSON.parse(readFileSync(file, 'utf8'))), process.env)
  } catch (error) {
    console.error(`The configuration can't be used: ${error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error)}`)
    process.exit(2)
  }
}
