import type { Alarm, AlarmState, MetricAlarm } from '../alarms/alarm.ts'
import type { MetricAlarm as DescribedAlarm } from '../model.generated.ts'

/** An alarm on metrics, as the API describes it. */
export function describedMetricAlarm(alarm: MetricAlarm, state: AlarmState): DescribedAlarm {
  const {
    single, queries, periodSec, evaluationPeriods, datapointsToAlarm, comparison, threshold, treatMissingData, treatmentNamed,
  } = alarm
  return {
    ...describedAlarm(alarm, state),
    // What was put is described as it was put, by AWS's names.
    ...(single === undefined ? { Metrics: queries } : { ...single, Period: periodSec }) as DescribedAlarm,
    EvaluationPeriods: evaluationPeriods,
    DatapointsToAlarm: datapointsToAlarm,
    Threshold: threshold,
    ComparisonOperator: comparison,
    TreatMissingData: treatmentNamed ? treatMissingData : undefined,
  }
}

/** What every alarm is described with. */
export function describedAlarm(alarm: Alarm, { value, reason, reasonData, updatedAtMs }: AlarmState) {
  return {
    AlarmName: alarm.name,
    AlarmArn: alarm.arn,
    AlarmDescription: alarm.description,
    AlarmConfigurationUpdatedTimestamp: new Date(alarm.configuredAtMs),
    ActionsEnabled: alarm.actionsEnabled,
    OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: alarm.insufficientDataActions,
    StateValue: value,
    StateReason: reason,
    StateReasonData: reasonData,
    StateUpdatedTimestamp: new Date(updatedAtMs),
    StateTransitionedTimestamp: new Date(updatedAtMs),
  }
}
