import { answered } from '../iot.ts'
import { object, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-billinggroup.html */
export const iotBillingGroup = resource('AWS::IoT::BillingGroup', {
  uses: { iot },
  properties: {
    BillingGroupName: text,
    BillingGroupProperties: object({ BillingGroupDescription: text }),
    Tags: tags,
  },
  async create({ BillingGroupName, BillingGroupProperties }, { services, physicalName, arn }) {
    const billingGroupName = BillingGroupName ?? physicalName(128)
    const group = await services.iot.call(
      'CreateBillingGroup', present({ billingGroupName, billingGroupProperties: memberNames(BillingGroupProperties) }),
    )
    return {
      ref: billingGroupName, attributes: { Arn: arn('iot', `billinggroup/${billingGroupName}`), Id: answered(group, 'billingGroupId') },
    }
  },
  async update({ BillingGroupName, BillingGroupProperties }, { ref: billingGroupName, attributes = {}, properties: before }, { services }) {
    if (BillingGroupName !== before.BillingGroupName) return replacement
    await services.iot.call('UpdateBillingGroup', { billingGroupName, billingGroupProperties: memberNames(BillingGroupProperties ?? {}) })
    return { ref: billingGroupName, attributes }
  },
  remove: async ({ ref: billingGroupName }, { services }) =>
    void await services.iot.call('DeleteBillingGroup', { billingGroupName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
