import { operation } from '../operation.ts'

// Types that are not named stay as they are: iot-events.html#iot-events-enable
export const updateEventConfigurations = operation('UpdateEventConfigurations', ({ eventConfigurations = {} }, { events }) => {
  events.update(
    Object.fromEntries(Object.entries(eventConfigurations).map(([type, configuration]) => [type, configuration?.Enabled === true])),
  )
  return {}
})
