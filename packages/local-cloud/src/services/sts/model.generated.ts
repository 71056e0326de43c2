// Made by `node --conditions=@keg/source model/generate.ts` from the schemas of the SDK's client and model/constraints. Do not edit.
import type { Model } from '@keg/aws-service'

export const model: Model = {
  structures: {
    GetCallerIdentityRequest: { },
    GetCallerIdentityResponse: { UserId: { type: 'string' }, Account: { type: 'string' }, Arn: { type: 'string' } },
  },
  constraints: {
  },
  shapesOf: {
    GetCallerIdentity: { input: 'GetCallerIdentityRequest', output: 'GetCallerIdentityResponse' },
  },
}

export interface GetCallerIdentityRequest {
}

export interface GetCallerIdentityResponse {
  readonly UserId?: string | undefined
  readonly Account?: string | undefined
  readonly Arn?: string | undefined
}

export interface OperationTypes {
  /** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
  GetCallerIdentity: { input: GetCallerIdentityRequest; output: GetCallerIdentityResponse }
}
