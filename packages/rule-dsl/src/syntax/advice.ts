import { isReserved } from './words.ts'
import type { Token } from './token.ts'

/** What people bring from other languages, and what this one has instead. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '!=': 'This SQL has no "!=": write "<>".',
  '==': 'This SQL has no "==": write "=".',
  '&&': 'This SQL has no "&&": write AND.',
  '&': 'This SQL has no "&": write AND, or bitand(a, b).',
  '||': 'This SQL has no "||": write OR, or join texts with "+".',
  '|': 'This SQL has no "|": write OR, or bitor(a, b).',
  '!': 'This SQL has no "!": write NOT.',
  '^': 'This SQL has no "^": write bitxor(a, b), or power(a, b).',
  '~': 'This SQL has no "~": write bitnot(a), or regexp_matches(a, b).',
  '--': 'This SQL has no comments: leave "--" out; two minus signs are -(-a).',
  '/*': 'This SQL has no comments: leave "/*" out.',
  '//': 'This SQL has no comments: leave "//" out.',
  '#': 'This SQL has no comments: leave "#" out; a topic filter stands in single quotes.',
  ';': 'A rule is one statement, and nothing ends it: leave ";" out.',
  '`': "Names stand without quotes; a name with other characters is get(*, 'its-name').",
  '\\': "A backslash escapes nothing here: within single quotes, two of them are one: 'it''s'.",
  '?': 'This SQL has no parameters: SET @a = … names a value.',
  '$': 'A name has no "$"; ${…} stands in the templates of actions, not in SQL.',
  '@': 'A variable is "@" and letters, digits or "_", without a space: @name. @{…} stands in the InfluxDB action, not in SQL.',
  '‘': "Quotes are straight: 'text'.", '’': "Quotes are straight: 'text'.", '“': 'Quotes are straight: "text".',
  '”': 'Quotes are straight: "text".', '\u00a0': 'This is a no-break space: write a plain one.',
  '\ufeff': 'This is a byte order mark: leave it out.', '–': 'This is a dash: minus is "-".', '—': 'This is a dash: minus is "-".',
  '×': 'Times is "*".', '≠': 'Not equal is "<>".', '≤': 'Less or equal is "<=".', '≥': 'Greater or equal is ">=".',
}

/** What to do about characters that begin no token. */
export const adviceOnCharacters = (text: string): string =>
  (Object.hasOwn(SYMBOLS, text) ? SYMBOLS[text] : undefined)
  ?? `${JSON.stringify(text)} means nothing in this SQL; outside of quotes it has names, numbers and - + * / % = < > ( ) . , : { } [ ].`

const ONE_MESSAGE = 'a rule sees one message at a time'
const WORDS: Readonly<Record<string, string>> = {
  LIKE: 'This SQL has no LIKE: write startswith(a, b), endswith(a, b), indexof(a, b) >= 0 or regexp_matches(a, b).',
  ILIKE: "This SQL has no ILIKE: write regexp_matches(a, '(?i)b').",
  BETWEEN: 'This SQL has no BETWEEN: write a >= low AND a <= high.',
  IS: 'This SQL has no IS: write isNull(a), isUndefined(a), or NOT of them.',
  JOIN: `This SQL has no JOIN: ${ONE_MESSAGE}; get_dynamodb() and get_thing_shadow() fetch more.`,
  GROUP: `This SQL has no GROUP BY: ${ONE_MESSAGE}.`,
  ORDER: `This SQL has no ORDER BY: ${ONE_MESSAGE}.`,
  HAVING: `This SQL has no HAVING: ${ONE_MESSAGE}.`,
  LIMIT: `This SQL has no LIMIT: ${ONE_MESSAGE}.`,
  UNION: `This SQL has no UNION: ${ONE_MESSAGE}.`,
  WHERE: 'WHERE stands once, at the end: join conditions with AND.',
  FROM: 'FROM stands once, before WHERE.',
  DISTINCT: `This SQL has no DISTINCT: ${ONE_MESSAGE}.`,
  SET: 'SET stands once, before SELECT, with commas between its variables.',
}
/** What the grammar asks for where a statement could end. */
export const END = 'the end of the statement'
/** What the grammar asks for behind the AS of a nested source. */
export const ALIAS = 'a name for the elements'

/** Where a word of the language can be an attribute's name. */
const asName = (word: string) => `${word.toUpperCase()} is a word of the language; an attribute of that name is get(*, '${word}').`

/** Where a statement can't go on: the tokens before, at and after the place. */
export interface Place {
  readonly before: Token | undefined
  readonly token: Token
  readonly after: Token
}

const is = (token: Token | undefined, text: string): boolean =>
  token !== undefined && token.text.toUpperCase() === text && (token.kind === 'symbol' || token.kind === 'word')

/** A sentence for what people often write at such a place, where there is one; `expected` is what the grammar asks for. */
export function adviceAt({ before, token, after }: Place, expected: string): string | undefined {
  const foreign = SYMBOLS[pairOf(before, token)] ?? SYMBOLS[pairOf(token, after)]
  if (foreign !== undefined) return foreign
  const touches = before?.end === token.start
  if (before?.kind === 'string' && (touches || before.text.endsWith('\\')))
    return before.text.endsWith('\\') ? SYMBOLS['\\'] : 'A string ends right before this: within single quotes, two of them are one.'
  if (before?.kind === 'number' && token.kind === 'word' && touches)
    return `A number is digits, a point and digits, E and digits: ${before.text}${token.text} is none.`
  if (is(before, '.') && (token.kind === 'string' || token.kind === 'number'))
    return `A name behind a dot begins with a letter or "_": write get(a, ${token.kind === 'number' ? token.text : `'${token.text}'`}).`
  if (is(before, 'AS') && token.kind === 'string')
    return `A name behind AS stands without quotes; for other characters, leave AS out: SELECT {'${token.text}': a}.`
  if (is(token, '[')) return 'This SQL has no a[0]: write get(a, 0).'
  if (is(token, '.')) return adviceOnDot(before, after)
  if (is(token, '+') && expected === EXPRESSION) return 'A number has no "+" before it.'
  if (is(token, '*') && expected === EXPRESSION)
    return '"*" is an item of SELECT, an argument, or SET @a = *; here get(*, …) takes a member of the payload.'
  if (token.kind === 'symbol' && COMPARISONS.has(token.text) && expected !== EXPRESSION)
    return 'Comparisons do not follow each other: write a < b AND b < c, or brackets.'
  return token.kind === 'word' ? adviceOnWord({ before, token, after }, expected) : undefined
}

/** What the grammar asks for where an operand is missing. */
export const EXPRESSION = 'an expression'
const COMPARISONS = new Set(['=', '<>', '<', '<=', '>', '>='])
const PAIRS = new Set(['==', '/*', '//'])

/** Two symbols side by side that are one elsewhere, else nothing. */
function pairOf(first: Token | undefined, second: Token): string {
  const pair = first?.kind === 'symbol' && second.kind === 'symbol' && first.end === second.start ? first.text + second.text : ''
  return PAIRS.has(pair) ? pair : ''
}

function adviceOnDot(before: Token | undefined, after: Token): string | undefined {
  if (after.kind === 'number') return `A number has digits before its point: 0.${after.text}.`
  if (before?.kind === 'number') return `A number has digits behind its point: ${before.text}.0.`
  return is(after, '*') ? '".*" is an item of SELECT behind a path: SELECT state.reported.*, and nothing else.' : undefined
}

function adviceOnWord({ before, token, after }: Place, expected: string): string | undefined {
  if (is(token, 'NOT') && is(after, 'IN')) return 'This SQL has no NOT IN: write NOT (a IN b).'
  if (is(token, 'WHEN') && is(before, 'CASE'))
    return 'CASE compares a value: CASE a WHEN 1 THEN … END; for a condition, CASE a > 1 WHEN true THEN … END.'
  if (is(token, 'SELECT') && is(before, 'EXISTS')) return 'EXISTS takes brackets: EXISTS (SELECT …).'
  if (is(token, 'AS') && before?.kind === 'string')
    return 'A topic filter has no alias: the names in a rule are the attributes of the message.'
  if (expected.startsWith('a topic filter')) return `A topic filter stands in single quotes: FROM '${token.text}/…'.`
  if (is(before, 'DISTINCT')) return WORDS['DISTINCT']
  const known = Object.hasOwn(WORDS, token.text.toUpperCase()) ? WORDS[token.text.toUpperCase()] : undefined
  if (is(token, 'SET') && expected === '"SELECT"') return known
  if (expected !== EXPRESSION && expected !== ALIAS) return expected.startsWith(END) || !isReserved(token.text) ? known : undefined
  // FROM before a filter ends a list, and is no name.
  return isReserved(token.text) && after.kind !== 'string' && after.kind !== 'end' ? asName(token.text) : undefined
}
