import { command, partialSettings, type PartialSettings } from '@keg/message-schemas/keg'
import { createShadowClient, type ShadowSnapshot, type ShadowTransport, type SubscribingTransport } from '@keg/shadow-client'
import { createDiskWatch, type Line } from '@keg/uplink'
import { createCommands } from './commands.ts'
import type { KegFiles } from './device-state.ts'
import type { Gate } from './gate.ts'
import type { Hardware } from './hardware.ts'
import { createKeg } from './keg.ts'
import { createNotices } from './notices.ts'
import { createOutbox } from './outbox.ts'
import { createOverTemperature } from './over-temperature.ts'
import { createSequence } from './sequence.ts'
import { createServerClock } from './server-clock.ts'
import { followShadow } from './follow-shadow.ts'
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
  /** Starts the program anew. */
  readonly reboot: () => void
}

/** One boot of a keg's program. */
export interface Program {
  /** Lets `elapsedMs` go by. Answers whether the disk took what there was to write. */
  tick(nowMs: number, elapsedMs: number): boolean
  /** Sends until every pour, reply and alert is acknowledged, or `signal` aborts; answers how many are left. */
  settle(signal: AbortSignal): Promise<number>
  /** Disconnects. What was not acknowledged stays on the disk. */
  close(): Promise<void>
}

/** Starts a keg's program: it connects, applies its settings, and obeys. */
export function startProgram(parts: ProgramParts): Program {
  const { kegId, hardware, files, transport, newId, log } = parts
  const { line } = transport
  const say = (what: string, error: unknown) => log(`${kegId}: ${what}: ${error instanceof Error ? error.message : String(error)}`)
  const uplink = {
    get connected() {
      return line.state === 'connected'
    },
    publish: line.publish,
  }
  const sequence = createSequence(newId())
  const serverClock = createServerClock()
  const shared = { kegId, sequence, newId, uplink, pause: parts.pause, onProblem: ({ doing, error }: { doing: string; error: unknown }) => say(doing, error) }
  const keg = createKeg({
    ...shared, meter: hardware.meter, outbox: createOutbox(files.outbox), gauges: hardware.gauges, tapOpen: () => hardware.tapOpen, sendTwice: parts.sendTwice,
  })
  const notices = createNotices(files.notices, shared)
  const overTemperature = createOverTemperature({ ...shared, notices })
  const commands = createCommands({
    ...shared, notices, serverClock, valveOpen: () => hardware.valve === 'open', pour: hardware.pour, reboot: parts.reboot, log: (text) => log(`${kegId}: ${text}`),
  })
  const diskOf = (file: string) => createDiskWatch(file, (text) => log(`${kegId}: ${text}`))
  const [outboxDisk, noticesDisk, settingsDisk] = [diskOf('outbox'), diskOf('notices'), diskOf('settings')]
  let applied: PartialSettings = files.settings.read() ?? {}
  let written = true
  let commandFilter: string | undefined

  function listenForCommands(siteId: string): void {
    const filter = command.topic.filter({ siteId, kegId })
    if (line.unsubscribe === undefined || filter === commandFilter) return
    if (commandFilter !== undefined) line.unsubscribe(commandFilter)
    commandFilter = filter
    // A refusal is told by the line, which asks again at the next connection.
    line.subscribe(filter, commands.receive).catch(() => undefined)
  }
  function apply(change: PartialSettings): void {
    const next = { ...applied, ...change }
    written &&= JSON.stringify(next) === JSON.stringify(applied)
    applied = next
    const { siteId, targetCelsius, valve, intervalSec } = change
    if (siteId !== undefined) {
      keg.siteId = siteId
      listenForCommands(siteId)
    }
    if (targetCelsius !== undefined) hardware.targetCelsius = targetCelsius
    if (valve !== undefined) hardware.valve = valve
    if (intervalSec !== undefined) keg.intervalSec = intervalSec
  }
  function writeSettings(): void {
    if (written) return
    files.settings.write(applied)
    written = true
  }

  const { siteId: lastSite, ...lastSettings } = applied
  apply(lastSettings)
  // What the broker kept for this session comes at once: the handler has to be there. Where the keg stands now, the shadow tells.
  if (lastSite !== undefined) listenForCommands(lastSite)
  const shadow = createShadowClient({
    thingName: kegId,
    transport: timedTransport(transport.shadow, parts.nowMs, serverClock.learn),
    schema: partialSettings,
    onInvalid: ({ message }) => log(`${kegId}: settings refused: ${message}`),
    // Before the first connection there is nothing to synchronize with, and no news in that.
    onError: (error) => uplink.connected && say('shadow', error),
  })
  const following = followShadow(shadow, {
    pollMs: transport.pollMs,
    // What was reported is what was applied before the last stop; what is desired comes again, as a change, where it differs.
    learn: (snapshot) => apply({ ...validSettings(snapshot?.reported), ...validSettings(snapshot?.desired) }),
    change: apply,
    onError: (error) => say('shadow', error),
  })
  line.onState((state, reason) => {
    log(`${kegId}: ${state === 'connected' ? reason : `${state === 'stalled' ? 'stalled' : 'not connected'}: ${reason}`}`)
    if (state !== 'connected') return
    keg.retryNow()
    notices.courier.retryNow()
  })
  let closed = false
  parts.gate.enter((leave) => {
    line.onState(leave)
    if (closed) leave()
    else line.start()
  })

  return {
    tick(nowMs, elapsedMs) {
      following.tick(nowMs)
      const outboxTook = outboxDisk.trying(() => keg.tick(nowMs))
      const settingsTook = settingsDisk.trying(writeSettings)
      const noticesTook = noticesDisk.trying(() => {
        notices.catchUp()
        if (keg.siteId === undefined) return
        commands.tick(nowMs)
        overTemperature.tick(keg.siteId, nowMs, elapsedMs, { celsius: hardware.gauges.celsius, targetCelsius: hardware.targetCelsius })
        notices.courier.tick(nowMs)
      })
      return outboxTook && settingsTook && noticesTook
    },
    async settle(signal) {
      const left = await Promise.all([keg.settle(signal), notices.courier.settle(signal)])
      return left.reduce((sum, count) => sum + count, 0)
    },
    async close() {
      closed = true
      await shadow.close()
      await line.close()
    },
  }
}

/** What of a shadow is settings; a part that is none is left out, as the shadow client has said already. */
const validSettings = (part: ShadowSnapshot<PartialSettings>['reported'] | undefined): PartialSettings => partialSettings.safeParse(part ?? {}).data ?? {}
