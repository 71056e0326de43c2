import type { GatewayReport } from '../api/client.ts'

type Loss = GatewayReport['dropped'][number]

const REASONS: Record<Loss['reason'], string> = {
  shed: 'given up for want of room', refused: 'not taken in for want of room', unsendable: 'set aside, as the cloud does not take it',
}

/**
 * What a gateway lost, and why.
 *
 * @example droppedWords({ reason: 'shed', kind: 'telemetry', count: 12 })  // '12 × telemetry: given up for want of room'
 */
export const droppedWords = ({ reason, kind = 'message', count }: Loss): string => `${count} × ${kind}: ${REASONS[reason]}`

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/**
 * A number of bytes, in the unit that it is read in.
 *
 * @example sizeText(1_500)  // '1.5 KB'
 */
export function sizeText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1_000 ** power
  return `${power === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[power] ?? 'B'}`
}
