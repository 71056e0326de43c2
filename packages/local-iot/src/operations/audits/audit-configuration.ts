import { CHECKS, isCheck } from '../../device-defender/audit/checks/index.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import type { AuditConfiguration } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

const NONE: AuditConfiguration = { checks: {}, targets: {} }

/** The account's configuration; before it has one, no check is enabled. */
export const configurationOf = ({ auditConfiguration }: IotState): AuditConfiguration => auditConfiguration.get('account') ?? NONE

/** Every check of AWS's, and whether it is enabled. */
export const allChecks = ({ checks }: AuditConfiguration) =>
  Object.fromEntries(Object.keys(CHECKS).map((name) => [name, checks[name] ?? { enabled: false }]))

/** Throws where a name is no check's. */
export function checkNames(names: readonly string[]): void {
  const unknown = names.find((name) => !isCheck(name))
  if (unknown !== undefined) throw invalidRequest(`Unknown audit check: ${unknown}.`)
}

/** Throws where one of the checks is not enabled. */
export function checkEnabled(state: IotState, names: readonly string[]): void {
  checkNames(names)
  const { checks } = configurationOf(state)
  const disabled = names.find((name) => checks[name]?.enabled !== true)
  if (disabled !== undefined) throw invalidRequest(`The audit check ${disabled} is not enabled: UpdateAccountAuditConfiguration enables it.`)
}
