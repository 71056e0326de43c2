import { AccountAuditConfiguration, AuditCheck, DayOfWeek, FleetIndex, Frequency, ScheduledAudit } from '@keg/cdk-constructs'
import { Stack, type StackProps } from 'aws-cdk-lib'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** What an {@link AccountStack} takes. */
export interface AccountStackProps extends StackProps {
  /** The ARN of an SNS topic that is told what audits find; default none. */
  readonly alarmTopicArn?: string | undefined
}

/** What a fleet of kegs can do something about. */
const CHECKS = [
  AuditCheck.CONFLICTING_CLIENT_IDS_CHECK, AuditCheck.DEVICE_CERTIFICATE_EXPIRING_CHECK, AuditCheck.DEVICE_CERTIFICATE_KEY_QUALITY_CHECK,
  AuditCheck.DEVICE_CERTIFICATE_SHARED_CHECK, AuditCheck.IOT_POLICY_OVERLY_PERMISSIVE_CHECK,
  AuditCheck.IOT_POLICY_POTENTIAL_MISCONFIGURATION_CHECK, AuditCheck.REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK,
]

/** What AWS IoT has one of in an account, so that stages of one account share it: its index, and its audits, once a week. */
export class AccountStack extends Stack {
  readonly index: FleetIndex

  constructor(scope: Construct, id: string, { alarmTopicArn, ...props }: AccountStackProps = {}) {
    super(scope, id, props)
    // Counts are of fields that are named here alone.
    this.index = new FleetIndex(this, 'Index', { violations: true, fields: { 'attributes.siteId': 'String' } })
    const targetTopic = alarmTopicArn === undefined ? {} : { targetTopic: Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn) }
    const accountAuditConfiguration = new AccountAuditConfiguration(this, 'Audit', targetTopic)
    new ScheduledAudit(this, 'Weekly', {
      scheduledAuditName: 'Keg-weekly', frequency: Frequency.WEEKLY, dayOfWeek: DayOfWeek.MONDAY, auditChecks: CHECKS, accountAuditConfiguration,
    })
  }
}
