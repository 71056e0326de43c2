import { Stack } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'

/** For what AWS IoT assumes a role: with its name, if that is known before the resource is made; one of any name, or the account itself. */
export type RoleSource = { readonly type: keyof typeof SERVICES; readonly name: string | undefined } | 'account'

const SERVICES = {
  rule: 'iot.amazonaws.com', provisioningtemplate: 'iot.amazonaws.com', job: 'iot.amazonaws.com', rolealias: 'credentials.iot.amazonaws.com',
  securityprofile: 'iot.amazonaws.com', mitigationaction: 'iot.amazonaws.com',
}

/**
 * Who assumes a role that AWS IoT acts as for this one source of this account, and for nobody else's.
 * Only for what AWS documents to be assumed with `aws:SourceArn` and `aws:SourceAccount`; elsewhere the role could not be assumed at all.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-create-role.html
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/create-manage-jobs.html#create-manage-jobs-presigned-URLs
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-cross-service-confused-deputy-prevention.html
 */
export function iotFor(scope: Construct, source: RoleSource): ServicePrincipal {
  const { partition, region, account } = Stack.of(scope)
  // Of audits there is nothing behind the last colon.
  const resource = source === 'account' ? '' : `${source.type}/${source.name ?? '*'}`
  return new ServicePrincipal(source === 'account' ? 'iot.amazonaws.com' : SERVICES[source.type], {
    conditions: {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:iot:${region}:${account}:${resource}` },
    },
  })
}
