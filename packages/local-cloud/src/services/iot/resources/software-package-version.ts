import { isDeepStrictEqual } from 'node:util'
import { answered } from '../iot.ts'
import { map, object, refused, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource, type CreatedResource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

const location = required(object({ Bucket: required(text), Key: required(text), Version: required(text) }))

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-softwarepackageversion.html */
export const iotSoftwarePackageVersion = resource('AWS::IoT::SoftwarePackageVersion', {
  uses: { iot },
  properties: {
    PackageName: required(text),
    VersionName: text,
    Description: text,
    Attributes: map(text),
    Artifact: object({ S3Location: location }),
    Recipe: text,
    Sbom: refused('is not emulated: no bill of materials is checked here'),
    Tags: tags,
  },
  async create({ PackageName: packageName, VersionName, Attributes: attributes, ...properties }, { services, physicalName }) {
    const versionName = VersionName ?? physicalName(64)
    const created = await services.iot.call('CreatePackageVersion', present({ packageName, versionName, attributes, ...edited(properties) }))
    return values(packageName, versionName, created)
  },
  async update(
    { PackageName: packageName, VersionName, Attributes: attributes, ...properties },
    { ref, attributes: values = {}, properties: before },
    { services },
  ) {
    if (packageName !== before.PackageName || VersionName !== before.VersionName) return replacement
    const versionName = ref.slice(packageName.length + 1)
    // One that is published takes another description alone: what stays as it is is not sent.
    const changed = Object.entries(edited(properties)).filter(([name, value]) => !isDeepStrictEqual(value, edited(before)[name]))
    await services.iot.call('UpdatePackageVersion', present({
      packageName, versionName, ...Object.fromEntries(changed),
      attributes: isDeepStrictEqual(attributes, before.Attributes) ? undefined : (attributes ?? {}),
    }))
    return { ref, attributes: values }
  },
  async remove({ ref, properties: { PackageName: packageName } }, { services }) {
    const versionName = ref.slice(packageName.length + 1)
    await services.iot.call('DeletePackageVersion', { packageName, versionName }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

interface Edited {
  readonly Description: string | undefined
  readonly Artifact: object | undefined
  readonly Recipe: string | undefined
}

const edited = ({ Description, Artifact, Recipe }: Edited): Readonly<Record<string, unknown>> =>
  ({ description: Description, artifact: memberNames(Artifact), recipe: Recipe })

const values = (packageName: string, versionName: string, created: unknown): CreatedResource => ({
  ref: `${packageName}|${versionName}`,
  attributes: {
    PackageVersionArn: answered(created, 'packageVersionArn'), Status: answered(created, 'status'),
    ErrorReason: answered(created, 'errorReason'), SbomValidationStatus: '',
  },
})
