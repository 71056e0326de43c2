import { RuleError } from '../rule-error.ts'
import type { Rule, Selection, SelectItem } from '../syntax/ast.ts'
import { printRule } from '../syntax/print-rule.ts'
import { isIdentifier } from '../syntax/words.ts'
import { expressionOf, fieldsOf, operandOf, ruleFunctions } from './expression.ts'
import type { RuleFunctions } from './functions.ts'
import type { Fields, Typed, TypeOf } from './value.ts'

/** A message as rules see it: where it is published, and a Standard Schema (zod 4, valibot, arktype) whose output types its payload. */
export interface MessageSource {
  /** A topic filter, or a topic template that gives one. */
  readonly topic: string | { filter(): string }
  readonly schema: { readonly '~standard': { readonly types?: { readonly input: unknown; readonly output: unknown } | undefined } }
}
export type PayloadOf<Source extends MessageSource> = NonNullable<Source['schema']['~standard']['types']>['output']

/** What one alias can be: an expression, the payload (`m`), or a literal. */
export type Selectable = Typed<unknown> | string | number | boolean | null

type Selected<Items> = { [Alias in keyof Items]: TypeOf<Items[Alias]> }
type OptionalKeys<T> = { [Key in keyof T]: undefined extends T[Key] ? Key : never }[keyof T]
/** Members that can be Undefined are left out of the output then. */
type Output<T> = { -readonly [Key in Exclude<keyof T, OptionalKeys<T>>]: T[Key] } & {
  -readonly [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined>
}
type Flat<T> = { [Key in keyof T]: T[Key] }

/** The output of a rule that was built, carried in its type alone. */
declare const output: unique symbol

/** A rule made by {@link from}. */
export interface BuiltRule<out RuleOutput = unknown, Payload = never> {
  readonly [output]?: RuleOutput
  readonly rule: Rule
  /** The statement, as a topic rule takes it. */
  readonly sql: string
  /**
   * Adds a condition; with several, all must be true. A condition that is Undefined does not pass.
   *
   * @example from(telemetry).selectAll().where((m) => m.celsius.greaterThan(8))
   * // SELECT * FROM 'keg/+/+/telemetry' WHERE celsius > 8
   */
  where(build: (m: Fields<Payload>, fn: RuleFunctions) => Typed<boolean | undefined>): BuiltRule<RuleOutput, Payload>
}

/** What an action of the rule gets, parsed: `RuleOutput<typeof telemetryRule>`. */
export type RuleOutput<Built> = Built extends { readonly [output]?: infer T } ? T : never

/** A rule that knows its messages and not yet what to select. */
export interface RuleStart<Payload> {
  /**
   * Selects by alias: payload fields from `m`, functions from `fn`, literals as they are. `m` itself is the whole payload, `*`.
   *
   * @example from(telemetry).select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
   * // SELECT topic(3) AS kegId, celsius AS celsius FROM 'keg/+/+/telemetry'
   */
  select<const Items extends Readonly<Record<string, Selectable>>>(
    build: (m: Fields<Payload>, fn: RuleFunctions) => Items,
  ): BuiltRule<Flat<Output<Selected<Items>>>, Payload>
  /**
   * Passes the payload on as it is.
   *
   * @example from(telemetry).selectAll()
   * // SELECT * FROM 'keg/+/+/telemetry'
   */
  selectAll(): BuiltRule<Payload, Payload>
}

/**
 * Begins a rule on the messages of one kind. Throws RuleError `BAD_ALIAS` for an alias that SQL can't write, `BAD_LITERAL` for NaN and the like.
 *
 * @example
 * from(telemetry)
 *   .select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
 *   .where((m) => m.celsius.greaterThan(8)).sql
 * // SELECT topic(3) AS kegId, celsius AS celsius FROM 'keg/+/+/telemetry' WHERE celsius > 8
 */
export function from<Source extends MessageSource>(message: Source): RuleStart<PayloadOf<Source>> {
  type Payload = PayloadOf<Source>
  const filter = typeof message.topic === 'string' ? message.topic : message.topic.filter()
  const ruleOf = (select: Selection): Rule => ({ version: '2016-03-23', variables: [], select, from: filter, where: undefined })
  return {
    select: (build) => built(ruleOf({ kind: 'items', items: itemsOf(build(fieldsOf<Payload>(), ruleFunctions)) })),
    selectAll: () => built(ruleOf({ kind: 'items', items: [{ value: { kind: 'star' }, alias: undefined }] })),
  }
}

function itemsOf(selected: Readonly<Record<string, Selectable>>): SelectItem[] {
  const items = Object.entries(selected).map(([alias, value]) => {
    if (!isIdentifier(alias)) throw new RuleError('BAD_ALIAS', `${JSON.stringify(alias)} is no alias: letters, digits and "_", no digit first.`)
    return { value: operandOf(value), alias: [alias] }
  })
  if (items.length === 0) throw new RuleError('BAD_ALIAS', 'A rule selects something.')
  return items
}

function built<RuleOutput, Payload>(rule: Rule): BuiltRule<RuleOutput, Payload> {
  return {
    rule,
    sql: printRule(rule),
    where(build) {
      const condition = expressionOf(build(fieldsOf<Payload>(), ruleFunctions))
      return built({ ...rule, where: rule.where === undefined ? condition : { kind: 'binary', operator: 'AND', left: rule.where, right: condition } })
    },
  }
}
