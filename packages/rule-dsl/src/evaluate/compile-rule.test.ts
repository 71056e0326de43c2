import { describe, expect, it } from 'vitest'
import { compileRule, parseRule, RuleError, type RuleContext } from '../index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (payload: Uint8Array) => new TextDecoder().decode(payload)
const context: RuleContext = { nowMs: 1_700_000_000_000, clientId: 'k-1' }

describe('the pour rule, which can not fail', () => {
  const rule = compileRule(
    parseRule(
      "SELECT encode(*, 'base64') AS payload, topic() AS topic, clientid() AS clientId, timestamp() AS receivedAtMs FROM 'keg/+/+/pours'",
    ),
  )
  it.each(['{"v":1}', 'no json', '', '{"half":', '\u0000\u0001', '[1]', '7'])('carries %j', (payload) => {
    const result = rule.evaluate({ topic: 'keg/berlin/k-1/pours', payload: bytes(payload) }, context)
    expect(result).toMatchObject({
      kind: 'matched',
      output: {
        payload: Buffer.from(payload).toString('base64'),
        topic: 'keg/berlin/k-1/pours',
        clientId: 'k-1',
        receivedAtMs: 1_700_000_000_000,
      },
    })
  })
  it('carries bytes that are no text', () => {
    const result = rule.evaluate({ topic: 'keg/berlin/k-1/pours', payload: new Uint8Array([0xff, 0, 0xc3]) }, context)
    expect(result).toMatchObject({ kind: 'matched', output: { payload: '/wDD' } })
  })
  it('looks at its topics alone', () => {
    expect(rule.topicFilter).toBe('keg/+/+/pours')
    expect(rule.evaluate({ topic: 'keg/berlin/k-1/telemetry', payload: bytes('{}') }, context)).toEqual({ kind: 'notMatched' })
  })
})

describe('the state rule', () => {
  const rule = compileRule(
    parseRule(
      'SELECT topic(3) AS kegId, current.version AS version, current.state.desired AS desired, current.state.reported AS reported, ' +
        "timestamp AS timestampSec FROM '$aws/things/+/shadow/update/documents' WHERE isUndefined(current.state.desired.siteId) = false",
    ),
  )
  const topic = '$aws/things/k-1/shadow/update/documents'
  const current = { version: 4, state: { desired: { siteId: 'berlin', celsius: 4 }, reported: { celsius: 5 } } }
  const documents = { topic, payload: bytes(JSON.stringify({ current, timestamp: 1_700_000_000 })) }

  it('selects from both documents', () => {
    const result = rule.evaluate(documents, context)
    const output = { kegId: 'k-1', version: 4, desired: current.state.desired, reported: { celsius: 5 }, timestampSec: 1_700_000_000 }
    expect(result).toMatchObject({ kind: 'matched', output })
    expect(result.kind === 'matched' && JSON.parse(text(result.payload))).toEqual(output)
  })
  it.each(['{}', '{"current":{"state":{"desired":{}}}}', 'no json', '[]'])('passes over %s', (payload) => {
    expect(rule.evaluate({ topic, payload: bytes(payload) }, context)).toEqual({ kind: 'notMatched' })
  })
  it('names what a template asks of others', () => {
    const externalFunctions = (template: string) => rule.template(template).externalFunctions
    expect(externalFunctions("keg/${topic(3)}/${get_thing_shadow(topic(3), 'role').state.siteId}")).toEqual(['get_thing_shadow'])
    expect(externalFunctions('keg/${topic(3)}')).toEqual([])
  })
  it('renders the topic that it is republished to', () => {
    const template = rule.template('keg/${current.state.desired.siteId}/${topic(3)}/state')
    expect(template.render(documents, context)).toEqual({ kind: 'rendered', text: 'keg/berlin/k-1/state' })
    expect(template.render({ topic, payload: bytes('{}') }, context)).toEqual({
      kind: 'failed',
      code: 'NO_TEXT',
      message: '${current.state.desired.siteId} is Undefined for this message.',
    })
  })
})

describe('Basic Ingest', () => {
  const rule = parseRule("SELECT topic(1) AS first FROM 'other/#'")
  const message = { topic: '$aws/rules/batch/keg/g-1', payload: bytes('{}') }
  it('runs the rule it names, whatever the filter', () => {
    expect(compileRule(rule, { ruleName: 'batch' }).evaluate(message, context)).toMatchObject({ kind: 'matched', output: { first: 'keg' } })
  })
  it.each([{}, { ruleName: 'other' }])('runs no other: %j', (options) => {
    expect(compileRule(rule, options).evaluate(message, context)).toEqual({ kind: 'notMatched' })
  })
})

describe('what goes wrong', () => {
  it.each([
    ["SELECT encode(a, 'hex') AS x FROM 'a'", 'UNSUPPORTED', 17],
    ["SELECT substr(a) AS x FROM 'a'", 'UNKNOWN_FUNCTION', 7],
    ["SELECT @x FROM 'a'", 'SQL_SYNTAX', 7],
    [`SELECT ${'('.repeat(5000)}a${')'.repeat(5000)} FROM 'a'`, 'SQL_SYNTAX', 257],
    [`SELECT a${' + 1'.repeat(5000)} FROM 'a'`, 'SQL_SYNTAX', 4009],
  ])('%.40s is refused with %s', (sql, code, offset) => {
    const compile = () => compileRule(parseRule(sql))
    expect(compile).toThrow(RuleError)
    expect(compile).toThrow(expect.objectContaining({ code, at: { offset, line: 1, column: offset + 1 } }))
  })
  it.each([
    ['1E999999999', '{"a":1E+999999999}'],
    ['-1E-999999999', '{"a":-1E-999999999}'],
  ])('passes %s on and does not calculate with it', (number, output) => {
    const rule = compileRule(parseRule("SELECT a, a + 1 AS b, floor(a) AS c, bitand(a, 1) AS d, trunc(a, 2) AS e, -a AS f FROM 'a'"))
    const result = rule.evaluate({ topic: 'a', payload: bytes(`{"a":${number}}`) }, context)
    expect(result.kind === 'matched' && text(result.payload)).toBe(output)
  })
  it('answers failed, never throws', () => {
    const whole = compileRule(parseRule("SELECT *, 1 AS one FROM 'a'"))
    expect(whole.evaluate({ topic: 'a', payload: bytes('no json') }, context)).toMatchObject({
      kind: 'failed', code: 'PAYLOAD_NOT_AN_OBJECT',
    })
    const set = compileRule(parseRule("SET @a = a SELECT 1 AS one FROM 'a'"))
    const large = { topic: 'a', payload: bytes(JSON.stringify({ a: 'x'.repeat(131_072) })) }
    expect(set.evaluate(large, context)).toMatchObject({ kind: 'failed', code: 'VARIABLES_TOO_LARGE' })
  })
  it('keeps a member called __proto__ a member', () => {
    const rule = compileRule(parseRule("SELECT *, get(*, 'constructor') AS none FROM 'a'"))
    const result = rule.evaluate({ topic: 'a', payload: bytes('{"__proto__":{"admin":true}}') }, context)
    expect(result.kind === 'matched' && text(result.payload)).toBe('{"__proto__":{"admin":true}}')
  })
})
