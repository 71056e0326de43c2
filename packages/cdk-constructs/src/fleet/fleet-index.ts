import { Construct } from 'constructs'
import { accountCall } from '../account/account-call.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'

/** The type of an indexed field. */
export type IndexedFieldType = 'Number' | 'String' | 'Boolean'

/** A field with a point on the map. */
export interface IndexedLocation {
  /** As `shadow.reported.location`. */
  readonly field: string
  /** In which order a pair of numbers is. @default 'LatLon' */
  readonly order?: 'LatLon' | 'LonLat'
}

/** What a {@link FleetIndex} is of: the registry in any case. */
export interface FleetIndexProps {
  /** Whether classic shadows are. @default true */
  readonly shadows?: boolean
  /** Named shadows that are: ten at most, `$package` apart. @default - none */
  readonly namedShadows?: readonly string[]
  /** Whether it is, who is connected; a thing's client id has to be its name. @default true */
  readonly connectivity?: boolean
  /** Whether violations of {@link SecurityProfile}s are. @default false */
  readonly violations?: boolean
  /** Fields that metrics and aggregations are of, by their name: `shadow.reported.celsius`. Five at most. @default - none of yours */
  readonly fields?: Readonly<Record<string, IndexedFieldType>>
  /** One at most. @default - none */
  readonly locations?: readonly IndexedLocation[]
  /** Whether thing groups are found, too. @default true */
  readonly groups?: boolean
}

const [MAX_FIELDS, MAX_SHADOWS, MAX_LOCATIONS] = [5, 10, 1]

/**
 * Has AWS IoT index the fleet, for the whole account: things are found by what they are, report and do, in searches, dynamic groups and
 * fleet metrics. CloudFormation has no resource for it: a function of CDK's asks for it at deployment. It stays on where the stack goes,
 * since others may ask it.
 *
 * @example new FleetIndex(this, 'Index', { fields: { 'shadow.reported.celsius': 'Number' } })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-indexing.html
 */
export class FleetIndex extends Construct {
  constructor(scope: Construct, id: string, props: FleetIndexProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    const most = (property: string, count: number, limit: number) => {
      if (count > limit) refusals.refuse(property, `${count} are more than AWS IoT takes; take ${limit} at most`)
    }
    most('fields', Object.keys(props.fields ?? {}).length, MAX_FIELDS)
    most('namedShadows', (props.namedShadows ?? []).filter((name) => name !== '$package').length, MAX_SHADOWS)
    most('locations', (props.locations ?? []).length, MAX_LOCATIONS)
    accountCall(this, {
      resourceType: 'Custom::KegIoTFleetIndex', physicalId: 'fleet-index',
      call: { action: 'updateIndexingConfiguration', parameters: configurationOf(props) },
      needs: { 'iot:UpdateIndexingConfiguration': ['*'] },
    })
  }
}

function configurationOf(props: FleetIndexProps): object {
  const { shadows = true, namedShadows = [], connectivity = true, violations = false, fields = {}, locations = [], groups = true } = props
  const filter = present({
    namedShadowNames: namedShadows.length === 0 ? undefined : [...namedShadows],
    geoLocations: locations.length === 0 ? undefined : locations.map(({ field, order = 'LatLon' }) => ({ name: field, order })),
  })
  return {
    thingIndexingConfiguration: present({
      thingIndexingMode: shadows ? 'REGISTRY_AND_SHADOW' : 'REGISTRY', thingConnectivityIndexingMode: connectivity ? 'STATUS' : 'OFF',
      deviceDefenderIndexingMode: violations ? 'VIOLATIONS' : 'OFF', namedShadowIndexingMode: namedShadows.length === 0 ? 'OFF' : 'ON',
      customFields: Object.entries(fields).map(([name, type]) => ({ name, type })),
      filter: Object.keys(filter).length === 0 ? undefined : filter,
    }),
    thingGroupIndexingConfiguration: { thingGroupIndexingMode: groups ? 'ON' : 'OFF' },
  }
}
