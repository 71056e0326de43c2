import { partialSettings } from '@keg/message-schemas/keg'
import { matchesTopicFilter } from '@keg/mqtt-topics'
import { createShadowClient } from '@keg/shadow-client'
import { createMemoryShadowService } from '@keg/shadow-client/memory'
import type { LineState } from '@keg/uplink'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deviceConfig } from '../config.ts'
import { startDevice } from '../supervisor/device.ts'
import type { DeviceTransport } from '../supervisor/device-transport.ts'
import { createGate } from '../gate.ts'
import type { KegLine, Transport } from '../program.ts'

/** A broker in memory whose lines can be cut, a shadow service beside it, and a device on a disk of its own. */
export function deviceBench() {
  const dir = mkdtempSync(join(tmpdir(), 'keg-device-'))
  const service = createMemoryShadowService({ nowSec: () => Math.floor(clock.nowMs / 1_000) })
  const app = createShadowClient({ thingName: 'k-1', transport: service.transport(), schema: partialSettings })
  const clock = { nowMs: 1_764_000_000_000 }
  const arrived: { readonly topic: string; readonly message: Record<string, unknown> }[] = []
  const requests: string[] = []
  const log: string[] = []
  let current: ReturnType<typeof layLine> | undefined
  let ids = 0

  function layLine() {
    const handlers: ((state: LineState, reason: string) => void)[] = []
    const subscriptions = new Map<string, (topic: string, payload: Uint8Array) => void>()
    const inner = service.transport()
    inner.setConnected(false)
    let state: LineState = 'disconnected'
    const setConnected = (connected: boolean) => {
      state = connected ? 'connected' : 'disconnected'
      for (const handler of handlers) handler(state, state)
      inner.setConnected(connected)
    }
    const line: KegLine = {
      get state() {
        return state
      },
      async publish(topic, payload) {
        if (state !== 'connected') throw new Error('line cut')
        arrived.push({ topic, message: JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown> })
      },
      subscribe: async (filter, handler) => void subscriptions.set(filter, handler),
      unsubscribe: (filter) => void subscriptions.delete(filter),
      onState: (handler) => void handlers.push(handler),
      start: () => setConnected(true),
      close: async () => setConnected(false),
    }
    const request: typeof inner.request = (operation, ...rest) => {
      requests.push(operation.kind)
      return inner.request(operation, ...rest)
    }
    const transport: Transport = { line, shadow: { ...inner, request } }
    return { transport, setConnected, subscriptions }
  }

  /** Starts the device; `over` replaces parts of its connection. */
  const start = (over: (transport: Transport) => Partial<DeviceTransport> = () => ({})) => {
    const entry = { kegId: 'k-1', certificateFile: 'c', privateKeyFile: 'k', dataDir: dir }
    const config = deviceConfig.parse({
      endpoint: { host: 'localhost', port: 1 }, caFile: 'ca.pem', kegs: [entry],
      simulation: { tap: { pauseMs: [1_000, 1_000], volumeMl: [300, 300], mlPerSec: 300 } },
    })
    return startDevice(config, entry, {
      random: () => 0.5, sendTwice: () => false, newId: () => `id-${ids++}`, pause: () => new Promise((resolve) => setImmediate(resolve)),
      log: (line) => log.push(line), nowMs: () => clock.nowMs, gate: createGate(50),
      connect() {
        current = layLine()
        return { ...current.transport, ...over(current.transport) }
      },
    })
  }
  /** Lets so much time go by for a device, with a turn for what waits after each tick. */
  const go = async (device: ReturnType<typeof start>, forMs: number) => {
    for (const endMs = clock.nowMs + forMs; clock.nowMs < endMs; ) {
      clock.nowMs += 100
      device.tick(clock.nowMs, 100)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  return {
    start, go, app, arrived, requests, log, dir,
    of: (kind: string) => arrived.filter(({ topic }) => topic.split('/')[3] === kind).map(({ topic, message }) =>
      ({ topic, ...message }) as Record<string, unknown>),
    setConnected: (connected: boolean) => current?.setConnected(connected),
    filters: () => [...(current?.subscriptions.keys() ?? [])],
    send(topic: string, message: unknown) {
      for (const [filter, handler] of current?.subscriptions ?? [])
        if (matchesTopicFilter(filter, topic)) handler(topic, new TextEncoder().encode(JSON.stringify(message)))
    },
    remove: () => rmSync(dir, { recursive: true }),
    nowMs: () => clock.nowMs,
  }
}
