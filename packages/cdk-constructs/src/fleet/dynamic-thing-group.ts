import type { Construct } from 'constructs'
import { ThingGroup, type ThingGroupProps } from '../device/thing-group.ts'
import type { FleetIndex } from './fleet-index.ts'

export interface DynamicThingGroupProps extends Omit<ThingGroupProps, 'parent' | 'queryString'> {
  /** Has to be there first. */
  readonly index: FleetIndex
  /** Which things are in the group: `shadow.reported.firmware:1.2*`. */
  readonly query: string
}

/**
 * The things that a query of the fleet index finds: they join and leave as they change. Continuous jobs run on each that joins. AWS IoT
 * attaches no policy to such a group.
 *
 * @example
 * const index = new FleetIndex(this, 'Index')
 * new DynamicThingGroup(this, 'Old', { index, query: 'shadow.reported.firmware:1.2* AND connectivity.connected:true' })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamic-thing-groups.html
 */
export class DynamicThingGroup extends ThingGroup {
  constructor(scope: Construct, id: string, { index, query, ...props }: DynamicThingGroupProps) {
    super(scope, id, { ...props, queryString: query })
    this.node.addDependency(index)
  }
}
