// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    ChildShard: { ShardId: { type: 'string', required: true }, ParentShards: { type: 'list:string', required: true }, HashKeyRange: { type: 'struct:HashKeyRange', required: true } },
    CreateStreamInput: { StreamName: { type: 'string', required: true, constraint: 'StreamName' }, ShardCount: { type: 'number', constraint: 'PositiveIntegerObject' }, StreamModeDetails: { type: 'struct:StreamModeDetails' }, Tags: { type: 'map:string', constraint: 'TagMap' }, WarmThroughputMiBps: { type: 'number', constraint: 'NaturalIntegerObject' }, MaxRecordSizeInKiB: { type: 'number', constraint: 'MaxRecordSizeInKiB' }, RecordDistributionStrategy: { type: 'string' } },
    DeleteStreamInput: { StreamName: { type: 'string', constraint: 'StreamName' }, EnforceConsumerDeletion: { type: 'boolean' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' } },
    DescribeStreamInput: { StreamName: { type: 'string', constraint: 'StreamName' }, Limit: { type: 'number', constraint: 'DescribeStreamInputLimit' }, ExclusiveStartShardId: { type: 'string', constraint: 'ShardId' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' } },
    DescribeStreamOutput: { StreamDescription: { type: 'struct:StreamDescription', required: true } },
    DescribeStreamSummaryInput: { StreamName: { type: 'string', constraint: 'StreamName' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' } },
    DescribeStreamSummaryOutput: { StreamDescriptionSummary: { type: 'struct:StreamDescriptionSummary', required: true } },
    EnhancedMetrics: { ShardLevelMetrics: { type: 'list:string' } },
    GetRecordsInput: { ShardIterator: { type: 'string', required: true, constraint: 'ShardIterator' }, Limit: { type: 'number', constraint: 'GetRecordsInputLimit' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' }, DryRun: { type: 'boolean' } },
    GetRecordsOutput: { Records: { type: 'list:struct:Record', required: true }, NextShardIterator: { type: 'string' }, MillisBehindLatest: { type: 'number' }, ChildShards: { type: 'list:struct:ChildShard' } },
    GetShardIteratorInput: { ShardId: { type: 'string', required: true, constraint: 'ShardId' }, ShardIteratorType: { type: 'string', required: true, constraint: 'ShardIteratorType' }, StreamName: { type: 'string', constraint: 'StreamName' }, StartingSequenceNumber: { type: 'string', constraint: 'SequenceNumber' }, Timestamp: { type: 'timestamp' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' }, DryRun: { type: 'boolean' } },
    GetShardIteratorOutput: { ShardIterator: { type: 'string' } },
    HashKeyRange: { StartingHashKey: { type: 'string', required: true }, EndingHashKey: { type: 'string', required: true } },
    ListShardsInput: { StreamName: { type: 'string', constraint: 'StreamName' }, NextToken: { type: 'string', constraint: 'NextToken' }, ExclusiveStartShardId: { type: 'string', constraint: 'ShardId' }, MaxResults: { type: 'number', constraint: 'ListShardsInputLimit' }, StreamCreationTimestamp: { type: 'timestamp' }, ShardFilter: { type: 'struct:ShardFilter' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' } },
    ListShardsOutput: { Shards: { type: 'list:struct:Shard' }, NextToken: { type: 'string' } },
    ListStreamsInput: { Limit: { type: 'number', constraint: 'ListStreamsInputLimit' }, ExclusiveStartStreamName: { type: 'string', constraint: 'StreamName' }, NextToken: { type: 'string', constraint: 'NextToken' } },
    ListStreamsOutput: { StreamNames: { type: 'list:string', required: true }, HasMoreStreams: { type: 'boolean', required: true }, NextToken: { type: 'string' }, StreamSummaries: { type: 'list:struct:StreamSummary' } },
    PutRecordInput: { Data: { type: 'blob', required: true, constraint: 'Data' }, StreamName: { type: 'string', constraint: 'StreamName' }, PartitionKey: { type: 'string', constraint: 'PartitionKey' }, ExplicitHashKey: { type: 'string', constraint: 'HashKey' }, SequenceNumberForOrdering: { type: 'string', constraint: 'SequenceNumber' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' }, DryRun: { type: 'boolean' } },
    PutRecordOutput: { ShardId: { type: 'string', required: true }, SequenceNumber: { type: 'string', required: true }, EncryptionType: { type: 'string' } },
    PutRecordsInput: { Records: { type: 'list:struct:PutRecordsRequestEntry', required: true, constraint: 'PutRecordsRequestEntryList' }, StreamName: { type: 'string', constraint: 'StreamName' }, StreamARN: { type: 'string', constraint: 'StreamARN' }, StreamId: { type: 'string', constraint: 'StreamId' }, DryRun: { type: 'boolean' } },
    PutRecordsOutput: { Records: { type: 'list:struct:PutRecordsResultEntry', required: true }, FailedRecordCount: { type: 'number' }, EncryptionType: { type: 'string' } },
    PutRecordsRequestEntry: { Data: { type: 'blob', required: true, constraint: 'Data' }, ExplicitHashKey: { type: 'string', constraint: 'HashKey' }, PartitionKey: { type: 'string', constraint: 'PartitionKey' } },
    PutRecordsResultEntry: { SequenceNumber: { type: 'string' }, ShardId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    Record: { SequenceNumber: { type: 'string', required: true }, Data: { type: 'blob', required: true }, ApproximateArrivalTimestamp: { type: 'timestamp' }, PartitionKey: { type: 'string' }, EncryptionType: { type: 'string' } },
    SequenceNumberRange: { StartingSequenceNumber: { type: 'string', required: true }, EndingSequenceNumber: { type: 'string' } },
    Shard: { ShardId: { type: 'string', required: true }, HashKeyRange: { type: 'struct:HashKeyRange', required: true }, SequenceNumberRange: { type: 'struct:SequenceNumberRange', required: true }, ParentShardId: { type: 'string' }, AdjacentParentShardId: { type: 'string' } },
    ShardFilter: { Type: { type: 'string', required: true, constraint: 'ShardFilterType' }, ShardId: { type: 'string', constraint: 'ShardId' }, Timestamp: { type: 'timestamp' } },
    StreamDescription: { StreamName: { type: 'string', required: true }, StreamARN: { type: 'string', required: true }, StreamStatus: { type: 'string', required: true }, Shards: { type: 'list:struct:Shard', required: true }, HasMoreShards: { type: 'boolean', required: true }, RetentionPeriodHours: { type: 'number', required: true }, StreamCreationTimestamp: { type: 'timestamp', required: true }, EnhancedMonitoring: { type: 'list:struct:EnhancedMetrics', required: true }, StreamModeDetails: { type: 'struct:StreamModeDetails' }, EncryptionType: { type: 'string' }, KeyId: { type: 'string' } },
    StreamDescriptionSummary: { StreamName: { type: 'string', required: true }, StreamARN: { type: 'string', required: true }, StreamStatus: { type: 'string', required: true }, RetentionPeriodHours: { type: 'number', required: true }, StreamCreationTimestamp: { type: 'timestamp', required: true }, EnhancedMonitoring: { type: 'list:struct:EnhancedMetrics', required: true }, OpenShardCount: { type: 'number', required: true }, StreamId: { type: 'string' }, StreamModeDetails: { type: 'struct:StreamModeDetails' }, EncryptionType: { type: 'string' }, KeyId: { type: 'string' }, ConsumerCount: { type: 'number' }, WarmThroughput: { type: 'struct:WarmThroughputObject' }, MaxRecordSizeInKiB: { type: 'number' }, ChannelCount: { type: 'number' }, RecordDistributionStrategy: { type: 'string' } },
    StreamModeDetails: { StreamMode: { type: 'string', required: true, constraint: 'StreamMode' } },
    StreamSummary: { StreamName: { type: 'string', required: true }, StreamARN: { type: 'string', required: true }, StreamStatus: { type: 'string', required: true }, StreamModeDetails: { type: 'struct:StreamModeDetails' }, StreamCreationTimestamp: { type: 'timestamp' } },
    WarmThroughputObject: { TargetMiBps: { type: 'number' }, CurrentMiBps: { type: 'number' } },
  },
  constraints: {
    Data: {"min":0,"max":10485760},
    DescribeStreamInputLimit: {"min":1,"max":10000},
    GetRecordsInputLimit: {"min":1,"max":10000},
    HashKey: {"pattern":"0|([1-9]\\d{0,38})"},
    ListShardsInputLimit: {"min":1,"max":10000},
    ListStreamsInputLimit: {"min":1,"max":10000},
    MaxRecordSizeInKiB: {"min":1024,"max":10240},
    NaturalIntegerObject: {"min":0},
    NextToken: {"min":1,"max":1048576},
    PartitionKey: {"min":1,"max":256},
    PositiveIntegerObject: {"min":1},
    PutRecordsRequestEntryList: {"min":1,"max":500},
    SequenceNumber: {"pattern":"0|([1-9]\\d{0,128})"},
    ShardFilterType: {"oneOf":["AFTER_SHARD_ID","AT_TRIM_HORIZON","FROM_TRIM_HORIZON","AT_LATEST","AT_TIMESTAMP","FROM_TIMESTAMP"]},
    ShardId: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_.-]+"},
    ShardIterator: {"min":1,"max":512},
    ShardIteratorType: {"oneOf":["AT_SEQUENCE_NUMBER","AFTER_SEQUENCE_NUMBER","TRIM_HORIZON","LATEST","AT_TIMESTAMP"]},
    StreamARN: {"min":1,"max":2048,"pattern":"arn:aws.*:kinesis:.*:\\d{12}:stream/\\S+"},
    StreamId: {"min":1,"max":24,"pattern":"[a-z0-9]{20}-[a-z0-9]{3}"},
    StreamMode: {"oneOf":["PROVISIONED","ON_DEMAND"]},
    StreamName: {"min":1,"max":128,"pattern":"[a-zA-Z0-9_.-]+"},
    TagKey: {"min":1,"max":128},
    TagMap: {"min":1,"max":200,"of":"TagValue","key":"TagKey"},
    TagValue: {"min":0,"max":256},
  },
  shapesOf: {
    CreateStream: { input: 'CreateStreamInput', output: undefined },
    DeleteStream: { input: 'DeleteStreamInput', output: undefined },
    DescribeStream: { input: 'DescribeStreamInput', output: 'DescribeStreamOutput' },
    DescribeStreamSummary: { input: 'DescribeStreamSummaryInput', output: 'DescribeStreamSummaryOutput' },
    GetRecords: { input: 'GetRecordsInput', output: 'GetRecordsOutput' },
    GetShardIterator: { input: 'GetShardIteratorInput', output: 'GetShardIteratorOutput' },
    ListShards: { input: 'ListShardsInput', output: 'ListShardsOutput' },
    ListStreams: { input: 'ListStreamsInput', output: 'ListStreamsOutput' },
    PutRecord: { input: 'PutRecordInput', output: 'PutRecordOutput' },
    PutRecords: { input: 'PutRecordsInput', output: 'PutRecordsOutput' },
  },
}

export interface ChildShard {
  readonly ShardId: string
  readonly ParentShards: readonly (string)[]
  readonly HashKeyRange: HashKeyRange
}

export interface CreateStreamInput {
  readonly StreamName: string
  readonly ShardCount?: number | undefined
  readonly StreamModeDetails?: StreamModeDetails | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly WarmThroughputMiBps?: number | undefined
  readonly MaxRecordSizeInKiB?: number | undefined
  readonly RecordDistributionStrategy?: string | undefined
}

export interface DeleteStreamInput {
  readonly StreamName?: string | undefined
  readonly EnforceConsumerDeletion?: boolean | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
}

export interface DescribeStreamInput {
  readonly StreamName?: string | undefined
  readonly Limit?: number | undefined
  readonly ExclusiveStartShardId?: string | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
}

export interface DescribeStreamOutput {
  readonly StreamDescription: StreamDescription
}

export interface DescribeStreamSummaryInput {
  readonly StreamName?: string | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
}

export interface DescribeStreamSummaryOutput {
  readonly StreamDescriptionSummary: StreamDescriptionSummary
}

export interface EnhancedMetrics {
  readonly ShardLevelMetrics?: readonly (string)[] | undefined
}

export interface GetRecordsInput {
  readonly ShardIterator: string
  readonly Limit?: number | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
  readonly DryRun?: boolean | undefined
}

export interface GetRecordsOutput {
  readonly Records: readonly (_Record)[]
  readonly NextShardIterator?: string | undefined
  readonly MillisBehindLatest?: number | undefined
  readonly ChildShards?: readonly (ChildShard)[] | undefined
}

export interface GetShardIteratorInput {
  readonly ShardId: string
  readonly ShardIteratorType: string
  readonly StreamName?: string | undefined
  readonly StartingSequenceNumber?: string | undefined
  readonly Timestamp?: number | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
  readonly DryRun?: boolean | undefined
}

export interface GetShardIteratorOutput {
  readonly ShardIterator?: string | undefined
}

export interface HashKeyRange {
  readonly StartingHashKey: string
  readonly EndingHashKey: string
}

export interface ListShardsInput {
  readonly StreamName?: string | undefined
  readonly NextToken?: string | undefined
  readonly ExclusiveStartShardId?: string | undefined
  readonly MaxResults?: number | undefined
  readonly StreamCreationTimestamp?: number | undefined
  readonly ShardFilter?: ShardFilter | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
}

export interface ListShardsOutput {
  readonly Shards?: readonly (Shard)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListStreamsInput {
  readonly Limit?: number | undefined
  readonly ExclusiveStartStreamName?: string | undefined
  readonly NextToken?: string | undefined
}

export interface ListStreamsOutput {
  readonly StreamNames: readonly (string)[]
  readonly HasMoreStreams: boolean
  readonly NextToken?: string | undefined
  readonly StreamSummaries?: readonly (StreamSummary)[] | undefined
}

export interface PutRecordInput {
  readonly Data: string
  readonly StreamName?: string | undefined
  readonly PartitionKey?: string | undefined
  readonly ExplicitHashKey?: string | undefined
  readonly SequenceNumberForOrdering?: string | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
  readonly DryRun?: boolean | undefined
}

export interface PutRecordOutput {
  readonly ShardId: string
  readonly SequenceNumber: string
  readonly EncryptionType?: string | undefined
}

export interface PutRecordsInput {
  readonly Records: readonly (PutRecordsRequestEntry)[]
  readonly StreamName?: string | undefined
  readonly StreamARN?: string | undefined
  readonly StreamId?: string | undefined
  readonly DryRun?: boolean | undefined
}

export interface PutRecordsOutput {
  readonly Records: readonly (PutRecordsResultEntry)[]
  readonly FailedRecordCount?: number | undefined
  readonly EncryptionType?: string | undefined
}

export interface PutRecordsRequestEntry {
  readonly Data: string
  readonly ExplicitHashKey?: string | undefined
  readonly PartitionKey?: string | undefined
}

export interface PutRecordsResultEntry {
  readonly SequenceNumber?: string | undefined
  readonly ShardId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface _Record {
  readonly SequenceNumber: string
  readonly Data: string
  readonly ApproximateArrivalTimestamp?: number | undefined
  readonly PartitionKey?: string | undefined
  readonly EncryptionType?: string | undefined
}

export interface SequenceNumberRange {
  readonly StartingSequenceNumber: string
  readonly EndingSequenceNumber?: string | undefined
}

export interface Shard {
  readonly ShardId: string
  readonly HashKeyRange: HashKeyRange
  readonly SequenceNumberRange: SequenceNumberRange
  readonly ParentShardId?: string | undefined
  readonly AdjacentParentShardId?: string | undefined
}

export interface ShardFilter {
  readonly Type: string
  readonly ShardId?: string | undefined
  readonly Timestamp?: number | undefined
}

export interface StreamDescription {
  readonly StreamName: string
  readonly StreamARN: string
  readonly StreamStatus: string
  readonly Shards: readonly (Shard)[]
  readonly HasMoreShards: boolean
  readonly RetentionPeriodHours: number
  readonly StreamCreationTimestamp: number
  readonly EnhancedMonitoring: readonly (EnhancedMetrics)[]
  readonly StreamModeDetails?: StreamModeDetails | undefined
  readonly EncryptionType?: string | undefined
  readonly KeyId?: string | undefined
}

export interface StreamDescriptionSummary {
  readonly StreamName: string
  readonly StreamARN: string
  readonly StreamStatus: string
  readonly RetentionPeriodHours: number
  readonly StreamCreationTimestamp: number
  readonly EnhancedMonitoring: readonly (EnhancedMetrics)[]
  readonly OpenShardCount: number
  readonly StreamId?: string | undefined
  readonly StreamModeDetails?: StreamModeDetails | undefined
  readonly EncryptionType?: string | undefined
  readonly KeyId?: string | undefined
  readonly ConsumerCount?: number | undefined
  readonly WarmThroughput?: WarmThroughputObject | undefined
  readonly MaxRecordSizeInKiB?: number | undefined
  readonly ChannelCount?: number | undefined
  readonly RecordDistributionStrategy?: string | undefined
}

export interface StreamModeDetails {
  readonly StreamMode: string
}

export interface StreamSummary {
  readonly StreamName: string
  readonly StreamARN: string
  readonly StreamStatus: string
  readonly StreamModeDetails?: StreamModeDetails | undefined
  readonly StreamCreationTimestamp?: number | undefined
}

export interface WarmThroughputObject {
  readonly TargetMiBps?: number | undefined
  readonly CurrentMiBps?: number | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html */
  CreateStream: { input: CreateStreamInput; output: void }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DeleteStream.html */
  DeleteStream: { input: DeleteStreamInput; output: void }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStream.html */
  DescribeStream: { input: DescribeStreamInput; output: DescribeStreamOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeStreamSummary.html */
  DescribeStreamSummary: { input: DescribeStreamSummaryInput; output: DescribeStreamSummaryOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html */
  GetRecords: { input: GetRecordsInput; output: GetRecordsOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html */
  GetShardIterator: { input: GetShardIteratorInput; output: GetShardIteratorOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListShards.html */
  ListShards: { input: ListShardsInput; output: ListShardsOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_ListStreams.html */
  ListStreams: { input: ListStreamsInput; output: ListStreamsOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html */
  PutRecord: { input: PutRecordInput; output: PutRecordOutput }
  /** @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecords.html */
  PutRecords: { input: PutRecordsInput; output: PutRecordsOutput }
}
