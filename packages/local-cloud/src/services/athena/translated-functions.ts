import { ownMember } from '../../ground/own-member.ts'
import { datePattern } from '../date-pattern/date-pattern.ts'
import { isExactObject } from '../exact-json/exact-json.ts'
import { QueryFailure } from './query-failure.ts'
import { children, constantText, type SyntaxNode } from './syntax-tree.ts'

type Translation = (call: SyntaxNode) => SyntaxNode

/** Functions that DuckDB has under another name. @see https://trino.io/docs/current/functions/list.html */
const renamed: Readonly<Record<string, string>> = {
  approx_distinct: 'approx_count_distinct', approx_percentile: 'approx_quantile', arbitrary: 'any_value', every: 'bool_and',
  regexp_like: 'regexp_matches', json_extract_scalar: 'json_scalar', json_parse: 'json', date_trunc: 'truncated_date',
  to_unixtime: 'epoch', from_unixtime: 'to_timestamp', date_diff: 'date_sub', day_of_week: 'isodow', dow: 'isodow', day_of_month: 'day',
  day_of_year: 'dayofyear', doy: 'dayofyear', week_of_year: 'week', year_of_week: 'isoyear', yow: 'isoyear', cardinality: 'len',
  array_join: 'array_to_string', transform: 'list_transform', reduce: 'list_reduce', sequence: 'generate_series',
  contains_sequence: 'list_has_all', truncate: 'trunc', is_nan: 'isnan', is_infinite: 'isinf', rand: 'random',
  array_distinct: 'list_distinct', array_sort: 'list_sort', array_max: 'list_max', array_min: 'list_min', array_position: 'list_position',
  array_intersect: 'list_intersect', arrays_overlap: 'list_has_any',
}

/** Functions with another shape. */
const shaped: Readonly<Record<string, Translation>> = {
  '/': checkedDivision, '%': checkedDivision,
  mod: (call) => ({ ...checkedDivision(call), function_name: '%', is_operator: true }),
  '+': withInterval, '-': withInterval,
  // NULL where any is, which DuckDB leaves out.
  concat: (call) => children(call).reduce((left, right) => ({ ...named(call, '||', [left, right]), is_operator: true })),
  greatest: nullWhereAnyIs, least: nullWhereAnyIs,
  // An empty text is what is there; what is not there is NULL.
  split_part: (call) => named(call, 'list_extract', [named(call, 'string_split', children(call).slice(0, 2)), children(call)[2]]),
  element_at: (call) => ({ class: 'OPERATOR', type: 'ARRAY_EXTRACT', alias: '', children: children(call) }),
  // Monday is the first day of the week.
  date_part: (call) => named(call, 'date_part', [
    /^(?:dow|dayofweek|weekday)$/i.test(constantText(children(call)[0]) ?? '') ? text('isodow') : children(call)[0], children(call)[1],
  ]),
  timezone: () => { throw new QueryFailure('NOT_SUPPORTED', 'AT TIME ZONE is not supported') },
  regexp_replace: (call) =>
    named(call, 'regexp_replace', [children(call)[0], children(call)[1], replacement(children(call)[2]), text('g')]),
  from_iso8601_timestamp: (call) => cast(children(call)[0], 'TIMESTAMP WITH TIME ZONE'),
  from_iso8601_date: (call) => cast(children(call)[0], 'DATE'),
  json_format: (call) => cast(children(call)[0], 'VARCHAR'),
  date_parse: (call) => named(call, 'strptime', [children(call)[0], text(mysqlPattern(patternOf(call)))]),
  date_format: (call) => named(call, 'strftime', [children(call)[0], text(mysqlPattern(patternOf(call)))]),
  parse_datetime: (call) =>
    cast(named(call, 'strptime', [children(call)[0], text(jodaPattern(patternOf(call)))]), 'TIMESTAMP WITH TIME ZONE'),
  format_datetime: (call) => named(call, 'strftime', [children(call)[0], text(jodaPattern(patternOf(call)))]),
  date_add: dateAdd,
  // DuckDB answers an empty text where nothing matches.
  regexp_extract: (call) => named(call, 'nullif', [named(call, 'regexp_extract', children(call)), text('')]),
}

/** Functions of DuckDB's that read files or this process, which Athena does not have. */
const hidden = /^(?:typeof$|read_|glob$|getenv$|pragma_|duckdb_|query|parquet_|sniff_|sql_auto_complete|current_setting)/

/** A call as DuckDB has it. Throws `QueryFailure` for what can't be translated. */
export function translatedFunction(call: SyntaxNode): SyntaxNode {
  const name = String(call['function_name']).toLowerCase()
  if (hidden.test(name)) throw new QueryFailure('FUNCTION_NOT_FOUND', `Function '${name}' not registered`)
  const translation = ownMember(shaped, name)
  if (translation !== undefined) return aliased(translation(call), call)
  const other = ownMember(renamed, name)
  return other === undefined ? call : { ...call, function_name: other }
}

function aliased(node: SyntaxNode, { alias }: SyntaxNode): SyntaxNode {
  return alias === undefined || alias === '' ? node : { ...node, alias }
}

function named(call: SyntaxNode, name: string, args: readonly (SyntaxNode | undefined)[]): SyntaxNode {
  return { ...call, alias: '', function_name: name, schema: '', is_operator: false, children: args.map((arg) => arg ?? text('')) }
}

function text(value: string): SyntaxNode {
  return {
    class: 'CONSTANT', type: 'VALUE_CONSTANT', alias: '', value: { type: { id: 'VARCHAR', type_info: null }, is_null: false, value },
  }
}

function cast(child: SyntaxNode | undefined, id: string): SyntaxNode {
  return { class: 'CAST', type: 'OPERATOR_CAST', alias: '', child: child ?? text(''), cast_type: { id, type_info: null }, try_cast: false }
}

/** DuckDB makes a NULL of what is divided by zero. */
function checkedDivision(call: SyntaxNode): SyntaxNode {
  const [left, right] = children(call)
  return { ...call, children: [left, named(call, 'checked_divisor', [right])] }
}

/** A date and days make a date; DuckDB makes a timestamp of it. */
function withInterval(call: SyntaxNode): SyntaxNode {
  const [left, right] = children(call)
  const isInterval = /^to_(?:milliseconds|seconds|minutes|hours|days|weeks|months|years)$/.test(String(right?.['function_name']))
  return isInterval ? named(call, call['function_name'] === '+' ? 'date_plus' : 'date_minus', [left, right]) : call
}

function nullWhereAnyIs(call: SyntaxNode): SyntaxNode {
  const isNull = children(call).map((child) => ({ class: 'OPERATOR', type: 'OPERATOR_IS_NULL', alias: '', children: [child] }))
  const nothing = { class: 'CONSTANT', type: 'VALUE_CONSTANT', alias: '', value: { type: { id: 'NULL', type_info: null }, is_null: true } }
  return {
    class: 'CASE', type: 'CASE_EXPR', alias: '',
    case_checks: [{ when_expr: { class: 'CONJUNCTION', type: 'CONJUNCTION_OR', alias: '', children: isNull }, then_expr: nothing }],
    else_expr: { ...call, alias: '' },
  }
}

/** Groups are `$1` to Trino and `\\1` to DuckDB. */
function replacement(node: SyntaxNode | undefined): SyntaxNode {
  if (node === undefined) return text('')
  const written = constantText(node)
  if (written === undefined) throw new QueryFailure('NOT_SUPPORTED', 'The replacement of regexp_replace has to be a constant here')
  return text(written.replaceAll('\\', '\\\\').replaceAll(/\$(\d)/g, '\\$1'))
}

/** A cast as Trino has it: times as text have milliseconds. */
export function translatedCast(node: SyntaxNode): SyntaxNode {
  const { cast_type: type, child, try_cast: isTry, alias } = node
  if (!isExactObject(type) || type['id'] !== 'VARCHAR' || !isExactObject(child) || child['type'] === 'VALUE_CONSTANT' || isTry === true)
    return node
  return {
    class: 'FUNCTION', type: 'FUNCTION', alias, function_name: 'as_text', schema: '', catalog: '', children: [child], filter: null,
    order_bys: { type: 'ORDER_MODIFIER', orders: [] }, distinct: false, is_operator: false, export_state: false,
  }
}

/** Makes what translated queries call. */
export const macros: readonly string[] = [
  'CREATE MACRO checked_divisor(x) AS CASE WHEN x = 0 AND typeof(x) NOT IN (\'DOUBLE\', \'FLOAT\') THEN error(\'Division by zero\') ELSE x END',
  'CREATE MACRO json_scalar(j, p) AS CASE WHEN json_type(j, p) IN (\'OBJECT\', \'ARRAY\') THEN NULL ELSE json_extract_string(j, p) END',
  'CREATE MACRO date_plus(a DATE, b INTERVAL) AS CAST(a + b AS DATE), (a, b) AS a + b',
  'CREATE MACRO date_minus(a DATE, b INTERVAL) AS CAST(a - b AS DATE), (a, b) AS a - b',
  'CREATE MACRO truncated_date(u, t DATE) AS CAST(date_trunc(u, t) AS DATE), (u, t TIMESTAMP) AS date_trunc(u, t), (u, t TIMESTAMPTZ) AS date_trunc(u, t)',
  'CREATE MACRO as_text(x DATE) AS CAST(x AS VARCHAR), (x TIMESTAMP) AS strftime(x, \'%Y-%m-%d %H:%M:%S.%g\'), (x TIMESTAMPTZ) AS strftime(x, \'%Y-%m-%d %H:%M:%S.%g UTC\'), (x) AS CAST(x AS VARCHAR)',
]

/** Undoes `checkedDivision`: what fails inside of TRY is NULL, as DuckDB has it. */
export function uncheckedDivisor(node: SyntaxNode): SyntaxNode {
  return node['function_name'] === 'checked_divisor' ? (children(node)[0] ?? node) : node
}

const units: Readonly<Record<string, string>> = {
  millisecond: 'to_milliseconds', second: 'to_seconds', minute: 'to_minutes', hour: 'to_hours', day: 'to_days', week: 'to_weeks',
  month: 'to_months', year: 'to_years',
}

function dateAdd(call: SyntaxNode): SyntaxNode {
  const [unit, count, value] = children(call)
  const interval = units[constantText(unit)?.toLowerCase() ?? '']
  if (interval === undefined)
    throw new QueryFailure('NOT_SUPPORTED', 'date_add takes one of these units as a constant: ' + Object.keys(units).join(', '))
  return named(call, 'date_plus', [value, named(call, interval, [count])])
}

function patternOf(call: SyntaxNode): string {
  const pattern = constantText(children(call)[1])
  if (pattern === undefined)
    throw new QueryFailure('NOT_SUPPORTED', `The pattern of ${String(call['function_name'])} has to be a constant here`)
  return pattern
}

/**
 * What is called otherwise by MySQL's `date_format`, which Trino follows, than by `strftime`.
 * @see https://trino.io/docs/current/functions/datetime.html#mysql-date-functions
 */
const mysql: Readonly<Record<string, string>> = {
  a: '%a', b: '%b', d: '%d', e: '%-d', f: '%f', H: '%H', h: '%I', I: '%I', i: '%M', j: '%j', k: '%-H', l: '%-I', M: '%B', m: '%m', c: '%-m',
  p: '%p', S: '%S', s: '%S', T: '%H:%M:%S', r: '%I:%M:%S %p', W: '%A', Y: '%Y', y: '%y', '%': '%%',
}

function mysqlPattern(pattern: string): string {
  return pattern.replaceAll(/%(.)/g, (whole, letter: string) => {
    const directive = mysql[letter]
    if (directive === undefined) throw new QueryFailure('NOT_SUPPORTED', `${whole} of a date's pattern is not supported`)
    return directive
  })
}

const joda: Readonly<Record<string, string>> = {
  yyyy: '%Y', yy: '%y', y: '%Y', YYYY: '%Y', MM: '%m', M: '%-m', MMM: '%b', MMMM: '%B', dd: '%d', d: '%-d', DDD: '%j', HH: '%H', H: '%-H',
  hh: '%I', h: '%-I', mm: '%M', ss: '%S', SSS: '%g', a: '%p', EEE: '%a', EEEE: '%A', Z: '%z', ZZ: '%z',
}

function jodaPattern(pattern: string): string {
  return datePattern(pattern).map((part) => {
    if ('text' in part) return part.text.replaceAll('%', '%%')
    const directive = joda[part.letter.repeat(part.width)]
    if (directive === undefined)
      throw new QueryFailure('NOT_SUPPORTED', `${part.letter.repeat(part.width)} of a date's pattern is not supported`)
    return directive
  }).join('')
}
