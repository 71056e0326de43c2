import { LogGroups, type LogGroupsOptions } from './log-groups.ts'
import { MetricFilters } from './metric-filter.ts'
import { SubscriptionFilters, type SubscriptionOptions } from './subscription-filter.ts'
import type { Metrics } from '../cloudwatch/metrics.ts'
import { observeEmbedded } from '../cloudwatch/embedded-metrics.ts'

export interface LogsOptions extends LogGroupsOptions, SubscriptionOptions {
  readonly metrics: Metrics
  /** Whether CloudWatch Logs may invoke a function for a group; AWS tries it out when a function is subscribed. */
  readonly mayInvoke: (functionArn: string, sourceArn: string) => boolean | Promise<boolean>
}

/** CloudWatch Logs: groups with their lines, and what becomes of lines. */
export class Logs {
  readonly groups: LogGroups
  readonly metricFilters: MetricFilters
  readonly subscriptions: SubscriptionFilters
  readonly options: LogsOptions

  constructor(options: LogsOptions) {
    this.options = options
    this.groups = new LogGroups(options)
    this.metricFilters = new MetricFilters(options.shelves)
    this.subscriptions = new SubscriptionFilters(options)
    this.groups.onAppend((group, stream, events) => {
      for (const event of events) observeEmbedded(event, options.metrics)
      this.metricFilters.observe(group, events, options.metrics)
      this.subscriptions.observe(group, stream, events)
    })
    this.groups.onDelete((group) => {
      this.metricFilters.forget(group)
      this.subscriptions.forget(group)
    })
  }

  close(): void {
    this.subscriptions.close()
  }
}
