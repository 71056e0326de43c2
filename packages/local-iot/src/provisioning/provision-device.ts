import { ServiceException } from '@keg/aws-service'
import type { MessageSource } from '@keg/mqtt-broker'
import type { IotState, ProvisioningTemplate } from '../state/iot-state.ts'
import { askHook, textMap } from './ask-hook.ts'
import { planOf, type ProvisioningPlan } from './plan.ts'
import type { CarryOut } from './provisioned.ts'
import { parseTemplate } from './template.ts'

export interface ProvisioningParts {
  readonly state: IotState
  readonly carryOut: CarryOut
  readonly invokeFunction: (functionArn: string, event: unknown) => Promise<unknown>
}

/** What a device gets for its RegisterThing. */
export interface ProvisionedDevice {
  readonly deviceConfiguration: Readonly<Record<string, unknown>>
  readonly thingName: string | undefined
}

/**
 * Provisions the device that has the token, by the template's default version. Throws ServiceException and LocalIotError; then nothing has
 * changed, and the token is still good.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html#register-thing
 */
export async function provisionDevice(
  parts: ProvisioningParts,
  templateName: string,
  { certificateOwnershipToken: token, parameters = {} }: Readonly<Record<string, unknown>>,
  asked: MessageSource,
): Promise<ProvisionedDevice> {
  const { state, carryOut } = parts
  const template = usableTemplate(state, templateName)
  const certificateId = certificateOf(state, token)
  const given = textMap(parameters)
  if (given === undefined) throw new ServiceException('InvalidParametersException', 400, 'parameters is no object of texts.')
  const overrides = await hookOverrides(parts, template, certificateId, given, asked)
  const plan = planOf(parseTemplate(bodyOf(template)), { ...given, ...overrides, 'AWS::IoT::Certificate::Id': certificateId })
  checkOwnCertificate(plan, certificateId)
  const { thingName } = await carryOut(plan, (staged) => {
    // Somebody may have used it while the hook was asked.
    certificateOf(staged, token)
    staged.ownershipTokens.delete(String(token))
  })
  return { deviceConfiguration: plan.deviceConfiguration, thingName }
}

function usableTemplate({ provisioningTemplates }: IotState, templateName: string): ProvisioningTemplate {
  const template = provisioningTemplates.get(templateName)
  if (template === undefined)
    throw new ServiceException('ResourceNotFoundException', 404, `Provisioning template ${templateName} does not exist.`)
  if (template.type !== 'FLEET_PROVISIONING')
    throw new ServiceException('InvalidRequestException', 400, `Provisioning template ${templateName} is of type ${template.type}.`)
  if (!template.enabled) throw new ServiceException('InvalidRequestException', 400, `Provisioning template ${templateName} is not enabled.`)
  return template
}

/** The body of the template's default version. */
export const bodyOf = ({ versions, defaultVersionId }: ProvisioningTemplate): string =>
  versions.find(({ versionId }) => versionId === defaultVersionId)?.templateBody ?? ''

/** The certificate that the token is for. */
function certificateOf({ ownershipTokens, certificates }: IotState, token: unknown): string {
  // AWS's sentence: github.com/aws/aws-iot-device-sdk-js-v2/issues/69
  if (token === undefined || token === '') throw invalidToken('Certificate ownership token cannot be empty.')
  const known = typeof token === 'string' ? ownershipTokens.get(token) : undefined
  if (known === undefined) throw invalidToken('Certificate ownership token is unknown, used or expired.')
  if (!certificates.has(known.certificateId)) throw invalidToken('The certificate of the ownership token is gone.')
  return known.certificateId
}

const invalidToken = (message: string) => new ServiceException('InvalidCertificateOwnershipTokenException', 400, message)

async function hookOverrides(
  { state, invokeFunction }: ProvisioningParts,
  { templateName, preProvisioningHook: hook }: ProvisioningTemplate,
  certificateId: string,
  parameters: Readonly<Record<string, string>>,
  { principal, clientId }: MessageSource,
): Promise<Readonly<Record<string, string>>> {
  if (hook === undefined) return {}
  const certificatePem = state.certificates.get(certificateId)?.certificatePem ?? ''
  const templateArn = state.arn(`provisioningtemplate/${templateName}`)
  const event = { claimCertificateId: principal, certificateId, certificatePem, templateArn, clientId, parameters }
  return askHook(event, (asked) => invokeFunction(hook.targetArn, asked), state.clock)
}

// Only certificate ids can be used with a fleet provisioning template: provision-template.html#certificate-resources
function checkOwnCertificate({ certificate }: ProvisioningPlan, certificateId: string): void {
  if (certificate === undefined) throw new ServiceException('InvalidRequestException', 400, 'The template has no certificate resource.')
  const { source, logicalId } = certificate
  if ('certificateId' in source && source.certificateId === certificateId) return
  throw new ServiceException(
    'InvalidRequestException',
    400,
    `The certificate resource ${logicalId} is not the device's own: its CertificateId is {"Ref":"AWS::IoT::Certificate::Id"}.`,
  )
}
