import { answered } from '../iot.ts'
import { flag, list, object, oneOf, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

const deactivates = object({ Action: required(oneOf('DEACTIVATE')) })

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-mitigationaction.html */
export const iotMitigationAction = resource('AWS::IoT::MitigationAction', {
  uses: { iot },
  properties: {
    ActionName: text,
    RoleArn: required(text),
    ActionParams: required(object({
      AddThingsToThingGroupParams: object({ ThingGroupNames: required(list(text)), OverrideDynamicGroups: flag }),
      EnableIoTLoggingParams: object({ LogLevel: required(text), RoleArnForLogging: required(text) }),
      PublishFindingToSnsParams: object({ TopicArn: required(text) }),
      ReplaceDefaultPolicyVersionParams: object({ TemplateName: required(oneOf('BLANK_POLICY')) }),
      UpdateCACertificateParams: deactivates,
      UpdateDeviceCertificateParams: deactivates,
    })),
    Tags: tags,
  },
  async create({ ActionName, RoleArn: roleArn, ActionParams }, { services, physicalName }) {
    const actionName = ActionName ?? physicalName(128)
    const created = await services.iot.call('CreateMitigationAction', { actionName, roleArn, actionParams: memberNames(ActionParams) })
    return {
      ref: actionName,
      attributes: { MitigationActionArn: answered(created, 'actionArn'), MitigationActionId: answered(created, 'actionId') },
    }
  },
  async update({ ActionName, RoleArn: roleArn, ActionParams }, { ref: actionName, attributes = {}, properties: before }, { services }) {
    if (ActionName !== before.ActionName) return replacement
    await services.iot.call('UpdateMitigationAction', { actionName, roleArn, actionParams: memberNames(ActionParams) })
    return { ref: actionName, attributes }
  },
  remove: async ({ ref: actionName }, { services }) =>
    void await services.iot.call('DeleteMitigationAction', { actionName }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})
