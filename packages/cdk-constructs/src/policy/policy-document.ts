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
  readonly conditions: readonly PolicyCondition[]
}

/** A key of a condition with its operator, such as `Bool`, and the values it may have. */
export interface PolicyCondition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

/** A resource of a statement: `topic/keg/*` of `arn:aws:iot:us-east-1:123456789012:topic/keg/*`. */
export interface PolicyResource {
  /** As it is written. */
  readonly whole: string
  /** Without what stands before it in an ARN of AWS IoT. */
  readonly text: string
  /** `iot`, `greengrass` and so on; `undefined`: it is no ARN. */
  readonly service: string | undefined
  /** `topic`, `topicfilter`, `client` and so on; `*`: of any type; `undefined`: known at deployment alone, or no ARN. */
  readonly type: string | undefined
  /** What stands behind the type. */
  readonly name: string
  /** Whether it is neither `*` nor the ARN of what an AWS IoT policy knows, for sure. */
  readonly malformed: boolean
}

/** The statements of a document, as it is written or as CDK resolves it: with intrinsic functions of CloudFormation in it. */
export function statementsOf(document: unknown): readonly PolicyStatement[] {
  return branchesOf(parsed(document)).flatMap((each) => listOf(recordOf(each)['Statement'])).flatMap((written, index) =>
    branchesOf(written).flatMap((statement) => variantsOf(recordOf(statement)).map((variant) => statementOf(variant, index))))
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
  if (substitution !== undefined) {
    return String(listOf(substitution)[0]).replace(/\$\{(!?)([^}]*)\}/g, (_, literal, name) =>
      (literal === '!' ? `\${${name}}` : unknown(name)))
  }
  return unknown(record['Ref'])
}

/** What a value may come to: each list and each branch of `Fn::If` by itself. */
function branchesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(branchesOf)
  const branches: unknown = recordOf(value)['Fn::If']
  return Array.isArray(branches) ? branches.slice(1).filter((branch) => recordOf(branch)['Ref'] !== 'AWS::NoValue').flatMap(branchesOf)
    : value === undefined ? []
    : [value]
}

/** The statement with each effect and each condition that it may have. */
function variantsOf(statement: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const { Effect: effect, Condition: condition, ...rest } = statement
  const conditions = hasBranches(condition) ? [undefined, ...branchesOf(condition)] : [condition]
  return (hasBranches(effect) ? branchesOf(effect) : [effect]).flatMap((Effect) =>
    conditions.map((Condition) => ({ ...rest, Effect, Condition })))
}

const hasBranches = (value: unknown): boolean => Array.isArray(recordOf(value)['Fn::If'])

function statementOf(statement: Readonly<Record<string, unknown>>, index: number): PolicyStatement {
  return {
    index,
    effect: textOf(statement['Effect']),
    actions: textsOf(statement['Action'] ?? statement['NotAction']),
    exceptActions: statement['Action'] === undefined && statement['NotAction'] !== undefined,
    resources: textsOf(statement['Resource'] ?? statement['NotResource']).map(resourceOf),
    exceptResources: statement['Resource'] === undefined && statement['NotResource'] !== undefined,
    conditions: Object.entries(recordOf(statement['Condition'])).flatMap(([operator, keys]) =>
      Object.entries(recordOf(keys)).map(([key, values]) => ({ operator, key, values: textsOf(values) }))),
  }
}

const TYPES: ReadonlySet<string> = new Set(['client', 'topic', 'topicfilter', 'thing', 'cert', 'rolealias'])

function resourceOf(whole: string): PolicyResource {
  const [, service, rest] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/s.exec(whole) ?? []
  const text = service === 'iot' ? rest : undefined
  if (whole === '*' || text === '*') return { whole, text: '*', service, type: '*', name: '*', malformed: false }
  if (text === undefined)
    return { whole, text: whole, service, type: undefined, name: whole, malformed: !whole.includes(TOKEN) && !whole.includes('*') }
  const [, type = '', name = ''] = /^([^/]*)\/?(.*)$/s.exec(text) ?? []
  const known = TYPES.has(type)
  return { whole, text, service, type: known ? type : undefined, name, malformed: !known && !/[*?]/.test(type) && !type.includes(TOKEN) }
}

/** The smallest that pseudo parameters come to. */
const SHORTEST: Readonly<Record<string, string>> = { 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1', 'AWS::AccountId': '123456789012' }

function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value)
  if (names.length === 1 && (names[0] === 'Ref' || names[0]?.startsWith('Fn::')))
    return textOf(value, (reference) => SHORTEST[String(reference)] ?? TOKEN)
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
const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  (typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const textsOf = (value: unknown): readonly string[] => branchesOf(value).flatMap(textsWith)

/** Where a text is joined with branches, there are as many texts; of very many one is told, with what is not known in it. */
const MOST_TEXTS = 64

function textsWith(value: unknown): readonly string[] {
  const join: unknown = recordOf(value)['Fn::Join']
  if (!Array.isArray(join)) return [textOf(value)]
  const parts = listOf(join[1]).map((part) => (hasBranches(part) ? textsOf(part) : textsWith(part)))
  if (parts.reduce((count, { length }) => count * length, 1) > MOST_TEXTS) return [textOf(value)]
  return parts.reduce<readonly string[][]>((texts, part) => texts.flatMap((text) => part.map((each) => [...text, each])), [[]])
    .map((text) => text.join(String(join[0])))
}
