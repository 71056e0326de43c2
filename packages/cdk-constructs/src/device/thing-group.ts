import { Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnThingGroup } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { MAX_ATTRIBUTES, TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** A thing group, made here or elsewhere. */
export interface IThingGroup extends IResource {
  readonly thingGroupName: string
  readonly thingGroupArn: string
}

export interface ThingGroupProps {
  /** @default - a name that CloudFormation makes */
  readonly thingGroupName?: string
  /** @default - none */
  readonly description?: string
  /** Fifty at most. @default - none */
  readonly attributes?: Readonly<Record<string, string>>
  /** Not for a dynamic group. @default - a group at the top */
  readonly parent?: IThingGroup
  /**
   * A query of the fleet index, which has to be on: the things that it finds are in the group, a dynamic one.
   *
   * @default - a static group: things are added by the registry's operations, or by a {@link ProvisioningTemplate}
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/query-syntax.html
   */
  readonly queryString?: string
}

const LONGEST_QUERY = 1_000

/**
 * Things that jobs, policies and log levels are meant for together.
 *
 * @example
 * const bars = new ThingGroup(this, 'Bars', { thingGroupName: 'bars' })
 * new ThingGroup(this, 'Berlin', { thingGroupName: 'berlin', parent: bars })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-groups.html
 */
export class ThingGroup extends Resource implements IThingGroup {
  readonly thingGroupName: string
  readonly thingGroupArn: string
  readonly thingGroupId: string

  /** A group that is there. */
  static fromThingGroupName(scope: Construct, id: string, thingGroupName: string): IThingGroup {
    return new ImportedThingGroup(scope, id, thingGroupName)
  }

  constructor(scope: Construct, id: string, props: ThingGroupProps = {}) {
    super(scope, id)
    const { thingGroupName, description, attributes = {}, parent, queryString } = props
    this.#check(props)
    const group = new CfnThingGroup(this, 'ThingGroup', present({
      thingGroupName, queryString,
      parentGroupName: parent?.thingGroupName,
      thingGroupProperties: present({
        thingGroupDescription: description,
        attributePayload: Object.keys(attributes).length === 0 ? undefined : { attributes: { ...attributes } },
      }),
    }))
    this.thingGroupName = group.ref
    this.thingGroupArn = group.attrArn
    this.thingGroupId = group.attrId
  }

  #check({ thingGroupName, description, attributes = {}, parent, queryString }: ThingGroupProps): void {
    const refusals = new Refusals(this)
    refusals.text('thingGroupName', thingGroupName, TEXT.registryName)
    refusals.text('description', description, TEXT.description)
    refusals.attributes(attributes, MAX_ATTRIBUTES.thingGroup)
    if (queryString === undefined) return
    if (queryString.length === 0 || queryString.length > LONGEST_QUERY)
      refusals.refuse('queryString', `${queryString.length} characters are not what AWS IoT takes; take 1 to ${LONGEST_QUERY}`)
    // https://docs.aws.amazon.com/iot/latest/developerguide/dynamic-thing-groups.html
    if (parent !== undefined) refusals.refuse('parent', 'a dynamic group has no parent; leave out parent, or queryString')
  }
}

class ImportedThingGroup extends Resource implements IThingGroup {
  readonly thingGroupName: string
  readonly thingGroupArn: string

  constructor(scope: Construct, id: string, thingGroupName: string) {
    super(scope, id)
    this.thingGroupName = thingGroupName
    this.thingGroupArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'thinggroup', resourceName: thingGroupName })
  }
}
