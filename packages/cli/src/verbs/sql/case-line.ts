import type { ConformanceCase } from '@keg/rule-dsl/testing'

type Check = (value: unknown) => boolean

const anything: Check = () => true
const text: Check = (value) => typeof value === 'string'
const object: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const orNull = (check: Check): Check => (value) => value === null || check(value)
const pairs: Check = (value) =>
  Array.isArray(value) && value.every((pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(text))
const VERSIONS: readonly unknown[] = ['2015-10-08', '2016-03-23', 'beta']

/**
 * The members of a case, what each has to be, and in words. Those of a conformance case that only tell about it are allowed and not read.
 */
const MEMBERS: Readonly<Record<string, readonly [check: Check, inWords: string]>> = {
  id: [anything, 'anything'],
  sql: [text, 'a text'],
  version: [(value) => VERSIONS.includes(value), VERSIONS.join(' or ')],
  topic: [text, 'a text'],
  payload: [anything, 'any JSON'],
  payloadText: [text, 'a text'],
  payloadBase64: [text, 'a text in base64'],
  nowMs: [(value) => Number.isFinite(value), 'a number, epoch milliseconds'],
  clientId: [orNull(text), 'a text or null'],
  principal: [orNull(text), 'a text or null'],
  sourceIp: [orNull(text), 'a text or null'],
  accountId: [orNull(text), 'a text or null'],
  traceId: [orNull(text), 'a text or null'],
  userProperties: [orNull(pairs), 'a list of [name, value] or null'],
  mqttProperties: [orNull(object), 'an object or null'],
  basicIngestRule: [text, 'a text'],
  ports: [object, 'an object'],
  template: [text, 'a text'],
  templateField: [text, 'a text'],
  expect: [anything, 'anything'],
  source: [anything, 'anything'],
  confidence: [anything, 'anything'],
  note: [anything, 'anything'],
}

/** A line that holds no case; `id` is the case's, where it has one. */
export class CaseLineError extends Error {
  override readonly name = 'CaseLineError'
  readonly id: unknown
  constructor(message: string, options: ErrorOptions & { readonly id?: unknown } = {}) {
    super(message, options)
    this.id = options.id
  }
}

/** The case that a line of JSON holds. Throws {@link CaseLineError}, which says what is wrong with it. */
export function caseOf(line: string): ConformanceCase {
  const row = jsonOf(line)
  if (!isRow(row)) throw new CaseLineError('A case is a JSON object: {"sql","topic","payload"}.')
  const { id } = row
  for (const [name, value] of Object.entries(row)) {
    if (!Object.hasOwn(MEMBERS, name))
      throw new CaseLineError(`A case has no member "${name}". It has ${Object.keys(MEMBERS).join(', ')}.`, { id })
    const [check, inWords] = MEMBERS[name] ?? [anything, '']
    if (!check(value)) throw new CaseLineError(`"${name}" has to be ${inWords}, not ${JSON.stringify(value).slice(0, 80)}.`, { id })
  }
  if (!Object.hasOwn(row, 'sql')) throw new CaseLineError('A case needs "sql", the statement.', { id })
  // Each member is what the type says.
  return row as unknown as ConformanceCase
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new CaseLineError(`This is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> => object(value)
