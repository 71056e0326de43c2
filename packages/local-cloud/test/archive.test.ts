import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { run } from './synthesized.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const functionOf = (content: Uint8Array) => (stack: Stack) => {
  const file = join(folder, `${Math.random()}.zip`)
  writeFileSync(file, content)
  const made = new LambdaFunction(stack, 'Handler', {
    runtime: Runtime.NODEJS_24_X, handler: 'src/index.handler', code: Code.fromAsset(file),
  })
  new CfnOutput(stack, 'Name', { value: made.functionName })
}

it('runs a function whose code is an archive that somebody else has made', async () => {
  const files = {
    'src/index.js': strToU8('exports.handler = async () => require("../lib/answer.js")'), 'lib/answer.js': strToU8('module.exports = 42'),
    'empty/': new Uint8Array(),
  }
  await using running = await run(functionOf(zipSync(files)))
  const { Payload } = await new LambdaClient(running.client).send(new InvokeCommand({ FunctionName: running.outputs['Name'] }))
  expect(Payload?.transformToString()).toBe('42')
})

it.each([
  ['no archive', strToU8('no archive'), /no ZIP archive/],
  ['a file outside of itself', zipSync({ '../../evil.js': strToU8('x') }), /outside of itself: \.\.\/\.\.\/evil\.js/],
])('refuses code that is %s', async (_, content, reason) => {
  await expect(run(functionOf(content))).rejects.toMatchObject({
    code: 'RESOURCE_FAILED',
    evidence: [expect.objectContaining({ constructPath: 'Test/Handler/Resource', reason: expect.stringMatching(reason) })],
  })
})
