import { describe, expect, it } from 'vitest'
import { explainRule, explainRuleAsync, parseRule, printExplanation, type RuleContext } from '../index.ts'

const context: RuleContext = { nowMs: 0 }
const message = (payload: unknown, topic = 'keg/berlin/k-1/telemetry') =>
  ({ topic, payload: new TextEncoder().encode(typeof payload === 'string' ? payload : JSON.stringify(payload)) })
const why = (where: string, payload: unknown) =>
  explainRule(parseRule(`SELECT * FROM 'keg/#' WHERE ${where}`), message(payload), context).because

describe('explainRule', () => {
  it.each([
    ['celsius > 8', { celsius: 7.5 }, 'celsius > 8 is false: 7.5 > 8'],
    ['celsius > 8', {}, 'celsius is Undefined: the message has no such field'],
    ['celsius > 8', 'no json', 'celsius is Undefined: the message has no such field (the payload is no JSON object)'],
    ['celsius > 8 AND open = true', { celsius: 9, open: false }, 'open = true is false: false = true'],
    ['celsius > 8 AND open', { celsius: 9, open: 1 }, 'open is 1, which is no Boolean'],
    ['hot OR open', { hot: false }, 'open is Undefined: the message has no such field'],
    ['hot OR open', { hot: false, open: false }, 'hot is false'],
    ['NOT open', { open: true }, 'NOT open is false, as open is true'],
    ['a.b.c = 1', { a: {} }, 'a.b is Undefined: a is {}'],
    ['celsius > 8', { celsius: 'warm' }, 'celsius is "warm", which > makes no number of'],
    ["startswith(upper(name), 'K')", { name: null }, 'upper(name) is Undefined for Null'],
    ['celsius', { celsius: 1 }, 'celsius is 1, which is no Boolean'],
    ["celsius = '8'", { celsius: 8 }, 'celsius = \'8\' is false: 8 = "8"'],
  ])('%s with %j', (where, payload, because) => {
    expect(why(where, payload)).toBe(because)
  })
  it('names the topic that does not match', () => {
    const explanation = explainRule(parseRule("SELECT * FROM 'bar/+' WHERE a"), message({}), context)
    expect(explanation).toMatchObject({
      result: { kind: 'notMatched' }, because: "the topic keg/berlin/k-1/telemetry does not match 'bar/+'", where: undefined, select: [],
    })
  })
  it('answers as evaluate does, and has no reason for a match', () => {
    const explanation = explainRule(
      parseRule("SET @f = celsius * 2 SELECT @f AS f, (SELECT VALUE v FROM list WHERE v > 1) AS l FROM 'keg/#' WHERE @f > 4"),
      message({ celsius: 4, list: [{ v: 1 }, { v: 2 }] }),
      context,
    )
    expect(explanation.result).toMatchObject({ kind: 'matched', output: { f: 8, l: [2] } })
    expect(explanation.because).toBeUndefined()
    expect(printExplanation(explanation)).toMatchInlineSnapshot(`
      "The rule matches.

      FROM 'keg/#'  topic keg/berlin/k-1/telemetry
      SET @f
        celsius * 2  →  8
          celsius  →  4
      WHERE
        @f > 4  →  true
          @f  →  8
      SELECT
        @f  →  8
        (SELECT VALUE v FROM list WHERE v > 1)  →  [2]
          list  →  [{"v":1},{"v":2}]
          v > 1  →  false
            v  →  1
          v > 1  →  true
            v  →  2
          v  →  2"
    `)
  })
  it('shows the answers of other services', async () => {
    const rule = parseRule("SELECT * FROM 'keg/#' WHERE get_thing_shadow(topic(3), 'r').state.reported.alarm = 'ON'")
    const shadow = { state: { reported: { alarm: 'OFF' } } }
    const explanation = await explainRuleAsync(rule, message({}), { ...context, ports: { thingShadow: async () => shadow } })
    expect(explanation.because).toBe(`get_thing_shadow(topic(3), 'r').state.reported.alarm = 'ON' is false: "OFF" = "ON"`)
    const failed = await explainRuleAsync(rule, message({}), {
      ...context, ports: { thingShadow: () => Promise.reject(new Error('ResourceNotFoundException')) },
    })
    expect(failed).toMatchObject({
      result: { kind: 'failed', code: 'FUNCTION_FAILED' }, because: "get_thing_shadow(topic(3), 'r') failed: ResourceNotFoundException",
    })
  })
})
