import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns'
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { alert, batch, type Alert } from '@keg/message-schemas/keg'
import type { KegAlert, QuarantineEntry } from '@keg/store'
import { brewerOf, listAll, outputsOf, type Caller } from '@keg/system'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyAssembly, type AssemblyCopy } from './assembly-copy.ts'
import { seen as seenSoon } from './away-keg.ts'
import { salesforce, startReceiver } from './rule-actions/receiver.ts'
import { registerKegs } from './register-kegs.ts'

// Alerts on the template of a stage that has a search and an account with Salesforce: kept, listed, told to people, found, in quarantine
// where they can't be kept, and replayed.

const stack = new AsyncDisposableStack()
/** Functions that run share the processor with the looks at what they do. */
const seen: typeof seenSoon = (look, isRight) => seenSoon(look, isRight, { interval: 200 })
let copy: AssemblyCopy
let cloud: RunningCloud
let api: Caller
let mailbox: { readonly sqs: SQSClient; readonly QueueUrl: string }

const SEARCH = 'https://search-alerts-abc.us-east-1.es.amazonaws.com'
const SECRET = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:salesforce-AbCdEf'
const app = { clientId: 'keg', clientSecret: 'hush-hush' }
const { cases, answer } = salesforce(app)
let receiver: Awaited<ReturnType<typeof startReceiver>>

/** What the stage takes for the secret of its account with Salesforce, which others have made in AWS. */
const withSecret = (template: string): string => {
  if (!template.includes(SECRET)) return template
  const parsed = JSON.parse(template.replaceAll(JSON.stringify(SECRET), '{"Ref":"SalesforceAccount"}')) as {
    Resources: Record<string, unknown>
  }
  parsed.Resources['SalesforceAccount'] = {
    Type: 'AWS::SecretsManager::Secret', Properties: { SecretString: JSON.stringify({ instanceUrl: receiver.url, ...app }) },
  }
  return JSON.stringify(parsed)
}

beforeAll(async () => {
  receiver = stack.use(await startReceiver((request) => (request.path.startsWith('/services/') ? answer(request) : { status: 200 })))
  copy = stack.use(await copyAssembly({
    context: { searchEndpoint: SEARCH, salesforceSecret: SECRET, salesforceIdField: 'AlertId__c' },
    rewrite: withSecret,
    // Lambda waits for a minute before it tries again, and for two then.
    change: (id, { Type, Properties }) => {
      if (Type === 'AWS::Lambda::EventInvokeConfig' && id.startsWith('AlertsHandler')) Properties['MaximumRetryAttempts'] = 0
    },
  }))
  await copy.changeBundle('alerts', dead)
  cloud = stack.use(await runAssembly(copy.folder, { iam: 'enforce', iot: { origins: { [SEARCH]: receiver.url } } }))
  await registerKegs(cloud, 'berlin', 'k-1', 'k-2', 'k-3', 'k-4', 'k-5', 'k-7')
  await registerKegs(cloud, 'munich', 'k-6')
  api = await brewerOf(cloud)
  mailbox = await subscribed()
}, 240_000)
afterAll(() => stack.disposeAsync(), 30_000)

/** Fails each time, as where there is no table. */
const dead = (built: string) => `${built}\n;module.exports={handler:async()=>{throw new Error("the table is gone")}}`

/** Somebody who has subscribed to what people are told. */
async function subscribed() {
  const sqs = stack.adopt(new SQSClient(cloud), (client) => client.destroy())
  const sns = stack.adopt(new SNSClient(cloud), (client) => client.destroy())
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'mailbox' }))
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))
  await sns.send(new SubscribeCommand({
    TopicArn: outputsOf(cloud)['PeopleTopicArn'], Protocol: 'sqs', Endpoint: Attributes?.QueueArn,
    Attributes: { RawMessageDelivery: 'true' },
  }))
  return { sqs, QueueUrl }
}

async function listed<Item>(path: string): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listAll<Item>(api, path)) items.push(item)
  return items
}

const alertOf = (alertId: string, more: Partial<Alert> = {}): Alert => ({
  v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1, alertId, kind: 'overTemperature', event: 'raised', value: 12, limit: 9,
  message: 'The beer is warm.', ...more,
})
const publish = (kegId: string, payload: Uint8Array | string) =>
  cloud.iot.publish(alert.topic.format({ siteId: 'berlin', kegId }), Buffer.from(payload), { qos: 1 })
const openAt = async (siteId: string): Promise<string[]> => {
  const answer = (await (await api.fetch(`/alerts?siteId=${siteId}`)).json()) as { items: KegAlert[] }
  return answer.items.map(({ kegId, alertId }) => `${kegId}/${alertId}`)
}
const entries = () => listed<QuarantineEntry>('/quarantine')

it('has in quarantine, under its flow, an alert that its handler fails with, and keeps it as it is replayed', async () => {
  const sent = alert.encode(alertOf('a-1'))
  await publish('k-1', sent)
  await seen(entries, (found) => found.toMatchObject([{
    flow: 'alerts', topic: 'keg/berlin/k-1/alerts', payloadBase64: Buffer.from(sent).toString('base64'),
    reason: 'the handler of alerts failed with it each time: the table is gone',
  }]))
  const [entry] = await entries()
  await copy.changeBundle('alerts', (built) => built)
  await cloud.update()
  for (let times = 0; times < 2; times++) await api.fetch(`/quarantine/${entry?.quarantineId}/replay`, { method: 'POST' })
  await seen(entries, (left) => left.toEqual([]))
  expect(await openAt('berlin')).toEqual(['k-1/a-1'])
})

it('lists what is open, newest first, once; what is over goes, also where it comes the other way round', async () => {
  for (const [kegId, sent] of [
    ['k-2', alertOf('a-2')], ['k-3', alertOf('a-3', { event: 'cleared' })], ['k-2', alertOf('a-2')], ['k-4', alertOf('a-4')],
  ] as const) {
    await publish(kegId, alert.encode(sent))
    // Invocations of one function may overtake each other.
    if (kegId !== 'k-3') await seen(() => openAt('berlin'), (open) => open.toContain(`${kegId}/${sent.alertId}`))
  }
  await publish('k-3', alert.encode(alertOf('a-3')))
  await publish('k-1', alert.encode(alertOf('a-1', { event: 'cleared' })))
  await seen(() => openAt('berlin'), (open) => open.toEqual(['k-4/a-4', 'k-2/a-2']))
  expect(await openAt('munich')).toEqual([])
  expect((await api.fetch('/alerts?siteId=a/b')).status).toBe(400)
})

it('has poison in quarantine at once, and the good one behind it goes through', async () => {
  await publish('k-5', 'half an al')
  await publish('k-5', alert.encode(alertOf('a-5')))
  await seen(entries, (found) => found.toMatchObject([
    { flow: 'alerts', reason: expect.stringContaining('not JSON'), payloadBase64: Buffer.from('half an al').toString('base64') },
  ]))
  await seen(() => openAt('berlin'), (open) => open.toContain('k-5/a-5'))
})

it('takes the alert of a keg behind a gateway out of its batch', async () => {
  const inner = {
    topic: alert.topic.format({ siteId: 'munich', kegId: 'k-6' }),
    takenAtMs: 1,
    payload: Buffer.from(alert.encode(alertOf('a-6', { reaction: 'valveClosed' }))).toString(),
  }
  await cloud.iot.publish(
    `$aws/rules/${outputsOf(cloud)['BatchRuleName']}/munich/gw-1`,
    batch.encode({ v: 1, batchId: 'batch-1', messages: [inner] }),
    { qos: 1 },
  )
  await seen(() => openAt('munich'), (open) => open.toEqual(['k-6/a-6']))
})

it('tells people of what begins, to be read, and not of what is over', async () => {
  const told: string[] = []
  const mail = async () => {
    const { Messages = [] } = await mailbox.sqs.send(new ReceiveMessageCommand({ QueueUrl: mailbox.QueueUrl, MaxNumberOfMessages: 10 }))
    told.push(...Messages.map(({ Body = '' }) => Body))
    return told
  }
  const subjects = ['k-1', 'k-2', 'k-2', 'k-3', 'k-4', 'k-5'].map((kegId) => `Keg ${kegId} at berlin: The beer is warm.`)
  await seen(mail, (all) => all.toHaveLength(subjects.length + 1))
  expect(told.sort()).toEqual([...subjects, 'Keg k-6 at munich: The beer is warm.'].sort())
})

it('is found by any word of it, and opens a case once where a flow meter is stuck', async () => {
  const stuck = alertOf('a-7', { kind: 'meterStuck', message: 'It pours, and says nothing.' })
  for (const sent of [stuck, stuck, { ...stuck, event: 'cleared' as const }]) await publish('k-7', alert.encode(sent))
  const documents = () => receiver.to('/alerts/')
    .filter(({ path }) => path.includes('a-7'))
    .map(({ path, body }) => [path, (JSON.parse(body) as Alert).message] as const)
    .sort()
  await seen(documents, (found) =>
    found.toEqual(['cleared', 'raised', 'raised'].map((event) => [`/alerts/_doc/k-7%3Aa-7%3A${event}`, 'It pours, and says nothing.'])))
  await seen(() => [...cases], (found) => found.toEqual([
    ['k-7-a-7', { Subject: 'Keg k-7 at berlin: flow meter stuck', Description: 'It pours, and says nothing.', Origin: 'Keg' }],
  ]))
})
