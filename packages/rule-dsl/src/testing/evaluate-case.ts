import type { MqttProperties, PortName, RuleContext, RulePorts, SqlVersion } from '../index.ts'
import { compileRule, parseRule, RuleError, type CompiledRule, type Position, type RuleFailure, type RuleMessage } from '../index.ts'
import { decodeBase64, encodeBase64 } from '../functions/base64.ts'
import { equalValues } from '../value/equality.ts'
import { readJson } from '../value/json.ts'

/** What a port answers to a request; a call that equals none fails. */
export interface PortAnswer {
  readonly request: unknown
  readonly response?: unknown
  readonly fail?: string
}

/** A statement and a message for it. Absent: `version` is `2016-03-23`, a payload `{}`, a topic empty, the clock 0. */
export interface ConformanceCase {
  readonly id?: string
  readonly sql: string
  readonly version?: SqlVersion
  readonly topic?: string
  readonly payload?: unknown
  readonly payloadText?: string
  readonly payloadBase64?: string
  readonly nowMs?: number
  readonly clientId?: string | null
  readonly principal?: string | null
  readonly sourceIp?: string | null
  readonly accountId?: string | null
  readonly traceId?: string | null
  readonly userProperties?: readonly (readonly [string, string])[] | null
  readonly mqttProperties?: MqttProperties | null
  readonly basicIngestRule?: string
  readonly ports?: { readonly [Name in PortName]?: readonly PortAnswer[] }
  readonly template?: string
  /** `republish.topic`: a leading `$$` means `$`. `influxDB.…`: may hold `@{…}`. */
  readonly templateField?: string
}

/** What became of a case: JSON text or bytes for the actions, no match, or why not. */
export type CaseAnswer =
  | {
    readonly id?: string
    readonly match: true
    readonly outputText: string
    readonly rendered?: string
    readonly renderedEach?: readonly string[]
  }
  | {
    readonly id?: string
    readonly match: true
    readonly outputBase64: string
    readonly rendered?: string
    readonly renderedEach?: readonly string[]
  }
  | { readonly id?: string; readonly match: false }
  | {
    readonly id?: string
    readonly error: string
    readonly message: string
    readonly at?: { readonly line: number; readonly column: number; readonly offset: number }
  }

/** Where `rand()` and `newuuid()` come from. */
export type CaseSources = Required<Pick<RuleContext, 'random' | 'newId'>>

const utf8 = { encoder: new TextEncoder(), decoder: new TextDecoder() }

/**
 * Runs one conformance case: parses, compiles, evaluates, renders its template. Never rejects; a case that is not one answers `BAD_CASE`.
 *
 * @example
 * const sources = { random: () => 0, newId: () => 'id' }
 * await evaluateCase({ sql: "SELECT a FROM 't'", topic: 't', payload: { a: 1 } }, sources)  // { match: true, outputText: '{"a":1}' }
 */
export async function evaluateCase(row: ConformanceCase, sources: CaseSources): Promise<CaseAnswer> {
  const id = row.id === undefined ? {} : { id: row.id }
  try {
    const rule = parseRule(row.sql, row.version === undefined ? {} : { version: row.version })
    const compiled = compileRule(rule, row.basicIngestRule === undefined ? {} : { ruleName: row.basicIngestRule })
    return { ...id, ...(await answer(compiled, row, sources)) }
  } catch (error) {
    if (error instanceof RuleError)
      return { ...id, error: error.code, message: error.message, ...(error.at !== undefined && { at: place(error.at) }) }
    return { ...id, error: 'BAD_CASE', message: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * Returns the message of a conformance case, and the context of its evaluation. Throws for a malformed case.
 *
 * @example
 * const sources = { random: () => 0, newId: () => 'id' }
 * const { message, context } = messageOfCase({ topic: 'keg/k-1', payload: { celsius: 4 } }, sources)
 */
export function messageOfCase(
  row: Omit<ConformanceCase, 'sql'>, sources: CaseSources,
): { readonly message: RuleMessage; readonly context: RuleContext } {
  if (row.topic !== undefined && typeof row.topic !== 'string') throw new Error('topic is no string')
  return { message: { topic: row.topic ?? '', payload: payloadOf(row) }, context: contextOf(row, sources) }
}

const place = ({ line, column, offset }: Position) => ({ line, column, offset })
const failed = ({ code, message }: RuleFailure): CaseAnswer => ({ error: code, message })

async function answer(compiled: CompiledRule, row: ConformanceCase, sources: CaseSources): Promise<CaseAnswer> {
  const { message, context } = messageOfCase(row, sources)
  const template = row.template === undefined ? undefined : compiled.template(row.template, optionsOf(row.templateField))
  const result = await compiled.evaluateAsync(message, context)
  if (result.kind === 'notMatched') return { match: false }
  if (result.kind === 'failed') return failed(result)
  const rendered = template?.renderEach?.(result.output) ?? (await template?.renderAsync(message, context))
  if (rendered?.kind === 'failed') return failed(rendered)
  const output =
    result.output instanceof Uint8Array
      ? { outputBase64: encodeBase64(result.payload) }
      : { outputText: utf8.decoder.decode(result.payload) }
  return { match: true, ...output, ...renderedOf(rendered) }
}

const PER_ELEMENT = /^influxDB\.(?:tableName$|tags\.)/

const optionsOf = (field: string | undefined) => ({
  republishTopic: field === 'republish.topic', perElement: PER_ELEMENT.test(field ?? ''),
})

const renderedOf = (rendered: { readonly text: string } | { readonly texts: readonly string[] } | undefined) =>
  rendered === undefined ? {} : 'text' in rendered ? { rendered: rendered.text } : { renderedEach: rendered.texts }

function payloadOf({ payload, payloadText, payloadBase64 }: Omit<ConformanceCase, 'sql'>): Uint8Array {
  if (payloadBase64 === undefined) return utf8.encoder.encode(payloadText ?? JSON.stringify(payload ?? {}))
  const bytes = decodeBase64(payloadBase64)
  if (bytes === undefined) throw new Error('payloadBase64 is no base64')
  return bytes
}

function contextOf({ nowMs = 0, ports = {}, ...row }: Omit<ConformanceCase, 'sql'>, sources: CaseSources): RuleContext {
  const names = ['clientId', 'principal', 'sourceIp', 'accountId', 'traceId', 'userProperties', 'mqttProperties'] as const
  // Null and absent both mean that the message has none.
  const given: Partial<RuleContext> = Object.fromEntries(
    names.flatMap((name) => (row[name] === undefined || row[name] === null ? [] : [[name, row[name]]])),
  )
  return { ...sources, ...given, nowMs, ports: portsOf(ports) }
}

function portsOf(ports: NonNullable<ConformanceCase['ports']>): RulePorts {
  const entries = Object.entries(ports).map(([name, answers]) => [name, async (request: unknown) => reply(name, answers, request)])
  return Object.fromEntries(entries) as RulePorts
}

const asValue = (json: unknown) => readJson(JSON.stringify(json), '2016-03-23')

function reply(port: string, answers: readonly PortAnswer[], request: unknown): unknown {
  const known = answers.find((candidate) => equalValues(asValue(candidate.request), asValue(request)))
  if (known === undefined) throw new Error(`The case has no answer of ${port} to ${JSON.stringify(request)}.`)
  if (known.fail !== undefined) throw new Error(known.fail)
  return known.response
}
