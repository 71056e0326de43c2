import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRINCIPAL_MEMBERS, REQUEST_MEMBERS } from '@keg/local-iot/policy'
import { expect, it } from 'vitest'
import { keg } from './keg.ts'

interface Case {
  id: string
  expect: string
}
const cases = ['policies', 'policies-field'].flatMap((name) =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../local-iot/conformance/${name}.json`), 'utf8')) as Case[])

it('decides every conformance case, in order', async () => {
  const { code, out } = await keg(
    ['policy', 'explain', '--jsonl'], cases.map(({ expect: _, ...request }) => JSON.stringify(request)).join('\n'),
  )
  const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; decision: string; because: unknown[] })
  expect(code).toBe(0)
  expect(answers.map(({ id, decision }) => ({ id, decision }))).toEqual(cases.map(({ id, expect: decision }) => ({ id, decision })))
  expect(answers.filter(({ because }) => because.length === 0)).toEqual([])
})

const request = {
  policies: [{ Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }] }], principal: { clientId: 'a' },
  action: 'iot:Publish', resource: 'topic/a',
}
const odd: readonly (readonly [line: string, answer: object])[] = [
  ['no json', { error: 'BAD_CASE' }],
  ['7', { error: 'BAD_CASE' }],
  ['{"id":"x"}', { id: 'x', error: 'BAD_CASE' }],
  [JSON.stringify({ ...request, id: 'x', principal: { clientId: 7 } }), { id: 'x', error: 'BAD_CASE' }],
  [JSON.stringify({ ...request, id: 'x', policies: ['{'] }), { id: 'x', error: 'POLICY_MALFORMED' }],
  [JSON.stringify({ ...request, id: 'x' }), {
    id: 'x', decision: 'implicitDeny', because: [{ policyName: 'p0', statement: 0, why: 'It is for iot:Connect.' }],
    statements: [{ applies: false, why: 'It is for iot:Connect.' }],
  }],
  [JSON.stringify({ ...request, id: 'x', who: 'b' }), { id: 'x', decision: 'implicitDeny', remarks: [expect.stringContaining('who')] }],
]
it('answers what is odd, and goes on', async () => {
  const { code, out } = await keg(['policy', 'explain', '--jsonl'], `${odd.map(([line]) => line).join('\n')}\n`)
  expect(out.trimEnd().split('\n').map((line) => JSON.parse(line))).toMatchObject(odd.map(([, answer]) => answer))
  expect(code).toBe(0)
})

it.each([
  [['policy', 'guess'], 'no "keg policy guess"'],
  [['policy', 'explain'], '--jsonl'],
])('refuses %j', async (line, message) => {
  const { code, err } = await keg(line)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
})

it('documents every member of a request', async () => {
  const { code, out } = await keg(['policy', 'explain', '--help'])
  expect(code).toBe(0)
  const members = [
    ...Object.keys(REQUEST_MEMBERS), ...Object.keys(PRINCIPAL_MEMBERS), 'because', 'statements', 'remarks', 'BAD_CASE', 'POLICY_MALFORMED',
  ]
  expect(members.filter((name) => !out.includes(name))).toEqual([])
})
