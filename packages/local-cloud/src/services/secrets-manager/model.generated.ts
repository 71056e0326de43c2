// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    DescribeSecretRequest: { SecretId: { type: 'string', required: true, constraint: 'SecretIdType' } },
    DescribeSecretResponse: { ARN: { type: 'string' }, Name: { type: 'string' }, Type: { type: 'string' }, Description: { type: 'string' }, KmsKeyId: { type: 'string' }, RotationEnabled: { type: 'boolean' }, RotationLambdaARN: { type: 'string' }, RotationRules: { type: 'struct:RotationRulesType' }, ExternalSecretRotationMetadata: { type: 'list:struct:ExternalSecretRotationMetadataItem' }, ExternalSecretRotationRoleArn: { type: 'string' }, LastRotatedDate: { type: 'timestamp' }, LastChangedDate: { type: 'timestamp' }, LastAccessedDate: { type: 'timestamp' }, DeletedDate: { type: 'timestamp' }, NextRotationDate: { type: 'timestamp' }, Tags: { type: 'list:struct:Tag' }, VersionIdsToStages: { type: 'map:list:string' }, OwningService: { type: 'string' }, CreatedDate: { type: 'timestamp' }, PrimaryRegion: { type: 'string' }, ReplicationStatus: { type: 'list:struct:ReplicationStatusType' } },
    ExternalSecretRotationMetadataItem: { Key: { type: 'string' }, Value: { type: 'string' } },
    Filter: { Key: { type: 'string', constraint: 'FilterNameStringType' }, Values: { type: 'list:string', constraint: 'FilterValuesStringList' } },
    GetSecretValueRequest: { SecretId: { type: 'string', required: true, constraint: 'SecretIdType' }, VersionId: { type: 'string', constraint: 'SecretVersionIdType' }, VersionStage: { type: 'string', constraint: 'SecretVersionStageType' } },
    GetSecretValueResponse: { ARN: { type: 'string' }, Name: { type: 'string' }, VersionId: { type: 'string' }, SecretBinary: { type: 'blob' }, SecretString: { type: 'string' }, VersionStages: { type: 'list:string' }, CreatedDate: { type: 'timestamp' } },
    ListSecretsRequest: { IncludePlannedDeletion: { type: 'boolean' }, MaxResults: { type: 'number', constraint: 'MaxResultsType' }, NextToken: { type: 'string', constraint: 'NextTokenType' }, Filters: { type: 'list:struct:Filter', constraint: 'FiltersListType' }, SortOrder: { type: 'string', constraint: 'SortOrderType' }, SortBy: { type: 'string', constraint: 'SortByType' } },
    ListSecretsResponse: { SecretList: { type: 'list:struct:SecretListEntry' }, NextToken: { type: 'string' } },
    PutSecretValueRequest: { SecretId: { type: 'string', required: true, constraint: 'SecretIdType' }, ClientRequestToken: { type: 'string', constraint: 'ClientRequestTokenType' }, SecretBinary: { type: 'blob', constraint: 'SecretBinaryType' }, SecretString: { type: 'string', constraint: 'SecretStringType' }, VersionStages: { type: 'list:string', constraint: 'SecretVersionStagesType' }, RotationToken: { type: 'string', constraint: 'RotationTokenType' } },
    PutSecretValueResponse: { ARN: { type: 'string' }, Name: { type: 'string' }, VersionId: { type: 'string' }, VersionStages: { type: 'list:string' } },
    ReplicationStatusType: { Region: { type: 'string' }, KmsKeyId: { type: 'string' }, Status: { type: 'string' }, StatusMessage: { type: 'string' }, LastAccessedDate: { type: 'timestamp' } },
    RotationRulesType: { AutomaticallyAfterDays: { type: 'number' }, Duration: { type: 'string' }, ScheduleExpression: { type: 'string' } },
    SecretListEntry: { ARN: { type: 'string' }, Name: { type: 'string' }, Type: { type: 'string' }, Description: { type: 'string' }, KmsKeyId: { type: 'string' }, RotationEnabled: { type: 'boolean' }, RotationLambdaARN: { type: 'string' }, RotationRules: { type: 'struct:RotationRulesType' }, ExternalSecretRotationMetadata: { type: 'list:struct:ExternalSecretRotationMetadataItem' }, ExternalSecretRotationRoleArn: { type: 'string' }, LastRotatedDate: { type: 'timestamp' }, LastChangedDate: { type: 'timestamp' }, LastAccessedDate: { type: 'timestamp' }, DeletedDate: { type: 'timestamp' }, NextRotationDate: { type: 'timestamp' }, Tags: { type: 'list:struct:Tag' }, SecretVersionsToStages: { type: 'map:list:string' }, OwningService: { type: 'string' }, CreatedDate: { type: 'timestamp' }, PrimaryRegion: { type: 'string' } },
    Tag: { Key: { type: 'string' }, Value: { type: 'string' } },
  },
  constraints: {
    ClientRequestTokenType: {"min":32,"max":64},
    FilterNameStringType: {"oneOf":["description","name","tag-key","tag-value","primary-region","owning-service","all"]},
    FilterValueStringType: {"max":512,"pattern":"^\\!?[a-zA-Z0-9 :_@\\/\\+\\=\\.\\-\\!]*$"},
    FilterValuesStringList: {"min":1,"max":10,"of":"FilterValueStringType"},
    FiltersListType: {"max":10},
    MaxResultsType: {"min":1,"max":100},
    NextTokenType: {"min":1,"max":4096},
    RotationTokenType: {"min":36,"max":256,"pattern":"^[a-zA-Z0-9\\-]+$"},
    SecretBinaryType: {"min":1,"max":65536},
    SecretIdType: {"min":1,"max":2048},
    SecretStringType: {"min":1,"max":65536},
    SecretVersionIdType: {"min":32,"max":64},
    SecretVersionStageType: {"min":1,"max":256},
    SecretVersionStagesType: {"min":1,"max":20,"of":"SecretVersionStageType"},
    SortByType: {"oneOf":["created-date","last-accessed-date","last-changed-date","name"]},
    SortOrderType: {"oneOf":["asc","desc"]},
  },
  shapesOf: {
    DescribeSecret: { input: 'DescribeSecretRequest', output: 'DescribeSecretResponse' },
    GetSecretValue: { input: 'GetSecretValueRequest', output: 'GetSecretValueResponse' },
    ListSecrets: { input: 'ListSecretsRequest', output: 'ListSecretsResponse' },
    PutSecretValue: { input: 'PutSecretValueRequest', output: 'PutSecretValueResponse' },
  },
}

export interface DescribeSecretRequest {
  readonly SecretId: string
}

export interface DescribeSecretResponse {
  readonly ARN?: string | undefined
  readonly Name?: string | undefined
  readonly Type?: string | undefined
  readonly Description?: string | undefined
  readonly KmsKeyId?: string | undefined
  readonly RotationEnabled?: boolean | undefined
  readonly RotationLambdaARN?: string | undefined
  readonly RotationRules?: RotationRulesType | undefined
  readonly ExternalSecretRotationMetadata?: readonly (ExternalSecretRotationMetadataItem)[] | undefined
  readonly ExternalSecretRotationRoleArn?: string | undefined
  readonly LastRotatedDate?: number | undefined
  readonly LastChangedDate?: number | undefined
  readonly LastAccessedDate?: number | undefined
  readonly DeletedDate?: number | undefined
  readonly NextRotationDate?: number | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly VersionIdsToStages?: Readonly<Record<string, readonly (string)[]>> | undefined
  readonly OwningService?: string | undefined
  readonly CreatedDate?: number | undefined
  readonly PrimaryRegion?: string | undefined
  readonly ReplicationStatus?: readonly (ReplicationStatusType)[] | undefined
}

export interface ExternalSecretRotationMetadataItem {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

export interface Filter {
  readonly Key?: string | undefined
  readonly Values?: readonly (string)[] | undefined
}

export interface GetSecretValueRequest {
  readonly SecretId: string
  readonly VersionId?: string | undefined
  readonly VersionStage?: string | undefined
}

export interface GetSecretValueResponse {
  readonly ARN?: string | undefined
  readonly Name?: string | undefined
  readonly VersionId?: string | undefined
  readonly SecretBinary?: string | undefined
  readonly SecretString?: string | undefined
  readonly VersionStages?: readonly (string)[] | undefined
  readonly CreatedDate?: number | undefined
}

export interface ListSecretsRequest {
  readonly IncludePlannedDeletion?: boolean | undefined
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
  readonly Filters?: readonly (Filter)[] | undefined
  readonly SortOrder?: string | undefined
  readonly SortBy?: string | undefined
}

export interface ListSecretsResponse {
  readonly SecretList?: readonly (SecretListEntry)[] | undefined
  readonly NextToken?: string | undefined
}

export interface PutSecretValueRequest {
  readonly SecretId: string
  readonly ClientRequestToken?: string | undefined
  readonly SecretBinary?: string | undefined
  readonly SecretString?: string | undefined
  readonly VersionStages?: readonly (string)[] | undefined
  readonly RotationToken?: string | undefined
}

export interface PutSecretValueResponse {
  readonly ARN?: string | undefined
  readonly Name?: string | undefined
  readonly VersionId?: string | undefined
  readonly VersionStages?: readonly (string)[] | undefined
}

export interface ReplicationStatusType {
  readonly Region?: string | undefined
  readonly KmsKeyId?: string | undefined
  readonly Status?: string | undefined
  readonly StatusMessage?: string | undefined
  readonly LastAccessedDate?: number | undefined
}

export interface RotationRulesType {
  readonly AutomaticallyAfterDays?: number | undefined
  readonly Duration?: string | undefined
  readonly ScheduleExpression?: string | undefined
}

export interface SecretListEntry {
  readonly ARN?: string | undefined
  readonly Name?: string | undefined
  readonly Type?: string | undefined
  readonly Description?: string | undefined
  readonly KmsKeyId?: string | undefined
  readonly RotationEnabled?: boolean | undefined
  readonly RotationLambdaARN?: string | undefined
  readonly RotationRules?: RotationRulesType | undefined
  readonly ExternalSecretRotationMetadata?: readonly (ExternalSecretRotationMetadataItem)[] | undefined
  readonly ExternalSecretRotationRoleArn?: string | undefined
  readonly LastRotatedDate?: number | undefined
  readonly LastChangedDate?: number | undefined
  readonly LastAccessedDate?: number | undefined
  readonly DeletedDate?: number | undefined
  readonly NextRotationDate?: number | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly SecretVersionsToStages?: Readonly<Record<string, readonly (string)[]>> | undefined
  readonly OwningService?: string | undefined
  readonly CreatedDate?: number | undefined
  readonly PrimaryRegion?: string | undefined
}

export interface Tag {
  readonly Key?: string | undefined
  readonly Value?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html */
  DescribeSecret: { input: DescribeSecretRequest; output: DescribeSecretResponse }
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
  GetSecretValue: { input: GetSecretValueRequest; output: GetSecretValueResponse }
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ListSecrets.html */
  ListSecrets: { input: ListSecretsRequest; output: ListSecretsResponse }
  /** @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html */
  PutSecretValue: { input: PutSecretValueRequest; output: PutSecretValueResponse }
}
