import { ignored, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { lambda } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html */
export const lambdaVersion = resource('AWS::Lambda::Version', {
  uses: { lambda },
  properties: {
    FunctionName: required(text),
    CodeSha256: ignored('the code is that of the assembly'),
    Description: ignored('it is for people'),
    FunctionScalingConfig: ignored('instances start when they are needed'),
    ProvisionedConcurrencyConfig: ignored('instances start when they are needed'),
    RuntimePolicy: ignored('functions run on the Node.js that runs this'),
  },
  create({ FunctionName }, { services }) {
    const { arn, version } = services.lambda.publishVersion(FunctionName)
    return { ref: arn, attributes: { FunctionArn: arn, Version: version } }
  },
  update: () => replacement,
  remove: ({ ref }, { services }) => services.lambda.remove(ref),
})
