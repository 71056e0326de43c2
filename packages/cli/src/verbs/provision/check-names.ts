import { DescribeProvisioningTemplateCommand, GetPolicyCommand, type IoTClient } from '@aws-sdk/client-iot'
import { UsageError } from '../../verb.ts'

/** Throws `UsageError` for a provisioning template or a claim policy that is not there: kegs listed without would never come. */
export async function checkNames(iot: IoTClient, { template, policy }: { template: string; policy: string }): Promise<void> {
  await iot.send(new DescribeProvisioningTemplateCommand({ templateName: template })).catch(none('template', `provisioning template "${template}"`))
  await iot.send(new GetPolicyCommand({ policyName: policy })).catch(none('claim-policy', `policy "${policy}"`))
}

const none = (flag: string, what: string) => (error: unknown) => {
  if (error instanceof Error && error.name === 'ResourceNotFoundException')
    throw new UsageError(`There is no ${what}: name another by --${flag}.`)
  throw error
}
