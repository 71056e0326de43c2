import type { Alarm, AlarmState, MetricAlarm } from '../alarms/alarm.ts'
import { metricKey } from '../metric.ts'
import { readMetric, readQueries } from '../metric-data.ts'
import type { DescribeAlarmsForMetricInput, DescribeAlarmsInput } from '../model.generated.ts'
import { invalid } from '../refusal.ts'
import { describedAlarm, describedMetricAlarm } from './described-alarm.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const describeAlarms = operation('DescribeAlarms', (input, { alarms }) => {
  const { ChildrenOfAlarmName, ParentsOfAlarmName } = input
  const [other] = Object.entries({ ChildrenOfAlarmName, ParentsOfAlarmName }).find(([, value]) => value !== undefined) ?? []
  if (other !== undefined) throw invalid(`${other} is not emulated.`)
  const { items, NextToken } = page(alarms.all().filter((each) => isWanted(each, input)), input)
  return {
    MetricAlarms: items.flatMap(({ alarm, state }) => (alarm.kind === 'metric' ? [describedMetricAlarm(alarm, state)] : [])),
    CompositeAlarms: items.flatMap(({ alarm, state }) =>
      (alarm.kind === 'composite' ? [{ ...describedAlarm(alarm, state), AlarmRule: alarm.rule }] : [])),
    NextToken,
  }
})

function isWanted({ alarm, state }: { readonly alarm: Alarm; readonly state: AlarmState }, input: DescribeAlarmsInput): boolean {
  const { AlarmNames = [], AlarmNamePrefix = '', AlarmTypes = [], StateValue = state.value, ActionPrefix = '' } = input
  // Without a type it is metric alarms alone.
  const types = AlarmTypes.length === 0 ? ['MetricAlarm'] : AlarmTypes
  return (AlarmNames.length === 0 || AlarmNames.includes(alarm.name))
    && alarm.name.startsWith(AlarmNamePrefix)
    && state.value === StateValue
    && [...alarm.okActions, ...alarm.alarmActions, ...alarm.insufficientDataActions, ''].some((action) => action.startsWith(ActionPrefix))
    && types.includes(alarm.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm')
}

export const describeAlarmsForMetric = operation('DescribeAlarmsForMetric', (input, { alarms }) => {
  const key = metricKey(readMetric({ ...input }))
  const found = alarms.all().flatMap(({ alarm, state }) =>
    (alarm.kind === 'metric' && watches(alarm, key, input) ? [describedMetricAlarm(alarm, state)] : []))
  return { MetricAlarms: found }
})

function watches(alarm: MetricAlarm, key: string, { Statistic, ExtendedStatistic, Period, Unit }: DescribeAlarmsForMetricInput): boolean {
  return readQueries(alarm.queries).some(({ of }) => 'stat' in of
    && metricKey(of.metric) === key
    && [undefined, of.stat].includes(Statistic ?? ExtendedStatistic)
    && [undefined, of.periodMs / 1000].includes(Period)
    && [undefined, of.unit].includes(Unit))
}
