// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    ActionConfiguration: { AlarmTagsPropagation: { type: 'struct:AlarmTagsPropagation' } },
    AlarmHistoryItem: { AlarmName: { type: 'string' }, AlarmContributorId: { type: 'string' }, AlarmType: { type: 'string' }, Timestamp: { type: 'timestamp' }, HistoryItemType: { type: 'string' }, HistorySummary: { type: 'string' }, HistoryData: { type: 'string' }, AlarmContributorAttributes: { type: 'map:string' } },
    AlarmPromQLCriteria: { Query: { type: 'string', required: true, constraint: 'Query' }, PendingPeriod: { type: 'number', constraint: 'PendingPeriod' }, RecoveryPeriod: { type: 'number', constraint: 'RecoveryPeriod' } },
    AlarmTagsPropagation: { Enabled: { type: 'boolean', required: true }, IncludedTagKeys: { type: 'list:string' }, ExcludedTagKeys: { type: 'list:string' } },
    CompositeAlarm: { ActionsEnabled: { type: 'boolean' }, AlarmActions: { type: 'list:string' }, AlarmArn: { type: 'string' }, AlarmConfigurationUpdatedTimestamp: { type: 'timestamp' }, AlarmDescription: { type: 'string' }, AlarmName: { type: 'string' }, AlarmRule: { type: 'string' }, InsufficientDataActions: { type: 'list:string' }, OKActions: { type: 'list:string' }, StateReason: { type: 'string' }, StateReasonData: { type: 'string' }, StateUpdatedTimestamp: { type: 'timestamp' }, StateValue: { type: 'string' }, StateTransitionedTimestamp: { type: 'timestamp' }, ActionsSuppressedBy: { type: 'string' }, ActionsSuppressedReason: { type: 'string' }, ActionsSuppressor: { type: 'string' }, ActionsSuppressorWaitPeriod: { type: 'number' }, ActionsSuppressorExtensionPeriod: { type: 'number' }, ActionConfiguration: { type: 'struct:ActionConfiguration' } },
    Datapoint: { Timestamp: { type: 'timestamp' }, SampleCount: { type: 'number' }, Average: { type: 'number' }, Sum: { type: 'number' }, Minimum: { type: 'number' }, Maximum: { type: 'number' }, Unit: { type: 'string' }, ExtendedStatistics: { type: 'map:number' } },
    DeleteAlarmsInput: { AlarmNames: { type: 'list:string', required: true, constraint: 'AlarmNames' } },
    DescribeAlarmHistoryInput: { AlarmName: { type: 'string', constraint: 'AlarmName' }, AlarmContributorId: { type: 'string', constraint: 'ContributorId' }, AlarmTypes: { type: 'list:string', constraint: 'AlarmTypes' }, HistoryItemType: { type: 'string', constraint: 'HistoryItemType' }, StartDate: { type: 'timestamp' }, EndDate: { type: 'timestamp' }, MaxRecords: { type: 'number', constraint: 'MaxRecords' }, NextToken: { type: 'string' }, ScanBy: { type: 'string', constraint: 'ScanBy' } },
    DescribeAlarmHistoryOutput: { AlarmHistoryItems: { type: 'list:struct:AlarmHistoryItem' }, NextToken: { type: 'string' } },
    DescribeAlarmsForMetricInput: { MetricName: { type: 'string', required: true, constraint: 'MetricName' }, Namespace: { type: 'string', required: true, constraint: 'Namespace' }, Statistic: { type: 'string', constraint: 'Statistic' }, ExtendedStatistic: { type: 'string' }, Dimensions: { type: 'list:struct:Dimension', constraint: 'Dimensions' }, Period: { type: 'number', constraint: 'Period' }, Unit: { type: 'string', constraint: 'StandardUnit' } },
    DescribeAlarmsForMetricOutput: { MetricAlarms: { type: 'list:struct:MetricAlarm' } },
    DescribeAlarmsInput: { AlarmNames: { type: 'list:string', constraint: 'AlarmNames' }, AlarmNamePrefix: { type: 'string', constraint: 'AlarmNamePrefix' }, AlarmTypes: { type: 'list:string', constraint: 'AlarmTypes' }, ChildrenOfAlarmName: { type: 'string', constraint: 'AlarmName' }, ParentsOfAlarmName: { type: 'string', constraint: 'AlarmName' }, StateValue: { type: 'string', constraint: 'StateValue' }, ActionPrefix: { type: 'string', constraint: 'ActionPrefix' }, MaxRecords: { type: 'number', constraint: 'MaxRecords' }, NextToken: { type: 'string' } },
    DescribeAlarmsOutput: { CompositeAlarms: { type: 'list:struct:CompositeAlarm' }, MetricAlarms: { type: 'list:struct:MetricAlarm' }, LogAlarms: { type: 'list:struct:LogAlarm' }, NextToken: { type: 'string' } },
    Dimension: { Name: { type: 'string', required: true, constraint: 'DimensionName' }, Value: { type: 'string', required: true, constraint: 'DimensionValue' } },
    DimensionFilter: { Name: { type: 'string', required: true, constraint: 'DimensionName' }, Value: { type: 'string', constraint: 'DimensionValue' } },
    DisableAlarmActionsInput: { AlarmNames: { type: 'list:string', required: true, constraint: 'AlarmNames' } },
    EnableAlarmActionsInput: { AlarmNames: { type: 'list:string', required: true, constraint: 'AlarmNames' } },
    Entity: { KeyAttributes: { type: 'map:string', constraint: 'EntityKeyAttributesMap' }, Attributes: { type: 'map:string', constraint: 'EntityAttributesMap' } },
    EntityMetricData: { Entity: { type: 'struct:Entity' }, MetricData: { type: 'list:struct:MetricDatum' } },
    EvaluationCriteria: { PromQLCriteria: { type: 'struct:AlarmPromQLCriteria' } },
    EvaluationWindow: { WallClockWindow: { type: 'struct:WallClockWindow' }, SlidingWindow: { type: 'struct:SlidingWindow' } },
    GetMetricDataInput: { MetricDataQueries: { type: 'list:struct:MetricDataQuery', required: true }, StartTime: { type: 'timestamp', required: true }, EndTime: { type: 'timestamp', required: true }, NextToken: { type: 'string' }, ScanBy: { type: 'string', constraint: 'ScanBy' }, MaxDatapoints: { type: 'number' }, LabelOptions: { type: 'struct:LabelOptions' } },
    GetMetricDataOutput: { MetricDataResults: { type: 'list:struct:MetricDataResult' }, NextToken: { type: 'string' }, Messages: { type: 'list:struct:MessageData' } },
    GetMetricStatisticsInput: { Namespace: { type: 'string', required: true, constraint: 'Namespace' }, MetricName: { type: 'string', required: true, constraint: 'MetricName' }, StartTime: { type: 'timestamp', required: true }, EndTime: { type: 'timestamp', required: true }, Period: { type: 'number', required: true, constraint: 'Period' }, Dimensions: { type: 'list:struct:Dimension', constraint: 'Dimensions' }, Statistics: { type: 'list:string', constraint: 'Statistics' }, ExtendedStatistics: { type: 'list:string', constraint: 'ExtendedStatistics' }, Unit: { type: 'string', constraint: 'StandardUnit' } },
    GetMetricStatisticsOutput: { Label: { type: 'string' }, Datapoints: { type: 'list:struct:Datapoint' } },
    LabelOptions: { Timezone: { type: 'string' } },
    ListMetricsInput: { Namespace: { type: 'string', constraint: 'Namespace' }, MetricName: { type: 'string', constraint: 'MetricName' }, Dimensions: { type: 'list:struct:DimensionFilter', constraint: 'DimensionFilters' }, NextToken: { type: 'string' }, RecentlyActive: { type: 'string', constraint: 'RecentlyActive' }, IncludeLinkedAccounts: { type: 'boolean' }, OwningAccount: { type: 'string', constraint: 'AccountId' } },
    ListMetricsOutput: { Metrics: { type: 'list:struct:Metric' }, NextToken: { type: 'string' }, OwningAccounts: { type: 'list:string' } },
    LogAlarm: { AlarmName: { type: 'string' }, AlarmArn: { type: 'string' }, AlarmDescription: { type: 'string' }, AlarmConfigurationUpdatedTimestamp: { type: 'timestamp' }, ActionsEnabled: { type: 'boolean' }, OKActions: { type: 'list:string' }, AlarmActions: { type: 'list:string' }, InsufficientDataActions: { type: 'list:string' }, StateValue: { type: 'string' }, StateReason: { type: 'string' }, StateReasonData: { type: 'string' }, StateUpdatedTimestamp: { type: 'timestamp' }, ScheduledQueryConfiguration: { type: 'struct:ScheduledQueryConfiguration' }, QueryResultsToEvaluate: { type: 'number' }, QueryResultsToAlarm: { type: 'number' }, Threshold: { type: 'number' }, ComparisonOperator: { type: 'string' }, TreatMissingData: { type: 'string' }, StateTransitionedTimestamp: { type: 'timestamp' }, EvaluationState: { type: 'string' }, ActionLogLineCount: { type: 'number' }, ActionLogLineRoleArn: { type: 'string' }, WarmUpConfiguration: { type: 'struct:WarmUpConfiguration' }, ActionConfiguration: { type: 'struct:ActionConfiguration' } },
    MessageData: { Code: { type: 'string' }, Value: { type: 'string' } },
    Metric: { Namespace: { type: 'string', constraint: 'Namespace' }, MetricName: { type: 'string', constraint: 'MetricName' }, Dimensions: { type: 'list:struct:Dimension', constraint: 'Dimensions' } },
    MetricAlarm: { AlarmName: { type: 'string' }, AlarmArn: { type: 'string' }, AlarmDescription: { type: 'string' }, AlarmConfigurationUpdatedTimestamp: { type: 'timestamp' }, ActionsEnabled: { type: 'boolean' }, OKActions: { type: 'list:string' }, AlarmActions: { type: 'list:string' }, InsufficientDataActions: { type: 'list:string' }, StateValue: { type: 'string' }, StateReason: { type: 'string' }, StateReasonData: { type: 'string' }, StateUpdatedTimestamp: { type: 'timestamp' }, MetricName: { type: 'string' }, Namespace: { type: 'string' }, Statistic: { type: 'string' }, ExtendedStatistic: { type: 'string' }, Dimensions: { type: 'list:struct:Dimension' }, Period: { type: 'number' }, Unit: { type: 'string' }, EvaluationPeriods: { type: 'number' }, DatapointsToAlarm: { type: 'number' }, Threshold: { type: 'number' }, ComparisonOperator: { type: 'string' }, TreatMissingData: { type: 'string' }, EvaluateLowSampleCountPercentile: { type: 'string' }, Metrics: { type: 'list:struct:MetricDataQuery' }, ThresholdMetricId: { type: 'string' }, EvaluationState: { type: 'string' }, StateTransitionedTimestamp: { type: 'timestamp' }, EvaluationWindow: { type: 'struct:EvaluationWindow' }, WarmUpConfiguration: { type: 'struct:WarmUpConfiguration' }, EvaluationCriteria: { type: 'struct:EvaluationCriteria' }, EvaluationInterval: { type: 'number' }, ActionConfiguration: { type: 'struct:ActionConfiguration' } },
    MetricDataQuery: { Id: { type: 'string', required: true, constraint: 'MetricId' }, MetricStat: { type: 'struct:MetricStat' }, Expression: { type: 'string', constraint: 'MetricExpression' }, Label: { type: 'string' }, ReturnData: { type: 'boolean' }, Period: { type: 'number', constraint: 'Period' }, AccountId: { type: 'string', constraint: 'AccountId' } },
    MetricDataResult: { Id: { type: 'string' }, Label: { type: 'string' }, Timestamps: { type: 'list:timestamp' }, Values: { type: 'list:number' }, StatusCode: { type: 'string' }, Messages: { type: 'list:struct:MessageData' } },
    MetricDatum: { MetricName: { type: 'string', required: true, constraint: 'MetricName' }, Dimensions: { type: 'list:struct:Dimension', constraint: 'Dimensions' }, Timestamp: { type: 'timestamp' }, Value: { type: 'number' }, StatisticValues: { type: 'struct:StatisticSet' }, Values: { type: 'list:number' }, Counts: { type: 'list:number' }, Unit: { type: 'string', constraint: 'StandardUnit' }, StorageResolution: { type: 'number', constraint: 'StorageResolution' } },
    MetricStat: { Metric: { type: 'struct:Metric', required: true }, Period: { type: 'number', required: true, constraint: 'Period' }, Stat: { type: 'string', required: true }, Unit: { type: 'string', constraint: 'StandardUnit' } },
    PutCompositeAlarmInput: { AlarmName: { type: 'string', required: true, constraint: 'AlarmName' }, AlarmRule: { type: 'string', required: true, constraint: 'AlarmRule' }, ActionsEnabled: { type: 'boolean' }, AlarmActions: { type: 'list:string', constraint: 'ResourceList' }, AlarmDescription: { type: 'string', constraint: 'AlarmDescription' }, InsufficientDataActions: { type: 'list:string', constraint: 'ResourceList' }, OKActions: { type: 'list:string', constraint: 'ResourceList' }, Tags: { type: 'list:struct:Tag' }, ActionsSuppressor: { type: 'string', constraint: 'AlarmArn' }, ActionsSuppressorWaitPeriod: { type: 'number' }, ActionsSuppressorExtensionPeriod: { type: 'number' }, ActionConfiguration: { type: 'struct:ActionConfiguration' } },
    PutMetricAlarmInput: { AlarmName: { type: 'string', required: true, constraint: 'AlarmName' }, AlarmDescription: { type: 'string', constraint: 'AlarmDescription' }, ActionsEnabled: { type: 'boolean' }, OKActions: { type: 'list:string', constraint: 'ResourceList' }, AlarmActions: { type: 'list:string', constraint: 'ResourceList' }, InsufficientDataActions: { type: 'list:string', constraint: 'ResourceList' }, MetricName: { type: 'string', constraint: 'MetricName' }, Namespace: { type: 'string', constraint: 'Namespace' }, Statistic: { type: 'string', constraint: 'Statistic' }, ExtendedStatistic: { type: 'string' }, Dimensions: { type: 'list:struct:Dimension', constraint: 'Dimensions' }, Period: { type: 'number', constraint: 'Period' }, Unit: { type: 'string', constraint: 'StandardUnit' }, EvaluationPeriods: { type: 'number', constraint: 'EvaluationPeriods' }, DatapointsToAlarm: { type: 'number', constraint: 'DatapointsToAlarm' }, Threshold: { type: 'number' }, ComparisonOperator: { type: 'string', constraint: 'ComparisonOperator' }, TreatMissingData: { type: 'string', constraint: 'TreatMissingData' }, EvaluateLowSampleCountPercentile: { type: 'string', constraint: 'EvaluateLowSampleCountPercentile' }, Metrics: { type: 'list:struct:MetricDataQuery' }, Tags: { type: 'list:struct:Tag' }, ThresholdMetricId: { type: 'string', constraint: 'MetricId' }, EvaluationWindow: { type: 'struct:EvaluationWindow' }, WarmUpConfiguration: { type: 'struct:WarmUpConfiguration' }, EvaluationCriteria: { type: 'struct:EvaluationCriteria' }, EvaluationInterval: { type: 'number', constraint: 'EvaluationInterval' }, ActionConfiguration: { type: 'struct:ActionConfiguration' } },
    PutMetricDataInput: { Namespace: { type: 'string', required: true, constraint: 'Namespace' }, MetricData: { type: 'list:struct:MetricDatum' }, EntityMetricData: { type: 'list:struct:EntityMetricData' }, StrictEntityValidation: { type: 'boolean' } },
    ScheduleConfiguration: { ScheduleExpression: { type: 'string', required: true }, StartTimeOffset: { type: 'number', required: true }, EndTimeOffset: { type: 'number' } },
    ScheduledQueryConfiguration: { QueryString: { type: 'string', required: true }, ScheduledQueryRoleARN: { type: 'string', required: true }, ScheduleConfiguration: { type: 'struct:ScheduleConfiguration', required: true }, AggregationExpression: { type: 'string', required: true }, LogGroupIdentifiers: { type: 'list:string' }, QueryARN: { type: 'string' }, Tags: { type: 'list:struct:Tag' } },
    SetAlarmStateInput: { AlarmName: { type: 'string', required: true, constraint: 'AlarmName' }, StateValue: { type: 'string', required: true, constraint: 'StateValue' }, StateReason: { type: 'string', required: true, constraint: 'StateReason' }, StateReasonData: { type: 'string', constraint: 'StateReasonData' } },
    SlidingWindow: { },
    StatisticSet: { SampleCount: { type: 'number', required: true }, Sum: { type: 'number', required: true }, Minimum: { type: 'number', required: true }, Maximum: { type: 'number', required: true } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', required: true, constraint: 'TagValue' } },
    WallClockWindow: { Timezone: { type: 'string', constraint: 'Timezone' } },
    WarmUpConfiguration: { WarmUpPeriodDurationInMinutes: { type: 'number', required: true }, OnlyStartEvaluatingAfterWarmUpPeriodEnds: { type: 'boolean' } },
  },
  constraints: {
    AccountId: {"min":1,"max":255},
    ActionPrefix: {"min":1,"max":1024},
    AlarmArn: {"min":1,"max":1600},
    AlarmDescription: {"min":0,"max":1024},
    AlarmName: {"min":1,"max":255},
    AlarmNamePrefix: {"min":1,"max":255},
    AlarmNames: {"max":100,"of":"AlarmName"},
    AlarmRule: {"min":1,"max":10240},
    AlarmType: {"oneOf":["CompositeAlarm","MetricAlarm","LogAlarm"]},
    AlarmTypes: {"of":"AlarmType"},
    ComparisonOperator: {"oneOf":["GreaterThanOrEqualToThreshold","GreaterThanThreshold","LessThanThreshold","LessThanOrEqualToThreshold","LessThanLowerOrGreaterThanUpperThreshold","LessThanLowerThreshold","GreaterThanUpperThreshold"]},
    ContributorId: {"min":1,"max":16},
    DatapointsToAlarm: {"min":1},
    DimensionFilters: {"max":10},
    DimensionName: {"min":1,"max":255},
    DimensionValue: {"min":1,"max":1024},
    Dimensions: {"max":30},
    EntityAttributesMap: {"min":0,"max":10,"of":"EntityAttributesMapValueString","key":"EntityAttributesMapKeyString"},
    EntityAttributesMapKeyString: {"min":1,"max":256},
    EntityAttributesMapValueString: {"min":1,"max":2048},
    EntityKeyAttributesMap: {"min":2,"max":4,"of":"EntityKeyAttributesMapValueString","key":"EntityKeyAttributesMapKeyString"},
    EntityKeyAttributesMapKeyString: {"min":1,"max":32},
    EntityKeyAttributesMapValueString: {"min":1,"max":2048},
    EvaluateLowSampleCountPercentile: {"min":1,"max":255},
    EvaluationInterval: {"min":10,"max":3600},
    EvaluationPeriods: {"min":1},
    ExtendedStatistics: {"min":1,"max":10},
    HistoryItemType: {"oneOf":["ConfigurationUpdate","StateUpdate","Action","AlarmContributorStateUpdate","AlarmContributorAction"]},
    MaxRecords: {"min":1,"max":100},
    MetricExpression: {"min":1,"max":2048},
    MetricId: {"min":1,"max":255},
    MetricName: {"min":1,"max":255},
    Namespace: {"min":1,"max":255,"pattern":"[^:].*"},
    PendingPeriod: {"min":0,"max":86400},
    Period: {"min":1},
    Query: {"min":1,"max":10000},
    RecentlyActive: {"oneOf":["PT3H"]},
    RecoveryPeriod: {"min":0,"max":86400},
    ResourceList: {"max":5,"of":"ResourceName"},
    ResourceName: {"min":1,"max":1024},
    ScanBy: {"oneOf":["TimestampDescending","TimestampAscending"]},
    StandardUnit: {"oneOf":["Seconds","Microseconds","Milliseconds","Bytes","Kilobytes","Megabytes","Gigabytes","Terabytes","Bits","Kilobits","Megabits","Gigabits","Terabits","Percent","Count","Bytes/Second","Kilobytes/Second","Megabytes/Second","Gigabytes/Second","Terabytes/Second","Bits/Second","Kilobits/Second","Megabits/Second","Gigabits/Second","Terabits/Second","Count/Second","None"]},
    StateReason: {"min":0,"max":1023},
    StateReasonData: {"min":0,"max":4000},
    StateValue: {"oneOf":["OK","ALARM","INSUFFICIENT_DATA"]},
    Statistic: {"oneOf":["SampleCount","Average","Sum","Minimum","Maximum"]},
    Statistics: {"min":1,"max":5,"of":"Statistic"},
    StorageResolution: {"min":1},
    TagKey: {"min":1,"max":128},
    TagValue: {"min":0,"max":256},
    Timezone: {"min":1,"max":50},
    TreatMissingData: {"min":1,"max":255},
  },
  shapesOf: {
    DeleteAlarms: { input: 'DeleteAlarmsInput', output: undefined },
    DescribeAlarmHistory: { input: 'DescribeAlarmHistoryInput', output: 'DescribeAlarmHistoryOutput' },
    DescribeAlarms: { input: 'DescribeAlarmsInput', output: 'DescribeAlarmsOutput' },
    DescribeAlarmsForMetric: { input: 'DescribeAlarmsForMetricInput', output: 'DescribeAlarmsForMetricOutput' },
    DisableAlarmActions: { input: 'DisableAlarmActionsInput', output: undefined },
    EnableAlarmActions: { input: 'EnableAlarmActionsInput', output: undefined },
    GetMetricData: { input: 'GetMetricDataInput', output: 'GetMetricDataOutput' },
    GetMetricStatistics: { input: 'GetMetricStatisticsInput', output: 'GetMetricStatisticsOutput' },
    ListMetrics: { input: 'ListMetricsInput', output: 'ListMetricsOutput' },
    PutCompositeAlarm: { input: 'PutCompositeAlarmInput', output: undefined },
    PutMetricAlarm: { input: 'PutMetricAlarmInput', output: undefined },
    PutMetricData: { input: 'PutMetricDataInput', output: undefined },
    SetAlarmState: { input: 'SetAlarmStateInput', output: undefined },
  },
}

export interface ActionConfiguration {
  readonly AlarmTagsPropagation?: AlarmTagsPropagation | undefined
}

export interface AlarmHistoryItem {
  readonly AlarmName?: string | undefined
  readonly AlarmContributorId?: string | undefined
  readonly AlarmType?: string | undefined
  readonly Timestamp?: Date | number | undefined
  readonly HistoryItemType?: string | undefined
  readonly HistorySummary?: string | undefined
  readonly HistoryData?: string | undefined
  readonly AlarmContributorAttributes?: Readonly<Record<string, string>> | undefined
}

export interface AlarmPromQLCriteria {
  readonly Query: string
  readonly PendingPeriod?: number | undefined
  readonly RecoveryPeriod?: number | undefined
}

export interface AlarmTagsPropagation {
  readonly Enabled: boolean
  readonly IncludedTagKeys?: readonly (string)[] | undefined
  readonly ExcludedTagKeys?: readonly (string)[] | undefined
}

export interface CompositeAlarm {
  readonly ActionsEnabled?: boolean | undefined
  readonly AlarmActions?: readonly (string)[] | undefined
  readonly AlarmArn?: string | undefined
  readonly AlarmConfigurationUpdatedTimestamp?: Date | number | undefined
  readonly AlarmDescription?: string | undefined
  readonly AlarmName?: string | undefined
  readonly AlarmRule?: string | undefined
  readonly InsufficientDataActions?: readonly (string)[] | undefined
  readonly OKActions?: readonly (string)[] | undefined
  readonly StateReason?: string | undefined
  readonly StateReasonData?: string | undefined
  readonly StateUpdatedTimestamp?: Date | number | undefined
  readonly StateValue?: string | undefined
  readonly StateTransitionedTimestamp?: Date | number | undefined
  readonly ActionsSuppressedBy?: string | undefined
  readonly ActionsSuppressedReason?: string | undefined
  readonly ActionsSuppressor?: string | undefined
  readonly ActionsSuppressorWaitPeriod?: number | undefined
  readonly ActionsSuppressorExtensionPeriod?: number | undefined
  readonly ActionConfiguration?: ActionConfiguration | undefined
}

export interface Datapoint {
  readonly Timestamp?: Date | number | undefined
  readonly SampleCount?: number | undefined
  readonly Average?: number | undefined
  readonly Sum?: number | undefined
  readonly Minimum?: number | undefined
  readonly Maximum?: number | undefined
  readonly Unit?: string | undefined
  readonly ExtendedStatistics?: Readonly<Record<string, number>> | undefined
}

export interface DeleteAlarmsInput {
  readonly AlarmNames: readonly (string)[]
}

export interface DescribeAlarmHistoryInput {
  readonly AlarmName?: string | undefined
  readonly AlarmContributorId?: string | undefined
  readonly AlarmTypes?: readonly (string)[] | undefined
  readonly HistoryItemType?: string | undefined
  readonly StartDate?: Date | number | undefined
  readonly EndDate?: Date | number | undefined
  readonly MaxRecords?: number | undefined
  readonly NextToken?: string | undefined
  readonly ScanBy?: string | undefined
}

export interface DescribeAlarmHistoryOutput {
  readonly AlarmHistoryItems?: readonly (AlarmHistoryItem)[] | undefined
  readonly NextToken?: string | undefined
}

export interface DescribeAlarmsForMetricInput {
  readonly MetricName: string
  readonly Namespace: string
  readonly Statistic?: string | undefined
  readonly ExtendedStatistic?: string | undefined
  readonly Dimensions?: readonly (Dimension)[] | undefined
  readonly Period?: number | undefined
  readonly Unit?: string | undefined
}

export interface DescribeAlarmsForMetricOutput {
  readonly MetricAlarms?: readonly (MetricAlarm)[] | undefined
}

export interface DescribeAlarmsInput {
  readonly AlarmNames?: readonly (string)[] | undefined
  readonly AlarmNamePrefix?: string | undefined
  readonly AlarmTypes?: readonly (string)[] | undefined
  readonly ChildrenOfAlarmName?: string | undefined
  readonly ParentsOfAlarmName?: string | undefined
  readonly StateValue?: string | undefined
  readonly ActionPrefix?: string | undefined
  readonly MaxRecords?: number | undefined
  readonly NextToken?: string | undefined
}

export interface DescribeAlarmsOutput {
  readonly CompositeAlarms?: readonly (CompositeAlarm)[] | undefined
  readonly MetricAlarms?: readonly (MetricAlarm)[] | undefined
  readonly LogAlarms?: readonly (LogAlarm)[] | undefined
  readonly NextToken?: string | undefined
}

export interface Dimension {
  readonly Name: string
  readonly Value: string
}

export interface DimensionFilter {
  readonly Name: string
  readonly Value?: string | undefined
}

export interface DisableAlarmActionsInput {
  readonly AlarmNames: readonly (string)[]
}

export interface EnableAlarmActionsInput {
  readonly AlarmNames: readonly (string)[]
}

export interface Entity {
  readonly KeyAttributes?: Readonly<Record<string, string>> | undefined
  readonly Attributes?: Readonly<Record<string, string>> | undefined
}

export interface EntityMetricData {
  readonly Entity?: Entity | undefined
  readonly MetricData?: readonly (MetricDatum)[] | undefined
}

export interface EvaluationCriteria {
  readonly PromQLCriteria?: AlarmPromQLCriteria | undefined
}

export interface EvaluationWindow {
  readonly WallClockWindow?: WallClockWindow | undefined
  readonly SlidingWindow?: SlidingWindow | undefined
}

export interface GetMetricDataInput {
  readonly MetricDataQueries: readonly (MetricDataQuery)[]
  readonly StartTime: Date | number
  readonly EndTime: Date | number
  readonly NextToken?: string | undefined
  readonly ScanBy?: string | undefined
  readonly MaxDatapoints?: number | undefined
  readonly LabelOptions?: LabelOptions | undefined
}

export interface GetMetricDataOutput {
  readonly MetricDataResults?: readonly (MetricDataResult)[] | undefined
  readonly NextToken?: string | undefined
  readonly Messages?: readonly (MessageData)[] | undefined
}

export interface GetMetricStatisticsInput {
  readonly Namespace: string
  readonly MetricName: string
  readonly StartTime: Date | number
  readonly EndTime: Date | number
  readonly Period: number
  readonly Dimensions?: readonly (Dimension)[] | undefined
  readonly Statistics?: readonly (string)[] | undefined
  readonly ExtendedStatistics?: readonly (string)[] | undefined
  readonly Unit?: string | undefined
}

export interface GetMetricStatisticsOutput {
  readonly Label?: string | undefined
  readonly Datapoints?: readonly (Datapoint)[] | undefined
}

export interface LabelOptions {
  readonly Timezone?: string | undefined
}

export interface ListMetricsInput {
  readonly Namespace?: string | undefined
  readonly MetricName?: string | undefined
  readonly Dimensions?: readonly (DimensionFilter)[] | undefined
  readonly NextToken?: string | undefined
  readonly RecentlyActive?: string | undefined
  readonly IncludeLinkedAccounts?: boolean | undefined
  readonly OwningAccount?: string | undefined
}

export interface ListMetricsOutput {
  readonly Metrics?: readonly (Metric)[] | undefined
  readonly NextToken?: string | undefined
  readonly OwningAccounts?: readonly (string)[] | undefined
}

export interface LogAlarm {
  readonly AlarmName?: string | undefined
  readonly AlarmArn?: string | undefined
  readonly AlarmDescription?: string | undefined
  readonly AlarmConfigurationUpdatedTimestamp?: Date | number | undefined
  readonly ActionsEnabled?: boolean | undefined
  readonly OKActions?: readonly (string)[] | undefined
  readonly AlarmActions?: readonly (string)[] | undefined
  readonly InsufficientDataActions?: readonly (string)[] | undefined
  readonly StateValue?: string | undefined
  readonly StateReason?: string | undefined
  readonly StateReasonData?: string | undefined
  readonly StateUpdatedTimestamp?: Date | number | undefined
  readonly ScheduledQueryConfiguration?: ScheduledQueryConfiguration | undefined
  readonly QueryResultsToEvaluate?: number | undefined
  readonly QueryResultsToAlarm?: number | undefined
  readonly Threshold?: number | undefined
  readonly ComparisonOperator?: string | undefined
  readonly TreatMissingData?: string | undefined
  readonly StateTransitionedTimestamp?: Date | number | undefined
  readonly EvaluationState?: string | undefined
  readonly ActionLogLineCount?: number | undefined
  readonly ActionLogLineRoleArn?: string | undefined
  readonly WarmUpConfiguration?: WarmUpConfiguration | undefined
  readonly ActionConfiguration?: ActionConfiguration | undefined
}

export interface MessageData {
  readonly Code?: string | undefined
  readonly Value?: string | undefined
}

export interface Metric {
  readonly Namespace?: string | undefined
  readonly MetricName?: string | undefined
  readonly Dimensions?: readonly (Dimension)[] | undefined
}

export interface MetricAlarm {
  readonly AlarmName?: string | undefined
  readonly AlarmArn?: string | undefined
  readonly AlarmDescription?: string | undefined
  readonly AlarmConfigurationUpdatedTimestamp?: Date | number | undefined
  readonly ActionsEnabled?: boolean | undefined
  readonly OKActions?: readonly (string)[] | undefined
  readonly AlarmActions?: readonly (string)[] | undefined
  readonly InsufficientDataActions?: readonly (string)[] | undefined
  readonly StateValue?: string | undefined
  readonly StateReason?: string | undefined
  readonly StateReasonData?: string | undefined
  readonly StateUpdatedTimestamp?: Date | number | undefined
  readonly MetricName?: string | undefined
  readonly Namespace?: string | undefined
  readonly Statistic?: string | undefined
  readonly ExtendedStatistic?: string | undefined
  readonly Dimensions?: readonly (Dimension)[] | undefined
  readonly Period?: number | undefined
  readonly Unit?: string | undefined
  readonly EvaluationPeriods?: number | undefined
  readonly DatapointsToAlarm?: number | undefined
  readonly Threshold?: number | undefined
  readonly ComparisonOperator?: string | undefined
  readonly TreatMissingData?: string | undefined
  readonly EvaluateLowSampleCountPercentile?: string | undefined
  readonly Metrics?: readonly (MetricDataQuery)[] | undefined
  readonly ThresholdMetricId?: string | undefined
  readonly EvaluationState?: string | undefined
  readonly StateTransitionedTimestamp?: Date | number | undefined
  readonly EvaluationWindow?: EvaluationWindow | undefined
  readonly WarmUpConfiguration?: WarmUpConfiguration | undefined
  readonly EvaluationCriteria?: EvaluationCriteria | undefined
  readonly EvaluationInterval?: number | undefined
  readonly ActionConfiguration?: ActionConfiguration | undefined
}

export interface MetricDataQuery {
  readonly Id: string
  readonly MetricStat?: MetricStat | undefined
  readonly Expression?: string | undefined
  readonly Label?: string | undefined
  readonly ReturnData?: boolean | undefined
  readonly Period?: number | undefined
  readonly AccountId?: string | undefined
}

export interface MetricDataResult {
  readonly Id?: string | undefined
  readonly Label?: string | undefined
  readonly Timestamps?: readonly (Date | number)[] | undefined
  readonly Values?: readonly (number)[] | undefined
  readonly StatusCode?: string | undefined
  readonly Messages?: readonly (MessageData)[] | undefined
}

export interface MetricDatum {
  readonly MetricName: string
  readonly Dimensions?: readonly (Dimension)[] | undefined
  readonly Timestamp?: Date | number | undefined
  readonly Value?: number | undefined
  readonly StatisticValues?: StatisticSet | undefined
  readonly Values?: readonly (number)[] | undefined
  readonly Counts?: readonly (number)[] | undefined
  readonly Unit?: string | undefined
  readonly StorageResolution?: number | undefined
}

export interface MetricStat {
  readonly Metric: Metric
  readonly Period: number
  readonly Stat: string
  readonly Unit?: string | undefined
}

export interface PutCompositeAlarmInput {
  readonly AlarmName: string
  readonly AlarmRule: string
  readonly ActionsEnabled?: boolean | undefined
  readonly AlarmActions?: readonly (string)[] | undefined
  readonly AlarmDescription?: string | undefined
  readonly InsufficientDataActions?: readonly (string)[] | undefined
  readonly OKActions?: readonly (string)[] | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly ActionsSuppressor?: string | undefined
  readonly ActionsSuppressorWaitPeriod?: number | undefined
  readonly ActionsSuppressorExtensionPeriod?: number | undefined
  readonly ActionConfiguration?: ActionConfiguration | undefined
}

export interface PutMetricAlarmInput {
  readonly AlarmName: string
  readonly AlarmDescription?: string | undefined
  readonly ActionsEnabled?: boolean | undefined
  readonly OKActions?: readonly (string)[] | undefined
  readonly AlarmActions?: readonly (string)[] | undefined
  readonly InsufficientDataActions?: readonly (string)[] | undefined
  readonly MetricName?: string | undefined
  readonly Namespace?: string | undefined
  readonly Statistic?: string | undefined
  readonly ExtendedStatistic?: string | undefined
  readonly Dimensions?: readonly (Dimension)[] | undefined
  readonly Period?: number | undefined
  readonly Unit?: string | undefined
  readonly EvaluationPeriods?: number | undefined
  readonly DatapointsToAlarm?: number | undefined
  readonly Threshold?: number | undefined
  readonly ComparisonOperator?: string | undefined
  readonly TreatMissingData?: string | undefined
  readonly EvaluateLowSampleCountPercentile?: string | undefined
  readonly Metrics?: readonly (MetricDataQuery)[] | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly ThresholdMetricId?: string | undefined
  readonly EvaluationWindow?: EvaluationWindow | undefined
  readonly WarmUpConfiguration?: WarmUpConfiguration | undefined
  readonly EvaluationCriteria?: EvaluationCriteria | undefined
  readonly EvaluationInterval?: number | undefined
  readonly ActionConfiguration?: ActionConfiguration | undefined
}

export interface PutMetricDataInput {
  readonly Namespace: string
  readonly MetricData?: readonly (MetricDatum)[] | undefined
  readonly EntityMetricData?: readonly (EntityMetricData)[] | undefined
  readonly StrictEntityValidation?: boolean | undefined
}

export interface ScheduleConfiguration {
  readonly ScheduleExpression: string
  readonly StartTimeOffset: number
  readonly EndTimeOffset?: number | undefined
}

export interface ScheduledQueryConfiguration {
  readonly QueryString: string
  readonly ScheduledQueryRoleARN: string
  readonly ScheduleConfiguration: ScheduleConfiguration
  readonly AggregationExpression: string
  readonly LogGroupIdentifiers?: readonly (string)[] | undefined
  readonly QueryARN?: string | undefined
  readonly Tags?: readonly (Tag)[] | undefined
}

export interface SetAlarmStateInput {
  readonly AlarmName: string
  readonly StateValue: string
  readonly StateReason: string
  readonly StateReasonData?: string | undefined
}

export interface SlidingWindow {
}

export interface StatisticSet {
  readonly SampleCount: number
  readonly Sum: number
  readonly Minimum: number
  readonly Maximum: number
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface WallClockWindow {
  readonly Timezone?: string | undefined
}

export interface WarmUpConfiguration {
  readonly WarmUpPeriodDurationInMinutes: number
  readonly OnlyStartEvaluatingAfterWarmUpPeriodEnds?: boolean | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html */
  DeleteAlarms: { input: DeleteAlarmsInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html */
  DescribeAlarmHistory: { input: DescribeAlarmHistoryInput; output: DescribeAlarmHistoryOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
  DescribeAlarms: { input: DescribeAlarmsInput; output: DescribeAlarmsOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmsForMetric.html */
  DescribeAlarmsForMetric: { input: DescribeAlarmsForMetricInput; output: DescribeAlarmsForMetricOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableAlarmActions.html */
  DisableAlarmActions: { input: DisableAlarmActionsInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EnableAlarmActions.html */
  EnableAlarmActions: { input: EnableAlarmActionsInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
  GetMetricData: { input: GetMetricDataInput; output: GetMetricDataOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStatistics.html */
  GetMetricStatistics: { input: GetMetricStatisticsInput; output: GetMetricStatisticsOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html */
  ListMetrics: { input: ListMetricsInput; output: ListMetricsOutput }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
  PutCompositeAlarm: { input: PutCompositeAlarmInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
  PutMetricAlarm: { input: PutMetricAlarmInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
  PutMetricData: { input: PutMetricDataInput; output: void }
  /** @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html */
  SetAlarmState: { input: SetAlarmStateInput; output: void }
}
