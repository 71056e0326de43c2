import { getLogEvents } from './get-log-events.ts'
import { createLogGroup, deleteLogGroup, deleteRetentionPolicy, describeLogGroups, putRetentionPolicy } from './log-groups.ts'
import { createLogStream, deleteLogStream, describeLogStreams } from './log-streams.ts'
import { deleteMetricFilter, describeMetricFilters, putMetricFilter } from './metric-filters.ts'
import { putLogEvents } from './put-log-events.ts'
import { deleteResourcePolicy, describeResourcePolicies, putResourcePolicy } from './resource-policies.ts'
import { filterLogEvents, testMetricFilter } from './search.ts'
import { deleteSubscriptionFilter, describeSubscriptionFilters, putSubscriptionFilter } from './subscription-filters.ts'

export const operations = [
  createLogGroup, createLogStream, deleteLogGroup, deleteLogStream, deleteMetricFilter, deleteResourcePolicy, deleteRetentionPolicy,
  deleteSubscriptionFilter, describeLogGroups, describeLogStreams, describeMetricFilters, describeResourcePolicies,
  describeSubscriptionFilters, filterLogEvents, getLogEvents, putLogEvents, putMetricFilter, putResourcePolicy, putRetentionPolicy,
  putSubscriptionFilter, testMetricFilter,
]
