import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, afterEach, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { keg as finished, startKeg } from './keg.ts'

const folder = mkdtempSync(join(tmpdir(), 'keg-run-'))
// Folders of our own: other tests announce cores, too, and what is killed here leaves its temporary folder.
const env = { XDG_RUNTIME_DIR: folder, TMPDIR: folder }
const children = new Set<ReturnType<typeof startKeg>>()
afterEach(() => children.forEach((child) => child.kill('SIGKILL')))
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }))

/** An app as small as they come: a function behind a URL, whose code is a file. */
const app = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
const code = readFileSync('handler.txt', 'utf8')
if (code.includes('stop')) process.exit(3)
const handler = { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs24.x', Handler: 'index.handler', Role: 'arn:aws:iam::123456789012:role/r', Code: { ZipFile: code } } }
const url = { Type: 'AWS::Lambda::Url', Properties: { TargetFunctionArn: { 'Fn::GetAtt': ['Handler', 'Arn'] }, AuthType: 'NONE' } }
const parameter = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: 'x' } }
mkdirSync('cdk.out', { recursive: true })
writeFileSync('cdk.out/bar.template.json', JSON.stringify({ Resources: { Handler: handler, Url: url, Parameter: parameter }, Outputs: { Url: { Value: { 'Fn::GetAtt': ['Url', 'FunctionUrl'] } } } }))
writeFileSync('cdk.out/manifest.json', JSON.stringify({ version: '48.0.0', artifacts: { Bar: { type: 'aws:cloudformation:stack', properties: { templateFile: 'bar.template.json' } } } }))
`
const answering = (text: string) => `exports.handler = async () => { console.log('asked'); return '${text}' }`

async function start(cwd: string, ...flags: (string | Record<string, string>)[]) {
  const own = flags.filter((flag) => typeof flag === 'object')
  const child = startKeg(
    ['run', 'cdk.out', '--json', ...flags.filter((flag) => typeof flag === 'string')], Object.assign({}, env, ...own), cwd,
  )
  children.add(child)
  let err = ''
  child.stderr.on('data', (text: Buffer) => (err += text.toString()))
  const [line] = await once(createInterface(child.stdout), 'line')
  const { outputs, endpoint } = JSON.parse(line)
  return { child, endpoint, answer: async () => (await fetch(outputs.Bar.Url)).text(), err: () => err }
}

it('synthesizes by a command, again whenever a source changes, and keeps on running what it has where that fails', {
  timeout: 60_000,
}, async () => {
  const cwd = mkdtempSync(join(folder, 'app-'))
  writeFileSync(join(cwd, 'app.mjs'), app)
  writeFileSync(join(cwd, 'handler.txt'), answering('one'))
  const { child, answer, err } = await start(cwd, '--synth', `"${process.execPath}" app.mjs`)
  expect(await answer()).toBe('one')
  writeFileSync(join(cwd, 'handler.txt'), answering('two'))
  await eventually(async () => (await answer()) === 'two')
  writeFileSync(join(cwd, 'handler.txt'), 'stop')
  await eventually(() => err().includes('failed with code 3.'))
  expect(await answer()).toBe('two')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('synthesizes what is compiled as it is required, as ts-node does it for the apps of cdk init', { timeout: 60_000 }, async () => {
  const cwd = mkdtempSync(join(folder, 'an app-'))
  writeFileSync(join(cwd, 'compiler.cjs'), `
require.extensions['.stack'] = (module, file) => module._compile(require('node:fs').readFileSync(file, 'utf8').replace('const answer: string', 'const answer'), file)
process.argv.splice(1, 1)
process.argv[1] = require('node:path').resolve(process.argv[1])
require('node:module').runMain()`)
  writeFileSync(join(cwd, 'app.stack'), `const answer: string = 'compiled'; require('node:fs').writeFileSync('handler.txt', "exports.handler = async () => '" + answer + "'"); require('node:child_process').execFileSync(process.execPath, ['app.mjs'])`)
  writeFileSync(join(cwd, 'app.mjs'), app)
  // A temporary folder whose name has to be quoted.
  const temporary = mkdtempSync(join(folder, 'it "is" a-'))
  const { child, answer } = await start(cwd, { TMPDIR: temporary }, '--no-watch', '--synth', `"${process.execPath}" compiler.cjs app.stack`)
  expect(await answer()).toBe('compiled')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('exits with 1 where the first synthesis fails', async () => {
  expect(await finished(['run', 'nowhere', '--synth', 'exit 3'], '', env)).toMatchObject({
    code: 1, out: '', err: 'exit 3 failed with code 3.\n',
  })
})

it('keeps everything in the data folder, and its page and tail tell what happens', { timeout: 60_000 }, async () => {
  const cwd = mkdtempSync(join(folder, 'app-'))
  writeFileSync(join(cwd, 'app.mjs'), app)
  writeFileSync(join(cwd, 'handler.txt'), answering('one'))
  const flags = ['--synth', `"${process.execPath}" app.mjs`, '--no-watch', '--data-dir', 'data']
  const first = await start(cwd, ...flags)
  const tail = startKeg(['tail', '--invocations', '--json', '--count', '1'], env)
  children.add(tail)
  await once(tail.stderr, 'data')
  await first.answer()
  const [line] = await once(createInterface(tail.stdout), 'line')
  expect(JSON.parse(line)).toMatchObject({ kind: 'invocation', failed: false, output: '"one"', lines: ['asked'] })
  expect(await once(tail, 'exit')).toEqual([0, null])
  const gone = once(first.child, 'exit')
  first.child.kill('SIGKILL')
  await gone
  const second = await start(cwd, ...flags)
  expect(second.endpoint).toBe(first.endpoint)
  expect(readFileSync(join(cwd, 'data/cloud.sqlite')).length).toBeGreaterThan(0)
  second.child.kill('SIGINT')
  expect(await once(second.child, 'exit')).toEqual([0, null])
})

it('tail says where nothing runs', async () => {
  expect(await finished(['tail'], '', { TMPDIR: folder, XDG_RUNTIME_DIR: mkdtempSync(join(folder, 'none-')) })).toMatchObject({
    code: 2, err: expect.stringContaining('No cloud runs'),
  })
  expect(await finished(['tail', '--endpoint', 'http://127.0.0.1:1'], '', env)).toMatchObject({
    code: 2, err: expect.stringContaining('Nothing answers at http://127.0.0.1:1'),
  })
})

it('ends a synthesis that is interrupted', async () => {
  const child = startKeg(
    ['run', 'cdk.out', '--synth', `"${process.execPath}" -e "console.log('begun'); setInterval(() => {}, 1000)"`], env, folder,
  )
  children.add(child)
  await once(child.stderr, 'data')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([1, null])
})
