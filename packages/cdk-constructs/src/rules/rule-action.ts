import type { Kind } from '@keg/rule-dsl'
import type { IRole } from 'aws-cdk-lib/aws-iam'
import type { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import type { Construct, IDependable } from 'constructs'

/** What an action is made for: one place in one rule. */
export interface RuleBinding {
  /** For constructs of the action's own. */
  readonly scope: Construct
  /** What the action acts as: give it what it needs, on exactly the resource. */
  readonly role: IRole
  readonly ruleArn: string
  readonly ruleName: string
  /** Whether what the rule puts out may have this member: `false` where it never has, `undefined` where that can't be told. */
  selects(member: string): boolean | undefined
  /** The kinds of value that this member of what the rule puts out may have; `undefined` where that can't be told. */
  kindsOf(member: string): ReadonlySet<Kind> | undefined
  /** Takes a parameter that may hold `${…}`: it is checked against the rule's SQL at synthesis. Answers the text. */
  template(property: string, text: string, options?: TemplateOptions): string
  /** Has the rule made after this. */
  after(other: IDependable): void
  /** Refuses the rule at synthesis; the message says what is wrong with the property, and the fix. */
  refuse(property: string, message: string): void
  /** Warns of the rule at synthesis; it is acknowledged by `@keg/cdk-constructs:rule-{code}`. */
  warn(property: string, code: string, message: string): void
}

export interface TemplateOptions {
  /** `@{…}` may be there, too, and names what the SQL selects: in `tableName` and tag values of InfluxDB. @default false */
  readonly perElement?: boolean
  /** It is a topic that the rule publishes to. @default false */
  readonly republishTopic?: boolean
  /** It comes to a number: a text without `${…}` has to be one. @default false */
  readonly number?: boolean
}

/** What a rule does with a message. */
export interface RuleAction {
  /** As AWS's API names it: `sqs`, `republish`. */
  readonly name: string
  /** Gives the role its rights; answers the action's configuration for CloudFormation. */
  bind(binding: RuleBinding): CfnTopicRule.ActionProperty
}

/** What every action takes. */
export interface ActionProps {
  /**
   * What the action acts as; `iot.amazonaws.com` has to be allowed to assume it.
   *
   * @default - the rule's own role
   */
  readonly role?: IRole
}

/** An action of a kind; a role of its own takes the place of the rule's. */
export const ruleAction = (
  name: string, { role }: ActionProps, bind: (binding: RuleBinding) => CfnTopicRule.ActionProperty,
): RuleAction => ({
  name,
  bind: (binding) => bind(role === undefined ? binding : { ...binding, role }),
})
