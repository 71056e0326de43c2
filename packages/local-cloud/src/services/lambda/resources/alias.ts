import { ignored, refused, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { lambda } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-alias.html */
export const lambdaAlias = resource('AWS::Lambda::Alias', {
  uses: { lambda },
  properties: {
    FunctionName: required(text),
    FunctionVersion: required(text),
    Name: required(text),
    Description: ignored('it is for people'),
    ProvisionedConcurrencyConfig: ignored('instances start when they are needed'),
    RoutingConfig: refused('an alias has one version here'),
  },
  create({ FunctionName, FunctionVersion, Name }, { services }) {
    const aliasArn = services.lambda.createAlias(FunctionName, Name, FunctionVersion)
    return { ref: aliasArn, attributes: { AliasArn: aliasArn } }
  },
  // It moves to another version without being away.
  update: ({ FunctionName, FunctionVersion, Name }, { ref, properties: before }, { services }) => {
    if (Name !== before.Name) return replacement
    if (FunctionName !== before.FunctionName) services.lambda.remove(ref)
    const aliasArn = services.lambda.createAlias(FunctionName, Name, FunctionVersion)
    return { ref: aliasArn, attributes: { AliasArn: aliasArn } }
  },
  remove: ({ ref }, { services }) => services.lambda.remove(ref),
})
