import type { MetricFilter } from '../metric-filter.ts'
import { asRefusal } from './as-refusal.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const putMetricFilter = operation('PutMetricFilter', (input, { groups, metricFilters, options }) => {
  const { filterName: name, filterPattern: pattern, metricTransformations: transformations } = input
  const { name: group } = groups.group(input.logGroupName)
  asRefusal(() => metricFilters.put({ name, group, pattern, transformations, createdAtMs: options.nowMs() }))
})

export const describeMetricFilters = operation('DescribeMetricFilters', (input, { groups, metricFilters }) => {
  const { logGroupName, filterNamePrefix = '', metricName, metricNamespace } = input
  if (logGroupName !== undefined) groups.group(logGroupName)
  const found = metricFilters.all().filter(({ name, group, transformations }) =>
    [undefined, group].includes(logGroupName)
    && name.startsWith(filterNamePrefix)
      && transformations.some((each) =>
        [undefined, each.metricName].includes(metricName) && [undefined, each.metricNamespace].includes(metricNamespace)))
  const { items, nextToken } = page(found, input)
  return { metricFilters: items.map(described), nextToken }
})

export const deleteMetricFilter = operation('DeleteMetricFilter', ({ logGroupName, filterName }, { groups, metricFilters }) => {
  metricFilters.delete(groups.group(logGroupName).name, filterName)
})

function described({ name, group, pattern, transformations, createdAtMs }: MetricFilter) {
  return {
    filterName: name, filterPattern: pattern, metricTransformations: transformations, creationTime: createdAtMs, logGroupName: group,
  }
}
