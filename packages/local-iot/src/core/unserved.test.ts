import { parseTopicName } from '@keg/mqtt-topics'
import { expect, it } from 'vitest'
import { shadowRequest } from '../shadows/shadow-topics.ts'
import { unserved } from './unserved.ts'

const shadows = { serves: (topic: string) => shadowRequest(topic) !== undefined, handle: () => undefined }
const whyUnserved = unserved(() => [shadows])

it.each([
  ['$aws/things/keg-1/defender/metrics/json', 'Device Defender'],
  ['$aws/things/keg-1/streams/s-1/get/json', 'File streams'],
  ['$aws/certificates/create/json', 'Provisioning by claim'],
  ['$aws/provisioning-templates/kegs/provision/cbor', 'Provisioning by claim'],
  ['$aws/commands/things/keg-1/executions/e-1/response/json', 'Commands'],
  ['$aws/device_location/keg-1/get_position_estimate', 'Device Location'],
])('says that nobody answers %s', (topic, service) => {
  // Clients may publish there: it is not the topic that is refused.
  expect(parseTopicName(topic).text).toBe(topic)
  expect(whyUnserved(topic)).toContain(`${service} is not emulated`)
})

it.each([
  'keg/berlin/keg-1/pours', '$aws/things/keg-1/shadow/update', '$aws/things/keg-1/shadow/name/door/get', '$aws/rules/pours/keg/berlin',
])('serves %s', (topic) => {
  expect(whyUnserved(topic)).toBeUndefined()
})
