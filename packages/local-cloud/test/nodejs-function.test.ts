import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CfnOutput } from 'aws-cdk-lib'
import { Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { afterAll, expect, it } from 'vitest'
import { run } from './synthesized.ts'

// A project of its own with npm's lock file: NodejsFunction spawns the package manager of the lock file it finds, and npm comes with Node.
const project = mkdtempSync(join(tmpdir(), 'keg-project-'))
cpSync(join(import.meta.dirname, 'behaving-function.ts'), join(project, 'index.ts'))
writeFileSync(join(project, 'package-lock.json'), '{}')
writeFileSync(join(project, 'package.json'), '{"type":"module"}')
symlinkSync(join(import.meta.dirname, '../node_modules'), join(project, 'node_modules'))
afterAll(() => rmSync(project, { recursive: true }))

it.each([OutputFormat.CJS, OutputFormat.ESM])('runs the bundle that NodejsFunction makes (%s), with its source map', {
  timeout: 40_000,
}, async (format) => {
  await using running = await run((stack) => {
    const handler = new NodejsFunction(stack, 'Handler', {
      entry: join(project, 'index.ts'), projectRoot: project, depsLockFilePath: join(project, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X, bundling: { format, sourceMap: true, minify: true },
    })
    new CfnOutput(stack, 'Name', { value: handler.functionName })
  })
  const lambda = new LambdaClient(running.client)
  const invoke = async (event: object) => {
    const { Payload } = await lambda.send(new InvokeCommand({ FunctionName: running.outputs['Name'], Payload: JSON.stringify(event) }))
    return JSON.parse(Payload?.transformToString() ?? 'null')
  }
  expect(await invoke({ does: 'answer', with: 'bundled' })).toBe('bundled')
  expect((await invoke({ does: 'throw' })).trace.join('\n')).toMatch(/index\.ts:\d+/)
})
