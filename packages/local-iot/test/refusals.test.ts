import { request } from 'node:https'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kegPolicy, provision, startIot, until } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let thing: Awaited<ReturnType<typeof provision>>
const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`

beforeAll(async () => {
  started = await startIot()
  thing = await provision(started.iot, 'keg-1', kegPolicy([
    { Sid: 'In', Effect: 'Allow', Action: 'iot:Connect', Resource: arn('client/${iot:Connection.Thing.ThingName}') },
    {
      Sid: 'Own', Effect: 'Allow', Action: ['iot:Publish', 'iot:RetainPublish'],
      Resource: arn('topic/keg/${iot:Connection.Thing.Attributes[siteId]}/state'),
    },
    { Sid: 'Mail', Effect: 'Allow', Action: 'iot:Publish', Resource: arn('topic/mail') },
    { Sid: 'All', Effect: 'Allow', Action: 'iot:Subscribe', Resource: arn('topicfilter/mail') },
    { Sid: 'Never', Effect: 'Deny', Action: 'iot:Publish', Resource: arn('topic/secret') },
  ]))
})
afterAll(() => started[Symbol.asyncDispose]())

const tls = () => ({ cert: thing.cert, key: thing.key, ca: thing.ca })
const connect = (clientId: string) =>
  mqtt.connectAsync(started.iot.endpoints.mqtts, { protocolVersion: 5, clientId, ...tls(), reconnectPeriod: 0 })
const said = (event: string) => started.log.findLast((entry) => entry.event === event)?.message

describe('a refusal names the statement that came nearest, in the log alone', () => {
  it('of a connection', async () => {
    await expect(connect('another')).rejects.toThrow()
    expect(said('connect-refused')).toBe(
      `Connection refused: iot:Connect on client/another with certificate ${thing.certificateId}: no statement allows it. ` +
      `keg-1-policy[In]: ${arn('client/another')} is none of ${arn('client/${iot:Connection.Thing.ThingName}')}. Nothing is known of iot:Connection.Thing.ThingName here.`,
    )
  })
  it('of a publish, a retained one and one that a statement denies', async () => {
    const client = await connect('keg-1')
    const told: (string | undefined)[] = []
    client.on('packetreceive', (packet) => packet.cmd === 'puback' && told.push(packet.properties?.reasonString))
    const refused = (topic: string, retain = false) => expect(client.publishAsync(topic, 'x', { qos: 1, retain })).rejects.toThrow()
    await refused('keg/berlin/state')
    expect(said('publish-refused')).toBe(
      'Publish refused: iot:Publish on topic/keg/berlin/state: no statement allows it. ' +
      `keg-1-policy[Own]: ${arn('topic/keg/berlin/state')} is none of ${arn('topic/keg/${iot:Connection.Thing.Attributes[siteId]}/state')}. ` +
      `Nothing is known of iot:Connection.Thing.Attributes[siteId] here. keg-1-policy[Mail]: ${arn('topic/keg/berlin/state')} is none of ${arn('topic/mail')}.`,
    )
    // The client is told nothing of policies.
    expect(told).toEqual(['iot:Publish on topic/keg/berlin/state: no statement allows it'])
    await refused('mail', true)
    expect(said('publish-refused'))
      .toMatch(/^Publish refused: iot:RetainPublish on topic\/mail: no statement allows it\. keg-1-policy\[Own\]: /)
    await refused('secret')
    expect(said('publish-refused')).toBe('Publish refused: iot:Publish on topic/secret: denied by keg-1-policy[Never]')
    await client.endAsync()
  })
  it('of a subscription, and of a delivery', async () => {
    const client = await connect('keg-1')
    await client.subscribeAsync('mail/#').catch(() => undefined)
    expect(said('subscribe-refused')).toBe(
      `Subscribe refused: iot:Subscribe on topicfilter/mail/#: no statement allows it. keg-1-policy[All]: ${arn('topicfilter/mail/#')} is none of ${arn('topicfilter/mail')}.`,
    )
    await client.subscribeAsync('mail')
    await client.publishAsync('mail', 'x', { qos: 1 })
    expect(said('receive-denied'))
      .toBe('Not delivered: iot:Receive on topic/mail: no statement allows it. No statement of keg-1-policy is for iot:Receive.')
    await client.endAsync()
  })
  it('of a request over HTTPS', async () => {
    const url = new URL('/topics/keg/berlin/state', started.iot.endpoints.httpsMtls)
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(url, { method: 'POST', ...tls() }, (response) => resolve(response.resume().statusCode)).on('error', reject).end('x')
    })
    expect(status).toBe(403)
    await until(() => said('request-refused'))
    expect(said('request-refused')).toMatch(
      /^Publish refused: iot:Publish on topic\/keg\/berlin\/state: no statement allows it\. keg-1-policy\[Own\]: .*\[siteId\] here\. .*[^.]\.$/,
    )
  })
})
