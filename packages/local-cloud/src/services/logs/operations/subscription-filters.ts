import { invalid } from '../refusal.ts'
import type { SubscriptionFilter } from '../subscription-filter.ts'
import { asRefusal } from './as-refusal.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const putSubscriptionFilter = operation('PutSubscriptionFilter', async (input, { groups, subscriptions, options }) => {
  const { filterName: name, filterPattern: pattern, destinationArn, roleArn, distribution } = input
  const group = groups.group(input.logGroupName)
  if (!/^arn:aws:(?:lambda|kinesis|firehose):/.test(destinationArn)) {
    throw invalid(`destinationArn ${destinationArn} is neither a function nor a stream, which alone are delivered to here.`)
  }
  if (destinationArn.startsWith('arn:aws:lambda:') && !await options.mayInvoke(destinationArn, `${group.arn}:*`)) {
    throw invalid('Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.')
  }
  asRefusal(() => subscriptions.put({
    name, group: group.name, pattern, destinationArn, roleArn, distribution: distribution === 'Random' ? 'Random' : 'ByLogStream',
    createdAtMs: options.nowMs(),
  }))
})

export const describeSubscriptionFilters = operation('DescribeSubscriptionFilters', (input, { groups, subscriptions }) => {
  const { filterNamePrefix = '' } = input
  const { name: group } = groups.group(input.logGroupName)
  const { items, nextToken } = page(subscriptions.of(group).filter(({ name }) => name.startsWith(filterNamePrefix)), input)
  return { subscriptionFilters: items.map(described), nextToken }
})

export const deleteSubscriptionFilter = operation('DeleteSubscriptionFilter', ({ logGroupName, filterName }, { groups, subscriptions }) => {
  subscriptions.delete(groups.group(logGroupName).name, filterName)
})

function described({ name, group, pattern, destinationArn, roleArn, distribution, createdAtMs }: SubscriptionFilter) {
  return { filterName: name, logGroupName: group, filterPattern: pattern, destinationArn, roleArn, distribution, creationTime: createdAtMs }
}
