import type { ResourceIdentifier } from '../../model/model.generated.ts'
import type { IotState } from '../../state/iot-state.ts'

/** By which a suppression is kept: the check, and what names the resource, in the order of its members' names. */
export const suppressionKey = (checkName: string, identifier: ResourceIdentifier): string => `${checkName} ${canonical(identifier)}`

/** Whether a finding of the check on the resource is not to be told. */
export function isSuppressed(
  { auditSuppressions }: Pick<IotState, 'auditSuppressions'>, checkName: string, identifier: ResourceIdentifier, nowMs: number,
): boolean {
  const suppression = auditSuppressions.get(suppressionKey(checkName, identifier))
  return suppression !== undefined && (suppression.expiresAtMs === undefined || suppression.expiresAtMs > nowMs)
}

/** A text that is the same for the same members, whatever their order. */
export function canonical(identifier: object): string {
  const members = Object.entries(identifier).filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, unknown] => [name, typeof value === 'object' && value !== null ? canonical(value) : value])
  return JSON.stringify(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
