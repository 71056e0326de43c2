import type { Decimal } from './decimal.ts'

/**
 * The version of the SQL rules engine: `2016-03-23` treats whole numbers as Int and has literals, nested queries and more functions; `beta`
 * is taken for it.
 */
export type SqlVersion = '2015-10-08' | '2016-03-23' | 'beta'

/**
 * An Int or a Decimal. A JavaScript number stands for the decimal that `String(n)` prints, and is used only where that is exact
 * (at most 15 significant digits, or a safe integer); everything else is a {@link Decimal}.
 */
export type SqlNumber = number | Decimal

/** A value of the language: `undefined` is Undefined, `null` is Null. */
export type SqlValue = undefined | null | boolean | SqlNumber | string | SqlArray | SqlObject
export type SqlArray = readonly SqlValue[]
export interface SqlObject {
  readonly [name: string]: SqlValue
}
