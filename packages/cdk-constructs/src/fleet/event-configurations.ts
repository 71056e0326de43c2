import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import { acknowledge, acknowledgeManagedPolicy, acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'

/**
 * What AWS IoT publishes events of, where it is told to, on `$aws/events/…`.
 *
 * @example new EventConfigurations(this, 'Events', { enabled: [IotEvent.JOB_EXECUTION] })
 */
export const IotEvent = {
  THING: 'THING', THING_GROUP: 'THING_GROUP', THING_TYPE: 'THING_TYPE', THING_GROUP_MEMBERSHIP: 'THING_GROUP_MEMBERSHIP',
  THING_GROUP_HIERARCHY: 'THING_GROUP_HIERARCHY', THING_TYPE_ASSOCIATION: 'THING_TYPE_ASSOCIATION', JOB: 'JOB',
  JOB_EXECUTION: 'JOB_EXECUTION', POLICY: 'POLICY', CERTIFICATE: 'CERTIFICATE', CA_CERTIFICATE: 'CA_CERTIFICATE',
} as const
export type IotEvent = (typeof IotEvent)[keyof typeof IotEvent]

export interface EventConfigurationsProps {
  /** Others stay as they are. */
  readonly enabled: readonly IotEvent[]
}

/** The function of CDK that makes calls at deployment: one for all of a stack. */
const CALLER = 'AWS679f53fac002430cb0da5b7982bd2287'

/**
 * Has AWS IoT publish events of these kinds, for the whole account; without it, none are. CloudFormation has no resource for it: a function
 * of CDK's asks for it at deployment. They stay on where the stack goes, since others may read them.
 *
 * @example new EventConfigurations(this, 'Events', { enabled: [IotEvent.JOB_EXECUTION] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-events.html
 */
export class EventConfigurations extends Construct {
  constructor(scope: Construct, id: string, { enabled }: EventConfigurationsProps) {
    super(scope, id)
    const resource = new AwsCustomResource(this, 'Resource', {
      resourceType: 'Custom::KegIoTEventConfigurations', installLatestAwsSdk: false,
      onUpdate: {
        service: 'IoT', action: 'updateEventConfigurations', physicalResourceId: PhysicalResourceId.of('event-configurations'),
        parameters: { eventConfigurations: Object.fromEntries(enabled.map((name) => [name, { Enabled: true }])) },
      },
      // The action takes no resource.
      policy: AwsCustomResourcePolicy.fromStatements([
        new PolicyStatement({ actions: ['iot:UpdateEventConfigurations'], resources: ['*'] }),
      ]),
      logGroup: new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
    })
    acknowledgeWildcard(resource, '*', 'iot:UpdateEventConfigurations takes no resource')
    const caller = Stack.of(this).node.findChild(CALLER)
    acknowledgeManagedPolicy(caller, 'service-role/AWSLambdaBasicExecutionRole', 'CDK gives the function the policy of AWS for logs')
    acknowledge(caller, 'L1', 'CDK chooses its runtime')
  }
}
