import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import type { Construct } from 'constructs'
import { acknowledge, acknowledgeManagedPolicy, acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'

/** A call of AWS IoT: `updateEventConfigurations`. */
export interface IotCall {
  readonly action: string
  readonly parameters: object
}

export interface AccountCallProps {
  /** `Custom::KegIoT…`: a cloud that knows it makes the calls itself. */
  readonly resourceType: string
  /** Another one is another resource. */
  readonly physicalId: string
  /** Made at the creation and at each change. */
  readonly call: IotCall
  /** Made as the resource goes; absent: all stays as it is. */
  readonly undo?: IotCall
  /** What the calls need, and on which resources; `*` where an operation takes none. */
  readonly needs: Readonly<Record<string, readonly string[]>>
}

/** The function of CDK that makes calls at deployment: one for all of a stack. */
const CALLER = 'AWS679f53fac002430cb0da5b7982bd2287'

/** Has a function of CDK's make a call of AWS IoT at deployment, where CloudFormation has no resource for it. */
export function accountCall(scope: Construct, { resourceType, physicalId, call, undo, needs }: AccountCallProps): AwsCustomResource {
  const made = ({ action, parameters }: IotCall) => ({ service: 'IoT', action, parameters })
  const resource = new AwsCustomResource(scope, 'Resource', {
    resourceType, installLatestAwsSdk: false, onUpdate: { ...made(call), physicalResourceId: PhysicalResourceId.of(physicalId) },
    ...(undo === undefined ? {} : { onDelete: { ...made(undo), ignoreErrorCodesMatching: 'ResourceNotFoundException' } }),
    policy: AwsCustomResourcePolicy.fromStatements(
      Object.entries(needs).map(([action, resources]) => new PolicyStatement({ actions: [action], resources: [...resources] })),
    ),
    logGroup: new LogGroup(scope, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
  })
  for (const [action, resources] of Object.entries(needs))
    if (resources.includes('*')) acknowledgeWildcard(resource, '*', `${action} takes no resource`)
  const caller = Stack.of(scope).node.findChild(CALLER)
  acknowledgeManagedPolicy(caller, 'service-role/AWSLambdaBasicExecutionRole', 'CDK gives the function the policy of AWS for logs')
  acknowledge(caller, 'L1', 'CDK chooses its runtime')
  return resource
}
