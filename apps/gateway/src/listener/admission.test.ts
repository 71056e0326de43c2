import { ReasonCode, type ClientAction, type ConnectRequest } from '@keg/mqtt-broker'
import { expect, it } from 'vitest'
import { admission } from './admission.ts'

const known = 'a'.repeat(64)
const admit = admission({ siteId: 'berlin', kegOf: (certificateId) => (certificateId === known ? 'keg-01' : undefined) })
const request = (clientId: string, certificateId?: string): ConnectRequest => ({
  connectionId: 'c-1', clientId, protocolVersion: 5, username: undefined, password: undefined, persistent: true, willTopic: undefined,
  info: { transport: 'mqtts', certificateId },
})

it.each([
  ['a certificate that is not on the list', request('keg-01', 'b'.repeat(64)), /does not know/],
  ['no certificate', request('keg-01'), /does not know/],
  ['the name of another keg', request('keg-02', known), /that of keg-01, not of keg-02/],
])('refuses %s', async (_, asked, reason) => {
  expect(await admit(asked)).toEqual({ accepted: false, code: ReasonCode.notAuthorized, reason: expect.stringMatching(reason) })
})

it.each<[ClientAction, string, boolean]>([
  ['Publish', 'keg/berlin/keg-01/pours', true],
  ['Publish', 'keg/berlin/keg-01/telemetry', true],
  ['Publish', 'keg/berlin/keg-01/alerts', true],
  ['Publish', 'keg/berlin/keg-01/replies/c-1', true],
  ['Publish', 'keg/berlin/keg-01/replies/', false],
  ['Publish', 'keg/berlin/keg-01/replies/c-1/more', false],
  ['Publish', 'keg/berlin/keg-02/replies/c-1', false],
  ['Publish', 'keg/munich/keg-01/replies/c-1', false],
  ['Publish', 'keg/berlin/keg-01/replies/a\u0001b', false],
  ['Publish', 'keg/berlin/keg-01/replies/a\u007f', false],
  ['Publish', 'keg/berlin/keg-01/replies/a\u0085', false],
  ['Publish', 'keg/berlin/keg-01/replies/a\uffff', false],
  ['Publish', 'keg/berlin/keg-01/replies/Bier 🍺', true],
  ['Publish', '$aws/things/keg-01/shadow/get', true],
  ['Publish', '$aws/things/keg-01/shadow/update', true],
  ['Publish', '$aws/things/keg-01/shadow/update/accepted', false],
  ['Publish', '$aws/things/keg-02/shadow/update', false],
  ['Publish', 'keg/berlin/keg-02/pours', false],
  ['Publish', 'keg/munich/keg-01/pours', false],
  ['Publish', 'keg/berlin/keg-01/reported', false],
  ['Publish', '$aws/rules/keg_dev_batch/berlin/keg-01', false],
  ['RetainPublish', 'keg/berlin/keg-01/pours', false],
  ['Subscribe', 'keg/berlin/keg-01/commands/+', true],
  ['Subscribe', '$aws/things/keg-01/shadow/update/delta', true],
  ['Subscribe', '#', false],
  ['Subscribe', 'keg/berlin/+/commands/+', false],
  ['Subscribe', '$aws/things/keg-01/#', false],
  ['Subscribe', '$aws/things/+/shadow/update/delta', false],
  ['Receive', 'keg/berlin/keg-01/commands/c-1', true],
  ['Receive', 'keg/berlin/keg-02/commands/c-1', false],
])('%s %s: %s', async (action, topic, allowed) => {
  const answer = await admit(request('keg-01', known))
  if (!answer.accepted) expect.fail('refused')
  expect(answer.authorization.refusal(action, topic) === undefined).toBe(allowed)
})
