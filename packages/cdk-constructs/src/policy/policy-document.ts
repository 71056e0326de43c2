/** What is known at deployment alone, in a text of a document. No policy holds control characters. */
export const TOKEN = '\u0003'

/** A statement of a policy, its texts as far as they are known. */
export interface PolicyStatement {
  readonly index: number
  readonly effect: string
  readonly actions: readonly string[]
  /** Whether it is of all actions but these. */
  readonly exceptActions: boolean
  readonly resources: readonly PolicyResource[]
  /** Whether it is of all resources but these. */
  readonly exceptResources: boolean
  readonly conditionKeys: readonly string[]
  readonly conditionValues: readonly string[]
}

/** A resource of a statement: `topic/keg/*` of `arn:aws:iot:us-east-1:123456789012:topic/keg/*`. */
export interface PolicyResource {
  /** Without what stands before it in an ARN. */
  readonly text: string
  /** `topic`, `topicfilter`, `client` and so on; `*`: of any type; `undefined`: known at deployment alone, or no ARN. */
  readonly type: string | undefined
  /** What stands behind the type. */
  readonly name: string
  /** Whether it is neither `*` nor the ARN of what an AWS IoT policy knows, for sure. */
  readonly malformed: boolean
}

/** The statements of a document, as it is written or as CDK resolves it: with intrinsic functions of CloudFormation in it. */
export function statementsOf(document: unknown): readonly PolicyStatement[] {
  return listOf(recordOf(parsed(document))['Statement']).map((statement, index) => statementOf(recordOf(statement), index))
}

/** How many characters a document has, white space apart, as AWS counts them; at least. */
export const sizeOf = (document: unknown): number => JSON.stringify(flat(parsed(document)) ?? null).replace(/\s/g, '').length

/** A text in which {@link TOKEN} stands for what is not known. */
export function textOf(value: unknown, unknown: (reference: unknown) => string = () => TOKEN): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const record = recordOf(value)
  const join: unknown = record['Fn::Join']
  if (Array.isArray(join)) return listOf(join[1]).map((part) => textOf(part, unknown)).join(String(join[0]))
  const substitution: unknown = record['Fn::Sub']
  if (substitution !== undefined) return String(listOf(substitution)[0]).replace(/\$\{(!?)([^}]*)\}/g, (_, literal, name) => (literal === '!' ? `\${${name}}` : unknown(name)))
  return unknown(record['Ref'])
}

function statementOf(statement: Readonly<Record<string, unknown>>, index: number): PolicyStatement {
  const conditions = Object.values(recordOf(statement['Condition'])).map(recordOf)
  return {
    index,
    effect: textOf(statement['Effect']),
    actions: textsOf(statement['Action'] ?? statement['NotAction']),
    exceptActions: statement['Action'] === undefined && statement['NotAction'] !== undefined,
    resources: textsOf(statement['Resource'] ?? statement['NotResource']).map(resourceOf),
    exceptResources: statement['Resource'] === undefined && statement['NotResource'] !== undefined,
    conditionKeys: conditions.flatMap((keys) => Object.keys(keys)),
    conditionValues: conditions.flatMap((keys) => Object.values(keys).flatMap(textsOf)),
  }
}

const TYPES: ReadonlySet<string> = new Set(['client', 'topic', 'topicfilter', 'thing', 'cert', 'rolealias'])

function resourceOf(whole: string): PolicyResource {
  const text = /^arn:[^:]*:iot:[^:]*:[^:]*:(.*)$/s.exec(whole)?.[1]
  if (whole === '*' || text === '*') return { text: '*', type: '*', name: '*', malformed: false }
  if (text === undefined) return { text: whole, type: undefined, name: whole, malformed: !whole.includes(TOKEN) && !whole.includes('*') }
  const [, type = '', name = ''] = /^([^/]*)\/?(.*)$/s.exec(text) ?? []
  const known = TYPES.has(type)
  return { text, type: known ? type : undefined, name, malformed: !known && !/[*?]/.test(type) && !type.includes(TOKEN) }
}

/** The smallest that pseudo parameters come to. */
const SHORTEST: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '123456789012' }

function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value)
  if (names.length === 1 && (names[0] === 'Ref' || names[0]?.startsWith('Fn::'))) return textOf(value, (reference) => SHORTEST[String(reference)] ?? TOKEN)
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, flat(member)]))
}

function parsed(document: unknown): unknown {
  if (typeof document !== 'string') return document
  try {
    return JSON.parse(document)
  } catch {
    return {}
  }
}

// What is no object has no members.
const recordOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const textsOf = (value: unknown): readonly string[] => listOf(value).map((each) => textOf(each))
