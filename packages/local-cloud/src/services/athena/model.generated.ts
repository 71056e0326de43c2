// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    AclConfiguration: { S3AclOption: { type: 'string', required: true, constraint: 'S3AclOption' } },
    AthenaError: { ErrorCategory: { type: 'number' }, ErrorType: { type: 'number' }, Retryable: { type: 'boolean' }, ErrorMessage: { type: 'string' } },
    BatchGetQueryExecutionInput: { QueryExecutionIds: { type: 'list:string', required: true, constraint: 'QueryExecutionIdList' } },
    BatchGetQueryExecutionOutput: { QueryExecutions: { type: 'list:struct:QueryExecution' }, UnprocessedQueryExecutionIds: { type: 'list:struct:UnprocessedQueryExecutionId' } },
    Classification: { Name: { type: 'string', constraint: 'NameString' }, Properties: { type: 'map:string', constraint: 'ParametersMap' } },
    CloudWatchLoggingConfiguration: { Enabled: { type: 'boolean', required: true }, LogGroup: { type: 'string', constraint: 'LogGroupName' }, LogStreamNamePrefix: { type: 'string', constraint: 'LogStreamNamePrefix' }, LogTypes: { type: 'map:list:string' } },
    ColumnInfo: { Name: { type: 'string', required: true }, Type: { type: 'string', required: true }, CatalogName: { type: 'string' }, SchemaName: { type: 'string' }, TableName: { type: 'string' }, Label: { type: 'string' }, Precision: { type: 'number' }, Scale: { type: 'number' }, Nullable: { type: 'string' }, CaseSensitive: { type: 'boolean' } },
    CreateNamedQueryInput: { Name: { type: 'string', required: true, constraint: 'NameString' }, Database: { type: 'string', required: true, constraint: 'DatabaseString' }, QueryString: { type: 'string', required: true, constraint: 'QueryString' }, Description: { type: 'string', constraint: 'DescriptionString' }, ClientRequestToken: { type: 'string', constraint: 'IdempotencyToken' }, WorkGroup: { type: 'string', constraint: 'WorkGroupName' } },
    CreateNamedQueryOutput: { NamedQueryId: { type: 'string' } },
    CreateWorkGroupInput: { Name: { type: 'string', required: true, constraint: 'WorkGroupName' }, Configuration: { type: 'struct:WorkGroupConfiguration' }, Description: { type: 'string', constraint: 'WorkGroupDescriptionString' }, Tags: { type: 'list:struct:Tag' } },
    CreateWorkGroupOutput: { },
    CustomerContentEncryptionConfiguration: { KmsKey: { type: 'string', required: true, constraint: 'KmsKey' } },
    Datum: { VarCharValue: { type: 'string' } },
    DeleteNamedQueryInput: { NamedQueryId: { type: 'string', constraint: 'NamedQueryId' } },
    DeleteNamedQueryOutput: { },
    DeleteWorkGroupInput: { WorkGroup: { type: 'string', required: true, constraint: 'WorkGroupName' }, RecursiveDeleteOption: { type: 'boolean' } },
    DeleteWorkGroupOutput: { },
    EncryptionConfiguration: { EncryptionOption: { type: 'string', required: true, constraint: 'EncryptionOption' }, KmsKey: { type: 'string' } },
    EngineConfiguration: { CoordinatorDpuSize: { type: 'number', constraint: 'CoordinatorDpuSize' }, MaxConcurrentDpus: { type: 'number', constraint: 'MaxConcurrentDpus' }, DefaultExecutorDpuSize: { type: 'number', constraint: 'DefaultExecutorDpuSize' }, AdditionalConfigs: { type: 'map:string', constraint: 'ParametersMap' }, SparkProperties: { type: 'map:string', constraint: 'ParametersMap' }, Classifications: { type: 'list:struct:Classification' } },
    EngineVersion: { SelectedEngineVersion: { type: 'string', constraint: 'NameString' }, EffectiveEngineVersion: { type: 'string', constraint: 'NameString' } },
    GetNamedQueryInput: { NamedQueryId: { type: 'string', required: true, constraint: 'NamedQueryId' } },
    GetNamedQueryOutput: { NamedQuery: { type: 'struct:NamedQuery' } },
    GetQueryExecutionInput: { QueryExecutionId: { type: 'string', required: true, constraint: 'QueryExecutionId' } },
    GetQueryExecutionOutput: { QueryExecution: { type: 'struct:QueryExecution' } },
    GetQueryResultsInput: { QueryExecutionId: { type: 'string', required: true, constraint: 'QueryExecutionId' }, NextToken: { type: 'string', constraint: 'Token' }, MaxResults: { type: 'number', constraint: 'MaxQueryResults' }, QueryResultType: { type: 'string', constraint: 'QueryResultType' } },
    GetQueryResultsOutput: { UpdateCount: { type: 'number' }, ResultSet: { type: 'struct:ResultSet' }, NextToken: { type: 'string' } },
    GetWorkGroupInput: { WorkGroup: { type: 'string', required: true, constraint: 'WorkGroupName' } },
    GetWorkGroupOutput: { WorkGroup: { type: 'struct:WorkGroup' } },
    IdentityCenterConfiguration: { EnableIdentityCenter: { type: 'boolean' }, IdentityCenterInstanceArn: { type: 'string', constraint: 'IdentityCenterInstanceArn' } },
    ListNamedQueriesInput: { NextToken: { type: 'string', constraint: 'Token' }, MaxResults: { type: 'number', constraint: 'MaxNamedQueriesCount' }, WorkGroup: { type: 'string', constraint: 'WorkGroupName' } },
    ListNamedQueriesOutput: { NamedQueryIds: { type: 'list:string' }, NextToken: { type: 'string' } },
    ListQueryExecutionsInput: { NextToken: { type: 'string', constraint: 'Token' }, MaxResults: { type: 'number', constraint: 'MaxQueryExecutionsCount' }, WorkGroup: { type: 'string', constraint: 'WorkGroupName' } },
    ListQueryExecutionsOutput: { QueryExecutionIds: { type: 'list:string' }, NextToken: { type: 'string' } },
    ListWorkGroupsInput: { NextToken: { type: 'string', constraint: 'Token' }, MaxResults: { type: 'number', constraint: 'MaxWorkGroupsCount' } },
    ListWorkGroupsOutput: { WorkGroups: { type: 'list:struct:WorkGroupSummary' }, NextToken: { type: 'string' } },
    ManagedLoggingConfiguration: { Enabled: { type: 'boolean', required: true }, KmsKey: { type: 'string', constraint: 'KmsKey' } },
    ManagedQueryResultsConfiguration: { Enabled: { type: 'boolean', required: true }, EncryptionConfiguration: { type: 'struct:ManagedQueryResultsEncryptionConfiguration' } },
    ManagedQueryResultsEncryptionConfiguration: { KmsKey: { type: 'string', required: true, constraint: 'KmsKey' } },
    MonitoringConfiguration: { CloudWatchLoggingConfiguration: { type: 'struct:CloudWatchLoggingConfiguration' }, ManagedLoggingConfiguration: { type: 'struct:ManagedLoggingConfiguration' }, S3LoggingConfiguration: { type: 'struct:S3LoggingConfiguration' } },
    NamedQuery: { Name: { type: 'string', required: true }, Database: { type: 'string', required: true }, QueryString: { type: 'string', required: true }, Description: { type: 'string' }, NamedQueryId: { type: 'string' }, WorkGroup: { type: 'string' } },
    QueryExecution: { QueryExecutionId: { type: 'string' }, Query: { type: 'string' }, StatementType: { type: 'string' }, ManagedQueryResultsConfiguration: { type: 'struct:ManagedQueryResultsConfiguration' }, ResultConfiguration: { type: 'struct:ResultConfiguration' }, ResultReuseConfiguration: { type: 'struct:ResultReuseConfiguration' }, QueryExecutionContext: { type: 'struct:QueryExecutionContext' }, Status: { type: 'struct:QueryExecutionStatus' }, Statistics: { type: 'struct:QueryExecutionStatistics' }, WorkGroup: { type: 'string' }, EngineVersion: { type: 'struct:EngineVersion' }, ExecutionParameters: { type: 'list:string' }, SubstatementType: { type: 'string' }, QueryResultsS3AccessGrantsConfiguration: { type: 'struct:QueryResultsS3AccessGrantsConfiguration' } },
    QueryExecutionContext: { Database: { type: 'string', constraint: 'DatabaseString' }, Catalog: { type: 'string', constraint: 'CatalogNameString' } },
    QueryExecutionStatistics: { EngineExecutionTimeInMillis: { type: 'number' }, DataScannedInBytes: { type: 'number' }, DataManifestLocation: { type: 'string' }, TotalExecutionTimeInMillis: { type: 'number' }, QueryQueueTimeInMillis: { type: 'number' }, ServicePreProcessingTimeInMillis: { type: 'number' }, QueryPlanningTimeInMillis: { type: 'number' }, ServiceProcessingTimeInMillis: { type: 'number' }, ResultReuseInformation: { type: 'struct:ResultReuseInformation' }, DpuCount: { type: 'number' } },
    QueryExecutionStatus: { State: { type: 'string' }, StateChangeReason: { type: 'string' }, SubmissionDateTime: { type: 'timestamp' }, CompletionDateTime: { type: 'timestamp' }, AthenaError: { type: 'struct:AthenaError' } },
    QueryResultsS3AccessGrantsConfiguration: { EnableS3AccessGrants: { type: 'boolean', required: true }, AuthenticationType: { type: 'string', required: true, constraint: 'AuthenticationType' }, CreateUserLevelPrefix: { type: 'boolean' } },
    ResultConfiguration: { OutputLocation: { type: 'string' }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, ExpectedBucketOwner: { type: 'string', constraint: 'AwsAccountId' }, AclConfiguration: { type: 'struct:AclConfiguration' } },
    ResultReuseByAgeConfiguration: { Enabled: { type: 'boolean', required: true }, MaxAgeInMinutes: { type: 'number', constraint: 'Age' } },
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { type: 'struct:ResultReuseByAgeConfiguration' } },
    ResultReuseInformation: { ReusedPreviousResult: { type: 'boolean', required: true } },
    ResultSet: { Rows: { type: 'list:struct:Row' }, ResultSetMetadata: { type: 'struct:ResultSetMetadata' } },
    ResultSetMetadata: { ColumnInfo: { type: 'list:struct:ColumnInfo' } },
    Row: { Data: { type: 'list:struct:Datum' } },
    S3LoggingConfiguration: { Enabled: { type: 'boolean', required: true }, KmsKey: { type: 'string', constraint: 'KmsKey' }, LogLocation: { type: 'string', constraint: 'S3OutputLocation' } },
    StartQueryExecutionInput: { QueryString: { type: 'string', required: true, constraint: 'QueryString' }, ClientRequestToken: { type: 'string', constraint: 'IdempotencyToken' }, QueryExecutionContext: { type: 'struct:QueryExecutionContext' }, ResultConfiguration: { type: 'struct:ResultConfiguration' }, WorkGroup: { type: 'string', constraint: 'WorkGroupName' }, ExecutionParameters: { type: 'list:string', constraint: 'ExecutionParameters' }, ResultReuseConfiguration: { type: 'struct:ResultReuseConfiguration' }, EngineConfiguration: { type: 'struct:EngineConfiguration' } },
    StartQueryExecutionOutput: { QueryExecutionId: { type: 'string' } },
    StopQueryExecutionInput: { QueryExecutionId: { type: 'string', constraint: 'QueryExecutionId' } },
    StopQueryExecutionOutput: { },
    SystemTableStatus: { TableName: { type: 'string', required: true }, Enabled: { type: 'boolean', required: true } },
    Tag: { Key: { type: 'string', constraint: 'TagKey' }, Value: { type: 'string', constraint: 'TagValue' } },
    UnprocessedQueryExecutionId: { QueryExecutionId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    WorkGroup: { Name: { type: 'string', required: true }, State: { type: 'string' }, Configuration: { type: 'struct:WorkGroupConfiguration' }, Description: { type: 'string' }, CreationTime: { type: 'timestamp' }, IdentityCenterApplicationArn: { type: 'string' } },
    WorkGroupConfiguration: { ResultConfiguration: { type: 'struct:ResultConfiguration' }, ManagedQueryResultsConfiguration: { type: 'struct:ManagedQueryResultsConfiguration' }, EnforceWorkGroupConfiguration: { type: 'boolean' }, PublishCloudWatchMetricsEnabled: { type: 'boolean' }, BytesScannedCutoffPerQuery: { type: 'number', constraint: 'BytesScannedCutoffValue' }, RequesterPaysEnabled: { type: 'boolean' }, EngineVersion: { type: 'struct:EngineVersion' }, AdditionalConfiguration: { type: 'string', constraint: 'NameString' }, ExecutionRole: { type: 'string', constraint: 'RoleArn' }, MonitoringConfiguration: { type: 'struct:MonitoringConfiguration' }, EngineConfiguration: { type: 'struct:EngineConfiguration' }, CustomerContentEncryptionConfiguration: { type: 'struct:CustomerContentEncryptionConfiguration' }, EnableMinimumEncryptionConfiguration: { type: 'boolean' }, IdentityCenterConfiguration: { type: 'struct:IdentityCenterConfiguration' }, QueryResultsS3AccessGrantsConfiguration: { type: 'struct:QueryResultsS3AccessGrantsConfiguration' }, SystemTableStatuses: { type: 'list:struct:SystemTableStatus' } },
    WorkGroupSummary: { Name: { type: 'string' }, State: { type: 'string' }, Description: { type: 'string' }, CreationTime: { type: 'timestamp' }, EngineVersion: { type: 'struct:EngineVersion' }, IdentityCenterApplicationArn: { type: 'string' } },
  },
  constraints: {
    Age: {"min":0,"max":10080},
    AuthenticationType: {"oneOf":["DIRECTORY_IDENTITY"]},
    AwsAccountId: {"min":12,"max":12,"pattern":"^[0-9]+$"},
    BytesScannedCutoffValue: {"min":10000000},
    CatalogNameString: {"min":1,"max":256,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    CoordinatorDpuSize: {"min":1,"max":1},
    DatabaseString: {"min":1,"max":255},
    DefaultExecutorDpuSize: {"min":1,"max":1},
    DescriptionString: {"min":1,"max":1024},
    EncryptionOption: {"oneOf":["SSE_S3","SSE_KMS","CSE_KMS"]},
    ExecutionParameter: {"min":1,"max":1024},
    ExecutionParameters: {"min":1,"of":"ExecutionParameter"},
    IdempotencyToken: {"min":32,"max":128},
    IdentityCenterInstanceArn: {"min":0,"max":255,"pattern":"^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}$"},
    KeyString: {"min":1,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    KmsKey: {"min":1,"max":2048,"pattern":"^arn:aws[a-z\\-]*:kms:([a-z0-9\\-]+):\\d{12}:key/?[a-zA-Z_0-9+=,.@\\-_/]+$|^arn:aws[a-z\\-]*:kms:([a-z0-9\\-]+):\\d{12}:alias/?[a-zA-Z_0-9+=,.@\\-_/]+$|^alias/[a-zA-Z0-9/_-]+$|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"},
    LogGroupName: {"min":1,"max":512,"pattern":"^[a-zA-Z0-9._/-]+$"},
    LogStreamNamePrefix: {"min":1,"max":512,"pattern":"^[^:*]*$"},
    MaxConcurrentDpus: {"min":2,"max":5000},
    MaxNamedQueriesCount: {"min":0,"max":50},
    MaxQueryExecutionsCount: {"min":0,"max":50},
    MaxQueryResults: {"min":1,"max":1000},
    MaxWorkGroupsCount: {"min":1,"max":50},
    NameString: {"min":1,"max":128},
    NamedQueryId: {"min":1,"max":128,"pattern":"\\S+"},
    ParametersMap: {"of":"ParametersMapValue","key":"KeyString"},
    ParametersMapValue: {"max":51200},
    QueryExecutionId: {"min":1,"max":128,"pattern":"\\S+"},
    QueryExecutionIdList: {"min":1,"max":50,"of":"QueryExecutionId"},
    QueryResultType: {"oneOf":["DATA_MANIFEST","DATA_ROWS"]},
    QueryString: {"min":1,"max":262144},
    RoleArn: {"min":20,"max":2048,"pattern":"^arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+$"},
    S3AclOption: {"oneOf":["BUCKET_OWNER_FULL_CONTROL"]},
    S3OutputLocation: {"max":1024,"pattern":"^s3://[a-z0-9][a-z0-9\\-]*[a-z0-9](/.*)?$"},
    TagKey: {"min":1,"max":128},
    TagValue: {"min":0,"max":256},
    Token: {"min":1,"max":1024},
    WorkGroupDescriptionString: {"min":0,"max":1024},
    WorkGroupName: {"pattern":"[a-zA-Z0-9._-]{1,128}"},
  },
  shapesOf: {
    BatchGetQueryExecution: { input: 'BatchGetQueryExecutionInput', output: 'BatchGetQueryExecutionOutput' },
    CreateNamedQuery: { input: 'CreateNamedQueryInput', output: 'CreateNamedQueryOutput' },
    CreateWorkGroup: { input: 'CreateWorkGroupInput', output: 'CreateWorkGroupOutput' },
    DeleteNamedQuery: { input: 'DeleteNamedQueryInput', output: 'DeleteNamedQueryOutput' },
    DeleteWorkGroup: { input: 'DeleteWorkGroupInput', output: 'DeleteWorkGroupOutput' },
    GetNamedQuery: { input: 'GetNamedQueryInput', output: 'GetNamedQueryOutput' },
    GetQueryExecution: { input: 'GetQueryExecutionInput', output: 'GetQueryExecutionOutput' },
    GetQueryResults: { input: 'GetQueryResultsInput', output: 'GetQueryResultsOutput' },
    GetWorkGroup: { input: 'GetWorkGroupInput', output: 'GetWorkGroupOutput' },
    ListNamedQueries: { input: 'ListNamedQueriesInput', output: 'ListNamedQueriesOutput' },
    ListQueryExecutions: { input: 'ListQueryExecutionsInput', output: 'ListQueryExecutionsOutput' },
    ListWorkGroups: { input: 'ListWorkGroupsInput', output: 'ListWorkGroupsOutput' },
    StartQueryExecution: { input: 'StartQueryExecutionInput', output: 'StartQueryExecutionOutput' },
    StopQueryExecution: { input: 'StopQueryExecutionInput', output: 'StopQueryExecutionOutput' },
  },
}

export interface AclConfiguration {
  readonly S3AclOption: string
}

export interface AthenaError {
  readonly ErrorCategory?: number | undefined
  readonly ErrorType?: number | undefined
  readonly Retryable?: boolean | undefined
  readonly ErrorMessage?: string | undefined
}

export interface BatchGetQueryExecutionInput {
  readonly QueryExecutionIds: readonly (string)[]
}

export interface BatchGetQueryExecutionOutput {
  readonly QueryExecutions?: readonly (QueryExecution)[] | undefined
  readonly UnprocessedQueryExecutionIds?: readonly (UnprocessedQueryExecutionId)[] | undefined
}

export interface Classification {
  readonly Name?: string | undefined
  readonly Properties?: Readonly<Record<string, string>> | undefined
}

export interface CloudWatchLoggingConfiguration {
  readonly Enabled: boolean
  readonly LogGroup?: string | undefined
  readonly LogStreamNamePrefix?: string | undefined
  readonly LogTypes?: Readonly<Record<string, readonly (string)[]>> | undefined
}

export interface ColumnInfo {
  readonly Name: string
  readonly Type: string
  readonly CatalogName?: string | undefined
  readonly SchemaName?: string | undefined
  readonly TableName?: string | undefined
  readonly Label?: string | undefined
  readonly Precision?: number | undefined
  readonly Scale?: number | undefined
  readonly Nullable?: string | undefined
  readonly CaseSensitive?: boolean | undefined
}

export interface CreateNamedQueryInput {
  readonly Name: string
  readonly Database: string
  readonly QueryString: string
  readonly Description?: string | undefined
  readonly ClientRequestToken?: string | undefined
  readonly WorkGroup?: string | undefined
}

export interface CreateNamedQueryOutput {
  readonly NamedQueryId?: string | undefined
}

export interface CreateWorkGroupInput {
  readonly Name: string
  readonly Configuration?: WorkGroupConfiguration | undefined
  readonly Description?: string | undefined
  readonly Tags?: readonly (Tag)[] | undefined
}

export interface CreateWorkGroupOutput {
}

export interface CustomerContentEncryptionConfiguration {
  readonly KmsKey: string
}

export interface Datum {
  readonly VarCharValue?: string | undefined
}

export interface DeleteNamedQueryInput {
  readonly NamedQueryId?: string | undefined
}

export interface DeleteNamedQueryOutput {
}

export interface DeleteWorkGroupInput {
  readonly WorkGroup: string
  readonly RecursiveDeleteOption?: boolean | undefined
}

export interface DeleteWorkGroupOutput {
}

export interface EncryptionConfiguration {
  readonly EncryptionOption: string
  readonly KmsKey?: string | undefined
}

export interface EngineConfiguration {
  readonly CoordinatorDpuSize?: number | undefined
  readonly MaxConcurrentDpus?: number | undefined
  readonly DefaultExecutorDpuSize?: number | undefined
  readonly AdditionalConfigs?: Readonly<Record<string, string>> | undefined
  readonly SparkProperties?: Readonly<Record<string, string>> | undefined
  readonly Classifications?: readonly (Classification)[] | undefined
}

export interface EngineVersion {
  readonly SelectedEngineVersion?: string | undefined
  readonly EffectiveEngineVersion?: string | undefined
}

export interface GetNamedQueryInput {
  readonly NamedQueryId: string
}

export interface GetNamedQueryOutput {
  readonly NamedQuery?: NamedQuery | undefined
}

export interface GetQueryExecutionInput {
  readonly QueryExecutionId: string
}

export interface GetQueryExecutionOutput {
  readonly QueryExecution?: QueryExecution | undefined
}

export interface GetQueryResultsInput {
  readonly QueryExecutionId: string
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
  readonly QueryResultType?: string | undefined
}

export interface GetQueryResultsOutput {
  readonly UpdateCount?: number | undefined
  readonly ResultSet?: ResultSet | undefined
  readonly NextToken?: string | undefined
}

export interface GetWorkGroupInput {
  readonly WorkGroup: string
}

export interface GetWorkGroupOutput {
  readonly WorkGroup?: WorkGroup | undefined
}

export interface IdentityCenterConfiguration {
  readonly EnableIdentityCenter?: boolean | undefined
  readonly IdentityCenterInstanceArn?: string | undefined
}

export interface ListNamedQueriesInput {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
  readonly WorkGroup?: string | undefined
}

export interface ListNamedQueriesOutput {
  readonly NamedQueryIds?: readonly (string)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListQueryExecutionsInput {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
  readonly WorkGroup?: string | undefined
}

export interface ListQueryExecutionsOutput {
  readonly QueryExecutionIds?: readonly (string)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListWorkGroupsInput {
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

export interface ListWorkGroupsOutput {
  readonly WorkGroups?: readonly (WorkGroupSummary)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ManagedLoggingConfiguration {
  readonly Enabled: boolean
  readonly KmsKey?: string | undefined
}

export interface ManagedQueryResultsConfiguration {
  readonly Enabled: boolean
  readonly EncryptionConfiguration?: ManagedQueryResultsEncryptionConfiguration | undefined
}

export interface ManagedQueryResultsEncryptionConfiguration {
  readonly KmsKey: string
}

export interface MonitoringConfiguration {
  readonly CloudWatchLoggingConfiguration?: CloudWatchLoggingConfiguration | undefined
  readonly ManagedLoggingConfiguration?: ManagedLoggingConfiguration | undefined
  readonly S3LoggingConfiguration?: S3LoggingConfiguration | undefined
}

export interface NamedQuery {
  readonly Name: string
  readonly Database: string
  readonly QueryString: string
  readonly Description?: string | undefined
  readonly NamedQueryId?: string | undefined
  readonly WorkGroup?: string | undefined
}

export interface QueryExecution {
  readonly QueryExecutionId?: string | undefined
  readonly Query?: string | undefined
  readonly StatementType?: string | undefined
  readonly ManagedQueryResultsConfiguration?: ManagedQueryResultsConfiguration | undefined
  readonly ResultConfiguration?: ResultConfiguration | undefined
  readonly ResultReuseConfiguration?: ResultReuseConfiguration | undefined
  readonly QueryExecutionContext?: QueryExecutionContext | undefined
  readonly Status?: QueryExecutionStatus | undefined
  readonly Statistics?: QueryExecutionStatistics | undefined
  readonly WorkGroup?: string | undefined
  readonly EngineVersion?: EngineVersion | undefined
  readonly ExecutionParameters?: readonly (string)[] | undefined
  readonly SubstatementType?: string | undefined
  readonly QueryResultsS3AccessGrantsConfiguration?: QueryResultsS3AccessGrantsConfiguration | undefined
}

export interface QueryExecutionContext {
  readonly Database?: string | undefined
  readonly Catalog?: string | undefined
}

export interface QueryExecutionStatistics {
  readonly EngineExecutionTimeInMillis?: number | undefined
  readonly DataScannedInBytes?: number | undefined
  readonly DataManifestLocation?: string | undefined
  readonly TotalExecutionTimeInMillis?: number | undefined
  readonly QueryQueueTimeInMillis?: number | undefined
  readonly ServicePreProcessingTimeInMillis?: number | undefined
  readonly QueryPlanningTimeInMillis?: number | undefined
  readonly ServiceProcessingTimeInMillis?: number | undefined
  readonly ResultReuseInformation?: ResultReuseInformation | undefined
  readonly DpuCount?: number | undefined
}

export interface QueryExecutionStatus {
  readonly State?: string | undefined
  readonly StateChangeReason?: string | undefined
  readonly SubmissionDateTime?: number | undefined
  readonly CompletionDateTime?: number | undefined
  readonly AthenaError?: AthenaError | undefined
}

export interface QueryResultsS3AccessGrantsConfiguration {
  readonly EnableS3AccessGrants: boolean
  readonly AuthenticationType: string
  readonly CreateUserLevelPrefix?: boolean | undefined
}

export interface ResultConfiguration {
  readonly OutputLocation?: string | undefined
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined
  readonly ExpectedBucketOwner?: string | undefined
  readonly AclConfiguration?: AclConfiguration | undefined
}

export interface ResultReuseByAgeConfiguration {
  readonly Enabled: boolean
  readonly MaxAgeInMinutes?: number | undefined
}

export interface ResultReuseConfiguration {
  readonly ResultReuseByAgeConfiguration?: ResultReuseByAgeConfiguration | undefined
}

export interface ResultReuseInformation {
  readonly ReusedPreviousResult: boolean
}

export interface ResultSet {
  readonly Rows?: readonly (Row)[] | undefined
  readonly ResultSetMetadata?: ResultSetMetadata | undefined
}

export interface ResultSetMetadata {
  readonly ColumnInfo?: readonly (ColumnInfo)[] | undefined
}

export interface Row {
  readonly Data?: readonly (Datum)[] | undefined
}

export interface S3LoggingConfiguration {
  readonly Enabled: boolean
  readonly KmsKey?: string | undefined
  readonly LogLocation?: string | undefined
}

export interface StartQueryExecutionInput {
  readonly QueryString: string
  readonly ClientRequestToken?: string | undefined
  readonly QueryExecutionContext?: QueryExecutionContext | undefined
  readonly ResultConfiguration?: ResultConfiguration | undefined
  readonly WorkGroup?: string | undefined
  readonly ExecutionParameters?: readonly (string)[] | undefined
  readonly ResultReuseConfiguration?: ResultReuseConfiguration | undefined
  readonly EngineConfiguration?: EngineConfiguration | undefined
}

export interface StartQueryExecutionOutput {
  readonly QueryExecutionId?: string | undefined
}

export interface StopQueryExecutionInput {
  readonly QueryExecutionId?: string | undefined
}

export interface StopQueryExecutionOutput {
}

export interface SystemTableStatus {
  readonly TableName: string
  readonly Enabled: boolean
}

export interface Tag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

export interface UnprocessedQueryExecutionId {
  readonly QueryExecutionId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface WorkGroup {
  readonly Name: string
  readonly State?: string | undefined
  readonly Configuration?: WorkGroupConfiguration | undefined
  readonly Description?: string | undefined
  readonly CreationTime?: number | undefined
  readonly IdentityCenterApplicationArn?: string | undefined
}

export interface WorkGroupConfiguration {
  readonly ResultConfiguration?: ResultConfiguration | undefined
  readonly ManagedQueryResultsConfiguration?: ManagedQueryResultsConfiguration | undefined
  readonly EnforceWorkGroupConfiguration?: boolean | undefined
  readonly PublishCloudWatchMetricsEnabled?: boolean | undefined
  readonly BytesScannedCutoffPerQuery?: number | undefined
  readonly RequesterPaysEnabled?: boolean | undefined
  readonly EngineVersion?: EngineVersion | undefined
  readonly AdditionalConfiguration?: string | undefined
  readonly ExecutionRole?: string | undefined
  readonly MonitoringConfiguration?: MonitoringConfiguration | undefined
  readonly EngineConfiguration?: EngineConfiguration | undefined
  readonly CustomerContentEncryptionConfiguration?: CustomerContentEncryptionConfiguration | undefined
  readonly EnableMinimumEncryptionConfiguration?: boolean | undefined
  readonly IdentityCenterConfiguration?: IdentityCenterConfiguration | undefined
  readonly QueryResultsS3AccessGrantsConfiguration?: QueryResultsS3AccessGrantsConfiguration | undefined
  readonly SystemTableStatuses?: readonly (SystemTableStatus)[] | undefined
}

export interface WorkGroupSummary {
  readonly Name?: string | undefined
  readonly State?: string | undefined
  readonly Description?: string | undefined
  readonly CreationTime?: number | undefined
  readonly EngineVersion?: EngineVersion | undefined
  readonly IdentityCenterApplicationArn?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_BatchGetQueryExecution.html */
  BatchGetQueryExecution: { input: BatchGetQueryExecutionInput; output: BatchGetQueryExecutionOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateNamedQuery.html */
  CreateNamedQuery: { input: CreateNamedQueryInput; output: CreateNamedQueryOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateWorkGroup.html */
  CreateWorkGroup: { input: CreateWorkGroupInput; output: CreateWorkGroupOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteNamedQuery.html */
  DeleteNamedQuery: { input: DeleteNamedQueryInput; output: DeleteNamedQueryOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_DeleteWorkGroup.html */
  DeleteWorkGroup: { input: DeleteWorkGroupInput; output: DeleteWorkGroupOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetNamedQuery.html */
  GetNamedQuery: { input: GetNamedQueryInput; output: GetNamedQueryOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryExecution.html */
  GetQueryExecution: { input: GetQueryExecutionInput; output: GetQueryExecutionOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetQueryResults.html */
  GetQueryResults: { input: GetQueryResultsInput; output: GetQueryResultsOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_GetWorkGroup.html */
  GetWorkGroup: { input: GetWorkGroupInput; output: GetWorkGroupOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_ListNamedQueries.html */
  ListNamedQueries: { input: ListNamedQueriesInput; output: ListNamedQueriesOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_ListQueryExecutions.html */
  ListQueryExecutions: { input: ListQueryExecutionsInput; output: ListQueryExecutionsOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_ListWorkGroups.html */
  ListWorkGroups: { input: ListWorkGroupsInput; output: ListWorkGroupsOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html */
  StartQueryExecution: { input: StartQueryExecutionInput; output: StartQueryExecutionOutput }
  /** @see https://docs.aws.amazon.com/athena/latest/APIReference/API_StopQueryExecution.html */
  StopQueryExecution: { input: StopQueryExecutionInput; output: StopQueryExecutionOutput }
}
