import { expect, it } from 'vitest'
import { backtestRule, parseRule, type StoredMessage } from '../index.ts'

const stored = (payloads: readonly string[]): StoredMessage[] =>
  payloads.map((payload, index) => ({
    place: `a:${index + 1}`, message: { topic: 'keg/k-1', payload: new TextEncoder().encode(payload) }, context: { nowMs: 0 },
  }))
const messages = stored(['{"c":9}', '{"c":7}', '{"c":8.5}', 'no json'])

it('counts, shows the first matches, and where another rule differs', async () => {
  const rule = parseRule("SELECT *, 1 AS one FROM 'keg/#' WHERE isUndefined(c)")
  expect(await backtestRule(rule, messages)).toEqual({
    messages: 4, matched: 0, notMatched: 3, failed: 1, failures: { PAYLOAD_NOT_AN_OBJECT: 1 }, matches: [],
  })
  const report = await backtestRule(parseRule("SELECT c FROM 'keg/#' WHERE c > 8"), messages, {
    against: parseRule("SELECT c FROM 'keg/#' WHERE c > 8.7"),
  })
  expect(report).toEqual({
    messages: 4, matched: 2, notMatched: 2, failed: 0, failures: {}, different: 1,
    matches: [{ place: 'a:1', topic: 'keg/k-1', result: '{"c":9}' }, { place: 'a:3', topic: 'keg/k-1', result: '{"c":8.5}' }],
    differences: [{ place: 'a:3', topic: 'keg/k-1', result: '{"c":8.5}', before: 'not matched' }],
  })
})
