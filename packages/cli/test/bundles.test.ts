import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { startKeg } from './keg.ts'

// A project of its own with npm's lock file: NodejsFunction spawns the package manager of the lock file it finds, and npm comes with Node.
const folder = mkdtempSync(join(tmpdir(), 'keg-bundles-test-'))
const project = join(folder, 'project')
mkdirSync(project)
// What a synthesis has called ends a moment after it.
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 10 }))
const write = (name: string, text: string) => writeFileSync(join(project, name), text)
/** Those in the assembly. */
const bundles = () => readdirSync(join(project, 'cdk.out')).filter((name) => name.startsWith('asset.')).map((name) =>
  readFileSync(join(project, 'cdk.out', name, 'index.js'), 'utf8'))

/**
 * An app as CDK's users write it, that takes as long as the file `go` is away once it has been synthesized, and as `hold` is there once it
 * has bundled.
 */
const app = `
import { existsSync, writeFileSync } from 'node:fs'
import { App, CfnOutput, Stack } from 'aws-cdk-lib'
import { FunctionUrlAuthType, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
while (existsSync('cdk.out/manifest.json') && !existsSync('go')) await new Promise((resolve) => setTimeout(resolve, 20))
const app = new App({ outdir: process.env.CDK_OUTDIR, analyticsReporting: false })
const stack = new Stack(app, 'Bar')
for (const id of ['One', 'Two']) {
  const made = new NodejsFunction(stack, id, { entry: id.toLowerCase() + '.ts', runtime: Runtime.NODEJS_24_X, bundling: { minify: true, sourceMap: true } })
  new CfnOutput(stack, id + 'Url', { value: made.addFunctionUrl({ authType: FunctionUrlAuthType.NONE }).url })
}
while (existsSync('hold')) {
  writeFileSync('cdk.out/held', '')
  await new Promise((resolve) => setTimeout(resolve, 20))
}
app.synth()
`

it('makes bundles anew that a synthesis has made, and does not wait for the next synthesis', { timeout: 180_000 }, async () => {
  symlinkSync(join(import.meta.dirname, '../node_modules'), join(project, 'node_modules'))
  write('package.json', '{"type":"module"}')
  write('package-lock.json', '{}')
  write('app.mjs', app)
  write('shared.ts', 'export const answer: string = "first"')
  write('one.ts', 'import { answer } from "./shared.ts"; export const handler = async () => `one ${answer}`')
  write('two.ts', 'export const handler = async () => "two"')
  const child = startKeg(
    ['run', 'cdk.out', '--json', '--synth', `"${process.execPath}" app.mjs`], { XDG_RUNTIME_DIR: folder, TMPDIR: folder }, project,
  )
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const urls = Object.entries<string>(JSON.parse(line).outputs.Bar)
    const answer = async (id: string) => (await fetch(urls.find(([name]) => name.startsWith(`${id}Url`))?.[1] ?? '')).text()
    expect([await answer('One'), await answer('Two')]).toEqual(['one first', 'two'])
    write('shared.ts', 'export const answer: string = "second"')
    await eventually(async () => (await answer('One')) === 'one second')
    expect(await answer('Two')).toBe('two')
    write('shared.ts', 'export const answer: string =')
    write('two.ts', 'export const handler = async () => "three"')
    write('go', '')
    write('shared.ts', 'export const answer: string = "third"')
    await eventually(async () => (await answer('One')) === 'one third' && (await answer('Two')) === 'three')
    // What is back where it was is so in the assembly, too.
    write('shared.ts', 'export const answer: string = "first"')
    await eventually(async () => (await answer('One')) === 'one first')
    // What a synthesis bundled before a change is never live after it.
    write('hold', '')
    write('shared.ts', 'export const answer: string = "fourth"')
    await eventually(() => existsSync(join(project, 'cdk.out/held')))
    write('shared.ts', 'export const answer: string = "fifth"')
    await eventually(async () => (await answer('One')) === 'one fifth')
    rmSync(join(project, 'hold'))
    const answers = new Set<string>()
    await eventually(async () => {
      answers.add(await answer('One'))
      return bundles().some((text) => text.includes('fifth'))
    })
    expect([...answers]).toEqual(['one fifth'])
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    expect(await ended).toEqual([0, null])
  } finally {
    child.kill('SIGKILL')
  }
})
