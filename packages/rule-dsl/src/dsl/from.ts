import { RuleError } from '../fault/rule-error.ts'
import type { Assignment, Rule, Selection } from '../syntax/ast.ts'
import { MAX_VARIABLES } from '../syntax/parse-rule.ts'
import { printRule } from '../syntax/print-rule.ts'
import { expressionOf, fieldsOf, itemsOf, operandOf, ruleFunctions, variablesOf } from './expression.ts'
import type { Selectable, Selected, SelectedOf, Selecting } from './forms.ts'
import type { RuleFunctions } from './functions.ts'
import type { Fields, Typed, Variables } from './value.ts'

const VARIABLE = /^\w{1,64}$/

/** A message as rules see it: where it is published, and a Standard Schema (zod 4, valibot, arktype) whose output types its payload. */
export interface MessageSource {
  /** A topic filter, or a topic template that gives one; absent = a rule that Basic Ingest alone reaches, without FROM. */
  readonly topic?: string | { filter(): string } | undefined
  readonly schema: { readonly '~standard': { readonly types?: { readonly input: unknown; readonly output: unknown } | undefined } }
}
export type PayloadOf<Source extends MessageSource> = NonNullable<Source['schema']['~standard']['types']>['output']

/** The output of a rule that was built, carried in its type alone. */
declare const output: unique symbol

/** A rule made by {@link from}. */
export interface BuiltRule<out RuleOutput = unknown, Payload = never, Vars = never> {
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
  where(
    build: (m: Fields<Payload>, fn: RuleFunctions, v: Variables<Vars>) => Typed<boolean | undefined>,
  ): BuiltRule<RuleOutput, Payload, Vars>
}

/** What an action of the rule gets, parsed: `RuleOutput<typeof telemetryRule>`. */
export type RuleOutput<Built> = Built extends { readonly [output]?: infer T } ? T : never

/** A rule that knows its messages and not yet what to select. */
export interface RuleStart<Payload, Vars = unknown> {
  /**
   * Sets variables, `v` in what follows; each sees those of an earlier `set`.
   *
   * @example from(telemetry).set((m) => ({ f: m.celsius.times(9).dividedBy(5).plus(32) })).select((m, fn, v) => ({ f: v.f }))
   * // SET @f = celsius * 9 / 5 + 32 SELECT @f AS f FROM 'keg/+/+/telemetry'
   */
  set<const Items extends Readonly<Record<string, Selectable>>>(
    build: (m: Fields<Payload>, fn: RuleFunctions, v: Variables<Vars>) => Items,
  ): RuleStart<Payload, Vars & { readonly [Name in keyof Items]: SelectedOf<Items[Name]> }>
  /**
   * Selects by alias: payload fields from `m`, functions from `fn`, literals as they are. `m` itself is the whole payload, `*`;
   * `fn.spread(m, { … })` adds to it.
   *
   * @example from(telemetry).select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
   * // SELECT topic(3) AS kegId, celsius AS celsius FROM 'keg/+/+/telemetry'
   */
  select<const Items extends Selecting>(
    build: (m: Fields<Payload>, fn: RuleFunctions, v: Variables<Vars>) => Items,
  ): BuiltRule<Selected<Items>, Payload, Vars>
  /**
   * Selects one value, which is the whole output.
   *
   * @example from(telemetry).selectValue((m) => m.celsius)
   * // SELECT VALUE celsius FROM 'keg/+/+/telemetry'
   */
  selectValue<const Item extends Selectable>(
    build: (m: Fields<Payload>, fn: RuleFunctions, v: Variables<Vars>) => Item,
  ): BuiltRule<SelectedOf<Item>, Payload, Vars>
  /**
   * Passes the payload on as it is.
   *
   * @example from(telemetry).selectAll()
   * // SELECT * FROM 'keg/+/+/telemetry'
   */
  selectAll(): BuiltRule<Payload, Payload, Vars>
}

/**
 * Begins a rule on the messages of one kind. Throws RuleError `BAD_ALIAS` for an alias that SQL can't write, `BAD_LITERAL` for NaN and the
 * like.
 *
 * @example
 * import * as z from 'zod'
 *
 * const telemetry = { topic: 'keg/+/+/telemetry', schema: z.object({ celsius: z.number() }) }
 * from(telemetry)
 *   .select((m, fn) => ({ kegId: fn.topic(3), celsius: m.celsius }))
 *   .where((m) => m.celsius.greaterThan(8)).sql
 * // SELECT topic(3) AS kegId, celsius AS celsius FROM 'keg/+/+/telemetry' WHERE celsius > 8
 */
export function from<Source extends MessageSource>(message: Source): RuleStart<PayloadOf<Source>> {
  return started(typeof message.topic === 'string' ? message.topic : message.topic?.filter(), [])
}

function started<Payload, Vars>(filter: string | undefined, variables: readonly Assignment[]): RuleStart<Payload, Vars> {
  const ruleOf = (select: Selection): Rule => ({ version: '2016-03-23', variables, select, from: filter, where: undefined })
  const parts = [fieldsOf<Payload>(), ruleFunctions, variablesOf<Vars>()] as const
  return {
    set: (build) => started(filter, [...variables, ...assignmentsOf(build(...parts), variables)]),
    select: (build) => built(ruleOf({ kind: 'items', items: itemsOf(build(...parts)) })),
    selectValue: (build) => built(ruleOf({ kind: 'value', value: expressionOf(build(...parts)) })),
    selectAll: () => built(ruleOf({ kind: 'items', items: [{ value: { kind: 'star' }, alias: undefined }] })),
  }
}

function assignmentsOf(values: Readonly<Record<string, Selectable>>, before: readonly Assignment[]): Assignment[] {
  const assignments = Object.entries(values).map(([name, value]) => {
    if (!VARIABLE.test(name)) throw new RuleError('BAD_ALIAS', `@${name} is no variable: 1 to 64 letters, digits and "_".`)
    if (before.some((other) => other.name === name)) throw new RuleError('BAD_ALIAS', `@${name} is set twice.`)
    return { name, value: operandOf(value) }
  })
  if (before.length + assignments.length > MAX_VARIABLES) throw new RuleError('BAD_ALIAS', `SET has at most ${MAX_VARIABLES} variables.`)
  return assignments
}

function built<RuleOutput, Payload, Vars>(rule: Rule): BuiltRule<RuleOutput, Payload, Vars> {
  return {
    rule,
    sql: printRule(rule),
    where(build) {
      const condition = expressionOf(build(fieldsOf<Payload>(), ruleFunctions, variablesOf<Vars>()))
      return built({
        ...rule, where: rule.where === undefined ? condition : { kind: 'binary', operator: 'AND', left: rule.where, right: condition },
      })
    },
  }
}
