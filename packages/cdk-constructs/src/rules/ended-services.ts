const ENDED: Readonly<Record<string, string>> = {
  iotEvents: 'AWS IoT Events ended on 2026-05-20; use toStepFunctions, or toAlarmState',
  iotAnalytics: 'AWS IoT Analytics ended on 2025-12-15; use toFirehose and Athena (ColdStore)',
}

const CLOSED: Readonly<Record<string, string>> = {
  timestream:
    'Amazon Timestream for LiveAnalytics takes no new customers; an account that does not have it already uses toInfluxDb, or toDynamoDbV2',
}

const of = (list: Readonly<Record<string, string>>) => (name: string): string | undefined =>
  (Object.hasOwn(list, name) ? list[name] : undefined)

/** Why no new rule can have an action of this name; `undefined` where it can. */
export const endedService = of(ENDED)

/** Why an action of this name is for accounts alone that have its service already; `undefined` where it is for all. */
export const closedService = of(CLOSED)

/** CloudFormation's names of actions, where AWS's API has others. */
const API_NAMES: Readonly<Record<string, string>> = { dynamoDb: 'dynamoDB', influxDb: 'influxDB' }

/** What AWS's API calls the actions of a configuration; none where that is not known before deployment. */
export const actionNames = (configuration: object): readonly string[] =>
  Object.entries(configuration).flatMap(([name, value]) => (value === undefined ? [] : [API_NAMES[name] ?? name]))
