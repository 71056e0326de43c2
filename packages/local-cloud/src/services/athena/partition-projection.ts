import { ownMember } from '../../ground/own-member.ts'
import { datePattern, formatDate } from '../date-pattern/date-pattern.ts'
import { parseDate, precisionOf } from '../date-pattern/parse-date.ts'
import type { TableInput } from '../glue/catalog-entry.ts'
import { QueryFailure } from './query-failure.ts'

/** A partition column whose values are told by the table's properties. */
export interface ProjectedColumn {
  readonly name: string
  /** The query has to name its one value. */
  readonly injected: boolean
  /** What a value looks like in a location, as a regular expression. */
  readonly pattern: string
  contains(value: string): boolean
}

/** Where the partitions of a table are, and which there are. */
export interface Projection {
  /** As `s3://bucket/prefix/${day}/`. */
  readonly template: string
  readonly columns: readonly ProjectedColumn[]
}

type Property = (name: string) => string | undefined

/**
 * The partition projection of a table; `undefined` where it has none. Throws `QueryFailure` for properties that don't fit.
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html
 */
export function projectionOf(
  { Name, Parameters = {}, PartitionKeys = [], StorageDescriptor }: TableInput, nowMs: number,
): Projection | undefined {
  if (Parameters['projection.enabled']?.trim().toLowerCase() !== 'true' || PartitionKeys.length === 0) return undefined
  const location = StorageDescriptor?.Location ?? ''
  const template = Parameters['storage.location.template']
    ?? `${location.replace(/\/?$/, '/')}${PartitionKeys.map(({ Name: key }) => `${key}=\${${key}}/`).join('')}`
  const columns = PartitionKeys.map(({ Name: key }) => {
    const property: Property = (name) => Parameters[`projection.${key}.${name}`]
    const type = property('type')?.trim().toLowerCase()
    const kind = ownMember(kinds, type ?? '')
    if (kind === undefined) throw invalid(`Table ${Name} is configured for partition projection, but the partition projection type of its column ${key} is ${type ?? 'missing'}`)
    return { name: key, injected: type === 'injected', ...kind(property, key, nowMs) }
  })
  const missing = columns.find(({ name }) => !template.includes(`\${${name}}`))
  if (missing !== undefined) throw invalid(`storage.location.template has no \${${missing.name}}`)
  return { template, columns }
}

const kinds: Readonly<
  Record<string, (property: Property, column: string, nowMs: number) => Pick<ProjectedColumn, 'pattern' | 'contains'>>
> = {
  enum: (property, column) => {
    const values = new Set(required(property, 'values', column).split(','))
    return { pattern: [...values].map(escaped).join('|'), contains: (value) => values.has(value) }
  },
  integer: (property, column) => {
    const [from = 0n, to = 0n] = rangeOf(property, column).map((text) => integer(text, column))
    const interval = integer(property('interval') ?? '1', column)
    const digits = property('digits')?.trim()
    return {
      pattern: digits === undefined ? '-?\\d+' : `-?\\d{${digits},}`,
      contains: (value) =>
        /^-?\d+$/.test(value) && BigInt(value) >= from && BigInt(value) <= to && (BigInt(value) - from) % interval === 0n,
    }
  },
  date: projectedDates,
  injected: () => ({ pattern: '[^/]+', contains: () => true }),
}

function projectedDates(property: Property, column: string, nowMs: number): Pick<ProjectedColumn, 'pattern' | 'contains'> {
  const format = required(property, 'format', column)
  const [from = 0, to = 0] = rangeOf(property, column).map((text) => dateOf(text, format, column, nowMs))
  const precision = precisionOf(format)
  const interval = property('interval')?.trim()
  const unit = property('interval.unit')?.trim().toLowerCase().replace(/s?$/, 's')
  if ((interval === undefined || unit === undefined) && precision !== 'days' && precision !== 'months') {
    throw invalid(`projection.${column}.interval and projection.${column}.interval.unit are needed for the format ${format}`)
  }
  const slashes = datePattern(format).reduce((count, part) => count + ('text' in part ? part.text.split('/').length - 1 : 0), 0)
  return {
    pattern: `[^/]+${'/[^/]+'.repeat(slashes)}`,
    contains: (value) => {
      const atMs = parseDate(format, value)
      return atMs !== undefined && atMs >= from && atMs <= to && isAligned(from, atMs, Number(interval ?? '1'), unit ?? precision)
    },
  }
}

const UNIT_MS: Readonly<Record<string, number>> = {
  milliseconds: 1, seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000, weeks: 604_800_000,
}

function isAligned(fromMs: number, atMs: number, interval: number, unit: string): boolean {
  const unitMs = UNIT_MS[unit]
  if (unitMs !== undefined) return (atMs - fromMs) % (interval * unitMs) === 0
  const [from, at] = [new Date(fromMs), new Date(atMs)]
  const months = (at.getUTCFullYear() - from.getUTCFullYear()) * 12 + at.getUTCMonth() - from.getUTCMonth()
  return months % (unit === 'years' ? interval * 12 : interval) === 0
}

/** A date of a range, or one told from now on, as precise as the format. */
function dateOf(text: string, format: string, column: string, nowMs: number): number {
  const relative = /^\s*NOW\s*(?:([+-])\s*(\d+)\s*(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?\s*)?$/i.exec(text)
  const atMs = relative === null ? parseDate(format, text) : parseDate(format, formatDate(format, moved(nowMs, relative)))
  if (atMs === undefined) throw invalid(`The range of ${column} has ${text}, which is not as ${format}`)
  return atMs
}

function moved(nowMs: number, [, sign, count, unit]: RegExpExecArray): number {
  if (count === undefined || unit === undefined) return nowMs
  const by = (sign === '-' ? -1 : 1) * Number(count)
  const unitMs = UNIT_MS[`${unit.toLowerCase()}s`]
  if (unitMs !== undefined) return nowMs + by * unitMs
  const date = new Date(nowMs)
  return date.setUTCMonth(date.getUTCMonth() + by * (unit.toUpperCase() === 'YEAR' ? 12 : 1))
}

function rangeOf(property: Property, column: string): [string, string] {
  const [from, to, ...more] = required(property, 'range', column).split(',')
  if (from === undefined || to === undefined || more.length > 0) throw invalid(`projection.${column}.range has to have two elements`)
  return [from, to]
}

function integer(text: string, column: string): bigint {
  if (!/^\s*-?\d+\s*$/.test(text)) throw invalid(`${text} of ${column} is no integer`)
  return BigInt(text.trim())
}

function required(property: Property, name: string, column: string): string {
  const value = property(name)
  if (value === undefined) throw invalid(`projection.${column}.${name} is missing`)
  return value
}

function invalid(message: string): QueryFailure {
  return new QueryFailure('INVALID_TABLE_PROPERTY', message)
}

/** A text as a regular expression that matches it alone. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
