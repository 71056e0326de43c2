import { edgeFlows } from '@keg/flows'
import { partResidents } from '@keg/message-schemas'
import { batch, batchAcks, command, liveRequest, partialSettings, state, stateRequest } from '@keg/message-schemas/keg'
import {
  awsIotDialect, awsIotLimits, createBroker, ReasonCode, type Broker, type ConnectionInfo, type Message, type MessageSource, type Routing,
} from '@keg/mqtt-broker'
import { createServerClock, type MessageHandler } from '@keg/uplink'
import type { AdminActs } from './admin/admin-door.ts'
import { KegCommands } from './commands/keg-commands.ts'
import { Reactions } from './edge/reactions.ts'
import { createForwarder, type Forwarder } from './forward/forwarder.ts'
import { KegIntake } from './intake.ts'
import { admission } from './listener/admission.ts'
import { KegList } from './listener/keg-list.ts'
import { LiveReadings } from './live.ts'
import { brokerLines } from './log/broker-lines.ts'
import { siteLog } from './log/site-log.ts'
import { filteredQueue } from './residency/filtered-queue.ts'
import { createResidency, openHouse, type Residency } from './residency/residency.ts'
import type { KegSessions } from './sessions/keg-sessions.ts'
import { memorySessions } from './sessions/memory-sessions.ts'
import { CloudReports } from './status/cloud-reports.ts'
import type { GatewayStatus } from './status/gateway-status.ts'
import { LocalShadows } from './shadows/local-shadows.ts'
import { StateQuestions } from './shadows/state-questions.ts'
import type { GatewayParts } from './gateway-parts.ts'

/** A gateway between the kegs of a site and the cloud. */
export interface Gateway {
  /** Serves kegs: a listener hands their connections to it. */
  readonly broker: Broker
  start(): void
  status(): GatewayStatus
  /** What can be done from the status page. */
  readonly acts: AdminActs
  /** Lets in these kegs from now on. One that is no longer among them is disconnected; what it has sent goes on to the cloud. */
  setKegs(kegs: ReadonlyMap<string, string>): void
  /** A list of kegs could not be used: the last one holds. */
  kegsRefused(problem: string): void
  /**
   * Ends the kegs' connections and sends what waits, for so long; answers whether all of it is booked. The line and the spool are the
   * caller's to close.
   */
  stop(withinMs: number): Promise<boolean>
}

/** A gateway of these parts. */
export function createGateway(parts: GatewayParts): Gateway {
  return new SiteGateway(parts)
}

/** A keg that floods is held to the rates that AWS has; one that comes back at once, or has much to catch up with, is welcome. */
const limits = { ...awsIotLimits, connectsPerSec: Number.POSITIVE_INFINITY, queuedPerSec: Number.POSITIVE_INFINITY }

class SiteGateway implements Gateway {
  readonly broker: Broker
  readonly acts: AdminActs
  readonly #parts: GatewayParts
  readonly #kegs: KegList
  readonly #cloudClock = createServerClock()
  readonly #sessions: KegSessions
  readonly #commands: KegCommands
  readonly #shadows: LocalShadows
  readonly #reactions: Reactions
  readonly #live: LiveReadings
  readonly #residency: Residency
  readonly #intake: KegIntake
  readonly #forwarder: Forwarder
  readonly #questions: StateQuestions
  readonly #reports: CloudReports
  readonly #bootId: string
  #seq = 0
  #lineReason = 'not started'

  constructor(given: GatewayParts) {
    const log = siteLog(given.log, () => given.clock.nowMs())
    const parts = { ...given, log }
    this.#parts = parts
    const {
      siteId, gatewayId, batchRule, spool, line, clock, newId, batchEveryMs, quietBatchEveryMs = batchEveryMs, bookedWithinMs,
      acknowledgedBy,
    } = parts
    this.#kegs = new KegList(parts.kegs)
    this.#bootId = newId()
    this.#residency = parts.residency === undefined ? openHouse : createResidency({ ...parts.residency, nowMs: () => clock.nowMs() })
    this.#live = new LiveReadings(() => clock.nowMs())
    this.#intake = new KegIntake({
      siteId, gatewayId, spool, line, clock, log, residency: this.#residency, live: this.#live,
      publishNow: (...to) => this.#forwarder.publishNow(...to),
      replied: (topic, payload) => this.#commands.replied(topic, payload),
      react: (...to) => this.#reactions.look(...to),
    })
    const cloudNowMs = () => clock.nowMs() + this.#cloudClock.offsetMs
    this.#sessions = parts.sessions ?? memorySessions()
    this.broker = createBroker({
      clock, newId, store: this.#sessions.store, quotas: 'enforce', limits, dialect: awsIotDialect,
      hooks: {
        connect: admission({ siteId, kegOf: (id) => this.#kegs.kegOf(id) }),
        published: (message, source) => this.#published(message, source),
      },
      log: brokerLines({ siteId, log, knows: (kegId) => this.#kegs.kegIds.has(kegId), residency: parts.residency && this.#residency }),
    })
    this.#commands = new KegCommands({
      siteId, broker: this.broker, newId, kept: () => this.#sessions.kept(), nowMs: () => clock.nowMs(), cloudClock: this.#cloudClock,
    })
    this.#shadows = new LocalShadows({
      siteId, gatewayId, memory: parts.shadowMemory, nowMs: cloudNowMs, cloudClock: this.#cloudClock,
      publish: (topic, body) =>
        void this.broker.publish({ topic, payload: new TextEncoder().encode(JSON.stringify(body)), qos: 1, retain: false }),
      tellCloud: (kegId, topic, payload) => this.#intake.keep('reported', kegId, topic, payload),
    })
    this.acts = {
      knows: (kegId) => this.#kegs.kegIds.has(kegId),
      command: (...of) => this.#commands.send(...of),
      wish: async (kegId, desired) => {
        await this.#shadows.wish(kegId, desired)
        await this.#sessions.kept()
      },
    }
    this.#reactions = new Reactions(edgeFlows, siteId, {
      wish: (kegId, desired) => this.#shadows.wish(kegId, desired),
      desiredValve: (kegId) => this.#shadows.desired(kegId, 'valve'),
      alert: (kegId, topic, payload) => this.#intake.keep('alert', kegId, topic, payload),
      newId, log, nowMs: () => clock.nowMs(), envelope: () => ({ bootId: this.#bootId, seq: this.#seq++ }),
    })
    this.#forwarder = createForwarder({
      spool: parts.residency === undefined ? spool : filteredQueue(spool, this.#residency), line, clock, newId,
      batchTopic: batch.topic.format({ ruleName: batchRule, siteId, gatewayId }),
      batchEveryMs: () => (this.#live.any ? batchEveryMs : quietBatchEveryMs), ...(acknowledgedBy === undefined ? {} : { acknowledgedBy }),
      ...(bookedWithinMs === undefined ? {} : { acknowledgedWithinMs: bookedWithinMs }),
    })
    this.#reports = new CloudReports({
      siteId, gatewayId, line, clock, log, residency: this.#residency,
      now: () => ({ spool: spool.status(), forwarder: this.#forwarder.status(), problem: this.#sessions.status().problem }),
    })
    this.#questions = new StateQuestions({
      clock, knows: (kegId) => this.#kegs.kegIds.has(kegId), ask: (kegId) => this.#askForState(kegId),
    })
  }

  start(): void {
    this.#readShadows(this.#kegs.kegIds)
    const { line, siteId, gatewayId, log } = this.#parts
    const hears = (filter: string, handler: MessageHandler) => {
      // It goes on trying by itself; what is wrong is told with the state of the line.
      line.subscribe(filter, handler).catch((error: unknown) => log(`${filter}: ${String(error)}`))
    }
    hears(batchAcks.topic.format({ siteId, gatewayId }), (_topic, payload) => this.#acknowledged(payload))
    hears(state.topic.filter({ siteId }), (_topic, payload) => this.#stateCame(payload))
    hears(command.topic.filter({ siteId }), (topic, payload) => {
      // Others of the site may be behind another gateway, or none.
      if (this.acts.knows(command.topic.parse(topic)?.kegId ?? '')) return this.#commands.take(topic, payload, 'cloud')
    })
    hears(liveRequest.topic.format({ siteId, gatewayId }), (_topic, payload) => this.#liveAsked(payload))
    line.onState((now, reason) => {
      this.#lineReason = reason
      log(`line ${now}: ${reason}`)
      this.#questions.stop()
      // While the line was down the cloud's wishes may have changed.
      if (now === 'connected') this.#questions.ask(this.#kegs.kegIds)
    })
    this.#forwarder.start()
    this.#intake.start()
    this.#reports.start()
  }

  status(): GatewayStatus {
    const { siteId, gatewayId, line, spool, residency } = this.#parts
    return {
      siteId, gatewayId,
      ...(this.#kegs.problem !== undefined && { kegsProblem: this.#kegs.problem }),
      line: { state: line.state, reason: this.#lineReason },
      clockOffsetMs: Math.round(this.#cloudClock.offsetMs),
      kegs: [...this.#kegs.kegIds].map((kegId) => {
        const presence = this.broker.presence(kegId)
        const { desired, reported } = this.#shadows.stateOf(kegId)
        const connected = presence !== undefined && presence.ended === undefined
        return { kegId, connected, desired: this.#told(desired), reported: this.#told(reported) }
      }),
      spool: spool.status(),
      sessions: this.#sessions.status(),
      commands: this.#commands.seen,
      forwarder: this.#forwarder.status(),
      ...(residency && { residency: { topics: residency.topics, ...residency.withheld.status() } }),
    }
  }

  /** Settings as the status tells them. */
  #told(settings: unknown): unknown {
    if (this.#parts.residency === undefined || settings === undefined) return settings
    return partialSettings.safeParse(partResidents(partialSettings, settings).leaves).data ?? {}
  }

  setKegs(kegs: ReadonlyMap<string, string>): void {
    this.#readShadows(kegs.values())
    const { newKegIds, goneKegIds, goneCertificateIds } = this.#kegs.replace(kegs)
    const because = [ReasonCode.notAuthorized, 'AUTH_ERROR', 'It is no longer on the list of this gateway.'] as const
    // Its Will would speak for a keg of nobody, and what waits for it is for nobody.
    const forgotten = goneKegIds.filter((kegId) => this.broker.forget(kegId, ...because)).length
    const isGone = ({ certificateId }: ConnectionInfo) => certificateId !== undefined && goneCertificateIds.has(certificateId)
    const gone = forgotten + this.broker.disconnect(isGone, ...because)
    if (newKegIds.length + goneCertificateIds.size > 0)
      this.#parts.log(`${this.#kegs.kegIds.size} kegs, ${newKegIds.length} of them new; ${gone} disconnected`)
    if (this.#parts.line.state === 'connected') this.#questions.ask(newKegIds)
  }

  kegsRefused(problem: string): void {
    this.#kegs.problem = problem
  }

  async stop(withinMs: number): Promise<boolean> {
    await this.broker.close()
    this.#questions.stop()
    this.#reports.stop()
    this.#intake.stop()
    const booked = await this.#forwarder.drain(withinMs)
    this.#forwarder.stop()
    return booked
  }

  /**
   * The way of a keg's message: to the spool, the shadow here, or the rules of the edge. Its PUBACK waits until what it caused is on the
   * disk.
   */
  #published({ topic, payload }: Message, { clientId }: MessageSource): Routing | undefined {
    // What this gateway publishes itself is for kegs alone.
    if (clientId === undefined) return undefined
    const work = this.#takes(clientId, topic, payload)
    return work && { safe: work, done: work }
  }

  /** Never throws: a Will comes when its keg is gone, and nobody is there to be refused. */
  #takes(kegId: string, topic: string, payload: Uint8Array): Promise<void> | undefined {
    try {
      return this.#shadows.handle(topic, payload) ?? this.#intake.take(kegId, topic, payload)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  /** A file that can't be used is found out now, and not when its keg is there. */
  #readShadows(kegIds: Iterable<string>): void {
    for (const kegId of kegIds) this.#shadows.stateOf(kegId)
  }

  #acknowledged(payload: Uint8Array): void {
    const decoded = batchAcks.decode(payload)
    if (decoded.ok) this.#forwarder.acknowledged(decoded.value.batchIds)
    else this.#parts.log(`an acknowledgement can't be read: ${decoded.reason}`)
  }

  /** Ends when the settings are kept: the cloud's copy is acknowledged then. */
  async #stateCame(payload: Uint8Array): Promise<void> {
    const decoded = state.decode(payload)
    if (!decoded.ok) return this.#parts.log(`a state can't be read: ${decoded.reason}`)
    const { kegId, askedBy, askedAtMs, timestampSec } = decoded.value
    this.#questions.answered(kegId)
    // Only of an answer to this gateway is it known between which two moments it was made.
    if (askedBy === this.#parts.gatewayId && askedAtMs !== undefined)
      this.#cloudClock.learn({ sentAtMs: askedAtMs, receivedAtMs: this.#parts.clock.nowMs(), timestampSec })
    await this.#shadows.fromCloud(decoded.value)
    // A keg that is away gets the delta when it is back.
    await this.#sessions.kept()
  }

  #liveAsked(payload: Uint8Array): void {
    const decoded = liveRequest.decode(payload)
    if (!decoded.ok) return
    this.#live.ask(decoded.value.kegId, decoded.value.untilMs - this.#cloudClock.offsetMs)
    this.#forwarder.lookAgain()
  }

  #askForState(kegId: string): void {
    const { line, siteId, gatewayId, clock, log } = this.#parts
    const payload = stateRequest.encode({ v: 1, askedBy: gatewayId, askedAtMs: clock.nowMs() })
    const topic = stateRequest.topic.format({ siteId, kegId })
    if (!this.#residency.mayLeave(topic)) return
    line.publish(topic, payload, 1).catch((error: unknown) => log(`${kegId}: settings were not asked for: ${String(error)}`))
  }
}
