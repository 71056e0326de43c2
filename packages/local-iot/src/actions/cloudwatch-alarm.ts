import { action, delivery } from './action.ts'
import { ALARM_STATES } from './requests.ts'
import { checkChoice, chosen, fields } from './templates.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-alarms-rule-action.html */
export const cloudwatchAlarmAction = action('cloudwatchAlarm', ({ roleArn, alarmName, stateReason, stateValue }, setup) => {
  checkChoice('stateValue', ALARM_STATES, stateValue)
  const rendered = fields({ AlarmName: alarmName, StateReason: stateReason, StateValue: stateValue }, setup)
  return delivery('cloudwatchAlarm', { resource: alarmName, roleArn }, async (input) => {
    const { StateValue, ...request } = await rendered(input)
    return { ...request, StateValue: chosen('stateValue', ALARM_STATES, StateValue) }
  })
})
