import { operation } from './operation.ts'

export const getSecretValue = operation('GetSecretValue', ({ SecretId }, secrets) => {
  const { arn, name, value, versionId, createdMs } = secrets.get(SecretId)
  return { ARN: arn, Name: name, SecretString: value, VersionId: versionId, VersionStages: ['AWSCURRENT'], CreatedDate: createdMs / 1000 }
})
