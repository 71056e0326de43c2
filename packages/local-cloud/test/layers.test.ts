import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { GetFunctionConfigurationCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CloudError } from '../src/index.ts'
import type { Stack } from 'aws-cdk-lib'
import {
  CfnFunction, Code, Function as LambdaFunction, InlineCode, LayerVersion, Runtime, type ILayerVersion,
} from 'aws-cdk-lib/aws-lambda'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

let running: TestCloud
const folder = mkdtempSync(join(tmpdir(), 'keg-layers-'))

function layer(stack: Stack, id: string, files: Record<string, string>): ILayerVersion {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, id, path)), { recursive: true })
    writeFileSync(join(folder, id, path), content)
  }
  return new LayerVersion(stack, id, { layerVersionName: id, code: Code.fromAsset(join(folder, id)) })
}

const cellar = (name: string, says: string) => ({
  [`nodejs/node_modules/${name}/package.json`]: JSON.stringify({
    name, version: '1.0.0', exports: { import: './index.mjs', require: './index.cjs' },
  }),
  [`nodejs/node_modules/${name}/index.cjs`]: `exports.says = '${says} by require'`,
  [`nodejs/node_modules/${name}/index.mjs`]: `export const says = '${says} by import'`,
})

function build(stack: Stack): void {
  const layers = [
    layer(stack, 'first', { ...cellar('barrel', 'first'), ...cellar('cellar', 'first') }),
    layer(stack, 'second', cellar('cellar', 'second')),
  ]
  const node = { runtime: Runtime.NODEJS_24_X, handler: 'index.handler' }
  new LambdaFunction(stack, 'Requires', {
    ...node, functionName: 'requires', layers,
    code: new InlineCode('const [a, b] = [require("barrel"), require("cellar")]; exports.handler = async () => [a.says, b.says]'),
  })
  new LambdaFunction(stack, 'Imports', {
    ...node, functionName: 'imports', layers,
    code: new InlineCode('import { says } from "cellar"; export const handler = async () => says'),
  })
  new LambdaFunction(stack, 'Without', { ...node, functionName: 'without', code: new InlineCode('require("cellar")') })
}

beforeAll(async () => void (running = await run(build)), 30_000)
afterAll(async () => {
  await running[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true })
})

async function invoke(FunctionName: string): Promise<unknown> {
  const { Payload } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName }))
  return JSON.parse(Payload?.transformToString() ?? 'null') as unknown
}

// https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html#packaging-layers-paths
it('brings modules to require and to import; a later layer lies over those before it', async () => {
  expect([await invoke('requires'), await invoke('imports')]).toEqual([['first by require', 'second by require'], 'second by import'])
})

it('brings them to its own functions alone', async () => {
  expect(await invoke('without')).toMatchObject({ errorType: 'Runtime.ImportModuleError' })
})

it('is told of with its function', async () => {
  const { Layers } = await new LambdaClient(running.client).send(new GetFunctionConfigurationCommand({ FunctionName: 'requires' }))
  expect(Layers?.map(({ Arn }) => Arn)).toEqual(['first', 'second'].map((name) => `arn:aws:lambda:us-east-1:123456789012:layer:${name}:1`))
})

it('of somebody else is not to be had', async () => {
  const foreign = (stack: Stack) => void new CfnFunction(stack, 'F', {
    code: { zipFile: '' }, role: 'arn:aws:iam::123456789012:role/r', runtime: 'nodejs24.x', handler: 'index.handler',
    layers: ['arn:aws:lambda:us-east-1:999999999999:layer:theirs:7'],
  })
  await expect(run(foreign)).rejects.toThrow(CloudError)
  await expect(run(foreign)).rejects.toThrow(/layer:theirs:7 is no layer of this assembly/)
})
