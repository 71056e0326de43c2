import type { Behavior } from '../../model/model.generated.ts'

interface Filter {
  readonly thingName?: string | undefined
  readonly securityProfileName?: string | undefined
  readonly behaviorCriteriaType?: string | undefined
  readonly listSuppressedAlerts?: boolean | undefined
  readonly verificationState?: string | undefined
}

interface Filtered {
  readonly thingName: string
  readonly securityProfileName: string
  readonly behavior: Behavior
  readonly verificationState?: string | undefined
}

/** Whether a violation, or an event of one, is asked for. Suppressed ones are listed unless they are said not to be. */
export const isAskedFor = (filter: Filter, { thingName, securityProfileName, behavior, verificationState = 'UNKNOWN' }: Filtered): boolean =>
  (filter.thingName ?? thingName) === thingName
  && (filter.securityProfileName ?? securityProfileName) === securityProfileName
  // Behaviors by statistics or a model are none that a profile here can have.
  && (filter.behaviorCriteriaType ?? 'STATIC') === 'STATIC'
  && (filter.listSuppressedAlerts !== false || behavior.suppressAlerts !== true)
  && (filter.verificationState ?? verificationState) === verificationState
