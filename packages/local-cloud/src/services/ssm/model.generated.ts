// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    DeleteParameterRequest: { Name: { type: 'string', required: true, constraint: 'PSParameterName' } },
    DeleteParameterResult: { },
    GetParameterRequest: { Name: { type: 'string', required: true, constraint: 'PSParameterName' }, WithDecryption: { type: 'boolean' } },
    GetParameterResult: { Parameter: { type: 'struct:Parameter' } },
    GetParametersByPathRequest: { Path: { type: 'string', required: true, constraint: 'PSParameterName' }, Recursive: { type: 'boolean' }, ParameterFilters: { type: 'list:struct:ParameterStringFilter' }, WithDecryption: { type: 'boolean' }, MaxResults: { type: 'number', constraint: 'GetParametersByPathMaxResults' }, NextToken: { type: 'string' } },
    GetParametersByPathResult: { Parameters: { type: 'list:struct:Parameter' }, NextToken: { type: 'string' } },
    GetParametersRequest: { Names: { type: 'list:string', required: true, constraint: 'ParameterNameList' }, WithDecryption: { type: 'boolean' } },
    GetParametersResult: { Parameters: { type: 'list:struct:Parameter' }, InvalidParameters: { type: 'list:string' } },
    Parameter: { Name: { type: 'string' }, Type: { type: 'string' }, Value: { type: 'string' }, Version: { type: 'number' }, Selector: { type: 'string' }, SourceResult: { type: 'string' }, LastModifiedDate: { type: 'timestamp' }, ARN: { type: 'string' }, DataType: { type: 'string' } },
    ParameterStringFilter: { Key: { type: 'string', required: true, constraint: 'ParameterStringFilterKey' }, Option: { type: 'string', constraint: 'ParameterStringQueryOption' }, Values: { type: 'list:string', constraint: 'ParameterStringFilterValueList' } },
    PutParameterRequest: { Name: { type: 'string', required: true, constraint: 'PSParameterName' }, Value: { type: 'string', required: true }, Description: { type: 'string', constraint: 'ParameterDescription' }, Type: { type: 'string', constraint: 'ParameterType' }, KeyId: { type: 'string', constraint: 'ParameterKeyId' }, Overwrite: { type: 'boolean' }, AllowedPattern: { type: 'string', constraint: 'AllowedPattern' }, Tags: { type: 'list:struct:Tag', constraint: 'TagList' }, Tier: { type: 'string', constraint: 'ParameterTier' }, Policies: { type: 'string', constraint: 'ParameterPolicies' }, DataType: { type: 'string', constraint: 'ParameterDataType' } },
    PutParameterResult: { Version: { type: 'number' }, Tier: { type: 'string' } },
    Tag: { Key: { type: 'string', required: true, constraint: 'TagKey' }, Value: { type: 'string', required: true, constraint: 'TagValue' } },
  },
  constraints: {
    AllowedPattern: {"min":0,"max":1024},
    GetParametersByPathMaxResults: {"min":1,"max":10},
    PSParameterName: {"min":1,"max":2048},
    ParameterDataType: {"min":0,"max":128},
    ParameterDescription: {"min":0,"max":1024},
    ParameterKeyId: {"min":1,"max":256,"pattern":"^([a-zA-Z0-9:/_-]+)$"},
    ParameterNameList: {"min":1,"max":10,"of":"PSParameterName"},
    ParameterPolicies: {"min":1,"max":4096},
    ParameterStringFilterKey: {"min":1,"max":132,"pattern":"tag:.+|Name|Type|KeyId|Path|Label|Tier|DataType"},
    ParameterStringFilterValue: {"min":1,"max":1024},
    ParameterStringFilterValueList: {"min":1,"max":50,"of":"ParameterStringFilterValue"},
    ParameterStringQueryOption: {"min":1,"max":10},
    ParameterTier: {"oneOf":["Standard","Advanced","Intelligent-Tiering"]},
    ParameterType: {"oneOf":["String","StringList","SecureString"]},
    TagKey: {"min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
    TagList: {"max":1000},
    TagValue: {"min":0,"max":256,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
  },
  shapesOf: {
    DeleteParameter: { input: 'DeleteParameterRequest', output: 'DeleteParameterResult' },
    GetParameter: { input: 'GetParameterRequest', output: 'GetParameterResult' },
    GetParameters: { input: 'GetParametersRequest', output: 'GetParametersResult' },
    GetParametersByPath: { input: 'GetParametersByPathRequest', output: 'GetParametersByPathResult' },
    PutParameter: { input: 'PutParameterRequest', output: 'PutParameterResult' },
  },
}

export interface DeleteParameterRequest {
  readonly Name: string
}

export interface DeleteParameterResult {
}

export interface GetParameterRequest {
  readonly Name: string
  readonly WithDecryption?: boolean | undefined
}

export interface GetParameterResult {
  readonly Parameter?: Parameter | undefined
}

export interface GetParametersByPathRequest {
  readonly Path: string
  readonly Recursive?: boolean | undefined
  readonly ParameterFilters?: readonly (ParameterStringFilter)[] | undefined
  readonly WithDecryption?: boolean | undefined
  readonly MaxResults?: number | undefined
  readonly NextToken?: string | undefined
}

export interface GetParametersByPathResult {
  readonly Parameters?: readonly (Parameter)[] | undefined
  readonly NextToken?: string | undefined
}

export interface GetParametersRequest {
  readonly Names: readonly (string)[]
  readonly WithDecryption?: boolean | undefined
}

export interface GetParametersResult {
  readonly Parameters?: readonly (Parameter)[] | undefined
  readonly InvalidParameters?: readonly (string)[] | undefined
}

export interface Parameter {
  readonly Name?: string | undefined
  readonly Type?: string | undefined
  readonly Value?: string | undefined
  readonly Version?: number | undefined
  readonly Selector?: string | undefined
  readonly SourceResult?: string | undefined
  readonly LastModifiedDate?: number | undefined
  readonly ARN?: string | undefined
  readonly DataType?: string | undefined
}

export interface ParameterStringFilter {
  readonly Key: string
  readonly Option?: string | undefined
  readonly Values?: readonly (string)[] | undefined
}

export interface PutParameterRequest {
  readonly Name: string
  readonly Value: string
  readonly Description?: string | undefined
  readonly Type?: string | undefined
  readonly KeyId?: string | undefined
  readonly Overwrite?: boolean | undefined
  readonly AllowedPattern?: string | undefined
  readonly Tags?: readonly (Tag)[] | undefined
  readonly Tier?: string | undefined
  readonly Policies?: string | undefined
  readonly DataType?: string | undefined
}

export interface PutParameterResult {
  readonly Version?: number | undefined
  readonly Tier?: string | undefined
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DeleteParameter.html */
  DeleteParameter: { input: DeleteParameterRequest; output: DeleteParameterResult }
  /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
  GetParameter: { input: GetParameterRequest; output: GetParameterResult }
  /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html */
  GetParameters: { input: GetParametersRequest; output: GetParametersResult }
  /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html */
  GetParametersByPath: { input: GetParametersByPathRequest; output: GetParametersByPathResult }
  /** @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
  PutParameter: { input: PutParameterRequest; output: PutParameterResult }
}
