import { reported as reportedMessage, partialSettings, type KegState, type PartialSettings } from '@keg/message-schemas/keg'
import { getShadow, updateShadow, type ShadowRecord, type ShadowState } from '@keg/shadow-client/document'
import type { Durable, ServerClock } from '@keg/uplink'
import { Retelling } from './retelling.ts'
import { byCloudClock, mergeWishes, type Wish, type Wishes } from './wishes.ts'

/** A keg's shadow as the gateway keeps it: the document that the keg sees, whose wishes they are, and what the cloud last said. */
export interface KeptShadow {
  readonly record: ShadowRecord | undefined
  readonly wishes: Wishes
  readonly cloudVersion: number
  /** When the cloud last said so, by its own clock; absent where a gateway wrote it that did not keep it. */
  readonly cloudAtSec?: number | undefined
}

export interface LocalShadowsParts {
  readonly siteId: string
  readonly gatewayId: string
  /** Where a keg's shadow is kept. */
  readonly memory: (kegId: string) => Durable<KeptShadow>
  /** Publishes to the kegs of this gateway. */
  readonly publish: (topic: string, body: object) => void
  /** Takes what the cloud is to hear on a keg's {@link reportedMessage} topic; resolves when it is on the disk. */
  readonly tellCloud: (kegId: string, topic: string, payload: Uint8Array) => Promise<void>
  /** The cloud's time, as far as it is known. */
  readonly nowMs: () => number
  readonly cloudClock: Pick<ServerClock, 'known' | 'offsetMs'>
}

const REQUEST = /^\$aws\/things\/([^/]+)\/shadow\/(get|update)$/

/** The shadows of a site's kegs, answered here: settings work while the line is down, and are merged when it is back. */
export class LocalShadows {
  readonly #parts: LocalShadowsParts
  readonly #kept = new Map<string, KeptShadow>()
  /** Opened once: a file that is opened to be written is read first. */
  readonly #memories = new Map<string, Durable<KeptShadow>>()
  readonly #retelling = new Retelling()
  /** When the cloud was last heard of a keg, by this machine's clock. */
  readonly #heardAtMs = new Map<string, number>()
  readonly #startedAtMs: number

  constructor(parts: LocalShadowsParts) {
    this.#parts = parts
    this.#startedAtMs = this.#ownNowMs()
  }

  /** What the keg's shadow holds. */
  stateOf(kegId: string): ShadowState {
    return this.#of(kegId).record?.document?.state ?? {}
  }

  /** What is wished of one setting; `undefined` = nothing. */
  desired(kegId: string, name: keyof PartialSettings): unknown {
    const wished: Readonly<Record<string, unknown>> = this.stateOf(kegId).desired ?? {}
    return wished[name]
  }

  /** Answers a request of a keg; ends when what the cloud has to hear of it is on the disk. `undefined` for any other topic. */
  handle(topic: string, payload: Uint8Array): Promise<void> | undefined {
    const [, kegId, operation] = REQUEST.exec(topic) ?? []
    if (kegId === undefined) return undefined
    if (operation === 'get') {
      this.#announce(kegId, 'get', getShadow(this.#of(kegId).record, payload, this.#context(kegId)))
      return Promise.resolve()
    }
    return this.#update(kegId, payload)
  }

  /** A wish made here, by a reaction or by people: it holds until a later one. */
  async wish(kegId: string, desired: PartialSettings): Promise<void> {
    const kept = this.#of(kegId)
    this.#setDesired(kegId, { ...kept, wishes: { ...kept.wishes, ...this.#wishesOf(desired) } })
    await this.#tellWishes(kegId, desired)
  }

  /** The cloud's shadow, as its `state` message tells it; what is older than what was known is passed over. */
  async fromCloud(said: KegState): Promise<void> {
    const { kegId, version, desired = {}, desiredMetadata = {}, reported = {}, timestampSec } = said
    const kept = this.#of(kegId)
    if (this.#isOlder(said, kept)) return
    this.#heardAtMs.set(kegId, this.#ownNowMs())
    const { nowMs, cloudClock } = this.#parts
    const time = cloudClock.known
      ? { offsetMs: cloudClock.offsetMs, latestMs: nowMs() }
      : { offsetMs: undefined, latestMs: timestampSec * 1_000 }
    const timesSec = Object.fromEntries(Object.keys(desired).map((name) => [name, desiredMetadata[name]?.timestamp ?? timestampSec]))
    const { wishes, untold } = mergeWishes(byCloudClock(kept.wishes, time), { desired, timesSec, atSec: timestampSec })
    this.#setDesired(kegId, { ...kept, wishes, cloudVersion: version, cloudAtSec: timestampSec })
    // This gateway paces its questions: the answer to one is no echo of what was told.
    const isDue = this.#retelling.isDue(kegId, untold, nowMs()) || this.#isAnswer(said)
    if (isDue && Object.keys(untold).length > 0) await this.#tellWishes(kegId, untold)
    // What a keg reported while the line was down and the cloud has not heard, or heard in another order.
    // What is no setting the cloud never hears: to compare it would be to tell the rest for ever.
    const mine = partialSettings.safeParse(this.stateOf(kegId).reported).data
    if (mine !== undefined && JSON.stringify(sorted(mine)) !== JSON.stringify(sorted(reported))) await this.#tellReported(kegId)
  }

  /**
   * Versions begin anew with a thing that was deleted and made again: then a lower one is later by the cloud's clock, or answers what was
   * asked since.
   */
  #isOlder(said: KegState, { cloudVersion, cloudAtSec = Infinity }: KeptShadow): boolean {
    if (said.version >= cloudVersion || said.timestampSec > cloudAtSec) return false
    const { askedAtMs = -Infinity } = said
    return !this.#isAnswer(said) || askedAtMs < this.#startedAtMs || askedAtMs <= (this.#heardAtMs.get(said.kegId) ?? -Infinity)
  }

  #isAnswer({ askedBy }: KegState): boolean {
    return askedBy === this.#parts.gatewayId
  }

  #ownNowMs(): number {
    return this.#parts.nowMs() - this.#parts.cloudClock.offsetMs
  }

  async #update(kegId: string, payload: Uint8Array): Promise<void> {
    const kept = this.#of(kegId)
    const result = updateShadow(kept.record, payload, this.#context(kegId))
    if (result.accepted === undefined) return this.#announce(kegId, 'update', result)
    const { state } = result.accepted
    const wished = partialSettings.safeParse(state?.['desired'] ?? {})
    const wishes = wished.success ? { ...kept.wishes, ...this.#wishesOf(wished.data) } : kept.wishes
    this.#keep(kegId, { ...kept, wishes, record: result.record })
    // The keg hears that it was taken once the cloud is sure to hear of it.
    if (state !== null && 'reported' in state) await this.#tellReported(kegId)
    if (wished.success && Object.keys(wished.data).length > 0) await this.#tellWishes(kegId, wished.data)
    this.#announce(kegId, 'update', result)
  }

  /** Brings the wishes into the keg's document, as an update that it hears of where something changed. */
  #setDesired(kegId: string, next: KeptShadow): void {
    const { record, wishes } = next
    const before: Readonly<Record<string, unknown>> = record?.document?.state.desired ?? {}
    const names = [...new Set([...Object.keys(before), ...Object.keys(wishes)])].filter((name) =>
      JSON.stringify(before[name]) !== JSON.stringify(wishes[name]?.value))
    if (names.length === 0) return this.#keep(kegId, next)
    const desired = Object.fromEntries(names.map((name) => [name, wishes[name]?.value ?? null]))
    const result = updateShadow(record, encode({ state: { desired } }), this.#context(kegId))
    this.#keep(kegId, { ...next, record: result.record })
    this.#announce(kegId, 'update', result)
  }

  async #tellReported(kegId: string): Promise<void> {
    const known = partialSettings.safeParse(this.stateOf(kegId).reported ?? {})
    if (known.success) await this.#tell(kegId, reportedMessage.encode({ v: 1, reported: known.data }))
  }

  /** With the version that this side knows: where the cloud's has moved on, AWS refuses it, tells the new one, and the law decides anew. */
  async #tellWishes(kegId: string, desired: PartialSettings): Promise<void> {
    const { cloudVersion } = this.#of(kegId)
    // Without a version nothing is known of the cloud's wishes yet: they come first.
    if (cloudVersion > 0) await this.#tell(kegId, reportedMessage.encode({ v: 1, desired, version: cloudVersion }))
  }

  #tell(kegId: string, payload: Uint8Array): Promise<void> {
    return this.#parts.tellCloud(kegId, reportedMessage.topic.format({ siteId: this.#parts.siteId, kegId }), payload)
  }

  #announce(
    kegId: string,
    operation: 'get' | 'update',
    { accepted, rejected, delta, documents }: ReturnType<typeof updateShadow>
      | ReturnType<typeof getShadow> & { delta?: undefined; documents?: undefined },
  ): void {
    const base = `$aws/things/${kegId}/shadow/${operation}`
    for (const [kind, body] of Object.entries({ delta, documents, accepted, rejected }))
      if (body !== undefined) this.#parts.publish(`${base}/${kind}`, body)
  }

  #of(kegId: string): KeptShadow {
    const known = this.#kept.get(kegId) ?? this.#memoryOf(kegId).read() ?? this.#fresh(kegId)
    this.#kept.set(kegId, known)
    return known
  }

  /** A keg that is new here learns its site at once, with the line down, too. */
  #fresh(kegId: string): KeptShadow {
    const { siteId } = this.#parts
    const { record } = updateShadow(undefined, encode({ state: { desired: { siteId } } }), this.#context(kegId))
    return { record, wishes: { siteId: { value: siteId, atMs: 0, from: 'cloud' } }, cloudVersion: 0 }
  }

  #memoryOf(kegId: string): Durable<KeptShadow> {
    const memory = this.#memories.get(kegId) ?? this.#parts.memory(kegId)
    this.#memories.set(kegId, memory)
    return memory
  }

  #keep(kegId: string, kept: KeptShadow): void {
    this.#memoryOf(kegId).write(kept)
    this.#kept.set(kegId, kept)
  }

  #wishesOf(desired: PartialSettings): Wishes {
    const { nowMs, cloudClock } = this.#parts
    const made = { atMs: nowMs(), from: 'here' as const, ...(!cloudClock.known && { byOwnClock: true as const }) }
    return Object.fromEntries(Object.entries(desired).map(([name, value]): [string, Wish] => [name, { value, ...made }]))
  }

  #context(thingName: string) {
    return { thingName, nowSec: Math.floor(this.#parts.nowMs() / 1_000) }
  }
}

const encode = (body: object) => new TextEncoder().encode(JSON.stringify(body))
const sorted = (settings: object) => Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))
