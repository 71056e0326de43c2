import { partialSettings, type JobSettings, type PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient, type ShadowSnapshot, type ShadowTransport, type SubscribingTransport } from '@keg/shadow-client'
import { createDiskWatch, createServerClock, type Line, type ServerClock } from '@keg/uplink'
import { createAppliedSettings } from './applied-settings.ts'
import { awsCommandsFilter } from './command-doors.ts'
import { commandSubscription } from './command-subscription.ts'
import { createCommands } from './commands.ts'
import type { KegFiles } from './device-state.ts'
import { messageOf } from './errors/device-error.ts'
import { followShadow } from './follow-shadow.ts'
import type { Gate } from './gate.ts'
import type { Hardware } from './hardware/hardware.ts'
import { createKeg, type KegParts } from './keg.ts'
import { createNotices } from './notices.ts'
import { createOutbox } from './outbox.ts'
import { createOverTemperature } from './over-temperature.ts'
import { createSequence } from './sequence.ts'
import { timedTransport } from './timed-transport.ts'

/** A line to AWS IoT: `unsubscribe` is absent where nothing can be subscribed to, and then there are no commands. */
export interface KegLine extends Line {
  readonly unsubscribe?: (filter: string) => void
}

/** How a keg speaks to AWS IoT. */
export interface Transport {
  readonly line: KegLine
  readonly shadow: ShadowTransport | SubscribingTransport
  /** Where the shadow can't be subscribed to: how often to look at it, in milliseconds. */
  readonly pollMs?: number
}

/** What a program is handed besides its keg. */
export interface ProgramPorts {
  readonly nowMs: () => number
  readonly newId: () => string
  /** Whether the next pour is to be sent twice. */
  readonly sendTwice: () => boolean
  /** Resolves after a moment. */
  readonly pause: () => Promise<void>
  readonly log: (line: string) => void
  /** Spreads the first connections of many kegs. */
  readonly gate: Gate
}

/** What one boot of a keg's program is made of. */
export interface ProgramParts extends ProgramPorts {
  readonly kegId: string
  readonly hardware: Hardware
  readonly files: KegFiles
  readonly transport: Transport
  /** The version of this program, which it reports. */
  readonly firmware: string
  /** Starts the program anew. */
  readonly reboot: () => void
}

/** One boot of a keg's program. */
export interface Program {
  /** Lets `elapsedMs` go by. Answers whether the disk took what there was to write. */
  tick(nowMs: number, elapsedMs: number): boolean
  /** Whether all that the meter counted has become pours: not before the keg knows its site. */
  readonly reported: boolean
  /** Whether it works: it is connected, has read its shadow, and a second of ticks has gone well since. */
  readonly healthy: boolean
  /** Applies settings that a job brought, as wished and as reported. Resolves once the shadow has both. */
  applySettings(settings: JobSettings): Promise<void>
  /** Sends until every pour is acknowledged, or `signal` aborts, and tries replies and alerts once; answers how many pours are left. */
  settle(signal: AbortSignal): Promise<number>
  /** Disconnects. What was not acknowledged stays on the disk. */
  close(): Promise<void>
}

/** What a program is: the built-in one, or one that is loaded from a file, which exports these two names. */
export interface ProgramModule {
  readonly version: string
  readonly startProgram: (parts: ProgramParts) => Program
}

/** So many ticks that went well since the shadow was read make a program healthy. */
const HEALTHY_TICKS = 10

/** Starts a keg's program: it connects, applies its settings, and obeys. */
export function startProgram(parts: ProgramParts): Program {
  const { kegId, transport: { line, shadow: shadowTransport, pollMs } } = parts
  const log = (text: string) => parts.log(`${kegId}: ${text}`)
  const say = (what: string, error: unknown) => log(`${what}: ${messageOf(error)}`)
  const serverClock = createServerClock()
  const { keg, notices, settings, tick, reported } = assemble({ ...parts, log }, serverClock, say)
  const shadow = createShadowClient({
    thingName: kegId,
    transport: timedTransport(shadowTransport, parts.nowMs, serverClock.learn),
    schema: partialSettings,
    onInvalid: ({ message }) => log(`settings refused: ${message}`),
    // Before the first connection there is nothing to synchronize with, and no news in that.
    onError: (error) => line.state === 'connected' && say('shadow', error),
  })
  let goodTicks: number | undefined
  const following = followShadow(shadow, {
    pollMs,
    learn(snapshot) {
      // What was reported is what was applied before the last stop; what is desired comes again, as a change, where it differs.
      settings.apply({ ...validSettings(snapshot?.reported), ...validSettings(snapshot?.desired) })
      goodTicks ??= 0
      if (snapshot?.reported.firmware !== parts.firmware)
        shadow.report({ firmware: parts.firmware }).catch((error: unknown) => say('report the firmware', error))
    },
    change: settings.apply,
    onError: (error) => say('shadow', error),
  })
  let closed = false
  line.onState((state, reason) => {
    if (closed) return
    log(state === 'connected' ? reason : `${state === 'stalled' ? 'stalled' : 'not connected'}: ${reason}`)
    if (state !== 'connected') return
    keg.retryNow()
    notices.courier.retryNow()
  })
  parts.gate.enter((leave) => {
    line.onState(leave)
    if (closed) leave()
    else line.start()
  })

  return {
    tick(nowMs, elapsedMs) {
      following.tick(nowMs)
      const took = tick(nowMs, elapsedMs)
      if (took && goodTicks !== undefined) goodTicks++
      return took
    },
    get healthy() {
      return line.state === 'connected' && (goodTicks ?? 0) >= HEALTHY_TICKS
    },
    async applySettings(change) {
      const patch = defined(change)
      settings.apply(patch)
      settings.write()
      // The wish as well: else what was wished before would come again as a difference, and undo it.
      await shadow.setDesired(patch)
      await shadow.report(patch)
      // A shadow that was read meanwhile may have been older than this.
      settings.apply(patch)
      settings.write()
    },
    get reported() {
      return reported()
    },
    async settle(signal) {
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      // A reply or an alert is tried once more; one that is refused must not hold up the end.
      const [left] = await Promise.all([keg.settle(signal), signal.aborted || Promise.race([notices.courier.flush(), aborted])])
      return left
    },
    async close() {
      closed = true
      await shadow.close()
      await line.close()
    },
  }
}

/** Puts a keg together from its hardware, its files and its line. */
function assemble(parts: ProgramParts, serverClock: ServerClock, say: (what: string, error: unknown) => void) {
  const { kegId, hardware, files, newId, log, pause, transport: { line } } = parts
  const uplink = {
    get connected() {
      return line.state === 'connected'
    },
    publish: line.publish,
  }
  const onProblem: KegParts['onProblem'] = ({ doing, error }) => say(doing, error)
  const shared = { kegId, sequence: createSequence(newId()), newId, uplink, pause, onProblem }
  const outbox = createOutbox(files.outbox)
  const keg = createKeg({
    ...shared, meter: hardware.meter, outbox, gauges: hardware.gauges, tapOpen: () => hardware.tapOpen, sendTwice: parts.sendTwice,
  })
  const notices = createNotices(files.notices, shared)
  const overTemperature = createOverTemperature({ ...shared, notices })
  const commands = createCommands({
    ...shared, notices, serverClock, log, valveOpen: () => hardware.valve === 'open', pour: hardware.pour, reboot: parts.reboot,
  })
  // What the broker kept for this session comes with the connection: the handler has to be there before.
  const listenAt = commandSubscription(line, kegId, commands.receive)
  // A refusal is told by the line.
  if (line.unsubscribe !== undefined) line.subscribe(awsCommandsFilter(kegId), commands.receive).catch(() => undefined)
  const settings = createAppliedSettings({ memory: files.settings, lastSite: listenAt, apply })
  const [outboxDisk, noticesDisk, settingsDisk] = [
    createDiskWatch('outbox', log), createDiskWatch('notices', log), createDiskWatch('settings', log),
  ]

  function apply({ siteId, targetCelsius, valve, intervalSec }: PartialSettings): void {
    if (siteId !== undefined) {
      keg.siteId = siteId
      listenAt(siteId)
    }
    if (targetCelsius !== undefined) hardware.targetCelsius = targetCelsius
    if (valve !== undefined) hardware.valve = valve
    if (intervalSec !== undefined) keg.intervalSec = intervalSec
  }
  function tickNotices(nowMs: number, elapsedMs: number): void {
    notices.catchUp()
    if (keg.siteId === undefined) return
    commands.tick(nowMs)
    overTemperature.tick(keg.siteId, nowMs, elapsedMs, { celsius: hardware.gauges.celsius, targetCelsius: hardware.targetCelsius })
    notices.courier.tick(nowMs)
  }
  const tick = (nowMs: number, elapsedMs: number): boolean => {
    const took = [
      outboxDisk.trying(() => keg.tick(nowMs)), settingsDisk.trying(settings.write),
      noticesDisk.trying(() => tickNotices(nowMs, elapsedMs)),
    ]
    return took.every(Boolean)
  }
  return { keg, notices, settings, tick, reported: () => hardware.meter.totaliserMl <= outbox.state.reportedMl }
}

/** What of a shadow is settings; a part that is none is left out, as the shadow client has said already. */
const validSettings = (part: ShadowSnapshot<PartialSettings>['reported'] | undefined): PartialSettings =>
  partialSettings.omit({ firmware: true }).safeParse(part ?? {}).data ?? {}

/** Without the members that are there and undefined. */
const defined = (settings: JobSettings): PartialSettings => JSON.parse(JSON.stringify(settings)) as PartialSettings
