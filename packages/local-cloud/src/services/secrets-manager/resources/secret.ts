import { flag, ignored, number, object, refused, text } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { generatedPassword } from '../generated-password.ts'
import { secretsManager } from '../name.ts'

const generateSecretString = object({
  ExcludeCharacters: text,
  ExcludeLowercase: flag,
  ExcludeNumbers: flag,
  ExcludePunctuation: flag,
  ExcludeUppercase: flag,
  GenerateStringKey: text,
  IncludeSpace: flag,
  PasswordLength: number,
  RequireEachIncludedType: flag,
  SecretStringTemplate: text,
})
type Generate = ReturnType<typeof generateSecretString.read>

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
export const secretsManagerSecret = resource('AWS::SecretsManager::Secret', {
  uses: { secrets: secretsManager },
  properties: {
    Name: text,
    Description: text,
    SecretString: text,
    GenerateSecretString: generateSecretString,
    KmsKeyId: ignored('nothing is encrypted on this machine'),
    ReplicaRegions: refused('there is one region'),
    Type: refused('only secrets of one\'s own are emulated'),
    Tags: tags,
  },
  create({ Name, Description, SecretString, GenerateSecretString: generate }, { services: { secrets }, ground, physicalName, arn }) {
    const name = Name ?? physicalName(120)
    // As in AWS, six characters follow the name; here they come from the name, so that ARNs last from run to run.
    const secretArn = arn('secretsmanager', `secret:${name}-${physicalName().slice(-6)}`)
    const value = SecretString ?? generated(generate, ground)
    secrets.create(secretArn, name, value, Description)
    return { ref: secretArn, attributes: { Id: secretArn } }
  },
  update(
    { Name, Description: description, SecretString, GenerateSecretString: generate },
    { ref, attributes = {}, properties: before },
    { services: { secrets }, ground },
  ) {
    if (Name !== before.Name) return replacement
    // AWS makes up another password where it is to be another.
    const isOther = JSON.stringify(generate) !== JSON.stringify(before.GenerateSecretString)
    const value = SecretString ?? (isOther && generate !== undefined ? generated(generate, ground) : undefined)
    secrets.update(ref, { description, value: value === before.SecretString ? undefined : value })
    return { ref, attributes }
  },
  remove: ({ ref }, { services: { secrets } }) => secrets.delete(ref),
  // Its value is kept.
  restore: () => undefined,
})

function generated(generate: Generate, { randomBelow }: ResourceContext['ground']): string {
  const password = generatedPassword({
    length: generate?.PasswordLength,
    excludeCharacters: generate?.ExcludeCharacters,
    excludeLowercase: generate?.ExcludeLowercase,
    excludeUppercase: generate?.ExcludeUppercase,
    excludeNumbers: generate?.ExcludeNumbers,
    excludePunctuation: generate?.ExcludePunctuation,
    includeSpace: generate?.IncludeSpace,
    requireEachIncludedType: generate?.RequireEachIncludedType,
  }, randomBelow)
  return fromTemplate(generate?.SecretStringTemplate, generate?.GenerateStringKey, password)
}

function fromTemplate(template: string | undefined, key: string | undefined, password: string): string {
  if (template === undefined || key === undefined) return password
  const members: unknown = JSON.parse(template)
  return JSON.stringify({ ...Object(members), [key]: password })
}
