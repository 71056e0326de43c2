import { afterAll, expect, it } from 'vitest'
import { EngineProcess } from '../engine-process/engine-process.ts'
import { programFile } from '../engine-process/program-file.ts'
import { Expressions } from './expressions.ts'

const logged: string[] = []
const log = (text: string) => void logged.push(text)
const [expressions, hasty] = [new Expressions({ log }), new Expressions({ log, timeoutMs: 500 })]
afterAll(() => Promise.all([expressions.close(), hasty.close()]))

// https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn
it.each<[string, unknown]>([
  ['$sum(n)', undefined], ['$sum($n)', 6], ['$n[$ > 1]', [2, 3]], ['$partition([1,2,3], 2)', [[1, 2], [3]]], ['$range(1, 5, 2)', [1, 3, 5]],
  ['$hash("a", "SHA-1")', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'], ['$random() < 1', true], ['$length($uuid())', 36],
  ['$parse("{\\"a\\":1}").a', 1], ['{"a": null}', { a: null }],
])('JSONata %s is %j', async (expression, expected) => {
  expect(await expressions.jsonata(expression, { n: [1, 2, 3] })).toEqual(expected)
})

it('finds the texts in which a regular expression matches', async () => {
  expect(await expressions.matching('^keg.*s$', ['kegs', 'keg', 'kegs', 'a kegs'])).toEqual(['kegs', 'kegs'])
})

it('answers with what is wrong with an expression', async () => {
  await expect(expressions.jsonata('$nothing()', {})).rejects.toThrow('Attempted to invoke a non-function')
  await expect(expressions.jq('{', 'null')).rejects.toThrow('syntax error')
  await expect(expressions.matching('(', ['a'])).rejects.toThrow('Invalid regular expression')
})

it.each<[string, () => Promise<unknown>, string]>([
  ['JSONata that calls itself', () => hasty.jsonata('($f := function($x) { $f($x) }; $f(1))', {}), 'time|memory'],
  ['a regular expression of JSONata\'s that goes back and forth', () =>
    hasty.jsonata('$contains($s, /^(a+)+$/)', { s: `${'a'.repeat(34)}!` }), 'time'],
  ['jq that calls itself', () => hasty.jq('def f: f; f', 'null'), 'time'],
])('ends %s, while this process and other expressions go on', { timeout: 30_000 }, async (_, ask, reason) => {
  const endless = ask().catch((error: unknown) => error)
  expect(await Promise.all([1, 2, 3].map((a) => expressions.jq('.a', JSON.stringify({ a }))))).toEqual([1, 2, 3])
  expect(await endless).toMatchObject({ name: 'EngineEnded', reason: expect.stringMatching(`^(${reason})$`) })
})

it('tells of a process that dies, and starts another', async () => {
  logged.length = 0
  const file = programFile('expression-program', new URL('expressions.ts', import.meta.url).href)
  const program = { name: 'The engine', file, heapMb: 64, memoryMb: 512 }
  let pid: number | undefined
  const engine = new EngineProcess(program, { log, guard: { watch: (child) => { pid = child.pid } } })
  await engine.started
  const asked = engine.ask({ kind: 'jq', filter: 'def f: f; f', json: 'null' })
  if (pid !== undefined) process.kill(pid, 'SIGKILL')
  await expect(asked).rejects.toMatchObject({ name: 'EngineEnded', reason: 'gone' })
  await expect(engine.ask({})).rejects.toMatchObject({ reason: 'gone' })
  expect([engine.usable, logged]).toEqual([
    false, ['The process of The engine has ended (SIGKILL); another one is started when it is needed'],
  ])
})
