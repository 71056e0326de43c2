import { partialSettings, type PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient } from '@keg/shadow-client'
import { deviceSdkTransport } from '@keg/shadow-client/device-sdk'
import { join } from 'node:path'
import { createBroker } from './adapters/broker.ts'
import { jsonFile } from './adapters/json-file.ts'
import type { DeviceConfig } from './config.ts'
import { meterFile, outboxFile } from './device-state.ts'
import { createDiskWatch } from './disk-watch.ts'
import { createFlowMeter } from './flow-meter.ts'
import { createKeg } from './keg.ts'
import { createOutbox } from './outbox.ts'
import { createCooler } from './simulation/cooler.ts'
import { calmEvening, createTap } from './simulation/tap.ts'

const CELLAR_CELSIUS = 8
const FIRST_TARGET_CELSIUS = 6

/** What a device is handed besides its configuration. */
export interface DevicePorts {
  readonly random: () => number
  readonly newId: () => string
  /** Whether the next pour is to be sent twice. */
  readonly sendTwice: () => boolean
  /** Resolves after a moment. */
  readonly pause: () => Promise<void>
  readonly log: (line: string) => void
}

/** A keg that is running: simulated tap, meter and cooler, connected to the broker. */
export interface Device {
  /** Lets `elapsedMs` go by. */
  tick(nowMs: number, elapsedMs: number): void
  /** Closes the tap and resolves once every pour is acknowledged, or after `patienceMs`; then disconnects. Answers how many are left. */
  stop(nowMs: () => number, patienceMs: number): Promise<number>
}

/** Starts one keg of the configuration. */
export function startDevice(config: DeviceConfig, entry: DeviceConfig['kegs'][number], { random, newId, sendTwice, pause, log }: DevicePorts): Device {
  const { kegId, dataDir } = entry
  const meter = createFlowMeter(jsonFile(join(dataDir, 'meter.json'), meterFile))
  const cooler = createCooler({ celsius: CELLAR_CELSIUS, targetCelsius: FIRST_TARGET_CELSIUS })
  const tap = createTap(config.simulation.tap ?? calmEvening, random)
  const broker = createBroker({ ...config.endpoint, ...entry, caFile: config.caFile, clientId: kegId })
  const say = (what: string, error: unknown) => log(`${kegId}: ${what}: ${error instanceof Error ? error.message : String(error)}`)
  const shadow = createShadowClient({
    thingName: kegId,
    transport: deviceSdkTransport(broker.client),
    schema: partialSettings,
    onInvalid: ({ message }) => log(`${kegId}: settings refused: ${message}`),
    // Before the first connection there is nothing to synchronize with, and no news in that.
    onError: (error) => broker.uplink.connected && say('shadow', error),
  })
  const diskOf = (file: string) => createDiskWatch(file, (line) => log(`${kegId}: ${line}`))
  const [meterDisk, outboxDisk] = [diskOf('meter'), diskOf('outbox')]
  const keg = createKeg({
    kegId,
    bootId: newId(),
    uplink: broker.uplink,
    meter,
    outbox: createOutbox(jsonFile(join(dataDir, 'outbox.json'), outboxFile)),
    cooler,
    tapOpen: () => tap.open,
    newId,
    pause,
    sendTwice,
    onProblem: ({ doing, error }) => say(doing, error),
  })
  const apply = ({ siteId, targetCelsius }: PartialSettings) => {
    if (siteId !== undefined) keg.siteId = siteId
    if (targetCelsius !== undefined) cooler.targetCelsius = targetCelsius
  }
  const learnSettings = async () => {
    const snapshot = await shadow.get()
    // What was reported is what was applied before the last stop; what is desired comes again, as a change, where it differs.
    apply({ ...snapshot?.reported, ...snapshot?.desired })
  }
  broker.onConnection((connected, reason) => {
    log(`${kegId}: ${connected ? 'connected' : `not connected: ${reason}`}`)
    if (connected) learnSettings().catch((error: unknown) => say('settings', error))
  })
  shadow.onDesired(async (change, { report }) => {
    apply(change)
    await report(change)
  })
  broker.start()
  return {
    tick(nowMs, elapsedMs) {
      cooler.step(elapsedMs)
      const ml = tap.step(elapsedMs)
      meterDisk.trying(() => meter.flow(ml))
      outboxDisk.trying(() => keg.tick(nowMs))
    },
    async stop(nowMs, patienceMs) {
      tap.close()
      const signal = AbortSignal.timeout(patienceMs)
      const written = () => meterDisk.trying(() => meter.flow(0)) && outboxDisk.trying(() => keg.tick(nowMs()))
      while (!written() && !signal.aborted) await pause()
      const left = await keg.settle(signal)
      await shadow.close()
      await broker.close()
      return left
    },
  }
}
