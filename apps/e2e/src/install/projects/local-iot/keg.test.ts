import { readFileSync } from 'node:fs'
import { createLocalIot } from '@keg/local-iot'
import mqtt from 'mqtt'
import { expect, it } from 'vitest'

it('takes a pour', async () => {
  await using iot = await createLocalIot()
  const { certificateArn, certificatePem, keyPair } = await iot.call('CreateKeysAndCertificate', { setAsActive: true })
  const policyDocument = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]}'
  await iot.call('CreatePolicy', { policyName: 'keg', policyDocument })
  await iot.call('AttachPolicy', { policyName: 'keg', target: certificateArn })
  const keg = await mqtt.connectAsync(iot.endpoints.mqtts, {
    clientId: 'k-1', cert: certificatePem, key: keyPair.PrivateKey, ca: readFileSync(iot.caFile),
  })
  const pour = new Promise<string>((resolve) => iot.subscribe('keg/#', ({ payload }) => resolve(new TextDecoder().decode(payload))))
  await keg.publishAsync('keg/berlin/k-1/pours', '{"volumeMl":300}', { qos: 1 })
  expect(await pour).toBe('{"volumeMl":300}')
  await keg.endAsync()
})
