import { readFileSync } from 'node:fs'
import mqtt, { type IClientOptions } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { provision, startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
beforeAll(async () => {
  started = await startIot({
    permissive: true,
    invokeFunction: () => Promise.resolve({ isAuthenticated: false }),
  })
  await started.iot.call('CreateAuthorizer', {
    authorizerName: 'nobody', authorizerFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', status: 'ACTIVE',
    signingDisabled: true,
  })
})
afterAll(() => started[Symbol.asyncDispose]())

describe('a permissive core', () => {
  it.each(['mqtts', 'mqtt', 'ws', 'wss'] as const)('lets anybody in over %s', async (endpoint) => {
    const { endpoints, caFile } = started.iot
    const client = await mqtt.connectAsync(endpoints[endpoint] ?? '', {
      clientId: `any-${endpoint}`, ca: readFileSync(caFile), reconnectPeriod: 0,
    })
    const message = new Promise<string>((resolve) => client.once('message', (topic) => resolve(topic)))
    await client.subscribeAsync(`any/${endpoint}`, { qos: 1 })
    await client.publishAsync(`any/${endpoint}`, 'x', { qos: 1, retain: true })
    expect(await message).toBe(`any/${endpoint}`)
    await client.endAsync()
    expect(started.log.filter(({ event, message: text }) => event === 'permissive' && text.startsWith(`any-${endpoint} is let in`)).length)
      .toBe(1)
  })
  it('takes a certificate of another core', async () => {
    await using other = await startIot()
    const { cert, key } = await provision(other.iot, 'foreign')
    const options: IClientOptions = { clientId: 'foreign', cert, key, ca: readFileSync(started.iot.caFile), reconnectPeriod: 0 }
    await (await mqtt.connectAsync(started.iot.endpoints.mqtts, options)).endAsync()
  })
  it('takes data-plane requests without credentials, and control-plane ones only signed', async () => {
    expect((await started.iot.fetch(new Request('https://localhost/topics/a', { method: 'POST', body: 'x' }))).status).toBe(200)
    expect((await started.iot.fetch(new Request('https://localhost/things'))).status).toBe(403)
  })
  it('still asks the authorizer that is named', async () => {
    await expect(mqtt.connectAsync(started.iot.endpoints.ws, {
      protocolVersion: 5, username: '?x-amz-customauthorizer-name=nobody', reconnectPeriod: 0,
    })).rejects.toThrow(/Not authorized/)
  })
  it('says so once when it starts', () => {
    expect(started.log.filter(({ message }) => message.startsWith('This core is permissive')).length).toBe(1)
  })
})

it('has no plain MQTT unless it is permissive', async () => {
  await using other = await startIot()
  expect(other.iot.endpoints.mqtt).toBeUndefined()
})
