import { suppressionKey } from '../../device-defender/audit/suppressions.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import type { ResourceIdentifier } from '../../model/model.generated.ts'
import type { AuditSuppression } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export function findAuditSuppression({ auditSuppressions }: IotState, checkName: string, identifier: ResourceIdentifier): AuditSuppression {
  const suppression = auditSuppressions.get(suppressionKey(checkName, identifier))
  if (suppression === undefined) throw notFound(`There is no audit suppression of ${checkName} for this resource.`)
  return suppression
}

interface End {
  readonly expirationDate?: Date | undefined
  readonly suppressIndefinitely?: boolean | undefined
}

/** When a suppression ends; `undefined` for never. Throws where neither or both are said, and for a time that is over. */
export function endOf({ expirationDate, suppressIndefinitely = false }: End, nowMs: number): number | undefined {
  if (suppressIndefinitely === (expirationDate !== undefined))
    throw invalidRequest('Either expirationDate or suppressIndefinitely must be given.')
  if (expirationDate !== undefined && expirationDate.getTime() <= nowMs) throw invalidRequest('expirationDate must be in the future.')
  return expirationDate?.getTime()
}

export const shownSuppression = ({ checkName, resourceIdentifier, expiresAtMs, description }: AuditSuppression) => ({
  checkName, resourceIdentifier, expirationDate: expiresAtMs === undefined ? undefined : new Date(expiresAtMs),
  suppressIndefinitely: expiresAtMs === undefined, description,
})
