import { expect, it } from 'vitest'
import { embeddedMetrics } from './embedded-metrics.ts'

const meta = (directive: object) => ({ _aws: { Timestamp: 1_700_000_000_000, CloudWatchMetrics: [directive] } })
const line = (document: object) => JSON.stringify(document)
const directive = {
  Namespace: 'Bar', Dimensions: [['site'], ['site', 'tap']],
  Metrics: [{ Name: 'celsius', Unit: 'None', StorageResolution: 1 }, { Name: 'pours', Unit: 'Count' }],
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
it.each<[string, string, string[]]>([
  ['every metric by every set of dimensions', line({ ...meta(directive), site: 's-1', tap: '2', celsius: 4.5, pours: [1, 2] }), [
    'Bar celsius site=s-1 4.5x1 None 1', 'Bar celsius site=s-1,tap=2 4.5x1 None 1', 'Bar pours site=s-1 3x2 Count 60',
    'Bar pours site=s-1,tap=2 3x2 Count 60',
  ]],
  [
    'a line as Node prints it', `2026-01-01T00:00:00.000Z\tid\tINFO\t${line({ ...meta({ ...directive, Dimensions: [[]] }), celsius: 1 })}`,
    ['Bar celsius  1x1 None 1'],
  ],
  ['without sets of dimensions', line({ ...meta({ Namespace: 'Bar', Metrics: [{ Name: 'pours' }] }), pours: 1 }), []],
  ['a dimension that is no text', line({ ...meta({ ...directive, Dimensions: [['tap']] }), tap: 2, celsius: 1 }), []],
  ['a dimension that is not there', line({ ...meta({ ...directive, Dimensions: [['nowhere']] }), celsius: 1 }), []],
  ['a metric that is no number', line({ ...meta(directive), site: 's', tap: '1', celsius: 'warm' }), []],
  ['no namespace', line({ ...meta({ ...directive, Namespace: '' }), site: 's', tap: '1', celsius: 1 }), []],
  ['no JSON', 'the "_aws" is {', []],
  ['another document', line({ celsius: 1 }), []],
])('%s', (_, message, expected) => {
  const found = embeddedMetrics({ message, timestamp: 1 })
  expect(found.map(({ metric, set, unit, resolutionSec }) => `${metric.namespace} ${metric.name} ${metric.dimensions.map(({ Name, Value }) => `${Name}=${Value}`).join()} ${set.sum}x${set.count} ${unit} ${resolutionSec}`))
    .toEqual(expected)
})

it('is of the time that it says, else of the line\'s', () => {
  expect(embeddedMetrics({ message: line({ ...meta({ ...directive, Dimensions: [[]] }), celsius: 1 }), timestamp: 1 })[0]?.atMs)
    .toBe(1_700_000_000_000)
  expect(embeddedMetrics({
    message: line({ _aws: { CloudWatchMetrics: [{ ...directive, Dimensions: [[]] }] }, celsius: 1 }), timestamp: 1,
  })[0]?.atMs).toBe(1)
})
