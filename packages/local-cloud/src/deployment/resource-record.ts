import type { RemovalPolicies } from '../assembly/removal-policies.ts'
import type { CreatedResource } from '../ground/resource.ts'

/** What is known of a resource that was created: enough to change, to restore and to remove it. */
export interface ResourceRecord extends Partial<CreatedResource> {
  readonly stackName: string
  readonly logicalId: string
  readonly type: string
  readonly constructPath: string
  /** How many came before it under the same logical id. */
  readonly generation: number
  /** Resolved, as it was created or last changed. */
  readonly properties: Readonly<Record<string, unknown>>
  /** Its name was made up here, so that another one can stand beside it. */
  readonly nameMadeUp: boolean
  /** What it took from the assembly: the version of each asset by its object key. */
  readonly assets: Readonly<Record<string, string>>
  /** What becomes of it when it is in no template any more, and when another takes its place. */
  readonly policies: RemovalPolicies
  /**
   * `creating`: it may be there or not; `there`: as its properties say; `unsettled`: a change of it has failed;
   * `leaving`: to be removed once nothing refers to it.
   */
  readonly state: 'creating' | 'there' | 'unsettled' | 'leaving'
}

/** Its key: of the one in force, or of one that is leaving. */
export function recordId({ stackName, logicalId }: Pick<ResourceRecord, 'stackName' | 'logicalId'>): string {
  return `${stackName}/${logicalId}`
}

/** The key of a record that is leaving, beside the one in force. */
export function leavingId(record: ResourceRecord): string {
  return `${recordId(record)}#${record.generation}`
}

/** A custom name that stays while a new resource is to take the place of the old one: the two can't both have it. */
export function keptCustomName({ nameMadeUp, ref = '', properties }: ResourceRecord, next: Readonly<Record<string, unknown>>): string | undefined {
  if (nameMadeUp) return undefined
  const names = Object.entries(properties).filter(([name, value]) => typeof value === 'string' && value !== '' && ref.endsWith(value) && next[name] === value)
  return names.map(([, value]) => String(value))[0]
}

/** A resource with what a look at it tells, as how many messages a queue has. */
export interface SeenResource extends Pick<ResourceRecord, 'stackName' | 'logicalId' | 'type' | 'constructPath'> {
  readonly ref: string
  readonly status: Readonly<Record<string, string | number>>
}
