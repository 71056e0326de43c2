import { ignored, refused, required, text } from './property.ts'
import { resource } from './resource.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const lambdaPermission = resource('AWS::Lambda::Permission', {
  properties: {
    FunctionName: required(text),
    Principal: required(text),
    SourceArn: text,
    Action: ignored('invoking is the only thing that is asked for here'),
    SourceAccount: ignored('there is one account'),
    PrincipalOrgID: ignored('there is one account'),
    EventSourceToken: refused('Alexa is not emulated'),
    FunctionUrlAuthType: refused('function URLs are not emulated'),
    InvokedViaFunctionUrl: refused('function URLs are not emulated'),
  },
  create({ FunctionName, Principal, SourceArn }, { services, physicalName }) {
    services.lambda.addPermission(FunctionName, { principal: Principal, sourceArn: SourceArn })
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
})
