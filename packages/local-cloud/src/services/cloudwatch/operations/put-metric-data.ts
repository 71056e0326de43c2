import type { MetricDatum, StatisticSet as GivenSet } from '../model.generated.ts'
import type { Datum } from '../metrics.ts'
import { invalidCombination, invalidValue, missing } from '../refusal.ts'
import { statisticSet, type StatisticSet } from '../statistic-set.ts'
import { milliseconds } from './milliseconds.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const DATA_MAX = 1_000
const VALUES_MAX = 150
const TOO_OLD_MS = 14 * 24 * 3_600_000
const TOO_NEW_MS = 2 * 3_600_000

export const putMetricData =
  operation('PutMetricData', ({ Namespace: namespace, MetricData: data = [], EntityMetricData }, { metrics, nowMs }) => {
    // Services' own namespaces are theirs.
    if (namespace.startsWith('AWS/')) throw invalidValue(`The value ${namespace} for parameter Namespace is invalid.`)
    if (EntityMetricData !== undefined) throw invalidValue('EntityMetricData is not taken here: there are no entities.')
    if (data.length === 0) throw missing('MetricData')
    if (data.length > DATA_MAX) throw invalidValue(`The collection MetricData must not have a size greater than ${DATA_MAX}.`)
    const read = data.map((each, index) => readDatum(each, { namespace, nowMs: nowMs(), at: `MetricData.member.${index + 1}` }))
    // All or nothing, as in AWS.
    for (const datum of read) metrics.put(datum)
  })

interface Where {
  readonly namespace: string
  readonly nowMs: number
  readonly at: string
}

function readDatum(datum: MetricDatum, { namespace, nowMs, at }: Where): Datum {
  const { MetricName: name, Dimensions: dimensions = [], Unit: unit = 'None', Timestamp, StorageResolution } = datum
  const atMs = Timestamp === undefined ? nowMs : milliseconds(Timestamp)
  if (atMs < nowMs - TOO_OLD_MS || atMs > nowMs + TOO_NEW_MS) {
    throw invalidValue(
      `The parameter ${at}.Timestamp must specify a time within the past two weeks and no more than two hours in the future.`,
    )
  }
  return { metric: { namespace, name, dimensions }, unit, atMs, resolutionSec: StorageResolution === 1 ? 1 : 60, set: readSet(datum, at) }
}

function readSet({ Value, Values = [], Counts = [], StatisticValues }: MetricDatum, at: string): StatisticSet {
  const given = Object.entries({ Value, Values, StatisticValues }).filter(([, value]) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0))
  if (given.length > 1) {
    throw invalidCombination(
      `The parameters ${given.map(([name]) => `${at}.${name}`).join(' and ')} are mutually exclusive and you have specified both.`,
    )
  }
  if (given.length === 0) throw missing(`${at}.Value`)
  if (Value !== undefined) return statisticSet([[Value, 1]])
  if (StatisticValues !== undefined) return readStatisticValues(StatisticValues, `${at}.StatisticValues`)
  if (Values.length > VALUES_MAX) throw invalidValue(`The collection ${at}.Values must not have a size greater than ${VALUES_MAX}.`)
  if (Counts.length > 0 && Counts.length !== Values.length)
    throw invalidValue(`The parameters ${at}.Values and ${at}.Counts must be of the same size.`)
  return statisticSet(Values.map((value, index) => [value, Counts[index] ?? 1]))
}

function readStatisticValues({ SampleCount: count, Sum: sum, Minimum: min, Maximum: max }: GivenSet, at: string): StatisticSet {
  if (count <= 0) throw invalidValue(`The parameter ${at}.SampleCount must be greater than 0.`)
  if (min > max) throw invalidValue(`The parameter ${at}.Maximum must be greater than ${at}.Minimum.`)
  return { count, sum, min, max }
}
