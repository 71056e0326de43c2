import { ArnFormat, Resource, Stack, type IResource } from 'aws-cdk-lib'
import { CfnThing } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { MAX_ATTRIBUTES, TEXT } from './limits.ts'
import { present } from './present.ts'
import { Refusals } from './refusals.ts'

/** A thing, made here or elsewhere. */
export interface IThing extends IResource {
  readonly thingName: string
  readonly thingArn: string
}

export interface ThingProps {
  /** @default - a name that CloudFormation makes */
  readonly thingName?: string
  /**
   * Three at most: CloudFormation gives no thing a type, and AWS IoT gives more attributes to things of a type alone.
   *
   * @default - none
   */
  readonly attributes?: Readonly<Record<string, string>>
}

/**
 * An entry of the registry that stands for one device. CloudFormation knows neither a thing's type, groups nor billing group: a
 * {@link ProvisioningTemplate} gives them.
 *
 * @example new Thing(this, 'Keg', { thingName: 'keg-1', attributes: { siteId: 'berlin' } })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-registry.html
 */
export class Thing extends Resource implements IThing {
  readonly thingName: string
  readonly thingArn: string
  readonly thingId: string

  /** A thing that is there. */
  static fromThingName(scope: Construct, id: string, thingName: string): IThing {
    return new ImportedThing(scope, id, thingName)
  }

  constructor(scope: Construct, id: string, { thingName, attributes = {} }: ThingProps = {}) {
    super(scope, id)
    const refusals = new Refusals(this)
    refusals.text('thingName', thingName, TEXT.registryName)
    refusals.attributes(attributes, MAX_ATTRIBUTES.thing, '; a ProvisioningTemplate makes things of a type, which take 50')
    const attributePayload = Object.keys(attributes).length === 0 ? undefined : { attributes: { ...attributes } }
    const thing = new CfnThing(this, 'Thing', present({ thingName, attributePayload }))
    this.thingName = thing.ref
    this.thingArn = thing.attrArn
    this.thingId = thing.attrId
  }
}

class ImportedThing extends Resource implements IThing {
  readonly thingName: string
  readonly thingArn: string

  constructor(scope: Construct, id: string, thingName: string) {
    super(scope, id)
    this.thingName = thingName
    this.thingArn = Stack.of(scope).formatArn({
      service: 'iot', resource: 'thing', resourceName: thingName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  }
}
