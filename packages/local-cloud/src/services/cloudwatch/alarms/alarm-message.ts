import { type Input, isRecord, recordsOf } from '@keg/aws-service'
import type { Alarm, AlarmState, MetricAlarm, Transition } from './alarm.ts'
import { awsTime } from './outcome.ts'

/** Where an alarm is. */
export interface AlarmPlace {
  readonly region: string
  readonly accountId: string
}

const regionNames: Readonly<Record<string, string>> = {
  'us-east-1': 'US East (N. Virginia)', 'us-east-2': 'US East (Ohio)', 'us-west-1': 'US West (N. California)',
  'us-west-2': 'US West (Oregon)', 'eu-central-1': 'EU (Frankfurt)', 'eu-west-1': 'EU (Ireland)', 'eu-west-2': 'EU (London)',
  'eu-west-3': 'EU (Paris)', 'eu-north-1': 'EU (Stockholm)', 'ap-northeast-1': 'Asia Pacific (Tokyo)',
  'ap-northeast-2': 'Asia Pacific (Seoul)', 'ap-southeast-1': 'Asia Pacific (Singapore)', 'ap-southeast-2': 'Asia Pacific (Sydney)',
}

/**
 * What a topic is told: subject and JSON.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export function topicMessage(alarm: Alarm, { from, to }: Transition, { region, accountId }: AlarmPlace): { subject: string; text: string } {
  const place = regionNames[region] ?? region
  const trigger = alarm.kind === 'metric'
    ? { Trigger: triggerOf(alarm) }
    : { AlarmRule: alarm.rule, TriggeringChildren: triggeringChildren(to) }
  const message = {
    AlarmName: alarm.name, AlarmDescription: alarm.description ?? null, AWSAccountId: accountId,
    AlarmConfigurationUpdatedTimestamp: awsTime(alarm.configuredAtMs), NewStateValue: to.value, NewStateReason: to.reason,
    StateChangeTime: awsTime(to.updatedAtMs), Region: place, AlarmArn: alarm.arn, OldStateValue: from.value, OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions, InsufficientDataActions: alarm.insufficientDataActions, ...trigger,
  }
  // SNS takes subjects of up to 100 characters.
  return { subject: `${to.value}: "${alarm.name}" in ${place}`.slice(0, 100), text: JSON.stringify(message) }
}

/** What a function is told. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html */
export function functionEvent(alarm: Alarm, transition: Transition, { region, accountId }: AlarmPlace): object {
  return {
    source: 'aws.cloudwatch', alarmArn: alarm.arn, accountId, time: awsTime(transition.to.updatedAtMs), region,
    alarmData: changeOf(alarm, transition),
  }
}

/** What the event bus is told. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
export function changeOf(alarm: Alarm, { from, to }: Transition): object {
  const state = ({ value, reason, reasonData, updatedAtMs }: AlarmState) => ({
    value, reason, ...(reasonData === undefined ? {} : { reasonData }), timestamp: awsTime(updatedAtMs),
  })
  const described = alarm.description === undefined ? {} : { description: alarm.description }
  const configuration = alarm.kind === 'composite'
    ? { ...described, alarmRule: alarm.rule }
    : { ...described, metrics: alarm.queries.map(eventQuery) }
  return { alarmName: alarm.name, state: state(to), previousState: state(from), configuration }
}

function triggerOf(alarm: MetricAlarm): object {
  const { single, periodSec, evaluationPeriods, datapointsToAlarm, comparison, threshold, treatMissingData, treatmentNamed } = alarm
  const rules = {
    Period: periodSec, EvaluationPeriods: evaluationPeriods, DatapointsToAlarm: datapointsToAlarm, ComparisonOperator: comparison,
    Threshold: threshold, TreatMissingData: treatmentNamed ? treatMissingData : '', EvaluateLowSampleCountPercentile: '',
  }
  if (single === undefined) return { ...rules, Metrics: alarm.queries.map(topicQuery) }
  const { Statistic, ExtendedStatistic } = single
  const statistic = Statistic === undefined
    ? { StatisticType: 'ExtendedStatistic', ExtendedStatistic }
    : { StatisticType: 'Statistic', Statistic: topicStatistics[String(Statistic)] ?? Statistic }
  return {
    MetricName: single['MetricName'], Namespace: single['Namespace'], ...statistic, Unit: single['Unit'] ?? null,
    Dimensions: topicDimensions(single['Dimensions']), ...rules,
  }
}

const topicStatistics: Readonly<Record<string, string>> = {
  SampleCount: 'SAMPLE_COUNT', Average: 'AVERAGE', Sum: 'SUM', Minimum: 'MINIMUM', Maximum: 'MAXIMUM',
}

function topicDimensions(dimensions: unknown): object[] {
  return recordsOf(dimensions).map(({ Name, Value }) => ({ value: Value, name: Name }))
}

function topicQuery(query: Input): object {
  const { MetricStat } = query
  if (!isRecord(MetricStat) || !isRecord(MetricStat['Metric'])) return query
  return {
    ...query,
    MetricStat: { ...MetricStat, Metric: { ...MetricStat['Metric'], Dimensions: topicDimensions(MetricStat['Metric']['Dimensions']) } },
  }
}

function eventQuery({ Id: id, Expression: expression, Label: label, MetricStat, ReturnData: returnData = true }: Input): object {
  const named = { id, ...(label === undefined ? {} : { label }), returnData }
  if (!isRecord(MetricStat)) return { ...named, expression }
  const { Metric, Period: period, Stat: stat, Unit: unit } = MetricStat
  const { Namespace: namespace, MetricName: name, Dimensions } = isRecord(Metric) ? Metric : {}
  const dimensions = Object.fromEntries(recordsOf(Dimensions).map(({ Name, Value }) => [String(Name), Value]))
  return { ...named, metricStat: { metric: { namespace, name, dimensions }, period, stat, ...(unit === undefined ? {} : { unit }) } }
}

function triggeringChildren({ reasonData }: AlarmState): object[] {
  const data: unknown = JSON.parse(reasonData ?? '{}')
  return recordsOf(isRecord(data) ? data['triggeringAlarms'] : []).map(({ arn: Arn, state }) => {
    const { value: Value, timestamp: Timestamp } = isRecord(state) ? state : {}
    return { Arn, State: { Value, Timestamp } }
  })
}
