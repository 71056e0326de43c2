import { ArnFormat, Resource, Stack, Token, type IResource } from 'aws-cdk-lib'
import { CfnScheduledAudit } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'
import { AccountAuditConfiguration, type IAccountAuditConfiguration } from './account-audit-configuration.ts'
import type { AuditCheck } from './audit-check.ts'

/** An audit that is done again and again, made here or elsewhere. */
export interface IScheduledAudit extends IResource {
  readonly scheduledAuditName: string
  readonly scheduledAuditArn: string
}

/**
 * How often a {@link ScheduledAudit} runs.
 *
 * @example const mondays = { frequency: Frequency.WEEKLY, dayOfWeek: DayOfWeek.MONDAY }
 */
export const Frequency = { DAILY: 'DAILY', WEEKLY: 'WEEKLY', BI_WEEKLY: 'BIWEEKLY', MONTHLY: 'MONTHLY' } as const
export type Frequency = (typeof Frequency)[keyof typeof Frequency]

/**
 * A day of the week, for weekly audits.
 *
 * @example const mondays = { frequency: Frequency.WEEKLY, dayOfWeek: DayOfWeek.MONDAY }
 */
export const DayOfWeek = {
  SUNDAY: 'SUN', MONDAY: 'MON', TUESDAY: 'TUE', WEDNESDAY: 'WED', THURSDAY: 'THU', FRIDAY: 'FRI', SATURDAY: 'SAT',
  UNSET_VALUE: 'UNSET_VALUE',
} as const
export type DayOfWeek = (typeof DayOfWeek)[keyof typeof DayOfWeek]

/**
 * A day of a month, for monthly audits.
 *
 * @example const first = { frequency: Frequency.MONTHLY, dayOfMonth: DayOfMonth.of(1) }  // or DayOfMonth.LAST_DAY
 */
export class DayOfMonth {
  static readonly LAST_DAY = new DayOfMonth('LAST')
  readonly day: string

  /** 1 to 31; in a shorter month it is the last one. */
  static of(day: number): DayOfMonth {
    return new DayOfMonth(String(day))
  }

  private constructor(day: string) {
    this.day = day
  }
}

export interface ScheduledAuditProps {
  /** Those have to be on in the account's configuration. */
  readonly auditChecks: readonly AuditCheck[]
  readonly accountAuditConfiguration: IAccountAuditConfiguration
  readonly frequency: Frequency
  /** Needed for WEEKLY and BI_WEEKLY. @default - none */
  readonly dayOfWeek?: DayOfWeek
  /** Needed for MONTHLY. @default - none */
  readonly dayOfMonth?: DayOfMonth
  /** @default - a name that CloudFormation makes */
  readonly scheduledAuditName?: string
}

/** What says the day, for each frequency. */
const DAY = { DAILY: undefined, WEEKLY: 'dayOfWeek', BIWEEKLY: 'dayOfWeek', MONTHLY: 'dayOfMonth' } as const
const DAY_OF_MONTH = /^([1-9]|[12]\d|3[01]|LAST)$/

/**
 * Has AWS IoT Device Defender look for what is wrong in the account, again and again.
 *
 * @example
 * new ScheduledAudit(this, 'Daily', {
 *   frequency: Frequency.DAILY, auditChecks: [AuditCheck.LOGGING_DISABLED_CHECK], accountAuditConfiguration: audit,
 * })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/device-defender-audit.html
 */
export class ScheduledAudit extends Resource implements IScheduledAudit {
  readonly scheduledAuditName: string
  readonly scheduledAuditArn: string

  /** A scheduled audit that is there. */
  static fromScheduledAuditArn(scope: Construct, id: string, scheduledAuditArn: string): IScheduledAudit {
    const { resourceName } = Stack.of(scope).splitArn(scheduledAuditArn, ArnFormat.SLASH_RESOURCE_NAME)
    if (resourceName === undefined)
      throw new Error(`${scheduledAuditArn} is not the ARN of a scheduled audit: arn:aws:iot:REGION:ACCOUNT:scheduledaudit/NAME`)
    return ScheduledAudit.fromScheduledAuditAttributes(scope, id, { scheduledAuditArn, scheduledAuditName: resourceName })
  }

  /** A scheduled audit that is there. */
  static fromScheduledAuditAttributes(scope: Construct, id: string, attributes: ScheduledAuditAttributes): IScheduledAudit {
    return new ImportedScheduledAudit(scope, id, attributes)
  }

  constructor(scope: Construct, id: string, props: ScheduledAuditProps) {
    super(scope, id)
    this.#check(props)
    const { auditChecks, accountAuditConfiguration, frequency, dayOfWeek, dayOfMonth, scheduledAuditName } = props
    const audit = new CfnScheduledAudit(this, 'ScheduledAudit', present({
      scheduledAuditName, targetCheckNames: [...auditChecks], frequency, dayOfWeek, dayOfMonth: dayOfMonth?.day,
    }))
    // AWS takes no audit with a check that is off.
    audit.node.addDependency(accountAuditConfiguration)
    this.scheduledAuditName = audit.ref
    this.scheduledAuditArn = audit.attrScheduledAuditArn
  }

  #check({ auditChecks, accountAuditConfiguration, frequency, scheduledAuditName, dayOfMonth, ...days }: ScheduledAuditProps): void {
    const refusals = new Refusals(this)
    refusals.text('scheduledAuditName', scheduledAuditName, TEXT.auditName)
    if (auditChecks.length === 0) refusals.refuse('auditChecks', 'there is none; take one of AuditCheck')
    for (const check of auditChecks) {
      if (AccountAuditConfiguration.isOff(accountAuditConfiguration, check))
        refusals.refuse('auditChecks', `${check} is off in accountAuditConfiguration; leave it out, or turn it on there`)
    }
    const { dayOfWeek } = days
    const given = { dayOfMonth, dayOfWeek: dayOfWeek === DayOfWeek.UNSET_VALUE ? undefined : dayOfWeek }
    for (const property of ['dayOfWeek', 'dayOfMonth'] as const) {
      const needed = DAY[frequency] === property
      if (needed && given[property] === undefined) refusals.refuse(property, `a ${frequency} audit needs it`)
      if (!needed && given[property] !== undefined) refusals.refuse(property, `a ${frequency} audit has none; leave it out`)
    }
    if (dayOfMonth !== undefined && !Token.isUnresolved(dayOfMonth.day) && !DAY_OF_MONTH.test(dayOfMonth.day)) {
      refusals.refuse('dayOfMonth', `${dayOfMonth.day} is no day of a month; take 1 to 31, or DayOfMonth.LAST_DAY`)
    }
  }
}

/** What {@link ScheduledAudit.fromScheduledAuditAttributes} takes. */
export interface ScheduledAuditAttributes {
  readonly scheduledAuditName: string
  readonly scheduledAuditArn: string
}

class ImportedScheduledAudit extends Resource implements IScheduledAudit {
  readonly scheduledAuditName: string
  readonly scheduledAuditArn: string

  constructor(scope: Construct, id: string, { scheduledAuditName, scheduledAuditArn }: ScheduledAuditAttributes) {
    super(scope, id)
    this.scheduledAuditName = scheduledAuditName
    this.scheduledAuditArn = scheduledAuditArn
  }
}
