import { ServiceException } from '@keg/aws-service'
import type { Access } from '../../ground/access.ts'

/** Who has signed a request with AWS credentials. */
export interface Caller {
  readonly accessKeyId: string
  /** As `arn:aws:sts::123456789012:assumed-role/pours/caller`. */
  readonly arn: string
  /** Throws `ServiceException` where the caller's policies do not allow it. */
  demand(access: Access): void
}

/** Whether a route that asks for IAM lets a caller in. */
export function admits(caller: Caller | undefined, access: Access): caller is Caller {
  if (caller === undefined) return false
  try {
    caller.demand(access)
    return true
  } catch (error) {
    if (error instanceof ServiceException) return false
    throw error
  }
}

/**
 * What the function is told of a caller.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function callerContext({ accessKeyId, arn }: Caller, accountId: string): object {
  return {
    accessKey: accessKeyId, accountId, callerId: accessKeyId, cognitoIdentity: null, principalOrgId: null, userArn: arn,
    userId: accessKeyId,
  }
}
