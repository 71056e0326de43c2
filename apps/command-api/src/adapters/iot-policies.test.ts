import { expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { iotPolicies } from './iot-policies.ts'

const idOf = (digit: string) => digit.repeat(64)
const arnOf = (digit: string) => `arn:aws:iot:x:1:cert/${idOf(digit)}`

it('lists the certificates that are active, and nothing else that a thing goes by', async () => {
  const { client } = answeringIot(({ path }) => {
    if (path.startsWith('/things/')) return { body: { principals: [...'abc'].map(arnOf).concat('x:AIDA') } }
    if (path.endsWith(idOf('c'))) return { code: 'ResourceNotFoundException', status: 404 }
    return { body: { certificateDescription: { status: path.endsWith(idOf('a')) ? 'ACTIVE' : 'REVOKED' } } }
  })
  expect(await iotPolicies(client).certificatesOf('k-1', 10)).toEqual([{ certificateId: idOf('a'), certificateArn: arnOf('a') }])
})

it('knows no certificates of a thing that is not there', async () => {
  const { client } = answeringIot(() => ({ code: 'ResourceNotFoundException', status: 404 }))
  expect(await iotPolicies(client).certificatesOf('k-9', 10)).toBeUndefined()
})
