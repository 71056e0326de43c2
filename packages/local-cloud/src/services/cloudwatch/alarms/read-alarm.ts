import { flagOf, type Input, isRecord, numberOf, recordsOf, textOf, textsOf } from '@keg/aws-service'
import { readMetric, readPeriod, readQueries, readStatistic } from '../metric-data.ts'
import { invalid, invalidCombination, invalidValue, missing } from '../refusal.ts'
import { COMPARISONS, type Alarm, type Comparison, type CompositeAlarm, type MetricAlarm } from './alarm.ts'
import { compositeRule, CompositeRuleError } from './composite-rule.ts'
import type { Treatment } from './evaluation.ts'

/** What an alarm is read for. */
export interface Reading {
  readonly arn: (name: string) => string
  readonly nowMs: number
}

const NOT_EMULATED = [
  'ActionConfiguration', 'ActionsSuppressor', 'EvaluationCriteria', 'EvaluationInterval', 'ThresholdMetricId', 'WarmUpConfiguration',
]
const TREATMENTS: ReadonlySet<unknown> = new Set<Treatment>(['missing', 'ignore', 'breaching', 'notBreaching'])
/** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const ACTIONS_MAX = 5
const EVALUATED_DAYS_MAX = 7

/** Reads an alarm on a metric as calls and templates write it. Throws `ServiceException`. */
export function readMetricAlarm(input: Input, reading: Reading): MetricAlarm {
  const comparison = readComparison(input['ComparisonOperator'])
  const threshold = numberOf(input['Threshold'])
  const evaluationPeriods = numberOf(input['EvaluationPeriods'])
  if (evaluationPeriods === undefined) throw missing('EvaluationPeriods')
  if (threshold === undefined) throw missing('Threshold')
  const datapointsToAlarm = numberOf(input['DatapointsToAlarm']) ?? evaluationPeriods
  if (datapointsToAlarm < 1 || datapointsToAlarm > evaluationPeriods)
    throw invalid('DatapointsToAlarm must be between 1 and EvaluationPeriods.')
  const treatment = input['TreatMissingData']
  if (treatment !== undefined && !TREATMENTS.has(treatment))
    throw invalid(`The value ${String(treatment)} for parameter TreatMissingData is invalid.`)
  if (input['EvaluateLowSampleCountPercentile'] === 'ignore')
    throw invalidValue('EvaluateLowSampleCountPercentile "ignore" is not emulated: percentiles are evaluated whatever their samples.')
  const watched = input['Metrics'] === undefined || recordsOf(input['Metrics']).length === 0 ? readSingle(input) : readSeveral(input)
  if (watched.periodSec * evaluationPeriods > EVALUATED_DAYS_MAX * 86_400) throw invalid(`Metrics cannot be checked across more than ${EVALUATED_DAYS_MAX} days (EvaluationPeriods * Period must be <= ${EVALUATED_DAYS_MAX * 86_400}).`)
  // Gaps are in the nature of DynamoDB's metrics. alarms-and-missing-data.html
  const usual: Treatment = input['Namespace'] === 'AWS/DynamoDB' ? 'ignore' : 'missing'
  return {
    kind: 'metric', ...readCommon(input, reading), ...watched, evaluationPeriods, datapointsToAlarm, comparison, threshold,
    // It is one of the set.
    treatMissingData: (treatment as Treatment | undefined) ?? usual, treatmentNamed: treatment !== undefined,
  }
}

/** Reads an alarm on alarms. Throws `ServiceException`. */
export function readCompositeAlarm(input: Input, reading: Reading): CompositeAlarm {
  const rule = textOf(input['AlarmRule'])
  if (rule === undefined) throw missing('AlarmRule')
  try {
    compositeRule(rule)
  } catch (error) {
    if (error instanceof CompositeRuleError) throw invalid(error.message)
    throw error
  }
  return { kind: 'composite', ...readCommon(input, reading), rule }
}

function readSingle(input: Input): Pick<MetricAlarm, 'queries' | 'single' | 'periodSec'> {
  const { Statistic, ExtendedStatistic, Unit } = input
  if ((Statistic === undefined) === (ExtendedStatistic === undefined))
    throw invalidCombination('Exactly one of Statistic and ExtendedStatistic is required.')
  const periodSec = readPeriod(input['Period'])
  const { namespace: Namespace, name: MetricName, dimensions: Dimensions } = readMetric(input)
  const single = {
    Namespace, MetricName, Dimensions, Period: periodSec, Unit: textOf(Unit), Statistic: textOf(Statistic),
    ExtendedStatistic: textOf(ExtendedStatistic),
  }
  const Stat = readStatistic(Statistic ?? ExtendedStatistic)
  return { single, periodSec, queries: [{
    Id: 'm1', ReturnData: true, MetricStat: { Metric: { Namespace, MetricName, Dimensions }, Period: periodSec, Stat, Unit: single.Unit },
  }] }
}

function readSeveral(input: Input): Pick<MetricAlarm, 'queries' | 'periodSec'> {
  if (input['MetricName'] !== undefined) throw invalidCombination('Metrics and MetricName are mutually exclusive.')
  const queries = recordsOf(input['Metrics']).map(written)
  const read = readQueries(queries)
  if (read.filter(({ returnData }) => returnData).length !== 1) throw invalid('Exactly one element of the metrics list should return data.')
  const periods = read.flatMap(({ of }) => of.periodMs ?? [])
  if (periods.length === 0) throw invalid('A Period is required where there is no MetricStat.')
  return { queries, periodSec: Math.max(...periods) / 1000 }
}

/** A query with numbers and flags for what forms and templates may have as text. */
function written({ Id, Label, Expression, MetricStat, Period, ReturnData }: Input): Input {
  const stat = isRecord(MetricStat) ? { ...MetricStat, Period: numberOf(MetricStat['Period']) } : undefined
  return { Id, Label, Expression, MetricStat: stat, Period: numberOf(Period), ReturnData: flagOf(ReturnData) ?? true }
}

function readCommon(input: Input, { arn, nowMs }: Reading) {
  const other = NOT_EMULATED.find((member) => input[member] !== undefined)
  if (other !== undefined) throw invalidValue(`${other} is not emulated.`)
  if (isRecord(input['EvaluationWindow']) && input['EvaluationWindow']['WallClockWindow'] !== undefined)
    throw invalidValue('Wall clock windows are not emulated.')
  const name = textOf(input['AlarmName'])
  if (name === undefined || name === '' || name.length > 255) throw missing('AlarmName')
  return {
    name, arn: arn(name), description: textOf(input['AlarmDescription']), actionsEnabled: flagOf(input['ActionsEnabled']) ?? true,
    configuredAtMs: nowMs, okActions: readActions(input['OKActions']), alarmActions: readActions(input['AlarmActions']),
    insufficientDataActions: readActions(input['InsufficientDataActions']),
  } satisfies Partial<Alarm>
}

function readActions(value: unknown): string[] {
  const actions = textsOf(value)
  if (actions.length > ACTIONS_MAX) throw invalid(`At most ${ACTIONS_MAX} actions are taken.`)
  const other = actions.find((action) => !/^arn:aws:(?:sns|lambda):/.test(action))
  if (other !== undefined) throw invalidValue(`The action ${other} is not emulated: topics and functions are.`)
  return actions
}

function readComparison(value: unknown): Comparison {
  const name = textOf(value)
  if (name === undefined) throw missing('ComparisonOperator')
  if (!Object.hasOwn(COMPARISONS, name)) throw invalidValue(`The comparison ${name} is not emulated: anomaly detection is not.`)
  // It is a key.
  return name as Comparison
}
