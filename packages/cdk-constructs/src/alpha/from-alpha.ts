import { Resource, type IResource } from 'aws-cdk-lib'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import type { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { urlProblems } from '../rules/actions/http-url.ts'
import type { RuleAction, RuleBinding, TemplateOptions } from '../rules/rule-action.ts'
import { NO_PERMISSION } from '../roles/iot-invocation.ts'

/** A rule as the alpha module's actions know it. */
export interface AlphaTopicRule extends IResource {
  readonly topicRuleArn: string
  readonly topicRuleName: string
}

/** An action of `@aws-cdk/aws-iot-actions-alpha`, or one of your own for that module: its `IAction`. */
export interface AlphaAction {
  /** @internal in the alpha module, and all that there is. */
  _bind(topicRule: AlphaTopicRule): { readonly configuration: CfnTopicRule.ActionProperty }
}

/**
 * What an action of `@aws-cdk/aws-iot-actions-alpha` does, for a rule of this package: with the same configuration, as the rule's own role
 * unless it has one. Its templates are checked like all others. That module is not needed for anything else.
 *
 * @example
 * import { SqsQueueAction } from '@aws-cdk/aws-iot-actions-alpha'
 *
 * new TopicRule(this, 'Pours', { sql: "SELECT * FROM 'keg/+/pours'", actions: [fromAlpha(new SqsQueueAction(queue))] })
 */
export const fromAlpha = (action: AlphaAction): RuleAction => ({
  name: 'alpha',
  bind(binding) {
    const { configuration } = action._bind(new BoundRule(binding))
    const given = defined(configuration)
    checkTemplates(given, binding)
    if (given.http !== undefined) checkUrls(given.http, binding)
    if (given.lambda !== undefined && !hasPermission(binding, functionArnOf(given.lambda))) {
      binding.refuse('lambda.functionArn', NO_PERMISSION)
    }
    return given
  },
})

/** What the alpha's actions ask for their shared role by. */
const SHARED_ROLE = 'TopicRuleActionRole'

/** The rule as an alpha action sees it: the role that such actions share is the rule's own. */
class BoundRule extends Resource implements AlphaTopicRule {
  readonly topicRuleArn: string
  readonly topicRuleName: string

  constructor({ scope, role, ruleArn, ruleName }: RuleBinding) {
    super(scope, 'Rule')
    this.topicRuleArn = ruleArn
    this.topicRuleName = ruleName
    const { node } = this
    const find = node.tryFindChild.bind(node)
    node.tryFindChild = (id) => (id === SHARED_ROLE ? role : find(id))
  }
}

/** Alpha's actions leave members undefined that were not given. */
const defined = (configuration: CfnTopicRule.ActionProperty): CfnTopicRule.ActionProperty =>
  Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== undefined))

const OPTIONS: Readonly<Record<string, TemplateOptions>> = {
  'republish.topic': { republishTopic: true }, 'cloudwatchMetric.metricValue': { number: true },
}

function checkUrls(http: object, { refuse }: RuleBinding): void {
  const [url, confirmationUrl] = [memberOf(http, 'url'), memberOf(http, 'confirmationUrl')]
  for (const [property, message] of url === undefined ? [] : urlProblems(url, confirmationUrl)) refuse(`http.${property}`, message)
}

/** A text of a configuration; `undefined` where it is known at deployment alone. */
const memberOf = (of: object, name: string): string | undefined =>
  Object.entries(of).flatMap(([key, value]): string[] => (key === name && typeof value === 'string' ? [value] : []))[0]

function checkTemplates(value: unknown, binding: RuleBinding, path = ''): void {
  if (typeof value === 'string') return void binding.template(path, value, OPTIONS[path])
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    checkTemplates(member, binding, Array.isArray(value) ? `${path}[${name}]` : path === '' ? name : `${path}.${name}`)
  }
}

const functionArnOf = (lambda: object): unknown => ('functionArn' in lambda ? lambda.functionArn : undefined)

/** Whether anything of the app lets AWS IoT invoke this function for this rule. An alpha action that can't add it says nothing. */
function hasPermission({ scope, ruleArn }: RuleBinding, functionArn: unknown): boolean {
  return scope.node.root.node.findAll().some((one: { readonly node: Construct['node'] }) =>
    one instanceof CfnPermission && one.principal === 'iot.amazonaws.com' && one.sourceArn === ruleArn && one.functionName === functionArn)
}
