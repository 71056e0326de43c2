// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    AppSyncParameters: { GraphQLOperation: { type: 'string', constraint: 'GraphQLOperation' } },
    AwsVpcConfiguration: { Subnets: { type: 'list:string', required: true }, SecurityGroups: { type: 'list:string' }, AssignPublicIp: { type: 'string', constraint: 'AssignPublicIp' } },
    BatchArrayProperties: { Size: { type: 'number' } },
    BatchParameters: { JobDefinition: { type: 'string', required: true }, JobName: { type: 'string', required: true }, ArrayProperties: { type: 'struct:BatchArrayProperties' }, RetryStrategy: { type: 'struct:BatchRetryStrategy' } },
    BatchRetryStrategy: { Attempts: { type: 'number' } },
    CapacityProviderStrategyItem: { capacityProvider: { type: 'string', required: true, constraint: 'CapacityProvider' }, weight: { type: 'number', constraint: 'CapacityProviderStrategyItemWeight' }, base: { type: 'number', constraint: 'CapacityProviderStrategyItemBase' } },
    CreateEventBusRequest: { Name: { type: 'string', required: true, constraint: 'EventBusName' }, EventSourceName: { type: 'string', constraint: 'EventSourceName' }, Description: { type: 'string', constraint: 'EventBusDescription' }, KmsKeyIdentifier: { type: 'string', constraint: 'KmsKeyIdentifier' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, LogConfig: { type: 'struct:LogConfig' }, Tags: { type: 'list:struct:Tag' } },
    CreateEventBusResponse: { EventBusArn: { type: 'string' }, Description: { type: 'string' }, KmsKeyIdentifier: { type: 'string' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, LogConfig: { type: 'struct:LogConfig' } },
    DeadLetterConfig: { Arn: { type: 'string', constraint: 'ResourceArn' } },
    DeleteEventBusRequest: { Name: { type: 'string', required: true, constraint: 'EventBusName' } },
    DeleteRuleRequest: { Name: { type: 'string', required: true, constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' }, Force: { type: 'boolean' } },
    DescribeEventBusRequest: { Name: { type: 'string', constraint: 'EventBusNameOrArn' } },
    DescribeEventBusResponse: { Name: { type: 'string' }, Arn: { type: 'string' }, Description: { type: 'string' }, KmsKeyIdentifier: { type: 'string' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, Policy: { type: 'string' }, LogConfig: { type: 'struct:LogConfig' }, CreationTime: { type: 'timestamp' }, LastModifiedTime: { type: 'timestamp' }, ManagedBy: { type: 'string' } },
    DescribeRuleRequest: { Name: { type: 'string', required: true, constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' } },
    DescribeRuleResponse: { Name: { type: 'string' }, Arn: { type: 'string' }, EventPattern: { type: 'string' }, ScheduleExpression: { type: 'string' }, State: { type: 'string' }, Description: { type: 'string' }, RoleArn: { type: 'string' }, ManagedBy: { type: 'string' }, EventBusName: { type: 'string' }, CreatedBy: { type: 'string' } },
    DisableRuleRequest: { Name: { type: 'string', required: true, constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' } },
    EcsParameters: { TaskDefinitionArn: { type: 'string', required: true, constraint: 'Arn' }, TaskCount: { type: 'number', constraint: 'LimitMin1' }, LaunchType: { type: 'string', constraint: 'LaunchType' }, NetworkConfiguration: { type: 'struct:NetworkConfiguration' }, PlatformVersion: { type: 'string' }, Group: { type: 'string' }, CapacityProviderStrategy: { type: 'list:struct:CapacityProviderStrategyItem', constraint: 'CapacityProviderStrategy' }, EnableECSManagedTags: { type: 'boolean' }, EnableExecuteCommand: { type: 'boolean' }, PlacementConstraints: { type: 'list:struct:PlacementConstraint', constraint: 'PlacementConstraints' }, PlacementStrategy: { type: 'list:struct:PlacementStrategy', constraint: 'PlacementStrategies' }, PropagateTags: { type: 'string', constraint: 'PropagateTags' }, ReferenceId: { type: 'string', constraint: 'ReferenceId' }, Tags: { type: 'list:struct:Tag' } },
    EnableRuleRequest: { Name: { type: 'string', required: true, constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' } },
    EventBus: { Name: { type: 'string' }, Arn: { type: 'string' }, Description: { type: 'string' }, Policy: { type: 'string' }, CreationTime: { type: 'timestamp' }, LastModifiedTime: { type: 'timestamp' }, ManagedBy: { type: 'string' } },
    HttpParameters: { PathParameterValues: { type: 'list:string', constraint: 'PathParameterList' }, HeaderParameters: { type: 'map:string', constraint: 'HeaderParametersMap' }, QueryStringParameters: { type: 'map:string', constraint: 'QueryStringParametersMap' } },
    InputTransformer: { InputTemplate: { type: 'string', required: true, constraint: 'TransformerInput' }, InputPathsMap: { type: 'map:string', constraint: 'TransformerPaths' } },
    KinesisParameters: { PartitionKeyPath: { type: 'string', required: true, constraint: 'TargetPartitionKeyPath' } },
    ListEventBusesRequest: { NamePrefix: { type: 'string', constraint: 'EventBusName' }, NextToken: { type: 'string', constraint: 'NextToken' }, Limit: { type: 'number', constraint: 'LimitMax100' } },
    ListEventBusesResponse: { EventBuses: { type: 'list:struct:EventBus' }, NextToken: { type: 'string' } },
    ListRuleNamesByTargetRequest: { TargetArn: { type: 'string', required: true, constraint: 'TargetArn' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' }, NextToken: { type: 'string', constraint: 'NextToken' }, Limit: { type: 'number', constraint: 'LimitMax100' } },
    ListRuleNamesByTargetResponse: { RuleNames: { type: 'list:string' }, NextToken: { type: 'string' } },
    ListRulesRequest: { NamePrefix: { type: 'string', constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' }, NextToken: { type: 'string', constraint: 'NextToken' }, Limit: { type: 'number', constraint: 'LimitMax100' } },
    ListRulesResponse: { Rules: { type: 'list:struct:Rule' }, NextToken: { type: 'string' } },
    ListTargetsByRuleRequest: { Rule: { type: 'string', required: true, constraint: 'RuleName' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' }, NextToken: { type: 'string', constraint: 'NextToken' }, Limit: { type: 'number', constraint: 'LimitMax100' } },
    ListTargetsByRuleResponse: { Targets: { type: 'list:struct:Target' }, NextToken: { type: 'string' } },
    LogConfig: { IncludeDetail: { type: 'string', constraint: 'IncludeDetail' }, Level: { type: 'string', constraint: 'Level' } },
    NetworkConfiguration: { awsvpcConfiguration: { type: 'struct:AwsVpcConfiguration' } },
    PlacementConstraint: { type: { type: 'string', constraint: 'PlacementConstraintType' }, expression: { type: 'string', constraint: 'PlacementConstraintExpression' } },
    PlacementStrategy: { type: { type: 'string', constraint: 'PlacementStrategyType' }, field: { type: 'string', constraint: 'PlacementStrategyField' } },
    PutEventsRequest: { Entries: { type: 'list:struct:PutEventsRequestEntry', required: true, constraint: 'PutEventsRequestEntryList' }, EndpointId: { type: 'string', constraint: 'EndpointId' } },
    PutEventsRequestEntry: { Time: { type: 'timestamp' }, Source: { type: 'string' }, Resources: { type: 'list:string', constraint: 'EventResourceList' }, DetailType: { type: 'string' }, Detail: { type: 'string' }, EventBusName: { type: 'string', constraint: 'NonPartnerEventBusNameOrArn' }, TraceHeader: { type: 'string', constraint: 'TraceHeader' } },
    PutEventsResponse: { FailedEntryCount: { type: 'number' }, Entries: { type: 'list:struct:PutEventsResultEntry' } },
    PutEventsResultEntry: { EventId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    PutRuleRequest: { Name: { type: 'string', required: true, constraint: 'RuleName' }, ScheduleExpression: { type: 'string', constraint: 'ScheduleExpression' }, EventPattern: { type: 'string', constraint: 'EventPattern' }, State: { type: 'string', constraint: 'RuleState' }, Description: { type: 'string', constraint: 'RuleDescription' }, RoleArn: { type: 'string', constraint: 'RoleArn' }, Tags: { type: 'list:struct:Tag' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' } },
    PutRuleResponse: { RuleArn: { type: 'string' } },
    PutTargetsRequest: { Rule: { type: 'string', required: true, constraint: 'RuleName' }, Targets: { type: 'list:struct:Target', required: true, constraint: 'TargetList' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' } },
    PutTargetsResponse: { FailedEntryCount: { type: 'number' }, FailedEntries: { type: 'list:struct:PutTargetsResultEntry' } },
    PutTargetsResultEntry: { TargetId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    RedshiftDataParameters: { Database: { type: 'string', required: true, constraint: 'Database' }, SecretManagerArn: { type: 'string', constraint: 'RedshiftSecretManagerArn' }, DbUser: { type: 'string', constraint: 'DbUser' }, Sql: { type: 'string', constraint: 'Sql' }, StatementName: { type: 'string', constraint: 'StatementName' }, WithEvent: { type: 'boolean' }, Sqls: { type: 'list:string', constraint: 'Sqls' } },
    RemoveTargetsRequest: { Rule: { type: 'string', required: true, constraint: 'RuleName' }, Ids: { type: 'list:string', required: true, constraint: 'TargetIdList' }, EventBusName: { type: 'string', constraint: 'EventBusNameOrArn' }, Force: { type: 'boolean' } },
    RemoveTargetsResponse: { FailedEntryCount: { type: 'number' }, FailedEntries: { type: 'list:struct:RemoveTargetsResultEntry' } },
    RemoveTargetsResultEntry: { TargetId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    RetryPolicy: { MaximumRetryAttempts: { type: 'number', constraint: 'MaximumRetryAttempts' }, MaximumEventAgeInSeconds: { type: 'number', constraint: 'MaximumEventAgeInSeconds' } },
    Rule: { Name: { type: 'string' }, Arn: { type: 'string' }, EventPattern: { type: 'string' }, State: { type: 'string' }, Description: { type: 'string' }, ScheduleExpression: { type: 'string' }, RoleArn: { type: 'string' }, ManagedBy: { type: 'string' }, EventBusName: { type: 'string' } },
    RunCommandParameters: { RunCommandTargets: { type: 'list:struct:RunCommandTarget', required: true, constraint: 'RunCommandTargets' } },
    RunCommandTarget: { Key: { type: 'string', required: true, constraint: 'RunCommandTargetKey' }, Values: { type: 'list:string', required: true, constraint: 'RunCommandTargetValues' } },
    SageMakerPipelineParameter: { Name: { type: 'string', required: true, constraint: 'SageMakerPipelineParameterName' }, Value: { type: 'string', required: true, constraint: 'SageMakerPipelineParameterValue' } },
    SageMakerPipelineParameters: { PipelineParameterList: { type: 'list:struct:SageMakerPipelineParameter', constraint: 'SageMakerPipelineParameterList' } },
    SqsParameters: { MessageGroupId: { type: 'string', constraint: 'MessageGroupId' } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', required: true, constraint: 'TagValue' } },
    Target: { Id: { type: 'string', required: true, constraint: 'TargetId' }, Arn: { type: 'string', required: true, constraint: 'TargetArn' }, RoleArn: { type: 'string', constraint: 'RoleArn' }, Input: { type: 'string', constraint: 'TargetInput' }, InputPath: { type: 'string', constraint: 'TargetInputPath' }, InputTransformer: { type: 'struct:InputTransformer' }, KinesisParameters: { type: 'struct:KinesisParameters' }, RunCommandParameters: { type: 'struct:RunCommandParameters' }, EcsParameters: { type: 'struct:EcsParameters' }, BatchParameters: { type: 'struct:BatchParameters' }, SqsParameters: { type: 'struct:SqsParameters' }, HttpParameters: { type: 'struct:HttpParameters' }, RedshiftDataParameters: { type: 'struct:RedshiftDataParameters' }, SageMakerPipelineParameters: { type: 'struct:SageMakerPipelineParameters' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, RetryPolicy: { type: 'struct:RetryPolicy' }, AppSyncParameters: { type: 'struct:AppSyncParameters' } },
    TestEventPatternRequest: { EventPattern: { type: 'string', required: true, constraint: 'EventPattern' }, Event: { type: 'string', required: true } },
    TestEventPatternResponse: { Result: { type: 'boolean' } },
  },
  constraints: {
    Arn: {"min":1,"max":1600},
    AssignPublicIp: {"oneOf":["ENABLED","DISABLED"]},
    CapacityProvider: {"min":1,"max":255},
    CapacityProviderStrategy: {"max":6},
    CapacityProviderStrategyItemBase: {"min":0,"max":100000},
    CapacityProviderStrategyItemWeight: {"min":0,"max":1000},
    Database: {"min":1,"max":64},
    DbUser: {"min":1,"max":128},
    EndpointId: {"min":1,"max":50,"pattern":"^[A-Za-z0-9\\-]+[\\.][A-Za-z0-9\\-]+$"},
    EventBusDescription: {"max":512},
    EventBusName: {"min":1,"max":256,"pattern":"[/\\.\\-_A-Za-z0-9]+"},
    EventBusNameOrArn: {"min":1,"max":1600,"pattern":"(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[/\\.\\-_A-Za-z0-9]+"},
    EventPattern: {"max":4096},
    EventResource: {"max":2048},
    EventResourceList: {"of":"EventResource"},
    EventSourceName: {"min":1,"max":256,"pattern":"aws\\.partner(/[\\.\\-_A-Za-z0-9]+){2,}"},
    GraphQLOperation: {"min":1,"max":1048576},
    HeaderKey: {"max":512,"pattern":"^[!#$%&'*+-.^_`|~0-9a-zA-Z]+$"},
    HeaderParametersMap: {"of":"HeaderValue","key":"HeaderKey"},
    HeaderValue: {"max":512,"pattern":"^[\\t\\x20-\\x7E]*[\\x20-\\x7E][\\t\\x20-\\x7E]*$"},
    IncludeDetail: {"oneOf":["NONE","FULL"]},
    InputTransformerPathKey: {"min":1,"max":256,"pattern":"[A-Za-z0-9\\_\\-]+"},
    KmsKeyIdentifier: {"max":2048,"pattern":"^[a-zA-Z0-9_\\-/:]*$"},
    LaunchType: {"oneOf":["EC2","FARGATE","EXTERNAL"]},
    Level: {"oneOf":["OFF","ERROR","INFO","TRACE"]},
    LimitMax100: {"min":1,"max":100},
    LimitMin1: {"min":1},
    MaximumEventAgeInSeconds: {"min":60,"max":86400},
    MaximumRetryAttempts: {"min":0,"max":185},
    MessageGroupId: {"max":100},
    NextToken: {"min":1,"max":2048},
    NonPartnerEventBusNameOrArn: {"min":1,"max":1600,"pattern":"(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+"},
    PathParameter: {"pattern":"^(?!\\s*$).+"},
    PathParameterList: {"of":"PathParameter"},
    PlacementConstraintExpression: {"max":2000},
    PlacementConstraintType: {"oneOf":["distinctInstance","memberOf"]},
    PlacementConstraints: {"max":10},
    PlacementStrategies: {"max":5},
    PlacementStrategyField: {"max":255},
    PlacementStrategyType: {"oneOf":["random","spread","binpack"]},
    PropagateTags: {"oneOf":["TASK_DEFINITION"]},
    PutEventsRequestEntryList: {"min":1,"max":10},
    QueryStringKey: {"max":512,"pattern":"[^\\x00-\\x1F\\x7F]+"},
    QueryStringParametersMap: {"of":"QueryStringValue","key":"QueryStringKey"},
    QueryStringValue: {"max":512,"pattern":"[^\\x00-\\x09\\x0B\\x0C\\x0E-\\x1F\\x7F]+"},
    RedshiftSecretManagerArn: {"min":1,"max":1600,"pattern":"(^arn:aws([a-z]|\\-)*:secretsmanager:[a-z0-9-.]+:.*)|(\\$(\\.[\\w_-]+(\\[(\\d+|\\*)\\])*)*)"},
    ReferenceId: {"max":1024},
    ResourceArn: {"min":1,"max":1600},
    RoleArn: {"min":1,"max":1600},
    RuleDescription: {"max":512},
    RuleName: {"min":1,"max":64,"pattern":"[\\.\\-_A-Za-z0-9]+"},
    RuleState: {"oneOf":["ENABLED","DISABLED","ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"]},
    RunCommandTargetKey: {"min":1,"max":128,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*$"},
    RunCommandTargetValue: {"min":1,"max":256},
    RunCommandTargetValues: {"min":1,"max":50,"of":"RunCommandTargetValue"},
    RunCommandTargets: {"min":1,"max":5},
    SageMakerPipelineParameterList: {"min":0,"max":200},
    SageMakerPipelineParameterName: {"min":1,"max":256,"pattern":"^[a-zA-Z0-9](-*[a-zA-Z0-9])*$"},
    SageMakerPipelineParameterValue: {"max":1024},
    ScheduleExpression: {"max":256},
    Sql: {"min":1,"max":100000},
    Sqls: {"min":0,"max":40,"of":"Sql"},
    StatementName: {"min":1,"max":500},
    TagKey: {"min":1,"max":128},
    TagValue: {"min":0,"max":256},
    TargetArn: {"min":1,"max":1600},
    TargetId: {"min":1,"max":64,"pattern":"[\\.\\-_A-Za-z0-9]+"},
    TargetIdList: {"min":1,"max":100,"of":"TargetId"},
    TargetInput: {"max":8192},
    TargetInputPath: {"max":256},
    TargetList: {"min":1,"max":100},
    TargetPartitionKeyPath: {"max":256},
    TraceHeader: {"min":1,"max":500},
    TransformerInput: {"min":1,"max":8192},
    TransformerPaths: {"max":100,"of":"TargetInputPath","key":"InputTransformerPathKey"},
  },
  shapesOf: {
    CreateEventBus: { input: 'CreateEventBusRequest', output: 'CreateEventBusResponse' },
    DeleteEventBus: { input: 'DeleteEventBusRequest', output: undefined },
    DeleteRule: { input: 'DeleteRuleRequest', output: undefined },
    DescribeEventBus: { input: 'DescribeEventBusRequest', output: 'DescribeEventBusResponse' },
    DescribeRule: { input: 'DescribeRuleRequest', output: 'DescribeRuleResponse' },
    DisableRule: { input: 'DisableRuleRequest', output: undefined },
    EnableRule: { input: 'EnableRuleRequest', output: undefined },
    ListEventBuses: { input: 'ListEventBusesRequest', output: 'ListEventBusesResponse' },
    ListRuleNamesByTarget: { input: 'ListRuleNamesByTargetRequest', output: 'ListRuleNamesByTargetResponse' },
    ListRules: { input: 'ListRulesRequest', output: 'ListRulesResponse' },
    ListTargetsByRule: { input: 'ListTargetsByRuleRequest', output: 'ListTargetsByRuleResponse' },
    PutEvents: { input: 'PutEventsRequest', output: 'PutEventsResponse' },
    PutRule: { input: 'PutRuleRequest', output: 'PutRuleResponse' },
    PutTargets: { input: 'PutTargetsRequest', output: 'PutTargetsResponse' },
    RemoveTargets: { input: 'RemoveTargetsRequest', output: 'RemoveTargetsResponse' },
    TestEventPattern: { input: 'TestEventPatternRequest', output: 'TestEventPatternResponse' },
  },
}

export interface AppSyncParameters {
  readonly GraphQLOperation?: string | undefined
}

export interface AwsVpcConfiguration {
  readonly Subnets: readonly (string)[]
  readonly SecurityGroups?: readonly (string)[] | undefined
  readonly AssignPublicIp?: string | undefined
}

export interface BatchArrayProperties {
  readonly Size?: number | undefined
}

export interface BatchParameters {
  readonly JobDefinition: string
  readonly JobName: string
  readonly ArrayProperties?: BatchArrayProperties | undefined
  readonly RetryStrategy?: BatchRetryStrategy | undefined
}

export interface BatchRetryStrategy {
  readonly Attempts?: number | undefined
}

export interface CapacityProviderStrategyItem {
  readonly capacityProvider: string
  readonly weight?: number | undefined
  readonly base?: number | undefined
}

export interface CreateEventBusRequest {
  readonly Name: string
  readonly EventSourceName?: string | undefined
  readonly Description?: string | undefined
  readonly KmsKeyIdentifier?: string | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly LogConfig?: LogConfig | undefined
  readonly Tags?: readonly (Tag)[] | undefined
}

export interface CreateEventBusResponse {
  readonly EventBusArn?: string | undefined
  readonly Description?: string | undefined
  readonly KmsKeyIdentifier?: string | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly LogConfig?: LogConfig | undefined
}

export interface DeadLetterConfig {
  readonly Arn?: string | undefined
}

export interface DeleteEventBusRequest {
  readonly Name: string
}

export interface DeleteRuleRequest {
  readonly Name: string
  readonly EventBusName?: string | undefined
  readonly Force?: boolean | undefined
}

export interface DescribeEventBusRequest {
  readonly Name?: string | undefined
}

export interface DescribeEventBusResponse {
  readonly Name?: string | undefined
  readonly Arn?: string | undefined
  readonly Description?: string | undefined
  readonly KmsKeyIdentifier?: string | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly Policy?: string | undefined
  readonly LogConfig?: LogConfig | undefined
  readonly CreationTime?: number | undefined
  readonly LastModifiedTime?: number | undefined
  readonly ManagedBy?: string | undefined
}

export interface DescribeRuleRequest {
  readonly Name: string
  readonly EventBusName?: string | undefined
}

export interface DescribeRuleResponse {
  readonly Name?: string | undefined
  readonly Arn?: string | undefined
  readonly EventPattern?: string | undefined
  readonly ScheduleExpression?: string | undefined
  readonly State?: string | undefined
  readonly Description?: string | undefined
  readonly RoleArn?: string | undefined
  readonly ManagedBy?: string | undefined
  readonly EventBusName?: string | undefined
  readonly CreatedBy?: string | undefined
}

export interface DisableRuleRequest {
  readonly Name: string
  readonly EventBusName?: string | undefined
}

export interface EcsParameters {
  readonly TaskDefinitionArn: string
  readonly TaskCount?: number | undefined
  readonly LaunchType?: string | undefined
  readonly NetworkConfiguration?: NetworkConfiguration | undefined
  readonly PlatformVersion?: string | undefined
  readonly Group?: string | undefined
  readonly CapacityProviderStrategy?: readonly (CapacityProviderStrategyItem)[] | undefined
  readonly EnableECSManagedTags?: boolean | undefined
  readonly EnableExecuteCommand?: boolean | undefined
  readonly PlacementConstraints?: readonly (PlacementConstraint)[] | undefined
  readonly PlacementStrategy?: readonly (PlacementStrategy)[] | undefined
  readonly PropagateTags?: string | undefined
  readonly ReferenceId?: string | undefined
  readonly Tags?: readonly (Tag)[] | undefined
}

export interface EnableRuleRequest {
  readonly Name: string
  readonly EventBusName?: string | undefined
}

export interface EventBus {
  readonly Name?: string | undefined
  readonly Arn?: string | undefined
  readonly Description?: string | undefined
  readonly Policy?: string | undefined
  readonly CreationTime?: number | undefined
  readonly LastModifiedTime?: number | undefined
  readonly ManagedBy?: string | undefined
}

export interface HttpParameters {
  readonly PathParameterValues?: readonly (string)[] | undefined
  readonly HeaderParameters?: Readonly<Record<string, string>> | undefined
  readonly QueryStringParameters?: Readonly<Record<string, string>> | undefined
}

export interface InputTransformer {
  readonly InputTemplate: string
  readonly InputPathsMap?: Readonly<Record<string, string>> | undefined
}

export interface KinesisParameters {
  readonly PartitionKeyPath: string
}

export interface ListEventBusesRequest {
  readonly NamePrefix?: string | undefined
  readonly NextToken?: string | undefined
  readonly Limit?: number | undefined
}

export interface ListEventBusesResponse {
  readonly EventBuses?: readonly (EventBus)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListRuleNamesByTargetRequest {
  readonly TargetArn: string
  readonly EventBusName?: string | undefined
  readonly NextToken?: string | undefined
  readonly Limit?: number | undefined
}

export interface ListRuleNamesByTargetResponse {
  readonly RuleNames?: readonly (string)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListRulesRequest {
  readonly NamePrefix?: string | undefined
  readonly EventBusName?: string | undefined
  readonly NextToken?: string | undefined
  readonly Limit?: number | undefined
}

export interface ListRulesResponse {
  readonly Rules?: readonly (Rule)[] | undefined
  readonly NextToken?: string | undefined
}

export interface ListTargetsByRuleRequest {
  readonly Rule: string
  readonly EventBusName?: string | undefined
  readonly NextToken?: string | undefined
  readonly Limit?: number | undefined
}

export interface ListTargetsByRuleResponse {
  readonly Targets?: readonly (Target)[] | undefined
  readonly NextToken?: string | undefined
}

export interface LogConfig {
  readonly IncludeDetail?: string | undefined
  readonly Level?: string | undefined
}

export interface NetworkConfiguration {
  readonly awsvpcConfiguration?: AwsVpcConfiguration | undefined
}

export interface PlacementConstraint {
  readonly type?: string | undefined
  readonly expression?: string | undefined
}

export interface PlacementStrategy {
  readonly type?: string | undefined
  readonly field?: string | undefined
}

export interface PutEventsRequest {
  readonly Entries: readonly (PutEventsRequestEntry)[]
  readonly EndpointId?: string | undefined
}

export interface PutEventsRequestEntry {
  readonly Time?: number | undefined
  readonly Source?: string | undefined
  readonly Resources?: readonly (string)[] | undefined
  readonly DetailType?: string | undefined
  readonly Detail?: string | undefined
  readonly EventBusName?: string | undefined
  readonly TraceHeader?: string | undefined
}

export interface PutEventsResponse {
  readonly FailedEntryCount?: number | undefined
  readonly Entries?: readonly (PutEventsResultEntry)[] | undefined
}

export interface PutEventsResultEntry {
  readonly EventId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface PutRuleRequest {
  readonly Name: string
  readonly ScheduleExpression?: string | undefined
  readonly EventPattern?: string | undefined
  readonly State?: string | undefined
  readonly Description?: string | undefined
  readonly RoleArn?: string | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly EventBusName?: string | undefined
}

export interface PutRuleResponse {
  readonly RuleArn?: string | undefined
}

export interface PutTargetsRequest {
  readonly Rule: string
  readonly Targets: readonly (Target)[]
  readonly EventBusName?: string | undefined
}

export interface PutTargetsResponse {
  readonly FailedEntryCount?: number | undefined
  readonly FailedEntries?: readonly (PutTargetsResultEntry)[] | undefined
}

export interface PutTargetsResultEntry {
  readonly TargetId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface RedshiftDataParameters {
  readonly Database: string
  readonly SecretManagerArn?: string | undefined
  readonly DbUser?: string | undefined
  readonly Sql?: string | undefined
  readonly StatementName?: string | undefined
  readonly WithEvent?: boolean | undefined
  readonly Sqls?: readonly (string)[] | undefined
}

export interface RemoveTargetsRequest {
  readonly Rule: string
  readonly Ids: readonly (string)[]
  readonly EventBusName?: string | undefined
  readonly Force?: boolean | undefined
}

export interface RemoveTargetsResponse {
  readonly FailedEntryCount?: number | undefined
  readonly FailedEntries?: readonly (RemoveTargetsResultEntry)[] | undefined
}

export interface RemoveTargetsResultEntry {
  readonly TargetId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface RetryPolicy {
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
}

export interface Rule {
  readonly Name?: string | undefined
  readonly Arn?: string | undefined
  readonly EventPattern?: string | undefined
  readonly State?: string | undefined
  readonly Description?: string | undefined
  readonly ScheduleExpression?: string | undefined
  readonly RoleArn?: string | undefined
  readonly ManagedBy?: string | undefined
  readonly EventBusName?: string | undefined
}

export interface RunCommandParameters {
  readonly RunCommandTargets: readonly (RunCommandTarget)[]
}

export interface RunCommandTarget {
  readonly Key: string
  readonly Values: readonly (string)[]
}

export interface SageMakerPipelineParameter {
  readonly Name: string
  readonly Value: string
}

export interface SageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly (SageMakerPipelineParameter)[] | undefined
}

export interface SqsParameters {
  readonly MessageGroupId?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface Target {
  readonly Id: string
  readonly Arn: string
  readonly RoleArn?: string | undefined
  readonly Input?: string | undefined
  readonly InputPath?: string | undefined
  readonly InputTransformer?: InputTransformer | undefined
  readonly KinesisParameters?: KinesisParameters | undefined
  readonly RunCommandParameters?: RunCommandParameters | undefined
  readonly EcsParameters?: EcsParameters | undefined
  readonly BatchParameters?: BatchParameters | undefined
  readonly SqsParameters?: SqsParameters | undefined
  readonly HttpParameters?: HttpParameters | undefined
  readonly RedshiftDataParameters?: RedshiftDataParameters | undefined
  readonly SageMakerPipelineParameters?: SageMakerPipelineParameters | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly RetryPolicy?: RetryPolicy | undefined
  readonly AppSyncParameters?: AppSyncParameters | undefined
}

export interface TestEventPatternRequest {
  readonly EventPattern: string
  readonly Event: string
}

export interface TestEventPatternResponse {
  readonly Result?: boolean | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
  CreateEventBus: { input: CreateEventBusRequest; output: CreateEventBusResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteEventBus.html */
  DeleteEventBus: { input: DeleteEventBusRequest; output: void }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DeleteRule.html */
  DeleteRule: { input: DeleteRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html */
  DescribeEventBus: { input: DescribeEventBusRequest; output: DescribeEventBusResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeRule.html */
  DescribeRule: { input: DescribeRuleRequest; output: DescribeRuleResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DisableRule.html */
  DisableRule: { input: DisableRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EnableRule.html */
  EnableRule: { input: EnableRuleRequest; output: void }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html */
  ListEventBuses: { input: ListEventBusesRequest; output: ListEventBusesResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRuleNamesByTarget.html */
  ListRuleNamesByTarget: { input: ListRuleNamesByTargetRequest; output: ListRuleNamesByTargetResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html */
  ListRules: { input: ListRulesRequest; output: ListRulesResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListTargetsByRule.html */
  ListTargetsByRule: { input: ListTargetsByRuleRequest; output: ListTargetsByRuleResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
  PutEvents: { input: PutEventsRequest; output: PutEventsResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
  PutRule: { input: PutRuleRequest; output: PutRuleResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
  PutTargets: { input: PutTargetsRequest; output: PutTargetsResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RemoveTargets.html */
  RemoveTargets: { input: RemoveTargetsRequest; output: RemoveTargetsResponse }
  /** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
  TestEventPattern: { input: TestEventPatternRequest; output: TestEventPatternResponse }
}
