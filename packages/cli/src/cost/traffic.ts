import type { Usage } from '@keg/local-iot'

/** Units of each kind that is billed; a kind that is absent is not used. */
export type Units = Partial<Usage>

/** One kind of message, or of use: what is billed for it in a month, and why. */
export interface TrafficLine {
  readonly what: string
  /** How the units come about, as AWS bills them. */
  readonly why: string
  readonly units: Units
}

export const KIND_NAMES = {
  connectionMinutes: 'minutes connected', messages: 'messages', rulesTriggered: 'rules triggered', actionsExecuted: 'actions',
  shadowOperations: 'shadow operations', registryOperations: 'registry operations',
} as const

export const USAGE_KINDS = [
  'connectionMinutes', 'messages', 'rulesTriggered', 'actionsExecuted', 'shadowOperations', 'registryOperations',
] as const satisfies readonly (keyof Usage)[]

const MESSAGE_UNIT_BYTES = 5 * 1_024

/** How many units a message of so many bytes is. */
export const messageUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / MESSAGE_UNIT_BYTES))

/** The same line so many times. */
export const times = (count: number, { what, why, units }: TrafficLine): TrafficLine =>
  ({ what, why, units: Object.fromEntries(Object.entries(units).map(([kind, each]) => [kind, each * count])) })

/** What all lines come to. */
export function totalOf(lines: readonly TrafficLine[]): Usage {
  const sum = (kind: keyof Usage) => lines.reduce((total, { units }) => total + (units[kind] ?? 0), 0)
  return {
    connectionMinutes: sum('connectionMinutes'), messages: sum('messages'), rulesTriggered: sum('rulesTriggered'),
    actionsExecuted: sum('actionsExecuted'), shadowOperations: sum('shadowOperations'), registryOperations: sum('registryOperations'),
  }
}
