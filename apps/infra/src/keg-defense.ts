import { Behavior, DefenseTopics, FleetDefense, IngestFunction, type AlarmProps, type IThingGroup } from '@keg/cdk-constructs'
import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { ingestHandler } from './entries.ts'

/** Who is watched, and what quarantine is called. */
export interface KegDefenseProps extends AlarmProps {
  readonly kegs: IThingGroup
  readonly name: string
}

const WITHIN = Duration.minutes(5)
/** A keg that loses its policies tries a few times; one that tries doors does not stop. */
const REFUSALS = 10
/** Bytes; a keg sends a thousandth of it. */
const FLOOD = 1_000_000_000

/** All that a keg says: below its own name, or to get a certificate. */
const OWN_TOPICS = DefenseTopics.otherThan(
  'keg/+/${iot:ClientId}/#', '$aws/things/${iot:ClientId}/#', '$aws/commands/things/${iot:ClientId}/#', '$aws/certificates/#',
  '$aws/provisioning-templates/#',
)

/** Watches kegs, and shuts out one that speaks as another or tries what it may not. */
export class KegDefense extends Construct {
  readonly defense: FleetDefense

  constructor(scope: Construct, id: string, { kegs, name, ...alarms }: KegDefenseProps) {
    super(scope, id)
    const handler = new IngestFunction(this, 'QuarantineKeg', { entry: ingestHandler('quarantine-keg'), ...alarms })
    this.defense = new FleetDefense(this, 'Defense', {
      securityProfileName: name, description: 'Kegs as they should be', targets: [kegs], handler,
      quarantine: { thingGroupName: `${name}-quarantine`, description: 'Kegs that were not as they should be' },
      behaviors: [
        Behavior.messagesSent({ name: 'own-topics', atMost: 0, within: WITHIN, topics: OWN_TOPICS }),
        Behavior.authorizationFailures({ name: 'few-refusals', atMost: REFUSALS, within: WITHIN }),
        // As its machine counts them: kegs that take part in an attack on others say nothing to AWS IoT.
        Behavior.bytesOut({ name: 'no-flood', atMost: FLOOD, within: WITHIN }),
      ],
    })
  }
}
