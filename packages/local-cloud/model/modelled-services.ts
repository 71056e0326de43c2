import * as cognito from '@aws-sdk/client-cognito-identity-provider'
import * as lambda from '@aws-sdk/client-lambda'
import * as ssm from '@aws-sdk/client-ssm'
import * as sts from '@aws-sdk/client-sts'

/** A service whose shapes and constraints are generated. */
export interface ModelledService {
  /** The SDK's client, which has the service's schemas. */
  readonly client: object
  /** Where botocore describes it: the folder in `botocore/data`. */
  readonly botocore: string
  /** Where AWS documents its operations: before `API_` and the operation's name. */
  readonly docs: string
  /** Operations that are here beside those in `operations/`: their bodies are nobody's shapes. Default: none. */
  readonly beside?: readonly string[]
  /** Its protocol is REST. */
  readonly isRest?: true
  /** Its protocol is the query protocol: forms and XML. */
  readonly isQuery?: true
}

/** By the service's folder in `src/services`. */
export const modelledServices: Readonly<Record<string, ModelledService>> = {
  cognito: { client: cognito, botocore: 'cognito-idp/2016-04-18', docs: 'cognito-user-identity-pools/latest/APIReference' },
  lambda: { client: lambda, botocore: 'lambda/2015-03-31', docs: 'lambda/latest/api', isRest: true, beside: ['Invoke', 'InvokeWithResponseStream'] },
  ssm: { client: ssm, botocore: 'ssm/2014-11-06', docs: 'systems-manager/latest/APIReference' },
  sts: { client: sts, botocore: 'sts/2011-06-15', docs: 'STS/latest/APIReference', isQuery: true },
}
