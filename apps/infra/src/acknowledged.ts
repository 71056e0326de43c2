import { Validations } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** What cdk-nag finds in a construct, or below, and why it is so. */
interface Acknowledged {
  /** Ids of constructs within the stack, from the outside in. */
  readonly path: readonly string[]
  readonly rule: string
  readonly reason: string
}

/** Of the API's stack. */
export const ofApi: readonly Acknowledged[] = [
  {
    path: ['Http'], rule: 'APIG4',
    reason: 'each handler checks the token, so that who is refused gets a problem document; API Gateway has a text of its own for it',
  },
]

/** Of the stack of what is kept. */
export const ofState: readonly Acknowledged[] = [
  { path: ['Readings', 'Table'], rule: 'DDB3', reason: 'readings go after a week by themselves, and the cold store has them, too' },
  { path: ['SignIn', 'Pool'], rule: 'COG2', reason: 'whoever wants a second factor may have one; a bar shares no telephone' },
  {
    path: ['SignIn', 'Pool'], rule: 'COG8',
    reason: 'the plan Plus costs five times as much a person; nobody signs up, and guesses are slowed down under each plan',
  },
  { path: ['Presence'], rule: 'DDB3', reason: 'an event goes after a month, and the next connection tells who is there' },
]

const NOTIFICATIONS_HANDLER = 'BucketNotificationsHandler050a0587b7544547bf325f094a3db834'

/** Of the function with which CDK tells a bucket whom to notify, in any stack that has one. */
export const ofNotifications: readonly Acknowledged[] = [
  {
    path: [NOTIFICATIONS_HANDLER, 'Role'],
    rule: 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    reason: 'CDK gives the function that sets notifications the policy of AWS for logs',
  },
  {
    path: [NOTIFICATIONS_HANDLER, 'Role'], rule: 'IAM5[Resource::*]',
    reason: 'CDK lets it set the notifications of any bucket, since it is one for all of a stack',
  },
  { path: [NOTIFICATIONS_HANDLER], rule: 'L1', reason: 'CDK chooses its runtime' },
]

/** Writes down what is accepted; one that names no construct is refused, so that the list holds no more than there is. */
export function acknowledge(stack: Construct, list: readonly Acknowledged[]): void {
  for (const { path, rule, reason } of list) {
    const construct = path.reduce<Construct | undefined>((scope, id) => scope?.node.tryFindChild(id) as Construct | undefined, stack)
    if (construct === undefined) stack.node.addValidation({
      validate: () => [`${path.join('/')}: there is no such construct; take it from the list of acknowledged findings`],
    })
    else Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason })
  }
}
