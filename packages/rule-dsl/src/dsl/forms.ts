import type { CastType } from '../syntax/ast.ts'
import type { RuleFunctions } from './functions.ts'
import type { Fields, Operand, Typed, TypeOf, Value } from './value.ts'

/** What one alias can be: an expression, the payload (`m`), a literal, or an object or array of them. */
export type Selectable = Typed<unknown> | string | number | boolean | null | readonly Selectable[] | { readonly [name: string]: Selectable }

type OptionalKeys<T> = { [Key in keyof T]: undefined extends T[Key] ? Key : never }[keyof T]
/** Members that can be Undefined are left out of the output then. */
export type Output<T> = Flat<
  { -readonly [Key in Exclude<keyof T, OptionalKeys<T>>]: T[Key] } & { -readonly [Key in OptionalKeys<T>]?: Exclude<T[Key], undefined> }
>
type Flat<T> = { [Key in keyof T]: T[Key] }
/** The value that a selectable gives. */
export type SelectedOf<Item> =
  Item extends Typed<infer T> ? T
  : Item extends readonly unknown[] ? { -readonly [Index in keyof Item]: SelectedOf<Item[Index]> }
  : Item extends object ? Selected<Item>
  : Item
export type Selected<Items> =
  Items extends Spread<infer T, infer More> ? Beside<Members<T>, Chosen<More>> : Chosen<Items>
type Chosen<Items> = Output<{ [Alias in keyof Items]: SelectedOf<Items[Alias]> }>

/** Carries the types of a spread; there is no such member at run time. */
declare const spread: unique symbol
/** The members of an object beside further items, see `fn.spread`. */
export interface Spread<out T, out More> {
  readonly [spread]: readonly [T, More]
}
/** Of an object that may be missing, no member is certain. */
type Members<T> = undefined extends T ? Partial<NonNullable<T>> : null extends T ? Partial<NonNullable<T>> : T
/** An item that is Undefined leaves the member of its name. */
type Beside<T, More> = Flat<
  { -readonly [Name in keyof T as Name extends keyof More ? never : Name]: T[Name] } & {
    [Name in keyof More]: Name extends OptionalKeys<More> & keyof T ? T[Name] | Exclude<More[Name], undefined> : More[Name]
  }
>

/** What a rule or a nested query selects: items by their alias, or a spread. */
export type Selecting = Items | Spread<unknown, unknown>

type Items = Readonly<Record<string, Selectable>>
type Condition = Typed<boolean | undefined>

/** A CASE that is being written: `CASE valve WHEN 'open' THEN 1 ELSE 0 END`. */
export interface CaseForm<Subject, Result> {
  /** The first branch whose value equals the subject gives the result. */
  when<const Then>(value: Operand<NonNullable<Subject>>, then: Then): CaseForm<Subject, Result | TypeOf<Then>>
  /** What no branch answers; an Undefined subject gives Undefined even so. */
  otherwise<const Else>(value: Else): Value<Result | TypeOf<Else> | Extract<Subject, undefined>>
  /** Undefined where no branch answers. */
  end(): Value<Result | undefined>
}

interface CastResults {
  String: string
  Int: number
  Decimal: number
  Boolean: boolean
}

/** What is syntax in SQL and a function in a builder. */
export interface RuleForms {
  /** `CASE valve WHEN 'open' THEN 1 ELSE 0 END`: `fn.caseOf(m.valve).when('open', 1).otherwise(0)`. */
  caseOf<Subject>(subject: Typed<Subject>): CaseForm<Subject, never>
  /** `cast(code AS Int)`, Undefined where it can't be. */
  cast<Type extends CastType>(value: Typed<unknown>, type: Type): Value<CastResults[Type] | undefined>
  /**
   * A nested query: an array's items that pass, each as selected. Attributes are the item's.
   *
   * @example fn.each(m.taps, (tap) => ({ ml: tap.ml }), (tap) => tap.ml.greaterThan(0))
   * // (SELECT ml AS ml FROM taps WHERE ml > 0)
   */
  each<Item, const Chosen extends Selecting>(
    source: Typed<readonly Item[] | undefined | null>,
    select: (item: Fields<Item>, fn: RuleFunctions) => Chosen,
    where?: (item: Fields<Item>, fn: RuleFunctions) => Condition,
  ): Value<Selected<Chosen>[] | undefined>
  /**
   * The members of an object, and further items, which win over members of their name. A missing object has no members.
   *
   * @example from(shadow).select((m, fn) => fn.spread(m.state.reported, { atMs: fn.timestamp() }))
   * // SELECT state.reported.*, timestamp() AS atMs FROM '$aws/things/+/shadow/update/accepted'
   */
  spread<T extends object | undefined | null, const More extends Items = Record<never, never>>(
    object: Typed<T>, items?: More,
  ): Spread<T, More>
  /**
   * Whether the array has an element that passes; without a condition, whether it has any. Never Undefined.
   *
   * @example fn.exists(m.taps, (tap) => tap.ml.greaterThan(250))
   * // EXISTS (SELECT * FROM taps AS item WHERE item.ml > 250)
   */
  exists<Item>(
    source: Typed<readonly Item[] | undefined | null>, where?: (item: Value<Item>, fn: RuleFunctions) => Condition,
  ): Value<boolean>
  /**
   * A nested query for one value an item.
   *
   * @example fn.eachValue(m.taps, (tap) => tap.ml)
   * // (SELECT VALUE ml FROM taps)
   */
  eachValue<Item, const Chosen extends Selectable>(
    source: Typed<readonly Item[] | undefined | null>,
    select: (item: Fields<Item>, fn: RuleFunctions) => Chosen,
    where?: (item: Fields<Item>, fn: RuleFunctions) => Condition,
  ): Value<Exclude<SelectedOf<Chosen>, undefined>[] | undefined>
}
