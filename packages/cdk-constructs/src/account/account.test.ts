import { Duration, type Stack } from 'aws-cdk-lib'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  AccountAuditConfiguration, AuditCheck, DayOfMonth, DayOfWeek, Frequency, IotLogging, LogLevel, ScheduledAudit, type ScheduledAuditProps,
} from '../index.ts'
import { synthesize, type Synthesized } from '../testing/synthesize.ts'

const everyCheck = Object.values(AuditCheck)

describe('what an account has one of', () => {
  let template: Template
  let findings: Synthesized['findings']
  beforeAll(() => {
    ({ template, findings } = synthesize((stack) => {
      new IotLogging(stack, 'Logging', {
        logLevel: LogLevel.WARN,
        targets: [
          { type: 'THING_GROUP', name: 'bars', logLevel: LogLevel.DEBUG }, { type: 'CLIENT_ID', name: 'keg-1', logLevel: LogLevel.INFO },
        ],
        events: [{ eventType: 'Publish-In', logLevel: LogLevel.DISABLED }, { eventType: 'Connect', logDestination: 'connects' }],
      })
      const audit = new AccountAuditConfiguration(stack, 'Audit', {
        targetTopic: new Topic(stack, 'Findings'),
        checkConfiguration: { loggingDisabledCheck: false, deviceCertificateAgeCheckDuration: Duration.days(90) },
      })
      new AccountAuditConfiguration(stack, 'All')
      const auditChecks = [AuditCheck.CONFLICTING_CLIENT_IDS_CHECK]
      const common = { auditChecks, accountAuditConfiguration: audit }
      new ScheduledAudit(stack, 'Daily', { ...common, frequency: Frequency.DAILY, scheduledAuditName: 'daily' })
      new ScheduledAudit(stack, 'Weekly', {
        ...common, frequency: Frequency.BI_WEEKLY, dayOfWeek: DayOfWeek.SUNDAY, scheduledAuditName: 'weekly',
      })
      new ScheduledAudit(stack, 'Monthly', {
        ...common, frequency: Frequency.MONTHLY, dayOfMonth: DayOfMonth.LAST_DAY,
        accountAuditConfiguration: AccountAuditConfiguration.fromAccountId(stack, 'There', '123456789012'), auditChecks: everyCheck,
      })
    }))
  })

  it.each<[string, string, object]>([
    ['log settings', 'AWS::IoT::Logging', {
      AccountId: { Ref: 'AWS::AccountId' }, DefaultLogLevel: 'WARN',
      EventConfigurations: [{ EventType: 'Publish-In', LogLevel: 'DISABLED' }, { EventType: 'Connect', LogDestination: 'connects' }],
    }],
    ['a level of a group', 'AWS::IoT::ResourceSpecificLogging', { TargetType: 'THING_GROUP', TargetName: 'bars', LogLevel: 'DEBUG' }],
    ['a level of a client', 'AWS::IoT::ResourceSpecificLogging', { TargetType: 'CLIENT_ID', TargetName: 'keg-1', LogLevel: 'INFO' }],
    ['the right to write to the log groups', 'AWS::IAM::Policy', { PolicyDocument: { Statement: [Match.objectLike({
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:PutMetricFilter', 'logs:PutRetentionPolicy'],
      Resource: [
        { 'Fn::Join': ['', Match.arrayWith([':log-group:AWSIotLogsV2:*'])] },
        { 'Fn::Join': ['', Match.arrayWith([':log-group:connects:*'])] },
      ],
    })] } }],
    ['audit settings', 'AWS::IoT::AccountAuditConfiguration', {
      AuditCheckConfigurations: {
        LoggingDisabledCheck: Match.absent(),
        ConflictingClientIdsCheck: { Enabled: true },
        DeviceCertificateAgeCheck: { Enabled: true, Configuration: { CertAgeThresholdInDays: '90' } },
      },
      AuditNotificationTargetConfigurations: { Sns: {
        Enabled: true, TargetArn: { Ref: Match.stringLikeRegexp('Findings') },
        RoleArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('NotificationRole'), 'Arn'] },
      } },
    }],
    ['a daily audit', 'AWS::IoT::ScheduledAudit', {
      ScheduledAuditName: 'daily', Frequency: 'DAILY', TargetCheckNames: ['CONFLICTING_CLIENT_IDS_CHECK'], DayOfWeek: Match.absent(),
      DayOfMonth: Match.absent(),
    }],
    ['a biweekly audit', 'AWS::IoT::ScheduledAudit', { ScheduledAuditName: 'weekly', Frequency: 'BIWEEKLY', DayOfWeek: 'SUN' }],
    ['a monthly audit of all checks', 'AWS::IoT::ScheduledAudit', {
      Frequency: 'MONTHLY', DayOfMonth: 'LAST', TargetCheckNames: everyCheck,
    }],
  ])('%s', (_what, type, properties) => {
    template.hasResourceProperties(type, properties)
  })
  it('cdk-nag finds nothing in it', () => expect(findings().filter((finding) => !finding.includes('/Findings/'))).toEqual([]))

  it('levels of devices come after logging is on, and audits after their configuration', () => {
    const after = (type: string) => Object.values(template.findResources(type)).map(({ DependsOn }) => DependsOn)
    expect(after('AWS::IoT::ResourceSpecificLogging')).toEqual([[expect.stringMatching(/^Logging/)], [expect.stringMatching(/^Logging/)]])
    expect(after('AWS::IoT::ScheduledAudit')[0]).toEqual(expect.arrayContaining([expect.stringMatching(/^AuditConfiguration/)]))
  })
  it('all checks are on unless they are turned off', () => {
    const [all] = Object.values(template.findResources('AWS::IoT::AccountAuditConfiguration', {
      Properties: { AuditNotificationTargetConfigurations: Match.absent() },
    }))
    const configurations: object = all?.['Properties'].AuditCheckConfigurations
    expect(Object.keys(configurations)).toHaveLength(everyCheck.length)
    expect(configurations).toMatchObject({ DeviceCertificateAgeCheck: { Configuration: { CertAgeThresholdInDays: '365' } } })
  })
})

const REFUSED: readonly (readonly [string, (stack: Stack, id: string) => void, RegExp])[] = [
  ['a target twice', (stack, id) => void new IotLogging(stack, id, {
    targets: [1, 2].map(() => ({ type: 'CLIENT_ID', name: 'a', logLevel: LogLevel.INFO } as const)),
  }), /targets\[1\]: CLIENT_ID a has a level by targets\[0\]/],
  ['a target with a slash', (stack, id) => void new IotLogging(stack, id, {
    targets: [{ type: 'CLIENT_ID', name: 'a/b', logLevel: LogLevel.INFO }],
  }), /targets\[0\]\.name: "a\/b"/],
  ['an age that is too short', (stack, id) => void new AccountAuditConfiguration(stack, id, {
    checkConfiguration: { deviceCertificateAgeCheckDuration: Duration.days(29) },
  }), /deviceCertificateAgeCheckDuration: 29 days .*30 to 3652 days/],
  ['an age that is no whole number', (stack, id) => void new AccountAuditConfiguration(stack, id, {
    checkConfiguration: { deviceCertificateAgeCheckDuration: Duration.hours(36 * 24 + 1) },
  }), /deviceCertificateAgeCheckDuration: 36\.04\d* days .*a whole number/],
  ['an age of a check that is off', (stack, id) => void new AccountAuditConfiguration(stack, id, {
    checkConfiguration: { deviceCertificateAgeCheck: false, deviceCertificateAgeCheckDuration: Duration.days(90) },
  }), /deviceCertificateAgeCheckDuration: the check is off/],
  ...([
    ['a weekly audit without a day', { frequency: Frequency.WEEKLY }, /dayOfWeek: a WEEKLY audit needs it/],
    ['a weekly audit whose day is unset', {
      frequency: Frequency.WEEKLY, dayOfWeek: DayOfWeek.UNSET_VALUE,
    }, /dayOfWeek: a WEEKLY audit needs it/],
    ['a daily audit with a day', { frequency: Frequency.DAILY, dayOfWeek: DayOfWeek.MONDAY }, /dayOfWeek: a DAILY audit has none/],
    ['a monthly audit without a day', { frequency: Frequency.MONTHLY }, /dayOfMonth: a MONTHLY audit needs it/],
    ['a weekly audit with a day of the month', {
      frequency: Frequency.WEEKLY, dayOfWeek: DayOfWeek.MONDAY, dayOfMonth: DayOfMonth.of(1),
    }, /dayOfMonth: a WEEKLY audit has none/],
    ['a day that no month has', { frequency: Frequency.MONTHLY, dayOfMonth: DayOfMonth.of(32) }, /dayOfMonth: 32 is no day/],
    ['an audit of nothing', { frequency: Frequency.DAILY, auditChecks: [] }, /auditChecks: there is none/],
    ['an audit of what is off', {
      frequency: Frequency.DAILY, auditChecks: [AuditCheck.LOGGING_DISABLED_CHECK],
    }, /auditChecks: LOGGING_DISABLED_CHECK is off in accountAuditConfiguration/],
    ['an audit whose name has a dot', { frequency: Frequency.DAILY, scheduledAuditName: 'a.b' }, /scheduledAuditName: "a\.b"/],
  ] satisfies [string, Partial<ScheduledAuditProps> & { frequency: Frequency }, RegExp][]).map(([what, props, message]) =>
    [what, (stack: Stack, id: string) => {
      const accountAuditConfiguration = new AccountAuditConfiguration(stack, `${id}Audit`, {
        checkConfiguration: { loggingDisabledCheck: false },
      })
      new ScheduledAudit(stack, id, { auditChecks: [AuditCheck.CONFLICTING_CLIENT_IDS_CHECK], accountAuditConfiguration, ...props })
    }, message] as const),
]

describe('what AWS IoT would refuse is refused at synthesis, all at once', () => {
  let told: readonly string[] = []
  beforeAll(() => {
    try {
      synthesize((stack) => REFUSED.forEach(([, make], index) => void make(stack, `Bad${index}`)))
    } catch (error) {
      told = String(error).split('\n')
    }
  })
  it.each(REFUSED.map(([what, , message], index) => [what, index, message] as const))('%s', (_what, index, message) => {
    expect(told.filter((line) => line.includes(`[Stack/Bad${index}]`))).toEqual([expect.stringMatching(message)])
  })
})
