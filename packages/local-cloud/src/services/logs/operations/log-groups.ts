import type { LogGroup } from '../log-group.ts'
import type { Logs } from '../logs.ts'
import { exists } from '../refusal.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const createLogGroup = operation('CreateLogGroup', ({ logGroupName, logGroupClass }, { groups }) => {
  if (groups.has(logGroupName)) throw exists('log group')
  groups.put(logGroupName, { logGroupClass })
})

export const deleteLogGroup = operation('DeleteLogGroup', ({ logGroupName }, { groups }) => groups.delete(logGroupName))

export const describeLogGroups = operation('DescribeLogGroups', (input, logs) => {
  const { logGroupNamePrefix = '', logGroupNamePattern = '' } = input
  const part = logGroupNamePattern.toLowerCase()
  const found = logs.groups.groups().filter(({ name }) => name.startsWith(logGroupNamePrefix) && name.toLowerCase().includes(part))
  const { items, nextToken } = page(found, input)
  return { logGroups: items.map((group) => described(group, logs)), nextToken }
})

export const putRetentionPolicy = operation('PutRetentionPolicy', ({ logGroupName, retentionInDays }, { groups }) => {
  const { name, logGroupClass } = groups.group(logGroupName)
  groups.put(name, { logGroupClass, retentionDays: retentionInDays })
})

export const deleteRetentionPolicy = operation('DeleteRetentionPolicy', ({ logGroupName }, { groups }) => {
  const { name, logGroupClass } = groups.group(logGroupName)
  groups.put(name, { logGroupClass })
})

function described({ name, arn, createdAtMs, retentionDays, logGroupClass = 'STANDARD' }: LogGroup, { groups, metricFilters }: Logs) {
  return {
    logGroupName: name, logGroupArn: arn, arn: `${arn}:*`, creationTime: createdAtMs, retentionInDays: retentionDays, logGroupClass,
    metricFilterCount: metricFilters.of(name).length, storedBytes: groups.storedBytes(name),
  }
}
