import {
  CreateAuthorizerCommand, DeleteAuthorizerCommand, DescribeAuthorizerCommand, UpdateAuthorizerCommand, type IoTClient,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf } from './error-of.ts'
import { startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
beforeAll(async () => {
  started = await startIot()
  control = started.control
})
afterAll(() => started[Symbol.asyncDispose]())

const function1 = 'arn:aws:lambda:us-east-1:123456789012:function:authorize'

describe('authorizers', () => {
  it('are created, updated, described and deleted', async () => {
    const created = await control.send(new CreateAuthorizerCommand({ authorizerName: 'people', authorizerFunctionArn: function1, signingDisabled: true, status: 'ACTIVE' }))
    expect(created.authorizerArn).toBe('arn:aws:iot:us-east-1:123456789012:authorizer/people')
    expect(await errorOf(control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject({ name: 'DeleteConflictException' })
    await control.send(new UpdateAuthorizerCommand({ authorizerName: 'people', status: 'INACTIVE' }))
    const { authorizerDescription } = await control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' }))
    expect(authorizerDescription).toMatchObject({ authorizerFunctionArn: function1, status: 'INACTIVE', signingDisabled: true, creationDate: expect.any(Date) })
    await control.send(new DeleteAuthorizerCommand({ authorizerName: 'people' }))
    expect(await errorOf(control.send(new DescribeAuthorizerCommand({ authorizerName: 'people' })))).toMatchObject({ name: 'ResourceNotFoundException' })
  })
  it('need a key when they check signatures', async () => {
    expect(await errorOf(control.send(new CreateAuthorizerCommand({ authorizerName: 'signed', authorizerFunctionArn: function1 })))).toMatchObject({ name: 'InvalidRequestException' })
  })
})
