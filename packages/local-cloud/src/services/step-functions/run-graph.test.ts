import { afterAll, expect, it } from 'vitest'
import { Expressions } from '../expressions/expressions.ts'
import { memoryShelves } from '../../ground/shelf.ts'
import { parseDefinition } from './definition.ts'
import { runGraph, type GraphPosition, type GraphProgress } from './run-graph.ts'
import { StateError } from './state-error.ts'
import { TaskTokens } from './task-tokens.ts'

const expressions = new Expressions({ log: () => undefined })
afterAll(() => expressions.close())

const slept: number[] = []
const calls = { count: 0 }

/** Tasks: `echo` answers its input, `fail` fails so often as its input says. */
async function task(resource: string, input: unknown): Promise<unknown> {
  calls.count += 1
  if (resource !== 'fail') return input
  const { times = Infinity, error = 'Oops' } = input as { times?: number; error?: string }
  if (calls.count <= times) throw new StateError(error, 'because')
  return 'at last'
}

async function run(definition: object, input: unknown, progress?: GraphProgress, evaluator = expressions): Promise<unknown> {
  slept.length = 0
  calls.count = 0
  const machine = parseDefinition(JSON.stringify(definition))
  const context = { Execution: { Id: 'e-1', Input: input }, StateMachine: { Id: 'm-1' } }
  const signal = new AbortController().signal
  const tokens = new TaskTokens(memoryShelves().shelf('task-tokens'), () => 'id-1')
  const each = {
    context, executionArn: 'e-1', tokens, task, jsonata: (...asked: Parameters<Expressions['jsonata']>) => evaluator.jsonata(...asked),
    nowMs: () => Date.parse('2026-01-01T00:00:00Z'), newId: () => 'id-1', random: () => 0.5,
    sleep: async (ms: number) => void slept.push(ms), signal,
  }
  return runGraph(machine, input, { variables: {}, context, language: machine.QueryLanguage, run: each }, progress)
}

const one = (state: object, more: object = {}) => ({ StartAt: 'One', States: { One: { End: true, ...state }, ...more } })
const jsonata = (state: object, more: object = {}) => ({ ...one(state, more), QueryLanguage: 'JSONata' })
const pass = { Type: 'Pass', End: true }

// https://states-language.net/spec.html
it.each<[string, object, unknown, unknown]>([
  ['a pass', one({ Type: 'Pass' }), { a: 1 }, { a: 1 }],
  ['a result at a path', one({ Type: 'Pass', Result: 7, ResultPath: '$.b.c' }), { a: 1 }, { a: 1, b: { c: 7 } }],
  ['a result that is discarded', one({ Type: 'Pass', Result: 7, ResultPath: null }), { a: 1 }, { a: 1 }],
  [
    'parameters', one({ Type: 'Pass', Parameters: { 'x.$': '$.a', y: [{ 'z.$': '$$.Execution.Id' }], 's.$': '$$.State.Name' } }), { a: 1 },
    { x: 1, y: [{ z: 'e-1' }], s: 'One' },
  ],
  ['paths in and out', one({ Type: 'Pass', InputPath: '$.a', OutputPath: '$.b' }), { a: { b: 2 } }, 2],
  ['a path with a filter', one({ Type: 'Pass', InputPath: '$.list[?(@.n > 1 && (@.s != "f(/x)"))]' }), {
    list: [{ n: 1, s: '' }, { n: 2, s: '' }, { n: 3, s: 'f(/x)' }],
  }, [{ n: 2, s: '' }]],
  [
    'a result selector', one({ Type: 'Task', Resource: 'echo', ResultSelector: { 'n.$': '$.list[1]' }, ResultPath: '$.r' }),
    { list: [1, 2] }, { list: [1, 2], r: { n: 2 } },
  ],
  [
    'a task', one({ Type: 'Task', Resource: 'echo', Parameters: { 'all.$': '$.list[*].n' } }), { list: [{ n: 1 }, { n: 2 }] },
    { all: [1, 2] },
  ],
  ['a success', one({ Type: 'Succeed', OutputPath: '$.a' }), { a: 1 }, 1],
  ['a choice', {
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Choices: [{ Not: { Variable: '$.a', NumericLessThan: 5 }, Next: 'Big' }], Default: 'Small' },
      Big: { ...pass, Result: 'big' },
      Small: { ...pass, Result: 'small' },
    },
  }, { a: 5 }, 'big'],
  ['branches', one({ Type: 'Parallel', Branches: [one({ Type: 'Pass', Result: 1 }), one({ Type: 'Pass' })] }), 'x', [1, 'x']],
  ['a map', one({
    Type: 'Map', ItemsPath: '$.list', ItemSelector: { 'v.$': '$$.Map.Item.Value', 'i.$': '$$.Map.Item.Index', 'a.$': '$.a' },
    ItemProcessor: one({ Type: 'Pass' }), MaxConcurrency: 1,
  }), { a: 'x', list: [5, 6] }, [{ v: 5, i: 0, a: 'x' }, { v: 6, i: 1, a: 'x' }]],
  ['an empty map', one({ Type: 'Map', Iterator: one({ Type: 'Pass' }) }), [], []],
  ['variables', one({ Type: 'Pass', Assign: { 'n.$': '$.a' }, End: undefined, Next: 'Two' }, {
    Two: { ...pass, Parameters: { 'twice.$': 'States.MathAdd($n, $n)' } },
  }), { a: 2 }, { twice: 4 }],
  ['JSONata', jsonata({
    Type: 'Pass', Output: { sum: '{% $sum($states.input.list) %}', plain: 'x', id: '{% $states.context.Execution.Id %}' },
  }), { list: [1, 2] }, { sum: 3, plain: 'x', id: 'e-1' }],
  ['arguments and variables in JSONata', jsonata({
    Type: 'Task', Resource: 'echo', Arguments: { n: '{% $states.input.a + 1 %}' }, Assign: { n: '{% $states.result.n %}' }, End: undefined,
    Next: 'Two',
  }, { Two: { Type: 'Pass', End: true, Output: '{% [$n, $range(1, 3, 1)] %}' } }), { a: 1 }, [2, 1, 2, 3]],
  ['a choice in JSONata', jsonata(
    { Type: 'Choice', End: undefined, Choices: [{ Condition: '{% $states.input.a > 3 %}', Next: 'Big', Output: 'big' }], Default: 'Small' },
    { Big: pass, Small: { Type: 'Succeed' } },
  ), { a: 4 }, 'big'],
  ['a map in JSONata', jsonata({
    Type: 'Map', Items: '{% $states.input.list %}', ItemSelector: { d: '{% $states.context.Map.Item.Value * 2 %}' },
    ItemProcessor: one({ Type: 'Pass' }),
  }), { list: [1, 2] }, [{ d: 2 }, { d: 4 }]],
])('%s', async (_, definition, input, expected) => {
  expect(await run(definition, input)).toEqual(expected)
})

it.each<[string, object, unknown, unknown, number[]]>([
  [
    'retries', one({ Type: 'Task', Resource: 'fail', Retry: [{ ErrorEquals: ['Oops'], IntervalSeconds: 2, BackoffRate: 3 }] }),
    { times: 2 }, 'at last', [2000, 6000],
  ],
  ['retries with jitter and a longest delay', one({
    Type: 'Task', Resource: 'fail',
    Retry: [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 10, MaxDelaySeconds: 4, JitterStrategy: 'FULL' }],
  }), { times: 1 }, 'at last', [2000]],
  ['catches', one({
    Type: 'Task', Resource: 'fail',
    Catch: [{ ErrorEquals: ['Other'], Next: 'No' }, { ErrorEquals: ['States.ALL'], Next: 'Yes', ResultPath: '$.error' }],
  }, { No: pass, Yes: pass }), { a: 1 }, { a: 1, error: { Error: 'Oops', Cause: 'because' } }, []],
  ['catches after retries', one({
    Type: 'Task', Resource: 'fail', Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
    Catch: [{ ErrorEquals: ['Oops'], Next: 'Yes' }],
  }, { Yes: pass }), {}, { Error: 'Oops', Cause: 'because' }, [1000]],
  ['catches what fails in a branch', one({
    Type: 'Parallel', Branches: [one({ Type: 'Fail', Error: 'Broken', Cause: 'in two' })],
    Catch: [{ ErrorEquals: ['Broken'], Next: 'Yes' }],
  }, { Yes: pass }), {}, { Error: 'Broken', Cause: 'in two' }, []],
  ['catches in JSONata', jsonata(
    { Type: 'Task', Resource: 'fail', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Yes', Output: '{% $states.errorOutput.Error %}' }] },
    { Yes: pass },
  ), {}, 'Oops', []],
  ['waits for seconds', one({ Type: 'Wait', Seconds: 3 }), 1, 1, [3000]],
  ['waits by a path', one({ Type: 'Wait', SecondsPath: '$.s' }), { s: 4 }, { s: 4 }, [4000]],
  ['waits until', one({ Type: 'Wait', Timestamp: '2026-01-01T00:00:05Z' }), 1, 1, [5000]],
])('%s', async (_, definition, input, expected, waits) => {
  expect(await run(definition, input)).toEqual(expected)
  expect(slept).toEqual(waits)
})

it.each<[string, object, unknown, string]>([
  ['a failure', one({ Type: 'Fail', Error: 'Big', Cause: 'too' }), {}, 'Big'],
  ['a path to nothing', one({ Type: 'Pass', Parameters: { 'x.$': '$.a' } }), {}, 'States.Runtime'],
  ['a path to nothing, which nobody catches', one(
    { Type: 'Task', Resource: 'echo', Parameters: { 'x.$': '$.a' }, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Yes' }] }, { Yes: pass },
  ), {}, 'States.Runtime'],
  [
    'no choice', one({ Type: 'Choice', Choices: [{ Variable: '$.a', StringEquals: 'x', Next: 'One' }] }), { a: 1 },
    'States.NoChoiceMatched',
  ],
  ['no place for the result', one({ Type: 'Pass', Result: 1, ResultPath: '$.a.b' }), { a: 'text' }, 'States.ResultPathMatchFailure'],
  ['an unknown function', one({ Type: 'Pass', Parameters: { 'x.$': 'States.Nothing()' } }), {}, 'States.IntrinsicFailure'],
  [
    'a path with a regular expression', one({ Type: 'Pass', InputPath: '$[?(@.s.match(/^(a+)+$/))]' }), [{ s: `${'a'.repeat(40)}!` }],
    'States.Runtime',
  ],
  ['a path with a call', one({ Type: 'Pass', InputPath: '$[?(@.s["match"]("(a+)+$"))]' }), [{ s: 'a' }], 'States.Runtime'],
  [
    'a range of more than 1,000 items', one({ Type: 'Pass', Parameters: { 'x.$': 'States.ArrayRange(1, 1000000000, 1)' } }), {},
    'States.IntrinsicFailure',
  ],
  ['a bad expression', jsonata({ Type: 'Pass', Output: '{% $nothing() %}' }), {}, 'States.QueryEvaluationError'],
  ['an iteration', one({ Type: 'Map', ItemProcessor: one({ Type: 'Fail', Error: 'Item' }) }), [1], 'Item'],
])('fails with %s', async (_, definition, input, name) => {
  await expect(run(definition, input)).rejects.toMatchObject({ name })
})

// https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
it.each<[string, unknown]>([
  ["States.Format('{} of {}, \\'{}\\' \\{\\}', $.n, 2, $.o)", "3 of 2, '{\"k\":1}' {}"],
  ['States.StringToJson($.json)', { a: 1 }],
  ['States.JsonToString($.o)', '{"k":1}'],
  ["States.Array(1, 'a', $.n, true, null)", [1, 'a', 3, true, null]],
  ['States.ArrayPartition($.list, 2)', [[1, 2], [2]]],
  ['States.ArrayContains($.list, 2)', true],
  ['States.ArrayRange(1, 9, 4)', [1, 5, 9]],
  ['States.ArrayGetItem($.list, 1)', 2],
  ['States.ArrayLength($.list)', 3],
  ['States.ArrayUnique($.list)', [1, 2]],
  ["States.Base64Decode(States.Base64Encode('beer'))", 'beer'],
  ["States.Hash('beer', 'SHA-1')", '600982cf9c0c41e12df616d2a9a72d675345ced7'],
  ['States.JsonMerge($.o, $.p, false)', { k: 1, l: 2 }],
  ['States.MathAdd($.n, -1)', 2],
  ['States.MathRandom(10, 20)', 15],
  ["States.StringSplit('a-b+c', '-+')", ['a', 'b', 'c']],
  ['States.UUID()', 'id-1'],
])('%s', async (expression, expected) => {
  const input = { n: 3, o: { k: 1 }, p: { l: 2 }, list: [1, 2, 2], json: '{"a":1}' }
  expect(await run(one({ Type: 'Pass', Parameters: { 'v.$': expression } }), input)).toEqual({ v: expected })
})

// https://states-language.net/spec.html#choice-state
it.each<[object, boolean]>([
  [{ StringEquals: 'b' }, true], [{ StringLessThan: 'c' }, true], [{ StringMatches: 'b*' }, true], [{ StringMatches: '\\*' }, false],
  [{ NumericEquals: 1 }, false], [{ IsString: true }, true], [{ IsNull: true }, false], [{ IsPresent: false }, false],
  [{ StringEqualsPath: '$.same' }, true], [{ BooleanEquals: true }, false],
  [{ Variable: '$.t', TimestampGreaterThan: '2025-12-31T23:59:59Z' }, true], [{ Variable: '$.t', IsTimestamp: true }, true],
  [{ Variable: '$.absent', IsPresent: false }, true], [{ Variable: '$.n', NumericGreaterThanEquals: 2 }, true],
  [{ And: [{ Variable: '$.n', IsNumeric: true }, { Variable: '$.n', NumericLessThanEquals: 1 }] }, false],
])('the choice %j is taken: %s', async (rule, taken) => {
  const definition = {
    StartAt: 'C',
    States: {
      C: { Type: 'Choice', Choices: [{ Variable: '$.a', ...rule, Next: 'Yes' }], Default: 'No' }, Yes: { ...pass, Result: true },
      No: { ...pass, Result: false },
    },
  }
  expect(await run(definition, { a: 'b', same: 'b', t: '2026-01-01T00:00:00Z', n: 2 })).toBe(taken)
})

it.each<[object, RegExp]>([
  [{}, /StartAt and States/],
  [{ StartAt: 'X', States: {} }, /names no state: X/],
  [one({ Type: 'Dance' }), /no Type/],
  [one({ Type: 'Pass', End: undefined }), /neither Next nor End/],
  [one({ Type: 'Pass', Next: 'Nowhere' }), /leads to Nowhere/],
  [one({ Type: 'Map', ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED' }, ...one({ Type: 'Pass' }) } }), /distributed mode/],
  [one({ Type: 'Map', ItemReader: {}, ItemProcessor: one({ Type: 'Pass' }) }), /ItemReader of state One is not emulated/],
])('refuses %j', (definition, message) => {
  expect(() => parseDefinition(JSON.stringify(definition))).toThrow(message)
})

it('tells how far it is, and goes on from there', async () => {
  const definition = { QueryLanguage: 'JSONata', StartAt: 'A', States: {
    A: { Type: 'Pass', Assign: { n: 1 }, Output: 'a', Next: 'B' },
    B: { Type: 'Wait', Seconds: 60, Next: 'C' },
    C: { Type: 'Pass', Output: '{% $states.input & $string($n) %}', End: true },
  } }
  const reached: GraphPosition[] = []
  expect(await run(definition, {}, { reached: (position) => reached.push(position) })).toBe('a1')
  expect(reached.map(({ name, data, variables }) => [name, data, variables])).toEqual([
    ['A', {}, {}], ['B', 'a', { n: 1 }], ['C', 'a', { n: 1 }],
  ])
  expect(slept).toEqual([60_000])
  const [, waiting] = reached
  // It had waited for three quarters of a minute when it was cut off.
  const from = waiting === undefined ? undefined : { ...waiting, enteredAtMs: waiting.enteredAtMs - 45_000 }
  expect(await run(definition, {}, { from, reached: () => undefined })).toBe('a1')
  expect(slept).toEqual([15_000])
})

it('fails with an expression that does not end', async () => {
  const hasty = new Expressions({ log: () => undefined, timeoutMs: 300 })
  const definition = jsonata({ Type: 'Pass', Output: '{% $contains($states.input.s, /^(a+)+$/) %}' })
  await expect(run(definition, { s: `${'a'.repeat(34)}!` }, undefined, hasty)).rejects.toMatchObject({
    name: 'States.QueryEvaluationError', message: expect.stringContaining('was ended after 300 ms'),
  })
  await hasty.close()
})
