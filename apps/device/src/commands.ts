import { parseJson } from '@keg/message-schemas'
import { commandOrder, type KegOrder } from '@keg/message-schemas/keg'
import { awsCommandsDoor, breweryDoor, memberOf, type CommandAddress, type CommandDoor } from './command-doors.ts'
import type { PourOrder } from './hardware/hardware.ts'
import type { KnownCommand, Notices, StatusReason } from './notices.ts'
import type { Sequence } from './sequence.ts'

/** What commands are obeyed with. */
export interface CommandsParts {
  readonly kegId: string
  readonly sequence: Sequence
  readonly notices: Notices
  readonly newId: () => string
  /** The server's time at a time of the device's; `known`: whether that is more than the device's own. */
  readonly serverClock: { readonly known: boolean; readonly offsetMs: number }
  readonly valveOpen: () => boolean
  /** Opens the tap for a volume. */
  readonly pour: (volumeMl: number) => PourOrder
  readonly reboot: () => void
  readonly log: (line: string) => void
}

/** Obeys commands, each once, and answers through the outbox. */
export interface Commands {
  /** Takes a message in; the next tick looks at it. Resolves once what came of it is written down: until then the broker is to keep it. */
  receive(topic: string, payload: Uint8Array): Promise<void>
  /** Obeys what came, and says how far it is. Throws where the disk fails; the next tick goes on. */
  tick(nowMs: number): void
}

/** What may wait for the next tick, and how many commands and replies are kept; beyond, a command is not obeyed. */
const MOST_WAITING = 100
const MOST_KNOWN = 250
const MAX_TEXT = 1_024

type Status = KnownCommand['status']
interface Received {
  readonly to: CommandAddress
  readonly cancels: boolean
  readonly payload: Uint8Array
  readonly taken: () => void
}

/** Commands for one keg. Those of the boot before are ended first: a reboot has succeeded, a pour that was cut off has failed. */
export function createCommands(parts: CommandsParts): Commands {
  const { kegId, sequence, notices, serverClock } = parts
  const doors = { brewery: breweryDoor(kegId), awsCommands: awsCommandsDoor(kegId) }
  const doorOf = ({ via }: CommandAddress) => doors[via ?? 'brewery']
  const inbox: Received[] = []
  let rebooting = false
  let pouring: { readonly known: KnownCommand; readonly order: PourOrder } | undefined

  /** Answers, and in the same write remembers how far the command is. */
  function answer(nowMs: number, to: CommandAddress, status: Status, reason?: StatusReason, known?: KnownCommand): void {
    const said = { status, ...(reason && { statusReason: reason }) }
    const notice = { id: parts.newId(), ...doorOf(to).answer(to, said, sequence.stamp(nowMs)) }
    const others = notices.state.commands.filter((it) => !isFor(it, to))
    const remembered = known && { ...known, ...said }
    notices.add(notice, remembered && { commands: [...others, remembered] })
    sequence.used()
  }

  function take({ to, payload }: Received, nowMs: number): void {
    const known = notices.state.commands.find((it) => isFor(it, to))
    if (known) return answer(nowMs, known, known.status, known.statusReason)
    const serverMs = nowMs + serverClock.offsetMs
    const door = doorOf(to)
    const decoded = door.decode(payload, serverMs)
    if (!decoded.ok) return answer(nowMs, to, 'REJECTED', refusalOf(payload, decoded.reason, door))
    const { expiresAtMs, order } = decoded.value
    if (serverMs > expiresAtMs) return answer(nowMs, to, 'TIMED_OUT', { reasonCode: 'EXPIRED' })
    if (notices.state.commands.length >= MOST_KNOWN) return answer(nowMs, to, 'REJECTED', { reasonCode: 'TOO_MANY_COMMANDS' })
    const begun = { ...to, expiresAtMs, bootId: sequence.bootId, status: 'IN_PROGRESS' } as const
    if (order.kind !== 'cancel') return obey(nowMs, { ...begun, kind: order.kind }, order)
    // The command itself may still come. It is never begun, so that its kind is not looked at; programs before know no kind but these.
    answer(nowMs, to, 'FAILED', { reasonCode: 'CANCELLED' }, { ...begun, kind: 'pour' })
  }

  function obey(nowMs: number, known: KnownCommand, order: KegOrder): void {
    const reject = (reasonCode: string) => answer(nowMs, known, 'REJECTED', { reasonCode }, known)
    if (order.kind === 'pour' && !parts.valveOpen()) return reject('VALVE_CLOSED')
    if (order.kind === 'pour' && pouring) return reject('BUSY')
    // Written down before it is done: whatever happens now, it is not done twice.
    answer(nowMs, known, 'IN_PROGRESS', undefined, known)
    if (order.kind === 'reboot') {
      rebooting = true
      return parts.reboot()
    }
    pouring = { known, order: parts.pour(order.volumeMl) }
  }

  function endPour(nowMs: number): void {
    if (pouring?.order.outcome === undefined) return
    const { known, order: { outcome } } = pouring
    if (outcome === 'poured') answer(nowMs, known, 'SUCCEEDED', undefined, known)
    else answer(nowMs, known, 'FAILED', { reasonCode: parts.valveOpen() ? 'TAP_CLOSED' : 'VALVE_CLOSED' }, known)
    pouring = undefined
  }

  function endBootBefore(nowMs: number): void {
    for (const known of notices.state.commands.filter(({ status, bootId }) => status === 'IN_PROGRESS' && bootId !== sequence.bootId)) {
      if (known.kind === 'reboot') answer(nowMs, known, 'SUCCEEDED', undefined, known)
      else answer(nowMs, known, 'FAILED', { reasonCode: 'INTERRUPTED', reasonDescription: 'The keg was restarted while it poured.' }, known)
    }
  }

  function forgetExpired(nowMs: number): void {
    if (!serverClock.known) return
    const kept = notices.state.commands.filter(({ status, expiresAtMs }) =>
      status === 'IN_PROGRESS' || nowMs + serverClock.offsetMs <= expiresAtMs)
    if (kept.length < notices.state.commands.length) notices.note({ commands: kept })
  }

  return {
    async receive(topic, payload) {
      const to = Object.values(doors).map((door) => door.addressOf(topic)).find((address) => address !== undefined)
      if (to === undefined) return parts.log(`no command for this keg: ${topic}`)
      if (inbox.length >= MOST_WAITING) return parts.log(`too many commands at once: ${to.commandId} is not obeyed`)
      const cancels = kindIn(payload, doorOf(to)) === 'cancel'
      // A cancel goes before what waits: what it cancels may be there, and is not begun then.
      const place = cancels ? inbox.filter((it) => it.cancels).length : inbox.length
      await new Promise<void>((taken) => inbox.splice(place, 0, { to, cancels, payload, taken }))
    },
    tick(nowMs) {
      endBootBefore(nowMs)
      endPour(nowMs)
      // What is left when it reboots was not acknowledged, and comes to the next boot.
      for (let next = inbox[0]; next && !rebooting; next = inbox[0]) {
        if (notices.state.pending.length >= MOST_KNOWN) parts.log(`too many replies wait to be sent: ${next.to.commandId} is not obeyed`)
        else take(next, nowMs)
        inbox.shift()
        next.taken()
      }
      forgetExpired(nowMs)
    },
  }
}

const isFor = (known: CommandAddress, to: CommandAddress): boolean => known.commandId === to.commandId && known.via === to.via

const KNOWN_ORDERS: readonly unknown[] = commandOrder.options.map(({ shape }) => shape.kind.value)

/** The kind of order that a payload names, whatever else is in it. */
function kindIn(payload: Uint8Array, door: CommandDoor): unknown {
  const json = parseJson(payload)
  return json.ok ? memberOf(door.orderIn(json.value), 'kind') : undefined
}

/** Why a payload is no command: an order that this program does not know has a code of its own. */
function refusalOf(payload: Uint8Array, reason: string, door: CommandDoor): StatusReason {
  const kind = kindIn(payload, door)
  const reasonCode = kind !== undefined && !KNOWN_ORDERS.includes(kind) ? 'UNKNOWN_ORDER' : 'BAD_PAYLOAD'
  return { reasonCode, reasonDescription: reason.slice(0, MAX_TEXT) }
}
