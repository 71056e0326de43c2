import { invalidRequest } from '../../errors/service-exception.ts'
import type { AuditCheckConfiguration } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { checkNames, configurationOf } from './audit-configuration.ts'

/** In days: device-certificate-age-check.html, audit-chk-device-cert-approaching-expiration.html */
const [LEAST_DAYS, MOST_DAYS] = [30, 3652]
/** What can be configured, by check. */
const CONFIGURED: Readonly<Record<string, string>> = {
  DEVICE_CERTIFICATE_AGE_CHECK: 'CERT_AGE_THRESHOLD_IN_DAYS', DEVICE_CERTIFICATE_EXPIRING_CHECK: 'CERT_EXPIRATION_THRESHOLD_IN_DAYS',
}

// What is left out stays. The first update needs a role: API_UpdateAccountAuditConfiguration.html
export const updateAccountAuditConfiguration = operation('UpdateAccountAuditConfiguration', (input, { state }) => {
  const { auditCheckConfigurations: checks = {}, auditNotificationTargetConfigurations: targets = {} } = input
  const known = configurationOf(state)
  const roleArn = input.roleArn ?? known.roleArn
  if (roleArn === undefined) throw invalidRequest('roleArn is required the first time that the account is configured.')
  checkNames(Object.keys(checks))
  for (const [name, configuration] of Object.entries(checks)) checkConfiguration(name, configuration)
  const scheduled = [...state.scheduledAudits.values()]
  for (const [name, { enabled }] of Object.entries(checks)) {
    const using = enabled === true ? undefined : scheduled.find(({ targetCheckNames }) => targetCheckNames.includes(name))
    if (using !== undefined)
      throw invalidRequest(`The audit check ${name} can not be disabled while the scheduled audit ${using.scheduledAuditName} runs it.`)
  }
  const changed = Object.entries(checks).map(([name, given]): [string, AuditCheckConfiguration] =>
    [name, { ...known.checks[name], ...given }])
  state.auditConfiguration.set('account', {
    roleArn, checks: { ...known.checks, ...Object.fromEntries(changed) }, targets: { ...known.targets, ...targets },
  })
  return {}
})

function checkConfiguration(checkName: string, { configuration = {} }: AuditCheckConfiguration): void {
  for (const [name, value] of Object.entries(configuration)) {
    if (CONFIGURED[checkName] !== name) throw invalidRequest(`The audit check ${checkName} has no configuration ${name}.`)
    if (!/^\d+$/.test(value) || Number(value) < LEAST_DAYS || Number(value) > MOST_DAYS)
      throw invalidRequest(`${name} must be ${LEAST_DAYS} to ${MOST_DAYS} days, not ${value}.`)
  }
}
