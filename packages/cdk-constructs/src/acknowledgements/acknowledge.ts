import { Reference, Stack, Tokenization, Validations } from 'aws-cdk-lib'
import { Policy } from 'aws-cdk-lib/aws-iam'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { IConstruct } from 'constructs'

/** Accepts what a rule of cdk-nag's AwsSolutions pack finds in a construct and below, with the reason. */
export const acknowledge = (construct: IConstruct, rule: string, reason: string): void => {
  // CDK has no id for a name whose brackets do not match; that is found, then.
  if (isBalanced(rule)) Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason })
}

const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

function isBalanced(text: string): boolean {
  const open: (string | undefined)[] = []
  for (const character of text) {
    if (Object.hasOwn(CLOSED_BY, character)) open.push(CLOSED_BY[character])
    else if (')]}'.includes(character) && open.pop() !== character) return false
  }
  return open.length === 0
}

/** Accepts one resource with a `*` in a policy of the construct or below; any other is found still. */
export const acknowledgeWildcard = (construct: IConstruct, arn: string, reason: string): void => {
  if (arn.includes('*'))
    acknowledge(construct, `IAM5[Resource::${flat(Stack.of(construct).resolve(imported(arn, Stack.of(construct))))}]`, reason)
}

/** The text with what it takes of other stacks as it is imported from them, where stacks are told to export what others take. */
function imported(text: string, into: Stack): string {
  if (into.node.tryGetContext('@aws-cdk/core:defaultCrossStackReferences') !== 'strong') return text
  const fragments = Tokenization.reverseString(text)
  return fragments.mapTokens({
    mapToken: (token) =>
      (Reference.isReference(token) && Stack.of(token.target) !== into ? Stack.of(token.target).exportValue(token) : token),
  }).join({ join: (left: unknown, right: unknown) => `${String(left)}${String(right)}` }) as string
}

/** As cdk-nag writes resources: `arn:<AWS::Partition>:iot:…`. */
function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value).replace(/\$\{([^}]*)\}/g, '<$1>')
  const [[name, argument] = ['', undefined]] = Object.entries(value)
  if (name === 'Fn::Sub') return flat(argument)
  if (name === 'Fn::ImportValue') return flat(argument)
  if (name === 'Ref') return `<${String(argument)}>`
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument.join('.')}>`
  if (name === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) return argument[1].map(flat).join(String(argument[0]))
  return JSON.stringify(value)
}

/** Accepts that a role does to each object of a bucket what CDK's grants allow. */
export function acknowledgeObjects(construct: IConstruct, bucket: IBucket, reason: string): void {
  acknowledgeWildcard(construct, `${bucket.bucketArn}/*`, reason)
  for (const action of ['s3:Abort*', 's3:DeleteObject*', 's3:GetBucket*', 's3:GetObject*', 's3:List*'])
    acknowledge(construct, `IAM5[Action::${action}]`, `what CDK grants for a bucket: ${reason}`)
}

/** Accepts every wildcard of the policies that a construct has by now: for what CDK grants in a construct of its own. */
export function acknowledgeGrants(construct: IConstruct, reason: string): void {
  for (const policy of construct.node.findAll()) {
    if (!(policy instanceof Policy)) continue
    const { Statement }: { Statement: readonly { readonly Action: string | string[]; readonly Resource: unknown }[] } = Stack.of(construct)
      .resolve(policy.document)
    for (const { Action, Resource } of Statement) {
      for (const action of [Action].flat()) if (action.includes('*')) acknowledge(construct, `IAM5[Action::${action}]`, reason)
      for (const resource of [Resource].flat().map(flat))
        if (resource.includes('*')) acknowledge(construct, `IAM5[Resource::${resource}]`, reason)
    }
  }
}

/** Accepts one of AWS's own policies on a role, by its path and name. */
export const acknowledgeManagedPolicy = (construct: IConstruct, name: string, reason: string): void =>
  acknowledge(construct, `IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`, reason)
