import { datePattern, formatDate } from '../date-pattern/date-pattern.ts'

/** Why records are not where they should be, as `!{firehose:error-output-type}` says it. */
export type ErrorOutputType = 'processing-failed' | 'format-conversion-failed' | 'http-endpoint-failed'

/** What the expressions of a prefix are evaluated with. */
export interface PrefixValues {
  /** When the oldest record of the object came. */
  readonly arrivedAtMs: number
  readonly timeZone: string
  /** From 0 to below 1. */
  readonly random: () => number
  readonly errorOutputType?: ErrorOutputType
  readonly partitionKeys?: PartitionKeys
}

/** Keys by which a record is put where it belongs, by where they come from. */
export interface PartitionKeys {
  readonly query?: Readonly<Record<string, string>>
  readonly lambda?: Readonly<Record<string, string>>
}

const expression = /!\{([^:}]*):((?:'[^']*'|[^'}])*)\}/g
const TIME = '!{timestamp:yyyy/MM/dd/HH/}'
/** After evaluation. */
const LENGTH_MAX = 512
const RANDOM_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * Checks the prefixes of a destination. Throws `TypeError` for what Firehose refuses.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html#prefix-rules
 */
export function checkPrefixes(prefix: string | undefined, errorPrefix: string | undefined): void {
  const names = expressions(prefix)
  const errorNames = expressions(errorPrefix)
  if (names.length > 0 && errorPrefix === undefined)
    throw new TypeError('ErrorOutputPrefix cannot be null or empty when Prefix contains expressions')
  if (names.includes('firehose:error-output-type')) throw new TypeError('Prefix cannot contain !{firehose:error-output-type}')
  if (errorNames.length > 0 && !errorNames.includes('firehose:error-output-type'))
    throw new TypeError('ErrorOutputPrefix must contain at least one instance of !{firehose:error-output-type}')
  if (errorNames.some((name) => name.startsWith('partitionKey'))) throw new TypeError('ErrorOutputPrefix cannot contain partition keys')
}

/** Whether records go to different places by keys of theirs. */
export function isPartitioned(prefix: string | undefined): boolean {
  return expressions(prefix).some((name) => name.startsWith('partitionKey'))
}

/**
 * The prefix of an object's key. Throws `RangeError` for one that is too long.
 * @example objectPrefix('cold/', { arrivedAtMs: 0, timeZone: 'UTC', random: Math.random })  // 'cold/1970/01/01/00/'
 */
export function objectPrefix(prefix: string | undefined, values: PrefixValues): string {
  const timed = expressions(prefix).some((name) => name.startsWith('timestamp:') || name.startsWith('partitionKey'))
  return evaluated(timed ? (prefix ?? '') : `${prefix ?? ''}${TIME}`, values)
}

/** The prefix of an object with failed records. */
export function errorObjectPrefix(prefix: string | undefined, errorPrefix: string | undefined, values: PrefixValues): string {
  if (errorPrefix !== undefined && expressions(errorPrefix).length > 0) return evaluated(errorPrefix, values)
  return evaluated(`${errorPrefix ?? prefix ?? ''}!{firehose:error-output-type}/${TIME}`, values)
}

/** `namespace:value` of each expression. */
function expressions(prefix = ''): string[] {
  const found = [...prefix.matchAll(expression)].map(([, namespace = '', value = '']) => {
    if (namespace === 'timestamp') datePattern(value)
    else if (
      namespace === 'firehose'
        ? value !== 'random-string' && value !== 'error-output-type'
        : namespace !== 'partitionKeyFromQuery' && namespace !== 'partitionKeyFromLambda'
    ) {
      throw new TypeError(`The expression !{${namespace}:${value}} is not valid`)
    }
    return `${namespace}:${value}`
  })
  if (prefix.replaceAll(expression, '').includes('!{'))
    throw new TypeError('The sequence !{ can only appear in !{namespace:value} expressions')
  return found
}

function evaluated(prefix: string, { arrivedAtMs, timeZone, random, errorOutputType, partitionKeys }: PrefixValues): string {
  const result = prefix.replaceAll(expression, (_, namespace: string, value: string) => {
    if (namespace === 'timestamp') return formatDate(value, arrivedAtMs, timeZone)
    if (namespace === 'partitionKeyFromQuery') return partitionKeys?.query?.[value] ?? ''
    if (namespace === 'partitionKeyFromLambda') return partitionKeys?.lambda?.[value] ?? ''
    return value === 'random-string' ? randomString(random) : (errorOutputType ?? '')
  })
  if (result.length > LENGTH_MAX) throw new RangeError(`A prefix of ${result.length} characters is longer than ${LENGTH_MAX}`)
  return result
}

/** The partition keys that a prefix asks for, which every record has to have. */
export function partitionKeysOf(prefix: string | undefined): { readonly query: readonly string[]; readonly lambda: readonly string[] } {
  const of = (namespace: string) =>
    expressions(prefix).flatMap((name) => (name.startsWith(`${namespace}:`) ? [name.slice(namespace.length + 1)] : []))
  return { query: of('partitionKeyFromQuery'), lambda: of('partitionKeyFromLambda') }
}

function randomString(random: () => number): string {
  return Array.from({ length: 11 }, () => RANDOM_CHARACTERS[Math.floor(random() * RANDOM_CHARACTERS.length)]).join('')
}
