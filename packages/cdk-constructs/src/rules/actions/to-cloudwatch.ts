import { AlarmState, Unit, type IAlarm } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { isLiteral, isTemplate } from '../substitution.ts'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'
import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'

/** All may hold `${…}`. */
export interface ToMetricProps extends ActionProps {
  readonly metricName: string
  readonly metricNamespace: string
  /** A number. */
  readonly metricValue: string
  /** As CloudWatch names it: `Count`, `Milliseconds`, `None`. */
  readonly metricUnit: string
  /** Seconds since 1970. @default - when the rule ran */
  readonly metricTimestamp?: string
}

/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
const UNITS: ReadonlySet<string> = new Set(Object.values(Unit))

/**
 * Adds a value to a CloudWatch metric. Values may hold `${…}`.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toMetric({ metricName: 'Celsius', metricNamespace: 'Bar', metricValue: '${celsius}', metricUnit: 'None' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-metrics-rule-action.html
 */
export const toMetric = ({ role: own, ...metric }: ToMetricProps): RuleAction =>
  ruleAction('cloudwatchMetric', own === undefined ? {} : { role: own }, ({ role, template, refuse }) => {
    const { metricNamespace, metricUnit } = metric
    // CloudWatch has no resources; a namespace that is known is as narrow as it gets.
    const conditions = isTemplate(metricNamespace) ? {} : { conditions: { StringEquals: { 'cloudwatch:namespace': metricNamespace } } }
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['cloudwatch:PutMetricData'], resources: ['*'], ...conditions }))
    acknowledgeWildcard(role, '*', 'CloudWatch has no resources for metrics; where the namespace is known, a condition narrows it')
    if (isLiteral(metricUnit) && !UNITS.has(metricUnit)) {
      refuse(
        'cloudwatchMetric.metricUnit', `${JSON.stringify(metricUnit)} is no unit of CloudWatch; None is for what has no unit of its own`,
      )
    }
    for (const [name, text] of Object.entries(metric))
      template(`cloudwatchMetric.${name}`, text, { number: name === 'metricValue' || name === 'metricTimestamp' })
    return { cloudwatchMetric: { ...metric, roleArn: role.roleArn } }
  })

export interface ToAlarmStateProps extends ActionProps {
  readonly state: AlarmState
  /** May hold `${…}`. @default - names the rule's action */
  readonly reason?: string
}

const STATES = { [AlarmState.OK]: 'OK', [AlarmState.ALARM]: 'ALARM', [AlarmState.INSUFFICIENT_DATA]: 'INSUFFICIENT_DATA' }

/**
 * Sets the state of a CloudWatch alarm.
 *
 * @example
 * new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toAlarmState(alarm, { state: AlarmState.ALARM })] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-alarms-rule-action.html
 */
export const toAlarmState = (alarm: IAlarm, { state, reason = 'Set by a rule of AWS IoT', ...props }: ToAlarmStateProps): RuleAction =>
  ruleAction('cloudwatchAlarm', props, ({ role, template }) => {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['cloudwatch:SetAlarmState'], resources: [alarm.alarmArn] }))
    return { cloudwatchAlarm: {
      alarmName: alarm.alarmName, stateReason: template('cloudwatchAlarm.stateReason', reason), stateValue: STATES[state],
      roleArn: role.roleArn,
    } }
  })

export interface ToLogsProps extends ActionProps {
  /**
   * The output is an array of `{ timestamp, message }`, and each is an event of its own.
   *
   * @default false
   */
  readonly batchMode?: boolean
}

/**
 * Writes the message to a log group.
 *
 * @example new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toLogs(logGroup)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/cloudwatch-logs-rule-action.html
 */
export const toLogs = (logGroup: ILogGroup, { batchMode = false, ...props }: ToLogsProps = {}): RuleAction =>
  ruleAction('cloudwatchLogs', props, ({ role }) => {
    logGroup.grant(role, 'logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents')
    return { cloudwatchLogs: { logGroupName: logGroup.logGroupName, batchMode, roleArn: role.roleArn } }
  })
