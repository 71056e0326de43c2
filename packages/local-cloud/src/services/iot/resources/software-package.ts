import { answered } from '../iot.ts'
import { text } from '../../../ground/property.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackage.html */
export const iotSoftwarePackage = resource('AWS::IoT::SoftwarePackage', {
  uses: { iot },
  properties: { PackageName: text, Description: text, Tags: tags },
  async create({ PackageName, Description: description }, { services, physicalName }) {
    const packageName = PackageName ?? physicalName(128)
    const created = await services.iot.call('CreatePackage', present({ packageName, description }))
    return { ref: packageName, attributes: { PackageArn: answered(created, 'packageArn') } }
  },
  async update({ PackageName, Description: description }, { ref: packageName, attributes = {}, properties: before }, { services }) {
    if (PackageName !== before.PackageName) return replacement
    // There is no empty one: it stays where the template has none any more.
    await services.iot.call('UpdatePackage', present({ packageName, description }))
    return { ref: packageName, attributes }
  },
  remove: async ({ ref: packageName }, { services }) => void await services.iot.call('DeletePackage', { packageName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
