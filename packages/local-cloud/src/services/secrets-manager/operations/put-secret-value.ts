import { ServiceException } from '@keg/aws-service'
import { operation } from './operation.ts'

export const putSecretValue = operation('PutSecretValue', ({ SecretId, SecretString }, secrets) => {
  if (SecretString === undefined)
    throw new ServiceException('InvalidRequestException', 400, 'Only SecretString is emulated, not SecretBinary.')
  const { arn, name, versionId } = secrets.put(SecretId, SecretString)
  return { ARN: arn, Name: name, VersionId: versionId, VersionStages: ['AWSCURRENT'] }
})
