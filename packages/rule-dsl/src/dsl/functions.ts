import type { RuleForms } from './forms.ts'
import type { Maybe, Operand, TypeOf, Typed, Value } from './value.ts'

type Text = Operand<string | number | boolean>
type Numeric = Operand<number | string>

/** The functions of AWS IoT SQL, as `fn` in a builder. Each prints as a call of that name. */
export interface RuleFunctions extends RuleForms {
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
  /** `trunc(celsius, 1)`: cut to so many places after the point. */
  trunc<O extends Operand<number>>(value: O, places: Operand<number>): Value<Maybe<TypeOf<O>, number>>
  /** `sign(delta)`: -1, 0 or 1. */
  sign<O extends Operand<number>>(value: O): Value<Maybe<TypeOf<O>, number>>
  /** `mod(celsius, 2)`, Undefined for 0. */
  mod(value: Numeric, by: Numeric): Value<number | undefined>
  /** `remainder(celsius, 2)`, as `mod`. */
  remainder(value: Numeric, by: Numeric): Value<number | undefined>
  /** `power(radius, 2)`, a double. */
  power(base: Numeric, exponent: Numeric): Value<number | undefined>
  /** `sqrt(x)` and its like are doubles, Undefined where they have no real value. */
  sqrt(value: Numeric): Value<number | undefined>
  exp(value: Numeric): Value<number | undefined>
  ln(value: Numeric): Value<number | undefined>
  /** Of base 10: `log(x)`. */
  log(value: Numeric): Value<number | undefined>
  sin(radians: Numeric): Value<number | undefined>
  cos(radians: Numeric): Value<number | undefined>
  tan(radians: Numeric): Value<number | undefined>
  asin(value: Numeric): Value<number | undefined>
  acos(value: Numeric): Value<number | undefined>
  atan(value: Numeric): Value<number | undefined>
  atan2(y: Numeric, x: Numeric): Value<number | undefined>
  sinh(value: Numeric): Value<number | undefined>
  cosh(value: Numeric): Value<number | undefined>
  tanh(value: Numeric): Value<number | undefined>
  /** From 0 up to 1: `rand()`. */
  rand(): Value<number>
  /** A UUID: `newuuid()`. */
  newuuid(): Value<string>
  bitand(a: Numeric, b: Numeric): Value<number | undefined>
  bitor(a: Numeric, b: Numeric): Value<number | undefined>
  bitxor(a: Numeric, b: Numeric): Value<number | undefined>
  bitnot(value: Numeric): Value<number | undefined>

  /** `indexof(name, '-')`, from 0; -1 where it is not there. */
  indexof(text: Text, part: Text): Value<number | undefined>
  /** `replace(name, '-', '_')`: every occurrence. */
  replace(text: Text, part: Text, by: Text): Value<string | undefined>
  /** `lpad(name, 2)`: so many spaces before it. */
  lpad(text: Text, spaces: Operand<number>): Value<string | undefined>
  /** `rpad(name, 2)`: so many spaces behind it. */
  rpad(text: Text, spaces: Operand<number>): Value<string | undefined>
  ltrim(text: Text): Value<string | undefined>
  rtrim(text: Text): Value<string | undefined>
  /** The ASCII character of a code: `chr(65)`. */
  chr(code: Numeric): Value<string | undefined>
  /** `numbytes(name)`, in UTF-8. */
  numbytes(text: Text): Value<number | undefined>
  /** `regexp_matches(name, '^keg-[0-9]+$')`: whether Java's regular expression is found. */
  regexp_matches(text: Text, pattern: Text): Value<boolean | undefined>
  /** `regexp_replace(name, '-(.)', '$1')`: every match. */
  regexp_replace(text: Text, pattern: Text, by: Text): Value<string | undefined>
  /** `regexp_substr(name, '[0-9]+')`: the first match. */
  regexp_substr(text: Text, pattern: Text): Value<string | undefined>
  md2(text: Text): Value<string | undefined>
  md5(text: Text): Value<string | undefined>
  sha1(text: Text): Value<string | undefined>
  sha224(text: Text): Value<string | undefined>
  /** `sha256(name)` in lower-case hex; likewise the other hashes. */
  sha256(text: Text): Value<string | undefined>
  sha384(text: Text): Value<string | undefined>
  sha512(text: Text): Value<string | undefined>

  /** `parse_time('yyyy-MM-dd', takenAtMs, 'Europe/Berlin')`: a time as text, in Joda-Time's patterns; UTC without a zone. */
  parse_time(pattern: Operand<string>, epochMs: Operand<number>, zone?: Operand<string>): Value<string | undefined>
  /** `time_to_epoch(text, 'yyyy-MM-dd')`: epoch milliseconds, in java.time's patterns. */
  time_to_epoch(text: Operand<string>, pattern: Operand<string>): Value<number | undefined>

  /** `get_or_default(name, 'none')`: the second where the first is Undefined, Null or fails. */
  get_or_default<T, O>(value: Typed<T>, otherwise: O): Value<NonNullable<T> | TypeOf<O>>
  /** `transform('enrichArray', attributes, items)`: every object of the array gets the attributes. */
  transform(mode: 'enrichArray', attributes: unknown, items: Typed<unknown>): Value<unknown>
  /** `sql_version()` */
  sql_version(): Value<string>
  /** An MQTT 5 property: `get_mqtt_property('content_type')`. */
  get_mqtt_property(name: 'content_type' | 'format_indicator' | 'response_topic' | 'correlation_data'): Value<string | undefined>
  /** The values of an MQTT 5 user property, or all properties: `get_user_properties('unit')`. */
  get_user_properties(name?: Operand<string>): Value<unknown>

  /**
   * The shadow of a thing: `get_thing_shadow(topic(3), 'arn:…')`, or a named one. The rule needs `evaluateAsync`, as with the following.
   */
  get_thing_shadow(
    thingName: Operand<string>, ...shadowAndRole: [role: string] | [shadowName: Operand<string>, role: string]
  ): Value<unknown>
  /** An item: `get_dynamodb('Kegs', 'kegId', topic(3), 'arn:…')`, with a sort key's name and value before the role where there is one. */
  get_dynamodb(
    table: string, key: string, value: Operand<string | number>,
    ...sortAndRole: [role: string] | [sortKey: string, sortValue: Operand<string | number>, role: string]
  ): Value<unknown>
  /** What a function returns: `aws_lambda('arn:…', *)`. */
  aws_lambda(functionArn: string, input: unknown): Value<unknown>
  /** `get_registry_data('DescribeThing', topic(3), 'arn:…')` */
  get_registry_data(api: 'DescribeThing' | 'ListThingGroupsForThing', thingName: Operand<string>, role: string): Value<unknown>
  /** `get_secret('name', 'SecretString', 'arn:…')`, with a key of its JSON before the role. */
  get_secret(
    secretId: string, type: 'SecretString' | 'SecretBinary', ...keyAndRole: [role: string] | [key: string, role: string]
  ): Value<string | undefined>
  /** `machinelearning_predict('model', 'arn:…', *)` */
  machinelearning_predict(modelId: string, role: string, record: unknown): Value<unknown>
}
