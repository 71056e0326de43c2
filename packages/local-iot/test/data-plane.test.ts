import {
  DeleteThingShadowCommand, GetRetainedMessageCommand, GetThingShadowCommand, IoTDataPlaneClient, ListRetainedMessagesCommand,
  PublishCommand, UpdateThingShadowCommand,
} from '@aws-sdk/client-iot-data-plane'
import { describe, expect, it } from 'vitest'
import { refusalOf } from './error-of.ts'
import { heard, useIot } from './start-iot.ts'

const started = useIot({ accessKey: (accessKeyId) => (accessKeyId === 'AKIAROLE' ? { secretAccessKey: 'role-secret' } : undefined) })

const json = (payload: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(payload))

describe('Publish', () => {
  it('reaches subscribers with its properties', async () => {
    const messages = await heard(started.iot, 'keg/#', () =>
      started.data.send(
        new PublishCommand({
          topic: 'keg/berlin/k 1', qos: 1, payload: '{"a":1}', contentType: 'application/json', responseTopic: 'r', messageExpiry: 60,
          payloadFormatIndicator: 'UTF8_DATA', correlationData: 'AQI=',
          userProperties: JSON.stringify([{ site: 'berlin' }, { site: 'munich' }]),
        }),
      ),
    )
    expect(messages).toMatchObject([
      {
        topic: 'keg/berlin/k 1', qos: 1, retain: false, payload: new TextEncoder().encode('{"a":1}'),
        properties: {
          contentType: 'application/json', responseTopic: 'r', payloadFormatIndicator: true, correlationData: new Uint8Array([1, 2]),
          userProperties: { site: ['berlin', 'munich'] },
        },
      },
    ])
  })
  it.each([{ topic: 'a/+' }, { topic: '$SYS/x' }, { topic: 'a/b/c/d/e/f/g/h/i' }])('refuses the topic $topic', async ({ topic }) => {
    expect(await refusalOf(started.data.send(new PublishCommand({ topic })))).toEqual({ name: 'InvalidRequestException', status: 400 })
  })
  it('refuses more than 128 KB', async () => {
    expect(await refusalOf(started.data.send(new PublishCommand({ topic: 'a', payload: new Uint8Array(128 * 1024 + 1) })))).toEqual({
      name: 'RequestEntityTooLargeException', status: 413,
    })
  })
})

describe('signatures', () => {
  const as = (accessKeyId: string, secretAccessKey: string) => {
    const { region, endpoints } = started.iot
    return new IoTDataPlaneClient({
      endpoint: endpoints.https, region, credentials: { accessKeyId, secretAccessKey }, requestHandler: started.data.config.requestHandler,
      maxAttempts: 1,
    })
  }
  it.each([
    { who: 'a key that is registered', key: ['AKIAROLE', 'role-secret'] as const, ends: 'no error' },
    { who: 'a wrong secret', key: ['AKIAROLE', 'guess'] as const, ends: { name: 'InvalidSignatureException', status: 403 } },
    { who: 'an unknown key', key: ['AKIANOBODY', 'x'] as const, ends: { name: 'UnrecognizedClientException', status: 403 } },
  ])('$who', async ({ key, ends }) => {
    expect(
      await refusalOf(as(key[0], key[1]).send(new PublishCommand({ topic: 'signed/a b', payload: 'x', contentType: 'a&b=c d', qos: 1 }))),
    ).toEqual(ends)
  })
  it('say to whom signs with a key that nobody has what to do, in the answer and in the log', async () => {
    const whatToDo = /invalid: nobody here has the access key "AKIANOBODY"\. .*keg env/
    await expect(as('AKIANOBODY', 'x').send(new PublishCommand({ topic: 'a' }))).rejects.toThrow(whatToDo)
    expect(started.log.at(-1)).toMatchObject({ level: 'warn', event: 'request-refused', message: expect.stringMatching(whatToDo) })
  })
})

describe('shadows', () => {
  it.each([
    { shadowName: undefined, prefix: '$aws/things/lamp/shadow' },
    { shadowName: 'settings', prefix: '$aws/things/lamp/shadow/name/settings' },
  ])(
    'of $prefix: updated, read, deleted, and told on their topics',
    async ({ shadowName, prefix }) => {
      const messages = await heard(started.iot, `${prefix}/#`, async () => {
        const updated = await started.data.send(
          new UpdateThingShadowCommand({
            thingName: 'lamp', shadowName,
            payload: JSON.stringify({ state: { desired: { led: 'on' }, reported: { led: 'off' } }, clientToken: 't' }),
          }),
        )
        expect(json(updated.payload)).toMatchObject({ version: 1, clientToken: 't', state: { desired: { led: 'on' } } })
        const got = await started.data.send(new GetThingShadowCommand({ thingName: 'lamp', shadowName }))
        expect(json(got.payload)).toMatchObject({ state: { delta: { led: 'on' } }, version: 1 })
        const deleted = await started.data.send(new DeleteThingShadowCommand({ thingName: 'lamp', shadowName }))
        expect(json(deleted.payload)).toMatchObject({ version: 1 })
      })
      expect(messages.map(({ topic }) => topic.slice(prefix.length + 1))).toEqual([
        'update/accepted', 'update/delta', 'update/documents', 'delete/accepted',
      ])
      expect(json(messages[2]?.payload)).toMatchObject({ previous: null, current: { version: 1 } })
      expect(await refusalOf(started.data.send(new GetThingShadowCommand({ thingName: 'lamp', shadowName })))).toEqual({
        name: 'ResourceNotFoundException', status: 404,
      })
    },
  )
  it.each([
    { what: 'no JSON', payload: '{', ends: { name: 'InvalidRequestException', status: 400 } },
    { what: 'another version', payload: '{"state":{"desired":{}},"version":7}', ends: { name: 'ConflictException', status: 409 } },
    {
      what: 'too much', payload: JSON.stringify({ state: { desired: { a: 'x'.repeat(9000) } } }),
      ends: { name: 'RequestEntityTooLargeException', status: 413 },
    },
  ])('refuse $what', async ({ payload, ends }) => {
    expect(await refusalOf(started.data.send(new UpdateThingShadowCommand({ thingName: 'refused', payload })))).toEqual(ends)
  })
  it('answer over MQTT', async () => {
    const messages = await heard(started.iot, '$aws/things/mqtt-lamp/shadow/+/+', async () => {
      await started.iot.publish('$aws/things/mqtt-lamp/shadow/get', '')
      await started.iot.publish('$aws/things/mqtt-lamp/shadow/update', '{"state":{"desired":{"led":1}}}')
      await started.iot.publish('$aws/things/mqtt-lamp/shadow/get', '{"clientToken":"x"}')
    })
    expect(messages.map(({ topic }) => topic.split('/').slice(-2).join('/'))).toEqual([
      'get/rejected', 'update/accepted', 'update/delta', 'update/documents', 'get/accepted',
    ])
    expect(json(messages[0]?.payload)).toEqual({ code: 404, message: "No shadow exists with name: 'mqtt-lamp'" })
    expect(json(messages[4]?.payload)).toMatchObject({ clientToken: 'x', version: 1 })
  })
})

describe('retained messages', () => {
  it('are read and listed in pages', async () => {
    for (const topic of ['kept/a', 'kept/b', 'kept/c'])
      await started.data.send(new PublishCommand({ topic, qos: 1, retain: true, payload: topic }))
    const one = await started.data.send(new GetRetainedMessageCommand({ topic: 'kept/b' }))
    expect([new TextDecoder().decode(one.payload), one.qos, one.topic]).toEqual(['kept/b', 1, 'kept/b'])
    const first = await started.data.send(new ListRetainedMessagesCommand({ maxResults: 2 }))
    expect(first.retainedTopics).toMatchObject([{ topic: 'kept/a', payloadSize: 6, qos: 1 }, { topic: 'kept/b' }])
    expect((await started.data.send(new ListRetainedMessagesCommand({ maxResults: 2, nextToken: first.nextToken }))).retainedTopics)
      .toMatchObject([{ topic: 'kept/c' }])
    await started.data.send(new PublishCommand({ topic: 'kept/b', retain: true, payload: new Uint8Array() }))
    expect(await refusalOf(started.data.send(new GetRetainedMessageCommand({ topic: 'kept/b' })))).toEqual({
      name: 'ResourceNotFoundException', status: 404,
    })
  })
})
