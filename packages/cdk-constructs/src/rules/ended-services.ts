const ENDED: Readonly<Record<string, string>> = {
  iotEvents: 'AWS IoT Events ended on 2026-05-20; use toStepFunctions, or toAlarmState',
  iotAnalytics: 'AWS IoT Analytics ended on 2025-12-15; use toFirehose and Athena (ColdStore)',
  timestream: 'Amazon Timestream for LiveAnalytics takes no new customers; use toInfluxDb, or toDynamoDbV2',
}

/** Why no new rule can have an action of this name; `undefined` where it can. */
export const endedService = (name: string): string | undefined => (Object.hasOwn(ENDED, name) ? ENDED[name] : undefined)

/** CloudFormation's names of actions, where AWS's API has others. */
const API_NAMES: Readonly<Record<string, string>> = { dynamoDb: 'dynamoDB', influxDb: 'influxDB' }

/** What AWS's API calls the actions of a configuration; none where that is not known before deployment. */
export const actionNames = (configuration: object): readonly string[] =>
  Object.entries(configuration).flatMap(([name, value]) => (value === undefined ? [] : [API_NAMES[name] ?? name]))
