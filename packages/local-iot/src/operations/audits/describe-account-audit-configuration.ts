import { operation } from '../operation.ts'
import { allChecks, configurationOf } from './audit-configuration.ts'

export const describeAccountAuditConfiguration = operation('DescribeAccountAuditConfiguration', (_input, { state }) => {
  const configuration = configurationOf(state)
  return {
    roleArn: configuration.roleArn,
    auditNotificationTargetConfigurations: configuration.targets,
    auditCheckConfigurations: allChecks(configuration),
  }
})
