import { expect, it } from 'vitest'
import { DeviceError } from '../errors/device-error.ts'
import { asked, overStandingLine } from './sdk-request.ts'

/** As the SDK's service clients reject. */
const serviceError = (parts: object) => Object.assign(new Error('CrtError'), parts)

it.each<[string, Error, object]>([
  ['a refusal of jobs', serviceError({ modeledError: { code: 'ResourceNotFound', message: 'Thing k-1 cannot be found.' } }), {
    code: 'REFUSED', awsCode: 'ResourceNotFound', message: 'start-next was refused: ResourceNotFound: Thing k-1 cannot be found.',
  }],
  ['a refusal of provisioning', serviceError({ modeledError: { statusCode: 403, errorCode: 'AccessDenied', errorMessage: 'no' } }), {
    code: 'REFUSED', awsCode: 'AccessDenied', statusCode: 403, message: 'start-next was refused: AccessDenied (403): no',
  }],
  ['a line that was cut', serviceError({ internalError: new Error('connection lost') }), {
    code: 'NO_ANSWER', message: 'start-next: connection lost',
  }],
  ['anything else', new Error('closed'), { code: 'NO_ANSWER', message: 'start-next: closed' }],
])('tells %s in words', async (_, error, told) => {
  await expect(asked('start-next', Promise.reject(error))).rejects.toMatchObject(told)
})

it.each([
  ['libaws-c-mqtt: AWS_ERROR_MQTT_REQUEST_RESPONSE_SUBSCRIBE_FAILURE, Request …', 'NOT_SERVED', /subscription to the answers was refused.*policy/],
  ['libaws-c-mqtt: AWS_ERROR_MQTT_REQUEST_RESPONSE_PUBLISH_FAILURE, Request …', 'NOT_SERVED', /request was refused.*policy/],
  ['libaws-c-mqtt: AWS_ERROR_MQTT_REQUEST_RESPONSE_TIMEOUT, Request …', 'NOT_SERVED', /no answer within 10 s/],
  ['libaws-c-mqtt: AWS_ERROR_MQTT_REQUEST_RESPONSE_CLIENT_SHUT_DOWN, Request …', 'NO_ANSWER', /SHUT_DOWN/],
])('tells, of a line that stood, from %j: %s', async (text, code, why) => {
  const error = await asked('it', Promise.reject(serviceError({ internalError: new Error(text) }))).catch((failure: unknown) => failure)
  expect(overStandingLine('it', error)).toMatchObject({ code, message: expect.stringMatching(why) })
})

it('leaves a refusal of a standing line as it is', () => {
  const refusal = new DeviceError('REFUSED', 'AWS_ERROR_MQTT_REQUEST_RESPONSE_TIMEOUT')
  expect(overStandingLine('it', refusal)).toBe(refusal)
})
