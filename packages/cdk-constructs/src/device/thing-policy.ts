import { Stack } from 'aws-cdk-lib'
import { CfnPolicy } from 'aws-cdk-lib/aws-iot'
import { Construct } from 'constructs'

/** The name of the thing that is connected, as a policy variable. */
export const THING_NAME = '${iot:Connection.Thing.ThingName}'
/** An attribute of the thing that is connected, as a policy variable. */
export const thingAttribute = (name: string): string => `\${iot:Connection.Thing.Attributes[${name}]}`

/** What a {@link ThingPolicy} takes: topics may hold {@link THING_NAME}, {@link thingAttribute} and `*`. */
export interface ThingPolicyProps {
  readonly publish?: readonly string[]
  /** Topics that may be subscribed to and received. */
  readonly subscribe?: readonly string[]
  /** Whether the thing may use its own classic shadow; default no. */
  readonly shadow?: boolean
}

/**
 * What the certificate of a thing may do: connect under the thing's own name while it is attached to it, and what you list.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html
 */
export class ThingPolicy extends Construct {
  readonly policy: CfnPolicy

  constructor(scope: Construct, id: string, { publish = [], subscribe = [], shadow = false }: ThingPolicyProps) {
    super(scope, id)
    const arn = (resource: string) => (name: string) => Stack.of(this).formatArn({ service: 'iot', resource, resourceName: name })
    const own = `$aws/things/${THING_NAME}/shadow`
    const published = [...publish, ...(shadow ? ['get', 'update'].map((operation) => `${own}/${operation}`) : [])]
    const subscribed = [...subscribe, ...(shadow ? [`${own}/*`] : [])]
    const allow = (Action: string, Resource: string[]) => (Resource.length === 0 ? [] : [{ Effect: 'Allow', Action, Resource }])
    this.policy = new CfnPolicy(this, 'Policy', {
      policyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: 'iot:Connect',
            Resource: [arn('client')(THING_NAME)],
            Condition: { Bool: { 'iot:Connection.Thing.IsAttached': 'true' } },
          },
          ...allow('iot:Publish', published.map(arn('topic'))),
          ...allow('iot:Subscribe', subscribed.map(arn('topicfilter'))),
          ...allow('iot:Receive', subscribed.map(arn('topic'))),
        ],
      },
    })
  }
}
