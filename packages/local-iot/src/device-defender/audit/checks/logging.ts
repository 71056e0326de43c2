import type { AuditCheck } from './audit-check.ts'

export const loggingDisabled: AuditCheck = {
  severity: 'LOW',
  actions: ['ENABLE_IOT_LOGGING'],
  run({ state }) {
    const options = state.loggingOptions.get('account')
    const isOn = options !== undefined && !options.disableAllLogs && options.defaultLogLevel !== 'DISABLED'
    const resource = { resourceType: 'ACCOUNT_SETTINGS', resourceIdentifier: { account: state.accountId } }
    return [isOn ? [] : [{ resource, code: 'LOGGING_DISABLED', reason: 'AWS IoT logs are not enabled.' }]]
  },
}
