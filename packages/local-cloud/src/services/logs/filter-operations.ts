import { type Input, numberOf, recordsOf, textOf } from '@keg/aws-service'
import type { Operations } from '../aws-protocol/serve-calls.ts'
import type { Logs } from './logs.ts'
import { dimensionsOf, type MetricFilter, type MetricTransformation } from './metric-filter.ts'
import { invalid } from './refusal.ts'
import { groupName, member, page } from './request.ts'
import { asRefusal } from './search-operations.ts'
import type { SubscriptionFilter } from './subscription-filter.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html */
const DESCRIBED_MAX = 50
const FILTER_NAME = /^[^:*]{1,512}$/

/** Metric filters and subscriptions. */
export function filterOperations(logs: Logs): Operations {
  const { groups, metricFilters, subscriptions, options } = logs
  return {
    PutMetricFilter: (input) => {
      const { name: group } = groups.group(groupName(input))
      const transformations = recordsOf(input['metricTransformations']).map(transformation)
      if (transformations.length !== 1) throw invalid('1 validation error detected: Value at \'metricTransformations\' failed to satisfy constraint: Member must have length 1')
      asRefusal(() => metricFilters.put({ name: member(input, 'filterName', FILTER_NAME), group, pattern: member(input, 'filterPattern', /^[^]*$/), transformations, createdAtMs: options.nowMs() }))
      return {}
    },
    DescribeMetricFilters: (input) => {
      const group = textOf(input['logGroupName'])
      if (group !== undefined) groups.group(group)
      const found = metricFilters.all().filter((filter) => (group === undefined || filter.group === group) && filter.name.startsWith(textOf(input['filterNamePrefix']) ?? '')
        && wanted(filter, input))
      const { items, nextToken } = page(found, input, DESCRIBED_MAX)
      return { metricFilters: items.map(describedMetricFilter), nextToken }
    },
    DeleteMetricFilter: (input) => {
      metricFilters.delete(groups.group(groupName(input)).name, member(input, 'filterName', FILTER_NAME))
      return {}
    },
    PutSubscriptionFilter: (input) => {
      putSubscription(logs, input)
      return {}
    },
    DescribeSubscriptionFilters: (input) => {
      const { name } = groups.group(groupName(input))
      const { items, nextToken } = page(subscriptions.of(name).filter((filter) => filter.name.startsWith(textOf(input['filterNamePrefix']) ?? '')), input, DESCRIBED_MAX)
      return { subscriptionFilters: items.map(describedSubscription), nextToken }
    },
    DeleteSubscriptionFilter: (input) => {
      subscriptions.delete(groups.group(groupName(input)).name, member(input, 'filterName', FILTER_NAME))
      return {}
    },
  }
}

function putSubscription({ groups, subscriptions, options }: Logs, input: Input): void {
  const group = groups.group(groupName(input))
  const destinationArn = member(input, 'destinationArn')
  if (!/^arn:aws:(?:lambda|kinesis|firehose):/.test(destinationArn)) throw invalid(`destinationArn ${destinationArn} is neither a function nor a stream, which alone are delivered to here.`)
  if (destinationArn.startsWith('arn:aws:lambda:') && !options.mayInvoke(destinationArn, `${group.arn}:*`)) {
    throw invalid('Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.')
  }
  asRefusal(() => subscriptions.put({
    name: member(input, 'filterName', FILTER_NAME), group: group.name, pattern: member(input, 'filterPattern', /^[^]*$/), destinationArn,
    roleArn: textOf(input['roleArn']), distribution: input['distribution'] === 'Random' ? 'Random' : 'ByLogStream', createdAtMs: options.nowMs(),
  }))
}

function transformation(input: Input): MetricTransformation {
  return {
    metricName: member(input, 'metricName'), metricNamespace: member(input, 'metricNamespace'), metricValue: member(input, 'metricValue'),
    defaultValue: numberOf(input['defaultValue']), unit: textOf(input['unit']), dimensions: dimensionsOf(input['dimensions']),
  }
}

function wanted({ transformations }: MetricFilter, { metricName, metricNamespace }: Input): boolean {
  return transformations.some((each) => (metricName === undefined || each.metricName === metricName) && (metricNamespace === undefined || each.metricNamespace === metricNamespace))
}

function describedMetricFilter({ name, group, pattern, transformations, createdAtMs }: MetricFilter): object {
  return { filterName: name, filterPattern: pattern, metricTransformations: transformations, creationTime: createdAtMs, logGroupName: group }
}

function describedSubscription({ name, group, pattern, destinationArn, roleArn, distribution, createdAtMs }: SubscriptionFilter): object {
  return { filterName: name, logGroupName: group, filterPattern: pattern, destinationArn, roleArn, distribution, creationTime: createdAtMs }
}
