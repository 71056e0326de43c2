import { describeEventConfigurations } from './describe-event-configurations.ts'
import { updateEventConfigurations } from './update-event-configurations.ts'

/** The operations on event configurations, by AWS's name. */
export const eventConfigurationOperations = {
  DescribeEventConfigurations: describeEventConfigurations,
  UpdateEventConfigurations: updateEventConfigurations,
} as const
