import type { RemovalPolicies } from '../assembly/removal-policies.ts'
import type { CreatedResource } from '../ground/resource.ts'

/** The record of a created resource: enough to change, restore and remove it. */
export interface ResourceRecord extends Partial<CreatedResource> {
  readonly stackName: string
  readonly logicalId: string
  readonly type: string
  readonly constructPath: string
  /** The number of earlier resources under the same logical id. */
  readonly generation: number
  /** The resolved properties, as of its creation or last change. */
  readonly properties: Readonly<Record<string, unknown>>
  /** Whether its name was made up here. If so, a replacement can exist beside it. */
  readonly nameMadeUp: boolean
  /** The assets that it uses: the version of each by object key. */
  readonly assets: Readonly<Record<string, string>>
  /** What happens to it when it is removed from the template, and when it is replaced. */
  readonly policies: RemovalPolicies
  /**
   * `creating`: it may exist or not; `there`: it exists with these properties; `unsettled`: a change of it has failed; `leaving`: it is
   * removed once nothing refers to it.
   */
  readonly state: 'creating' | 'there' | 'unsettled' | 'leaving'
}

/** The key of the record in force. */
export function recordId({ stackName, logicalId }: Pick<ResourceRecord, 'stackName' | 'logicalId'>): string {
  return `${stackName}/${logicalId}`
}

/** The key of a record that is leaving. */
export function leavingId(record: ResourceRecord): string {
  return `${recordId(record)}#${record.generation}`
}

/** Returns the custom name that a resource and its replacement would share, which is impossible; `undefined` where there is none. */
export function keptCustomName(
  { nameMadeUp, ref = '', properties }: ResourceRecord, next: Readonly<Record<string, unknown>>,
): string | undefined {
  if (nameMadeUp) return undefined
  const names = Object.entries(properties).filter(([name, value]) =>
    typeof value === 'string' && value !== '' && ref.endsWith(value) && next[name] === value)
  return names.map(([, value]) => String(value))[0]
}

/** A resource with its state, for example how many messages a queue has. */
export interface SeenResource extends Pick<ResourceRecord, 'stackName' | 'logicalId' | 'type' | 'constructPath'> {
  readonly ref: string
  readonly status: Readonly<Record<string, string | number>>
}
