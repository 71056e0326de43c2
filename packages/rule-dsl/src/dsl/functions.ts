import type { Maybe, Operand, TypeOf, Typed, Value } from './value.ts'

/** The functions of AWS IoT SQL, as `fn` in a builder. Each prints as a call of that name. */
export interface RuleFunctions {
  /** The whole topic: `topic()`; or its n-th level, from 1: `topic(3)`. A level that a topic of the rule's filter lacks is Undefined. */
  topic(level?: number): Value<string>
  /** The MQTT client id, `n/a` for a message that came over HTTPS: `clientid()`. */
  clientid(): Value<string>
  /** When the rule runs, epoch milliseconds: `timestamp()`. */
  timestamp(): Value<number>
  /** The id of the rule's account: `accountid()`. */
  accountid(): Value<string>
  /** Who published: a certificate's id, for SigV4 the role or user id: `principal()`. */
  principal(): Value<string | undefined>
  /** The message's trace id, Undefined over HTTPS: `traceid()`. */
  traceid(): Value<string | undefined>
  /** The publisher's address: `sourceip()`. */
  sourceip(): Value<string | undefined>

  /** Base64 of a value's text: `encode(note, 'base64')`; of the payload's bytes, JSON or not, for `m`: `encode(*, 'base64')`. */
  encode<O extends Typed<unknown> | string>(value: O, scheme: 'base64'): Value<string>
  /** The JSON value or text behind base64, Null for what is none: `decode(data, 'base64')`. */
  decode(value: Operand<string>, scheme: 'base64'): Value<unknown>

  /** `isUndefined(siteId)`: whether the message lacks it. Never Undefined itself. */
  isUndefined(value: Typed<unknown>): Value<boolean>
  /** `isNull(siteId)`: whether it is there and null. Never Undefined itself. */
  isNull(value: Typed<unknown>): Value<boolean>
  /** `nanvl(celsius, 0)`: the second where the first is Undefined or Null. */
  nanvl<T, O extends Operand<NonNullable<T>>>(value: Typed<T>, otherwise: O): Value<NonNullable<T> | TypeOf<O>>

  /** An item of an array, from 0, or a member by any name: `get(readings, 0)`, `get(labels, 'my-key')`. */
  get(collection: Typed<unknown>, key: Operand<string> | Operand<number>): Value<unknown>

  /** `upper(name)` */
  upper<O extends Operand<string>>(text: O): Value<Maybe<TypeOf<O>, string>>
  /** `lower(name)` */
  lower<O extends Operand<string>>(text: O): Value<Maybe<TypeOf<O>, string>>
  /** `trim(name)` */
  trim<O extends Operand<string>>(text: O): Value<Maybe<TypeOf<O>, string>>
  /** `length(name)`, in UTF-16 units. */
  length<O extends Operand<string>>(text: O): Value<Maybe<TypeOf<O>, number>>
  /** `concat('keg-', name)` */
  concat<O extends readonly Operand<string | number | boolean>[]>(...parts: O): Value<Maybe<TypeOf<O[number]>, string>>
  /** `substring(name, 0, 4)`: from an index, from 0, up to but without another. */
  substring<O extends Operand<string>>(text: O, from: Operand<number>, to?: Operand<number>): Value<Maybe<TypeOf<O>, string>>
  /** `startswith(name, 'keg')` */
  startswith<O extends Operand<string>>(text: O, start: Operand<string>): Value<Maybe<TypeOf<O>, boolean>>
  /** `endswith(name, 'keg')` */
  endswith<O extends Operand<string>>(text: O, end: Operand<string>): Value<Maybe<TypeOf<O>, boolean>>
  /** `abs(delta)` */
  abs<O extends Operand<number>>(value: O): Value<Maybe<TypeOf<O>, number>>
  /** `ceil(celsius)` */
  ceil<O extends Operand<number>>(value: O): Value<Maybe<TypeOf<O>, number>>
  /** `floor(celsius)` */
  floor<O extends Operand<number>>(value: O): Value<Maybe<TypeOf<O>, number>>
  /** `round(celsius)`: halves away from zero. */
  round<O extends Operand<number>>(value: O): Value<Maybe<TypeOf<O>, number>>
}
