import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

it('tells callers who they are', async () => {
  await using running = await run((stack: Stack) => {
    const code = new InlineCode('const { STSClient, GetCallerIdentityCommand } = require("@aws-sdk/client-sts"); exports.handler = async () => (await new STSClient().send(new GetCallerIdentityCommand())).Arn')
    const handler = new LambdaFunction(stack, 'Handler', {
      functionName: 'who', runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code,
    })
    new CfnOutput(stack, 'RoleName', { value: handler.role?.roleName ?? '' })
  })
  const sts = new STSClient(running.client)
  expect(await sts.send(new GetCallerIdentityCommand())).toMatchObject({
    Account: '123456789012', Arn: 'arn:aws:iam::123456789012:root', UserId: '123456789012',
  })
  const { Payload } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: 'who' }))
  expect(Payload?.transformToString()).toBe(`"arn:aws:sts::123456789012:assumed-role/${running.outputs['RoleName']}/who"`)
  await expect(sts.send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/r', RoleSessionName: 's' })))
    .rejects.toMatchObject({ name: 'InvalidAction' })
})
