import { type Input, numberOf, ServiceException, textOf, textsOf, timeMsOf } from '@keg/aws-service'
import type { Operations } from '../../aws-protocol/serve-calls.ts'
import { metricKey } from '../metric.ts'
import { readMetric, readQueries } from '../metric-data.ts'
import { invalid, missing } from '../refusal.ts'
import { STATES, type Alarm, type AlarmState, type MetricAlarm } from './alarm.ts'
import type { HistoryItem } from './alarm-history.ts'
import type { Alarms } from './alarms.ts'
import { readCompositeAlarm, readMetricAlarm } from './read-alarm.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
const RECORDS_MAX = 100

/** Alarms as callers make, ask for and change them. */
export function alarmOperations(alarms: Alarms): Operations {
  const reading = () => ({ arn: (name: string) => alarms.arn(name), nowMs: alarms.options.nowMs() })
  return {
    PutMetricAlarm: (input) => {
      alarms.put(readMetricAlarm(input, reading()))
      return {}
    },
    PutCompositeAlarm: (input) => {
      alarms.put(readCompositeAlarm(input, reading()))
      return {}
    },
    DescribeAlarms: (input) => describeAlarms(alarms, input),
    DescribeAlarmsForMetric: (input) => {
      const key = metricKey(readMetric(input))
      const found = alarms.all().flatMap(({ alarm, state }) => (alarm.kind === 'metric' && watches(alarm, key, input) ? [describedMetricAlarm(alarm, state)] : []))
      return { MetricAlarms: found }
    },
    DescribeAlarmHistory: (input) => describeHistory(alarms, input),
    SetAlarmState: (input) => setState(alarms, input),
    DeleteAlarms: (input) => {
      const names = textsOf(input['AlarmNames'])
      const unknown = names.filter((name) => alarms.find(name) === undefined)
      if (unknown.length > 0) throw notFound(unknown.join(', '))
      alarms.delete(names)
      return {}
    },
    EnableAlarmActions: (input) => enable(alarms, input, true),
    DisableAlarmActions: (input) => enable(alarms, input, false),
  }
}

function describeAlarms(alarms: Alarms, input: Input): object {
  const other = ['ChildrenOfAlarmName', 'ParentsOfAlarmName'].find((name) => input[name] !== undefined)
  if (other !== undefined) throw invalid(`${other} is not emulated.`)
  const names = new Set(textsOf(input['AlarmNames']))
  const types = textsOf(input['AlarmTypes'])
  const wanted = ({ alarm, state }: { alarm: Alarm; state: AlarmState }) => (names.size === 0 || names.has(alarm.name))
    && alarm.name.startsWith(textOf(input['AlarmNamePrefix']) ?? '') && [undefined, state.value].includes(textOf(input['StateValue']) as AlarmState['value'] | undefined)
    && [...alarm.okActions, ...alarm.alarmActions, ...alarm.insufficientDataActions, ''].some((action) => action.startsWith(textOf(input['ActionPrefix']) ?? ''))
    // Without a type it is metric alarms alone.
    && (types.length === 0 ? ['MetricAlarm'] : types).includes(alarm.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm')
  const { items, NextToken } = page(alarms.all().filter(wanted), input)
  return {
    MetricAlarms: items.flatMap(({ alarm, state }) => (alarm.kind === 'metric' ? [describedMetricAlarm(alarm, state)] : [])),
    CompositeAlarms: items.flatMap(({ alarm, state }) => (alarm.kind === 'composite' ? [{ ...described(alarm, state), AlarmRule: alarm.rule }] : [])),
    NextToken,
  }
}

function describeHistory(alarms: Alarms, input: Input): object {
  const types = textsOf(input['AlarmTypes'])
  const startMs = timeMsOf(input['StartDate']) ?? -Infinity
  const endMs = timeMsOf(input['EndDate']) ?? Infinity
  const found = alarms.history.items(textOf(input['AlarmName'])).filter(({ type, alarmType, atMs }) => (input['HistoryItemType'] === undefined || type === input['HistoryItemType'])
    && (types.length === 0 ? ['MetricAlarm'] : types).includes(alarmType) && atMs >= startMs && atMs <= endMs)
  if (input['ScanBy'] === 'TimestampAscending') found.reverse()
  const { items, NextToken } = page(found, input)
  return { AlarmHistoryItems: items.map(describedItem), NextToken }
}

function describedItem({ alarmName, alarmType, atMs, type, summary, data }: HistoryItem): object {
  return { AlarmName: alarmName, AlarmType: alarmType, Timestamp: new Date(atMs), HistoryItemType: type, HistorySummary: summary, HistoryData: JSON.stringify({ version: '1.0', ...data }) }
}

function setState(alarms: Alarms, input: Input): object {
  const name = textOf(input['AlarmName'])
  const value = STATES.find((state) => state === input['StateValue'])
  const reason = textOf(input['StateReason'])
  if (name === undefined || reason === undefined) throw missing(name === undefined ? 'AlarmName' : 'StateReason')
  if (value === undefined) throw invalid(`1 validation error detected: Value '${String(input['StateValue'])}' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [${STATES.join(', ')}]`)
  if (alarms.find(name) === undefined) throw notFound(name)
  const reasonData = textOf(input['StateReasonData'])
  if (reasonData !== undefined && !isJson(reasonData)) throw new ServiceException('InvalidFormatFault', 400, 'StateReasonData is not valid JSON')
  alarms.setState(name, { value, reason, reasonData })
  return {}
}

function enable(alarms: Alarms, input: Input, enabled: boolean): object {
  for (const name of textsOf(input['AlarmNames'])) alarms.enableActions(name, enabled)
  return {}
}

function watches(alarm: MetricAlarm, key: string, { Statistic, ExtendedStatistic, Period, Unit }: Input): boolean {
  return readQueries(alarm.queries).some(({ of }) => 'stat' in of && metricKey(of.metric) === key && [undefined, of.stat].includes(textOf(Statistic ?? ExtendedStatistic))
    && [undefined, of.periodMs / 1000].includes(numberOf(Period)) && [undefined, of.unit].includes(textOf(Unit)))
}

function describedMetricAlarm(alarm: MetricAlarm, state: AlarmState): object {
  const { single, queries, periodSec, evaluationPeriods, datapointsToAlarm, comparison, threshold, treatMissingData, treatmentNamed } = alarm
  return {
    ...described(alarm, state), ...(single ?? { Metrics: queries }), ...(single === undefined ? {} : { Period: periodSec }),
    EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapointsToAlarm, Threshold: threshold, ComparisonOperator: comparison, TreatMissingData: treatmentNamed ? treatMissingData : undefined,
  }
}

function described({ name, arn, description, actionsEnabled, okActions, alarmActions, insufficientDataActions, configuredAtMs }: Alarm, { value, reason, reasonData, updatedAtMs }: AlarmState): object {
  return {
    AlarmName: name, AlarmArn: arn, AlarmDescription: description, AlarmConfigurationUpdatedTimestamp: new Date(configuredAtMs), ActionsEnabled: actionsEnabled,
    OKActions: okActions, AlarmActions: alarmActions, InsufficientDataActions: insufficientDataActions,
    StateValue: value, StateReason: reason, StateReasonData: reasonData, StateUpdatedTimestamp: new Date(updatedAtMs), StateTransitionedTimestamp: new Date(updatedAtMs),
  }
}

function page<T>(all: readonly T[], { NextToken, MaxRecords }: Input): { items: readonly T[]; NextToken: string | undefined } {
  const from = numberOf(NextToken ?? 0)
  if (from === undefined || from < 0) throw new ServiceException('InvalidNextToken', 400, 'The parameter NextToken is invalid.')
  const end = from + Math.max(1, Math.min(RECORDS_MAX, numberOf(MaxRecords) ?? RECORDS_MAX))
  return { items: all.slice(from, end), NextToken: end < all.length ? String(end) : undefined }
}

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
