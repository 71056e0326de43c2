import { GetParameterCommand, GetParametersByPathCommand, GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { CfnOutput, Fn, type Stack } from 'aws-cdk-lib'
import { StringListParameter, StringParameter } from 'aws-cdk-lib/aws-ssm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
let ssm: SSMClient

function build(stack: Stack): void {
  const limit = new StringParameter(stack, 'Limit', { parameterName: '/bar/limits/celsius', stringValue: '8' })
  new StringListParameter(stack, 'Sites', { parameterName: '/bar/sites', stringListValue: ['berlin', 'munich'] })
  new CfnOutput(stack, 'LimitText', { value: Fn.join('', ['limit ', limit.stringValue]) })
}

beforeAll(async () => {
  running = await run(build)
  ssm = new SSMClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('gives a template and its readers the same value', async () => {
  expect(running.outputs['LimitText']).toBe('limit 8')
  const ARN = 'arn:aws:ssm:us-east-1:123456789012:parameter/bar/limits/celsius'
  const found = {
    Name: '/bar/limits/celsius', Type: 'String', Value: '8', Version: 1, ARN, DataType: 'text', LastModifiedDate: expect.any(Date),
  }
  expect((await ssm.send(new GetParameterCommand({ Name: '/bar/limits/celsius' }))).Parameter).toEqual(found)
  expect((await ssm.send(new GetParameterCommand({ Name: ARN }))).Parameter).toEqual(found)
})

// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html
it('answers several by name and by path', async () => {
  const { Parameters, InvalidParameters } = await ssm.send(new GetParametersCommand({ Names: ['/bar/sites', '/bar/nothing'] }))
  expect([Parameters, InvalidParameters]).toMatchObject([[{ Value: 'berlin,munich', Type: 'StringList' }], ['/bar/nothing']])
  const names = async (Recursive: boolean) =>
    (await ssm.send(new GetParametersByPathCommand({ Path: '/bar', Recursive }))).Parameters?.map(({ Name }) => Name)
  expect(await names(false)).toEqual(['/bar/sites'])
  expect(await names(true)).toEqual(['/bar/limits/celsius', '/bar/sites'])
})

it('overwrites when told to', async () => {
  const put = (Overwrite: boolean) => ssm.send(new PutParameterCommand({ Name: '/bar/new', Value: 'v', Type: 'String', Overwrite }))
  expect((await put(false)).Version).toBe(1)
  await expect(put(false)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' })
  expect((await put(true)).Version).toBe(2)
  await expect(ssm.send(new GetParameterCommand({ Name: '/bar/absent' }))).rejects.toMatchObject({ name: 'ParameterNotFound' })
})
