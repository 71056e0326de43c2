import { decode, encode } from 'cborg'
import mqtt, { type MqttClient } from 'mqtt'
import type { LocalIot } from '../src/index.ts'
import { signingRequest } from './own-certificates.ts'
import { kegPolicy, provision } from './start-iot.ts'

export const hookArn = 'arn:aws:lambda:us-east-1:123456789012:function:hook'
export const provisioningRoleArn = 'arn:aws:iam::123456789012:role/provisioning'

const parameters = {
  'Serial': { Type: 'String' }, 'Site': { Type: 'String', Default: 'berlin' }, 'AWS::IoT::Certificate::Id': { Type: 'String' },
}
const thing = {
  Type: 'AWS::IoT::Thing',
  Properties: {
    ThingName: { 'Fn::Join': ['-', ['keg', { Ref: 'Serial' }]] }, AttributePayload: { site: { Ref: 'Site' } }, ThingGroups: ['kegs'],
  },
}
const certificate = { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' }, Status: 'Active' } }
const policy = { Type: 'AWS::IoT::Policy', Properties: { PolicyName: 'kegs' } }

/** A template for kegs, parts of it replaced. */
export const fleetTemplate = (resources: object = {}, sections: object = {}) => JSON.stringify({
  Parameters: parameters, Resources: { thing, certificate, policy, ...resources },
  DeviceConfiguration: { site: { Ref: 'Site' }, volumeMl: 30_000 }, ...sections,
})
export const fleetResources = { thing, certificate, policy }

/** A group, a policy, the template `kegs` and who has a claim for it. */
export async function openFleet(iot: LocalIot) {
  await iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
  await iot.call('CreatePolicy', { policyName: 'kegs', policyDocument: kegPolicy() })
  await iot.call('CreateProvisioningTemplate', { templateName: 'kegs', templateBody: fleetTemplate(), provisioningRoleArn, enabled: true })
  return provision(iot, 'claim')
}

export type Claim = Awaited<ReturnType<typeof openFleet>>

export const connect = (
  iot: LocalIot, { cert, key, ca }: Pick<Claim, 'cert' | 'key' | 'ca'>, clientId: string, protocolVersion: 4 | 5 = 5,
): Promise<MqttClient> =>
  mqtt.connectAsync(iot.endpoints.mqtts, { protocolVersion, clientId, cert, key, ca, keepalive: 1200, reconnectPeriod: 0 })

/** Fails when the client gets in; resolves when its connection is closed. */
export const refused = (
  iot: LocalIot, { cert, key, ca }: Pick<Claim, 'cert' | 'key' | 'ca'>, clientId: string, protocolVersion: 4 | 5 = 5,
) =>
  new Promise<void>((resolve, reject) => {
    const client = mqtt.connect(iot.endpoints.mqtts, { protocolVersion, clientId, cert, key, ca, reconnectPeriod: 0 })
    client.on('error', () => undefined).on('close', resolve).on('connect', () => reject(new Error(`${clientId} got in`)))
  })

export interface Answer {
  readonly kind: string
  readonly body: Record<string, string>
}

/** Asks on a topic and waits for the answer, which comes without a subscription. */
export function ask(client: MqttClient, topic: string, body: unknown, format: 'json' | 'cbor' = 'json'): Promise<Answer> {
  const payload = Buffer.isBuffer(body) ? body : Buffer.from(format === 'cbor' ? encode(body) : JSON.stringify(body))
  return new Promise<Answer>((resolve, reject) => {
    client.once('message', (answered, answer) => {
      const kind = answered.slice(`${topic}/${format}/`.length)
      resolve({ kind, body: (format === 'cbor' ? decode(answer) : JSON.parse(answer.toString())) as Record<string, string> })
    })
    client.publishAsync(`${topic}/${format}`, payload, { qos: 1 }).catch(reject)
  })
}

/** A certificate that waits for its provisioning, and the token to ask with. */
export async function pendingCertificate(client: MqttClient) {
  const { pem, keyPem } = await signingRequest('CN=keg')
  const { body } = await ask(client, '$aws/certificates/create-from-csr', { certificateSigningRequest: pem })
  const { certificateOwnershipToken = '', certificateId = '', certificatePem = '' } = body
  return { token: certificateOwnershipToken, certificateId, cert: certificatePem, key: keyPem }
}

export const provisionTopic = (templateName = 'kegs') => `$aws/provisioning-templates/${templateName}/provision`

/** All that provisioning could leave behind. */
export async function contents(iot: LocalIot) {
  const { things = [] } = await iot.call('ListThings', {})
  const { certificates = [] } = await iot.call('ListCertificates', { pageSize: 250 })
  const { policies = [] } = await iot.call('ListPolicies', {})
  const arns = certificates.map(({ certificateArn = '' }) => certificateArn)
  return {
    things: things.map(({ thingName, attributes, version }) => ({ thingName, attributes, version })),
    certificates: certificates.map(({ certificateId, status }) => ({ certificateId, status })),
    policies: policies.map(({ policyName }) => policyName),
    attached: await Promise.all(arns.map(async (target) => [
      (await iot.call('ListAttachedPolicies', { target })).policies, (await iot.call('ListPrincipalThings', { principal: target })).things,
    ])),
    grouped: (await iot.call('ListThingsInThingGroup', { thingGroupName: 'kegs' })).things,
  }
}
