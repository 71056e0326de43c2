import type { EdgeFlow } from '@keg/flows'
import { alert, type Alert, type PartialSettings } from '@keg/message-schemas/keg'
import { compileRule, type CompiledRule, type Rule } from '@keg/rule-dsl'

/** What a reaction does. */
export interface ReactionPorts {
  /** Wishes something of the keg, in its shadow here. */
  readonly wish: (kegId: string, desired: PartialSettings) => Promise<void>
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

interface Raised {
  readonly alertId: string
  lastMatchMs: number
}

/** Runs the rules of the edge on each message of a keg, and does what they ask for: once while they match, not with each reading. */
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

  /** Looks at a message; ends when what it caused is on the disk. `undefined` where it caused nothing. Without `tellsValue` nobody hears what was measured. */
  look(kegId: string, topic: string, payload: Uint8Array, { tellsValue = true } = {}): Promise<void> | undefined {
    const caused = this.#rules.flatMap(({ flow, rule }) => {
      const result = rule.evaluate({ topic, payload }, { nowMs: this.#ports.nowMs(), clientId: kegId })
      return (result.kind === 'matched' ? this.#matches(kegId, flow, tellsValue ? celsiusIn(result.payload) : undefined) : this.#passes(kegId, flow)) ?? []
    })
    return caused.length === 0 ? undefined : Promise.all(caused).then(() => undefined)
  }

  #matches(kegId: string, flow: EdgeFlow, value: number | undefined): Promise<void> | undefined {
    const key = `${flow.name} ${kegId}`
    const nowMs = this.#ports.nowMs()
    const raised = this.#raised.get(key)
    if (raised !== undefined) {
      raised.lastMatchMs = nowMs
      return undefined
    }
    const alertId = this.#ports.newId()
    this.#raised.set(key, { alertId, lastMatchMs: nowMs })
    const { desired } = flow.reaction
    // Not what was measured: logs may go where messages may not.
    this.#ports.log(`${kegId}: ${flow.name}: ${JSON.stringify(desired)}`)
    const wished = this.#ports.wish(kegId, desired)
    return Promise.all([wished, this.#tell(kegId, flow, 'raised', alertId, value)]).then(() => undefined)
  }

  #passes(kegId: string, flow: EdgeFlow): Promise<void> | undefined {
    const key = `${flow.name} ${kegId}`
    const raised = this.#raised.get(key)
    if (raised === undefined || this.#ports.nowMs() - raised.lastMatchMs < CLEARED_AFTER_MS) return undefined
    this.#raised.delete(key)
    return this.#tell(kegId, flow, 'cleared', raised.alertId, undefined)
  }

  #tell(kegId: string, { description, reaction }: EdgeFlow, event: Alert['event'], alertId: string, value: number | undefined): Promise<void> {
    const { alert: kind, limit } = reaction
    const payload = alert.encode({
      v: 1, ...this.#ports.envelope(), takenAtMs: this.#ports.nowMs(), alertId, kind, event, limit, message: description,
      ...(value === undefined ? {} : { value }),
      ...(event === 'raised' && reaction.desired.valve === 'closed' ? { reaction: 'valveClosed' as const } : {}),
    })
    return this.#ports.alert(kegId, alert.topic.format({ siteId: this.#siteId, kegId }), payload)
  }
}

/** What the rule measured, where its output says so. */
function celsiusIn(output: Uint8Array): number | undefined {
  const selected: unknown = JSON.parse(new TextDecoder().decode(output))
  return typeof selected === 'object' && selected !== null && 'celsius' in selected && typeof selected.celsius === 'number' ? selected.celsius : undefined
}
