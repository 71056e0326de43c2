// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model, Route } from '@keg/aws-service'

export type Service = 'scheduler'

export const routes: readonly Route<Service>[] = [
  ['CreateSchedule', 'scheduler', 'POST', '/schedules/{Name}'],
  ['CreateScheduleGroup', 'scheduler', 'POST', '/schedule-groups/{Name}'],
  ['DeleteSchedule', 'scheduler', 'DELETE', '/schedules/{Name}'],
  ['DeleteScheduleGroup', 'scheduler', 'DELETE', '/schedule-groups/{Name}'],
  ['GetSchedule', 'scheduler', 'GET', '/schedules/{Name}'],
  ['GetScheduleGroup', 'scheduler', 'GET', '/schedule-groups/{Name}'],
  ['ListScheduleGroups', 'scheduler', 'GET', '/schedule-groups'],
  ['ListSchedules', 'scheduler', 'GET', '/schedules'],
  ['ListTagsForResource', 'scheduler', 'GET', '/tags/{ResourceArn}'],
  ['TagResource', 'scheduler', 'POST', '/tags/{ResourceArn}'],
  ['UntagResource', 'scheduler', 'DELETE', '/tags/{ResourceArn}'],
  ['UpdateSchedule', 'scheduler', 'PUT', '/schedules/{Name}'],
]

export const model: Model = {
  structures: {
    AwsVpcConfiguration: { Subnets: { type: 'list:string', required: true, constraint: 'Subnets' }, SecurityGroups: { type: 'list:string', constraint: 'SecurityGroups' }, AssignPublicIp: { type: 'string', constraint: 'AssignPublicIp' } },
    CapacityProviderStrategyItem: { capacityProvider: { type: 'string', required: true, constraint: 'CapacityProvider' }, weight: { type: 'number', constraint: 'CapacityProviderStrategyItemWeight' }, base: { type: 'number', constraint: 'CapacityProviderStrategyItemBase' } },
    CreateScheduleGroupInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'ScheduleGroupName' }, Tags: { type: 'list:struct:Tag', constraint: 'TagList' }, ClientToken: { type: 'string', constraint: 'ClientToken' } },
    CreateScheduleGroupOutput: { ScheduleGroupArn: { type: 'string', required: true } },
    CreateScheduleInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'Name' }, ScheduleExpression: { type: 'string', required: true, constraint: 'ScheduleExpression' }, Target: { type: 'struct:Target', required: true }, FlexibleTimeWindow: { type: 'struct:FlexibleTimeWindow', required: true }, GroupName: { type: 'string', constraint: 'ScheduleGroupName' }, StartDate: { type: 'timestamp' }, EndDate: { type: 'timestamp' }, Description: { type: 'string', constraint: 'Description' }, ScheduleExpressionTimezone: { type: 'string', constraint: 'ScheduleExpressionTimezone' }, State: { type: 'string', constraint: 'ScheduleState' }, KmsKeyArn: { type: 'string', constraint: 'KmsKeyArn' }, ClientToken: { type: 'string', constraint: 'ClientToken' }, ActionAfterCompletion: { type: 'string', constraint: 'ActionAfterCompletion' } },
    CreateScheduleOutput: { ScheduleArn: { type: 'string', required: true } },
    DeadLetterConfig: { Arn: { type: 'string', constraint: 'DeadLetterConfigArnString' } },
    DeleteScheduleGroupInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'ScheduleGroupName' }, ClientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    DeleteScheduleGroupOutput: { },
    DeleteScheduleInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'Name' }, GroupName: { type: 'string', in: 'query:groupName', constraint: 'ScheduleGroupName' }, ClientToken: { type: 'string', in: 'query:clientToken', constraint: 'ClientToken' } },
    DeleteScheduleOutput: { },
    EcsParameters: { TaskDefinitionArn: { type: 'string', required: true, constraint: 'TaskDefinitionArn' }, TaskCount: { type: 'number', constraint: 'TaskCount' }, LaunchType: { type: 'string', constraint: 'LaunchType' }, NetworkConfiguration: { type: 'struct:NetworkConfiguration' }, PlatformVersion: { type: 'string', constraint: 'PlatformVersion' }, Group: { type: 'string', constraint: 'Group' }, CapacityProviderStrategy: { type: 'list:struct:CapacityProviderStrategyItem', constraint: 'CapacityProviderStrategy' }, EnableECSManagedTags: { type: 'boolean' }, EnableExecuteCommand: { type: 'boolean' }, PlacementConstraints: { type: 'list:struct:PlacementConstraint', constraint: 'PlacementConstraints' }, PlacementStrategy: { type: 'list:struct:PlacementStrategy', constraint: 'PlacementStrategies' }, PropagateTags: { type: 'string', constraint: 'PropagateTags' }, ReferenceId: { type: 'string', constraint: 'ReferenceId' }, Tags: { type: 'list:map:string', constraint: 'Tags' } },
    EventBridgeParameters: { DetailType: { type: 'string', required: true, constraint: 'DetailType' }, Source: { type: 'string', required: true, constraint: 'Source' } },
    EventBridgePutEventsV2Parameters: { DetailType: { type: 'string', required: true }, Source: { type: 'string', required: true } },
    EventBridgePutRawEventsParameters: { Metadata: { type: 'map:string' } },
    FlexibleTimeWindow: { Mode: { type: 'string', required: true, constraint: 'FlexibleTimeWindowMode' }, MaximumWindowInMinutes: { type: 'number', constraint: 'MaximumWindowInMinutes' } },
    GetScheduleGroupInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'ScheduleGroupName' } },
    GetScheduleGroupOutput: { Arn: { type: 'string' }, Name: { type: 'string' }, State: { type: 'string' }, CreationDate: { type: 'timestamp' }, LastModificationDate: { type: 'timestamp' } },
    GetScheduleInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'Name' }, GroupName: { type: 'string', in: 'query:groupName', constraint: 'ScheduleGroupName' } },
    GetScheduleOutput: { Arn: { type: 'string' }, GroupName: { type: 'string' }, Name: { type: 'string' }, ScheduleExpression: { type: 'string' }, StartDate: { type: 'timestamp' }, EndDate: { type: 'timestamp' }, Description: { type: 'string' }, ScheduleExpressionTimezone: { type: 'string' }, State: { type: 'string' }, CreationDate: { type: 'timestamp' }, LastModificationDate: { type: 'timestamp' }, KmsKeyArn: { type: 'string' }, Target: { type: 'struct:Target' }, FlexibleTimeWindow: { type: 'struct:FlexibleTimeWindow' }, ActionAfterCompletion: { type: 'string' } },
    KinesisParameters: { PartitionKey: { type: 'string', required: true, constraint: 'TargetPartitionKey' } },
    ListScheduleGroupsInput: { NamePrefix: { type: 'string', in: 'query:NamePrefix', constraint: 'ScheduleGroupNamePrefix' }, NextToken: { type: 'string', in: 'query:NextToken', constraint: 'NextToken' }, MaxResults: { type: 'number', in: 'query:MaxResults', constraint: 'MaxResults' } },
    ListScheduleGroupsOutput: { ScheduleGroups: { type: 'list:struct:ScheduleGroupSummary', required: true }, NextToken: { type: 'string' } },
    ListSchedulesInput: { GroupName: { type: 'string', in: 'query:ScheduleGroup', constraint: 'ScheduleGroupName' }, NamePrefix: { type: 'string', in: 'query:NamePrefix', constraint: 'NamePrefix' }, State: { type: 'string', in: 'query:State', constraint: 'ScheduleState' }, NextToken: { type: 'string', in: 'query:NextToken', constraint: 'NextToken' }, MaxResults: { type: 'number', in: 'query:MaxResults', constraint: 'MaxResults' } },
    ListSchedulesOutput: { Schedules: { type: 'list:struct:ScheduleSummary', required: true }, NextToken: { type: 'string' } },
    NetworkConfiguration: { awsvpcConfiguration: { type: 'struct:AwsVpcConfiguration' } },
    PlacementConstraint: { type: { type: 'string', constraint: 'PlacementConstraintType' }, expression: { type: 'string', constraint: 'PlacementConstraintExpression' } },
    PlacementStrategy: { type: { type: 'string', constraint: 'PlacementStrategyType' }, field: { type: 'string', constraint: 'PlacementStrategyField' } },
    RetryPolicy: { MaximumEventAgeInSeconds: { type: 'number', constraint: 'MaximumEventAgeInSeconds' }, MaximumRetryAttempts: { type: 'number', constraint: 'MaximumRetryAttempts' } },
    SageMakerPipelineParameter: { Name: { type: 'string', required: true, constraint: 'SageMakerPipelineParameterName' }, Value: { type: 'string', required: true, constraint: 'SageMakerPipelineParameterValue' } },
    SageMakerPipelineParameters: { PipelineParameterList: { type: 'list:struct:SageMakerPipelineParameter', constraint: 'SageMakerPipelineParameterList' } },
    ScheduleGroupSummary: { Arn: { type: 'string' }, Name: { type: 'string' }, State: { type: 'string' }, CreationDate: { type: 'timestamp' }, LastModificationDate: { type: 'timestamp' } },
    ScheduleSummary: { Arn: { type: 'string' }, Name: { type: 'string' }, GroupName: { type: 'string' }, State: { type: 'string' }, CreationDate: { type: 'timestamp' }, LastModificationDate: { type: 'timestamp' }, Target: { type: 'struct:TargetSummary' } },
    SqsParameters: { MessageGroupId: { type: 'string', constraint: 'MessageGroupId' } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', required: true, constraint: 'TagValue' } },
    Target: { Arn: { type: 'string', required: true, constraint: 'TargetArn' }, RoleArn: { type: 'string', required: true, constraint: 'RoleArn' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, RetryPolicy: { type: 'struct:RetryPolicy' }, Input: { type: 'string', constraint: 'TargetInput' }, EcsParameters: { type: 'struct:EcsParameters' }, EventBridgeParameters: { type: 'struct:EventBridgeParameters' }, EventBridgePutEventsV2Parameters: { type: 'struct:EventBridgePutEventsV2Parameters' }, EventBridgePutRawEventsParameters: { type: 'struct:EventBridgePutRawEventsParameters' }, KinesisParameters: { type: 'struct:KinesisParameters' }, SageMakerPipelineParameters: { type: 'struct:SageMakerPipelineParameters' }, SqsParameters: { type: 'struct:SqsParameters' } },
    TargetSummary: { Arn: { type: 'string', required: true } },
    UpdateScheduleInput: { Name: { type: 'string', required: true, in: 'label', constraint: 'Name' }, ScheduleExpression: { type: 'string', required: true, constraint: 'ScheduleExpression' }, Target: { type: 'struct:Target', required: true }, FlexibleTimeWindow: { type: 'struct:FlexibleTimeWindow', required: true }, GroupName: { type: 'string', constraint: 'ScheduleGroupName' }, StartDate: { type: 'timestamp' }, EndDate: { type: 'timestamp' }, Description: { type: 'string', constraint: 'Description' }, ScheduleExpressionTimezone: { type: 'string', constraint: 'ScheduleExpressionTimezone' }, State: { type: 'string', constraint: 'ScheduleState' }, KmsKeyArn: { type: 'string', constraint: 'KmsKeyArn' }, ClientToken: { type: 'string', constraint: 'ClientToken' }, ActionAfterCompletion: { type: 'string', constraint: 'ActionAfterCompletion' } },
    UpdateScheduleOutput: { ScheduleArn: { type: 'string', required: true } },
  },
  constraints: {
    ActionAfterCompletion: {"oneOf":["NONE","DELETE"]},
    AssignPublicIp: {"oneOf":["ENABLED","DISABLED"]},
    CapacityProvider: {"min":1,"max":255},
    CapacityProviderStrategy: {"min":0,"max":6},
    CapacityProviderStrategyItemBase: {"min":0,"max":100000},
    CapacityProviderStrategyItemWeight: {"min":0,"max":1000},
    ClientToken: {"min":1,"max":64,"pattern":"^[a-zA-Z0-9-_]+$"},
    DeadLetterConfigArnString: {"min":1,"max":1600,"pattern":"^arn:aws(-[a-z]+)?:sqs:[a-z0-9\\-]+:\\d{12}:[a-zA-Z0-9\\-_]+$"},
    Description: {"min":0,"max":512},
    DetailType: {"min":1,"max":128},
    FlexibleTimeWindowMode: {"oneOf":["OFF","FLEXIBLE"]},
    Group: {"min":1,"max":255},
    KmsKeyArn: {"min":1,"max":2048,"pattern":"^arn:aws(-[a-z]+)?:kms:[a-z0-9\\-]+:\\d{12}:(key|alias)\\/[0-9a-zA-Z-_]*$"},
    LaunchType: {"oneOf":["EC2","FARGATE","EXTERNAL"]},
    MaxResults: {"min":1,"max":100},
    MaximumEventAgeInSeconds: {"min":60,"max":86400},
    MaximumRetryAttempts: {"min":0,"max":185},
    MaximumWindowInMinutes: {"min":1,"max":1440},
    MessageGroupId: {"min":1,"max":128},
    Name: {"min":1,"max":64,"pattern":"^[0-9a-zA-Z-_.]+$"},
    NamePrefix: {"min":1,"max":64,"pattern":"^[0-9a-zA-Z-_.]+$"},
    NextToken: {"min":1,"max":2048},
    PlacementConstraintExpression: {"min":0,"max":2000},
    PlacementConstraintType: {"oneOf":["distinctInstance","memberOf"]},
    PlacementConstraints: {"min":0,"max":10},
    PlacementStrategies: {"min":0,"max":5},
    PlacementStrategyField: {"min":0,"max":255},
    PlacementStrategyType: {"oneOf":["random","spread","binpack"]},
    PlatformVersion: {"min":1,"max":64},
    PropagateTags: {"oneOf":["TASK_DEFINITION"]},
    ReferenceId: {"min":0,"max":1024},
    RoleArn: {"min":1,"max":1600,"pattern":"^arn:aws(-[a-z]+)?:iam::\\d{12}:role\\/[\\w+=,.@\\/-]+$"},
    SageMakerPipelineParameterList: {"min":0,"max":200},
    SageMakerPipelineParameterName: {"min":1,"max":256,"pattern":"^[A-Za-z0-9\\-_]*$"},
    SageMakerPipelineParameterValue: {"min":1,"max":1024},
    ScheduleExpression: {"min":1,"max":256},
    ScheduleExpressionTimezone: {"min":1,"max":50},
    ScheduleGroupName: {"min":1,"max":64,"pattern":"^[0-9a-zA-Z-_.]+$"},
    ScheduleGroupNamePrefix: {"min":1,"max":64,"pattern":"^[0-9a-zA-Z-_.]+$"},
    ScheduleState: {"oneOf":["ENABLED","DISABLED"]},
    SecurityGroup: {"min":1,"max":1000},
    SecurityGroups: {"min":1,"max":5,"of":"SecurityGroup"},
    Source: {"min":1,"max":256,"pattern":"^(?=[/\\.\\-_A-Za-z0-9]+)((?!aws\\.).*)|(\\$(\\.[\\w_-]+(\\[(\\d+|\\*)\\])*)*)$"},
    Subnet: {"min":1,"max":1000},
    Subnets: {"min":1,"max":16,"of":"Subnet"},
    TagKey: {"min":1,"max":128},
    TagList: {"min":0,"max":200},
    TagMap: {"of":"TagValue","key":"TagKey"},
    TagValue: {"min":1,"max":256},
    Tags: {"min":0,"max":50,"of":"TagMap"},
    TargetArn: {"min":1,"max":1600},
    TargetInput: {"min":1},
    TargetPartitionKey: {"min":1,"max":256},
    TaskCount: {"min":1,"max":10},
    TaskDefinitionArn: {"min":1,"max":1600},
  },
  shapesOf: {
    CreateSchedule: { input: 'CreateScheduleInput', output: 'CreateScheduleOutput' },
    CreateScheduleGroup: { input: 'CreateScheduleGroupInput', output: 'CreateScheduleGroupOutput' },
    DeleteSchedule: { input: 'DeleteScheduleInput', output: 'DeleteScheduleOutput' },
    DeleteScheduleGroup: { input: 'DeleteScheduleGroupInput', output: 'DeleteScheduleGroupOutput' },
    GetSchedule: { input: 'GetScheduleInput', output: 'GetScheduleOutput' },
    GetScheduleGroup: { input: 'GetScheduleGroupInput', output: 'GetScheduleGroupOutput' },
    ListScheduleGroups: { input: 'ListScheduleGroupsInput', output: 'ListScheduleGroupsOutput' },
    ListSchedules: { input: 'ListSchedulesInput', output: 'ListSchedulesOutput' },
    UpdateSchedule: { input: 'UpdateScheduleInput', output: 'UpdateScheduleOutput' },
  },
}

export interface AwsVpcConfiguration {
  readonly Subnets: readonly (string)[]
  readonly SecurityGroups?: readonly (string)[] | undefined
  readonly AssignPublicIp?: string | undefined
}

export interface CapacityProviderStrategyItem {
  readonly capacityProvider: string
  readonly weight?: number | undefined
  readonly base?: number | undefined
}

export interface CreateScheduleGroupInput {
  readonly Name: string
  readonly Tags?: readonly (Tag)[] | undefined
  readonly ClientToken?: string | undefined
}

export interface CreateScheduleGroupOutput {
  readonly ScheduleGroupArn: string
}

export interface CreateScheduleInput {
  readonly Name: string
  readonly ScheduleExpression: string
  readonly Target: Target
  readonly FlexibleTimeWindow: FlexibleTimeWindow
  readonly GroupName?: string | undefined
  readonly StartDate?: number | undefined
  readonly EndDate?: number | undefined
  readonly Description?: string | undefined
  readonly ScheduleExpressionTimezone?: string | undefined
  readonly State?: string | undefined
  readonly KmsKeyArn?: string | undefined
  readonly ClientToken?: string | undefined
  readonly ActionAfterCompletion?: string | undefined
}

export interface CreateScheduleOutput {
  readonly ScheduleArn: string
}

export interface DeadLetterConfig {
  readonly Arn?: string | undefined
}

export interface DeleteScheduleGroupInput {
  readonly Name: string
  readonly ClientToken?: string | undefined
}

export interface DeleteScheduleGroupOutput {
}

export interface DeleteScheduleInput {
  readonly Name: string
  readonly GroupName?: string | undefined
  readonly ClientToken?: string | undefined
}

export interface DeleteScheduleOutput {
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
  readonly Tags?: readonly (Readonly<Record<string, string>>)[] | undefined
}

export interface EventBridgeParameters {
  readonly DetailType: string
  readonly Source: string
}

export interface EventBridgePutEventsV2Parameters {
  readonly DetailType: string
  readonly Source: string
}

export interface EventBridgePutRawEventsParameters {
  readonly Metadata?: Readonly<Record<string, string>> | undefined
}

export interface FlexibleTimeWindow {
  readonly Mode: string
  readonly MaximumWindowInMinutes?: number | undefined
}

export interface GetScheduleGroupInput {
  readonly Name: string
}

export interface GetScheduleGroupOutput {
  readonly Arn?: string | undefined
  readonly Name?: string | undefined
  readonly State?: string | undefined
  readonly CreationDate?: number | undefined
  readonly LastModificationDate?: number | undefined
}

export interface GetScheduleInput {
  readonly Name: string
  readonly GroupName?: string | undefined
}

export interface GetScheduleOutput {
  readonly Arn?: string | undefined
  readonly GroupName?: string | undefined
  readonly Name?: string | undefined
  readonly ScheduleExpression?: string | undefined
  readonly StartDate?: number | undefined
  readonly EndDate?: number | undefined
  readonly Description?: string | undefined
  readonly ScheduleExpressionTimezone?: string | undefined
  readonly State?: string | undefined
  readonly CreationDate?: number | undefined
  readonly LastModificationDate?: number | undefined
  readonly KmsKeyArn?: string | undefined
  readonly Target?: Target | undefined
  readonly FlexibleTimeWindow?: FlexibleTimeWindow | undefined
  readonly ActionAfterCompletion?: string | undefined
}

export interface KinesisParameters {
  readonly PartitionKey: string
}

export interface ListScheduleGroupsInput {
  readonly NamePrefix?: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

export interface ListScheduleGroupsOutput {
  readonly ScheduleGroups: readonly (ScheduleGroupSummary)[]
  readonly NextToken?: string | undefined
}

export interface ListSchedulesInput {
  readonly GroupName?: string | undefined
  readonly NamePrefix?: string | undefined
  readonly State?: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
}

export interface ListSchedulesOutput {
  readonly Schedules: readonly (ScheduleSummary)[]
  readonly NextToken?: string | undefined
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

export interface RetryPolicy {
  readonly MaximumEventAgeInSeconds?: number | undefined
  readonly MaximumRetryAttempts?: number | undefined
}

export interface SageMakerPipelineParameter {
  readonly Name: string
  readonly Value: string
}

export interface SageMakerPipelineParameters {
  readonly PipelineParameterList?: readonly (SageMakerPipelineParameter)[] | undefined
}

export interface ScheduleGroupSummary {
  readonly Arn?: string | undefined
  readonly Name?: string | undefined
  readonly State?: string | undefined
  readonly CreationDate?: number | undefined
  readonly LastModificationDate?: number | undefined
}

export interface ScheduleSummary {
  readonly Arn?: string | undefined
  readonly Name?: string | undefined
  readonly GroupName?: string | undefined
  readonly State?: string | undefined
  readonly CreationDate?: number | undefined
  readonly LastModificationDate?: number | undefined
  readonly Target?: TargetSummary | undefined
}

export interface SqsParameters {
  readonly MessageGroupId?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface Target {
  readonly Arn: string
  readonly RoleArn: string
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly RetryPolicy?: RetryPolicy | undefined
  readonly Input?: string | undefined
  readonly EcsParameters?: EcsParameters | undefined
  readonly EventBridgeParameters?: EventBridgeParameters | undefined
  readonly EventBridgePutEventsV2Parameters?: EventBridgePutEventsV2Parameters | undefined
  readonly EventBridgePutRawEventsParameters?: EventBridgePutRawEventsParameters | undefined
  readonly KinesisParameters?: KinesisParameters | undefined
  readonly SageMakerPipelineParameters?: SageMakerPipelineParameters | undefined
  readonly SqsParameters?: SqsParameters | undefined
}

export interface TargetSummary {
  readonly Arn: string
}

export interface UpdateScheduleInput {
  readonly Name: string
  readonly ScheduleExpression: string
  readonly Target: Target
  readonly FlexibleTimeWindow: FlexibleTimeWindow
  readonly GroupName?: string | undefined
  readonly StartDate?: number | undefined
  readonly EndDate?: number | undefined
  readonly Description?: string | undefined
  readonly ScheduleExpressionTimezone?: string | undefined
  readonly State?: string | undefined
  readonly KmsKeyArn?: string | undefined
  readonly ClientToken?: string | undefined
  readonly ActionAfterCompletion?: string | undefined
}

export interface UpdateScheduleOutput {
  readonly ScheduleArn: string
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html */
  CreateSchedule: { input: CreateScheduleInput; output: CreateScheduleOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateScheduleGroup.html */
  CreateScheduleGroup: { input: CreateScheduleGroupInput; output: CreateScheduleGroupOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteSchedule.html */
  DeleteSchedule: { input: DeleteScheduleInput; output: DeleteScheduleOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_DeleteScheduleGroup.html */
  DeleteScheduleGroup: { input: DeleteScheduleGroupInput; output: DeleteScheduleGroupOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html */
  GetSchedule: { input: GetScheduleInput; output: GetScheduleOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetScheduleGroup.html */
  GetScheduleGroup: { input: GetScheduleGroupInput; output: GetScheduleGroupOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListScheduleGroups.html */
  ListScheduleGroups: { input: ListScheduleGroupsInput; output: ListScheduleGroupsOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ListSchedules.html */
  ListSchedules: { input: ListSchedulesInput; output: ListSchedulesOutput }
  /** @see https://docs.aws.amazon.com/scheduler/latest/APIReference/API_UpdateSchedule.html */
  UpdateSchedule: { input: UpdateScheduleInput; output: UpdateScheduleOutput }
}
