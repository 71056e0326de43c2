import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient, DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { DescribeSecretCommand, GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetQueueUrlCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs'
import { CfnOutput, CfnParameter, Stack, type App } from 'aws-cdk-lib'
import { Vpc } from 'aws-cdk-lib/aws-ec2'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { afterAll, expect, it } from 'vitest'
import { runAssembly } from '../src/index.ts'
import { eventually, run, synthesize } from './synthesized.ts'

// Other tests run at the same time, and have temporary folders of their own.
const temporary = mkdtempSync(join(tmpdir(), 'keg-test-'))
const usual = process.env['TMPDIR']
process.env['TMPDIR'] = temporary
afterAll(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
  rmSync(temporary, { recursive: true })
})

const temporaryFolders = () => readdirSync(temporary).filter((name) => name.startsWith('keg-cloud-'))

/** One of everything that starts a process. */
function everything(stack: Stack): void {
  new Table(stack, 'Table', { partitionKey: { name: 'pk', type: AttributeType.STRING } })
  new Queue(stack, 'Queue')
  const handler = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode('exports.handler = async () => process.pid'),
  })
  new CfnOutput(stack, 'FunctionName', { value: handler.functionName })
}

it('refuses what it can\'t run, all of it, before anything starts', async () => {
  const before = temporaryFolders()
  const failure = run((stack) => {
    everything(stack)
    new Vpc(stack, 'Network', { maxAzs: 1, natGateways: 0 })
  })
  await expect(failure).rejects.toMatchObject({
    code: 'UNSUPPORTED',
    evidence: expect.arrayContaining([
      expect.objectContaining({ type: 'AWS::EC2::VPC', constructPath: 'Test/Network/Resource', reason: 'the type is not supported' }),
    ]),
  })
  expect(temporaryFolders()).toEqual(before)
})

it('refuses a folder that is no assembly', async () => {
  await expect(runAssembly('/nowhere')).rejects.toMatchObject({ code: 'ASSEMBLY_UNREADABLE' })
})

it('leaves no process, no socket and no folder behind', async () => {
  const before = temporaryFolders()
  const running = await run(everything)
  const { Payload } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: running.outputs['FunctionName'] }))
  const pid = Number(Payload?.transformToString())
  expect(isAlive(pid)).toBe(true)
  await running[Symbol.asyncDispose]()
  expect(isAlive(pid)).toBe(false)
  expect(temporaryFolders()).toEqual(before)
  await expect(fetch(running.cloud.endpoint)).rejects.toThrow()
})

it('leaves nothing behind when it is killed', async () => {
  using assembly = synthesize(everything)
  const script = `
    import { runAssembly } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)}
    const cloud = await runAssembly(${JSON.stringify(assembly.directory)})
    console.log(JSON.stringify(cloud))
  `
  const before = temporaryFolders()
  const parent = spawn(process.execPath, ['--conditions=@keg/source', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(parent.stdout, 'data')
  const { endpoint, region, credentials, outputs } = JSON.parse(String(line))
  const { Payload } = await new LambdaClient({ endpoint, region, credentials })
    .send(new InvokeCommand({ FunctionName: outputs.Test.FunctionName }))
  const pid = Number(Payload?.transformToString())
  const [folder = ''] = temporaryFolders().filter((name) => !before.includes(name))
  expect([isAlive(pid), existsSync(join(temporary, folder))]).toEqual([true, true])
  parent.kill('SIGKILL')
  await eventually(() => !isAlive(pid) && !temporaryFolders().includes(folder))
})

it('takes the port asked for, or a free one where that is taken', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  {
    await using running = await run((stack) => new Queue(stack, 'Queue'), { port })
    expect(new URL(running.cloud.endpoint).port).not.toBe(String(port))
  }
  taken.close()
  await once(taken, 'close')
  await using running = await run((stack) => new Queue(stack, 'Queue'), { port })
  expect(new URL(running.cloud.endpoint).port).toBe(String(port))
})

it('makes and serves secrets', async () => {
  await using running = await run((stack) => {
    const secret = new Secret(stack, 'Password', { generateSecretString: {
      secretStringTemplate: '{"user":"keg"}', generateStringKey: 'password', passwordLength: 20, excludePunctuation: true,
    } })
    new Secret(stack, 'Named', { secretName: 'keg/key', generateSecretString: { passwordLength: 64 } })
    new CfnOutput(stack, 'SecretArn', { value: secret.secretArn })
    new CfnOutput(stack, 'Resolved', { value: secret.secretValueFromJson('password').unsafeUnwrap() })
  })
  const secrets = new SecretsManagerClient(running.client)
  const { SecretString, ARN } = await secrets.send(new GetSecretValueCommand({ SecretId: running.outputs['SecretArn'] }))
  expect(ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:Test-Password.*-\w{6}$/)
  expect(JSON.parse(SecretString ?? '')).toEqual({ user: 'keg', password: running.outputs['Resolved'] })
  expect(running.outputs['Resolved']).toMatch(/^[A-Za-z0-9]{20}$/)
  await secrets.send(new PutSecretValueCommand({ SecretId: 'keg/key', SecretString: 'new' }))
  expect((await secrets.send(new GetSecretValueCommand({ SecretId: 'keg/key' }))).SecretString).toBe('new')
  expect((await secrets.send(new DescribeSecretCommand({ SecretId: 'keg/key' }))).Name).toBe('keg/key')
  await expect(secrets.send(new GetSecretValueCommand({ SecretId: 'nothing' })))
    .rejects.toMatchObject({ name: 'ResourceNotFoundException' })
})

it('answers on one endpoint for every service, in the account and region of the run', async () => {
  await using running = await run((stack) => {
    new Queue(stack, 'Queue', { queueName: 'pours' })
    new Table(stack, 'Table', { tableName: 'ledger', partitionKey: { name: 'pk', type: AttributeType.STRING } })
  }, { region: 'eu-central-1', accountId: '111122223333' })
  const { client, cloud } = running
  const sqs = new SQSClient(client)
  const url = `${cloud.endpoint}/111122223333/pours`
  expect((await sqs.send(new GetQueueUrlCommand({ QueueName: 'pours' }))).QueueUrl).toBe(url)
  expect((await sqs.send(new ListQueuesCommand({}))).QueueUrls).toEqual([url])
  await expect(sqs.send(new GetQueueUrlCommand({ QueueName: 'nothing' }))).rejects.toMatchObject({ name: 'QueueDoesNotExist' })
  const { Table: table } = await new DynamoDBClient(client).send(new DescribeTableCommand({ TableName: 'ledger' }))
  expect(table?.TableArn).toBe('arn:aws:dynamodb:eu-central-1:111122223333:table/ledger')
})

it('answers a request for a service that is not here, and one that is not signed, with an error of AWS\'s shape', async () => {
  await using running = await run((stack) => new Queue(stack, 'Queue'))
  const authorization = 'AWS4-HMAC-SHA256 Credential=AKIA1/20260101/us-east-1/redshift/aws4_request, SignedHeaders=host, Signature=0'
  const unknown = await fetch(running.cloud.endpoint, {
    method: 'POST', headers: { authorization, 'content-type': 'application/x-amz-json-1.1' }, body: '{}',
  })
  expect([unknown.status, await unknown.json()]).toEqual([
    400, expect.objectContaining({ __type: 'UnknownService', message: expect.stringContaining('redshift') }),
  ])
  expect((await fetch(running.cloud.endpoint)).status).toBe(403)
})

it('hands exports to the stacks that import them, and parameters to those that take them', async () => {
  await using running = await run((stack, app: App) => {
    const queue = new Queue(stack, 'Queue', { queueName: 'pours' })
    const other = new Stack(app, 'Other')
    new Queue(other, 'Unused')
    const stage = new CfnParameter(other, 'Stage')
    new CfnOutput(other, 'Imported', { value: `${stage.valueAsString} ${queue.queueArn}` })
  }, { parameters: { Stage: 'prod' } })
  expect(running.cloud.outputs['Other']).toEqual({ Imported: 'prod arn:aws:sqs:us-east-1:123456789012:pours' })
})

it('says where the assembly may be where there is none', async () => {
  const app = mkdtempSync(join(tmpdir(), 'keg-app-'))
  try {
    await expect(runAssembly(app)).rejects.toMatchObject({ code: 'ASSEMBLY_UNREADABLE', message: `${app} is no synthesized CDK app: it has no manifest.json; run cdk synth first, which writes it to cdk.out, or name the folder that it writes to.` })
    mkdirSync(join(app, 'cdk.out'))
    writeFileSync(join(app, 'cdk.out/manifest.json'), '{}')
    await expect(runAssembly(app)).rejects.toThrow(`it has no manifest.json; did you mean ${join(app, 'cdk.out')}?`)
  } finally {
    rmSync(app, { recursive: true })
  }
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
