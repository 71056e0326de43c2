/** What something of an alpha module is in this package. */
export interface FromAlpha {
  /** `iot.` is `@aws-cdk/aws-iot-alpha`, `actions.` is `@aws-cdk/aws-iot-actions-alpha`. */
  readonly from: string
  /**
   * Names that `index.ts` exports, with a member: `ToQueueProps.useBase64`; `typeof` before a value's own: a static, a constant. None:
   * there is no such thing, and `note` says why.
   */
  readonly to?: readonly string[]
  /** What the first of `to` is set to. */
  readonly value?: string
  readonly note?: string
  /** Of a later version than the one that is compared. */
  readonly later?: true
  /** Of the settings that an account has one of. */
  readonly account?: true
}

const INJECTION = 'property injection of aws-cdk-lib is for its own constructs; set the props where the construct is made'

/** Members of one thing that are members of another here: of the same name, or as `renamed` says. */
const members = (from: string, to: string, names: readonly string[], rest: Partial<FromAlpha> = {}): readonly FromAlpha[] =>
  names.map((name) => ({ from: `${from}.${name}`, to: [`${to}.${name}`], ...rest }))
const account = { account: true } as const
const values = (from: string, to: string, pairs: Readonly<Record<string, string>>): readonly FromAlpha[] =>
  Object.entries(pairs).map(([name, value]) => ({ from: `${from}.${name}`, to: [to], value }))

/** Every name that the two modules export, and every member of it. */
export const fromAlphaTable: readonly FromAlpha[] = [
  { from: 'iot.TopicRule', to: ['TopicRule'], note: 'checks its SQL, has an error action, and one role for all actions' },
  ...members('iot.TopicRule', 'TopicRule', ['topicRuleArn', 'topicRuleName']),
  { from: 'iot.TopicRule.addAction', to: ['TopicRule.addAction'], note: 'an action of the alpha by `fromAlpha(action)`' },
  { from: 'iot.TopicRule.fromTopicRuleArn', to: ['typeof TopicRule.fromTopicRuleArn'] },
  { from: 'iot.TopicRule.PROPERTY_INJECTION_ID', note: INJECTION },
  { from: 'iot.TopicRuleProps', to: ['TopicRuleProps'] },
  ...members('iot.TopicRuleProps', 'TopicRuleProps', ['topicRuleName', 'description', 'enabled', 'sql', 'actions', 'errorAction']),
  { from: 'iot.ITopicRule', to: ['ITopicRule'] },
  ...members('iot.ITopicRule', 'ITopicRule', ['topicRuleArn', 'topicRuleName']),
  {
    from: 'iot.IAction', to: ['RuleAction', 'AlphaAction'],
    note: 'write your own as a `RuleAction`; one that is there is taken by `fromAlpha`',
  },
  { from: 'iot.ActionConfig', to: ['RuleAction.bind'], note: 'answers the configuration itself' },
  { from: 'iot.ActionConfig.configuration', to: ['RuleAction.bind'] },
  { from: 'iot.IotSql', to: ['RuleStatement'], note: 'the text itself, or what `from(…)` of `@keg/rule-dsl` builds' },
  { from: 'iot.IotSql.fromStringAsVer20160323', to: ['TopicRuleProps.sql'], note: 'the text; this version is the default' },
  { from: 'iot.IotSql.fromStringAsVer20151008', to: ['TopicRuleProps.sqlVersion'], value: "'2015-10-08'" },
  { from: 'iot.IotSql.fromStringAsVerNewestUnstable', to: ['TopicRuleProps.sqlVersion'], value: "'beta'" },
  { from: 'iot.IotSql.bind', note: 'nothing is bound: the statement is data' },
  { from: 'iot.IotSqlConfig', to: ['TopicRuleProps'] },
  { from: 'iot.IotSqlConfig.awsIotSqlVersion', to: ['TopicRuleProps.sqlVersion'] },
  { from: 'iot.IotSqlConfig.sql', to: ['TopicRuleProps.sql'] },

  { from: 'actions.CommonActionProps', to: ['ActionProps'] },
  {
    from: 'actions.CommonActionProps.role', to: ['ActionProps.role'],
    note: 'else the rule\'s own role, as the one that the alpha\'s actions share',
  },
  { from: 'actions.CloudWatchLogsAction', to: ['typeof toLogs'] },
  { from: 'actions.CloudWatchLogsActionProps', to: ['ToLogsProps'], note: 'and `batchMode`' },
  { from: 'actions.CloudWatchPutMetricAction', to: ['typeof toMetric'] },
  { from: 'actions.CloudWatchPutMetricActionProps', to: ['ToMetricProps'] },
  ...members('actions.CloudWatchPutMetricActionProps', 'ToMetricProps', [
    'metricName', 'metricNamespace', 'metricUnit', 'metricValue', 'metricTimestamp',
  ]),
  { from: 'actions.CloudWatchSetAlarmStateAction', to: ['typeof toAlarmState'] },
  { from: 'actions.CloudWatchSetAlarmStateActionProps', to: ['ToAlarmStateProps'] },
  { from: 'actions.CloudWatchSetAlarmStateActionProps.alarmStateToSet', to: ['ToAlarmStateProps.state'] },
  ...members('actions.CloudWatchSetAlarmStateActionProps', 'ToAlarmStateProps', ['reason']),
  { from: 'actions.DynamoDBv2PutItemAction', to: ['typeof toDynamoDbV2'], note: '`toDynamoDb` is the older action' },
  { from: 'actions.DynamoDBv2PutItemActionProps', to: ['ActionProps'] },
  { from: 'actions.FirehosePutRecordAction', to: ['typeof toFirehose'] },
  { from: 'actions.FirehosePutRecordActionProps', to: ['ToFirehoseProps'] },
  ...members('actions.FirehosePutRecordActionProps', 'ToFirehoseProps', ['batchMode']),
  { from: 'actions.FirehosePutRecordActionProps.recordSeparator', to: ['ToFirehoseProps.separator'] },
  { from: 'actions.FirehoseRecordSeparator', to: ['ToFirehoseProps.separator'], note: 'the character itself' },
  ...values('actions.FirehoseRecordSeparator', 'ToFirehoseProps.separator', {
    NEWLINE: String.raw`'\n'`, TAB: String.raw`'\t'`, WINDOWS_NEWLINE: String.raw`'\r\n'`, COMMA: "','",
  }),
  { from: 'actions.HttpsAction', to: ['typeof toHttp'], note: 'and `HttpDestination`, which the alpha lacks' },
  { from: 'actions.HttpsActionProps', to: ['ToHttpProps'] },
  ...members('actions.HttpsActionProps', 'ToHttpProps', ['confirmationUrl', 'headers', 'auth']),
  { from: 'actions.HttpsActionProps.batchConfig', to: ['ToHttpProps.batch'], later: true },
  { from: 'actions.HttpsActionProps.batchConfig.maxBatchOpenDuration', to: ['Batch.maxBatchOpen'], later: true },
  ...members('actions.HttpsActionProps.batchConfig', 'Batch', ['maxBatchSize', 'maxBatchSizeBytes'], { later: true }),
  { from: 'actions.HttpActionHeader', to: ['ToHttpProps.headers[]'] },
  ...members('actions.HttpActionHeader', 'ToHttpProps.headers[]', ['key', 'value']),
  { from: 'actions.HttpActionSigV4Auth', to: ['ToHttpProps.auth'], note: '`grants` says what the role may do there' },
  ...members('actions.HttpActionSigV4Auth', 'ToHttpProps.auth', ['serviceName', 'signingRegion']),
  {
    from: 'actions.IotEventsPutMessageAction',
    note: 'AWS IoT Events ended on 2026-05-20: a rule with it is refused, by `fromAlpha`, too; use `toStepFunctions` or `toAlarmState`',
  },
  { from: 'actions.IotEventsPutMessageActionProps', note: 'as the action' },
  { from: 'actions.IotEventsPutMessageActionProps.batchMode', note: 'as the action' },
  { from: 'actions.IotEventsPutMessageActionProps.messageId', note: 'as the action' },
  { from: 'actions.IotRepublishMqttAction', to: ['typeof toTopic'], note: 'with MQTT 5 headers, and rights on that topic alone' },
  { from: 'actions.IotRepublishMqttActionProps', to: ['ToTopicProps'] },
  {
    from: 'actions.IotRepublishMqttActionProps.qualityOfService', to: ['ToTopicProps.qos'],
    note: '1 where nothing is said; the alpha leaves AWS\'s 0',
  },
  { from: 'actions.MqttQualityOfService', to: ['ToTopicProps.qos'] },
  ...values('actions.MqttQualityOfService', 'ToTopicProps.qos', { ZERO_OR_MORE_TIMES: '0', AT_LEAST_ONCE: '1' }),
  { from: 'actions.KinesisPutRecordAction', to: ['typeof toKinesis'] },
  { from: 'actions.KinesisPutRecordActionProps', to: ['ToKinesisProps'] },
  ...members('actions.KinesisPutRecordActionProps', 'ToKinesisProps', ['partitionKey']),
  { from: 'actions.LambdaFunctionAction', to: ['typeof toLambda'], note: 'refused where the function can\'t be given its permission' },
  { from: 'actions.OpenSearchAction', to: ['typeof toOpenSearch'], note: 'takes imported domains, too' },
  { from: 'actions.OpenSearchActionProps', to: ['ToOpenSearchProps'] },
  ...members('actions.OpenSearchActionProps', 'ToOpenSearchProps', ['id', 'index', 'type']),
  { from: 'actions.S3PutObjectAction', to: ['typeof toS3'] },
  { from: 'actions.S3PutObjectActionProps', to: ['ToS3Props'] },
  ...members('actions.S3PutObjectActionProps', 'ToS3Props', ['accessControl', 'key']),
  { from: 'actions.SnsTopicAction', to: ['typeof toSns'] },
  { from: 'actions.SnsTopicActionProps', to: ['ToSnsProps'] },
  ...members('actions.SnsTopicActionProps', 'ToSnsProps', ['messageFormat']),
  { from: 'actions.SnsActionMessageFormat', to: ['ToSnsProps.messageFormat'] },
  ...values('actions.SnsActionMessageFormat', 'ToSnsProps.messageFormat', { RAW: "'RAW'", JSON: "'JSON'" }),
  { from: 'actions.SqsQueueAction', to: ['typeof toQueue'] },
  { from: 'actions.SqsQueueActionProps', to: ['ToQueueProps'] },
  ...members('actions.SqsQueueActionProps', 'ToQueueProps', ['useBase64']),
  { from: 'actions.StepFunctionsStateMachineAction', to: ['typeof toStepFunctions'] },
  { from: 'actions.StepFunctionsStateMachineActionProps', to: ['ToStepFunctionsProps'] },
  ...members('actions.StepFunctionsStateMachineActionProps', 'ToStepFunctionsProps', ['executionNamePrefix']),

  { from: 'iot.Logging', to: ['IotLogging'], note: 'and levels by target', ...account },
  { from: 'iot.Logging.logId', to: ['IotLogging.logId'], ...account },
  { from: 'iot.Logging.fromLogId', to: ['typeof IotLogging.fromLogId'], ...account },
  { from: 'iot.Logging.PROPERTY_INJECTION_ID', note: INJECTION },
  { from: 'iot.ILogging', to: ['IIotLogging'], ...account },
  { from: 'iot.ILogging.logId', to: ['IIotLogging.logId'], ...account },
  { from: 'iot.LoggingProps', to: ['IotLoggingProps'], ...account },
  { from: 'iot.LoggingProps.logLevel', to: ['IotLoggingProps.logLevel'], ...account },
  { from: 'iot.LogLevel', to: ['typeof LogLevel'], ...account },
  ...members('iot.LogLevel', 'typeof LogLevel', ['ERROR', 'WARN', 'INFO', 'DEBUG', 'DISABLED'], account),
  { from: 'iot.AccountAuditConfiguration', to: ['AccountAuditConfiguration'], ...account },
  { from: 'iot.AccountAuditConfiguration.accountId', to: ['AccountAuditConfiguration.accountId'], ...account },
  { from: 'iot.AccountAuditConfiguration.fromAccountId', to: ['typeof AccountAuditConfiguration.fromAccountId'], ...account },
  { from: 'iot.AccountAuditConfiguration.PROPERTY_INJECTION_ID', note: INJECTION },
  { from: 'iot.IAccountAuditConfiguration', to: ['IAccountAuditConfiguration'], ...account },
  { from: 'iot.IAccountAuditConfiguration.accountId', to: ['IAccountAuditConfiguration.accountId'], ...account },
  { from: 'iot.AccountAuditConfigurationProps', to: ['AccountAuditConfigurationProps'], ...account },
  ...members('iot.AccountAuditConfigurationProps', 'AccountAuditConfigurationProps', ['targetTopic', 'checkConfiguration'], account),
  { from: 'iot.CheckConfiguration', to: ['CheckConfiguration'], ...account },
  ...members('iot.CheckConfiguration', 'CheckConfiguration', [
    'authenticatedCognitoRoleOverlyPermissiveCheck', 'caCertificateExpiringCheck', 'caCertificateKeyQualityCheck',
    'conflictingClientIdsCheck', 'deviceCertificateAgeCheck', 'deviceCertificateAgeCheckDuration', 'deviceCertificateExpiringCheck',
    'deviceCertificateKeyQualityCheck', 'deviceCertificateSharedCheck', 'intermediateCaRevokedForActiveDeviceCertificatesCheck',
    'iotPolicyOverlyPermissiveCheck', 'ioTPolicyPotentialMisConfigurationCheck', 'iotRoleAliasAllowsAccessToUnusedServicesCheck',
    'iotRoleAliasOverlyPermissiveCheck', 'loggingDisabledCheck', 'revokedCaCertificateStillActiveCheck',
    'revokedDeviceCertificateStillActiveCheck', 'unauthenticatedCognitoRoleOverlyPermissiveCheck',
  ], account),
  { from: 'iot.ScheduledAudit', to: ['ScheduledAudit'], ...account },
  ...members('iot.ScheduledAudit', 'ScheduledAudit', ['scheduledAuditArn', 'scheduledAuditName'], account),
  ...members('iot.ScheduledAudit', 'typeof ScheduledAudit', ['fromScheduledAuditArn', 'fromScheduledAuditAttributes'], account),
  { from: 'iot.ScheduledAudit.PROPERTY_INJECTION_ID', note: INJECTION },
  { from: 'iot.IScheduledAudit', to: ['IScheduledAudit'], ...account },
  ...members('iot.IScheduledAudit', 'IScheduledAudit', ['scheduledAuditArn', 'scheduledAuditName'], account),
  { from: 'iot.ScheduledAuditAttributes', to: ['ScheduledAuditAttributes'], ...account },
  ...members('iot.ScheduledAuditAttributes', 'ScheduledAuditAttributes', ['scheduledAuditArn', 'scheduledAuditName'], account),
  { from: 'iot.ScheduledAuditProps', to: ['ScheduledAuditProps'], ...account },
  ...members('iot.ScheduledAuditProps', 'ScheduledAuditProps', [
    'accountAuditConfiguration', 'auditChecks', 'frequency', 'dayOfMonth', 'dayOfWeek', 'scheduledAuditName',
  ], account),
  { from: 'iot.AuditCheck', to: ['typeof AuditCheck'], note: 'and the three that the alpha lacks', ...account },
  ...members('iot.AuditCheck', 'typeof AuditCheck', [
    'AUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK', 'CA_CERTIFICATE_EXPIRING_CHECK', 'CA_CERTIFICATE_KEY_QUALITY_CHECK',
    'CONFLICTING_CLIENT_IDS_CHECK', 'DEVICE_CERTIFICATE_EXPIRING_CHECK', 'DEVICE_CERTIFICATE_KEY_QUALITY_CHECK',
    'DEVICE_CERTIFICATE_SHARED_CHECK', 'IOT_POLICY_OVERLY_PERMISSIVE_CHECK', 'IOT_ROLE_ALIAS_ALLOWS_ACCESS_TO_UNUSED_SERVICES_CHECK',
    'IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK', 'LOGGING_DISABLED_CHECK', 'REVOKED_CA_CERTIFICATE_STILL_ACTIVE_CHECK',
    'REVOKED_DEVICE_CERTIFICATE_STILL_ACTIVE_CHECK', 'UNAUTHENTICATED_COGNITO_ROLE_OVERLY_PERMISSIVE_CHECK',
  ], account),
  { from: 'iot.Frequency', to: ['typeof Frequency'], ...account },
  ...members('iot.Frequency', 'typeof Frequency', ['DAILY', 'WEEKLY', 'BI_WEEKLY', 'MONTHLY'], account),
  { from: 'iot.DayOfWeek', to: ['typeof DayOfWeek'], ...account },
  ...members('iot.DayOfWeek', 'typeof DayOfWeek', [
    'SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'UNSET_VALUE',
  ], account),
  { from: 'iot.DayOfMonth', to: ['typeof DayOfMonth'], ...account },
  { from: 'iot.DayOfMonth.day', to: ['DayOfMonth.day'], ...account },
  ...members('iot.DayOfMonth', 'typeof DayOfMonth', ['LAST_DAY', 'of'], account),
]
