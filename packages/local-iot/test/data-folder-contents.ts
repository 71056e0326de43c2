import mqtt, { type MqttClient } from 'mqtt'
import type { LocalIot } from '../src/index.ts'

const bytes = (text: string) => Buffer.from(text)
const thingName = 'k-1'
const topic = 'pours'
const sql = 'SELECT * FROM \'pours\''
const policyDocument = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}'
const payload = bytes('{"state":{"desired":{"celsius":4}}}')

/** Puts one of everything into a permissive core. */
export async function fill(iot: LocalIot): Promise<void> {
  await iot.call('CreateThing', { thingName, attributePayload: { attributes: { site: 'bar' } } })
  await iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
  await iot.call('AddThingToThingGroup', { thingName, thingGroupName: 'kegs' })
  await iot.call('CreatePolicy', { policyName: 'all', policyDocument })
  const { certificateArn } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  await iot.call('AttachPolicy', { policyName: 'all', target: certificateArn ?? '' })
  await iot.call('AttachThingPrincipal', { thingName, principal: certificateArn ?? '' })
  await iot.call('CreateTopicRule', { ruleName: 'pours', topicRulePayload: { sql, actions: [] } })
  for (const shadowName of [undefined, 'valve']) await iot.call('UpdateThingShadow', { thingName, shadowName, payload })
  await iot.publish('retained', bytes('kept'), { qos: 1, retain: true })
  const client = await connect(iot)
  await client.subscribeAsync(topic, { qos: 1 })
  await client.endAsync()
  await iot.publish(topic, bytes('while away'), { qos: 1 })
}

/** What {@link fill} put there, as the core answers it. */
export async function find(iot: LocalIot): Promise<Record<string, unknown>> {
  const { things } = await iot.call('ListThings', {})
  const { thingGroups } = await iot.call('ListThingGroupsForThing', { thingName })
  const { certificates } = await iot.call('ListCertificates', {})
  const { principals } = await iot.call('ListThingPrincipals', { thingName })
  const attached = await iot.call('ListAttachedPolicies', { target: principals?.[0] ?? '' })
  const { rule } = await iot.call('GetTopicRule', { ruleName: 'pours' })
  const retained = await iot.call('GetRetainedMessage', { topic: 'retained' })
  return {
    things: things?.map((thing) => [thing.thingName, thing.attributes]),
    groups: thingGroups?.map(({ groupName }) => groupName),
    principalIsCertificate: principals?.[0] === certificates?.[0]?.certificateArn,
    policies: attached.policies?.map(({ policyName }) => policyName),
    sql: rule?.sql,
    retained: Buffer.from(retained.payload ?? []).toString(),
    shadows: [await desired(iot, undefined), await desired(iot, 'valve')],
    waiting: await waiting(iot),
  }
}

/** What {@link find} answers where nothing is lost. */
export const everything = {
  things: [[thingName, { site: 'bar' }]], groups: ['kegs'], principalIsCertificate: true, policies: ['all'], sql, retained: 'kept',
  shadows: [{ celsius: 4 }, { celsius: 4 }], waiting: 'while away',
}

async function desired(iot: LocalIot, shadowName: string | undefined): Promise<unknown> {
  const { payload } = await iot.call('GetThingShadow', { thingName, shadowName })
  return JSON.parse(Buffer.from(payload ?? []).toString()).state.desired
}

/** The message that waited for a session's client. */
async function waiting(iot: LocalIot): Promise<string> {
  const client = mqtt.connect(iot.endpoints.mqtt ?? '', { clientId: thingName, clean: false })
  const payload = await new Promise<Buffer>((resolve) => client.once('message', (_, message) => resolve(message)))
  await client.endAsync()
  return payload.toString()
}

async function connect(iot: LocalIot): Promise<MqttClient> {
  return mqtt.connectAsync(iot.endpoints.mqtt ?? '', { clientId: thingName, clean: false })
}
