import type { NamedQuery as DescribedNamedQuery, WorkGroup as DescribedWorkGroup, WorkGroupSummary } from './model.generated.ts'

/** A work group: where results go that are not told otherwise, or must not be. */
export interface WorkGroup {
  readonly name: string
  readonly description: string | undefined
  readonly state: 'ENABLED' | 'DISABLED'
  readonly outputLocation: string | undefined
  readonly enforced: boolean
  /** A query that reads more is cancelled. */
  readonly bytesMax: number | undefined
  readonly createdAtMs: number
}

/** A query that is kept by name. */
export interface NamedQuery {
  readonly id: string
  readonly name: string
  readonly description: string | undefined
  readonly database: string
  readonly sql: string
  readonly workGroup: string
}

/** What is asked of a work group. */
interface WorkGroupConfiguration {
  readonly ResultConfiguration?: { readonly OutputLocation?: string | undefined } | undefined
  readonly EnforceWorkGroupConfiguration?: boolean | undefined
  readonly BytesScannedCutoffPerQuery?: number | undefined
}

/** A work group by the API's configuration of it. */
export function workGroup(
  group: Pick<WorkGroup, 'name' | 'description' | 'createdAtMs'>, configuration: WorkGroupConfiguration = {},
): WorkGroup {
  const { ResultConfiguration, EnforceWorkGroupConfiguration: enforced = true, BytesScannedCutoffPerQuery: bytesMax } = configuration
  return { ...group, state: 'ENABLED', outputLocation: ResultConfiguration?.OutputLocation || undefined, enforced, bytesMax }
}

const engineVersion = { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: 'Athena engine version 3' }

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html */
export function describedWorkGroup(
  { name, description, state, outputLocation, enforced, bytesMax, createdAtMs }: WorkGroup,
): DescribedWorkGroup {
  return {
    Name: name, State: state, Description: description, CreationTime: createdAtMs / 1000,
    Configuration: {
      ResultConfiguration: outputLocation === undefined ? {} : { OutputLocation: outputLocation },
      EnforceWorkGroupConfiguration: enforced, PublishCloudWatchMetricsEnabled: false, RequesterPaysEnabled: false,
      EngineVersion: engineVersion, ...(bytesMax === undefined ? {} : { BytesScannedCutoffPerQuery: bytesMax }),
    },
  }
}

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupSummary.html */
export function summarizedWorkGroup({ name, description, state, createdAtMs }: WorkGroup): WorkGroupSummary {
  return { Name: name, State: state, Description: description, CreationTime: createdAtMs / 1000, EngineVersion: engineVersion }
}

/** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_NamedQuery.html */
export function describedNamedQuery({ id, name, description, database, sql, workGroup }: NamedQuery): DescribedNamedQuery {
  return { NamedQueryId: id, Name: name, Description: description, Database: database, QueryString: sql, WorkGroup: workGroup }
}
