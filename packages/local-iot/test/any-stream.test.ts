import { duplexPair } from 'node:stream'
import { MqttClient } from 'mqtt'
import { expect, it } from 'vitest'
import { provision, startIot, until } from './start-iot.ts'

it('serves MQTT on a stream of the caller’s, as with the bearer of a certificate', async () => {
  await using started = await startIot()
  const { iot, log } = started
  const { certificateId } = await provision(iot, 'keg-1')
  const open = (who?: { certificateId: string }) => {
    const [near, far] = duplexPair()
    iot.handleConnection(far, who)
    return new MqttClient(() => near, { clientId: 'keg-1', reconnectPeriod: 0, protocolVersion: 4 }).on('error', () => undefined)
  }
  const client = open({ certificateId })
  const heard: string[] = []
  iot.subscribe('keg/#', ({ topic }) => heard.push(topic))
  await client.publishAsync('keg/berlin', 'a beer', { qos: 1 })
  expect(heard).toEqual(['keg/berlin'])
  await client.endAsync()
  const nobody = open()
  await until(() => log.find(({ event }) => event === 'connect-refused'))
  await nobody.endAsync(true)
})
