import { expect, it } from 'vitest'
import * as z from 'zod'
import { defineMessage } from './index.ts'
import { kegMessages, summary, telemetry, type Summary, type Telemetry } from './keg/index.ts'

const anything = defineMessage({ name: 'anything', version: 1, topic: 'x/{id}', schema: z.object({ v: z.literal(1), held: z.unknown() }) })
const bytes = (json: string) => new TextEncoder().encode(json)

it.each([
  ['half a character', '"a\\ud800"', 'held: half a character'],
  ['the other half alone', '"\\udc00a"', 'held: half a character'],
  ['half a character in a name', '{"\\ud800":1}', 'held.\uFFFD: half a character'],
  ['a number too large', '[1,{"deep":9007199254740992}]', 'held.1.deep: no store keeps the number 9007199254740992; send 0, or'],
  ['a number too large below 0', '-1e300', 'held: no store keeps'],
  ['a number that JSON can not say', '1e999', 'held: no store keeps the number Infinity'],
  ['a number too small', '1e-101', 'held: no store keeps'],
  ['a number too small below 0', '-5e-324', 'held: no store keeps'],
])('refuses %s, which a schema lets through and no store takes', (_, json, reason) => {
  expect(anything.decode(bytes(`{"v":1,"held":${json}}`))).toMatchObject({
    ok: false, failure: 'INVALID', reason: expect.stringContaining(reason),
  })
})

it.each([
  '"🍺"', '""', '0', '-0', '9007199254740991', '-9007199254740991', '1e-100', '4.2', 'null', 'true', '[[],{"a":"ä"}]',
])('takes %s', (json) => {
  expect(anything.decode(bytes(`{"v":1,"held":${json}}`))).toEqual({ ok: true, value: { v: 1, held: JSON.parse(json) } })
})

it('passes over what the schema leaves out', () => {
  expect(telemetry.decode(bytes('{"v":1,"bootId":"b","seq":0,"takenAtMs":1,"celsius":4,"kilopascal":200,"pouring":false,"cooling":true,"new":"\\ud800"}'))).toMatchObject({ ok: true })
})

it.each([...kegMessages.messages])('says in short why a body is no $name, however long it is', (message) => {
  const long = 'ä'.repeat(120_000)
  for (const body of [{ v: [long] }, { v: long }, { v: message.version, [long]: long, reported: long }, long]) {
    const decoded = message.decode(bytes(JSON.stringify(body)))
    if (decoded.ok) expect.fail('It has to be refused.')
    expect(decoded.reason.length).toBeLessThanOrEqual(1_000)
  }
  expect(message.decode(bytes(JSON.stringify({ v: [long] })))).toMatchObject({
    reason: expect.stringMatching(/^schema version \["ä{50,97}…, expected/),
  })
})

it('holds the bounds of telemetry for what sums it up', () => {
  const spread = (value: number) => ({ min: value, mean: value, max: value })
  const of = (more: Partial<Summary>): Summary => ({
    v: 1, bootId: 'b', fromSeq: 0, toSeq: 1, takenAtMs: 1, readings: 2, celsius: spread(4), kilopascal: spread(200), pouring: 0, cooling: 2,
    ...more,
  })
  const reading: Telemetry = { v: 1, bootId: 'b', seq: 0, takenAtMs: 1, celsius: 4, kilopascal: 200, pouring: false, cooling: true }
  for (const [name, values] of [['celsius', [-51, -50, 100, 101]], ['kilopascal', [-1, 0, 1_000, 1_001]]] as const) {
    const verdicts = values.map((value) => summary.decode(bytes(JSON.stringify(of({ [name]: spread(value) })))).ok)
    expect(verdicts).toEqual([false, true, true, false])
    expect(verdicts).toEqual(values.map((value) => telemetry.decode(bytes(JSON.stringify({ ...reading, [name]: value }))).ok))
  }
})
