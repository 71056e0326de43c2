import { LocalIotError } from '../errors/local-iot-error.ts'
import { isConditionOperator } from './condition.ts'

/** One statement of a policy, its scalars made lists. */
export interface PolicyStatement {
  readonly sid: string | undefined
  readonly effect: 'Allow' | 'Deny'
  readonly action: ElementList
  readonly resource: ElementList
  readonly conditions: readonly PolicyCondition[]
}

/** The values of `Action` or, when `negated`, of `NotAction`; likewise for `Resource`. */
export interface ElementList {
  readonly values: readonly string[]
  readonly negated: boolean
}

export interface PolicyCondition {
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

export interface PolicyDocument {
  readonly statements: readonly PolicyStatement[]
}

/** The longest policy document, white space not counted (AWS IoT Core quotas). */
const MAX_POLICY_CHARACTERS = 2048

/**
 * Reads a policy document, given as JSON text. Throws LocalIotError POLICY_MALFORMED where AWS answers MalformedPolicyException.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html
 */
export function parsePolicyDocument(text: string): PolicyDocument {
  if (text.replace(/\s/g, '').length > MAX_POLICY_CHARACTERS) {
    throw malformed(`Policy document is longer than ${MAX_POLICY_CHARACTERS} characters`)
  }
  const document = asRecord(parseJson(text), 'Policy document')
  const version = document['Version']
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    throw malformed(`Policy document version must be 2012-10-17, not ${JSON.stringify(version)}`)
  }
  const statements = document['Statement']
  if (statements === undefined) throw malformed('Policy document has no Statement')
  return { statements: (Array.isArray(statements) ? statements : [statements]).map(parseStatement) }
}

const KNOWN_ELEMENTS = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'])

function parseStatement(value: unknown, index: number): PolicyStatement {
  const statement = asRecord(value, `Statement ${index}`)
  const unknown = Object.keys(statement).find((name) => !KNOWN_ELEMENTS.has(name))
  if (unknown !== undefined) throw malformed(`Statement ${index} has an unknown element ${unknown}`)
  const { Sid: sid, Effect: effect } = statement
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed(`Statement ${index} has the Effect ${JSON.stringify(effect)}`)
  return {
    sid: typeof sid === 'string' ? sid : undefined,
    effect,
    action: elementList(statement, 'Action', index),
    resource: elementList(statement, 'Resource', index),
    conditions: parseConditions(statement['Condition'], index),
  }
}

function elementList(statement: Record<string, unknown>, name: 'Action' | 'Resource', index: number): ElementList {
  const plain = statement[name]
  const negative = statement[`Not${name}`]
  if ((plain === undefined) === (negative === undefined)) throw malformed(`Statement ${index} needs one of ${name} and Not${name}`)
  return { values: strings(plain ?? negative, `${name} of statement ${index}`), negated: plain === undefined }
}

function parseConditions(value: unknown, index: number): PolicyCondition[] {
  if (value === undefined) return []
  return Object.entries(asRecord(value, `Condition of statement ${index}`)).flatMap(([operator, keys]) => {
    if (!isConditionOperator(operator)) throw malformed(`Statement ${index} has an unknown condition operator ${operator}`)
    return Object.entries(asRecord(keys, `Condition ${operator}`)).map(([key, values]) => ({
      operator,
      key,
      values: strings(values, `Condition ${operator} ${key}`),
    }))
  })
}

function strings(value: unknown, what: string): string[] {
  return (Array.isArray(value) ? value : [value]).map((entry: unknown) => {
    if (typeof entry !== 'string' && typeof entry !== 'boolean' && typeof entry !== 'number') throw malformed(`${what} must be text`)
    return String(entry)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw malformed('Policy document is Malformed', { cause })
  }
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(`${what} must be an object`)
  // A JSON object: its members are unknown until looked at.
  return value as Record<string, unknown>
}

const malformed = (message: string, options?: ErrorOptions) => new LocalIotError('POLICY_MALFORMED', message, options)
