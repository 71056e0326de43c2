import { Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnThingType } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { MAX_ATTRIBUTES, TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** A thing type, made here or elsewhere. */
export interface IThingType extends IResource {
  readonly thingTypeName: string
  readonly thingTypeArn: string
}

/** Which MQTT 5 user property tells subscribers what of a device's thing or connection. */
export type PropagatingAttribute =
  | { readonly userPropertyKey: string; readonly thingAttribute: string }
  | { readonly userPropertyKey: string; readonly connectionAttribute: 'iot:ClientId' | 'iot:Thing.ThingName' }

export interface ThingTypeProps {
  /** @default - a name that CloudFormation makes */
  readonly thingTypeName?: string
  /** @default - none */
  readonly description?: string
  /** Three at most. @default - none */
  readonly searchableAttributes?: readonly string[]
  /**
   * What AWS IoT adds, as MQTT 5 user properties, to each message of a thing of this type.
   *
   * @default - nothing
   * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-types-propagating-attributes.html
   */
  readonly propagatingAttributes?: readonly PropagatingAttribute[]
  /** No new thing can have a type that is deprecated. @default false */
  readonly deprecated?: boolean
}

/**
 * What things of one kind have in common. Later only what it propagates and its deprecation can change; AWS IoT deletes a type five minutes
 * after its deprecation at the earliest.
 *
 * @example new ThingType(this, 'Keg', { thingTypeName: 'keg', searchableAttributes: ['siteId'] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-types.html
 */
export class ThingType extends Resource implements IThingType {
  readonly thingTypeName: string
  readonly thingTypeArn: string
  readonly thingTypeId: string

  /** A thing type that is there. */
  static fromThingTypeName(scope: Construct, id: string, thingTypeName: string): IThingType {
    return new ImportedThingType(scope, id, thingTypeName)
  }

  constructor(scope: Construct, id: string, props: ThingTypeProps = {}) {
    super(scope, id)
    const { thingTypeName, description, searchableAttributes = [], propagatingAttributes = [], deprecated } = props
    this.#check(props)
    const type = new CfnThingType(this, 'ThingType', present({
      thingTypeName, deprecateThingType: deprecated,
      thingTypeProperties: present({
        thingTypeDescription: description,
        searchableAttributes: searchableAttributes.length === 0 ? undefined : [...searchableAttributes],
        mqtt5Configuration: propagatingAttributes.length === 0 ? undefined : { propagatingAttributes: [...propagatingAttributes] },
      }),
    }))
    this.thingTypeName = type.ref
    this.thingTypeArn = type.attrArn
    this.thingTypeId = type.attrId
  }

  #check({ thingTypeName, description, searchableAttributes = [], propagatingAttributes = [] }: ThingTypeProps): void {
    const refusals = new Refusals(this)
    refusals.text('thingTypeName', thingTypeName, TEXT.registryName)
    refusals.text('description', description, TEXT.description)
    const count = searchableAttributes.length
    if (count > MAX_ATTRIBUTES.searchable) {
      refusals.refuse(
        'searchableAttributes',
        `${count} are more than AWS IoT takes; take ${MAX_ATTRIBUTES.searchable} at most: the fleet index finds the others as well`,
      )
    }
    searchableAttributes.forEach((name, index) => void refusals.text(`searchableAttributes[${index}]`, name, TEXT.attributeName))
    propagatingAttributes.forEach((attribute, index) => {
      refusals.text(`propagatingAttributes[${index}].userPropertyKey`, attribute.userPropertyKey, TEXT.userPropertyKey)
      if ('thingAttribute' in attribute)
        refusals.text(`propagatingAttributes[${index}].thingAttribute`, attribute.thingAttribute, TEXT.attributeName)
    })
  }
}

class ImportedThingType extends Resource implements IThingType {
  readonly thingTypeName: string
  readonly thingTypeArn: string

  constructor(scope: Construct, id: string, thingTypeName: string) {
    super(scope, id)
    this.thingTypeName = thingTypeName
    this.thingTypeArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'thingtype', resourceName: thingTypeName })
  }
}
