import { reply, type Command, type Reply } from '@keg/message-schemas/keg'
import type { Durable } from '@keg/uplink'
import { createCommands } from '../commands.ts'
import type { PourOrder } from '../hardware/hardware.ts'
import { createNotices, type NoticesState } from '../notices.ts'
import { createSequence } from '../sequence.ts'
import { memory } from './memory.ts'

/** A keg that obeys commands, its disk, and a line whose far end keeps what arrives. */
export function commandBench() {
  const state = { full: false, connected: true, valveOpen: true, offsetMs: 0, reboots: 0 }
  const disk: Durable<NoticesState> = memory(() => state.full)
  const arrived: { readonly topic: string; readonly payload: string }[] = []
  const ordered: { volumeMl: number; outcome: PourOrder['outcome'] }[] = []
  let ids = 0
  const boot = (bootId: string) => {
    const uplink = {
      get connected() {
        return state.connected
      },
      publish: async (topic: string, payload: Uint8Array) => void arrived.push({ topic, payload: new TextDecoder().decode(payload) }),
    }
    const shared = {
      kegId: 'k-1', sequence: createSequence(bootId), newId: () => `n-${ids++}`, uplink, pause: () => Promise.resolve(),
      onProblem: () => undefined,
    }
    const notices = createNotices(disk, shared)
    const said: string[] = []
    const commands = createCommands({
      ...shared, notices,
      serverClock: {
        known: true,
        get offsetMs() {
          return state.offsetMs
        },
      },
      valveOpen: () => state.valveOpen,
      pour(volumeMl) {
        const order: (typeof ordered)[number] = { volumeMl, outcome: undefined }
        ordered.push(order)
        return order
      },
      reboot: () => void state.reboots++,
      log: (line) => said.push(line),
    })
    return { commands, notices, said, shared }
  }
  /** What was replied, oldest first. */
  const replies = (): (Pick<Reply, 'status' | 'bootId' | 'seq'> & { commandId: string; reason?: string })[] =>
    arrived.flatMap(({ topic, payload }) => {
      const to = reply.topic.parse(topic)
      const decoded = reply.decode(new TextEncoder().encode(payload))
      if (!to || !decoded.ok) return []
      const { status, bootId, seq, statusReason } = decoded.value
      return [{ commandId: to.commandId, status, bootId, seq, ...(statusReason && { reason: statusReason.reasonCode }) }]
    })
  return { boot, state, disk, arrived, ordered, replies }
}

/** A command's topic and payload. */
export function commandOf(
  commandId: string, order: Command['order'] | Record<string, unknown>, expiresAtMs = 60_000,
): [topic: string, payload: Uint8Array] {
  const payload = { v: 1, issuedAtMs: 0, expiresAtMs, order }
  return [`keg/berlin/k-1/commands/${commandId}`, new TextEncoder().encode(JSON.stringify(payload))]
}
