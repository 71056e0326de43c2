// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    CreateLogGroupRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, kmsKeyId: { type: 'string', constraint: 'KmsKeyId' }, tags: { type: 'map:string', constraint: 'Tags' }, logGroupClass: { type: 'string', constraint: 'LogGroupClass' }, deletionProtectionEnabled: { type: 'boolean' } },
    CreateLogStreamRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, logStreamName: { type: 'string', required: true, constraint: 'LogStreamName' } },
    DeleteLogGroupRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' } },
    DeleteLogStreamRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, logStreamName: { type: 'string', required: true, constraint: 'LogStreamName' } },
    DeleteMetricFilterRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, filterName: { type: 'string', required: true, constraint: 'FilterName' } },
    DeleteResourcePolicyRequest: { policyName: { type: 'string' }, resourceArn: { type: 'string' }, expectedRevisionId: { type: 'string', constraint: 'ExpectedRevisionId' } },
    DeleteRetentionPolicyRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' } },
    DeleteSubscriptionFilterRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, filterName: { type: 'string', required: true, constraint: 'FilterName' } },
    DescribeLogGroupsRequest: { accountIdentifiers: { type: 'list:string', constraint: 'AccountIds' }, logGroupNamePrefix: { type: 'string', constraint: 'LogGroupName' }, logGroupNamePattern: { type: 'string', constraint: 'LogGroupNamePattern' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'DescribeLimit' }, includeLinkedAccounts: { type: 'boolean' }, logGroupClass: { type: 'string', constraint: 'LogGroupClass' }, logGroupIdentifiers: { type: 'list:string', constraint: 'DescribeLogGroupsLogGroupIdentifiers' } },
    DescribeLogGroupsResponse: { logGroups: { type: 'list:struct:LogGroup' }, nextToken: { type: 'string' } },
    DescribeLogStreamsRequest: { logGroupName: { type: 'string', constraint: 'LogGroupName' }, logGroupIdentifier: { type: 'string', constraint: 'LogGroupIdentifier' }, logStreamNamePrefix: { type: 'string', constraint: 'LogStreamName' }, orderBy: { type: 'string', constraint: 'OrderBy' }, descending: { type: 'boolean' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'DescribeLimit' } },
    DescribeLogStreamsResponse: { logStreams: { type: 'list:struct:LogStream' }, nextToken: { type: 'string' } },
    DescribeMetricFiltersRequest: { logGroupName: { type: 'string', constraint: 'LogGroupName' }, filterNamePrefix: { type: 'string', constraint: 'FilterName' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'DescribeLimit' }, metricName: { type: 'string', constraint: 'MetricName' }, metricNamespace: { type: 'string', constraint: 'MetricNamespace' } },
    DescribeMetricFiltersResponse: { metricFilters: { type: 'list:struct:MetricFilter' }, nextToken: { type: 'string' } },
    DescribeResourcePoliciesRequest: { nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'DescribeLimit' }, resourceArn: { type: 'string' }, policyScope: { type: 'string', constraint: 'PolicyScope' } },
    DescribeResourcePoliciesResponse: { resourcePolicies: { type: 'list:struct:ResourcePolicy' }, nextToken: { type: 'string' } },
    DescribeSubscriptionFiltersRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, filterNamePrefix: { type: 'string', constraint: 'FilterName' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'DescribeLimit' } },
    DescribeSubscriptionFiltersResponse: { subscriptionFilters: { type: 'list:struct:SubscriptionFilter' }, nextToken: { type: 'string' } },
    Entity: { keyAttributes: { type: 'map:string', constraint: 'EntityKeyAttributes' }, attributes: { type: 'map:string', constraint: 'EntityAttributes' } },
    FilterLogEventsRequest: { logGroupName: { type: 'string', constraint: 'LogGroupName' }, logGroupIdentifier: { type: 'string', constraint: 'LogGroupIdentifier' }, logStreamNames: { type: 'list:string', constraint: 'InputLogStreamNames' }, logStreamNamePrefix: { type: 'string', constraint: 'LogStreamName' }, startTime: { type: 'number', constraint: 'Timestamp' }, endTime: { type: 'number', constraint: 'Timestamp' }, filterPattern: { type: 'string', constraint: 'FilterPattern' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'EventsLimit' }, startFromHead: { type: 'boolean' }, interleaved: { type: 'boolean' }, unmask: { type: 'boolean' } },
    FilterLogEventsResponse: { events: { type: 'list:struct:FilteredLogEvent' }, searchedLogStreams: { type: 'list:struct:SearchedLogStream' }, nextToken: { type: 'string' } },
    FilteredLogEvent: { logStreamName: { type: 'string' }, timestamp: { type: 'number' }, message: { type: 'string' }, ingestionTime: { type: 'number' }, eventId: { type: 'string' } },
    GetLogEventsRequest: { logStreamName: { type: 'string', required: true, constraint: 'LogStreamName' }, logGroupName: { type: 'string', constraint: 'LogGroupName' }, logGroupIdentifier: { type: 'string', constraint: 'LogGroupIdentifier' }, startTime: { type: 'number', constraint: 'Timestamp' }, endTime: { type: 'number', constraint: 'Timestamp' }, nextToken: { type: 'string', constraint: 'NextToken' }, limit: { type: 'number', constraint: 'EventsLimit' }, startFromHead: { type: 'boolean' }, unmask: { type: 'boolean' } },
    GetLogEventsResponse: { events: { type: 'list:struct:OutputLogEvent' }, nextForwardToken: { type: 'string' }, nextBackwardToken: { type: 'string' } },
    InputLogEvent: { timestamp: { type: 'number', required: true, constraint: 'Timestamp' }, message: { type: 'string', required: true, constraint: 'EventMessage' } },
    LogGroup: { logGroupName: { type: 'string' }, creationTime: { type: 'number' }, retentionInDays: { type: 'number' }, metricFilterCount: { type: 'number' }, arn: { type: 'string' }, storedBytes: { type: 'number' }, kmsKeyId: { type: 'string' }, dataProtectionStatus: { type: 'string' }, inheritedProperties: { type: 'list:string' }, logGroupClass: { type: 'string' }, logGroupArn: { type: 'string' }, deletionProtectionEnabled: { type: 'boolean' }, bearerTokenAuthenticationEnabled: { type: 'boolean' }, retentionPolicyName: { type: 'string' } },
    LogStream: { logStreamName: { type: 'string' }, creationTime: { type: 'number' }, firstEventTimestamp: { type: 'number' }, lastEventTimestamp: { type: 'number' }, lastIngestionTime: { type: 'number' }, uploadSequenceToken: { type: 'string' }, arn: { type: 'string' }, storedBytes: { type: 'number' } },
    MetricFilter: { filterName: { type: 'string' }, filterPattern: { type: 'string' }, metricTransformations: { type: 'list:struct:MetricTransformation' }, creationTime: { type: 'number' }, logGroupName: { type: 'string' }, applyOnTransformedLogs: { type: 'boolean' }, fieldSelectionCriteria: { type: 'string' }, emitSystemFieldDimensions: { type: 'list:string' } },
    MetricFilterMatchRecord: { eventNumber: { type: 'number' }, eventMessage: { type: 'string' }, extractedValues: { type: 'map:string' } },
    MetricTransformation: { metricName: { type: 'string', required: true, constraint: 'MetricName' }, metricNamespace: { type: 'string', required: true, constraint: 'MetricNamespace' }, metricValue: { type: 'string', required: true, constraint: 'MetricValue' }, defaultValue: { type: 'number' }, dimensions: { type: 'map:string', constraint: 'Dimensions' }, unit: { type: 'string', constraint: 'StandardUnit' } },
    OutputLogEvent: { timestamp: { type: 'number' }, message: { type: 'string' }, ingestionTime: { type: 'number' } },
    PutLogEventsRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, logStreamName: { type: 'string', required: true, constraint: 'LogStreamName' }, logEvents: { type: 'list:struct:InputLogEvent', required: true, constraint: 'InputLogEvents' }, sequenceToken: { type: 'string', constraint: 'SequenceToken' }, entity: { type: 'struct:Entity' } },
    PutLogEventsResponse: { nextSequenceToken: { type: 'string' }, rejectedLogEventsInfo: { type: 'struct:RejectedLogEventsInfo' }, rejectedEntityInfo: { type: 'struct:RejectedEntityInfo' } },
    PutMetricFilterRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, filterName: { type: 'string', required: true, constraint: 'FilterName' }, filterPattern: { type: 'string', required: true, constraint: 'FilterPattern' }, metricTransformations: { type: 'list:struct:MetricTransformation', required: true, constraint: 'MetricTransformations' }, applyOnTransformedLogs: { type: 'boolean' }, fieldSelectionCriteria: { type: 'string', constraint: 'FieldSelectionCriteria' }, emitSystemFieldDimensions: { type: 'list:string' } },
    PutResourcePolicyRequest: { policyName: { type: 'string' }, policyDocument: { type: 'string', constraint: 'PolicyDocument' }, resourceArn: { type: 'string' }, expectedRevisionId: { type: 'string', constraint: 'ExpectedRevisionId' } },
    PutResourcePolicyResponse: { resourcePolicy: { type: 'struct:ResourcePolicy' }, revisionId: { type: 'string' } },
    PutRetentionPolicyRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, retentionInDays: { type: 'number', required: true } },
    PutSubscriptionFilterRequest: { logGroupName: { type: 'string', required: true, constraint: 'LogGroupName' }, filterName: { type: 'string', required: true, constraint: 'FilterName' }, filterPattern: { type: 'string', required: true, constraint: 'FilterPattern' }, destinationArn: { type: 'string', required: true, constraint: 'DestinationArn' }, roleArn: { type: 'string', constraint: 'RoleArn' }, distribution: { type: 'string', constraint: 'Distribution' }, applyOnTransformedLogs: { type: 'boolean' }, fieldSelectionCriteria: { type: 'string', constraint: 'FieldSelectionCriteria' }, emitSystemFields: { type: 'list:string' } },
    RejectedEntityInfo: { errorType: { type: 'string', required: true } },
    RejectedLogEventsInfo: { tooNewLogEventStartIndex: { type: 'number' }, tooOldLogEventEndIndex: { type: 'number' }, expiredLogEventEndIndex: { type: 'number' } },
    ResourcePolicy: { policyName: { type: 'string' }, policyDocument: { type: 'string' }, lastUpdatedTime: { type: 'number' }, policyScope: { type: 'string' }, resourceArn: { type: 'string' }, revisionId: { type: 'string' } },
    SearchedLogStream: { logStreamName: { type: 'string' }, searchedCompletely: { type: 'boolean' } },
    SubscriptionFilter: { filterName: { type: 'string' }, logGroupName: { type: 'string' }, filterPattern: { type: 'string' }, destinationArn: { type: 'string' }, roleArn: { type: 'string' }, distribution: { type: 'string' }, applyOnTransformedLogs: { type: 'boolean' }, creationTime: { type: 'number' }, fieldSelectionCriteria: { type: 'string' }, emitSystemFields: { type: 'list:string' } },
    TestMetricFilterRequest: { filterPattern: { type: 'string', required: true, constraint: 'FilterPattern' }, logEventMessages: { type: 'list:string', required: true, constraint: 'TestEventMessages' } },
    TestMetricFilterResponse: { matches: { type: 'list:struct:MetricFilterMatchRecord' } },
  },
  constraints: {
    AccountId: {"min":12,"max":12,"pattern":"^\\d{12}$"},
    AccountIds: {"min":0,"max":20,"of":"AccountId"},
    DescribeLimit: {"min":1,"max":50},
    DescribeLogGroupsLogGroupIdentifiers: {"min":1,"max":50,"of":"LogGroupIdentifier"},
    DestinationArn: {"min":1},
    Dimensions: {"of":"DimensionsValue","key":"DimensionsKey"},
    DimensionsKey: {"max":255},
    DimensionsValue: {"max":255},
    Distribution: {"oneOf":["Random","ByLogStream"]},
    EntityAttributes: {"min":0,"max":10,"of":"EntityAttributesValue","key":"EntityAttributesKey"},
    EntityAttributesKey: {"min":1,"max":256},
    EntityAttributesValue: {"min":1,"max":512},
    EntityKeyAttributes: {"min":2,"max":4,"of":"EntityKeyAttributesValue","key":"EntityKeyAttributesKey"},
    EntityKeyAttributesKey: {"min":1,"max":32},
    EntityKeyAttributesValue: {"min":1,"max":512},
    EventMessage: {"min":1},
    EventsLimit: {"min":1,"max":10000},
    ExpectedRevisionId: {"min":1},
    FieldSelectionCriteria: {"min":0,"max":2000},
    FilterName: {"min":1,"max":512,"pattern":"[^:*]*"},
    FilterPattern: {"min":0,"max":1024},
    InputLogEvents: {"min":1,"max":10000},
    InputLogStreamNames: {"min":1,"max":100,"of":"LogStreamName"},
    KmsKeyId: {"max":256},
    LogGroupClass: {"oneOf":["STANDARD","INFREQUENT_ACCESS","DELIVERY"]},
    LogGroupIdentifier: {"min":1,"max":2048,"pattern":"[\\w#+=/:,.@-]*"},
    LogGroupName: {"min":1,"max":512,"pattern":"[\\.\\-_/#A-Za-z0-9]+"},
    LogGroupNamePattern: {"min":0,"max":512,"pattern":"[\\.\\-_/#A-Za-z0-9]*"},
    LogStreamName: {"min":1,"max":512,"pattern":"[^:*]*"},
    MetricName: {"max":255,"pattern":"[^:*$]*"},
    MetricNamespace: {"max":255,"pattern":"[^:*$]*"},
    MetricTransformations: {"min":1,"max":1},
    MetricValue: {"max":100},
    NextToken: {"min":1},
    OrderBy: {"oneOf":["LogStreamName","LastEventTime"]},
    PolicyDocument: {"min":1,"max":51200},
    PolicyScope: {"oneOf":["ACCOUNT","RESOURCE"]},
    RoleArn: {"min":1},
    SequenceToken: {"min":1},
    StandardUnit: {"oneOf":["Seconds","Microseconds","Milliseconds","Bytes","Kilobytes","Megabytes","Gigabytes","Terabytes","Bits","Kilobits","Megabits","Gigabits","Terabits","Percent","Count","Bytes/Second","Kilobytes/Second","Megabytes/Second","Gigabytes/Second","Terabytes/Second","Bits/Second","Kilobits/Second","Megabits/Second","Gigabits/Second","Terabits/Second","Count/Second","None"]},
    TagKey: {"min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"},
    TagValue: {"max":256,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
    Tags: {"min":1,"max":50,"of":"TagValue","key":"TagKey"},
    TestEventMessages: {"min":1,"max":50,"of":"EventMessage"},
    Timestamp: {"min":0},
  },
  shapesOf: {
    CreateLogGroup: { input: 'CreateLogGroupRequest', output: undefined },
    CreateLogStream: { input: 'CreateLogStreamRequest', output: undefined },
    DeleteLogGroup: { input: 'DeleteLogGroupRequest', output: undefined },
    DeleteLogStream: { input: 'DeleteLogStreamRequest', output: undefined },
    DeleteMetricFilter: { input: 'DeleteMetricFilterRequest', output: undefined },
    DeleteResourcePolicy: { input: 'DeleteResourcePolicyRequest', output: undefined },
    DeleteRetentionPolicy: { input: 'DeleteRetentionPolicyRequest', output: undefined },
    DeleteSubscriptionFilter: { input: 'DeleteSubscriptionFilterRequest', output: undefined },
    DescribeLogGroups: { input: 'DescribeLogGroupsRequest', output: 'DescribeLogGroupsResponse' },
    DescribeLogStreams: { input: 'DescribeLogStreamsRequest', output: 'DescribeLogStreamsResponse' },
    DescribeMetricFilters: { input: 'DescribeMetricFiltersRequest', output: 'DescribeMetricFiltersResponse' },
    DescribeResourcePolicies: { input: 'DescribeResourcePoliciesRequest', output: 'DescribeResourcePoliciesResponse' },
    DescribeSubscriptionFilters: { input: 'DescribeSubscriptionFiltersRequest', output: 'DescribeSubscriptionFiltersResponse' },
    FilterLogEvents: { input: 'FilterLogEventsRequest', output: 'FilterLogEventsResponse' },
    GetLogEvents: { input: 'GetLogEventsRequest', output: 'GetLogEventsResponse' },
    PutLogEvents: { input: 'PutLogEventsRequest', output: 'PutLogEventsResponse' },
    PutMetricFilter: { input: 'PutMetricFilterRequest', output: undefined },
    PutResourcePolicy: { input: 'PutResourcePolicyRequest', output: 'PutResourcePolicyResponse' },
    PutRetentionPolicy: { input: 'PutRetentionPolicyRequest', output: undefined },
    PutSubscriptionFilter: { input: 'PutSubscriptionFilterRequest', output: undefined },
    TestMetricFilter: { input: 'TestMetricFilterRequest', output: 'TestMetricFilterResponse' },
  },
}

export interface CreateLogGroupRequest {
  readonly logGroupName: string
  readonly kmsKeyId?: string | undefined
  readonly tags?: Readonly<Record<string, string>> | undefined
  readonly logGroupClass?: string | undefined
  readonly deletionProtectionEnabled?: boolean | undefined
}

export interface CreateLogStreamRequest {
  readonly logGroupName: string
  readonly logStreamName: string
}

export interface DeleteLogGroupRequest {
  readonly logGroupName: string
}

export interface DeleteLogStreamRequest {
  readonly logGroupName: string
  readonly logStreamName: string
}

export interface DeleteMetricFilterRequest {
  readonly logGroupName: string
  readonly filterName: string
}

export interface DeleteResourcePolicyRequest {
  readonly policyName?: string | undefined
  readonly resourceArn?: string | undefined
  readonly expectedRevisionId?: string | undefined
}

export interface DeleteRetentionPolicyRequest {
  readonly logGroupName: string
}

export interface DeleteSubscriptionFilterRequest {
  readonly logGroupName: string
  readonly filterName: string
}

export interface DescribeLogGroupsRequest {
  readonly accountIdentifiers?: readonly (string)[] | undefined
  readonly logGroupNamePrefix?: string | undefined
  readonly logGroupNamePattern?: string | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
  readonly includeLinkedAccounts?: boolean | undefined
  readonly logGroupClass?: string | undefined
  readonly logGroupIdentifiers?: readonly (string)[] | undefined
}

export interface DescribeLogGroupsResponse {
  readonly logGroups?: readonly (LogGroup)[] | undefined
  readonly nextToken?: string | undefined
}

export interface DescribeLogStreamsRequest {
  readonly logGroupName?: string | undefined
  readonly logGroupIdentifier?: string | undefined
  readonly logStreamNamePrefix?: string | undefined
  readonly orderBy?: string | undefined
  readonly descending?: boolean | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
}

export interface DescribeLogStreamsResponse {
  readonly logStreams?: readonly (LogStream)[] | undefined
  readonly nextToken?: string | undefined
}

export interface DescribeMetricFiltersRequest {
  readonly logGroupName?: string | undefined
  readonly filterNamePrefix?: string | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
  readonly metricName?: string | undefined
  readonly metricNamespace?: string | undefined
}

export interface DescribeMetricFiltersResponse {
  readonly metricFilters?: readonly (MetricFilter)[] | undefined
  readonly nextToken?: string | undefined
}

export interface DescribeResourcePoliciesRequest {
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
  readonly resourceArn?: string | undefined
  readonly policyScope?: string | undefined
}

export interface DescribeResourcePoliciesResponse {
  readonly resourcePolicies?: readonly (ResourcePolicy)[] | undefined
  readonly nextToken?: string | undefined
}

export interface DescribeSubscriptionFiltersRequest {
  readonly logGroupName: string
  readonly filterNamePrefix?: string | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
}

export interface DescribeSubscriptionFiltersResponse {
  readonly subscriptionFilters?: readonly (SubscriptionFilter)[] | undefined
  readonly nextToken?: string | undefined
}

export interface Entity {
  readonly keyAttributes?: Readonly<Record<string, string>> | undefined
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

export interface FilterLogEventsRequest {
  readonly logGroupName?: string | undefined
  readonly logGroupIdentifier?: string | undefined
  readonly logStreamNames?: readonly (string)[] | undefined
  readonly logStreamNamePrefix?: string | undefined
  readonly startTime?: number | undefined
  readonly endTime?: number | undefined
  readonly filterPattern?: string | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
  readonly startFromHead?: boolean | undefined
  readonly interleaved?: boolean | undefined
  readonly unmask?: boolean | undefined
}

export interface FilterLogEventsResponse {
  readonly events?: readonly (FilteredLogEvent)[] | undefined
  readonly searchedLogStreams?: readonly (SearchedLogStream)[] | undefined
  readonly nextToken?: string | undefined
}

export interface FilteredLogEvent {
  readonly logStreamName?: string | undefined
  readonly timestamp?: number | undefined
  readonly message?: string | undefined
  readonly ingestionTime?: number | undefined
  readonly eventId?: string | undefined
}

export interface GetLogEventsRequest {
  readonly logStreamName: string
  readonly logGroupName?: string | undefined
  readonly logGroupIdentifier?: string | undefined
  readonly startTime?: number | undefined
  readonly endTime?: number | undefined
  readonly nextToken?: string | undefined
  readonly limit?: number | undefined
  readonly startFromHead?: boolean | undefined
  readonly unmask?: boolean | undefined
}

export interface GetLogEventsResponse {
  readonly events?: readonly (OutputLogEvent)[] | undefined
  readonly nextForwardToken?: string | undefined
  readonly nextBackwardToken?: string | undefined
}

export interface InputLogEvent {
  readonly timestamp: number
  readonly message: string
}

export interface LogGroup {
  readonly logGroupName?: string | undefined
  readonly creationTime?: number | undefined
  readonly retentionInDays?: number | undefined
  readonly metricFilterCount?: number | undefined
  readonly arn?: string | undefined
  readonly storedBytes?: number | undefined
  readonly kmsKeyId?: string | undefined
  readonly dataProtectionStatus?: string | undefined
  readonly inheritedProperties?: readonly (string)[] | undefined
  readonly logGroupClass?: string | undefined
  readonly logGroupArn?: string | undefined
  readonly deletionProtectionEnabled?: boolean | undefined
  readonly bearerTokenAuthenticationEnabled?: boolean | undefined
  readonly retentionPolicyName?: string | undefined
}

export interface LogStream {
  readonly logStreamName?: string | undefined
  readonly creationTime?: number | undefined
  readonly firstEventTimestamp?: number | undefined
  readonly lastEventTimestamp?: number | undefined
  readonly lastIngestionTime?: number | undefined
  readonly uploadSequenceToken?: string | undefined
  readonly arn?: string | undefined
  readonly storedBytes?: number | undefined
}

export interface MetricFilter {
  readonly filterName?: string | undefined
  readonly filterPattern?: string | undefined
  readonly metricTransformations?: readonly (MetricTransformation)[] | undefined
  readonly creationTime?: number | undefined
  readonly logGroupName?: string | undefined
  readonly applyOnTransformedLogs?: boolean | undefined
  readonly fieldSelectionCriteria?: string | undefined
  readonly emitSystemFieldDimensions?: readonly (string)[] | undefined
}

export interface MetricFilterMatchRecord {
  readonly eventNumber?: number | undefined
  readonly eventMessage?: string | undefined
  readonly extractedValues?: Readonly<Record<string, string>> | undefined
}

export interface MetricTransformation {
  readonly metricName: string
  readonly metricNamespace: string
  readonly metricValue: string
  readonly defaultValue?: number | undefined
  readonly dimensions?: Readonly<Record<string, string>> | undefined
  readonly unit?: string | undefined
}

export interface OutputLogEvent {
  readonly timestamp?: number | undefined
  readonly message?: string | undefined
  readonly ingestionTime?: number | undefined
}

export interface PutLogEventsRequest {
  readonly logGroupName: string
  readonly logStreamName: string
  readonly logEvents: readonly (InputLogEvent)[]
  readonly sequenceToken?: string | undefined
  readonly entity?: Entity | undefined
}

export interface PutLogEventsResponse {
  readonly nextSequenceToken?: string | undefined
  readonly rejectedLogEventsInfo?: RejectedLogEventsInfo | undefined
  readonly rejectedEntityInfo?: RejectedEntityInfo | undefined
}

export interface PutMetricFilterRequest {
  readonly logGroupName: string
  readonly filterName: string
  readonly filterPattern: string
  readonly metricTransformations: readonly (MetricTransformation)[]
  readonly applyOnTransformedLogs?: boolean | undefined
  readonly fieldSelectionCriteria?: string | undefined
  readonly emitSystemFieldDimensions?: readonly (string)[] | undefined
}

export interface PutResourcePolicyRequest {
  readonly policyName?: string | undefined
  readonly policyDocument?: string | undefined
  readonly resourceArn?: string | undefined
  readonly expectedRevisionId?: string | undefined
}

export interface PutResourcePolicyResponse {
  readonly resourcePolicy?: ResourcePolicy | undefined
  readonly revisionId?: string | undefined
}

export interface PutRetentionPolicyRequest {
  readonly logGroupName: string
  readonly retentionInDays: number
}

export interface PutSubscriptionFilterRequest {
  readonly logGroupName: string
  readonly filterName: string
  readonly filterPattern: string
  readonly destinationArn: string
  readonly roleArn?: string | undefined
  readonly distribution?: string | undefined
  readonly applyOnTransformedLogs?: boolean | undefined
  readonly fieldSelectionCriteria?: string | undefined
  readonly emitSystemFields?: readonly (string)[] | undefined
}

export interface RejectedEntityInfo {
  readonly errorType: string
}

export interface RejectedLogEventsInfo {
  readonly tooNewLogEventStartIndex?: number | undefined
  readonly tooOldLogEventEndIndex?: number | undefined
  readonly expiredLogEventEndIndex?: number | undefined
}

export interface ResourcePolicy {
  readonly policyName?: string | undefined
  readonly policyDocument?: string | undefined
  readonly lastUpdatedTime?: number | undefined
  readonly policyScope?: string | undefined
  readonly resourceArn?: string | undefined
  readonly revisionId?: string | undefined
}

export interface SearchedLogStream {
  readonly logStreamName?: string | undefined
  readonly searchedCompletely?: boolean | undefined
}

export interface SubscriptionFilter {
  readonly filterName?: string | undefined
  readonly logGroupName?: string | undefined
  readonly filterPattern?: string | undefined
  readonly destinationArn?: string | undefined
  readonly roleArn?: string | undefined
  readonly distribution?: string | undefined
  readonly applyOnTransformedLogs?: boolean | undefined
  readonly creationTime?: number | undefined
  readonly fieldSelectionCriteria?: string | undefined
  readonly emitSystemFields?: readonly (string)[] | undefined
}

export interface TestMetricFilterRequest {
  readonly filterPattern: string
  readonly logEventMessages: readonly (string)[]
}

export interface TestMetricFilterResponse {
  readonly matches?: readonly (MetricFilterMatchRecord)[] | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
  CreateLogGroup: { input: CreateLogGroupRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html */
  CreateLogStream: { input: CreateLogStreamRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html */
  DeleteLogGroup: { input: DeleteLogGroupRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogStream.html */
  DeleteLogStream: { input: DeleteLogStreamRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html */
  DeleteMetricFilter: { input: DeleteMetricFilterRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteResourcePolicy.html */
  DeleteResourcePolicy: { input: DeleteResourcePolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteRetentionPolicy.html */
  DeleteRetentionPolicy: { input: DeleteRetentionPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteSubscriptionFilter.html */
  DeleteSubscriptionFilter: { input: DeleteSubscriptionFilterRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogGroups.html */
  DescribeLogGroups: { input: DescribeLogGroupsRequest; output: DescribeLogGroupsResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeLogStreams.html */
  DescribeLogStreams: { input: DescribeLogStreamsRequest; output: DescribeLogStreamsResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeMetricFilters.html */
  DescribeMetricFilters: { input: DescribeMetricFiltersRequest; output: DescribeMetricFiltersResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html */
  DescribeResourcePolicies: { input: DescribeResourcePoliciesRequest; output: DescribeResourcePoliciesResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeSubscriptionFilters.html */
  DescribeSubscriptionFilters: { input: DescribeSubscriptionFiltersRequest; output: DescribeSubscriptionFiltersResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
  FilterLogEvents: { input: FilterLogEventsRequest; output: FilterLogEventsResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
  GetLogEvents: { input: GetLogEventsRequest; output: GetLogEventsResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
  PutLogEvents: { input: PutLogEventsRequest; output: PutLogEventsResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html */
  PutMetricFilter: { input: PutMetricFilterRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html */
  PutResourcePolicy: { input: PutResourcePolicyRequest; output: PutResourcePolicyResponse }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
  PutRetentionPolicy: { input: PutRetentionPolicyRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html */
  PutSubscriptionFilter: { input: PutSubscriptionFilterRequest; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html */
  TestMetricFilter: { input: TestMetricFilterRequest; output: TestMetricFilterResponse }
}
