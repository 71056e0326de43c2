import { expect, it } from 'vitest'
import { asked } from './sdk-request.ts'

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
