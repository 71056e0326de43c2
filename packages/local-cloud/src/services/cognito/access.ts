import type { AccessTable } from '../../ground/access.ts'

/**
 * What users do themselves takes no permission.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html
 */
export const cognitoAccess: AccessTable = ({ operation, input }, { arn }) => {
  if (operation === 'ListUserPools' || operation === 'DescribeUserPoolDomain')
    return [{ action: `cognito-idp:${operation}`, resource: '*' }]
  if (input['UserPoolId'] === undefined) return []
  return [{ action: `cognito-idp:${operation}`, resource: arn('cognito-idp', `userpool/${String(input['UserPoolId'])}`) }]
}
