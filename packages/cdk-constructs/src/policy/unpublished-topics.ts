import { Annotations, Stack } from 'aws-cdk-lib'
import { CfnManagedPolicy, CfnPolicy as CfnIamPolicy, CfnRole } from 'aws-cdk-lib/aws-iam'
import { CfnAuthorizer, CfnPolicy, CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { filterPattern, overlaps, resourcePattern, templatePattern } from '../topics/topic-overlap.ts'
import { isOf, isOfType, topicsOf } from './policy-coverage.ts'
import { statementsOf, textOf, TOKEN } from './policy-document.ts'
import { hasUnseenPolicies } from './unseen-policies.ts'

type Pattern = ReturnType<typeof filterPattern>

/** What devices themselves publish of reserved topics; the others are AWS IoT's own. */
const REQUESTS = /^\$aws\/(things\/[^#]*\/(shadow(\/name\/[^/]+)?\/(get|update|delete)|jobs\/([^/]+\/)?(get|update|start-next)|defender\/metrics\/[^/]+)|commands\/.*\/response\/(json|cbor|\+))$/

/**
 * Has synthesis warn of a rule that gets messages from nobody: of policies for devices that let somebody publish, there are some in the
 * app, and neither they nor roles nor other rules of the app publish what the rule's filter matches. Nothing is said where the app has an
 * authorizer, or policies that it does not show.
 */
export function warnOfUnpublishedTopic(rule: CfnTopicRule, from: string | undefined): void {
  rule.node.addValidation({
    validate: () => {
      const filter = unpublished(rule, from)
      if (filter !== undefined) {
        Annotations.of(rule).addWarningV2('@keg/cdk-constructs:unpublished-topic',
          `sql: no policy of the app lets anybody publish what FROM '${filter}' matches, so the rule may get nothing; list the topic in the publish of a ThingPolicy, or mend FROM`)
      }
      return []
    },
  })
}

function unpublished(rule: CfnTopicRule, from: string | undefined): string | undefined {
  if (from === undefined || (from.startsWith('$aws/') && !REQUESTS.test(from))) return undefined
  // What the rule itself may publish is no reason for it to be there.
  const constructs = rule.node.root.node.findAll().filter(({ node }) =>
    rule.node.scope === undefined || !node.scopes.includes(rule.node.scope))
  const ofDevices = constructs.filter((construct) => construct instanceof CfnPolicy).flatMap((policy) =>
    published(policy, policy.policyDocument))
  if (ofDevices.length === 0 || constructs.some((construct) => construct instanceof CfnAuthorizer || hasUnseenPolicies(construct)))
    return undefined
  const others = constructs.flatMap((construct) => [...publishedByRole(construct), ...republished(construct)])
  // A message can be sent right to a rule, whatever its FROM.
  const wanted = [
    filterPattern(from),
    filterPattern(`$aws/rules/${rule.ruleName === undefined ? '+' : textOf(Stack.of(rule).resolve(rule.ruleName), () => '+')}/#`),
  ]
  return [...ofDevices, ...others].some((topics) => wanted.some((pattern) => overlaps(pattern, topics))) ? undefined : from
}

/** The topics that the statements of a document let somebody publish; what is known at deployment alone may be any. */
function published(scope: Construct, document: unknown): readonly Pattern[] {
  const statements = statementsOf(Stack.of(scope).resolve(document)).filter((statement) =>
    statement.effect === 'Allow' && isOf(statement, 'iot:Publish'))
  return statements.flatMap(({ exceptResources, resources }) =>
    (exceptResources
      ? [resourcePattern('*')]
      : resources.filter((resource) => isOfType(resource, 'topic') && !resource.malformed).map(topicsOf)))
}

function publishedByRole(construct: Construct): readonly Pattern[] {
  if (construct instanceof CfnIamPolicy || construct instanceof CfnManagedPolicy) return published(construct, construct.policyDocument)
  if (!(construct instanceof CfnRole)) return []
  const policies: unknown = Stack.of(construct).resolve(construct.policies)
  return Array.isArray(policies)
    ? policies.flatMap(({ policyDocument }: { policyDocument: unknown }) => published(construct, policyDocument))
    : []
}

/** The topics that other rules publish to, by a role that is not of the app, too. */
function republished(construct: Construct): readonly Pattern[] {
  if (!(construct instanceof CfnTopicRule)) return []
  // As the L1 class has it; anything else is no action.
  const { actions = [], errorAction } = (Stack.of(construct).resolve(construct.topicRulePayload) ?? {}) as {
    actions?: CfnTopicRule.ActionProperty[]
    errorAction?: CfnTopicRule.ActionProperty
  }
  return [...actions, ...(errorAction ? [errorAction] : [])].flatMap(({ republish }) => {
    const topic: unknown = republish && 'topic' in republish ? republish.topic : undefined
    return topic === undefined ? [] : [templatePattern(textOf(topic).replace(/^\$\$/, '$').replaceAll(TOKEN, '${*}'))]
  })
}
