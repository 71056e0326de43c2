import { flag, ignored, number, object, refused, text } from './property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
export const secretsManagerSecret = resource('AWS::SecretsManager::Secret', {
  properties: {
    Name: text,
    Description: text,
    SecretString: text,
    GenerateSecretString: object({
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
    }),
    KmsKeyId: ignored('nothing is encrypted on this machine'),
    ReplicaRegions: refused('there is one region'),
    Type: refused('only secrets of one\'s own are emulated'),
    Tags: tags,
  },
  create({ Name, Description, SecretString, GenerateSecretString: generate }, { services, physicalName, arn }) {
    const name = Name ?? physicalName(120)
    // As in AWS, six characters follow the name; here they come from the name, so that ARNs last from run to run.
    const secretArn = arn('secretsmanager', `secret:${name}-${physicalName().slice(-6)}`)
    const password = () => services.generatePassword({
      length: generate?.PasswordLength,
      excludeCharacters: generate?.ExcludeCharacters,
      excludeLowercase: generate?.ExcludeLowercase,
      excludeUppercase: generate?.ExcludeUppercase,
      excludeNumbers: generate?.ExcludeNumbers,
      excludePunctuation: generate?.ExcludePunctuation,
      includeSpace: generate?.IncludeSpace,
      requireEachIncludedType: generate?.RequireEachIncludedType,
    })
    const value = SecretString ?? fromTemplate(generate?.SecretStringTemplate, generate?.GenerateStringKey, password())
    services.secrets.create(secretArn, name, value, Description)
    return { ref: secretArn, attributes: { Id: secretArn } }
  },
})

function fromTemplate(template: string | undefined, key: string | undefined, password: string): string {
  if (template === undefined || key === undefined) return password
  const members: unknown = JSON.parse(template)
  return JSON.stringify({ ...Object(members), [key]: password })
}
