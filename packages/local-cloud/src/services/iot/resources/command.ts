import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '@keg/aws-service'
import { answered } from '../iot.ts'
import { flag, ignored, json, list, matching, object, oneOf, required, text } from '../../../ground/property.ts'
import { memberNames } from '../member-names.ts'
import { present } from '../../../ground/present.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const readOnly = ignored('AWS IoT says it, nobody sets it')

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-command.html */
export const iotCommand = resource('AWS::IoT::Command', {
  uses: { iot },
  properties: {
    CommandId: required(text),
    DisplayName: text,
    Description: text,
    Deprecated: flag,
    Namespace: oneOf('AWS-IoT', 'AWS-IoT-FleetWise'),
    Payload: object({ Content: matching(BASE64, 'bytes as base64'), ContentType: text }),
    PayloadTemplate: text,
    Preprocessor: object({ AwsJsonSubstitution: object({ OutputFormat: required(oneOf('JSON', 'CBOR')) }) }),
    MandatoryParameters: list(object({
      Name: required(text), Description: text, Type: text, Value: json, DefaultValue: json, ValueConditions: json,
    })),
    RoleArn: text,
    CreatedAt: readOnly,
    LastUpdatedAt: readOnly,
    PendingDeletion: readOnly,
    Tags: tags,
  },
  async create({ CommandId, Deprecated, Payload, MandatoryParameters, ...properties }, { services }) {
    const content = Payload?.Content
    const created = await services.iot.call('CreateCommand', {
      ...asMembers(present({ ...properties, CommandId })),
      ...(Payload && { payload: present({ content: content && Buffer.from(content, 'base64'), contentType: Payload.ContentType }) }),
      ...(MandatoryParameters && { mandatoryParameters: MandatoryParameters.map(parameterOf) }),
    })
    if (Deprecated === true) await services.iot.call('UpdateCommand', { commandId: CommandId, deprecated: true })
    return { ref: CommandId, attributes: { CommandArn: answered(created, 'commandArn') } }
  },
  async update(
    { DisplayName, Description, Deprecated, ...fixed }, { ref: commandId, attributes = {}, properties: before }, { services },
  ) {
    const changed = Object.keys(fixed).filter((name) => !isDeepStrictEqual(Reflect.get(fixed, name), Reflect.get(before, name)))
    if (changed.some((name) => REPLACED.includes(name))) return replacement
    if (changed.length > 0)
      throw new TypeError(`${changed.join(', ')} can't be changed: AWS IoT's UpdateCommand takes none of it; give the command another CommandId`)
    const words = { displayName: DisplayName ?? '', description: Description ?? '' }
    const isEdited = DisplayName !== before.DisplayName || Description !== before.Description
    // One that is deprecated is not edited.
    const isRestored = before.Deprecated === true && (Deprecated !== true || isEdited)
    if (isRestored) await services.iot.call('UpdateCommand', { commandId, deprecated: false })
    if (isEdited) await services.iot.call('UpdateCommand', { commandId, ...words })
    if (Deprecated === true) await services.iot.call('UpdateCommand', { commandId, deprecated: true })
    return { ref: commandId, attributes }
  },
  remove: async ({ ref: commandId }, { services }) => void await services.iot.call('DeleteCommand', { commandId }).catch(unlessGone),
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

/** What makes another command of it; the rest AWS takes without an interruption. */
const REPLACED: readonly string[] = ['CommandId', 'PayloadTemplate', 'Preprocessor']

/** The kinds of a value (`S`, `UL`) are in capitals in the API, too. */
function parameterOf({ Value, DefaultValue, ValueConditions, ...parameter }: Record<string, unknown>): object {
  return {
    ...asMembers(parameter),
    ...present({ value: withBytes(Value), defaultValue: withBytes(DefaultValue), valueConditions: memberNames(ValueConditions) }),
  }
}

const withBytes = (value: unknown): unknown =>
  (isRecord(value) && typeof value['BIN'] === 'string' ? { BIN: Buffer.from(value['BIN'], 'base64') } : value)

// An object's members are an object's.
const asMembers = (properties: object): object => memberNames(properties) as object
