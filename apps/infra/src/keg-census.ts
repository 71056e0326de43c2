import { DynamicThingGroup, FleetMetric, type AlarmProps, type FleetIndex, type IThingGroup } from '@keg/cdk-constructs'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Construct } from 'constructs'

/** Which kegs are counted. */
export interface KegCensusProps extends Pick<AlarmProps, 'alarmTopic'> {
  readonly index: FleetIndex
  /** The group of all kegs. */
  readonly kegs: string
  readonly quarantine: IThingGroup & Construct
  /** What groups and metrics begin with. */
  readonly name: string
}

/** Counts kegs: those that are connected, which are a group, too, and those in quarantine, where one is an alarm. */
export class KegCensus extends Construct {
  readonly connected: DynamicThingGroup
  readonly quarantined: FleetMetric
  readonly alarm: Alarm

  constructor(scope: Construct, id: string, { index, kegs, quarantine, name, alarmTopic }: KegCensusProps) {
    super(scope, id)
    const query = `thingGroupNames:"${kegs}" AND connectivity.connected:true`
    this.connected = new DynamicThingGroup(this, 'Connected', {
      index, query, thingGroupName: `${name}-connected`, description: 'Kegs that are connected',
    })
    new FleetMetric(this, 'ConnectedCount', { index, query, metricName: `${name}-connected`, unit: 'Count' })
    this.quarantined = new FleetMetric(this, 'QuarantinedCount', {
      index, query: `thingGroupNames:"${quarantine.thingGroupName}"`, metricName: `${name}-quarantined`, unit: 'Count',
    })
    this.alarm = new Alarm(this, 'QuarantinedAlarm', {
      alarmDescription: 'A keg is in quarantine', metric: this.quarantined.metric({ statistic: 'Maximum' }), threshold: 0,
      evaluationPeriods: 1, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD, treatMissingData: TreatMissingData.NOT_BREACHING,
    })
    if (alarmTopic !== undefined) this.alarm.addAlarmAction(new SnsAction(alarmTopic))
  }
}
