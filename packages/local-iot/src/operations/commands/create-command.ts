import { invalidCommand } from '../../commands/command-error.ts'
import { checkParameters } from '../../commands/command-parameters.ts'
import { checkNewCommand } from '../../commands/command-store.ts'
import { readTemplate } from '../../commands/payload-template.ts'
import { MAX_LEVELS } from '../../json/levels.ts'
import type { CreateCommandRequest } from '../../model/model.generated.ts'
import { operation } from '../operation.ts'
import { notEmulated } from '../../errors/service-exception.ts'
import { tagCreated } from '../tags/tags.ts'

const MAX_PAYLOAD_BYTES = 32_768
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/

export const createCommand = operation('CreateCommand', (input, { state }) => {
  const { commandId, namespace = 'AWS-IoT', displayName, description, roleArn, tags } = input
  if (namespace !== 'AWS-IoT') throw notEmulated(`The command namespace ${namespace}`)
  if (roleArn !== undefined) throw invalidCommand('roleArn is not supported in the AWS-IoT namespace.')
  checkParameters(input.mandatoryParameters ?? [])
  const commandArn = state.arn(`command/${commandId}`)
  const nowMs = state.clock.nowMs()
  const command = { commandId, displayName, description, ...contentOf(input), createdAtMs: nowMs, updatedAtMs: nowMs }
  checkNewCommand(state, commandId)
  tagCreated(state, commandArn, tags)
  state.commands.set(commandId, command)
  return { commandId, commandArn }
})

/** A payload as it is, or a template: iot-remote-command-create-manage.html#iot-remote-command-create */
function contentOf({ payload, payloadTemplate, preprocessor, mandatoryParameters }: CreateCommandRequest) {
  if ((payload === undefined) === (payloadTemplate === undefined)) throw invalidCommand('Either payload or payloadTemplate must be given.')
  if (payloadTemplate !== undefined) {
    if (preprocessor?.awsJsonSubstitution === undefined)
      throw invalidCommand('A payloadTemplate needs the preprocessor awsJsonSubstitution.')
    checkTemplate(payloadTemplate, (mandatoryParameters ?? []).map(({ name }) => name))
    return { payloadTemplate, preprocessor, mandatoryParameters }
  }
  if (preprocessor !== undefined) throw invalidCommand('A preprocessor is for a payloadTemplate.')
  const { content, contentType = 'application/octet-stream' } = payload ?? {}
  if (content === undefined || content.length === 0) throw invalidCommand('payload.content must be given.')
  if (content.length > MAX_PAYLOAD_BYTES) throw invalidCommand(`payload.content can have at most ${MAX_PAYLOAD_BYTES} bytes.`)
  if (!MEDIA_TYPE.test(contentType)) throw invalidCommand(`payload.contentType must be like application/json: ${contentType}`)
  return { payload: { content, contentType }, mandatoryParameters }
}

function checkTemplate(payloadTemplate: string, names: readonly string[]): void {
  if (Buffer.byteLength(payloadTemplate) > MAX_PAYLOAD_BYTES)
    throw invalidCommand(`payloadTemplate can have at most ${MAX_PAYLOAD_BYTES} bytes.`)
  const read = readTemplate(payloadTemplate)
  if (read === undefined)
    throw invalidCommand(`payloadTemplate must be valid JSON, with at most ${MAX_LEVELS} levels of objects and lists.`)
  if (!read.hasPlaceholder) throw invalidCommand('payloadTemplate must have at least one placeholder.')
  const missing = [...read.parameters].find((name) => !names.includes(name))
  if (missing !== undefined)
    throw invalidCommand(`payloadTemplate names the parameter ${missing}, which is not among the mandatoryParameters.`)
}
