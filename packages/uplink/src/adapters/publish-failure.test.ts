import deviceSdk from 'aws-iot-device-sdk-v2'
import { expect, it } from 'vitest'
import { publishFailure } from './publish-failure.ts'

const { CrtError, io } = deviceSdk

it.each([
  ['the queue that is given up when the connection goes', 5156],
  ['a client that stops', 5153],
  ['an acknowledgement that never comes', 5129],
  ['a broker that ends the connection', 5150],
])('%s is the line\'s, and the message is sent again', (_, code) => {
  expect(publishFailure('a/b', io.error_code_to_string(code))).toMatchObject({ code: 'DISCONNECTED', topic: 'a/b' })
})

it.each([
  ['a packet that MQTT does not allow', io.error_code_to_string(5147)],
  ['a publish that MQTT does not allow', io.error_code_to_string(5143)],
  ['text that is none', io.error_code_to_string(5161)],
  ['what the SDK throws at once', new Error('topic is missing')],
])('%s is refused: it would be each time', (_, cause) => {
  expect(publishFailure('a/b', cause)).toMatchObject({ code: 'REFUSED', topic: 'a/b' })
})

it('hands on what the SDK says by a code', () => {
  const error = new CrtError(5156)
  expect(publishFailure('a/b', error)).toBe(error)
})
