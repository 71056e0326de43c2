import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'

/** Lets a handler act on every resource of a kind of AWS IoT. */
export function onAny(handler: Function, action: string, resource: string, reason: string): void {
  handler.addToRolePolicy(new PolicyStatement({
    actions: [action], resources: [Stack.of(handler).formatArn({ service: 'iot', resource, resourceName: '*' })],
  }))
  accept(handler, `arn:<AWS::Partition>:iot:<AWS::Region>:<AWS::AccountId>:${resource}/*`, reason)
}

/** Lets a handler do what AWS IoT knows no resource of. */
export function ofNone(handler: Function, action: string): void {
  handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources: ['*'] }))
  accept(handler, '*', `${action}: AWS IoT knows no resource of it`)
}

const accept = (handler: Function, resource: string, reason: string): void =>
  Validations.of(handler.role ?? handler).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason })
