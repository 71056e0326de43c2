import { type Input, numberOf, recordsOf, textOf, timeMsOf } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import { readDimensions } from './metric-data.ts'
import { UNITS, type Dimension } from './metric.ts'
import type { Datum, Metrics } from './metrics.ts'
import { invalidCombination, invalidValue, missing } from './refusal.ts'
import { statisticSet, type StatisticSet } from './statistic-set.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const DATA_MAX = 1_000
const VALUES_MAX = 150
const DIMENSIONS_MAX = 30
const TOO_OLD_MS = 14 * 24 * 3_600_000
const TOO_NEW_MS = 2 * 3_600_000

/** Putting values. */
export function putOperations(metrics: Metrics, nowMs: () => number): Operations {
  return {
    PutMetricData: (input) => {
      const namespace = textOf(input['Namespace'])
      if (namespace === undefined || namespace === '') throw missing('Namespace')
      // Services' own namespaces are theirs.
      if (/^(?:AWS\/|:)/.test(namespace)) throw invalidValue(`The value ${namespace} for parameter Namespace is invalid.`)
      if (input['EntityMetricData'] !== undefined) throw invalidValue('EntityMetricData is not taken here: there are no entities.')
      const data = recordsOf(input['MetricData'])
      if (data.length === 0) throw missing('MetricData')
      if (data.length > DATA_MAX) throw invalidValue(`The collection MetricData must not have a size greater than ${DATA_MAX}.`)
      // All or nothing, as in AWS.
      for (const datum of data.map((each, index) => readDatum(each, { namespace, nowMs: nowMs(), at: `MetricData.member.${index + 1}` }))) metrics.put(datum)
      return {}
    },
  }
}

interface Where {
  readonly namespace: string
  readonly nowMs: number
  readonly at: string
}

function readDatum(input: Input, where: Where): Datum {
  const { namespace, nowMs, at } = where
  const name = textOf(input['MetricName'])
  if (name === undefined || name === '') throw missing(`${at}.MetricName`)
  const unit = textOf(input['Unit']) ?? 'None'
  if (!UNITS.has(unit)) throw invalidValue(`The parameter ${at}.Unit must be a value in the set [ ${[...UNITS].join(', ')} ].`)
  const atMs = input['Timestamp'] === undefined ? nowMs : timeMsOf(input['Timestamp'])
  if (atMs === undefined || atMs < nowMs - TOO_OLD_MS || atMs > nowMs + TOO_NEW_MS) {
    throw invalidValue(`The parameter ${at}.Timestamp must specify a time within the past two weeks and no more than two hours in the future.`)
  }
  return { metric: { namespace, name, dimensions: dimensions(input, at) }, unit, atMs, resolutionSec: numberOf(input['StorageResolution']) === 1 ? 1 : 60, set: readSet(input, at) }
}

function dimensions({ Dimensions }: Input, at: string): Dimension[] {
  const found = readDimensions(Dimensions)
  if (found.length > DIMENSIONS_MAX) throw invalidValue(`The collection ${at}.Dimensions must not have a size greater than ${DIMENSIONS_MAX}.`)
  if (found.some(({ Name, Value }) => Name === '' || Value === '')) throw invalidValue(`The parameter ${at}.Dimensions must have a Name and a Value each.`)
  return found
}

function readSet({ Value, Values, Counts, StatisticValues }: Input, at: string): StatisticSet {
  const given = Object.entries({ Value, Values, StatisticValues }).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
  if (given.length > 1) throw invalidCombination(`The parameters ${given.map(([name]) => `${at}.${name}`).join(' and ')} are mutually exclusive and you have specified both.`)
  if (given.length === 0) throw missing(`${at}.Value`)
  if (Value !== undefined) return statisticSet([[finite(Value, `${at}.Value`), 1]])
  if (isRecord(StatisticValues)) return readStatisticValues(StatisticValues, `${at}.StatisticValues`)
  const values = Array.isArray(Values) ? Values.map((value) => finite(value, `${at}.Values`)) : []
  if (values.length > VALUES_MAX) throw invalidValue(`The collection ${at}.Values must not have a size greater than ${VALUES_MAX}.`)
  const counts = Array.isArray(Counts) && Counts.length > 0 ? Counts.map((count) => finite(count, `${at}.Counts`)) : values.map(() => 1)
  if (counts.length !== values.length) throw invalidValue(`The parameters ${at}.Values and ${at}.Counts must be of the same size.`)
  return statisticSet(values.map((value, index) => [value, counts[index] ?? 1]))
}

function readStatisticValues({ SampleCount, Sum, Minimum, Maximum }: Input, at: string): StatisticSet {
  const count = finite(SampleCount, `${at}.SampleCount`)
  if (count <= 0) throw invalidValue(`The parameter ${at}.SampleCount must be greater than 0.`)
  const set = { count, sum: finite(Sum, `${at}.Sum`), min: finite(Minimum, `${at}.Minimum`), max: finite(Maximum, `${at}.Maximum`) }
  if (set.min > set.max) throw invalidValue(`The parameter ${at}.Maximum must be greater than ${at}.Minimum.`)
  return set
}

function finite(value: unknown, at: string): number {
  const number = numberOf(value)
  if (number === undefined || !Number.isFinite(number)) throw invalidValue(`The value ${String(value)} for parameter ${at} is invalid.`)
  return number
}
