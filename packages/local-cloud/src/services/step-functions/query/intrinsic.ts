import { isRecord } from '@keg/aws-service'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { ownMember } from '../../../ground/own-member.ts'
import type { Run } from '../scope.ts'
import { StateError } from '../state-error.ts'

type Intrinsic = (...values: never[]) => unknown

const digests: Readonly<Record<string, string>> = {
  MD5: 'md5', 'SHA-1': 'sha1', 'SHA-256': 'sha256', 'SHA-384': 'sha384', 'SHA-512': 'sha512',
}

/** Items that `ArrayRange` makes at most, as AWS says. */
const RANGE_MAX = 1_000

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Format: (template: string, ...values: unknown[]) => format(template, values),
  StringToJson: (text: string) => JSON.parse(text) as unknown,
  JsonToString: (value: unknown) => JSON.stringify(value),
  Array: (...values: unknown[]) => values,
  ArrayPartition: (list: unknown[], size: number) =>
    Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size)),
  ArrayContains: (list: unknown[], value: unknown) => list.some((each) => isDeepStrictEqual(each, value)),
  ArrayRange: arrayRange,
  ArrayGetItem: (list: unknown[], index: number) => list[index],
  ArrayLength: (list: unknown[]) => list.length,
  ArrayUnique: (list: unknown[]) => list.filter((each, index) => list.findIndex((other) => isDeepStrictEqual(other, each)) === index),
  Base64Encode: (text: string) => Buffer.from(text).toString('base64'),
  Base64Decode: (text: string) => Buffer.from(text, 'base64').toString(),
  Hash: (text: unknown, algorithm: string) =>
    createHash(digests[algorithm] ?? 'unknown').update(typeof text === 'string' ? text : JSON.stringify(text)).digest('hex'),
  JsonMerge: (left: unknown, right: unknown) => ({ ...(isRecord(left) ? left : {}), ...(isRecord(right) ? right : {}) }),
  MathAdd: (left: number, right: number) => Math.round(left) + Math.round(right),
  StringSplit: (text: string, separators: string) =>
    text.split(new RegExp(`[${separators.replace(/[\\\]^-]/g, '\\$&')}]`)).filter((part) => part !== ''),
}

/** Where arguments and chance come from. */
interface Sources extends Pick<Run, 'newId' | 'random'> {
  readonly path: (path: string) => unknown
}

/** Those that leave something to chance. */
function byChance({ newId, random }: Sources): Readonly<Record<string, Intrinsic>> {
  return { UUID: () => newId(), MathRandom: (start: number, end: number) => start + Math.floor(random() * (end - start)) }
}

/** Calls an intrinsic function, as `States.Format('{} ml', $.ml)`; `path` looks up its arguments. Throws `StateError`. */
export function callIntrinsic(expression: string, sources: Sources): unknown {
  const [value, rest] = call(expression, sources)
  if (rest.trim() !== '') throw failure(expression)
  return value
}

function call(expression: string, sources: Sources): [value: unknown, rest: string] {
  const [head = '', name = ''] = /^States\.(\w+)\s*\(\s*/.exec(expression) ?? []
  const intrinsic = ownMember(intrinsics, name) ?? ownMember(byChance(sources), name)
  if (intrinsic === undefined) throw failure(expression)
  const values: unknown[] = []
  let rest = expression.slice(head.length)
  while (!rest.startsWith(')')) {
    const [value, after] = argument(rest, sources)
    values.push(value)
    rest = after.replace(/^\s*,?\s*/, '')
    if (rest === '') throw failure(expression)
  }
  try {
    // What a function gets, the definition says: a wrong type is an error of the intrinsic function.
    return [(intrinsic as (...values: unknown[]) => unknown)(...values), rest.slice(1)]
  } catch (error) {
    throw failure(`${expression}: ${String(error)}`)
  }
}

function argument(text: string, sources: Sources): [value: unknown, rest: string] {
  if (text.startsWith('States.')) return call(text, sources)
  const literal = /^'((?:[^'\\]|\\.)*)'/s.exec(text) ?? undefined
  if (literal !== undefined) {
    return [
      (literal[1] ?? '').replaceAll(/\\(['{}\\])/g, (whole, escaped: string) => (escaped === '{' || escaped === '}' ? whole : escaped)),
      text.slice(literal[0].length),
    ]
  }
  const [token = ''] = /^\$(?:[^,()[\]]|\[[^\]]*\])*|^-?\d+(?:\.\d+)?|^(?:true|false|null)\b/.exec(text) ?? []
  if (token === '') throw failure(text)
  const value: unknown = token.startsWith('$') ? sources.path(token.trim()) : JSON.parse(token)
  return [value, text.slice(token.length)]
}

function arrayRange(first: number, last: number, step: number): number[] {
  const length = Math.max(0, Math.floor((last - first) / step) + 1)
  if (!(length <= RANGE_MAX)) throw new RangeError(`a range has at most ${RANGE_MAX} items`)
  return Array.from({ length }, (_, index) => first + index * step)
}

/** `{}` stand for the values, `\{` and `\}` for themselves. */
function format(template: string, values: readonly unknown[]): string {
  let used = 0
  const text = template.replaceAll(/\\([{}])|\{\}/g, (_, escaped: string | undefined) => {
    if (escaped !== undefined) return escaped
    const value = values[used]
    used += 1
    return typeof value === 'string' ? value : JSON.stringify(value)
  })
  if (used !== values.length) throw new TypeError(`${values.length} values for ${used} places`)
  return text
}

function failure(expression: string): StateError {
  return new StateError('States.IntrinsicFailure', `The intrinsic function is invalid: ${expression}`)
}
