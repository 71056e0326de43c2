import type { AccessTable } from '../../ground/access.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
export const secretsManagerAccess: AccessTable = ({ operation, input }, { secretArn }) => {
  if (operation === 'ListSecrets') return [{ action: 'secretsmanager:ListSecrets', resource: '*' }]
  // A secret that is not there is for the service to say.
  const resource = secretArn(String(input['SecretId']))
  return resource === undefined ? undefined : [{ action: `secretsmanager:${operation}`, resource }]
}
