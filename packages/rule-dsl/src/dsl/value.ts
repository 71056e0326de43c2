/** Carries the type of an expression; there is no such member at run time. */
declare const typed: unique symbol

/** An expression of a rule whose value is a `T`, where `undefined` is Undefined and `null` Null. */
export interface Typed<out T> {
  readonly [typed]: T
}

/** What can stand where a `T` is expected: an expression, which may also be absent in a message, or a literal. */
export type Operand<T> = Typed<T | undefined | null> | T
/** What `in` looks into: an array of the message, or one written out. */
export type List<T> = Typed<readonly T[] | undefined | null> | readonly Operand<T>[]
export type TypeOf<Operand> = Operand extends Typed<infer T> ? T : Operand

/** `R`, or Undefined where one of the inputs can be Undefined or Null. */
export type Maybe<Inputs, R> = undefined extends Inputs ? R | undefined : null extends Inputs ? R | undefined : R

interface Equality<T> {
  /** `celsius = 8`. Different types are never equal. */
  equals<O extends Operand<NonNullable<T> | null>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `celsius <> 8` */
  notEquals<O extends Operand<NonNullable<T> | null>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `code IN ['a', 'b']`, `code IN allowed`: whether the array has the value, compared as `equals` does. Undefined without an array. */
  in<O extends List<NonNullable<T> | null>>(list: O): Value<Maybe<T | TypeOf<O>, boolean>>
}

interface Numeric<T> {
  /** `celsius > 8` */
  greaterThan<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `celsius >= 8` */
  greaterThanOrEquals<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `celsius < 8` */
  lessThan<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `celsius <= 8` */
  lessThanOrEquals<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `celsius + 1` */
  plus<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, number>>
  /** `celsius - 1` */
  minus<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, number>>
  /** `celsius * 2` */
  times<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, number>>
  /** `celsius / 2`, Undefined when `other` is 0. */
  dividedBy<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, number>>
  /** `-celsius` */
  negated(): Value<Maybe<T, number>>
  /** `celsius % 2`, Undefined when `other` is 0. */
  remainder<O extends Operand<number>>(other: O): Value<Maybe<T | TypeOf<O>, number>>
}

interface Textual<T> {
  /** `name + '!'`: a number or a Boolean is joined as its text. */
  plus<O extends Operand<string | number | boolean>>(other: O): Value<Maybe<T | TypeOf<O>, string>>
}

interface Logical<T> {
  /** `hot AND open`. Undefined where either is, also beside a false one. */
  and<O extends Operand<boolean>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `hot OR open`. True where either is, also beside an Undefined one. */
  or<O extends Operand<boolean>>(other: O): Value<Maybe<T | TypeOf<O>, boolean>>
  /** `NOT hot` */
  not(): Value<Maybe<T, boolean>>
}

type MethodsOf<T> = unknown extends T
  ? Numeric<T> & Logical<T>
  : [NonNullable<T>] extends [number]
    ? Numeric<T>
    : [NonNullable<T>] extends [string]
      ? Textual<T>
      : [NonNullable<T>] extends [boolean]
        ? Logical<T>
        : unknown

/** A member called like a method is reached by `fn.get(object, 'equals')`. */
export type MethodName = keyof Equality<unknown> | keyof Numeric<unknown> | keyof Logical<unknown>
type Absent<T> = undefined extends T ? undefined : null extends T ? undefined : never
type MembersOf<T> = [NonNullable<T>] extends [readonly unknown[]]
  ? unknown
  : [NonNullable<T>] extends [object]
    ? { readonly [Name in Exclude<keyof NonNullable<T>, MethodName>]-?: Value<NonNullable<T>[Name] | Absent<T>> }
    : unknown

/** An expression with what can be done with it: comparisons, arithmetic, logic, and the members of an object. */
export type Value<T> = Typed<T> & Equality<T> & MethodsOf<T> & MembersOf<T>

/** The SET variables of a rule, by their name without `@`. */
export type Variables<Types> = { readonly [Name in keyof Types]: Value<Types[Name]> }

/** The payload of a message: its fields, and no methods that could collide with them. As an argument it is `*`, the whole payload. */
export type Fields<Payload> = Typed<Payload> & { readonly [Name in keyof Payload]-?: Value<Payload[Name]> }
