import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BinaryOperator, CastType, Expression, Path, Rule, Selection, Template } from './ast.ts'
import { parseStatement, parseTemplate } from './parse-rule.ts'
import { printRule, printTemplate } from './print-rule.ts'
import { isReserved } from './words.ts'

const word = fc.stringMatching(/^[A-Za-z_]\w{0,6}$/)
const attributeName = fc.oneof(word, fc.constantFrom('value', 'cast', 'topic')).filter((name) => !isReserved(name))
const functionName = attributeName.filter((name) => !['cast', 'value'].includes(name.toLowerCase()))
const memberName = fc.oneof(word, fc.constantFrom('from', 'select', 'value', 'end'))
const variable = fc.constantFrom('x', 'y_1', '2nd')
const text = fc.oneof(fc.string(), fc.constantFrom("it's", `"both' kinds"`, '', '}', "''", '-- no comment'))
const operators: BinaryOperator[] = ['OR', 'AND', '=', '<>', '<', '<=', '>', '>=', 'IN', '+', '-', '*', '/', '%']
const castTypes: CastType[] = ['String', 'Int', 'Decimal', 'Boolean']

const path = fc.letrec<{ path: Path }>((tie) => ({
  path: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('attribute' as const), name: attributeName }),
    fc.record({ kind: fc.constant('variable' as const), name: variable }),
    fc.record({ kind: fc.constant('member' as const), of: tie('path'), name: memberName }),
  ),
})).path

const { expression, selection } = fc.letrec<{ expression: Expression; selection: Selection }>((tie) => {
  const part = tie('expression')
  const kind = <const Kind extends string>(name: Kind) => fc.constant(name)
  const star = fc.record({ kind: kind('star') })
  const nested = () =>
    fc.record(
      { kind: kind('nested'), select: tie('selection'), from: path, alias: attributeName, where: fc.option(part, { nil: undefined }) },
      { requiredKeys: ['kind', 'select', 'from', 'where'] },
    )
  const node: fc.Arbitrary<Expression> = fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: kind('number'), text: fc.stringMatching(/^\d{1,4}(\.\d{1,3})?([eE][-+]?\d)?$/) }),
    fc.record({ kind: kind('string'), text }),
    fc.record({ kind: kind('boolean'), value: fc.boolean() }),
    fc.record({ kind: kind('null') }),
    path,
    fc.record({ kind: kind('member'), of: part, name: memberName }),
    fc.record({ kind: kind('call'), name: functionName, arguments: fc.array(fc.oneof(part, star), { maxLength: 3 }) }),
    fc.record({ kind: kind('cast'), value: part, type: fc.constantFrom(...castTypes) }),
    fc.record({ kind: kind('array'), items: fc.array(part, { maxLength: 3 }) }),
    fc.record({ kind: kind('object'), members: fc.array(fc.record({ name: text, value: part }), { maxLength: 3 }) }),
    fc.record({ kind: kind('unary'), operator: fc.constantFrom('-' as const, 'NOT' as const), operand: part }),
    fc.record({ kind: kind('binary'), operator: fc.constantFrom(...operators), left: part, right: part }),
    nested(),
    fc.record({ kind: kind('exists'), query: nested() }),
    fc.record({
      kind: kind('case'),
      subject: part,
      branches: fc.array(fc.record({ when: part, then: part }), { minLength: 1, maxLength: 2 }),
      otherwise: fc.option(part, { nil: undefined }),
    }),
  )
  const alias = fc.option(fc.array(memberName, { minLength: 1, maxLength: 2 }), { nil: undefined })
  const items = fc.array(fc.record({ value: fc.oneof(part, star, fc.record({ kind: kind('spread'), of: path })), alias }), {
    minLength: 1, maxLength: 3,
  })
  return {
    expression: node,
    selection: fc.oneof(fc.record({ kind: kind('items'), items }), fc.record({ kind: kind('value'), value: part })),
  }
})

// The variables are declared, so that every expression may use them.
const variables = ['x', 'y_1', '2nd'].map((name) => ({ name, value: { kind: 'null' } as const }))
const rule: fc.Arbitrary<Rule> = fc.record({
  version: fc.constant('2016-03-23' as const),
  variables: fc.constant(variables),
  select: selection,
  from: fc.constantFrom(undefined, 'keg/+/#', "bar's/keg"),
  where: fc.option(expression, { nil: undefined }),
})

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, member: unknown) => (name === 'at' ? undefined : member)))

describe('printRule', () => {
  it('prints what parses to the same rule', () => {
    fc.assert(
      fc.property(rule, (built) => {
        expect(withoutPlaces(parseStatement(printRule(built), built.version))).toEqual(withoutPlaces(built))
      }),
      { numRuns: 1000 },
    )
  })
  it('prints templates that parse to the same template', () => {
    const plain = fc.constantFrom('keg/', '}', '$', '/state')
    // `@{` is refused wherever it stands, in a string, too.
    const template = fc.array(fc.tuple(plain, expression)).map((parts): Template => parts.flat()).filter((parts) =>
      !printTemplate(parts).includes('@{'))
    fc.assert(
      fc.property(template, (built) => {
        expect(withoutPlaces(parseTemplate(printTemplate(built), { version: '2016-03-23', variables }))).toEqual(withoutPlaces(built))
      }),
    )
  })
  it.each([
    ["select  *  from 'a/b'", "SELECT * FROM 'a/b'"],
    ["SELECT ((a)) AS x FROM 'a' WHERE (a = 1) AND (NOT (b = 2) OR c)", "SELECT a AS x FROM 'a' WHERE a = 1 AND (NOT b = 2 OR c)"],
    ["SELECT (a + b) * 2 - (c - d) AS x FROM 'a'", "SELECT (a + b) * 2 - (c - d) AS x FROM 'a'"],
    ["SELECT VALUE (-1) FROM 'a'", "SELECT VALUE (-1) FROM 'a'"],
    ["SELECT value FROM 'a'", "SELECT value FROM 'a'"],
    ["select a, b, from 'a'", "SELECT a, b FROM 'a'"],
    ['select * from "it\'s"', "SELECT * FROM 'it''s'"],
    ["set @p = * select @p.a.*, {'b-c': 1} from 'a'", "SET @p = * SELECT @p.a.*, {'b-c': 1} FROM 'a'"],
    ["select value.*, value in list as x from 'a'", "SELECT value.*, value IN list AS x FROM 'a'"],
    [
      "select not (a in b) as x from 'a' where (a in b) = true and exists (select * from c.d as d where d > 1)",
      "SELECT NOT a IN b AS x FROM 'a' WHERE (a IN b) = true AND EXISTS (SELECT * FROM c.d AS d WHERE d > 1)",
    ],
    ["SELECT - (-a) AS x FROM 'a'", "SELECT -(-a) AS x FROM 'a'"],
  ])('%s', (sql, printed) => {
    expect(printRule(parseStatement(sql, '2016-03-23'))).toBe(printed)
  })
})
