import { EVENT_TYPES } from '../../event-configurations/event-configurations.ts'
import { operation } from '../operation.ts'

export const describeEventConfigurations = operation('DescribeEventConfigurations', (_, { events }) => {
  const { current } = events
  return {
    eventConfigurations: Object.fromEntries(EVENT_TYPES.map((type) => [type, { Enabled: events.isEnabled(type) }])),
    ...(current && { creationDate: new Date(current.createdAtMs), lastModifiedDate: new Date(current.modifiedAtMs) }),
  }
})
