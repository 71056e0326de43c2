import { readMetricAlarm } from '../alarms/read-alarm.ts'
import { alarmActions, putAlarm, removeAlarm, restoreAlarm } from './alarm-resource.ts'
import { flag, ignored, json, list, matching, number, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { cloudWatch } from '../name.ts'

const anomalies = refused('anomalies are not detected here')
const dimensions = list(object({ Name: required(text), Value: required(text) }))

const percentile = 'p(?:\\d{1,2}(?:\\.\\d{1,10})?|100)'
const simple = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'] as const

const query = object({
  Id: required(text),
  Label: text,
  Expression: text,
  Period: number,
  ReturnData: flag,
  AccountId: ignored('there is one account'),
  MetricStat: object({
    Metric: required(object({ Namespace: required(text), MetricName: required(text), Dimensions: dimensions })),
    Period: required(number),
    Stat: required(matching(new RegExp(`^(?:${simple.join('|')}|${percentile})$`), 'one of the five statistics or a percentile, as p99')),
    Unit: text,
  }),
})

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html */
export const cloudWatchAlarm = resource('AWS::CloudWatch::Alarm', {
  uses: { cloudWatch },
  properties: {
    AlarmName: text,
    AlarmDescription: text,
    ActionsEnabled: flag,
    OKActions: alarmActions,
    AlarmActions: alarmActions,
    InsufficientDataActions: alarmActions,
    Namespace: text,
    MetricName: text,
    Dimensions: dimensions,
    Statistic: oneOf(...simple),
    ExtendedStatistic: matching(new RegExp(`^${percentile}$`), 'a percentile, as p99'),
    Unit: text,
    Period: number,
    Metrics: list(query),
    EvaluationPeriods: number,
    DatapointsToAlarm: number,
    Threshold: number,
    ComparisonOperator: oneOf('GreaterThanOrEqualToThreshold', 'GreaterThanThreshold', 'LessThanThreshold', 'LessThanOrEqualToThreshold'),
    TreatMissingData: oneOf('breaching', 'notBreaching', 'ignore', 'missing'),
    EvaluateLowSampleCountPercentile: oneOf('evaluate'),
    ThresholdMetricId: anomalies,
    EvaluationCriteria: refused('queries in PromQL are not evaluated here'),
    EvaluationInterval: refused('queries in PromQL are not evaluated here'),
    EvaluationWindow: object({ SlidingWindow: json, WallClockWindow: refused('alarms are evaluated over sliding windows here') }),
    WarmUpConfiguration: refused('alarms are evaluated from the start on here'),
    ActionConfiguration: refused('nobody is told of tags here'),
    Tags: tags,
  },
  create: (properties, context) => putAlarm(properties, context, readMetricAlarm),
  update: (properties, { ref }, context) =>
    ((properties.AlarmName ?? context.physicalName(255)) === ref ? putAlarm(properties, context, readMetricAlarm) : replacement),
  remove: removeAlarm,
  status: ({ ref }, { services: { cloudWatch } }) => ({ state: cloudWatch.alarms.find(ref)?.state.value ?? '' }),
  restore: restoreAlarm,
})
