import { isRecord } from '@keg/aws-service'
import type { Iot } from '../iot.ts'
import { answered } from '../iot.ts'
import { flag, object, oneOf, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-provisioningtemplate.html */
export const iotProvisioningTemplate = resource('AWS::IoT::ProvisioningTemplate', {
  uses: { iot },
  properties: {
    TemplateName: text,
    TemplateBody: required(text),
    TemplateType: oneOf('FLEET_PROVISIONING', 'JITP'),
    ProvisioningRoleArn: required(text),
    Description: text,
    Enabled: flag,
    PreProvisioningHook: object({ TargetArn: text, PayloadVersion: text }),
    Tags: tags,
  },
  async create({ TemplateName, TemplateBody: templateBody, TemplateType: type, ...properties }, context) {
    const templateName = TemplateName ?? context.physicalName(36)
    const created = await context.services.iot.call(
      'CreateProvisioningTemplate', present({ templateName, templateBody, type, ...settings(properties) }),
    )
    askPermission(templateName, properties.PreProvisioningHook, context)
    return { ref: templateName, attributes: { TemplateArn: answered(created, 'templateArn') } }
  },
  async update(
    { TemplateName, TemplateBody: templateBody, TemplateType, ...properties },
    { ref: templateName, attributes = {}, properties: before },
    context,
  ) {
    if (TemplateName !== before.TemplateName || TemplateType !== before.TemplateType) return replacement
    const { iot: core } = context.services
    if (templateBody !== before.TemplateBody) await newVersion(templateName, templateBody, core)
    const hook = properties.PreProvisioningHook === undefined ? { removePreProvisioningHook: true } : {}
    await core.call('UpdateProvisioningTemplate', present({ templateName, enabled: false, ...settings(properties), ...hook }))
    askPermission(templateName, properties.PreProvisioningHook, context)
    return { ref: templateName, attributes }
  },
  remove: async ({ ref: templateName }, { services }) =>
    void await services.iot.call('DeleteProvisioningTemplate', { templateName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: ({ ref, properties: { PreProvisioningHook } }, context) => askPermission(ref, PreProvisioningHook, context),
})

interface Hook {
  readonly TargetArn: string | undefined
  readonly PayloadVersion: string | undefined
}

interface TemplateSettings {
  readonly ProvisioningRoleArn: string
  readonly Description: string | undefined
  readonly Enabled: boolean | undefined
  readonly PreProvisioningHook: Hook | undefined
}

const settings = ({ ProvisioningRoleArn, Description, Enabled, PreProvisioningHook }: TemplateSettings): Record<string, unknown> =>
  present({
    provisioningRoleArn: ProvisioningRoleArn, description: Description, enabled: Enabled,
    preProvisioningHook: memberNames(PreProvisioningHook),
  })

/** There may be five versions: one that is not the default makes room. */
async function newVersion(templateName: string, templateBody: string, core: Iot): Promise<void> {
  const output = await core.call('ListProvisioningTemplateVersions', { templateName })
  const versions: readonly unknown[] = isRecord(output) && Array.isArray(output['versions']) ? output['versions'] : []
  const others = versions.flatMap((version) =>
    (isRecord(version) && version['isDefaultVersion'] !== true ? [Number(version['versionId'])] : []))
  if (others.length >= VERSIONS_MAX - 1)
    await core.call('DeleteProvisioningTemplateVersion', { templateName, versionId: Math.min(...others) })
  await core.call('CreateProvisioningTemplateVersion', { templateName, templateBody, setAsDefault: true })
}

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreateProvisioningTemplateVersion.html */
const VERSIONS_MAX = 5

function askPermission(templateName: string, hook: Hook | undefined, { needs, arn }: ResourceContext): void {
  if (hook?.TargetArn === undefined) return
  needs.invokes({
    functionArn: hook.TargetArn, principal: 'iot.amazonaws.com', sourceArn: arn('iot', `provisioningtemplate/${templateName}`),
  })
}
