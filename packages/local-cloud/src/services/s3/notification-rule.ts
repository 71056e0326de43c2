import { isRecord } from '@keg/aws-service'

/** What a bucket tells whom. */
export interface NotificationRule {
  readonly id: string
  /** As `s3:ObjectCreated:*`. */
  readonly events: readonly string[]
  readonly prefix: string
  readonly suffix: string
  readonly destination: { readonly kind: 'lambda' | 'queue' | 'topic'; readonly arn: string } | EventBusDestination
}

/** The default event bus, which is told of everything. */
interface EventBusDestination {
  readonly kind: 'eventBus'
  readonly arn: ''
}

/** How CloudFormation and the API name the same; the API's is what CDK's custom resource takes. */
const kinds = {
  lambda: { lists: ['LambdaConfigurations', 'LambdaFunctionConfigurations'], arns: ['Function', 'LambdaFunctionArn'] },
  queue: { lists: ['QueueConfigurations'], arns: ['Queue', 'QueueArn'] },
  topic: { lists: ['TopicConfigurations'], arns: ['Topic', 'TopicArn'] },
} as const

/**
 * The rules of a notification configuration, as the template's or the API's.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html
 */
export function notificationRules(configuration: unknown): NotificationRule[] {
  if (!isRecord(configuration)) return []
  // The keys of the table above.
  const told = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
    kinds[kind].lists.flatMap((list) => records(configuration[list])).map((rule, index) => {
      const filters = filterRules(rule['Filter'])
      const filter = (name: string) => String(filters.find((each) => String(each['Name']).toLowerCase() === name)?.['Value'] ?? '')
      return {
        id: String(rule['Id'] ?? `${kind}-${index + 1}`),
        events: Array.isArray(rule['Events']) ? rule['Events'].map(String) : [String(rule['Event'])],
        prefix: filter('prefix'),
        suffix: filter('suffix'),
        destination: { kind, arn: String(kinds[kind].arns.map((name) => rule[name]).find((arn) => arn !== undefined)) },
      }
    }))
  return tellsEventBus(configuration['EventBridgeConfiguration'])
    ? [...told, { id: 'event-bus', events: ['s3:*'], prefix: '', suffix: '', destination: { kind: 'eventBus', arn: '' } }]
    : told
}

/** The API has an empty object for it, a template a flag. */
function tellsEventBus(configuration: unknown): boolean {
  return isRecord(configuration) && configuration['EventBridgeEnabled'] !== false && configuration['EventBridgeEnabled'] !== 'false'
}

/** Whether a rule is for an event, as `ObjectCreated:Put`, of an object. */
export function ruleMatches({ events, prefix, suffix }: NotificationRule, eventName: string, key: string): boolean {
  const named = events.some((event) =>
    event === `s3:${eventName}` || (event.endsWith(':*') && `s3:${eventName}`.startsWith(event.slice(0, -1))))
  return named && key.startsWith(prefix) && key.endsWith(suffix)
}

function filterRules(filter: unknown): Readonly<Record<string, unknown>>[] {
  const key = isRecord(filter) ? filter['S3Key'] ?? filter['Key'] : undefined
  return isRecord(key) ? [...records(key['Rules']), ...records(key['FilterRules'])] : []
}

function records(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
