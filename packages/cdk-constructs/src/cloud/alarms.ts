import type { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** Who is told, and when. */
export interface AlarmProps {
  /**
   * Told when an alarm begins, and when it ends.
   *
   * @default - nobody: the alarms are seen in CloudWatch
   */
  readonly alarmTopic?: ITopic
  /**
   * How long the oldest record of an event source may wait.
   *
   * @default Duration.minutes(15)
   */
  readonly oldestRecord?: Duration
}

interface Above {
  readonly metric: IMetric
  readonly threshold: number
  readonly says: string
  readonly topic: ITopic | undefined
}

/** An alarm that begins once a metric is above a limit, and ends once it is not, or says nothing. */
export function alarmAbove(scope: Construct, id: string, { metric, threshold, says, topic }: Above): Alarm {
  const rule = {
    metric, threshold, evaluationPeriods: 1, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }
  const alarm = new Alarm(scope, id, { ...rule, alarmDescription: says })
  if (topic !== undefined) {
    alarm.addAlarmAction(new SnsAction(topic))
    alarm.addOkAction(new SnsAction(topic))
  }
  return alarm
}
