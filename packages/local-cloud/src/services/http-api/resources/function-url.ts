import { corsConfiguration, corsOf } from './cors-configuration.ts'
import { oneOf, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { lambda } from '../../lambda/name.ts'
import { httpApis } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html */
export const lambdaUrl = resource('AWS::Lambda::Url', {
  uses: { httpApis, lambda },
  properties: {
    TargetFunctionArn: required(text),
    Qualifier: text,
    AuthType: required(oneOf('NONE', 'AWS_IAM')),
    InvokeMode: oneOf('BUFFERED', 'RESPONSE_STREAM'),
    Cors: corsConfiguration,
  },
  create({ TargetFunctionArn, Qualifier, AuthType, Cors: cors }, { services, physicalName, constructPath }) {
    const { arn: functionArn } = services.lambda.definition(
      Qualifier === undefined ? TargetFunctionArn : `${TargetFunctionArn}:${Qualifier}`,
    )
    const urlId = urlIdOf(physicalName())
    services.httpApis.createFunctionUrl(urlId, corsOf(cors), { functionArn, constructPath, iam: AuthType === 'AWS_IAM' })
    services.lambda.setUrl(functionArn, { url: `${services.httpApis.url(urlId)}/`, authType: AuthType, cors })
    return { ref: functionArn, attributes: { FunctionArn: functionArn, FunctionUrl: `${services.httpApis.url(urlId)}/` } }
  },
  remove: (_, { services, physicalName }) => services.httpApis.remove(urlIdOf(physicalName())),
})

function urlIdOf(physicalName: string): string {
  return `url${physicalName.slice(-12).toLowerCase()}`
}
