import type { EdgeFlow } from '@keg/flows'
import { alert, telemetry, type Alert, type PartialSettings } from '@keg/message-schemas/keg'
import { compileRule, type CompiledRule, type Rule } from '@keg/rule-dsl'

/** What a reaction does. */
export interface ReactionPorts {
  /** Wishes something of the keg, in its shadow here. */
  readonly wish: (kegId: string, desired: PartialSettings) => Promise<void>
  /** What is wished of the keg's valve now. */
  readonly desiredValve: (kegId: string) => unknown
  /** Sends an alert, kept until the cloud has it. */
  readonly alert: (kegId: string, topic: string, payload: Uint8Array) => Promise<void>
  readonly newId: () => string
  readonly nowMs: () => number
  /** The boot of the gateway, which speaks in the alert, and its next number. */
  readonly envelope: () => Pick<Alert, 'bootId' | 'seq'>
  readonly log: (line: string) => void
}

interface EdgeRule {
  readonly flow: EdgeFlow
  readonly rule: CompiledRule
}

/** How long a rule must not match before what it raised is over, by the readings' own times. */
const CLEARED_AFTER_MS = 60_000
const measured = telemetry.schema.shape.celsius

interface Raised {
  readonly alertId: string
  readonly atMs: number
  readonly value: number | undefined
  lastMatchMs: number
  /** Whether the alert is kept; what is wished for is seen from the shadow. */
  told: boolean
  /** Whether the wish was kept once. */
  wished: boolean
  /** What is being kept now. */
  underWay: Promise<void> | undefined
}

/**
 * Runs the rules of the edge on each message of a keg, and does what they ask for: once while they match, not with each reading, and again
 * where it was not kept or no longer holds.
 */
export class Reactions {
  readonly #rules: readonly EdgeRule[]
  readonly #siteId: string
  readonly #ports: ReactionPorts
  readonly #raised = new Map<string, Raised>()

  constructor(flows: readonly EdgeFlow<{ readonly sql: string; readonly rule: Rule }>[], siteId: string, ports: ReactionPorts) {
    this.#rules = flows.map((flow) => ({ flow, rule: compileRule(flow.rule.rule) }))
    this.#siteId = siteId
    this.#ports = ports
  }

  /**
   * Looks at a message; ends when what it caused is on the disk. `undefined` where it caused nothing. Without `tellsValue` nobody hears
   * what was measured.
   */
  look(kegId: string, topic: string, payload: Uint8Array, { tellsValue = true } = {}): Promise<void> | undefined {
    const caused = this.#rules.flatMap(({ flow, rule }) => {
      const result = rule.evaluate({ topic, payload }, { nowMs: this.#ports.nowMs(), clientId: kegId })
      return (result.kind === 'matched'
        ? this.#matches(kegId, flow, tellsValue ? celsiusIn(result.payload) : undefined)
        : this.#passes(kegId, flow))
        ?? []
    })
    return caused.length === 0 ? undefined : Promise.all(caused).then(() => undefined)
  }

  #matches(kegId: string, flow: EdgeFlow, value: number | undefined): Promise<void> | undefined {
    const key = `${flow.name} ${kegId}`
    const nowMs = this.#ports.nowMs()
    const raised: Raised = this.#raised.get(key)
      ?? { alertId: this.#ports.newId(), atMs: nowMs, value, lastMatchMs: nowMs, told: false, wished: false, underWay: undefined }
    raised.lastMatchMs = nowMs
    this.#raised.set(key, raised)
    // A reading that comes meanwhile counts on the same writes.
    if (raised.underWay !== undefined) return raised.underWay
    const isWished = raised.wished && this.#isWished(kegId, flow)
    if (raised.told && isWished) return undefined
    raised.underWay = this.#react(kegId, flow, raised, isWished).finally(() => (raised.underWay = undefined))
    return raised.underWay
  }

  /** Keeps what is not kept yet of wish and alert, each by itself: one that fails comes again with the next match. */
  async #react(kegId: string, flow: EdgeFlow, raised: Raised, isWished: boolean): Promise<void> {
    const { desired } = flow.reaction
    // Not what was measured: logs may go where messages may not.
    if (!isWished) this.#ports.log(`${kegId}: ${flow.name}: ${JSON.stringify(desired)}`)
    const wish = async () => {
      await this.#ports.wish(kegId, desired)
      raised.wished = true
    }
    const tell = async () => {
      await this.#tell(kegId, flow, 'raised', raised)
      raised.told = true
    }
    const results = await Promise.allSettled([isWished || wish(), raised.told || tell()])
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }

  /**
   * Whether the valve is wished for as the rule has it; somebody may have wished otherwise since, or a clock that was wrong made ours the
   * older wish.
   */
  #isWished(kegId: string, { reaction: { desired } }: EdgeFlow): boolean {
    return desired.valve === undefined || this.#ports.desiredValve(kegId) === desired.valve
  }

  #passes(kegId: string, flow: EdgeFlow): Promise<void> | undefined {
    const key = `${flow.name} ${kegId}`
    const raised = this.#raised.get(key)
    if (raised === undefined || raised.underWay !== undefined || this.#ports.nowMs() - raised.lastMatchMs < CLEARED_AFTER_MS)
      return undefined
    const ends = async () => {
      // Nobody heard that it began.
      if (raised.told) await this.#tell(kegId, flow, 'cleared', { alertId: raised.alertId, atMs: this.#ports.nowMs(), value: undefined })
      this.#raised.delete(key)
    }
    raised.underWay = ends().finally(() => (raised.underWay = undefined))
    return raised.underWay
  }

  async #tell(
    kegId: string,
    { description, reaction }: EdgeFlow,
    event: Alert['event'],
    { alertId, atMs, value }: Pick<Raised, 'alertId' | 'atMs' | 'value'>,
  ): Promise<void> {
    const { alert: kind, limit } = reaction
    const payload = alert.encode({
      v: 1, ...this.#ports.envelope(), takenAtMs: atMs, alertId, kind, event, limit, message: description,
      ...(value === undefined ? {} : { value }),
      ...(event === 'raised' && reaction.desired.valve === 'closed' ? { reaction: 'valveClosed' as const } : {}),
    })
    await this.#ports.alert(kegId, alert.topic.format({ siteId: this.#siteId, kegId }), payload)
  }
}

/** What the rule measured, where its output says so. The message was checked by no schema: what no thermometer measures is no value. */
function celsiusIn(output: Uint8Array): number | undefined {
  const selected: unknown = JSON.parse(new TextDecoder().decode(output))
  return typeof selected === 'object' && selected !== null && 'celsius' in selected ? measured.safeParse(selected.celsius).data : undefined
}
