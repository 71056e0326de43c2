import { flag, ignored, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { lambda } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-permission.html */
export const lambdaPermission = resource('AWS::Lambda::Permission', {
  uses: { lambda },
  properties: {
    FunctionName: required(text),
    Principal: required(text),
    SourceArn: text,
    Action: text,
    SourceAccount: ignored('there is one account'),
    PrincipalOrgID: ignored('there is one account'),
    EventSourceToken: refused('Alexa is not emulated'),
    FunctionUrlAuthType: ignored('callers of this account need no permission of the function'),
    InvokedViaFunctionUrl: flag,
  },
  create({ FunctionName, Principal, SourceArn, Action, InvokedViaFunctionUrl }, { services, physicalName, id }) {
    // What is for URLs alone lets no service invoke the function.
    if (Action !== 'lambda:InvokeFunctionUrl' && InvokedViaFunctionUrl !== true)
      services.lambda.addPermission(id, FunctionName, { principal: Principal, sourceArn: SourceArn })
    return { ref: physicalName(), attributes: { Id: physicalName() } }
  },
  remove: (_, { services, id }) => services.lambda.removePermission(id),
})
