import { oneOf, required, text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { resource } from '../../../ground/resource.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-thingprincipalattachment.html */
export const iotThingPrincipalAttachment = resource('AWS::IoT::ThingPrincipalAttachment', {
  uses: { iot },
  properties: {
    ThingName: required(text),
    Principal: required(text),
    ThingPrincipalType: oneOf('EXCLUSIVE_THING', 'NON_EXCLUSIVE_THING'),
  },
  async create({ ThingName: thingName, Principal: principal, ThingPrincipalType: thingPrincipalType }, { services, physicalName }) {
    await services.iot.call('AttachThingPrincipal', present({ thingName, principal, thingPrincipalType }))
    return { ref: physicalName() }
  },
  remove: async ({ properties: { ThingName: thingName, Principal: principal } }, { services }) =>
    void await services.iot.call('DetachThingPrincipal', { thingName, principal }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
