import { operation } from './operation.ts'

export const listSecrets = operation('ListSecrets', (_, secrets) => ({
  SecretList: secrets.all().map(({ arn, name, description, versionId, createdMs }) => ({
    ARN: arn, Name: name, Description: description, CreatedDate: createdMs / 1000, SecretVersionsToStages: { [versionId]: ['AWSCURRENT'] },
  })),
}))
