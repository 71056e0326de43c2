import { operation } from './operation.ts'

export const describeSecret = operation('DescribeSecret', ({ SecretId }, secrets) => {
  const { arn, name, description, versionId, createdMs } = secrets.get(SecretId)
  return {
    ARN: arn, Name: name, Description: description, CreatedDate: createdMs / 1000, VersionIdsToStages: { [versionId]: ['AWSCURRENT'] },
  }
})
