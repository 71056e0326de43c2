import { Construct } from 'constructs'
import { accountCall } from '../account/account-call.ts'

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
    accountCall(this, {
      resourceType: 'Custom::KegIoTEventConfigurations', physicalId: 'event-configurations',
      call: {
        action: 'updateEventConfigurations',
        parameters: { eventConfigurations: Object.fromEntries(enabled.map((name) => [name, { Enabled: true }])) },
      },
      needs: { 'iot:UpdateEventConfigurations': ['*'] },
    })
  }
}
