import {
  flag, ignored, list, matching, number, object, oneOf, refused, required, text, type PropertiesOf,
} from '../../../../ground/property.ts'
import { tags } from '../../../../ground/tags.ts'

const others = refused('only queues, streams of tables and Kinesis streams are event sources')

/** What an event source mapping may say, whatever its source. */
export const mappingProperties = {
  FunctionName: required(text),
  EventSourceArn: required(
    matching(/^arn:aws:(?:sqs:|dynamodb:.*\/stream\/|kinesis:.*:stream\/)/, 'the ARN of a queue, a table\'s stream or a Kinesis stream'),
  ),
  BatchSize: number,
  MaximumBatchingWindowInSeconds: number,
  FunctionResponseTypes: list(oneOf('ReportBatchItemFailures')),
  ScalingConfig: object({ MaximumConcurrency: number }),
  Enabled: flag,
  FilterCriteria: object({ Filters: list(object({ Pattern: text })) }),
  DestinationConfig: object({
    OnFailure: object({ Destination: matching(/^arn:aws:(?:sqs|sns|s3):/, 'the ARN of a queue, a topic or a bucket') }),
    OnSuccess: refused('stream event sources have none'),
  }),
  StartingPosition: oneOf('TRIM_HORIZON', 'LATEST', 'AT_TIMESTAMP'),
  /** In seconds. */
  StartingPositionTimestamp: number,
  BisectBatchOnFunctionError: flag,
  MaximumRecordAgeInSeconds: number,
  MaximumRetryAttempts: number,
  ParallelizationFactor: ignored('one batch of a shard at a time keeps the order that it promises'),
  TumblingWindowInSeconds: refused('batches have no state here'),
  AmazonManagedKafkaEventSourceConfig: others,
  SelfManagedKafkaEventSourceConfig: others,
  SelfManagedEventSource: others,
  DocumentDBEventSourceConfig: others,
  SourceAccessConfigurations: others,
  Topics: others,
  Queues: others,
  ProvisionedPollerConfig: ignored('there is one poller'),
  KmsKeyArn: ignored('nothing is encrypted on this machine'),
  MetricsConfig: ignored('there are no metrics here'),
  LoggingConfig: ignored('every line is shown'),
  Tags: tags,
}

/** An event source mapping's properties. */
export type MappingProperties = PropertiesOf<typeof mappingProperties>

/** The patterns of `FilterCriteria`, each JSON in a text. */
export function filterPatterns({ FilterCriteria }: MappingProperties): string[] {
  return FilterCriteria?.Filters?.flatMap(({ Pattern }) => Pattern ?? []) ?? []
}
