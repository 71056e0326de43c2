import { suppressionKey } from '../../device-defender/audit/suppressions.ts'
import { alreadyExists } from '../../errors/service-exception.ts'
import { checkNames } from '../audits/audit-configuration.ts'
import { operation } from '../operation.ts'
import { endOf } from './find-audit-suppression.ts'

export const createAuditSuppression =
  operation('CreateAuditSuppression', ({ checkName, resourceIdentifier, description, ...end }, { state }) => {
    checkNames([checkName])
    const key = suppressionKey(checkName, resourceIdentifier)
    const expiresAtMs = endOf(end, state.clock.nowMs())
    if (state.auditSuppressions.has(key)) throw alreadyExists(`An audit suppression of ${checkName} for this resource already exists.`)
    state.auditSuppressions.set(key, { checkName, resourceIdentifier, expiresAtMs, description })
    return {}
  })
