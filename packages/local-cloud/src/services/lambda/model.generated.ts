// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model, Route } from '@keg/aws-service'

export type Service = 'lambda'

export const routes: readonly Route<Service>[] = [
  ['AddLayerVersionPermission', 'lambda', 'POST', '/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy'],
  ['AddPermission', 'lambda', 'POST', '/2015-03-31/functions/{FunctionName}/policy'],
  ['CheckpointDurableExecution', 'lambda', 'POST', '/2025-12-01/durable-executions/{DurableExecutionArn}/checkpoint'],
  ['CreateAlias', 'lambda', 'POST', '/2015-03-31/functions/{FunctionName}/aliases'],
  ['CreateCapacityProvider', 'lambda', 'POST', '/2025-11-30/capacity-providers'],
  ['CreateCodeSigningConfig', 'lambda', 'POST', '/2020-04-22/code-signing-configs'],
  ['CreateEventSourceMapping', 'lambda', 'POST', '/2015-03-31/event-source-mappings'],
  ['CreateFunction', 'lambda', 'POST', '/2015-03-31/functions'],
  ['CreateFunctionUrlConfig', 'lambda', 'POST', '/2021-10-31/functions/{FunctionName}/url'],
  ['DeleteAlias', 'lambda', 'DELETE', '/2015-03-31/functions/{FunctionName}/aliases/{Name}'],
  ['DeleteCapacityProvider', 'lambda', 'DELETE', '/2025-11-30/capacity-providers/{CapacityProviderName}'],
  ['DeleteCodeSigningConfig', 'lambda', 'DELETE', '/2020-04-22/code-signing-configs/{CodeSigningConfigArn}'],
  ['DeleteEventSourceMapping', 'lambda', 'DELETE', '/2015-03-31/event-source-mappings/{UUID}'],
  ['DeleteFunction', 'lambda', 'DELETE', '/2015-03-31/functions/{FunctionName}'],
  ['DeleteFunctionCodeSigningConfig', 'lambda', 'DELETE', '/2020-06-30/functions/{FunctionName}/code-signing-config'],
  ['DeleteFunctionConcurrency', 'lambda', 'DELETE', '/2017-10-31/functions/{FunctionName}/concurrency'],
  ['DeleteFunctionEventInvokeConfig', 'lambda', 'DELETE', '/2019-09-25/functions/{FunctionName}/event-invoke-config'],
  ['DeleteFunctionUrlConfig', 'lambda', 'DELETE', '/2021-10-31/functions/{FunctionName}/url'],
  ['DeleteLayerVersion', 'lambda', 'DELETE', '/2018-10-31/layers/{LayerName}/versions/{VersionNumber}'],
  ['DeleteProvisionedConcurrencyConfig', 'lambda', 'DELETE', '/2019-09-30/functions/{FunctionName}/provisioned-concurrency'],
  ['DeleteResourcePolicy', 'lambda', 'DELETE', '/2026-07-09/resource-policy/{ResourceArn}'],
  ['GetAccountSettings', 'lambda', 'GET', '/2016-08-19/account-settings'],
  ['GetAlias', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}/aliases/{Name}'],
  ['GetCapacityProvider', 'lambda', 'GET', '/2025-11-30/capacity-providers/{CapacityProviderName}'],
  ['GetCodeSigningConfig', 'lambda', 'GET', '/2020-04-22/code-signing-configs/{CodeSigningConfigArn}'],
  ['GetDurableExecution', 'lambda', 'GET', '/2025-12-01/durable-executions/{DurableExecutionArn}'],
  ['GetDurableExecutionHistory', 'lambda', 'GET', '/2025-12-01/durable-executions/{DurableExecutionArn}/history'],
  ['GetDurableExecutionState', 'lambda', 'GET', '/2025-12-01/durable-executions/{DurableExecutionArn}/state'],
  ['GetEventSourceMapping', 'lambda', 'GET', '/2015-03-31/event-source-mappings/{UUID}'],
  ['GetFunction', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}'],
  ['GetFunctionCodeSigningConfig', 'lambda', 'GET', '/2020-06-30/functions/{FunctionName}/code-signing-config'],
  ['GetFunctionConcurrency', 'lambda', 'GET', '/2019-09-30/functions/{FunctionName}/concurrency'],
  ['GetFunctionConfiguration', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}/configuration'],
  ['GetFunctionEventInvokeConfig', 'lambda', 'GET', '/2019-09-25/functions/{FunctionName}/event-invoke-config'],
  ['GetFunctionRecursionConfig', 'lambda', 'GET', '/2024-08-31/functions/{FunctionName}/recursion-config'],
  ['GetFunctionScalingConfig', 'lambda', 'GET', '/2025-11-30/functions/{FunctionName}/function-scaling-config'],
  ['GetFunctionUrlConfig', 'lambda', 'GET', '/2021-10-31/functions/{FunctionName}/url'],
  ['GetLayerVersion', 'lambda', 'GET', '/2018-10-31/layers/{LayerName}/versions/{VersionNumber}'],
  ['GetLayerVersionByArn', 'lambda', 'GET', '/2018-10-31/layers?find=LayerVersion'],
  ['GetLayerVersionPolicy', 'lambda', 'GET', '/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy'],
  ['GetPolicy', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}/policy'],
  ['GetProvisionedConcurrencyConfig', 'lambda', 'GET', '/2019-09-30/functions/{FunctionName}/provisioned-concurrency'],
  ['GetResourcePolicy', 'lambda', 'GET', '/2026-07-09/resource-policy/{ResourceArn}'],
  ['GetRuntimeManagementConfig', 'lambda', 'GET', '/2021-07-20/functions/{FunctionName}/runtime-management-config'],
  ['Invoke', 'lambda', 'POST', '/2015-03-31/functions/{FunctionName}/invocations'],
  ['InvokeAsync', 'lambda', 'POST', '/2014-11-13/functions/{FunctionName}/invoke-async'],
  ['InvokeWithResponseStream', 'lambda', 'POST', '/2021-11-15/functions/{FunctionName}/response-streaming-invocations'],
  ['ListAliases', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}/aliases'],
  ['ListCapacityProviders', 'lambda', 'GET', '/2025-11-30/capacity-providers'],
  ['ListCodeSigningConfigs', 'lambda', 'GET', '/2020-04-22/code-signing-configs'],
  ['ListDurableExecutionsByFunction', 'lambda', 'GET', '/2025-12-01/functions/{FunctionName}/durable-executions'],
  ['ListEventSourceMappings', 'lambda', 'GET', '/2015-03-31/event-source-mappings'],
  ['ListFunctionEventInvokeConfigs', 'lambda', 'GET', '/2019-09-25/functions/{FunctionName}/event-invoke-config/list'],
  ['ListFunctionUrlConfigs', 'lambda', 'GET', '/2021-10-31/functions/{FunctionName}/urls'],
  ['ListFunctionVersionsByCapacityProvider', 'lambda', 'GET', '/2025-11-30/capacity-providers/{CapacityProviderName}/function-versions'],
  ['ListFunctions', 'lambda', 'GET', '/2015-03-31/functions'],
  ['ListFunctionsByCodeSigningConfig', 'lambda', 'GET', '/2020-04-22/code-signing-configs/{CodeSigningConfigArn}/functions'],
  ['ListLayerVersions', 'lambda', 'GET', '/2018-10-31/layers/{LayerName}/versions'],
  ['ListLayers', 'lambda', 'GET', '/2018-10-31/layers'],
  ['ListProvisionedConcurrencyConfigs', 'lambda', 'GET', '/2019-09-30/functions/{FunctionName}/provisioned-concurrency?List=ALL'],
  ['ListTags', 'lambda', 'GET', '/2017-03-31/tags/{Resource}'],
  ['ListVersionsByFunction', 'lambda', 'GET', '/2015-03-31/functions/{FunctionName}/versions'],
  ['PublishLayerVersion', 'lambda', 'POST', '/2018-10-31/layers/{LayerName}/versions'],
  ['PublishVersion', 'lambda', 'POST', '/2015-03-31/functions/{FunctionName}/versions'],
  ['PutFunctionCodeSigningConfig', 'lambda', 'PUT', '/2020-06-30/functions/{FunctionName}/code-signing-config'],
  ['PutFunctionConcurrency', 'lambda', 'PUT', '/2017-10-31/functions/{FunctionName}/concurrency'],
  ['PutFunctionEventInvokeConfig', 'lambda', 'PUT', '/2019-09-25/functions/{FunctionName}/event-invoke-config'],
  ['PutFunctionRecursionConfig', 'lambda', 'PUT', '/2024-08-31/functions/{FunctionName}/recursion-config'],
  ['PutFunctionScalingConfig', 'lambda', 'PUT', '/2025-11-30/functions/{FunctionName}/function-scaling-config'],
  ['PutProvisionedConcurrencyConfig', 'lambda', 'PUT', '/2019-09-30/functions/{FunctionName}/provisioned-concurrency'],
  ['PutResourcePolicy', 'lambda', 'PUT', '/2026-07-09/resource-policy/{ResourceArn}'],
  ['PutRuntimeManagementConfig', 'lambda', 'PUT', '/2021-07-20/functions/{FunctionName}/runtime-management-config'],
  ['RemoveLayerVersionPermission', 'lambda', 'DELETE', '/2018-10-31/layers/{LayerName}/versions/{VersionNumber}/policy/{StatementId}'],
  ['RemovePermission', 'lambda', 'DELETE', '/2015-03-31/functions/{FunctionName}/policy/{StatementId}'],
  ['SendDurableExecutionCallbackFailure', 'lambda', 'POST', '/2025-12-01/durable-execution-callbacks/{CallbackId}/fail'],
  ['SendDurableExecutionCallbackHeartbeat', 'lambda', 'POST', '/2025-12-01/durable-execution-callbacks/{CallbackId}/heartbeat'],
  ['SendDurableExecutionCallbackSuccess', 'lambda', 'POST', '/2025-12-01/durable-execution-callbacks/{CallbackId}/succeed'],
  ['StopDurableExecution', 'lambda', 'POST', '/2025-12-01/durable-executions/{DurableExecutionArn}/stop'],
  ['TagResource', 'lambda', 'POST', '/2017-03-31/tags/{Resource}'],
  ['UntagResource', 'lambda', 'DELETE', '/2017-03-31/tags/{Resource}'],
  ['UpdateAlias', 'lambda', 'PUT', '/2015-03-31/functions/{FunctionName}/aliases/{Name}'],
  ['UpdateCapacityProvider', 'lambda', 'PUT', '/2025-11-30/capacity-providers/{CapacityProviderName}'],
  ['UpdateCodeSigningConfig', 'lambda', 'PUT', '/2020-04-22/code-signing-configs/{CodeSigningConfigArn}'],
  ['UpdateEventSourceMapping', 'lambda', 'PUT', '/2015-03-31/event-source-mappings/{UUID}'],
  ['UpdateFunctionCode', 'lambda', 'PUT', '/2015-03-31/functions/{FunctionName}/code'],
  ['UpdateFunctionConfiguration', 'lambda', 'PUT', '/2015-03-31/functions/{FunctionName}/configuration'],
  ['UpdateFunctionEventInvokeConfig', 'lambda', 'POST', '/2019-09-25/functions/{FunctionName}/event-invoke-config'],
  ['UpdateFunctionUrlConfig', 'lambda', 'PUT', '/2021-10-31/functions/{FunctionName}/url'],
]

export const model: Model = {
  structures: {
    AliasConfiguration: { AliasArn: { type: 'string' }, Name: { type: 'string' }, FunctionVersion: { type: 'string' }, Description: { type: 'string' }, RoutingConfig: { type: 'struct:AliasRoutingConfiguration' }, RevisionId: { type: 'string' } },
    AliasRoutingConfiguration: { AdditionalVersionWeights: { type: 'map:number' } },
    AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: { type: 'string' }, SchemaRegistryConfig: { type: 'struct:KafkaSchemaRegistryConfig' } },
    CapacityProviderConfig: { LambdaManagedInstancesCapacityProviderConfig: { type: 'struct:LambdaManagedInstancesCapacityProviderConfig', required: true } },
    Concurrency: { ReservedConcurrentExecutions: { type: 'number' } },
    Cors: { AllowCredentials: { type: 'boolean' }, AllowHeaders: { type: 'list:string' }, AllowMethods: { type: 'list:string' }, AllowOrigins: { type: 'list:string' }, ExposeHeaders: { type: 'list:string' }, MaxAge: { type: 'number' } },
    DeadLetterConfig: { TargetArn: { type: 'string' } },
    DestinationConfig: { OnSuccess: { type: 'struct:OnSuccess' }, OnFailure: { type: 'struct:OnFailure' } },
    DocumentDBEventSourceConfig: { DatabaseName: { type: 'string' }, CollectionName: { type: 'string' }, FullDocument: { type: 'string' } },
    DurableConfig: { KMSKeyArn: { type: 'string' }, RetentionPeriodInDays: { type: 'number' }, ExecutionTimeout: { type: 'number' } },
    EnvironmentError: { ErrorCode: { type: 'string' }, Message: { type: 'string' } },
    EnvironmentResponse: { Variables: { type: 'map:string' }, Error: { type: 'struct:EnvironmentError' } },
    EphemeralStorage: { Size: { type: 'number', required: true } },
    EventSourceMappingConfiguration: { UUID: { type: 'string' }, StartingPosition: { type: 'string' }, StartingPositionTimestamp: { type: 'timestamp' }, BatchSize: { type: 'number' }, MaximumBatchingWindowInSeconds: { type: 'number' }, ParallelizationFactor: { type: 'number' }, EventSourceArn: { type: 'string' }, FilterCriteria: { type: 'struct:FilterCriteria' }, FilterCriteriaError: { type: 'struct:FilterCriteriaError' }, KMSKeyArn: { type: 'string' }, MetricsConfig: { type: 'struct:EventSourceMappingMetricsConfig' }, LoggingConfig: { type: 'struct:EventSourceMappingLoggingConfig' }, ScalingConfig: { type: 'struct:ScalingConfig' }, FunctionArn: { type: 'string' }, LastModified: { type: 'timestamp' }, LastProcessingResult: { type: 'string' }, State: { type: 'string' }, StateTransitionReason: { type: 'string' }, DestinationConfig: { type: 'struct:DestinationConfig' }, Topics: { type: 'list:string' }, Queues: { type: 'list:string' }, SourceAccessConfigurations: { type: 'list:struct:SourceAccessConfiguration' }, SelfManagedEventSource: { type: 'struct:SelfManagedEventSource' }, MaximumRecordAgeInSeconds: { type: 'number' }, BisectBatchOnFunctionError: { type: 'boolean' }, MaximumRetryAttempts: { type: 'number' }, TumblingWindowInSeconds: { type: 'number' }, FunctionResponseTypes: { type: 'list:string' }, AmazonManagedKafkaEventSourceConfig: { type: 'struct:AmazonManagedKafkaEventSourceConfig' }, SelfManagedKafkaEventSourceConfig: { type: 'struct:SelfManagedKafkaEventSourceConfig' }, DocumentDBEventSourceConfig: { type: 'struct:DocumentDBEventSourceConfig' }, EventSourceMappingArn: { type: 'string' }, ProvisionedPollerConfig: { type: 'struct:ProvisionedPollerConfig' } },
    EventSourceMappingLoggingConfig: { SystemLogLevel: { type: 'string' } },
    EventSourceMappingMetricsConfig: { Metrics: { type: 'list:string' } },
    FileSystemConfig: { Arn: { type: 'string', required: true }, LocalMountPath: { type: 'string', required: true }, S3FilesConfig: { type: 'struct:S3FilesConfig' } },
    Filter: { Pattern: { type: 'string' } },
    FilterCriteria: { Filters: { type: 'list:struct:Filter' } },
    FilterCriteriaError: { ErrorCode: { type: 'string' }, Message: { type: 'string' } },
    FunctionCodeLocation: { RepositoryType: { type: 'string' }, Location: { type: 'string' }, ImageUri: { type: 'string' }, ResolvedImageUri: { type: 'string' }, ResolvedS3Object: { type: 'struct:ResolvedS3Object' }, SourceKMSKeyArn: { type: 'string' }, Error: { type: 'struct:FunctionCodeLocationError' } },
    FunctionCodeLocationError: { ErrorCode: { type: 'string' }, Message: { type: 'string' } },
    FunctionConfiguration: { FunctionName: { type: 'string' }, FunctionArn: { type: 'string' }, Runtime: { type: 'string' }, Role: { type: 'string' }, Handler: { type: 'string' }, CodeSize: { type: 'number' }, Description: { type: 'string' }, Timeout: { type: 'number' }, MemorySize: { type: 'number' }, LastModified: { type: 'string' }, CodeSha256: { type: 'string' }, Version: { type: 'string' }, VpcConfig: { type: 'struct:VpcConfigResponse' }, DeadLetterConfig: { type: 'struct:DeadLetterConfig' }, Environment: { type: 'struct:EnvironmentResponse' }, KMSKeyArn: { type: 'string' }, TracingConfig: { type: 'struct:TracingConfigResponse' }, MasterArn: { type: 'string' }, RevisionId: { type: 'string' }, Layers: { type: 'list:struct:Layer' }, State: { type: 'string' }, StateReason: { type: 'string' }, StateReasonCode: { type: 'string' }, LastUpdateStatus: { type: 'string' }, LastUpdateStatusReason: { type: 'string' }, LastUpdateStatusReasonCode: { type: 'string' }, FileSystemConfigs: { type: 'list:struct:FileSystemConfig' }, SigningProfileVersionArn: { type: 'string' }, SigningJobArn: { type: 'string' }, PackageType: { type: 'string' }, ImageConfigResponse: { type: 'struct:ImageConfigResponse' }, Architectures: { type: 'list:string' }, EphemeralStorage: { type: 'struct:EphemeralStorage' }, SnapStart: { type: 'struct:SnapStartResponse' }, RuntimeVersionConfig: { type: 'struct:RuntimeVersionConfig' }, LoggingConfig: { type: 'struct:LoggingConfig' }, TenancyConfig: { type: 'struct:TenancyConfig' }, CapacityProviderConfig: { type: 'struct:CapacityProviderConfig' }, ConfigSha256: { type: 'string' }, DurableConfig: { type: 'struct:DurableConfig' } },
    FunctionEventInvokeConfig: { LastModified: { type: 'timestamp' }, FunctionArn: { type: 'string' }, MaximumRetryAttempts: { type: 'number' }, MaximumEventAgeInSeconds: { type: 'number' }, DestinationConfig: { type: 'struct:DestinationConfig' } },
    GetAliasRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'FunctionName' }, Name: { type: 'string', required: true, in: 'label', constraint: 'Alias' } },
    GetEventSourceMappingRequest: { UUID: { type: 'string', required: true, in: 'label', constraint: 'UUIDString' } },
    GetFunctionConfigurationRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'NamespacedFunctionName' }, Qualifier: { type: 'string', in: 'query:Qualifier', constraint: 'NumericLatestPublishedOrAliasQualifier' } },
    GetFunctionEventInvokeConfigRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'NamespacedFunctionName' }, Qualifier: { type: 'string', in: 'query:Qualifier', constraint: 'NumericLatestPublishedOrAliasQualifier' } },
    GetFunctionRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'NamespacedFunctionName' }, Qualifier: { type: 'string', in: 'query:Qualifier', constraint: 'NumericLatestPublishedOrAliasQualifier' } },
    GetFunctionResponse: { Configuration: { type: 'struct:FunctionConfiguration' }, Code: { type: 'struct:FunctionCodeLocation' }, Tags: { type: 'map:string' }, TagsError: { type: 'struct:TagsError' }, Concurrency: { type: 'struct:Concurrency' } },
    GetFunctionUrlConfigRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'FunctionUrlFunctionName' }, Qualifier: { type: 'string', in: 'query:Qualifier', constraint: 'FunctionUrlQualifier' } },
    GetFunctionUrlConfigResponse: { FunctionUrl: { type: 'string', required: true }, FunctionArn: { type: 'string', required: true }, AuthType: { type: 'string', required: true }, CreationTime: { type: 'string', required: true }, LastModifiedTime: { type: 'string', required: true }, Cors: { type: 'struct:Cors' }, InvokeMode: { type: 'string' } },
    GetPolicyRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'NamespacedFunctionName' }, Qualifier: { type: 'string', in: 'query:Qualifier', constraint: 'NumericLatestPublishedOrAliasQualifier' } },
    GetPolicyResponse: { Policy: { type: 'string' }, RevisionId: { type: 'string' } },
    ImageConfig: { EntryPoint: { type: 'list:string' }, Command: { type: 'list:string' }, WorkingDirectory: { type: 'string' } },
    ImageConfigError: { ErrorCode: { type: 'string' }, Message: { type: 'string' } },
    ImageConfigResponse: { ImageConfig: { type: 'struct:ImageConfig' }, Error: { type: 'struct:ImageConfigError' } },
    KafkaSchemaRegistryAccessConfig: { Type: { type: 'string' }, URI: { type: 'string' } },
    KafkaSchemaRegistryConfig: { SchemaRegistryURI: { type: 'string' }, EventRecordFormat: { type: 'string' }, AccessConfigs: { type: 'list:struct:KafkaSchemaRegistryAccessConfig' }, SchemaValidationConfigs: { type: 'list:struct:KafkaSchemaValidationConfig' } },
    KafkaSchemaValidationConfig: { Attribute: { type: 'string' } },
    LambdaManagedInstancesCapacityProviderConfig: { CapacityProviderArn: { type: 'string', required: true }, PerExecutionEnvironmentMaxConcurrency: { type: 'number' }, ExecutionEnvironmentMemoryGiBPerVCpu: { type: 'number' } },
    Layer: { Arn: { type: 'string' }, CodeSize: { type: 'number' }, SigningProfileVersionArn: { type: 'string' }, SigningJobArn: { type: 'string' } },
    ListAliasesRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'FunctionName' }, FunctionVersion: { type: 'string', in: 'query:FunctionVersion', constraint: 'VersionWithLatestPublished' }, Marker: { type: 'string', in: 'query:Marker' }, MaxItems: { type: 'number', in: 'query:MaxItems', constraint: 'MaxListItems' } },
    ListAliasesResponse: { NextMarker: { type: 'string' }, Aliases: { type: 'list:struct:AliasConfiguration' } },
    ListEventSourceMappingsRequest: { EventSourceArn: { type: 'string', in: 'query:EventSourceArn', constraint: 'Arn' }, FunctionName: { type: 'string', in: 'query:FunctionName', constraint: 'NamespacedFunctionName' }, Marker: { type: 'string', in: 'query:Marker' }, MaxItems: { type: 'number', in: 'query:MaxItems', constraint: 'MaxListItems' } },
    ListEventSourceMappingsResponse: { NextMarker: { type: 'string' }, EventSourceMappings: { type: 'list:struct:EventSourceMappingConfiguration' } },
    ListFunctionsRequest: { MasterRegion: { type: 'string', in: 'query:MasterRegion', constraint: 'MasterRegion' }, FunctionVersion: { type: 'string', in: 'query:FunctionVersion', constraint: 'FunctionVersion' }, Marker: { type: 'string', in: 'query:Marker' }, MaxItems: { type: 'number', in: 'query:MaxItems', constraint: 'MaxListItems' } },
    ListFunctionsResponse: { NextMarker: { type: 'string' }, Functions: { type: 'list:struct:FunctionConfiguration' } },
    ListVersionsByFunctionRequest: { FunctionName: { type: 'string', required: true, in: 'label', constraint: 'NamespacedFunctionName' }, Marker: { type: 'string', in: 'query:Marker' }, MaxItems: { type: 'number', in: 'query:MaxItems', constraint: 'MaxListItems' } },
    ListVersionsByFunctionResponse: { NextMarker: { type: 'string' }, Versions: { type: 'list:struct:FunctionConfiguration' } },
    LoggingConfig: { LogFormat: { type: 'string' }, ApplicationLogLevel: { type: 'string' }, SystemLogLevel: { type: 'string' }, LogGroup: { type: 'string' } },
    OnFailure: { Destination: { type: 'string' } },
    OnSuccess: { Destination: { type: 'string' } },
    ProvisionedPollerConfig: { MinimumPollers: { type: 'number' }, MaximumPollers: { type: 'number' }, PollerGroupName: { type: 'string' } },
    ResolvedS3Object: { S3Bucket: { type: 'string' }, S3Key: { type: 'string' }, S3ObjectVersion: { type: 'string' } },
    RuntimeVersionConfig: { RuntimeVersionArn: { type: 'string' }, Error: { type: 'struct:RuntimeVersionError' } },
    RuntimeVersionError: { ErrorCode: { type: 'string' }, Message: { type: 'string' } },
    S3FilesConfig: { DirectS3Read: { type: 'string' } },
    ScalingConfig: { MaximumConcurrency: { type: 'number' } },
    SelfManagedEventSource: { Endpoints: { type: 'map:list:string' } },
    SelfManagedKafkaEventSourceConfig: { ConsumerGroupId: { type: 'string' }, SchemaRegistryConfig: { type: 'struct:KafkaSchemaRegistryConfig' }, ConsumptionMode: { type: 'string' } },
    SnapStartResponse: { ApplyOn: { type: 'string' }, OptimizationStatus: { type: 'string' } },
    SourceAccessConfiguration: { Type: { type: 'string' }, URI: { type: 'string' } },
    TagsError: { ErrorCode: { type: 'string', required: true }, Message: { type: 'string', required: true } },
    TenancyConfig: { TenantIsolationMode: { type: 'string', required: true } },
    TracingConfigResponse: { Mode: { type: 'string' } },
    VpcConfigResponse: { SubnetIds: { type: 'list:string' }, SecurityGroupIds: { type: 'list:string' }, VpcId: { type: 'string' }, Ipv6AllowedForDualStack: { type: 'boolean' } },
  },
  constraints: {
    Alias: {"min":1,"max":128,"pattern":"(?!^[0-9]+$)([a-zA-Z0-9-_]+)"},
    Arn: {"min":0,"max":10000,"pattern":"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"},
    FunctionName: {"min":1,"max":140,"pattern":"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?"},
    FunctionUrlFunctionName: {"min":1,"max":140,"pattern":"(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]{1,64})(:((?!\\d+$)[0-9a-zA-Z-_]+))?"},
    FunctionUrlQualifier: {"min":1,"max":128,"pattern":"((?!^\\d+$)^[0-9a-zA-Z-_]+$)"},
    FunctionVersion: {"oneOf":["ALL"]},
    MasterRegion: {"min":1,"max":50,"pattern":"ALL|(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}"},
    MaxListItems: {"min":1,"max":10000},
    NamespacedFunctionName: {"min":1,"max":256,"pattern":"(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:\\d{12}:|(((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?(\\d{12}:)?))(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?"},
    NumericLatestPublishedOrAliasQualifier: {"min":1,"max":128,"pattern":"\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+"},
    UUIDString: {"min":36,"max":36},
    VersionWithLatestPublished: {"min":1,"max":1024,"pattern":"(\\$LATEST(\\.PUBLISHED)?|[0-9]+)"},
  },
  shapesOf: {
    GetAlias: { input: 'GetAliasRequest', output: 'AliasConfiguration' },
    GetEventSourceMapping: { input: 'GetEventSourceMappingRequest', output: 'EventSourceMappingConfiguration' },
    GetFunction: { input: 'GetFunctionRequest', output: 'GetFunctionResponse' },
    GetFunctionConfiguration: { input: 'GetFunctionConfigurationRequest', output: 'FunctionConfiguration' },
    GetFunctionEventInvokeConfig: { input: 'GetFunctionEventInvokeConfigRequest', output: 'FunctionEventInvokeConfig' },
    GetFunctionUrlConfig: { input: 'GetFunctionUrlConfigRequest', output: 'GetFunctionUrlConfigResponse' },
    GetPolicy: { input: 'GetPolicyRequest', output: 'GetPolicyResponse' },
    ListAliases: { input: 'ListAliasesRequest', output: 'ListAliasesResponse' },
    ListEventSourceMappings: { input: 'ListEventSourceMappingsRequest', output: 'ListEventSourceMappingsResponse' },
    ListFunctions: { input: 'ListFunctionsRequest', output: 'ListFunctionsResponse' },
    ListVersionsByFunction: { input: 'ListVersionsByFunctionRequest', output: 'ListVersionsByFunctionResponse' },
  },
}

export interface AliasConfiguration {
  readonly AliasArn?: string | undefined
  readonly Name?: string | undefined
  readonly FunctionVersion?: string | undefined
  readonly Description?: string | undefined
  readonly RoutingConfig?: AliasRoutingConfiguration | undefined
  readonly RevisionId?: string | undefined
}

export interface AliasRoutingConfiguration {
  readonly AdditionalVersionWeights?: Readonly<Record<string, number>> | undefined
}

export interface AmazonManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string | undefined
  readonly SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined
}

export interface CapacityProviderConfig {
  readonly LambdaManagedInstancesCapacityProviderConfig: LambdaManagedInstancesCapacityProviderConfig
}

export interface Concurrency {
  readonly ReservedConcurrentExecutions?: number | undefined
}

export interface Cors {
  readonly AllowCredentials?: boolean | undefined
  readonly AllowHeaders?: readonly (string)[] | undefined
  readonly AllowMethods?: readonly (string)[] | undefined
  readonly AllowOrigins?: readonly (string)[] | undefined
  readonly ExposeHeaders?: readonly (string)[] | undefined
  readonly MaxAge?: number | undefined
}

export interface DeadLetterConfig {
  readonly TargetArn?: string | undefined
}

export interface DestinationConfig {
  readonly OnSuccess?: OnSuccess | undefined
  readonly OnFailure?: OnFailure | undefined
}

export interface DocumentDBEventSourceConfig {
  readonly DatabaseName?: string | undefined
  readonly CollectionName?: string | undefined
  readonly FullDocument?: string | undefined
}

export interface DurableConfig {
  readonly KMSKeyArn?: string | undefined
  readonly RetentionPeriodInDays?: number | undefined
  readonly ExecutionTimeout?: number | undefined
}

export interface EnvironmentError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface EnvironmentResponse {
  readonly Variables?: Readonly<Record<string, string>> | undefined
  readonly Error?: EnvironmentError | undefined
}

export interface EphemeralStorage {
  readonly Size: number
}

export interface EventSourceMappingConfiguration {
  readonly UUID?: string | undefined
  readonly StartingPosition?: string | undefined
  readonly StartingPositionTimestamp?: Date | number | undefined
  readonly BatchSize?: number | undefined
  readonly MaximumBatchingWindowInSeconds?: number | undefined
  readonly ParallelizationFactor?: number | undefined
  readonly EventSourceArn?: string | undefined
  readonly FilterCriteria?: FilterCriteria | undefined
  readonly FilterCriteriaError?: FilterCriteriaError | undefined
  readonly KMSKeyArn?: string | undefined
  readonly MetricsConfig?: EventSourceMappingMetricsConfig | undefined
  readonly LoggingConfig?: EventSourceMappingLoggingConfig | undefined
  readonly ScalingConfig?: ScalingConfig | undefined
  readonly FunctionArn?: string | undefined
  readonly LastModified?: Date | number | undefined
  readonly LastProcessingResult?: string | undefined
  readonly State?: string | undefined
  readonly StateTransitionReason?: string | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
  readonly Topics?: readonly (string)[] | undefined
  readonly Queues?: readonly (string)[] | undefined
  readonly SourceAccessConfigurations?: readonly (SourceAccessConfiguration)[] | undefined
  readonly SelfManagedEventSource?: SelfManagedEventSource | undefined
  readonly MaximumRecordAgeInSeconds?: number | undefined
  readonly BisectBatchOnFunctionError?: boolean | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly TumblingWindowInSeconds?: number | undefined
  readonly FunctionResponseTypes?: readonly (string)[] | undefined
  readonly AmazonManagedKafkaEventSourceConfig?: AmazonManagedKafkaEventSourceConfig | undefined
  readonly SelfManagedKafkaEventSourceConfig?: SelfManagedKafkaEventSourceConfig | undefined
  readonly DocumentDBEventSourceConfig?: DocumentDBEventSourceConfig | undefined
  readonly EventSourceMappingArn?: string | undefined
  readonly ProvisionedPollerConfig?: ProvisionedPollerConfig | undefined
}

export interface EventSourceMappingLoggingConfig {
  readonly SystemLogLevel?: string | undefined
}

export interface EventSourceMappingMetricsConfig {
  readonly Metrics?: readonly (string)[] | undefined
}

export interface FileSystemConfig {
  readonly Arn: string
  readonly LocalMountPath: string
  readonly S3FilesConfig?: S3FilesConfig | undefined
}

export interface Filter {
  readonly Pattern?: string | undefined
}

export interface FilterCriteria {
  readonly Filters?: readonly (Filter)[] | undefined
}

export interface FilterCriteriaError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface FunctionCodeLocation {
  readonly RepositoryType?: string | undefined
  readonly Location?: string | undefined
  readonly ImageUri?: string | undefined
  readonly ResolvedImageUri?: string | undefined
  readonly ResolvedS3Object?: ResolvedS3Object | undefined
  readonly SourceKMSKeyArn?: string | undefined
  readonly Error?: FunctionCodeLocationError | undefined
}

export interface FunctionCodeLocationError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface FunctionConfiguration {
  readonly FunctionName?: string | undefined
  readonly FunctionArn?: string | undefined
  readonly Runtime?: string | undefined
  readonly Role?: string | undefined
  readonly Handler?: string | undefined
  readonly CodeSize?: number | undefined
  readonly Description?: string | undefined
  readonly Timeout?: number | undefined
  readonly MemorySize?: number | undefined
  readonly LastModified?: string | undefined
  readonly CodeSha256?: string | undefined
  readonly Version?: string | undefined
  readonly VpcConfig?: VpcConfigResponse | undefined
  readonly DeadLetterConfig?: DeadLetterConfig | undefined
  readonly Environment?: EnvironmentResponse | undefined
  readonly KMSKeyArn?: string | undefined
  readonly TracingConfig?: TracingConfigResponse | undefined
  readonly MasterArn?: string | undefined
  readonly RevisionId?: string | undefined
  readonly Layers?: readonly (Layer)[] | undefined
  readonly State?: string | undefined
  readonly StateReason?: string | undefined
  readonly StateReasonCode?: string | undefined
  readonly LastUpdateStatus?: string | undefined
  readonly LastUpdateStatusReason?: string | undefined
  readonly LastUpdateStatusReasonCode?: string | undefined
  readonly FileSystemConfigs?: readonly (FileSystemConfig)[] | undefined
  readonly SigningProfileVersionArn?: string | undefined
  readonly SigningJobArn?: string | undefined
  readonly PackageType?: string | undefined
  readonly ImageConfigResponse?: ImageConfigResponse | undefined
  readonly Architectures?: readonly (string)[] | undefined
  readonly EphemeralStorage?: EphemeralStorage | undefined
  readonly SnapStart?: SnapStartResponse | undefined
  readonly RuntimeVersionConfig?: RuntimeVersionConfig | undefined
  readonly LoggingConfig?: LoggingConfig | undefined
  readonly TenancyConfig?: TenancyConfig | undefined
  readonly CapacityProviderConfig?: CapacityProviderConfig | undefined
  readonly ConfigSha256?: string | undefined
  readonly DurableConfig?: DurableConfig | undefined
}

export interface FunctionEventInvokeConfig {
  readonly LastModified?: Date | number | undefined
  readonly FunctionArn?: string | undefined
  readonly MaximumRetryAttempts?: number | undefined
  readonly MaximumEventAgeInSeconds?: number | undefined
  readonly DestinationConfig?: DestinationConfig | undefined
}

export interface GetAliasRequest {
  readonly FunctionName: string
  readonly Name: string
}

export interface GetEventSourceMappingRequest {
  readonly UUID: string
}

export interface GetFunctionConfigurationRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionEventInvokeConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionResponse {
  readonly Configuration?: FunctionConfiguration | undefined
  readonly Code?: FunctionCodeLocation | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
  readonly TagsError?: TagsError | undefined
  readonly Concurrency?: Concurrency | undefined
}

export interface GetFunctionUrlConfigRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetFunctionUrlConfigResponse {
  readonly FunctionUrl: string
  readonly FunctionArn: string
  readonly AuthType: string
  readonly CreationTime: string
  readonly LastModifiedTime: string
  readonly Cors?: Cors | undefined
  readonly InvokeMode?: string | undefined
}

export interface GetPolicyRequest {
  readonly FunctionName: string
  readonly Qualifier?: string | undefined
}

export interface GetPolicyResponse {
  readonly Policy?: string | undefined
  readonly RevisionId?: string | undefined
}

export interface ImageConfig {
  readonly EntryPoint?: readonly (string)[] | undefined
  readonly Command?: readonly (string)[] | undefined
  readonly WorkingDirectory?: string | undefined
}

export interface ImageConfigError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface ImageConfigResponse {
  readonly ImageConfig?: ImageConfig | undefined
  readonly Error?: ImageConfigError | undefined
}

export interface KafkaSchemaRegistryAccessConfig {
  readonly Type?: string | undefined
  readonly URI?: string | undefined
}

export interface KafkaSchemaRegistryConfig {
  readonly SchemaRegistryURI?: string | undefined
  readonly EventRecordFormat?: string | undefined
  readonly AccessConfigs?: readonly (KafkaSchemaRegistryAccessConfig)[] | undefined
  readonly SchemaValidationConfigs?: readonly (KafkaSchemaValidationConfig)[] | undefined
}

export interface KafkaSchemaValidationConfig {
  readonly Attribute?: string | undefined
}

export interface LambdaManagedInstancesCapacityProviderConfig {
  readonly CapacityProviderArn: string
  readonly PerExecutionEnvironmentMaxConcurrency?: number | undefined
  readonly ExecutionEnvironmentMemoryGiBPerVCpu?: number | undefined
}

export interface Layer {
  readonly Arn?: string | undefined
  readonly CodeSize?: number | undefined
  readonly SigningProfileVersionArn?: string | undefined
  readonly SigningJobArn?: string | undefined
}

export interface ListAliasesRequest {
  readonly FunctionName: string
  readonly FunctionVersion?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListAliasesResponse {
  readonly NextMarker?: string | undefined
  readonly Aliases?: readonly (AliasConfiguration)[] | undefined
}

export interface ListEventSourceMappingsRequest {
  readonly EventSourceArn?: string | undefined
  readonly FunctionName?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListEventSourceMappingsResponse {
  readonly NextMarker?: string | undefined
  readonly EventSourceMappings?: readonly (EventSourceMappingConfiguration)[] | undefined
}

export interface ListFunctionsRequest {
  readonly MasterRegion?: string | undefined
  readonly FunctionVersion?: string | undefined
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListFunctionsResponse {
  readonly NextMarker?: string | undefined
  readonly Functions?: readonly (FunctionConfiguration)[] | undefined
}

export interface ListVersionsByFunctionRequest {
  readonly FunctionName: string
  readonly Marker?: string | undefined
  readonly MaxItems?: number | undefined
}

export interface ListVersionsByFunctionResponse {
  readonly NextMarker?: string | undefined
  readonly Versions?: readonly (FunctionConfiguration)[] | undefined
}

export interface LoggingConfig {
  readonly LogFormat?: string | undefined
  readonly ApplicationLogLevel?: string | undefined
  readonly SystemLogLevel?: string | undefined
  readonly LogGroup?: string | undefined
}

export interface OnFailure {
  readonly Destination?: string | undefined
}

export interface OnSuccess {
  readonly Destination?: string | undefined
}

export interface ProvisionedPollerConfig {
  readonly MinimumPollers?: number | undefined
  readonly MaximumPollers?: number | undefined
  readonly PollerGroupName?: string | undefined
}

export interface ResolvedS3Object {
  readonly S3Bucket?: string | undefined
  readonly S3Key?: string | undefined
  readonly S3ObjectVersion?: string | undefined
}

export interface RuntimeVersionConfig {
  readonly RuntimeVersionArn?: string | undefined
  readonly Error?: RuntimeVersionError | undefined
}

export interface RuntimeVersionError {
  readonly ErrorCode?: string | undefined
  readonly Message?: string | undefined
}

export interface S3FilesConfig {
  readonly DirectS3Read?: string | undefined
}

export interface ScalingConfig {
  readonly MaximumConcurrency?: number | undefined
}

export interface SelfManagedEventSource {
  readonly Endpoints?: Readonly<Record<string, readonly (string)[]>> | undefined
}

export interface SelfManagedKafkaEventSourceConfig {
  readonly ConsumerGroupId?: string | undefined
  readonly SchemaRegistryConfig?: KafkaSchemaRegistryConfig | undefined
  readonly ConsumptionMode?: string | undefined
}

export interface SnapStartResponse {
  readonly ApplyOn?: string | undefined
  readonly OptimizationStatus?: string | undefined
}

export interface SourceAccessConfiguration {
  readonly Type?: string | undefined
  readonly URI?: string | undefined
}

export interface TagsError {
  readonly ErrorCode: string
  readonly Message: string
}

export interface TenancyConfig {
  readonly TenantIsolationMode: string
}

export interface TracingConfigResponse {
  readonly Mode?: string | undefined
}

export interface VpcConfigResponse {
  readonly SubnetIds?: readonly (string)[] | undefined
  readonly SecurityGroupIds?: readonly (string)[] | undefined
  readonly VpcId?: string | undefined
  readonly Ipv6AllowedForDualStack?: boolean | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetAlias.html */
  GetAlias: { input: GetAliasRequest; output: AliasConfiguration }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetEventSourceMapping.html */
  GetEventSourceMapping: { input: GetEventSourceMappingRequest; output: EventSourceMappingConfiguration }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html */
  GetFunction: { input: GetFunctionRequest; output: GetFunctionResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
  GetFunctionConfiguration: { input: GetFunctionConfigurationRequest; output: FunctionConfiguration }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionEventInvokeConfig.html */
  GetFunctionEventInvokeConfig: { input: GetFunctionEventInvokeConfigRequest; output: FunctionEventInvokeConfig }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionUrlConfig.html */
  GetFunctionUrlConfig: { input: GetFunctionUrlConfigRequest; output: GetFunctionUrlConfigResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_GetPolicy.html */
  GetPolicy: { input: GetPolicyRequest; output: GetPolicyResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListAliases.html */
  ListAliases: { input: ListAliasesRequest; output: ListAliasesResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html */
  ListEventSourceMappings: { input: ListEventSourceMappingsRequest; output: ListEventSourceMappingsResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html */
  ListFunctions: { input: ListFunctionsRequest; output: ListFunctionsResponse }
  /** @see https://docs.aws.amazon.com/lambda/latest/api/API_ListVersionsByFunction.html */
  ListVersionsByFunction: { input: ListVersionsByFunctionRequest; output: ListVersionsByFunctionResponse }
}
