// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    AuditContext: { AdditionalAuditContext: { type: 'string', constraint: 'AuditContextString' }, RequestedColumns: { type: 'list:string', constraint: 'AuditColumnNamesList' }, AllColumnsRequested: { type: 'boolean' } },
    BatchCreatePartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionInputList: { type: 'list:struct:PartitionInput', required: true, constraint: 'PartitionInputList' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    BatchCreatePartitionResponse: { Errors: { type: 'list:struct:PartitionError' } },
    BatchDeletePartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionsToDelete: { type: 'list:struct:PartitionValueList', required: true, constraint: 'BatchDeletePartitionValueList' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    BatchDeletePartitionResponse: { Errors: { type: 'list:struct:PartitionError' } },
    BatchDeleteTableRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TablesToDelete: { type: 'list:string', required: true, constraint: 'BatchDeleteTableNameList' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' } },
    BatchDeleteTableResponse: { Errors: { type: 'list:struct:TableError' } },
    Column: { Name: { type: 'string', required: true, constraint: 'NameString' }, Type: { type: 'string', constraint: 'ColumnTypeString' }, Comment: { type: 'string', constraint: 'CommentString' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' } },
    CreateDatabaseRequest: { DatabaseInput: { type: 'struct:DatabaseInput', required: true }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, Tags: { type: 'map:string', constraint: 'TagsMap' } },
    CreateDatabaseResponse: { },
    CreateIcebergTableInput: { Location: { type: 'string', required: true, constraint: 'LocationString' }, Schema: { type: 'struct:IcebergSchema', required: true }, PartitionSpec: { type: 'struct:IcebergPartitionSpec' }, WriteOrder: { type: 'struct:IcebergSortOrder' }, Properties: { type: 'map:string' } },
    CreatePartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionInput: { type: 'struct:PartitionInput', required: true }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    CreatePartitionResponse: { },
    CreateTableRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, Name: { type: 'string', constraint: 'NameString' }, TableInput: { type: 'struct:TableInput' }, PartitionIndexes: { type: 'list:struct:PartitionIndex' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' }, OpenTableFormatInput: { type: 'struct:OpenTableFormatInput' } },
    CreateTableResponse: { },
    DataLakePrincipal: { DataLakePrincipalIdentifier: { type: 'string', constraint: 'DataLakePrincipalString' } },
    Database: { Name: { type: 'string', required: true }, Description: { type: 'string' }, LocationUri: { type: 'string' }, Parameters: { type: 'map:string' }, CreateTime: { type: 'timestamp' }, CreateTableDefaultPermissions: { type: 'list:struct:PrincipalPermissions' }, TargetDatabase: { type: 'struct:DatabaseIdentifier' }, CatalogId: { type: 'string' }, FederatedDatabase: { type: 'struct:FederatedDatabase' } },
    DatabaseIdentifier: { CatalogId: { type: 'string', constraint: 'CatalogIdString' }, DatabaseName: { type: 'string', constraint: 'NameString' }, Region: { type: 'string', constraint: 'NameString' } },
    DatabaseInput: { Name: { type: 'string', required: true, constraint: 'NameString' }, Description: { type: 'string', constraint: 'DescriptionString' }, LocationUri: { type: 'string', constraint: 'URI' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' }, CreateTableDefaultPermissions: { type: 'list:struct:PrincipalPermissions' }, TargetDatabase: { type: 'struct:DatabaseIdentifier' }, FederatedDatabase: { type: 'struct:FederatedDatabase' } },
    DeleteDatabaseRequest: { Name: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    DeleteDatabaseResponse: { },
    DeletePartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionValues: { type: 'list:string', required: true, constraint: 'ValueStringList' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    DeletePartitionResponse: { },
    DeleteTableRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, Name: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' } },
    DeleteTableResponse: { },
    ErrorDetail: { ErrorCode: { type: 'string' }, ErrorMessage: { type: 'string' } },
    FederatedDatabase: { Identifier: { type: 'string', constraint: 'FederationIdentifier' }, ConnectionName: { type: 'string', constraint: 'NameString' }, ConnectionType: { type: 'string', constraint: 'NameString' } },
    FederatedTable: { Identifier: { type: 'string' }, DatabaseIdentifier: { type: 'string' }, ConnectionName: { type: 'string' }, ConnectionType: { type: 'string' } },
    GetDatabaseRequest: { Name: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    GetDatabaseResponse: { Database: { type: 'struct:Database' } },
    GetDatabasesRequest: { CatalogId: { type: 'string', constraint: 'CatalogIdString' }, NextToken: { type: 'string' }, MaxResults: { type: 'number', constraint: 'CatalogGetterPageSize' }, ResourceShareType: { type: 'string', constraint: 'ResourceShareType' }, AttributesToGet: { type: 'list:string', constraint: 'DatabaseAttributesList' } },
    GetDatabasesResponse: { DatabaseList: { type: 'list:struct:Database', required: true }, NextToken: { type: 'string' } },
    GetPartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionValues: { type: 'list:string', required: true, constraint: 'ValueStringList' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, AuditContext: { type: 'struct:AuditContext' } },
    GetPartitionResponse: { Partition: { type: 'struct:Partition' } },
    GetPartitionsRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, Expression: { type: 'string', constraint: 'PredicateString' }, NextToken: { type: 'string' }, Segment: { type: 'struct:Segment' }, MaxResults: { type: 'number', constraint: 'PageSize' }, ExcludeColumnSchema: { type: 'boolean' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' }, QueryAsOfTime: { type: 'timestamp' }, AuditContext: { type: 'struct:AuditContext' } },
    GetPartitionsResponse: { Partitions: { type: 'list:struct:Partition' }, NextToken: { type: 'string' } },
    GetTableRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, Name: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' }, QueryAsOfTime: { type: 'timestamp' }, AuditContext: { type: 'struct:AuditContext' }, IncludeStatusDetails: { type: 'boolean' }, AttributesToGet: { type: 'list:string', constraint: 'TableAttributesList' } },
    GetTableResponse: { Table: { type: 'struct:Table' } },
    GetTablesRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, Expression: { type: 'string', constraint: 'FilterString' }, NextToken: { type: 'string' }, MaxResults: { type: 'number', constraint: 'CatalogGetterPageSize' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' }, QueryAsOfTime: { type: 'timestamp' }, AuditContext: { type: 'struct:AuditContext' }, ResourceShareType: { type: 'string' }, IncludeStatusDetails: { type: 'boolean' }, AttributesToGet: { type: 'list:string', constraint: 'TableAttributesList' } },
    GetTablesResponse: { TableList: { type: 'list:struct:Table' }, NextToken: { type: 'string' } },
    IcebergEncryptedKey: { KeyId: { type: 'string', required: true, constraint: 'EncryptionKeyIdString' }, EncryptedKeyMetadata: { type: 'string', required: true, constraint: 'EncryptedKeyMetadataString' }, EncryptedById: { type: 'string', constraint: 'EncryptionKeyIdString' }, Properties: { type: 'map:string' } },
    IcebergInput: { MetadataOperation: { type: 'string', required: true, constraint: 'MetadataOperation' }, Version: { type: 'string', constraint: 'VersionString' }, CreateIcebergTableInput: { type: 'struct:CreateIcebergTableInput' } },
    IcebergPartitionField: { SourceId: { type: 'number', required: true }, Transform: { type: 'string', required: true }, Name: { type: 'string', required: true, constraint: 'ColumnNameString' }, FieldId: { type: 'number' } },
    IcebergPartitionSpec: { Fields: { type: 'list:struct:IcebergPartitionField', required: true }, SpecId: { type: 'number' } },
    IcebergSchema: { Fields: { type: 'list:struct:IcebergStructField', required: true }, SchemaId: { type: 'number' }, IdentifierFieldIds: { type: 'list:number' }, Type: { type: 'string', constraint: 'IcebergStructTypeEnum' } },
    IcebergSortField: { SourceId: { type: 'number', required: true }, Transform: { type: 'string', required: true }, Direction: { type: 'string', required: true, constraint: 'IcebergSortDirection' }, NullOrder: { type: 'string', required: true, constraint: 'IcebergNullOrder' } },
    IcebergSortOrder: { OrderId: { type: 'number', required: true }, Fields: { type: 'list:struct:IcebergSortField', required: true } },
    IcebergStructField: { Id: { type: 'number', required: true }, Name: { type: 'string', required: true, constraint: 'ColumnNameString' }, Type: { type: 'json', required: true }, Required: { type: 'boolean', required: true }, Doc: { type: 'string', constraint: 'CommentString' }, InitialDefault: { type: 'json' }, WriteDefault: { type: 'json' } },
    IcebergTableMetadata: { FormatVersion: { type: 'string' }, TableUuid: { type: 'string' }, Location: { type: 'string' }, Properties: { type: 'map:string' }, Schemas: { type: 'list:struct:IcebergSchema' }, CurrentSchemaId: { type: 'number' }, LastColumnId: { type: 'number' }, PartitionSpecs: { type: 'list:struct:IcebergPartitionSpec' }, DefaultSpecId: { type: 'number' }, LastPartitionId: { type: 'number' }, SortOrders: { type: 'list:struct:IcebergSortOrder' }, DefaultSortOrderId: { type: 'number' } },
    IcebergTableUpdate: { Schema: { type: 'struct:IcebergSchema', required: true }, Location: { type: 'string', required: true, constraint: 'LocationString' }, PartitionSpec: { type: 'struct:IcebergPartitionSpec' }, SortOrder: { type: 'struct:IcebergSortOrder' }, Properties: { type: 'map:string' }, Action: { type: 'string', constraint: 'IcebergUpdateAction' }, EncryptionKey: { type: 'struct:IcebergEncryptedKey' }, KeyId: { type: 'string', constraint: 'EncryptionKeyIdString' } },
    OpenTableFormatInput: { IcebergInput: { type: 'struct:IcebergInput' } },
    Order: { Column: { type: 'string', required: true, constraint: 'NameString' }, SortOrder: { type: 'number', required: true, constraint: 'IntegerFlag' } },
    Partition: { Values: { type: 'list:string' }, DatabaseName: { type: 'string' }, TableName: { type: 'string' }, CreationTime: { type: 'timestamp' }, LastAccessTime: { type: 'timestamp' }, StorageDescriptor: { type: 'struct:StorageDescriptor' }, Parameters: { type: 'map:string' }, LastAnalyzedTime: { type: 'timestamp' }, CatalogId: { type: 'string' } },
    PartitionError: { PartitionValues: { type: 'list:string' }, ErrorDetail: { type: 'struct:ErrorDetail' } },
    PartitionIndex: { Keys: { type: 'list:string', required: true, constraint: 'KeyList' }, IndexName: { type: 'string', required: true, constraint: 'NameString' } },
    PartitionInput: { Values: { type: 'list:string', constraint: 'ValueStringList' }, LastAccessTime: { type: 'timestamp' }, StorageDescriptor: { type: 'struct:StorageDescriptor' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' }, LastAnalyzedTime: { type: 'timestamp' } },
    PartitionValueList: { Values: { type: 'list:string', required: true, constraint: 'ValueStringList' } },
    PrincipalPermissions: { Principal: { type: 'struct:DataLakePrincipal' }, Permissions: { type: 'list:string', constraint: 'PermissionList' } },
    RLSProperties: { DefaultRLSPolicy: { type: 'string' } },
    SchemaId: { SchemaArn: { type: 'string', constraint: 'GlueResourceArn' }, SchemaName: { type: 'string', constraint: 'SchemaRegistryNameString' }, RegistryName: { type: 'string', constraint: 'SchemaRegistryNameString' } },
    SchemaReference: { SchemaId: { type: 'struct:SchemaId' }, SchemaVersionId: { type: 'string', constraint: 'SchemaVersionIdString' }, SchemaVersionNumber: { type: 'number', constraint: 'VersionLongNumber' } },
    Segment: { SegmentNumber: { type: 'number', required: true, constraint: 'NonNegativeInteger' }, TotalSegments: { type: 'number', required: true, constraint: 'TotalSegmentsInteger' } },
    SerDeInfo: { Name: { type: 'string', constraint: 'NameString' }, SerializationLibrary: { type: 'string', constraint: 'NameString' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' } },
    SkewedInfo: { SkewedColumnNames: { type: 'list:string', constraint: 'NameStringList' }, SkewedColumnValues: { type: 'list:string' }, SkewedColumnValueLocationMaps: { type: 'map:string' } },
    StatusDetails: { RequestedChange: { type: 'struct:Table' }, ViewValidations: { type: 'list:struct:ViewValidation' } },
    StorageDescriptor: { Columns: { type: 'list:struct:Column' }, Location: { type: 'string', constraint: 'LocationString' }, AdditionalLocations: { type: 'list:string', constraint: 'LocationStringList' }, InputFormat: { type: 'string', constraint: 'FormatString' }, OutputFormat: { type: 'string', constraint: 'FormatString' }, Compressed: { type: 'boolean' }, NumberOfBuckets: { type: 'number' }, SerdeInfo: { type: 'struct:SerDeInfo' }, BucketColumns: { type: 'list:string', constraint: 'NameStringList' }, SortColumns: { type: 'list:struct:Order' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' }, SkewedInfo: { type: 'struct:SkewedInfo' }, StoredAsSubDirectories: { type: 'boolean' }, SchemaReference: { type: 'struct:SchemaReference' } },
    SubObjectStatistics: { SourceType: { type: 'string' }, GlueVersionId: { type: 'string' }, PartitionCount: { type: 'number' }, FileCount: { type: 'number' }, TotalFileBytes: { type: 'number' } },
    Table: { Name: { type: 'string', required: true }, DatabaseName: { type: 'string' }, Description: { type: 'string' }, Owner: { type: 'string' }, CreateTime: { type: 'timestamp' }, UpdateTime: { type: 'timestamp' }, LastAccessTime: { type: 'timestamp' }, LastAnalyzedTime: { type: 'timestamp' }, Retention: { type: 'number' }, StorageDescriptor: { type: 'struct:StorageDescriptor' }, PartitionKeys: { type: 'list:struct:Column' }, ViewOriginalText: { type: 'string' }, ViewExpandedText: { type: 'string' }, TableType: { type: 'string' }, Parameters: { type: 'map:string' }, CreatedBy: { type: 'string' }, IsRegisteredWithLakeFormation: { type: 'boolean' }, TargetTable: { type: 'struct:TableIdentifier' }, CatalogId: { type: 'string' }, VersionId: { type: 'string' }, FederatedTable: { type: 'struct:FederatedTable' }, ViewDefinition: { type: 'struct:ViewDefinition' }, IsMultiDialectView: { type: 'boolean' }, IsMaterializedView: { type: 'boolean' }, IcebergTableMetadata: { type: 'struct:IcebergTableMetadata' }, Status: { type: 'struct:TableStatus' }, RLSProperties: { type: 'struct:RLSProperties' } },
    TableError: { TableName: { type: 'string' }, ErrorDetail: { type: 'struct:ErrorDetail' } },
    TableIdentifier: { CatalogId: { type: 'string', constraint: 'CatalogIdString' }, DatabaseName: { type: 'string', constraint: 'NameString' }, Name: { type: 'string', constraint: 'NameString' }, Region: { type: 'string', constraint: 'NameString' } },
    TableInput: { Name: { type: 'string', required: true, constraint: 'NameString' }, Description: { type: 'string', constraint: 'DescriptionString' }, Owner: { type: 'string', constraint: 'NameString' }, LastAccessTime: { type: 'timestamp' }, LastAnalyzedTime: { type: 'timestamp' }, Retention: { type: 'number', constraint: 'NonNegativeInteger' }, StorageDescriptor: { type: 'struct:StorageDescriptor' }, PartitionKeys: { type: 'list:struct:Column' }, ViewOriginalText: { type: 'string', constraint: 'ViewTextString' }, ViewExpandedText: { type: 'string', constraint: 'ViewTextString' }, TableType: { type: 'string', constraint: 'TableTypeString' }, Parameters: { type: 'map:string', constraint: 'ParametersMap' }, TargetTable: { type: 'struct:TableIdentifier' }, FederatedTable: { type: 'struct:FederatedTable' }, ViewDefinition: { type: 'struct:ViewDefinitionInput' } },
    TableStatus: { RequestedBy: { type: 'string' }, UpdatedBy: { type: 'string' }, RequestTime: { type: 'timestamp' }, UpdateTime: { type: 'timestamp' }, Action: { type: 'string' }, State: { type: 'string' }, Error: { type: 'struct:ErrorDetail' }, Details: { type: 'struct:StatusDetails' } },
    UpdateDatabaseRequest: { Name: { type: 'string', required: true, constraint: 'NameString' }, DatabaseInput: { type: 'struct:DatabaseInput', required: true }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    UpdateDatabaseResponse: { },
    UpdateIcebergInput: { UpdateIcebergTableInput: { type: 'struct:UpdateIcebergTableInput', required: true } },
    UpdateIcebergTableInput: { Updates: { type: 'list:struct:IcebergTableUpdate', required: true } },
    UpdateOpenTableFormatInput: { UpdateIcebergInput: { type: 'struct:UpdateIcebergInput' } },
    UpdatePartitionRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, TableName: { type: 'string', required: true, constraint: 'NameString' }, PartitionValueList: { type: 'list:string', required: true, constraint: 'BoundedPartitionValueList' }, PartitionInput: { type: 'struct:PartitionInput', required: true }, CatalogId: { type: 'string', constraint: 'CatalogIdString' } },
    UpdatePartitionResponse: { },
    UpdateTableRequest: { DatabaseName: { type: 'string', required: true, constraint: 'NameString' }, CatalogId: { type: 'string', constraint: 'CatalogIdString' }, Name: { type: 'string', constraint: 'NameString' }, TableInput: { type: 'struct:TableInput' }, SkipArchive: { type: 'boolean' }, TransactionId: { type: 'string', constraint: 'TransactionIdString' }, VersionId: { type: 'string', constraint: 'VersionString' }, ViewUpdateAction: { type: 'string', constraint: 'ViewUpdateAction' }, Force: { type: 'boolean' }, UpdateOpenTableFormatInput: { type: 'struct:UpdateOpenTableFormatInput' } },
    UpdateTableResponse: { },
    ViewDefinition: { IsProtected: { type: 'boolean' }, IsManaged: { type: 'boolean' }, Definer: { type: 'string' }, ViewVersionId: { type: 'number' }, ViewVersionToken: { type: 'string' }, RefreshSeconds: { type: 'number' }, LastRefreshType: { type: 'string' }, SubObjects: { type: 'list:string' }, SubObjectVersionIds: { type: 'list:number' }, SubObjectsStatistics: { type: 'list:struct:SubObjectStatistics' }, Representations: { type: 'list:struct:ViewRepresentation' }, SparkPipelineInfo: { type: 'map:string' } },
    ViewDefinitionInput: { IsProtected: { type: 'boolean' }, IsManaged: { type: 'boolean' }, Definer: { type: 'string', constraint: 'ArnString' }, Representations: { type: 'list:struct:ViewRepresentationInput', constraint: 'ViewRepresentationInputList' }, ViewVersionId: { type: 'number', constraint: 'TableVersionId' }, ViewVersionToken: { type: 'string', constraint: 'VersionString' }, RefreshSeconds: { type: 'number' }, LastRefreshType: { type: 'string', constraint: 'LastRefreshType' }, SubObjects: { type: 'list:string', constraint: 'ViewSubObjectsList' }, SubObjectVersionIds: { type: 'list:number', constraint: 'ViewSubObjectVersionIdsList' }, SubObjectsStatistics: { type: 'list:struct:SubObjectStatistics' }, SparkPipelineInfo: { type: 'map:string' } },
    ViewRepresentation: { Dialect: { type: 'string' }, DialectVersion: { type: 'string' }, ViewOriginalText: { type: 'string' }, ViewExpandedText: { type: 'string' }, ValidationConnection: { type: 'string' }, IsStale: { type: 'boolean' } },
    ViewRepresentationInput: { Dialect: { type: 'string', constraint: 'ViewDialect' }, DialectVersion: { type: 'string', constraint: 'ViewDialectVersionString' }, ViewOriginalText: { type: 'string', constraint: 'ViewTextString' }, ValidationConnection: { type: 'string', constraint: 'NameString' }, ViewExpandedText: { type: 'string', constraint: 'ViewTextString' } },
    ViewValidation: { Dialect: { type: 'string' }, DialectVersion: { type: 'string' }, ViewValidationText: { type: 'string' }, UpdateTime: { type: 'timestamp' }, State: { type: 'string' }, Error: { type: 'struct:ErrorDetail' } },
  },
  constraints: {
    ArnString: {"min":20,"max":2048},
    AuditColumnNamesList: {"of":"ColumnNameString"},
    AuditContextString: {"min":0,"max":2048},
    BatchDeletePartitionValueList: {"min":0,"max":25},
    BatchDeleteTableNameList: {"min":0,"max":100,"of":"NameString"},
    BoundedPartitionValueList: {"min":0,"max":100,"of":"ValueString"},
    CatalogGetterPageSize: {"min":1,"max":100},
    CatalogIdString: {"min":1,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    ColumnNameString: {"min":1,"max":1024,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    ColumnTypeString: {"min":0,"max":131072,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    CommentString: {"min":0,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    DataLakePrincipalString: {"min":1,"max":255},
    DatabaseAttributes: {"oneOf":["NAME","TARGET_DATABASE"]},
    DatabaseAttributesList: {"of":"DatabaseAttributes"},
    DescriptionString: {"min":0,"max":2048,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    EncryptedKeyMetadataString: {"max":2056,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    EncryptionKeyIdString: {"max":2056,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    FederationIdentifier: {"min":1,"max":512,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    FilterString: {"min":0,"max":2048,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    FormatString: {"max":128,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    GlueResourceArn: {"min":1,"max":10240,"pattern":"arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*"},
    IcebergNullOrder: {"oneOf":["nulls-first","nulls-last"]},
    IcebergSortDirection: {"oneOf":["asc","desc"]},
    IcebergStructTypeEnum: {"oneOf":["struct"]},
    IcebergUpdateAction: {"oneOf":["add-schema","set-current-schema","add-spec","set-default-spec","add-sort-order","set-default-sort-order","set-location","set-properties","remove-properties","add-encryption-key","remove-encryption-key"]},
    IntegerFlag: {"min":0,"max":1},
    KeyList: {"min":1,"of":"NameString"},
    KeyString: {"min":1,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    LastRefreshType: {"oneOf":["FULL","INCREMENTAL"]},
    LocationString: {"max":2056,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    LocationStringList: {"of":"LocationString"},
    MetadataOperation: {"oneOf":["CREATE"]},
    NameString: {"min":1,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    NameStringList: {"of":"NameString"},
    NonNegativeInteger: {"min":0},
    PageSize: {"min":1,"max":1000},
    ParametersMap: {"of":"ParametersMapValue","key":"KeyString"},
    ParametersMapValue: {"max":512000},
    PartitionInputList: {"min":0,"max":100},
    Permission: {"oneOf":["ALL","SELECT","ALTER","DROP","DELETE","INSERT","CREATE_DATABASE","CREATE_TABLE","DATA_LOCATION_ACCESS"]},
    PermissionList: {"of":"Permission"},
    PredicateString: {"min":0,"max":2048,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    ResourceShareType: {"oneOf":["FOREIGN","ALL","FEDERATED"]},
    SchemaRegistryNameString: {"min":1,"max":255,"pattern":"[a-zA-Z0-9-_$#.]+"},
    SchemaVersionIdString: {"min":36,"max":36,"pattern":"[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"},
    TableAttributes: {"oneOf":["NAME","TABLE_TYPE","DEFAULT","LATEST_ICEBERG_METADATA"]},
    TableAttributesList: {"of":"TableAttributes"},
    TableTypeString: {"max":255},
    TableVersionId: {"min":-1},
    TagKey: {"min":1,"max":128},
    TagValue: {"min":0,"max":256},
    TagsMap: {"min":0,"max":50,"of":"TagValue","key":"TagKey"},
    TotalSegmentsInteger: {"min":1,"max":10},
    TransactionIdString: {"min":1,"max":255,"pattern":"[\\p{L}\\p{N}\\p{P}]*"},
    URI: {"min":1,"max":1024,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*"},
    ValueString: {"min":1,"max":1024},
    ValueStringList: {"of":"ValueString"},
    VersionLongNumber: {"min":1,"max":100000},
    VersionString: {"min":1,"max":255,"pattern":"[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*"},
    ViewDialect: {"oneOf":["REDSHIFT","ATHENA","SPARK"]},
    ViewDialectVersionString: {"min":1,"max":255},
    ViewRepresentationInputList: {"min":1,"max":10},
    ViewSubObjectVersionIdsList: {"min":0,"max":250,"of":"TableVersionId"},
    ViewSubObjectsList: {"min":0,"max":10,"of":"ArnString"},
    ViewTextString: {"max":409600},
    ViewUpdateAction: {"oneOf":["ADD","REPLACE","ADD_OR_REPLACE","DROP"]},
  },
  shapesOf: {
    BatchCreatePartition: { input: 'BatchCreatePartitionRequest', output: 'BatchCreatePartitionResponse' },
    BatchDeletePartition: { input: 'BatchDeletePartitionRequest', output: 'BatchDeletePartitionResponse' },
    BatchDeleteTable: { input: 'BatchDeleteTableRequest', output: 'BatchDeleteTableResponse' },
    CreateDatabase: { input: 'CreateDatabaseRequest', output: 'CreateDatabaseResponse' },
    CreatePartition: { input: 'CreatePartitionRequest', output: 'CreatePartitionResponse' },
    CreateTable: { input: 'CreateTableRequest', output: 'CreateTableResponse' },
    DeleteDatabase: { input: 'DeleteDatabaseRequest', output: 'DeleteDatabaseResponse' },
    DeletePartition: { input: 'DeletePartitionRequest', output: 'DeletePartitionResponse' },
    DeleteTable: { input: 'DeleteTableRequest', output: 'DeleteTableResponse' },
    GetDatabase: { input: 'GetDatabaseRequest', output: 'GetDatabaseResponse' },
    GetDatabases: { input: 'GetDatabasesRequest', output: 'GetDatabasesResponse' },
    GetPartition: { input: 'GetPartitionRequest', output: 'GetPartitionResponse' },
    GetPartitions: { input: 'GetPartitionsRequest', output: 'GetPartitionsResponse' },
    GetTable: { input: 'GetTableRequest', output: 'GetTableResponse' },
    GetTables: { input: 'GetTablesRequest', output: 'GetTablesResponse' },
    UpdateDatabase: { input: 'UpdateDatabaseRequest', output: 'UpdateDatabaseResponse' },
    UpdatePartition: { input: 'UpdatePartitionRequest', output: 'UpdatePartitionResponse' },
    UpdateTable: { input: 'UpdateTableRequest', output: 'UpdateTableResponse' },
  },
}

export interface AuditContext {
  readonly AdditionalAuditContext?: string | undefined
  readonly RequestedColumns?: readonly (string)[] | undefined
  readonly AllColumnsRequested?: boolean | undefined
}

export interface BatchCreatePartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionInputList: readonly (PartitionInput)[]
  readonly CatalogId?: string | undefined
}

export interface BatchCreatePartitionResponse {
  readonly Errors?: readonly (PartitionError)[] | undefined
}

export interface BatchDeletePartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionsToDelete: readonly (PartitionValueList)[]
  readonly CatalogId?: string | undefined
}

export interface BatchDeletePartitionResponse {
  readonly Errors?: readonly (PartitionError)[] | undefined
}

export interface BatchDeleteTableRequest {
  readonly DatabaseName: string
  readonly TablesToDelete: readonly (string)[]
  readonly CatalogId?: string | undefined
  readonly TransactionId?: string | undefined
}

export interface BatchDeleteTableResponse {
  readonly Errors?: readonly (TableError)[] | undefined
}

export interface Column {
  readonly Name: string
  readonly Type?: string | undefined
  readonly Comment?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
}

export interface CreateDatabaseRequest {
  readonly DatabaseInput: DatabaseInput
  readonly CatalogId?: string | undefined
  readonly Tags?: Readonly<Record<string, string>> | undefined
}

export interface CreateDatabaseResponse {
}

export interface CreateIcebergTableInput {
  readonly Location: string
  readonly Schema: IcebergSchema
  readonly PartitionSpec?: IcebergPartitionSpec | undefined
  readonly WriteOrder?: IcebergSortOrder | undefined
  readonly Properties?: Readonly<Record<string, string>> | undefined
}

export interface CreatePartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionInput: PartitionInput
  readonly CatalogId?: string | undefined
}

export interface CreatePartitionResponse {
}

export interface CreateTableRequest {
  readonly DatabaseName: string
  readonly CatalogId?: string | undefined
  readonly Name?: string | undefined
  readonly TableInput?: TableInput | undefined
  readonly PartitionIndexes?: readonly (PartitionIndex)[] | undefined
  readonly TransactionId?: string | undefined
  readonly OpenTableFormatInput?: OpenTableFormatInput | undefined
}

export interface CreateTableResponse {
}

export interface DataLakePrincipal {
  readonly DataLakePrincipalIdentifier?: string | undefined
}

export interface Database {
  readonly Name: string
  readonly Description?: string | undefined
  readonly LocationUri?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly CreateTime?: number | undefined
  readonly CreateTableDefaultPermissions?: readonly (PrincipalPermissions)[] | undefined
  readonly TargetDatabase?: DatabaseIdentifier | undefined
  readonly CatalogId?: string | undefined
  readonly FederatedDatabase?: FederatedDatabase | undefined
}

export interface DatabaseIdentifier {
  readonly CatalogId?: string | undefined
  readonly DatabaseName?: string | undefined
  readonly Region?: string | undefined
}

export interface DatabaseInput {
  readonly Name: string
  readonly Description?: string | undefined
  readonly LocationUri?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly CreateTableDefaultPermissions?: readonly (PrincipalPermissions)[] | undefined
  readonly TargetDatabase?: DatabaseIdentifier | undefined
  readonly FederatedDatabase?: FederatedDatabase | undefined
}

export interface DeleteDatabaseRequest {
  readonly Name: string
  readonly CatalogId?: string | undefined
}

export interface DeleteDatabaseResponse {
}

export interface DeletePartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionValues: readonly (string)[]
  readonly CatalogId?: string | undefined
}

export interface DeletePartitionResponse {
}

export interface DeleteTableRequest {
  readonly DatabaseName: string
  readonly Name: string
  readonly CatalogId?: string | undefined
  readonly TransactionId?: string | undefined
}

export interface DeleteTableResponse {
}

export interface ErrorDetail {
  readonly ErrorCode?: string | undefined
  readonly ErrorMessage?: string | undefined
}

export interface FederatedDatabase {
  readonly Identifier?: string | undefined
  readonly ConnectionName?: string | undefined
  readonly ConnectionType?: string | undefined
}

export interface FederatedTable {
  readonly Identifier?: string | undefined
  readonly DatabaseIdentifier?: string | undefined
  readonly ConnectionName?: string | undefined
  readonly ConnectionType?: string | undefined
}

export interface GetDatabaseRequest {
  readonly Name: string
  readonly CatalogId?: string | undefined
}

export interface GetDatabaseResponse {
  readonly Database?: Database | undefined
}

export interface GetDatabasesRequest {
  readonly CatalogId?: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
  readonly ResourceShareType?: string | undefined
  readonly AttributesToGet?: readonly (string)[] | undefined
}

export interface GetDatabasesResponse {
  readonly DatabaseList: readonly (Database)[]
  readonly NextToken?: string | undefined
}

export interface GetPartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionValues: readonly (string)[]
  readonly CatalogId?: string | undefined
  readonly AuditContext?: AuditContext | undefined
}

export interface GetPartitionResponse {
  readonly Partition?: Partition | undefined
}

export interface GetPartitionsRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly CatalogId?: string | undefined
  readonly Expression?: string | undefined
  readonly NextToken?: string | undefined
  readonly Segment?: Segment | undefined
  readonly MaxResults?: number | undefined
  readonly ExcludeColumnSchema?: boolean | undefined
  readonly TransactionId?: string | undefined
  readonly QueryAsOfTime?: number | undefined
  readonly AuditContext?: AuditContext | undefined
}

export interface GetPartitionsResponse {
  readonly Partitions?: readonly (Partition)[] | undefined
  readonly NextToken?: string | undefined
}

export interface GetTableRequest {
  readonly DatabaseName: string
  readonly Name: string
  readonly CatalogId?: string | undefined
  readonly TransactionId?: string | undefined
  readonly QueryAsOfTime?: number | undefined
  readonly AuditContext?: AuditContext | undefined
  readonly IncludeStatusDetails?: boolean | undefined
  readonly AttributesToGet?: readonly (string)[] | undefined
}

export interface GetTableResponse {
  readonly Table?: Table | undefined
}

export interface GetTablesRequest {
  readonly DatabaseName: string
  readonly CatalogId?: string | undefined
  readonly Expression?: string | undefined
  readonly NextToken?: string | undefined
  readonly MaxResults?: number | undefined
  readonly TransactionId?: string | undefined
  readonly QueryAsOfTime?: number | undefined
  readonly AuditContext?: AuditContext | undefined
  readonly ResourceShareType?: string | undefined
  readonly IncludeStatusDetails?: boolean | undefined
  readonly AttributesToGet?: readonly (string)[] | undefined
}

export interface GetTablesResponse {
  readonly TableList?: readonly (Table)[] | undefined
  readonly NextToken?: string | undefined
}

export interface IcebergEncryptedKey {
  readonly KeyId: string
  readonly EncryptedKeyMetadata: string
  readonly EncryptedById?: string | undefined
  readonly Properties?: Readonly<Record<string, string>> | undefined
}

export interface IcebergInput {
  readonly MetadataOperation: string
  readonly Version?: string | undefined
  readonly CreateIcebergTableInput?: CreateIcebergTableInput | undefined
}

export interface IcebergPartitionField {
  readonly SourceId: number
  readonly Transform: string
  readonly Name: string
  readonly FieldId?: number | undefined
}

export interface IcebergPartitionSpec {
  readonly Fields: readonly (IcebergPartitionField)[]
  readonly SpecId?: number | undefined
}

export interface IcebergSchema {
  readonly Fields: readonly (IcebergStructField)[]
  readonly SchemaId?: number | undefined
  readonly IdentifierFieldIds?: readonly (number)[] | undefined
  readonly Type?: string | undefined
}

export interface IcebergSortField {
  readonly SourceId: number
  readonly Transform: string
  readonly Direction: string
  readonly NullOrder: string
}

export interface IcebergSortOrder {
  readonly OrderId: number
  readonly Fields: readonly (IcebergSortField)[]
}

export interface IcebergStructField {
  readonly Id: number
  readonly Name: string
  readonly Type: unknown
  readonly Required: boolean
  readonly Doc?: string | undefined
  readonly InitialDefault?: unknown | undefined
  readonly WriteDefault?: unknown | undefined
}

export interface IcebergTableMetadata {
  readonly FormatVersion?: string | undefined
  readonly TableUuid?: string | undefined
  readonly Location?: string | undefined
  readonly Properties?: Readonly<Record<string, string>> | undefined
  readonly Schemas?: readonly (IcebergSchema)[] | undefined
  readonly CurrentSchemaId?: number | undefined
  readonly LastColumnId?: number | undefined
  readonly PartitionSpecs?: readonly (IcebergPartitionSpec)[] | undefined
  readonly DefaultSpecId?: number | undefined
  readonly LastPartitionId?: number | undefined
  readonly SortOrders?: readonly (IcebergSortOrder)[] | undefined
  readonly DefaultSortOrderId?: number | undefined
}

export interface IcebergTableUpdate {
  readonly Schema: IcebergSchema
  readonly Location: string
  readonly PartitionSpec?: IcebergPartitionSpec | undefined
  readonly SortOrder?: IcebergSortOrder | undefined
  readonly Properties?: Readonly<Record<string, string>> | undefined
  readonly Action?: string | undefined
  readonly EncryptionKey?: IcebergEncryptedKey | undefined
  readonly KeyId?: string | undefined
}

export interface OpenTableFormatInput {
  readonly IcebergInput?: IcebergInput | undefined
}

export interface Order {
  readonly Column: string
  readonly SortOrder: number
}

export interface Partition {
  readonly Values?: readonly (string)[] | undefined
  readonly DatabaseName?: string | undefined
  readonly TableName?: string | undefined
  readonly CreationTime?: number | undefined
  readonly LastAccessTime?: number | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly LastAnalyzedTime?: number | undefined
  readonly CatalogId?: string | undefined
}

export interface PartitionError {
  readonly PartitionValues?: readonly (string)[] | undefined
  readonly ErrorDetail?: ErrorDetail | undefined
}

export interface PartitionIndex {
  readonly Keys: readonly (string)[]
  readonly IndexName: string
}

export interface PartitionInput {
  readonly Values?: readonly (string)[] | undefined
  readonly LastAccessTime?: number | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly LastAnalyzedTime?: number | undefined
}

export interface PartitionValueList {
  readonly Values: readonly (string)[]
}

export interface PrincipalPermissions {
  readonly Principal?: DataLakePrincipal | undefined
  readonly Permissions?: readonly (string)[] | undefined
}

export interface RLSProperties {
  readonly DefaultRLSPolicy?: string | undefined
}

export interface SchemaId {
  readonly SchemaArn?: string | undefined
  readonly SchemaName?: string | undefined
  readonly RegistryName?: string | undefined
}

export interface SchemaReference {
  readonly SchemaId?: SchemaId | undefined
  readonly SchemaVersionId?: string | undefined
  readonly SchemaVersionNumber?: number | undefined
}

export interface Segment {
  readonly SegmentNumber: number
  readonly TotalSegments: number
}

export interface SerDeInfo {
  readonly Name?: string | undefined
  readonly SerializationLibrary?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
}

export interface SkewedInfo {
  readonly SkewedColumnNames?: readonly (string)[] | undefined
  readonly SkewedColumnValues?: readonly (string)[] | undefined
  readonly SkewedColumnValueLocationMaps?: Readonly<Record<string, string>> | undefined
}

export interface StatusDetails {
  readonly RequestedChange?: Table | undefined
  readonly ViewValidations?: readonly (ViewValidation)[] | undefined
}

export interface StorageDescriptor {
  readonly Columns?: readonly (Column)[] | undefined
  readonly Location?: string | undefined
  readonly AdditionalLocations?: readonly (string)[] | undefined
  readonly InputFormat?: string | undefined
  readonly OutputFormat?: string | undefined
  readonly Compressed?: boolean | undefined
  readonly NumberOfBuckets?: number | undefined
  readonly SerdeInfo?: SerDeInfo | undefined
  readonly BucketColumns?: readonly (string)[] | undefined
  readonly SortColumns?: readonly (Order)[] | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly SkewedInfo?: SkewedInfo | undefined
  readonly StoredAsSubDirectories?: boolean | undefined
  readonly SchemaReference?: SchemaReference | undefined
}

export interface SubObjectStatistics {
  readonly SourceType?: string | undefined
  readonly GlueVersionId?: string | undefined
  readonly PartitionCount?: number | undefined
  readonly FileCount?: number | undefined
  readonly TotalFileBytes?: number | undefined
}

export interface Table {
  readonly Name: string
  readonly DatabaseName?: string | undefined
  readonly Description?: string | undefined
  readonly Owner?: string | undefined
  readonly CreateTime?: number | undefined
  readonly UpdateTime?: number | undefined
  readonly LastAccessTime?: number | undefined
  readonly LastAnalyzedTime?: number | undefined
  readonly Retention?: number | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
  readonly PartitionKeys?: readonly (Column)[] | undefined
  readonly ViewOriginalText?: string | undefined
  readonly ViewExpandedText?: string | undefined
  readonly TableType?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly CreatedBy?: string | undefined
  readonly IsRegisteredWithLakeFormation?: boolean | undefined
  readonly TargetTable?: TableIdentifier | undefined
  readonly CatalogId?: string | undefined
  readonly VersionId?: string | undefined
  readonly FederatedTable?: FederatedTable | undefined
  readonly ViewDefinition?: ViewDefinition | undefined
  readonly IsMultiDialectView?: boolean | undefined
  readonly IsMaterializedView?: boolean | undefined
  readonly IcebergTableMetadata?: IcebergTableMetadata | undefined
  readonly Status?: TableStatus | undefined
  readonly RLSProperties?: RLSProperties | undefined
}

export interface TableError {
  readonly TableName?: string | undefined
  readonly ErrorDetail?: ErrorDetail | undefined
}

export interface TableIdentifier {
  readonly CatalogId?: string | undefined
  readonly DatabaseName?: string | undefined
  readonly Name?: string | undefined
  readonly Region?: string | undefined
}

export interface TableInput {
  readonly Name: string
  readonly Description?: string | undefined
  readonly Owner?: string | undefined
  readonly LastAccessTime?: number | undefined
  readonly LastAnalyzedTime?: number | undefined
  readonly Retention?: number | undefined
  readonly StorageDescriptor?: StorageDescriptor | undefined
  readonly PartitionKeys?: readonly (Column)[] | undefined
  readonly ViewOriginalText?: string | undefined
  readonly ViewExpandedText?: string | undefined
  readonly TableType?: string | undefined
  readonly Parameters?: Readonly<Record<string, string>> | undefined
  readonly TargetTable?: TableIdentifier | undefined
  readonly FederatedTable?: FederatedTable | undefined
  readonly ViewDefinition?: ViewDefinitionInput | undefined
}

export interface TableStatus {
  readonly RequestedBy?: string | undefined
  readonly UpdatedBy?: string | undefined
  readonly RequestTime?: number | undefined
  readonly UpdateTime?: number | undefined
  readonly Action?: string | undefined
  readonly State?: string | undefined
  readonly Error?: ErrorDetail | undefined
  readonly Details?: StatusDetails | undefined
}

export interface UpdateDatabaseRequest {
  readonly Name: string
  readonly DatabaseInput: DatabaseInput
  readonly CatalogId?: string | undefined
}

export interface UpdateDatabaseResponse {
}

export interface UpdateIcebergInput {
  readonly UpdateIcebergTableInput: UpdateIcebergTableInput
}

export interface UpdateIcebergTableInput {
  readonly Updates: readonly (IcebergTableUpdate)[]
}

export interface UpdateOpenTableFormatInput {
  readonly UpdateIcebergInput?: UpdateIcebergInput | undefined
}

export interface UpdatePartitionRequest {
  readonly DatabaseName: string
  readonly TableName: string
  readonly PartitionValueList: readonly (string)[]
  readonly PartitionInput: PartitionInput
  readonly CatalogId?: string | undefined
}

export interface UpdatePartitionResponse {
}

export interface UpdateTableRequest {
  readonly DatabaseName: string
  readonly CatalogId?: string | undefined
  readonly Name?: string | undefined
  readonly TableInput?: TableInput | undefined
  readonly SkipArchive?: boolean | undefined
  readonly TransactionId?: string | undefined
  readonly VersionId?: string | undefined
  readonly ViewUpdateAction?: string | undefined
  readonly Force?: boolean | undefined
  readonly UpdateOpenTableFormatInput?: UpdateOpenTableFormatInput | undefined
}

export interface UpdateTableResponse {
}

export interface ViewDefinition {
  readonly IsProtected?: boolean | undefined
  readonly IsManaged?: boolean | undefined
  readonly Definer?: string | undefined
  readonly ViewVersionId?: number | undefined
  readonly ViewVersionToken?: string | undefined
  readonly RefreshSeconds?: number | undefined
  readonly LastRefreshType?: string | undefined
  readonly SubObjects?: readonly (string)[] | undefined
  readonly SubObjectVersionIds?: readonly (number)[] | undefined
  readonly SubObjectsStatistics?: readonly (SubObjectStatistics)[] | undefined
  readonly Representations?: readonly (ViewRepresentation)[] | undefined
  readonly SparkPipelineInfo?: Readonly<Record<string, string>> | undefined
}

export interface ViewDefinitionInput {
  readonly IsProtected?: boolean | undefined
  readonly IsManaged?: boolean | undefined
  readonly Definer?: string | undefined
  readonly Representations?: readonly (ViewRepresentationInput)[] | undefined
  readonly ViewVersionId?: number | undefined
  readonly ViewVersionToken?: string | undefined
  readonly RefreshSeconds?: number | undefined
  readonly LastRefreshType?: string | undefined
  readonly SubObjects?: readonly (string)[] | undefined
  readonly SubObjectVersionIds?: readonly (number)[] | undefined
  readonly SubObjectsStatistics?: readonly (SubObjectStatistics)[] | undefined
  readonly SparkPipelineInfo?: Readonly<Record<string, string>> | undefined
}

export interface ViewRepresentation {
  readonly Dialect?: string | undefined
  readonly DialectVersion?: string | undefined
  readonly ViewOriginalText?: string | undefined
  readonly ViewExpandedText?: string | undefined
  readonly ValidationConnection?: string | undefined
  readonly IsStale?: boolean | undefined
}

export interface ViewRepresentationInput {
  readonly Dialect?: string | undefined
  readonly DialectVersion?: string | undefined
  readonly ViewOriginalText?: string | undefined
  readonly ValidationConnection?: string | undefined
  readonly ViewExpandedText?: string | undefined
}

export interface ViewValidation {
  readonly Dialect?: string | undefined
  readonly DialectVersion?: string | undefined
  readonly ViewValidationText?: string | undefined
  readonly UpdateTime?: number | undefined
  readonly State?: string | undefined
  readonly Error?: ErrorDetail | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_BatchCreatePartition.html */
  BatchCreatePartition: { input: BatchCreatePartitionRequest; output: BatchCreatePartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_BatchDeletePartition.html */
  BatchDeletePartition: { input: BatchDeletePartitionRequest; output: BatchDeletePartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_BatchDeleteTable.html */
  BatchDeleteTable: { input: BatchDeleteTableRequest; output: BatchDeleteTableResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateDatabase.html */
  CreateDatabase: { input: CreateDatabaseRequest; output: CreateDatabaseResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreatePartition.html */
  CreatePartition: { input: CreatePartitionRequest; output: CreatePartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateTable.html */
  CreateTable: { input: CreateTableRequest; output: CreateTableResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteDatabase.html */
  DeleteDatabase: { input: DeleteDatabaseRequest; output: DeleteDatabaseResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_DeletePartition.html */
  DeletePartition: { input: DeletePartitionRequest; output: DeletePartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_DeleteTable.html */
  DeleteTable: { input: DeleteTableRequest; output: DeleteTableResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetDatabase.html */
  GetDatabase: { input: GetDatabaseRequest; output: GetDatabaseResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetDatabases.html */
  GetDatabases: { input: GetDatabasesRequest; output: GetDatabasesResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartition.html */
  GetPartition: { input: GetPartitionRequest; output: GetPartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetPartitions.html */
  GetPartitions: { input: GetPartitionsRequest; output: GetPartitionsResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetTable.html */
  GetTable: { input: GetTableRequest; output: GetTableResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_GetTables.html */
  GetTables: { input: GetTablesRequest; output: GetTablesResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateDatabase.html */
  UpdateDatabase: { input: UpdateDatabaseRequest; output: UpdateDatabaseResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_UpdatePartition.html */
  UpdatePartition: { input: UpdatePartitionRequest; output: UpdatePartitionResponse }
  /** @see https://docs.aws.amazon.com/glue/latest/webapi/API_UpdateTable.html */
  UpdateTable: { input: UpdateTableRequest; output: UpdateTableResponse }
}
