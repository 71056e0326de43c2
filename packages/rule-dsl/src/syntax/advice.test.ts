import { describe, expect, it } from 'vitest'
import { parseRule, RuleError } from '../index.ts'

function refusal(sql: string): string {
  try {
    parseRule(sql)
  } catch (error) {
    if (error instanceof RuleError) return `${error.at?.column ?? '-'} ${error.message}`
    throw error
  }
  return 'taken'
}

// Each says what to write instead. The place is the first token that can't be right.
describe('a statement in the words of another language', () => {
  it.each([
    ["SELECT * FROM 'a' WHERE a != 1", '27 This SQL has no "!=": write "<>".'],
    ["SELECT * FROM 'a' WHERE a == 1", '28 This SQL has no "==": write "=".'],
    ["SELECT * FROM 'a' WHERE a = 1 && b", '31 This SQL has no "&&": write AND.'],
    ["SELECT a || b AS x FROM 'a'", '10 This SQL has no "||": write OR, or join texts with "+".'],
    ["SELECT * FROM 'a' WHERE !a", '25 This SQL has no "!": write NOT.'],
    ["SELECT * FROM 'a';", '18 A rule is one statement, and nothing ends it: leave ";" out.'],
    ['SELECT * -- all', '10 This SQL has no comments: leave "--" out; two minus signs are -(-a).'],
    ["SELECT * /* all */ FROM 'a'", '10 This SQL has no comments: leave "/*" out.'],
    ["SELECT * // all", '10 This SQL has no comments: leave "//" out.'],
    ["SELECT `a` FROM 'a'", "8 Names stand without quotes; a name with other characters is get(*, 'its-name')."],
    ["SELECT “a” FROM 'a'", '8 Quotes are straight: "text".'],
    ["SELECT\u00a0* FROM 'a'", '7 This is a no-break space: write a plain one.'],
    ["SELECT 'it\\'s' AS x FROM 'a'", "13 A backslash escapes nothing here: within single quotes, two of them are one: 'it''s'."],
    ["SELECT 'it's' AS x FROM 'a'", '12 A string ends right before this: within single quotes, two of them are one.'],
    ["SELECT 'abc", "8 This string has no closing '; within it, '' is one quote."],
    ['SELECT "abc', '8 This string has no closing ".'],
    ["SELECT a[0] AS x FROM 'a'", '9 This SQL has no a[0]: write get(a, 0).'],
    ["SELECT a.0 AS x FROM 'a'", '10 A name behind a dot begins with a letter or "_": write get(a, 0).'],
    ["SELECT a.'b-c' AS x FROM 'a'", `10 A name behind a dot begins with a letter or "_": write get(a, 'b-c').`],
    ["SELECT a AS 'b-c' FROM 'a'", "13 A name behind AS stands without quotes; for other characters, leave AS out: SELECT {'b-c': a}."],
    ["SELECT .5 AS x FROM 'a'", '8 A number has digits before its point: 0.5.'],
    ["SELECT 5. AS x FROM 'a'", '9 A number has digits behind its point: 5.0.'],
    ["SELECT +5 AS x FROM 'a'", '8 A number has no "+" before it.'],
    ["SELECT 0x10 AS x FROM 'a'", '9 A number is digits, a point and digits, E and digits: 0x10 is none.'],
    ['SELECT * FROM a/b', "15 A topic filter stands in single quotes: FROM 'a/…'."],
    ["SELECT * FROM 'a' AS t", '19 A topic filter has no alias: the names in a rule are the attributes of the message.'],
    [
      "SELECT * FROM 'a' WHERE (a LIKE 'b%')",
      '28 This SQL has no LIKE: write startswith(a, b), endswith(a, b), indexof(a, b) >= 0 or regexp_matches(a, b).',
    ],
    ["SELECT * FROM 'a' WHERE a BETWEEN 1 AND 2", '27 This SQL has no BETWEEN: write a >= low AND a <= high.'],
    ["SELECT * FROM 'a' WHERE a IS NULL", '27 This SQL has no IS: write isNull(a), isUndefined(a), or NOT of them.'],
    ["SELECT * FROM 'a' WHERE a NOT IN b", '27 This SQL has no NOT IN: write NOT (a IN b).'],
    ["SELECT * FROM 'a' WHERE a IN (1, 2)", '32 Brackets hold one expression; a list is [1, 2].'],
    ["SELECT * FROM 'a' WHERE EXISTS SELECT * FROM b", '32 EXISTS takes brackets: EXISTS (SELECT …).'],
    ["SELECT (SELECT * FROM b c) AS x FROM 'a'", '25 Expected AS before a name for the elements, WHERE or ")", found "c".'],
    [
      "SELECT CASE WHEN a > 1 THEN 2 END AS x FROM 'a'",
      '13 CASE compares a value: CASE a WHEN 1 THEN … END; for a condition, CASE a > 1 WHEN true THEN … END.',
    ],
    ["SELECT * FROM 'a' ORDER BY b", '19 This SQL has no ORDER BY: a rule sees one message at a time.'],
    ["SELECT DISTINCT a FROM 'a'", '17 This SQL has no DISTINCT: a rule sees one message at a time.'],
    ["SELECT * WHERE a = 1 FROM 'a'", '22 FROM stands once, before WHERE.'],
    ["SELECT * FROM 'a' WHERE a WHERE b", '27 WHERE stands once, at the end: join conditions with AND.'],
    ["SET @a = 1 SET @b = 2 SELECT * FROM 'a'", '12 SET stands once, before SELECT, with commas between its variables.'],
    ["SELECT VALUE a, b FROM 'a'", '15 SELECT VALUE takes one expression, which is the whole result.'],
    ["SELECT 1 < 2 < 3 AS x FROM 'a'", '14 Comparisons do not follow each other: write a < b AND b < c, or brackets.'],
    ["SELECT from, a FROM 'a'", "8 FROM is a word of the language; an attribute of that name is get(*, 'from')."],
    ["SELECT a b FROM 'a'", '10 Expected the end of the statement, FROM, AS or a comma, found "b".'],
    ["SELECT * FROM 'a' WHERE a.* = 1", '27 ".*" is an item of SELECT behind a path: SELECT state.reported.*, and nothing else.'],
    [
      "SELECT * FROM 'a' WHERE * = 1",
      '25 "*" is an item of SELECT, an argument, or SET @a = *; here get(*, …) takes a member of the payload.',
    ],
    ["SELECT ${a} AS x FROM 'a'", '8 A name has no "$"; ${…} stands in the templates of actions, not in SQL.'],
    ["SELECT {a: 1} AS x FROM 'a'", `9 Expected a name in quotes, as in {'a': 1}, found "a".`],
    ["SELECT cast(a AS number) FROM 'a'", '18 Expected a type to cast to, String, Int, Decimal or Boolean, found "number".'],
    [
      "SELECT a € b FROM 'a'",
      '10 "€" means nothing in this SQL; outside of quotes it has names, numbers and - + * / % = < > ( ) . , : { } [ ].',
    ],
  ])('%s', (sql, message) => {
    expect(refusal(sql)).toBe(message)
  })
})
