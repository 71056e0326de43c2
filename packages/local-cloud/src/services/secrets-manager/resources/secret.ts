import type { Services } from '../../services.ts'
import { flag, ignored, number, object, refused, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../resource.ts'
import { tags } from '../../../ground/tags.ts'

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
  create({ Name, Description, SecretString, GenerateSecretString: generate }, { services, physicalName, arn }) {
    const name = Name ?? physicalName(120)
    // As in AWS, six characters follow the name; here they come from the name, so that ARNs last from run to run.
    const secretArn = arn('secretsmanager', `secret:${name}-${physicalName().slice(-6)}`)
    const value = SecretString ?? generated(generate, services)
    services.secrets.create(secretArn, name, value, Description)
    return { ref: secretArn, attributes: { Id: secretArn } }
  },
  update({ Name, Description: description, SecretString, GenerateSecretString: generate }, { ref, attributes = {}, properties: before }, { services }) {
    if (Name !== before.Name) return replacement
    // AWS makes up another password where it is to be another.
    const isOther = JSON.stringify(generate) !== JSON.stringify(before.GenerateSecretString)
    const value = SecretString ?? (isOther && generate !== undefined ? generated(generate, services) : undefined)
    services.secrets.update(ref, { description, value: value === before.SecretString ? undefined : value })
    return { ref, attributes }
  },
  remove: ({ ref }, { services }) => services.secrets.delete(ref),
  // Its value is kept.
  restore: () => undefined,
})

function generated(generate: Generate, { generatePassword }: Services): string {
  const password = generatePassword({
    length: generate?.PasswordLength,
    excludeCharacters: generate?.ExcludeCharacters,
    excludeLowercase: generate?.ExcludeLowercase,
    excludeUppercase: generate?.ExcludeUppercase,
    excludeNumbers: generate?.ExcludeNumbers,
    excludePunctuation: generate?.ExcludePunctuation,
    includeSpace: generate?.IncludeSpace,
    requireEachIncludedType: generate?.RequireEachIncludedType,
  })
  return fromTemplate(generate?.SecretStringTemplate, generate?.GenerateStringKey, password)
}

function fromTemplate(template: string | undefined, key: string | undefined, password: string): string {
  if (template === undefined || key === undefined) return password
  const members: unknown = JSON.parse(template)
  return JSON.stringify({ ...Object(members), [key]: password })
}
