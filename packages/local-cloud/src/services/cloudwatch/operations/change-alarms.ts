import { ServiceException } from '@keg/aws-service'
import { STATES } from '../alarms/alarm.ts'
import { operation } from './operation.ts'

export const setAlarmState =
  operation('SetAlarmState', ({ AlarmName, StateValue, StateReason: reason, StateReasonData: reasonData }, { alarms }) => {
    const value = STATES.find((state) => state === StateValue)
    if (value === undefined || alarms.find(AlarmName) === undefined) throw notFound(AlarmName)
    if (reasonData !== undefined && !isJson(reasonData))
      throw new ServiceException('InvalidFormatFault', 400, 'StateReasonData is not valid JSON')
    alarms.setState(AlarmName, { value, reason, reasonData })
  })

export const deleteAlarms = operation('DeleteAlarms', ({ AlarmNames }, { alarms }) => {
  const unknown = AlarmNames.filter((name) => alarms.find(name) === undefined)
  if (unknown.length > 0) throw notFound(unknown.join(', '))
  alarms.delete(AlarmNames)
})

export const enableAlarmActions = operation('EnableAlarmActions', ({ AlarmNames }, { alarms }) => {
  for (const name of AlarmNames) alarms.enableActions(name, true)
})

export const disableAlarmActions = operation('DisableAlarmActions', ({ AlarmNames }, { alarms }) => {
  for (const name of AlarmNames) alarms.enableActions(name, false)
})

function notFound(name: string): ServiceException {
  return new ServiceException('ResourceNotFound', 404, `Unknown alarm: ${name}`)
}

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined
  } catch {
    return false
  }
}
