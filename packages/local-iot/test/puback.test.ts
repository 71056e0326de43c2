import { ManualClock } from '@keg/mqtt-broker/testing'
import { duplexPair } from 'node:stream'
import { MqttClient } from 'mqtt'
import { expect, it } from 'vitest'
import { provision, startIot, until } from './start-iot.ts'

it('acknowledges a message after a second, however long its actions take, where there is no data folder', async () => {
  const clock = new ManualClock()
  const asked: string[] = []
  const answer = Promise.withResolvers<undefined>()
  await using started = await startIot({ clock, actions: { sqs: ({ MessageBody }) => { asked.push(MessageBody); return answer.promise } } })
  const { iot } = started
  const actions = [{ sqs: { roleArn: 'arn:aws:iam::123456789012:role/rule', queueUrl: 'http://localhost/123456789012/pours' } }]
  await iot.call('CreateTopicRule', { ruleName: 'pours', topicRulePayload: { sql: "SELECT * FROM 'pours'", actions } })
  const { certificateId } = await provision(iot, 'keg-1')
  const [near, far] = duplexPair({ allowHalfOpen: false })
  iot.handleConnection(far, { certificateId })
  const client = new MqttClient(() => near, { clientId: 'keg-1', reconnectPeriod: 0, protocolVersion: 4 })
  await new Promise((resolve) => client.once('connect', resolve))
  const acknowledged: string[] = []
  const publish = async (payload: string) => {
    await client.publishAsync('pours', payload, { qos: 1 })
    acknowledged.push(payload)
  }
  const device = publish('1')
  const program = iot.publish('pours', '2').then(() => acknowledged.push('2'))
  await until(() => asked.length === 2)
  clock.advance(999)
  // A fence: what comes after it was sent after what would have come before.
  await client.subscribeAsync('fence')
  expect(acknowledged).toEqual([])
  clock.advance(1)
  await device
  await client.subscribeAsync('fence')
  expect(acknowledged).toEqual(['1'])
  answer.resolve(undefined)
  await program
  await client.endAsync()
})
