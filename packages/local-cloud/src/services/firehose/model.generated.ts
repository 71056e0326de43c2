// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    AmazonOpenSearchServerlessBufferingHints: { IntervalInSeconds: { type: 'number', constraint: 'AmazonOpenSearchServerlessBufferingIntervalInSeconds' }, SizeInMBs: { type: 'number', constraint: 'AmazonOpenSearchServerlessBufferingSizeInMBs' } },
    AmazonOpenSearchServerlessDestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, IndexName: { type: 'string', required: true, constraint: 'AmazonOpenSearchServerlessIndexName' }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, CollectionEndpoint: { type: 'string', constraint: 'AmazonOpenSearchServerlessCollectionEndpoint' }, BufferingHints: { type: 'struct:AmazonOpenSearchServerlessBufferingHints' }, RetryOptions: { type: 'struct:AmazonOpenSearchServerlessRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'AmazonOpenSearchServerlessS3BackupMode' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfiguration: { type: 'struct:VpcConfiguration' } },
    AmazonOpenSearchServerlessDestinationDescription: { RoleARN: { type: 'string' }, CollectionEndpoint: { type: 'string' }, IndexName: { type: 'string' }, BufferingHints: { type: 'struct:AmazonOpenSearchServerlessBufferingHints' }, RetryOptions: { type: 'struct:AmazonOpenSearchServerlessRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfigurationDescription: { type: 'struct:VpcConfigurationDescription' } },
    AmazonOpenSearchServerlessDestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, CollectionEndpoint: { type: 'string', constraint: 'AmazonOpenSearchServerlessCollectionEndpoint' }, IndexName: { type: 'string', constraint: 'AmazonOpenSearchServerlessIndexName' }, BufferingHints: { type: 'struct:AmazonOpenSearchServerlessBufferingHints' }, RetryOptions: { type: 'struct:AmazonOpenSearchServerlessRetryOptions' }, S3Update: { type: 'struct:S3DestinationUpdate' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' } },
    AmazonOpenSearchServerlessRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'AmazonOpenSearchServerlessRetryDurationInSeconds' } },
    AmazonopensearchserviceBufferingHints: { IntervalInSeconds: { type: 'number', constraint: 'AmazonopensearchserviceBufferingIntervalInSeconds' }, SizeInMBs: { type: 'number', constraint: 'AmazonopensearchserviceBufferingSizeInMBs' } },
    AmazonopensearchserviceDestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, IndexName: { type: 'string', required: true, constraint: 'AmazonopensearchserviceIndexName' }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, DomainARN: { type: 'string', constraint: 'AmazonopensearchserviceDomainARN' }, ClusterEndpoint: { type: 'string', constraint: 'AmazonopensearchserviceClusterEndpoint' }, TypeName: { type: 'string', constraint: 'AmazonopensearchserviceTypeName' }, IndexRotationPeriod: { type: 'string', constraint: 'AmazonopensearchserviceIndexRotationPeriod' }, BufferingHints: { type: 'struct:AmazonopensearchserviceBufferingHints' }, RetryOptions: { type: 'struct:AmazonopensearchserviceRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'AmazonopensearchserviceS3BackupMode' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfiguration: { type: 'struct:VpcConfiguration' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    AmazonopensearchserviceDestinationDescription: { RoleARN: { type: 'string' }, DomainARN: { type: 'string' }, ClusterEndpoint: { type: 'string' }, IndexName: { type: 'string' }, TypeName: { type: 'string' }, IndexRotationPeriod: { type: 'string' }, BufferingHints: { type: 'struct:AmazonopensearchserviceBufferingHints' }, RetryOptions: { type: 'struct:AmazonopensearchserviceRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfigurationDescription: { type: 'struct:VpcConfigurationDescription' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    AmazonopensearchserviceDestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, DomainARN: { type: 'string', constraint: 'AmazonopensearchserviceDomainARN' }, ClusterEndpoint: { type: 'string', constraint: 'AmazonopensearchserviceClusterEndpoint' }, IndexName: { type: 'string', constraint: 'AmazonopensearchserviceIndexName' }, TypeName: { type: 'string', constraint: 'AmazonopensearchserviceTypeName' }, IndexRotationPeriod: { type: 'string', constraint: 'AmazonopensearchserviceIndexRotationPeriod' }, BufferingHints: { type: 'struct:AmazonopensearchserviceBufferingHints' }, RetryOptions: { type: 'struct:AmazonopensearchserviceRetryOptions' }, S3Update: { type: 'struct:S3DestinationUpdate' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    AmazonopensearchserviceRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'AmazonopensearchserviceRetryDurationInSeconds' } },
    AuthenticationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, Connectivity: { type: 'string', required: true, constraint: 'Connectivity' } },
    BufferingHints: { SizeInMBs: { type: 'number', constraint: 'SizeInMBs' }, IntervalInSeconds: { type: 'number', constraint: 'IntervalInSeconds' } },
    CatalogConfiguration: { CatalogARN: { type: 'string', constraint: 'GlueDataCatalogARN' }, WarehouseLocation: { type: 'string', constraint: 'WarehouseLocation' } },
    CloudWatchLoggingOptions: { Enabled: { type: 'boolean' }, LogGroupName: { type: 'string', constraint: 'LogGroupName' }, LogStreamName: { type: 'string', constraint: 'LogStreamName' } },
    CopyCommand: { DataTableName: { type: 'string', required: true, constraint: 'DataTableName' }, DataTableColumns: { type: 'string', constraint: 'DataTableColumns' }, CopyOptions: { type: 'string', constraint: 'CopyOptions' } },
    CreateDeliveryStreamInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, DeliveryStreamType: { type: 'string', constraint: 'DeliveryStreamType' }, DirectPutSourceConfiguration: { type: 'struct:DirectPutSourceConfiguration' }, KinesisStreamSourceConfiguration: { type: 'struct:KinesisStreamSourceConfiguration' }, DeliveryStreamEncryptionConfigurationInput: { type: 'struct:DeliveryStreamEncryptionConfigurationInput' }, S3DestinationConfiguration: { type: 'struct:S3DestinationConfiguration' }, ExtendedS3DestinationConfiguration: { type: 'struct:ExtendedS3DestinationConfiguration' }, RedshiftDestinationConfiguration: { type: 'struct:RedshiftDestinationConfiguration' }, ElasticsearchDestinationConfiguration: { type: 'struct:ElasticsearchDestinationConfiguration' }, AmazonopensearchserviceDestinationConfiguration: { type: 'struct:AmazonopensearchserviceDestinationConfiguration' }, SplunkDestinationConfiguration: { type: 'struct:SplunkDestinationConfiguration' }, HttpEndpointDestinationConfiguration: { type: 'struct:HttpEndpointDestinationConfiguration' }, Tags: { type: 'list:struct:Tag', constraint: 'TagDeliveryStreamInputTagList' }, AmazonOpenSearchServerlessDestinationConfiguration: { type: 'struct:AmazonOpenSearchServerlessDestinationConfiguration' }, MSKSourceConfiguration: { type: 'struct:MSKSourceConfiguration' }, SnowflakeDestinationConfiguration: { type: 'struct:SnowflakeDestinationConfiguration' }, IcebergDestinationConfiguration: { type: 'struct:IcebergDestinationConfiguration' }, DatabaseSourceConfiguration: { type: 'struct:DatabaseSourceConfiguration' } },
    CreateDeliveryStreamOutput: { DeliveryStreamARN: { type: 'string' } },
    DataFormatConversionConfiguration: { SchemaConfiguration: { type: 'struct:SchemaConfiguration' }, InputFormatConfiguration: { type: 'struct:InputFormatConfiguration' }, OutputFormatConfiguration: { type: 'struct:OutputFormatConfiguration' }, Enabled: { type: 'boolean' } },
    DatabaseColumnList: { Include: { type: 'list:string', constraint: 'DatabaseColumnIncludeOrExcludeList' }, Exclude: { type: 'list:string', constraint: 'DatabaseColumnIncludeOrExcludeList' } },
    DatabaseList: { Include: { type: 'list:string', constraint: 'DatabaseIncludeOrExcludeList' }, Exclude: { type: 'list:string', constraint: 'DatabaseIncludeOrExcludeList' } },
    DatabaseSnapshotInfo: { Id: { type: 'string', required: true }, Table: { type: 'string', required: true }, RequestTimestamp: { type: 'timestamp', required: true }, RequestedBy: { type: 'string', required: true }, Status: { type: 'string', required: true }, FailureDescription: { type: 'struct:FailureDescription' } },
    DatabaseSourceAuthenticationConfiguration: { SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration', required: true } },
    DatabaseSourceConfiguration: { Type: { type: 'string', required: true, constraint: 'DatabaseType' }, Endpoint: { type: 'string', required: true, constraint: 'DatabaseEndpoint' }, Port: { type: 'number', required: true, constraint: 'DatabasePort' }, Databases: { type: 'struct:DatabaseList', required: true }, Tables: { type: 'struct:DatabaseTableList', required: true }, SnapshotWatermarkTable: { type: 'string', required: true, constraint: 'DatabaseTableName' }, DatabaseSourceAuthenticationConfiguration: { type: 'struct:DatabaseSourceAuthenticationConfiguration', required: true }, DatabaseSourceVPCConfiguration: { type: 'struct:DatabaseSourceVPCConfiguration', required: true }, SSLMode: { type: 'string', constraint: 'SSLMode' }, Columns: { type: 'struct:DatabaseColumnList' }, SurrogateKeys: { type: 'list:string', constraint: 'DatabaseSurrogateKeyList' } },
    DatabaseSourceDescription: { Type: { type: 'string' }, Endpoint: { type: 'string' }, Port: { type: 'number' }, SSLMode: { type: 'string' }, Databases: { type: 'struct:DatabaseList' }, Tables: { type: 'struct:DatabaseTableList' }, Columns: { type: 'struct:DatabaseColumnList' }, SurrogateKeys: { type: 'list:string' }, SnapshotWatermarkTable: { type: 'string' }, SnapshotInfo: { type: 'list:struct:DatabaseSnapshotInfo' }, DatabaseSourceAuthenticationConfiguration: { type: 'struct:DatabaseSourceAuthenticationConfiguration' }, DatabaseSourceVPCConfiguration: { type: 'struct:DatabaseSourceVPCConfiguration' } },
    DatabaseSourceVPCConfiguration: { VpcEndpointServiceName: { type: 'string', required: true, constraint: 'VpcEndpointServiceName' } },
    DatabaseTableList: { Include: { type: 'list:string', constraint: 'DatabaseTableIncludeOrExcludeList' }, Exclude: { type: 'list:string', constraint: 'DatabaseTableIncludeOrExcludeList' } },
    DeleteDeliveryStreamInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, AllowForceDelete: { type: 'boolean' } },
    DeleteDeliveryStreamOutput: { },
    DeliveryStreamDescription: { DeliveryStreamName: { type: 'string', required: true }, DeliveryStreamARN: { type: 'string', required: true }, DeliveryStreamStatus: { type: 'string', required: true }, DeliveryStreamType: { type: 'string', required: true }, VersionId: { type: 'string', required: true }, Destinations: { type: 'list:struct:DestinationDescription', required: true }, HasMoreDestinations: { type: 'boolean', required: true }, FailureDescription: { type: 'struct:FailureDescription' }, DeliveryStreamEncryptionConfiguration: { type: 'struct:DeliveryStreamEncryptionConfiguration' }, CreateTimestamp: { type: 'timestamp' }, LastUpdateTimestamp: { type: 'timestamp' }, Source: { type: 'struct:SourceDescription' } },
    DeliveryStreamEncryptionConfiguration: { KeyARN: { type: 'string' }, KeyType: { type: 'string' }, Status: { type: 'string' }, FailureDescription: { type: 'struct:FailureDescription' } },
    DeliveryStreamEncryptionConfigurationInput: { KeyType: { type: 'string', required: true, constraint: 'KeyType' }, KeyARN: { type: 'string', constraint: 'AWSKMSKeyARNForSSE' } },
    DescribeDeliveryStreamInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, Limit: { type: 'number', constraint: 'DescribeDeliveryStreamInputLimit' }, ExclusiveStartDestinationId: { type: 'string', constraint: 'DestinationId' } },
    DescribeDeliveryStreamOutput: { DeliveryStreamDescription: { type: 'struct:DeliveryStreamDescription', required: true } },
    Deserializer: { OpenXJsonSerDe: { type: 'struct:OpenXJsonSerDe' }, HiveJsonSerDe: { type: 'struct:HiveJsonSerDe' } },
    DestinationDescription: { DestinationId: { type: 'string', required: true }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, ExtendedS3DestinationDescription: { type: 'struct:ExtendedS3DestinationDescription' }, RedshiftDestinationDescription: { type: 'struct:RedshiftDestinationDescription' }, ElasticsearchDestinationDescription: { type: 'struct:ElasticsearchDestinationDescription' }, AmazonopensearchserviceDestinationDescription: { type: 'struct:AmazonopensearchserviceDestinationDescription' }, SplunkDestinationDescription: { type: 'struct:SplunkDestinationDescription' }, HttpEndpointDestinationDescription: { type: 'struct:HttpEndpointDestinationDescription' }, SnowflakeDestinationDescription: { type: 'struct:SnowflakeDestinationDescription' }, AmazonOpenSearchServerlessDestinationDescription: { type: 'struct:AmazonOpenSearchServerlessDestinationDescription' }, IcebergDestinationDescription: { type: 'struct:IcebergDestinationDescription' } },
    DestinationTableConfiguration: { DestinationTableName: { type: 'string', required: true, constraint: 'StringWithLettersDigitsUnderscoresDots' }, DestinationDatabaseName: { type: 'string', required: true, constraint: 'StringWithLettersDigitsUnderscoresDots' }, UniqueKeys: { type: 'list:string', constraint: 'ListOfNonEmptyStringsWithoutWhitespace' }, PartitionSpec: { type: 'struct:PartitionSpec' }, S3ErrorOutputPrefix: { type: 'string', constraint: 'ErrorOutputPrefix' } },
    DirectPutSourceConfiguration: { ThroughputHintInMBs: { type: 'number', required: true, constraint: 'ThroughputHintInMBs' } },
    DirectPutSourceDescription: { ThroughputHintInMBs: { type: 'number' } },
    DocumentIdOptions: { DefaultDocumentIdFormat: { type: 'string', required: true, constraint: 'DefaultDocumentIdFormat' } },
    DynamicPartitioningConfiguration: { RetryOptions: { type: 'struct:RetryOptions' }, Enabled: { type: 'boolean' } },
    ElasticsearchBufferingHints: { IntervalInSeconds: { type: 'number', constraint: 'ElasticsearchBufferingIntervalInSeconds' }, SizeInMBs: { type: 'number', constraint: 'ElasticsearchBufferingSizeInMBs' } },
    ElasticsearchDestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, IndexName: { type: 'string', required: true, constraint: 'ElasticsearchIndexName' }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, DomainARN: { type: 'string', constraint: 'ElasticsearchDomainARN' }, ClusterEndpoint: { type: 'string', constraint: 'ElasticsearchClusterEndpoint' }, TypeName: { type: 'string', constraint: 'ElasticsearchTypeName' }, IndexRotationPeriod: { type: 'string', constraint: 'ElasticsearchIndexRotationPeriod' }, BufferingHints: { type: 'struct:ElasticsearchBufferingHints' }, RetryOptions: { type: 'struct:ElasticsearchRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'ElasticsearchS3BackupMode' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfiguration: { type: 'struct:VpcConfiguration' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    ElasticsearchDestinationDescription: { RoleARN: { type: 'string' }, DomainARN: { type: 'string' }, ClusterEndpoint: { type: 'string' }, IndexName: { type: 'string' }, TypeName: { type: 'string' }, IndexRotationPeriod: { type: 'string' }, BufferingHints: { type: 'struct:ElasticsearchBufferingHints' }, RetryOptions: { type: 'struct:ElasticsearchRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, VpcConfigurationDescription: { type: 'struct:VpcConfigurationDescription' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    ElasticsearchDestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, DomainARN: { type: 'string', constraint: 'ElasticsearchDomainARN' }, ClusterEndpoint: { type: 'string', constraint: 'ElasticsearchClusterEndpoint' }, IndexName: { type: 'string', constraint: 'ElasticsearchIndexName' }, TypeName: { type: 'string', constraint: 'ElasticsearchTypeName' }, IndexRotationPeriod: { type: 'string', constraint: 'ElasticsearchIndexRotationPeriod' }, BufferingHints: { type: 'struct:ElasticsearchBufferingHints' }, RetryOptions: { type: 'struct:ElasticsearchRetryOptions' }, S3Update: { type: 'struct:S3DestinationUpdate' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, DocumentIdOptions: { type: 'struct:DocumentIdOptions' } },
    ElasticsearchRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'ElasticsearchRetryDurationInSeconds' } },
    EncryptionConfiguration: { NoEncryptionConfig: { type: 'string', constraint: 'NoEncryptionConfig' }, KMSEncryptionConfig: { type: 'struct:KMSEncryptionConfig' } },
    ExtendedS3DestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, BucketARN: { type: 'string', required: true, constraint: 'BucketARN' }, Prefix: { type: 'string', constraint: 'Prefix' }, ErrorOutputPrefix: { type: 'string', constraint: 'ErrorOutputPrefix' }, BufferingHints: { type: 'struct:BufferingHints' }, CompressionFormat: { type: 'string', constraint: 'CompressionFormat' }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'S3BackupMode' }, S3BackupConfiguration: { type: 'struct:S3DestinationConfiguration' }, DataFormatConversionConfiguration: { type: 'struct:DataFormatConversionConfiguration' }, DynamicPartitioningConfiguration: { type: 'struct:DynamicPartitioningConfiguration' }, FileExtension: { type: 'string', constraint: 'FileExtension' }, CustomTimeZone: { type: 'string', constraint: 'CustomTimeZone' } },
    ExtendedS3DestinationDescription: { RoleARN: { type: 'string', required: true }, BucketARN: { type: 'string', required: true }, BufferingHints: { type: 'struct:BufferingHints', required: true }, CompressionFormat: { type: 'string', required: true }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration', required: true }, Prefix: { type: 'string' }, ErrorOutputPrefix: { type: 'string' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string' }, S3BackupDescription: { type: 'struct:S3DestinationDescription' }, DataFormatConversionConfiguration: { type: 'struct:DataFormatConversionConfiguration' }, DynamicPartitioningConfiguration: { type: 'struct:DynamicPartitioningConfiguration' }, FileExtension: { type: 'string' }, CustomTimeZone: { type: 'string' } },
    ExtendedS3DestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, BucketARN: { type: 'string', constraint: 'BucketARN' }, Prefix: { type: 'string', constraint: 'Prefix' }, ErrorOutputPrefix: { type: 'string', constraint: 'ErrorOutputPrefix' }, BufferingHints: { type: 'struct:BufferingHints' }, CompressionFormat: { type: 'string', constraint: 'CompressionFormat' }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'S3BackupMode' }, S3BackupUpdate: { type: 'struct:S3DestinationUpdate' }, DataFormatConversionConfiguration: { type: 'struct:DataFormatConversionConfiguration' }, DynamicPartitioningConfiguration: { type: 'struct:DynamicPartitioningConfiguration' }, FileExtension: { type: 'string', constraint: 'FileExtension' }, CustomTimeZone: { type: 'string', constraint: 'CustomTimeZone' } },
    FailureDescription: { Type: { type: 'string', required: true }, Details: { type: 'string', required: true } },
    HiveJsonSerDe: { TimestampFormats: { type: 'list:string', constraint: 'ListOfNonEmptyStrings' } },
    HttpEndpointBufferingHints: { SizeInMBs: { type: 'number', constraint: 'HttpEndpointBufferingSizeInMBs' }, IntervalInSeconds: { type: 'number', constraint: 'HttpEndpointBufferingIntervalInSeconds' } },
    HttpEndpointCommonAttribute: { AttributeName: { type: 'string', required: true, constraint: 'HttpEndpointAttributeName' }, AttributeValue: { type: 'string', required: true, constraint: 'HttpEndpointAttributeValue' } },
    HttpEndpointConfiguration: { Url: { type: 'string', required: true, constraint: 'HttpEndpointUrl' }, Name: { type: 'string', constraint: 'HttpEndpointName' }, AccessKey: { type: 'string', constraint: 'HttpEndpointAccessKey' } },
    HttpEndpointDescription: { Url: { type: 'string' }, Name: { type: 'string' } },
    HttpEndpointDestinationConfiguration: { EndpointConfiguration: { type: 'struct:HttpEndpointConfiguration', required: true }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, BufferingHints: { type: 'struct:HttpEndpointBufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, RequestConfiguration: { type: 'struct:HttpEndpointRequestConfiguration' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RoleARN: { type: 'string', constraint: 'RoleARN' }, RetryOptions: { type: 'struct:HttpEndpointRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'HttpEndpointS3BackupMode' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    HttpEndpointDestinationDescription: { EndpointConfiguration: { type: 'struct:HttpEndpointDescription' }, BufferingHints: { type: 'struct:HttpEndpointBufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, RequestConfiguration: { type: 'struct:HttpEndpointRequestConfiguration' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RoleARN: { type: 'string' }, RetryOptions: { type: 'struct:HttpEndpointRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    HttpEndpointDestinationUpdate: { EndpointConfiguration: { type: 'struct:HttpEndpointConfiguration' }, BufferingHints: { type: 'struct:HttpEndpointBufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, RequestConfiguration: { type: 'struct:HttpEndpointRequestConfiguration' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RoleARN: { type: 'string', constraint: 'RoleARN' }, RetryOptions: { type: 'struct:HttpEndpointRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'HttpEndpointS3BackupMode' }, S3Update: { type: 'struct:S3DestinationUpdate' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    HttpEndpointRequestConfiguration: { ContentEncoding: { type: 'string', constraint: 'ContentEncoding' }, CommonAttributes: { type: 'list:struct:HttpEndpointCommonAttribute', constraint: 'HttpEndpointCommonAttributesList' } },
    HttpEndpointRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'HttpEndpointRetryDurationInSeconds' } },
    IcebergDestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, CatalogConfiguration: { type: 'struct:CatalogConfiguration', required: true }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, DestinationTableConfigurationList: { type: 'list:struct:DestinationTableConfiguration' }, SchemaEvolutionConfiguration: { type: 'struct:SchemaEvolutionConfiguration' }, TableCreationConfiguration: { type: 'struct:TableCreationConfiguration' }, BufferingHints: { type: 'struct:BufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'IcebergS3BackupMode' }, RetryOptions: { type: 'struct:RetryOptions' }, AppendOnly: { type: 'boolean' } },
    IcebergDestinationDescription: { DestinationTableConfigurationList: { type: 'list:struct:DestinationTableConfiguration' }, SchemaEvolutionConfiguration: { type: 'struct:SchemaEvolutionConfiguration' }, TableCreationConfiguration: { type: 'struct:TableCreationConfiguration' }, BufferingHints: { type: 'struct:BufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string' }, RetryOptions: { type: 'struct:RetryOptions' }, RoleARN: { type: 'string' }, AppendOnly: { type: 'boolean' }, CatalogConfiguration: { type: 'struct:CatalogConfiguration' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' } },
    IcebergDestinationUpdate: { DestinationTableConfigurationList: { type: 'list:struct:DestinationTableConfiguration' }, SchemaEvolutionConfiguration: { type: 'struct:SchemaEvolutionConfiguration' }, TableCreationConfiguration: { type: 'struct:TableCreationConfiguration' }, BufferingHints: { type: 'struct:BufferingHints' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'IcebergS3BackupMode' }, RetryOptions: { type: 'struct:RetryOptions' }, RoleARN: { type: 'string', constraint: 'RoleARN' }, AppendOnly: { type: 'boolean' }, CatalogConfiguration: { type: 'struct:CatalogConfiguration' }, S3Configuration: { type: 'struct:S3DestinationConfiguration' } },
    InputFormatConfiguration: { Deserializer: { type: 'struct:Deserializer' } },
    KMSEncryptionConfig: { AWSKMSKeyARN: { type: 'string', required: true, constraint: 'AWSKMSKeyARN' } },
    KinesisStreamSourceConfiguration: { KinesisStreamARN: { type: 'string', required: true, constraint: 'KinesisStreamARN' }, RoleARN: { type: 'string', required: true, constraint: 'RoleARN' } },
    KinesisStreamSourceDescription: { KinesisStreamARN: { type: 'string' }, RoleARN: { type: 'string' }, DeliveryStartTimestamp: { type: 'timestamp' } },
    ListDeliveryStreamsInput: { Limit: { type: 'number', constraint: 'ListDeliveryStreamsInputLimit' }, DeliveryStreamType: { type: 'string', constraint: 'DeliveryStreamType' }, ExclusiveStartDeliveryStreamName: { type: 'string', constraint: 'DeliveryStreamName' } },
    ListDeliveryStreamsOutput: { DeliveryStreamNames: { type: 'list:string', required: true }, HasMoreDeliveryStreams: { type: 'boolean', required: true } },
    MSKSourceConfiguration: { MSKClusterARN: { type: 'string', required: true, constraint: 'MSKClusterARN' }, TopicName: { type: 'string', required: true, constraint: 'TopicName' }, AuthenticationConfiguration: { type: 'struct:AuthenticationConfiguration', required: true }, ReadFromTimestamp: { type: 'timestamp' } },
    MSKSourceDescription: { MSKClusterARN: { type: 'string' }, TopicName: { type: 'string' }, AuthenticationConfiguration: { type: 'struct:AuthenticationConfiguration' }, DeliveryStartTimestamp: { type: 'timestamp' }, ReadFromTimestamp: { type: 'timestamp' } },
    OpenXJsonSerDe: { ConvertDotsInJsonKeysToUnderscores: { type: 'boolean' }, CaseInsensitive: { type: 'boolean' }, ColumnToJsonKeyMappings: { type: 'map:string', constraint: 'ColumnToJsonKeyMappings' } },
    OrcSerDe: { StripeSizeBytes: { type: 'number', constraint: 'OrcStripeSizeBytes' }, BlockSizeBytes: { type: 'number', constraint: 'BlockSizeBytes' }, RowIndexStride: { type: 'number', constraint: 'OrcRowIndexStride' }, EnablePadding: { type: 'boolean' }, PaddingTolerance: { type: 'number', constraint: 'Proportion' }, Compression: { type: 'string', constraint: 'OrcCompression' }, BloomFilterColumns: { type: 'list:string', constraint: 'ListOfNonEmptyStringsWithoutWhitespace' }, BloomFilterFalsePositiveProbability: { type: 'number', constraint: 'Proportion' }, DictionaryKeyThreshold: { type: 'number', constraint: 'Proportion' }, FormatVersion: { type: 'string', constraint: 'OrcFormatVersion' } },
    OutputFormatConfiguration: { Serializer: { type: 'struct:Serializer' } },
    ParquetSerDe: { BlockSizeBytes: { type: 'number', constraint: 'BlockSizeBytes' }, PageSizeBytes: { type: 'number', constraint: 'ParquetPageSizeBytes' }, Compression: { type: 'string', constraint: 'ParquetCompression' }, EnableDictionaryCompression: { type: 'boolean' }, MaxPaddingBytes: { type: 'number', constraint: 'NonNegativeIntegerObject' }, WriterVersion: { type: 'string', constraint: 'ParquetWriterVersion' } },
    PartitionField: { SourceName: { type: 'string', required: true, constraint: 'NonEmptyStringWithoutWhitespace' } },
    PartitionSpec: { Identity: { type: 'list:struct:PartitionField' } },
    ProcessingConfiguration: { Enabled: { type: 'boolean' }, Processors: { type: 'list:struct:Processor' } },
    Processor: { Type: { type: 'string', required: true, constraint: 'ProcessorType' }, Parameters: { type: 'list:struct:ProcessorParameter' } },
    ProcessorParameter: { ParameterName: { type: 'string', required: true, constraint: 'ProcessorParameterName' }, ParameterValue: { type: 'string', required: true, constraint: 'ProcessorParameterValue' } },
    PutRecordBatchInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, Records: { type: 'list:struct:Record', required: true, constraint: 'PutRecordBatchRequestEntryList' } },
    PutRecordBatchOutput: { FailedPutCount: { type: 'number', required: true }, RequestResponses: { type: 'list:struct:PutRecordBatchResponseEntry', required: true }, Encrypted: { type: 'boolean' } },
    PutRecordBatchResponseEntry: { RecordId: { type: 'string' }, ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    PutRecordInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, Record: { type: 'struct:Record', required: true } },
    PutRecordOutput: { RecordId: { type: 'string', required: true }, Encrypted: { type: 'boolean' } },
    Record: { Data: { type: 'blob', required: true, constraint: 'Data' } },
    RedshiftDestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, ClusterJDBCURL: { type: 'string', required: true, constraint: 'ClusterJDBCURL' }, CopyCommand: { type: 'struct:CopyCommand', required: true }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, Username: { type: 'string', constraint: 'Username' }, Password: { type: 'string', constraint: 'Password' }, RetryOptions: { type: 'struct:RedshiftRetryOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'RedshiftS3BackupMode' }, S3BackupConfiguration: { type: 'struct:S3DestinationConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    RedshiftDestinationDescription: { RoleARN: { type: 'string', required: true }, ClusterJDBCURL: { type: 'string', required: true }, CopyCommand: { type: 'struct:CopyCommand', required: true }, S3DestinationDescription: { type: 'struct:S3DestinationDescription', required: true }, Username: { type: 'string' }, RetryOptions: { type: 'struct:RedshiftRetryOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string' }, S3BackupDescription: { type: 'struct:S3DestinationDescription' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    RedshiftDestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, ClusterJDBCURL: { type: 'string', constraint: 'ClusterJDBCURL' }, CopyCommand: { type: 'struct:CopyCommand' }, Username: { type: 'string', constraint: 'Username' }, Password: { type: 'string', constraint: 'Password' }, RetryOptions: { type: 'struct:RedshiftRetryOptions' }, S3Update: { type: 'struct:S3DestinationUpdate' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, S3BackupMode: { type: 'string', constraint: 'RedshiftS3BackupMode' }, S3BackupUpdate: { type: 'struct:S3DestinationUpdate' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    RedshiftRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'RedshiftRetryDurationInSeconds' } },
    RetryOptions: { DurationInSeconds: { type: 'number', constraint: 'RetryDurationInSeconds' } },
    S3DestinationConfiguration: { RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, BucketARN: { type: 'string', required: true, constraint: 'BucketARN' }, Prefix: { type: 'string', constraint: 'Prefix' }, ErrorOutputPrefix: { type: 'string', constraint: 'ErrorOutputPrefix' }, BufferingHints: { type: 'struct:BufferingHints' }, CompressionFormat: { type: 'string', constraint: 'CompressionFormat' }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' } },
    S3DestinationDescription: { RoleARN: { type: 'string', required: true }, BucketARN: { type: 'string', required: true }, BufferingHints: { type: 'struct:BufferingHints', required: true }, CompressionFormat: { type: 'string', required: true }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration', required: true }, Prefix: { type: 'string' }, ErrorOutputPrefix: { type: 'string' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' } },
    S3DestinationUpdate: { RoleARN: { type: 'string', constraint: 'RoleARN' }, BucketARN: { type: 'string', constraint: 'BucketARN' }, Prefix: { type: 'string', constraint: 'Prefix' }, ErrorOutputPrefix: { type: 'string', constraint: 'ErrorOutputPrefix' }, BufferingHints: { type: 'struct:BufferingHints' }, CompressionFormat: { type: 'string', constraint: 'CompressionFormat' }, EncryptionConfiguration: { type: 'struct:EncryptionConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' } },
    SchemaConfiguration: { RoleARN: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' }, CatalogId: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' }, DatabaseName: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' }, TableName: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' }, Region: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' }, VersionId: { type: 'string', constraint: 'NonEmptyStringWithoutWhitespace' } },
    SchemaEvolutionConfiguration: { Enabled: { type: 'boolean', required: true } },
    SecretsManagerConfiguration: { Enabled: { type: 'boolean', required: true }, SecretARN: { type: 'string', constraint: 'SecretARN' }, RoleARN: { type: 'string', constraint: 'RoleARN' } },
    Serializer: { ParquetSerDe: { type: 'struct:ParquetSerDe' }, OrcSerDe: { type: 'struct:OrcSerDe' } },
    SnowflakeBufferingHints: { SizeInMBs: { type: 'number', constraint: 'SnowflakeBufferingSizeInMBs' }, IntervalInSeconds: { type: 'number', constraint: 'SnowflakeBufferingIntervalInSeconds' } },
    SnowflakeDestinationConfiguration: { AccountUrl: { type: 'string', required: true, constraint: 'SnowflakeAccountUrl' }, Database: { type: 'string', required: true, constraint: 'SnowflakeDatabase' }, Schema: { type: 'string', required: true, constraint: 'SnowflakeSchema' }, Table: { type: 'string', required: true, constraint: 'SnowflakeTable' }, RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, PrivateKey: { type: 'string', constraint: 'SnowflakePrivateKey' }, KeyPassphrase: { type: 'string', constraint: 'SnowflakeKeyPassphrase' }, User: { type: 'string', constraint: 'SnowflakeUser' }, SnowflakeRoleConfiguration: { type: 'struct:SnowflakeRoleConfiguration' }, DataLoadingOption: { type: 'string', constraint: 'SnowflakeDataLoadingOption' }, MetaDataColumnName: { type: 'string', constraint: 'SnowflakeMetaDataColumnName' }, ContentColumnName: { type: 'string', constraint: 'SnowflakeContentColumnName' }, SnowflakeVpcConfiguration: { type: 'struct:SnowflakeVpcConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RetryOptions: { type: 'struct:SnowflakeRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'SnowflakeS3BackupMode' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' }, BufferingHints: { type: 'struct:SnowflakeBufferingHints' } },
    SnowflakeDestinationDescription: { AccountUrl: { type: 'string' }, User: { type: 'string' }, Database: { type: 'string' }, Schema: { type: 'string' }, Table: { type: 'string' }, SnowflakeRoleConfiguration: { type: 'struct:SnowflakeRoleConfiguration' }, DataLoadingOption: { type: 'string' }, MetaDataColumnName: { type: 'string' }, ContentColumnName: { type: 'string' }, SnowflakeVpcConfiguration: { type: 'struct:SnowflakeVpcConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RoleARN: { type: 'string' }, RetryOptions: { type: 'struct:SnowflakeRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' }, BufferingHints: { type: 'struct:SnowflakeBufferingHints' } },
    SnowflakeDestinationUpdate: { AccountUrl: { type: 'string', constraint: 'SnowflakeAccountUrl' }, PrivateKey: { type: 'string', constraint: 'SnowflakePrivateKey' }, KeyPassphrase: { type: 'string', constraint: 'SnowflakeKeyPassphrase' }, User: { type: 'string', constraint: 'SnowflakeUser' }, Database: { type: 'string', constraint: 'SnowflakeDatabase' }, Schema: { type: 'string', constraint: 'SnowflakeSchema' }, Table: { type: 'string', constraint: 'SnowflakeTable' }, SnowflakeRoleConfiguration: { type: 'struct:SnowflakeRoleConfiguration' }, DataLoadingOption: { type: 'string', constraint: 'SnowflakeDataLoadingOption' }, MetaDataColumnName: { type: 'string', constraint: 'SnowflakeMetaDataColumnName' }, ContentColumnName: { type: 'string', constraint: 'SnowflakeContentColumnName' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, RoleARN: { type: 'string', constraint: 'RoleARN' }, RetryOptions: { type: 'struct:SnowflakeRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'SnowflakeS3BackupMode' }, S3Update: { type: 'struct:S3DestinationUpdate' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' }, BufferingHints: { type: 'struct:SnowflakeBufferingHints' } },
    SnowflakeRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'SnowflakeRetryDurationInSeconds' } },
    SnowflakeRoleConfiguration: { Enabled: { type: 'boolean' }, SnowflakeRole: { type: 'string', constraint: 'SnowflakeRole' } },
    SnowflakeVpcConfiguration: { PrivateLinkVpceId: { type: 'string', required: true, constraint: 'SnowflakePrivateLinkVpceId' } },
    SourceDescription: { DirectPutSourceDescription: { type: 'struct:DirectPutSourceDescription' }, KinesisStreamSourceDescription: { type: 'struct:KinesisStreamSourceDescription' }, MSKSourceDescription: { type: 'struct:MSKSourceDescription' }, DatabaseSourceDescription: { type: 'struct:DatabaseSourceDescription' } },
    SplunkBufferingHints: { IntervalInSeconds: { type: 'number', constraint: 'SplunkBufferingIntervalInSeconds' }, SizeInMBs: { type: 'number', constraint: 'SplunkBufferingSizeInMBs' } },
    SplunkDestinationConfiguration: { HECEndpoint: { type: 'string', required: true, constraint: 'HECEndpoint' }, HECEndpointType: { type: 'string', required: true, constraint: 'HECEndpointType' }, S3Configuration: { type: 'struct:S3DestinationConfiguration', required: true }, HECToken: { type: 'string', constraint: 'HECToken' }, HECAcknowledgmentTimeoutInSeconds: { type: 'number', constraint: 'HECAcknowledgmentTimeoutInSeconds' }, RetryOptions: { type: 'struct:SplunkRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'SplunkS3BackupMode' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, BufferingHints: { type: 'struct:SplunkBufferingHints' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    SplunkDestinationDescription: { HECEndpoint: { type: 'string' }, HECEndpointType: { type: 'string' }, HECToken: { type: 'string' }, HECAcknowledgmentTimeoutInSeconds: { type: 'number' }, RetryOptions: { type: 'struct:SplunkRetryOptions' }, S3BackupMode: { type: 'string' }, S3DestinationDescription: { type: 'struct:S3DestinationDescription' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, BufferingHints: { type: 'struct:SplunkBufferingHints' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    SplunkDestinationUpdate: { HECEndpoint: { type: 'string', constraint: 'HECEndpoint' }, HECEndpointType: { type: 'string', constraint: 'HECEndpointType' }, HECToken: { type: 'string', constraint: 'HECToken' }, HECAcknowledgmentTimeoutInSeconds: { type: 'number', constraint: 'HECAcknowledgmentTimeoutInSeconds' }, RetryOptions: { type: 'struct:SplunkRetryOptions' }, S3BackupMode: { type: 'string', constraint: 'SplunkS3BackupMode' }, S3Update: { type: 'struct:S3DestinationUpdate' }, ProcessingConfiguration: { type: 'struct:ProcessingConfiguration' }, CloudWatchLoggingOptions: { type: 'struct:CloudWatchLoggingOptions' }, BufferingHints: { type: 'struct:SplunkBufferingHints' }, SecretsManagerConfiguration: { type: 'struct:SecretsManagerConfiguration' } },
    SplunkRetryOptions: { DurationInSeconds: { type: 'number', constraint: 'SplunkRetryDurationInSeconds' } },
    TableCreationConfiguration: { Enabled: { type: 'boolean', required: true } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', constraint: 'TagValue' } },
    UpdateDestinationInput: { DeliveryStreamName: { type: 'string', required: true, constraint: 'DeliveryStreamName' }, CurrentDeliveryStreamVersionId: { type: 'string', required: true, constraint: 'DeliveryStreamVersionId' }, DestinationId: { type: 'string', required: true, constraint: 'DestinationId' }, S3DestinationUpdate: { type: 'struct:S3DestinationUpdate' }, ExtendedS3DestinationUpdate: { type: 'struct:ExtendedS3DestinationUpdate' }, RedshiftDestinationUpdate: { type: 'struct:RedshiftDestinationUpdate' }, ElasticsearchDestinationUpdate: { type: 'struct:ElasticsearchDestinationUpdate' }, AmazonopensearchserviceDestinationUpdate: { type: 'struct:AmazonopensearchserviceDestinationUpdate' }, SplunkDestinationUpdate: { type: 'struct:SplunkDestinationUpdate' }, HttpEndpointDestinationUpdate: { type: 'struct:HttpEndpointDestinationUpdate' }, AmazonOpenSearchServerlessDestinationUpdate: { type: 'struct:AmazonOpenSearchServerlessDestinationUpdate' }, SnowflakeDestinationUpdate: { type: 'struct:SnowflakeDestinationUpdate' }, IcebergDestinationUpdate: { type: 'struct:IcebergDestinationUpdate' } },
    UpdateDestinationOutput: { },
    VpcConfiguration: { SubnetIds: { type: 'list:string', required: true, constraint: 'SubnetIdList' }, RoleARN: { type: 'string', required: true, constraint: 'RoleARN' }, SecurityGroupIds: { type: 'list:string', required: true, constraint: 'SecurityGroupIdList' } },
    VpcConfigurationDescription: { SubnetIds: { type: 'list:string', required: true }, RoleARN: { type: 'string', required: true }, SecurityGroupIds: { type: 'list:string', required: true }, VpcId: { type: 'string', required: true } },
  },
  constraints: {
    AWSKMSKeyARN: {"min":1,"max":512,"pattern":"arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:(key|alias)/[a-zA-Z_0-9+=,.@\\-_/]+"},
    AWSKMSKeyARNForSSE: {"min":1,"max":512,"pattern":"arn:.*:kms:[a-zA-Z0-9\\-]+:\\d{12}:key/[a-zA-Z_0-9+=,.@\\-_/]+"},
    AmazonOpenSearchServerlessBufferingIntervalInSeconds: {"min":0,"max":900},
    AmazonOpenSearchServerlessBufferingSizeInMBs: {"min":1,"max":100},
    AmazonOpenSearchServerlessCollectionEndpoint: {"min":1,"max":512,"pattern":"https:.*"},
    AmazonOpenSearchServerlessIndexName: {"min":1,"max":80,"pattern":".*"},
    AmazonOpenSearchServerlessRetryDurationInSeconds: {"min":0,"max":7200},
    AmazonOpenSearchServerlessS3BackupMode: {"oneOf":["FailedDocumentsOnly","AllDocuments"]},
    AmazonopensearchserviceBufferingIntervalInSeconds: {"min":0,"max":900},
    AmazonopensearchserviceBufferingSizeInMBs: {"min":1,"max":100},
    AmazonopensearchserviceClusterEndpoint: {"min":1,"max":512,"pattern":"https:.*"},
    AmazonopensearchserviceDomainARN: {"min":1,"max":512,"pattern":"arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}"},
    AmazonopensearchserviceIndexName: {"min":1,"max":80,"pattern":".*"},
    AmazonopensearchserviceIndexRotationPeriod: {"oneOf":["NoRotation","OneHour","OneDay","OneWeek","OneMonth"]},
    AmazonopensearchserviceRetryDurationInSeconds: {"min":0,"max":7200},
    AmazonopensearchserviceS3BackupMode: {"oneOf":["FailedDocumentsOnly","AllDocuments"]},
    AmazonopensearchserviceTypeName: {"min":0,"max":100,"pattern":".*"},
    BlockSizeBytes: {"min":67108864},
    BucketARN: {"min":1,"max":2048,"pattern":"arn:.*:s3:::[\\w\\.\\-]{1,255}"},
    ClusterJDBCURL: {"min":1,"max":512,"pattern":"jdbc:(redshift|postgresql)://((?!-)[A-Za-z0-9-]{1,63}(?<!-)\\.)+(redshift(-serverless)?)\\.([a-zA-Z0-9\\.\\-]+):\\d{1,5}/[a-zA-Z0-9_$-]+"},
    ColumnToJsonKeyMappings: {"of":"NonEmptyString","key":"NonEmptyStringWithoutWhitespace"},
    CompressionFormat: {"oneOf":["UNCOMPRESSED","GZIP","ZIP","Snappy","HADOOP_SNAPPY"]},
    Connectivity: {"oneOf":["PUBLIC","PRIVATE"]},
    ContentEncoding: {"oneOf":["NONE","GZIP"]},
    CopyOptions: {"min":0,"max":10240,"pattern":".*"},
    CustomTimeZone: {"min":0,"max":50,"pattern":"^$|[a-zA-Z/_]+"},
    Data: {"min":0,"max":1024000},
    DataTableColumns: {"min":0,"max":10240,"pattern":".*"},
    DataTableName: {"min":1,"max":512,"pattern":".*"},
    DatabaseColumnIncludeOrExcludeList: {"of":"DatabaseColumnName"},
    DatabaseColumnName: {"min":1,"max":194,"pattern":"[\\u0001-\\uFFFF]*"},
    DatabaseEndpoint: {"min":1,"max":255,"pattern":"^(?!\\s*$).+"},
    DatabaseIncludeOrExcludeList: {"of":"DatabaseName"},
    DatabaseName: {"min":1,"max":64,"pattern":"[\\u0001-\\uFFFF]*"},
    DatabasePort: {"min":0,"max":65535},
    DatabaseSurrogateKeyList: {"of":"NonEmptyStringWithoutWhitespace"},
    DatabaseTableIncludeOrExcludeList: {"of":"DatabaseTableName"},
    DatabaseTableName: {"min":1,"max":129,"pattern":"[\\u0001-\\uFFFF]*"},
    DatabaseType: {"oneOf":["MySQL","PostgreSQL"]},
    DefaultDocumentIdFormat: {"oneOf":["FIREHOSE_DEFAULT","NO_DOCUMENT_ID"]},
    DeliveryStreamName: {"min":1,"max":64,"pattern":"[a-zA-Z0-9_.-]+"},
    DeliveryStreamType: {"oneOf":["DirectPut","KinesisStreamAsSource","MSKAsSource","DatabaseAsSource"]},
    DeliveryStreamVersionId: {"min":1,"max":50,"pattern":"[0-9]+"},
    DescribeDeliveryStreamInputLimit: {"min":1,"max":10000},
    DestinationId: {"min":1,"max":100,"pattern":"[a-zA-Z0-9-]+"},
    ElasticsearchBufferingIntervalInSeconds: {"min":0,"max":900},
    ElasticsearchBufferingSizeInMBs: {"min":1,"max":100},
    ElasticsearchClusterEndpoint: {"min":1,"max":512,"pattern":"https:.*"},
    ElasticsearchDomainARN: {"min":1,"max":512,"pattern":"arn:.*:es:[a-zA-Z0-9\\-]+:\\d{12}:domain/[a-z][-0-9a-z]{2,27}"},
    ElasticsearchIndexName: {"min":1,"max":80,"pattern":".*"},
    ElasticsearchIndexRotationPeriod: {"oneOf":["NoRotation","OneHour","OneDay","OneWeek","OneMonth"]},
    ElasticsearchRetryDurationInSeconds: {"min":0,"max":7200},
    ElasticsearchS3BackupMode: {"oneOf":["FailedDocumentsOnly","AllDocuments"]},
    ElasticsearchTypeName: {"min":0,"max":100,"pattern":".*"},
    ErrorOutputPrefix: {"min":0,"max":1024,"pattern":".*"},
    FileExtension: {"min":0,"max":128,"pattern":"^$|\\.[0-9a-z!\\-_.*'()]+"},
    GlueDataCatalogARN: {"min":1,"max":512,"pattern":"arn:.*:glue:.*:\\d{12}:catalog(?:(/[a-z0-9_-]+){1,2})?"},
    HECAcknowledgmentTimeoutInSeconds: {"min":180,"max":600},
    HECEndpoint: {"min":0,"max":2048,"pattern":".*"},
    HECEndpointType: {"oneOf":["Raw","Event"]},
    HECToken: {"min":0,"max":2048,"pattern":".*"},
    HttpEndpointAccessKey: {"min":0,"max":4096,"pattern":".*"},
    HttpEndpointAttributeName: {"min":1,"max":256,"pattern":"^(?!\\s*$).+"},
    HttpEndpointAttributeValue: {"min":0,"max":1024,"pattern":".*"},
    HttpEndpointBufferingIntervalInSeconds: {"min":0,"max":900},
    HttpEndpointBufferingSizeInMBs: {"min":1,"max":64},
    HttpEndpointCommonAttributesList: {"min":0,"max":50},
    HttpEndpointName: {"min":1,"max":256,"pattern":"^(?!\\s*$).+"},
    HttpEndpointRetryDurationInSeconds: {"min":0,"max":7200},
    HttpEndpointS3BackupMode: {"oneOf":["FailedDataOnly","AllData"]},
    HttpEndpointUrl: {"min":1,"max":1000,"pattern":"https://.*"},
    IcebergS3BackupMode: {"oneOf":["FailedDataOnly","AllData"]},
    IntervalInSeconds: {"min":0,"max":900},
    KeyType: {"oneOf":["AWS_OWNED_CMK","CUSTOMER_MANAGED_CMK"]},
    KinesisStreamARN: {"min":1,"max":512,"pattern":"arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+"},
    ListDeliveryStreamsInputLimit: {"min":1,"max":10000},
    ListOfNonEmptyStrings: {"of":"NonEmptyString"},
    ListOfNonEmptyStringsWithoutWhitespace: {"of":"NonEmptyStringWithoutWhitespace"},
    LogGroupName: {"min":0,"max":512,"pattern":"[\\.\\-_/#A-Za-z0-9]*"},
    LogStreamName: {"min":0,"max":512,"pattern":"[^:*]*"},
    MSKClusterARN: {"min":1,"max":512,"pattern":"arn:.*"},
    NoEncryptionConfig: {"oneOf":["NoEncryption"]},
    NonEmptyString: {"min":1,"max":1024,"pattern":"^(?!\\s*$).+"},
    NonEmptyStringWithoutWhitespace: {"min":1,"max":1024,"pattern":"^\\S+$"},
    NonNegativeIntegerObject: {"min":0},
    OrcCompression: {"oneOf":["NONE","ZLIB","SNAPPY"]},
    OrcFormatVersion: {"oneOf":["V0_11","V0_12"]},
    OrcRowIndexStride: {"min":1000},
    OrcStripeSizeBytes: {"min":8388608},
    ParquetCompression: {"oneOf":["UNCOMPRESSED","GZIP","SNAPPY"]},
    ParquetPageSizeBytes: {"min":65536},
    ParquetWriterVersion: {"oneOf":["V1","V2"]},
    Password: {"min":6,"max":512,"pattern":".*"},
    Prefix: {"min":0,"max":1024,"pattern":".*"},
    ProcessorParameterName: {"oneOf":["LambdaArn","NumberOfRetries","MetadataExtractionQuery","JsonParsingEngine","RoleArn","BufferSizeInMBs","BufferIntervalInSeconds","SubRecordType","Delimiter","CompressionFormat","DataMessageExtraction"]},
    ProcessorParameterValue: {"min":1,"max":5120,"pattern":"^(?!\\s*$).+"},
    ProcessorType: {"oneOf":["RecordDeAggregation","Decompression","CloudWatchLogProcessing","Lambda","MetadataExtraction","AppendDelimiterToRecord"]},
    Proportion: {"min":0,"max":1},
    PutRecordBatchRequestEntryList: {"min":1,"max":500},
    RedshiftRetryDurationInSeconds: {"min":0,"max":7200},
    RedshiftS3BackupMode: {"oneOf":["Disabled","Enabled"]},
    RetryDurationInSeconds: {"min":0,"max":7200},
    RoleARN: {"min":1,"max":512,"pattern":"arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+"},
    S3BackupMode: {"oneOf":["Disabled","Enabled"]},
    SSLMode: {"oneOf":["Disabled","Enabled"]},
    SecretARN: {"min":1,"max":2048,"pattern":"arn:.*:secretsmanager:[a-zA-Z0-9\\-]+:\\d{12}:secret:[a-zA-Z0-9\\-/_+=.@!]+"},
    SecurityGroupIdList: {"min":1,"max":5,"of":"NonEmptyStringWithoutWhitespace"},
    SizeInMBs: {"min":1,"max":128},
    SnowflakeAccountUrl: {"min":24,"max":2048,"pattern":".+?\\.snowflakecomputing\\.com"},
    SnowflakeBufferingIntervalInSeconds: {"min":0,"max":900},
    SnowflakeBufferingSizeInMBs: {"min":1,"max":128},
    SnowflakeContentColumnName: {"min":1,"max":255},
    SnowflakeDataLoadingOption: {"oneOf":["JSON_MAPPING","VARIANT_CONTENT_MAPPING","VARIANT_CONTENT_AND_METADATA_MAPPING"]},
    SnowflakeDatabase: {"min":1,"max":255},
    SnowflakeKeyPassphrase: {"min":7,"max":255},
    SnowflakeMetaDataColumnName: {"min":1,"max":255},
    SnowflakePrivateKey: {"min":256,"max":4096,"pattern":"^(?:[A-Za-z0-9+\\/]{4})*(?:[A-Za-z0-9+\\/]{2}==|[A-Za-z0-9+\\/]{3}=)?$"},
    SnowflakePrivateLinkVpceId: {"min":47,"max":255,"pattern":"([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$"},
    SnowflakeRetryDurationInSeconds: {"min":0,"max":7200},
    SnowflakeRole: {"min":1,"max":255},
    SnowflakeS3BackupMode: {"oneOf":["FailedDataOnly","AllData"]},
    SnowflakeSchema: {"min":1,"max":255},
    SnowflakeTable: {"min":1,"max":255},
    SnowflakeUser: {"min":1,"max":255},
    SplunkBufferingIntervalInSeconds: {"min":0,"max":60},
    SplunkBufferingSizeInMBs: {"min":1,"max":5},
    SplunkRetryDurationInSeconds: {"min":0,"max":7200},
    SplunkS3BackupMode: {"oneOf":["FailedEventsOnly","AllEvents"]},
    StringWithLettersDigitsUnderscoresDots: {"min":1,"max":255,"pattern":"[a-zA-Z0-9\\.\\_]+"},
    SubnetIdList: {"min":1,"max":16,"of":"NonEmptyStringWithoutWhitespace"},
    TagDeliveryStreamInputTagList: {"min":1,"max":50},
    TagKey: {"min":1,"max":128,"pattern":"^(?!aws:)[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$"},
    TagValue: {"min":0,"max":256,"pattern":"^[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@%]*$"},
    ThroughputHintInMBs: {"min":1,"max":100},
    TopicName: {"min":1,"max":255,"pattern":"[a-zA-Z0-9\\\\._\\\\-]+"},
    Username: {"min":1,"max":512,"pattern":".*"},
    VpcEndpointServiceName: {"min":47,"max":255,"pattern":"([a-zA-Z0-9\\-\\_]+\\.){2,3}vpce\\.[a-zA-Z0-9\\-]*\\.vpce-svc\\-[a-zA-Z0-9\\-]{17}$"},
    WarehouseLocation: {"min":1,"max":2048,"pattern":"s3:\\/\\/.*"},
  },
  shapesOf: {
    CreateDeliveryStream: { input: 'CreateDeliveryStreamInput', output: 'CreateDeliveryStreamOutput' },
    DeleteDeliveryStream: { input: 'DeleteDeliveryStreamInput', output: 'DeleteDeliveryStreamOutput' },
    DescribeDeliveryStream: { input: 'DescribeDeliveryStreamInput', output: 'DescribeDeliveryStreamOutput' },
    ListDeliveryStreams: { input: 'ListDeliveryStreamsInput', output: 'ListDeliveryStreamsOutput' },
    PutRecord: { input: 'PutRecordInput', output: 'PutRecordOutput' },
    PutRecordBatch: { input: 'PutRecordBatchInput', output: 'PutRecordBatchOutput' },
    UpdateDestination: { input: 'UpdateDestinationInput', output: 'UpdateDestinationOutput' },
  },
}

export interface AmazonOpenSearchServerlessBufferingHints {
  readonly IntervalInSeconds?: number | undefined
  readonly SizeInMBs?: number | undefined
}

export interface AmazonOpenSearchServerlessDestinationConfiguration {
  readonly RoleARN: string
  readonly IndexName: string
  readonly S3Configuration: S3DestinationConfiguration
  readonly CollectionEndpoint?: string | undefined
  readonly BufferingHints?: AmazonOpenSearchServerlessBufferingHints | undefined
  readonly RetryOptions?: AmazonOpenSearchServerlessRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfiguration?: VpcConfiguration | undefined
}

export interface AmazonOpenSearchServerlessDestinationDescription {
  readonly RoleARN?: string | undefined
  readonly CollectionEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly BufferingHints?: AmazonOpenSearchServerlessBufferingHints | undefined
  readonly RetryOptions?: AmazonOpenSearchServerlessRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfigurationDescription?: VpcConfigurationDescription | undefined
}

export interface AmazonOpenSearchServerlessDestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly CollectionEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly BufferingHints?: AmazonOpenSearchServerlessBufferingHints | undefined
  readonly RetryOptions?: AmazonOpenSearchServerlessRetryOptions | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
}

export interface AmazonOpenSearchServerlessRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface AmazonopensearchserviceBufferingHints {
  readonly IntervalInSeconds?: number | undefined
  readonly SizeInMBs?: number | undefined
}

export interface AmazonopensearchserviceDestinationConfiguration {
  readonly RoleARN: string
  readonly IndexName: string
  readonly S3Configuration: S3DestinationConfiguration
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: AmazonopensearchserviceBufferingHints | undefined
  readonly RetryOptions?: AmazonopensearchserviceRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfiguration?: VpcConfiguration | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface AmazonopensearchserviceDestinationDescription {
  readonly RoleARN?: string | undefined
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: AmazonopensearchserviceBufferingHints | undefined
  readonly RetryOptions?: AmazonopensearchserviceRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfigurationDescription?: VpcConfigurationDescription | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface AmazonopensearchserviceDestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: AmazonopensearchserviceBufferingHints | undefined
  readonly RetryOptions?: AmazonopensearchserviceRetryOptions | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface AmazonopensearchserviceRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface AuthenticationConfiguration {
  readonly RoleARN: string
  readonly Connectivity: string
}

export interface BufferingHints {
  readonly SizeInMBs?: number | undefined
  readonly IntervalInSeconds?: number | undefined
}

export interface CatalogConfiguration {
  readonly CatalogARN?: string | undefined
  readonly WarehouseLocation?: string | undefined
}

export interface CloudWatchLoggingOptions {
  readonly Enabled?: boolean | undefined
  readonly LogGroupName?: string | undefined
  readonly LogStreamName?: string | undefined
}

export interface CopyCommand {
  readonly DataTableName: string
  readonly DataTableColumns?: string | undefined
  readonly CopyOptions?: string | undefined
}

export interface CreateDeliveryStreamInput {
  readonly DeliveryStreamName: string
  readonly DeliveryStreamType?: string | undefined
  readonly DirectPutSourceConfiguration?: DirectPutSourceConfiguration | undefined
  readonly KinesisStreamSourceConfiguration?: KinesisStreamSourceConfiguration | undefined
  readonly DeliveryStreamEncryptionConfigurationInput?: DeliveryStreamEncryptionConfigurationInput | undefined
  readonly S3DestinationConfiguration?: S3DestinationConfiguration | undefined
  readonly ExtendedS3DestinationConfiguration?: ExtendedS3DestinationConfiguration | undefined
  readonly RedshiftDestinationConfiguration?: RedshiftDestinationConfiguration | undefined
  readonly ElasticsearchDestinationConfiguration?: ElasticsearchDestinationConfiguration | undefined
  readonly AmazonopensearchserviceDestinationConfiguration?: AmazonopensearchserviceDestinationConfiguration | undefined
  readonly SplunkDestinationConfiguration?: SplunkDestinationConfiguration | undefined
  readonly HttpEndpointDestinationConfiguration?: HttpEndpointDestinationConfiguration | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly AmazonOpenSearchServerlessDestinationConfiguration?: AmazonOpenSearchServerlessDestinationConfiguration | undefined
  readonly MSKSourceConfiguration?: MSKSourceConfiguration | undefined
  readonly SnowflakeDestinationConfiguration?: SnowflakeDestinationConfiguration | undefined
  readonly IcebergDestinationConfiguration?: IcebergDestinationConfiguration | undefined
  readonly DatabaseSourceConfiguration?: DatabaseSourceConfiguration | undefined
}

export interface CreateDeliveryStreamOutput {
  readonly DeliveryStreamARN?: string | undefined
}

export interface DataFormatConversionConfiguration {
  readonly SchemaConfiguration?: SchemaConfiguration | undefined
  readonly InputFormatConfiguration?: InputFormatConfiguration | undefined
  readonly OutputFormatConfiguration?: OutputFormatConfiguration | undefined
  readonly Enabled?: boolean | undefined
}

export interface DatabaseColumnList {
  readonly Include?: readonly (string)[] | undefined
  readonly Exclude?: readonly (string)[] | undefined
}

export interface DatabaseList {
  readonly Include?: readonly (string)[] | undefined
  readonly Exclude?: readonly (string)[] | undefined
}

export interface DatabaseSnapshotInfo {
  readonly Id: string
  readonly Table: string
  readonly RequestTimestamp: number
  readonly RequestedBy: string
  readonly Status: string
  readonly FailureDescription?: FailureDescription | undefined
}

export interface DatabaseSourceAuthenticationConfiguration {
  readonly SecretsManagerConfiguration: SecretsManagerConfiguration
}

export interface DatabaseSourceConfiguration {
  readonly Type: string
  readonly Endpoint: string
  readonly Port: number
  readonly Databases: DatabaseList
  readonly Tables: DatabaseTableList
  readonly SnapshotWatermarkTable: string
  readonly DatabaseSourceAuthenticationConfiguration: DatabaseSourceAuthenticationConfiguration
  readonly DatabaseSourceVPCConfiguration: DatabaseSourceVPCConfiguration
  readonly SSLMode?: string | undefined
  readonly Columns?: DatabaseColumnList | undefined
  readonly SurrogateKeys?: readonly (string)[] | undefined
}

export interface DatabaseSourceDescription {
  readonly Type?: string | undefined
  readonly Endpoint?: string | undefined
  readonly Port?: number | undefined
  readonly SSLMode?: string | undefined
  readonly Databases?: DatabaseList | undefined
  readonly Tables?: DatabaseTableList | undefined
  readonly Columns?: DatabaseColumnList | undefined
  readonly SurrogateKeys?: readonly (string)[] | undefined
  readonly SnapshotWatermarkTable?: string | undefined
  readonly SnapshotInfo?: readonly (DatabaseSnapshotInfo)[] | undefined
  readonly DatabaseSourceAuthenticationConfiguration?: DatabaseSourceAuthenticationConfiguration | undefined
  readonly DatabaseSourceVPCConfiguration?: DatabaseSourceVPCConfiguration | undefined
}

export interface DatabaseSourceVPCConfiguration {
  readonly VpcEndpointServiceName: string
}

export interface DatabaseTableList {
  readonly Include?: readonly (string)[] | undefined
  readonly Exclude?: readonly (string)[] | undefined
}

export interface DeleteDeliveryStreamInput {
  readonly DeliveryStreamName: string
  readonly AllowForceDelete?: boolean | undefined
}

export interface DeleteDeliveryStreamOutput {
}

export interface DeliveryStreamDescription {
  readonly DeliveryStreamName: string
  readonly DeliveryStreamARN: string
  readonly DeliveryStreamStatus: string
  readonly DeliveryStreamType: string
  readonly VersionId: string
  readonly Destinations: readonly (DestinationDescription)[]
  readonly HasMoreDestinations: boolean
  readonly FailureDescription?: FailureDescription | undefined
  readonly DeliveryStreamEncryptionConfiguration?: DeliveryStreamEncryptionConfiguration | undefined
  readonly CreateTimestamp?: number | undefined
  readonly LastUpdateTimestamp?: number | undefined
  readonly Source?: SourceDescription | undefined
}

export interface DeliveryStreamEncryptionConfiguration {
  readonly KeyARN?: string | undefined
  readonly KeyType?: string | undefined
  readonly Status?: string | undefined
  readonly FailureDescription?: FailureDescription | undefined
}

export interface DeliveryStreamEncryptionConfigurationInput {
  readonly KeyType: string
  readonly KeyARN?: string | undefined
}

export interface DescribeDeliveryStreamInput {
  readonly DeliveryStreamName: string
  readonly Limit?: number | undefined
  readonly ExclusiveStartDestinationId?: string | undefined
}

export interface DescribeDeliveryStreamOutput {
  readonly DeliveryStreamDescription: DeliveryStreamDescription
}

export interface Deserializer {
  readonly OpenXJsonSerDe?: OpenXJsonSerDe | undefined
  readonly HiveJsonSerDe?: HiveJsonSerDe | undefined
}

export interface DestinationDescription {
  readonly DestinationId: string
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly ExtendedS3DestinationDescription?: ExtendedS3DestinationDescription | undefined
  readonly RedshiftDestinationDescription?: RedshiftDestinationDescription | undefined
  readonly ElasticsearchDestinationDescription?: ElasticsearchDestinationDescription | undefined
  readonly AmazonopensearchserviceDestinationDescription?: AmazonopensearchserviceDestinationDescription | undefined
  readonly SplunkDestinationDescription?: SplunkDestinationDescription | undefined
  readonly HttpEndpointDestinationDescription?: HttpEndpointDestinationDescription | undefined
  readonly SnowflakeDestinationDescription?: SnowflakeDestinationDescription | undefined
  readonly AmazonOpenSearchServerlessDestinationDescription?: AmazonOpenSearchServerlessDestinationDescription | undefined
  readonly IcebergDestinationDescription?: IcebergDestinationDescription | undefined
}

export interface DestinationTableConfiguration {
  readonly DestinationTableName: string
  readonly DestinationDatabaseName: string
  readonly UniqueKeys?: readonly (string)[] | undefined
  readonly PartitionSpec?: PartitionSpec | undefined
  readonly S3ErrorOutputPrefix?: string | undefined
}

export interface DirectPutSourceConfiguration {
  readonly ThroughputHintInMBs: number
}

export interface DirectPutSourceDescription {
  readonly ThroughputHintInMBs?: number | undefined
}

export interface DocumentIdOptions {
  readonly DefaultDocumentIdFormat: string
}

export interface DynamicPartitioningConfiguration {
  readonly RetryOptions?: RetryOptions | undefined
  readonly Enabled?: boolean | undefined
}

export interface ElasticsearchBufferingHints {
  readonly IntervalInSeconds?: number | undefined
  readonly SizeInMBs?: number | undefined
}

export interface ElasticsearchDestinationConfiguration {
  readonly RoleARN: string
  readonly IndexName: string
  readonly S3Configuration: S3DestinationConfiguration
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: ElasticsearchBufferingHints | undefined
  readonly RetryOptions?: ElasticsearchRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfiguration?: VpcConfiguration | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface ElasticsearchDestinationDescription {
  readonly RoleARN?: string | undefined
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: ElasticsearchBufferingHints | undefined
  readonly RetryOptions?: ElasticsearchRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly VpcConfigurationDescription?: VpcConfigurationDescription | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface ElasticsearchDestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly DomainARN?: string | undefined
  readonly ClusterEndpoint?: string | undefined
  readonly IndexName?: string | undefined
  readonly TypeName?: string | undefined
  readonly IndexRotationPeriod?: string | undefined
  readonly BufferingHints?: ElasticsearchBufferingHints | undefined
  readonly RetryOptions?: ElasticsearchRetryOptions | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly DocumentIdOptions?: DocumentIdOptions | undefined
}

export interface ElasticsearchRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface EncryptionConfiguration {
  readonly NoEncryptionConfig?: string | undefined
  readonly KMSEncryptionConfig?: KMSEncryptionConfig | undefined
}

export interface ExtendedS3DestinationConfiguration {
  readonly RoleARN: string
  readonly BucketARN: string
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CompressionFormat?: string | undefined
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupConfiguration?: S3DestinationConfiguration | undefined
  readonly DataFormatConversionConfiguration?: DataFormatConversionConfiguration | undefined
  readonly DynamicPartitioningConfiguration?: DynamicPartitioningConfiguration | undefined
  readonly FileExtension?: string | undefined
  readonly CustomTimeZone?: string | undefined
}

export interface ExtendedS3DestinationDescription {
  readonly RoleARN: string
  readonly BucketARN: string
  readonly BufferingHints: BufferingHints
  readonly CompressionFormat: string
  readonly EncryptionConfiguration: EncryptionConfiguration
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupDescription?: S3DestinationDescription | undefined
  readonly DataFormatConversionConfiguration?: DataFormatConversionConfiguration | undefined
  readonly DynamicPartitioningConfiguration?: DynamicPartitioningConfiguration | undefined
  readonly FileExtension?: string | undefined
  readonly CustomTimeZone?: string | undefined
}

export interface ExtendedS3DestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly BucketARN?: string | undefined
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CompressionFormat?: string | undefined
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupUpdate?: S3DestinationUpdate | undefined
  readonly DataFormatConversionConfiguration?: DataFormatConversionConfiguration | undefined
  readonly DynamicPartitioningConfiguration?: DynamicPartitioningConfiguration | undefined
  readonly FileExtension?: string | undefined
  readonly CustomTimeZone?: string | undefined
}

export interface FailureDescription {
  readonly Type: string
  readonly Details: string
}

export interface HiveJsonSerDe {
  readonly TimestampFormats?: readonly (string)[] | undefined
}

export interface HttpEndpointBufferingHints {
  readonly SizeInMBs?: number | undefined
  readonly IntervalInSeconds?: number | undefined
}

export interface HttpEndpointCommonAttribute {
  readonly AttributeName: string
  readonly AttributeValue: string
}

export interface HttpEndpointConfiguration {
  readonly Url: string
  readonly Name?: string | undefined
  readonly AccessKey?: string | undefined
}

export interface HttpEndpointDescription {
  readonly Url?: string | undefined
  readonly Name?: string | undefined
}

export interface HttpEndpointDestinationConfiguration {
  readonly EndpointConfiguration: HttpEndpointConfiguration
  readonly S3Configuration: S3DestinationConfiguration
  readonly BufferingHints?: HttpEndpointBufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly RequestConfiguration?: HttpEndpointRequestConfiguration | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RoleARN?: string | undefined
  readonly RetryOptions?: HttpEndpointRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface HttpEndpointDestinationDescription {
  readonly EndpointConfiguration?: HttpEndpointDescription | undefined
  readonly BufferingHints?: HttpEndpointBufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly RequestConfiguration?: HttpEndpointRequestConfiguration | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RoleARN?: string | undefined
  readonly RetryOptions?: HttpEndpointRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface HttpEndpointDestinationUpdate {
  readonly EndpointConfiguration?: HttpEndpointConfiguration | undefined
  readonly BufferingHints?: HttpEndpointBufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly RequestConfiguration?: HttpEndpointRequestConfiguration | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RoleARN?: string | undefined
  readonly RetryOptions?: HttpEndpointRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface HttpEndpointRequestConfiguration {
  readonly ContentEncoding?: string | undefined
  readonly CommonAttributes?: readonly (HttpEndpointCommonAttribute)[] | undefined
}

export interface HttpEndpointRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface IcebergDestinationConfiguration {
  readonly RoleARN: string
  readonly CatalogConfiguration: CatalogConfiguration
  readonly S3Configuration: S3DestinationConfiguration
  readonly DestinationTableConfigurationList?: readonly (DestinationTableConfiguration)[] | undefined
  readonly SchemaEvolutionConfiguration?: SchemaEvolutionConfiguration | undefined
  readonly TableCreationConfiguration?: TableCreationConfiguration | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly RetryOptions?: RetryOptions | undefined
  readonly AppendOnly?: boolean | undefined
}

export interface IcebergDestinationDescription {
  readonly DestinationTableConfigurationList?: readonly (DestinationTableConfiguration)[] | undefined
  readonly SchemaEvolutionConfiguration?: SchemaEvolutionConfiguration | undefined
  readonly TableCreationConfiguration?: TableCreationConfiguration | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly RetryOptions?: RetryOptions | undefined
  readonly RoleARN?: string | undefined
  readonly AppendOnly?: boolean | undefined
  readonly CatalogConfiguration?: CatalogConfiguration | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
}

export interface IcebergDestinationUpdate {
  readonly DestinationTableConfigurationList?: readonly (DestinationTableConfiguration)[] | undefined
  readonly SchemaEvolutionConfiguration?: SchemaEvolutionConfiguration | undefined
  readonly TableCreationConfiguration?: TableCreationConfiguration | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly RetryOptions?: RetryOptions | undefined
  readonly RoleARN?: string | undefined
  readonly AppendOnly?: boolean | undefined
  readonly CatalogConfiguration?: CatalogConfiguration | undefined
  readonly S3Configuration?: S3DestinationConfiguration | undefined
}

export interface InputFormatConfiguration {
  readonly Deserializer?: Deserializer | undefined
}

export interface KMSEncryptionConfig {
  readonly AWSKMSKeyARN: string
}

export interface KinesisStreamSourceConfiguration {
  readonly KinesisStreamARN: string
  readonly RoleARN: string
}

export interface KinesisStreamSourceDescription {
  readonly KinesisStreamARN?: string | undefined
  readonly RoleARN?: string | undefined
  readonly DeliveryStartTimestamp?: number | undefined
}

export interface ListDeliveryStreamsInput {
  readonly Limit?: number | undefined
  readonly DeliveryStreamType?: string | undefined
  readonly ExclusiveStartDeliveryStreamName?: string | undefined
}

export interface ListDeliveryStreamsOutput {
  readonly DeliveryStreamNames: readonly (string)[]
  readonly HasMoreDeliveryStreams: boolean
}

export interface MSKSourceConfiguration {
  readonly MSKClusterARN: string
  readonly TopicName: string
  readonly AuthenticationConfiguration: AuthenticationConfiguration
  readonly ReadFromTimestamp?: number | undefined
}

export interface MSKSourceDescription {
  readonly MSKClusterARN?: string | undefined
  readonly TopicName?: string | undefined
  readonly AuthenticationConfiguration?: AuthenticationConfiguration | undefined
  readonly DeliveryStartTimestamp?: number | undefined
  readonly ReadFromTimestamp?: number | undefined
}

export interface OpenXJsonSerDe {
  readonly ConvertDotsInJsonKeysToUnderscores?: boolean | undefined
  readonly CaseInsensitive?: boolean | undefined
  readonly ColumnToJsonKeyMappings?: Readonly<Record<string, string>> | undefined
}

export interface OrcSerDe {
  readonly StripeSizeBytes?: number | undefined
  readonly BlockSizeBytes?: number | undefined
  readonly RowIndexStride?: number | undefined
  readonly EnablePadding?: boolean | undefined
  readonly PaddingTolerance?: number | undefined
  readonly Compression?: string | undefined
  readonly BloomFilterColumns?: readonly (string)[] | undefined
  readonly BloomFilterFalsePositiveProbability?: number | undefined
  readonly DictionaryKeyThreshold?: number | undefined
  readonly FormatVersion?: string | undefined
}

export interface OutputFormatConfiguration {
  readonly Serializer?: Serializer | undefined
}

export interface ParquetSerDe {
  readonly BlockSizeBytes?: number | undefined
  readonly PageSizeBytes?: number | undefined
  readonly Compression?: string | undefined
  readonly EnableDictionaryCompression?: boolean | undefined
  readonly MaxPaddingBytes?: number | undefined
  readonly WriterVersion?: string | undefined
}

export interface PartitionField {
  readonly SourceName: string
}

export interface PartitionSpec {
  readonly Identity?: readonly (PartitionField)[] | undefined
}

export interface ProcessingConfiguration {
  readonly Enabled?: boolean | undefined
  readonly Processors?: readonly (Processor)[] | undefined
}

export interface Processor {
  readonly Type: string
  readonly Parameters?: readonly (ProcessorParameter)[] | undefined
}

export interface ProcessorParameter {
  readonly ParameterName: string
  readonly ParameterValue: string
}

export interface PutRecordBatchInput {
  readonly DeliveryStreamName: string
  readonly Records: readonly (_Record)[]
}

export interface PutRecordBatchOutput {
  readonly FailedPutCount: number
  readonly RequestResponses: readonly (PutRecordBatchResponseEntry)[]
  readonly Encrypted?: boolean | undefined
}

export interface PutRecordBatchResponseEntry {
  readonly RecordId?: string | undefined
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface PutRecordInput {
  readonly DeliveryStreamName: string
  readonly Record: _Record
}

export interface PutRecordOutput {
  readonly RecordId: string
  readonly Encrypted?: boolean | undefined
}

export interface _Record {
  readonly Data: string
}

export interface RedshiftDestinationConfiguration {
  readonly RoleARN: string
  readonly ClusterJDBCURL: string
  readonly CopyCommand: CopyCommand
  readonly S3Configuration: S3DestinationConfiguration
  readonly Username?: string | undefined
  readonly Password?: string | undefined
  readonly RetryOptions?: RedshiftRetryOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupConfiguration?: S3DestinationConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface RedshiftDestinationDescription {
  readonly RoleARN: string
  readonly ClusterJDBCURL: string
  readonly CopyCommand: CopyCommand
  readonly S3DestinationDescription: S3DestinationDescription
  readonly Username?: string | undefined
  readonly RetryOptions?: RedshiftRetryOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupDescription?: S3DestinationDescription | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface RedshiftDestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly ClusterJDBCURL?: string | undefined
  readonly CopyCommand?: CopyCommand | undefined
  readonly Username?: string | undefined
  readonly Password?: string | undefined
  readonly RetryOptions?: RedshiftRetryOptions | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3BackupUpdate?: S3DestinationUpdate | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface RedshiftRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface RetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface S3DestinationConfiguration {
  readonly RoleARN: string
  readonly BucketARN: string
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CompressionFormat?: string | undefined
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
}

export interface S3DestinationDescription {
  readonly RoleARN: string
  readonly BucketARN: string
  readonly BufferingHints: BufferingHints
  readonly CompressionFormat: string
  readonly EncryptionConfiguration: EncryptionConfiguration
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
}

export interface S3DestinationUpdate {
  readonly RoleARN?: string | undefined
  readonly BucketARN?: string | undefined
  readonly Prefix?: string | undefined
  readonly ErrorOutputPrefix?: string | undefined
  readonly BufferingHints?: BufferingHints | undefined
  readonly CompressionFormat?: string | undefined
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
}

export interface SchemaConfiguration {
  readonly RoleARN?: string | undefined
  readonly CatalogId?: string | undefined
  readonly DatabaseName?: string | undefined
  readonly TableName?: string | undefined
  readonly Region?: string | undefined
  readonly VersionId?: string | undefined
}

export interface SchemaEvolutionConfiguration {
  readonly Enabled: boolean
}

export interface SecretsManagerConfiguration {
  readonly Enabled: boolean
  readonly SecretARN?: string | undefined
  readonly RoleARN?: string | undefined
}

export interface Serializer {
  readonly ParquetSerDe?: ParquetSerDe | undefined
  readonly OrcSerDe?: OrcSerDe | undefined
}

export interface SnowflakeBufferingHints {
  readonly SizeInMBs?: number | undefined
  readonly IntervalInSeconds?: number | undefined
}

export interface SnowflakeDestinationConfiguration {
  readonly AccountUrl: string
  readonly Database: string
  readonly Schema: string
  readonly Table: string
  readonly RoleARN: string
  readonly S3Configuration: S3DestinationConfiguration
  readonly PrivateKey?: string | undefined
  readonly KeyPassphrase?: string | undefined
  readonly User?: string | undefined
  readonly SnowflakeRoleConfiguration?: SnowflakeRoleConfiguration | undefined
  readonly DataLoadingOption?: string | undefined
  readonly MetaDataColumnName?: string | undefined
  readonly ContentColumnName?: string | undefined
  readonly SnowflakeVpcConfiguration?: SnowflakeVpcConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RetryOptions?: SnowflakeRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
  readonly BufferingHints?: SnowflakeBufferingHints | undefined
}

export interface SnowflakeDestinationDescription {
  readonly AccountUrl?: string | undefined
  readonly User?: string | undefined
  readonly Database?: string | undefined
  readonly Schema?: string | undefined
  readonly Table?: string | undefined
  readonly SnowflakeRoleConfiguration?: SnowflakeRoleConfiguration | undefined
  readonly DataLoadingOption?: string | undefined
  readonly MetaDataColumnName?: string | undefined
  readonly ContentColumnName?: string | undefined
  readonly SnowflakeVpcConfiguration?: SnowflakeVpcConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RoleARN?: string | undefined
  readonly RetryOptions?: SnowflakeRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
  readonly BufferingHints?: SnowflakeBufferingHints | undefined
}

export interface SnowflakeDestinationUpdate {
  readonly AccountUrl?: string | undefined
  readonly PrivateKey?: string | undefined
  readonly KeyPassphrase?: string | undefined
  readonly User?: string | undefined
  readonly Database?: string | undefined
  readonly Schema?: string | undefined
  readonly Table?: string | undefined
  readonly SnowflakeRoleConfiguration?: SnowflakeRoleConfiguration | undefined
  readonly DataLoadingOption?: string | undefined
  readonly MetaDataColumnName?: string | undefined
  readonly ContentColumnName?: string | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly RoleARN?: string | undefined
  readonly RetryOptions?: SnowflakeRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
  readonly BufferingHints?: SnowflakeBufferingHints | undefined
}

export interface SnowflakeRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface SnowflakeRoleConfiguration {
  readonly Enabled?: boolean | undefined
  readonly SnowflakeRole?: string | undefined
}

export interface SnowflakeVpcConfiguration {
  readonly PrivateLinkVpceId: string
}

export interface SourceDescription {
  readonly DirectPutSourceDescription?: DirectPutSourceDescription | undefined
  readonly KinesisStreamSourceDescription?: KinesisStreamSourceDescription | undefined
  readonly MSKSourceDescription?: MSKSourceDescription | undefined
  readonly DatabaseSourceDescription?: DatabaseSourceDescription | undefined
}

export interface SplunkBufferingHints {
  readonly IntervalInSeconds?: number | undefined
  readonly SizeInMBs?: number | undefined
}

export interface SplunkDestinationConfiguration {
  readonly HECEndpoint: string
  readonly HECEndpointType: string
  readonly S3Configuration: S3DestinationConfiguration
  readonly HECToken?: string | undefined
  readonly HECAcknowledgmentTimeoutInSeconds?: number | undefined
  readonly RetryOptions?: SplunkRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly BufferingHints?: SplunkBufferingHints | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface SplunkDestinationDescription {
  readonly HECEndpoint?: string | undefined
  readonly HECEndpointType?: string | undefined
  readonly HECToken?: string | undefined
  readonly HECAcknowledgmentTimeoutInSeconds?: number | undefined
  readonly RetryOptions?: SplunkRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3DestinationDescription?: S3DestinationDescription | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly BufferingHints?: SplunkBufferingHints | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface SplunkDestinationUpdate {
  readonly HECEndpoint?: string | undefined
  readonly HECEndpointType?: string | undefined
  readonly HECToken?: string | undefined
  readonly HECAcknowledgmentTimeoutInSeconds?: number | undefined
  readonly RetryOptions?: SplunkRetryOptions | undefined
  readonly S3BackupMode?: string | undefined
  readonly S3Update?: S3DestinationUpdate | undefined
  readonly ProcessingConfiguration?: ProcessingConfiguration | undefined
  readonly CloudWatchLoggingOptions?: CloudWatchLoggingOptions | undefined
  readonly BufferingHints?: SplunkBufferingHints | undefined
  readonly SecretsManagerConfiguration?: SecretsManagerConfiguration | undefined
}

export interface SplunkRetryOptions {
  readonly DurationInSeconds?: number | undefined
}

export interface TableCreationConfiguration {
  readonly Enabled: boolean
}

export interface Tag {
  readonly Key: string
  readonly Value?: string | undefined
}

export interface UpdateDestinationInput {
  readonly DeliveryStreamName: string
  readonly CurrentDeliveryStreamVersionId: string
  readonly DestinationId: string
  readonly S3DestinationUpdate?: S3DestinationUpdate | undefined
  readonly ExtendedS3DestinationUpdate?: ExtendedS3DestinationUpdate | undefined
  readonly RedshiftDestinationUpdate?: RedshiftDestinationUpdate | undefined
  readonly ElasticsearchDestinationUpdate?: ElasticsearchDestinationUpdate | undefined
  readonly AmazonopensearchserviceDestinationUpdate?: AmazonopensearchserviceDestinationUpdate | undefined
  readonly SplunkDestinationUpdate?: SplunkDestinationUpdate | undefined
  readonly HttpEndpointDestinationUpdate?: HttpEndpointDestinationUpdate | undefined
  readonly AmazonOpenSearchServerlessDestinationUpdate?: AmazonOpenSearchServerlessDestinationUpdate | undefined
  readonly SnowflakeDestinationUpdate?: SnowflakeDestinationUpdate | undefined
  readonly IcebergDestinationUpdate?: IcebergDestinationUpdate | undefined
}

export interface UpdateDestinationOutput {
}

export interface VpcConfiguration {
  readonly SubnetIds: readonly (string)[]
  readonly RoleARN: string
  readonly SecurityGroupIds: readonly (string)[]
}

export interface VpcConfigurationDescription {
  readonly SubnetIds: readonly (string)[]
  readonly RoleARN: string
  readonly SecurityGroupIds: readonly (string)[]
  readonly VpcId: string
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html */
  CreateDeliveryStream: { input: CreateDeliveryStreamInput; output: CreateDeliveryStreamOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeleteDeliveryStream.html */
  DeleteDeliveryStream: { input: DeleteDeliveryStreamInput; output: DeleteDeliveryStreamOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_DescribeDeliveryStream.html */
  DescribeDeliveryStream: { input: DescribeDeliveryStreamInput; output: DescribeDeliveryStreamOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_ListDeliveryStreams.html */
  ListDeliveryStreams: { input: ListDeliveryStreamsInput; output: ListDeliveryStreamsOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecord.html */
  PutRecord: { input: PutRecordInput; output: PutRecordOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html */
  PutRecordBatch: { input: PutRecordBatchInput; output: PutRecordBatchOutput }
  /** @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_UpdateDestination.html */
  UpdateDestination: { input: UpdateDestinationInput; output: UpdateDestinationOutput }
}
