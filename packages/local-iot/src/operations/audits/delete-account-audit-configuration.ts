import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'

export const deleteAccountAuditConfiguration =
  operation('DeleteAccountAuditConfiguration', ({ deleteScheduledAudits = false }, { state, auditor }) => {
    if (!state.auditConfiguration.has('account')) throw notFound('The account has no audit configuration.')
    if (state.scheduledAudits.size > 0 && !deleteScheduledAudits)
      throw invalidRequest('There are scheduled audits: delete them, or give deleteScheduledAudits.')
    for (const name of [...state.scheduledAudits.keys()]) {
      state.scheduledAudits.delete(name)
      state.tags.delete(state.arn(`scheduledaudit/${name}`))
    }
    state.auditConfiguration.delete('account')
    auditor.schedule()
    return {}
  })
