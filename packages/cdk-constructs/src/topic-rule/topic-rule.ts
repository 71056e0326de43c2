import {
  checkRule, memberKinds, type CheckOptions, type Diagnostic, type MessageSchema, type Position, type Rule, type SqlVersion,
} from '@keg/rule-dsl'
import { Annotations, ArnFormat, Resource, Stack, Token, type IResource } from 'aws-cdk-lib'
import { Role } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { DEAD_LETTER_DAYS, MAX_ACTIONS } from '../rules/limits.ts'
import { actionNames, closedService, endedService } from '../rules/ended-services.ts'
import { nameProblems } from '../rules/rule-names.ts'
import { numberProblem } from '../rules/literals.ts'
import { topicProblems } from '../rules/republish-topics.ts'
import { hasTokens, readableStatement, standIn, withoutTokens } from '../rules/substitution.ts'
import { warnOfUnpublishedTopic } from '../policy/unpublished-topics.ts'
import { fromOf, loopsOf, ruleOf } from '../rules/loops.ts'
import { iotFor } from '../roles/service-role.ts'
import type { RuleAction, RuleBinding, TemplateOptions } from '../rules/rule-action.ts'
import { mayHaveMember } from '../rules/selected-members.ts'
import { toQueue } from '../rules/actions/to-queue.ts'
import { acknowledge } from '../acknowledgements/acknowledge.ts'

/** A rule, made here or elsewhere. */
export interface ITopicRule extends IResource {
  readonly topicRuleArn: string
  readonly topicRuleName: string
}

/** A statement: text, or what `from(…)` of `@keg/rule-dsl` built. */
export type RuleStatement = string | { readonly sql: string; readonly rule: Rule }

/** What a {@link TopicRule} takes. */
export interface TopicRuleProps {
  /**
   * Letters, digits and `_`, 128 at most; messages sent to `$aws/rules/{topicRuleName}/…` come straight here.
   *
   * @default - a name that CloudFormation makes
   */
  readonly topicRuleName?: string
  /** @default - none */
  readonly description?: string
  /** The rule's SQL, checked at synthesis. */
  readonly sql: RuleStatement
  /** @default '2016-03-23' */
  readonly sqlVersion?: SqlVersion
  /**
   * What the messages are that the rule gets: then a name in the SQL or in a template that they do not have is told.
   *
   * @default - nothing is said about fields
   */
  readonly schema?: MessageSchema
  /**
   * At most ten in all.
   *
   * @default - none but those of `addAction`
   */
  readonly actions?: readonly RuleAction[]
  /**
   * What gets the message, with the reason, when an action failed for good.
   *
   * @default - a queue of the rule's own, `deadLetterQueue`, that keeps it for 14 days
   */
  readonly errorAction?: RuleAction
  /** @default true */
  readonly enabled?: boolean
}

/**
 * A topic rule with a role of its own that may do what its actions need and nothing else, and an error action.
 *
 * Refused at synthesis, all at once and each with its place: SQL that AWS refuses; a template that AWS refuses, or that names what is not
 * there; an action of a service that has ended; a republish that the rule itself would get again.
 *
 * @example new TopicRule(this, 'Pours', { sql: "SELECT * FROM 'keg/+/+/pours'", actions: [toQueue(queue)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-rules.html
 */
export class TopicRule extends Resource implements ITopicRule {
  readonly topicRuleArn: string
  readonly topicRuleName: string
  readonly rule: CfnTopicRule
  readonly role: Role
  /** Where messages go whose actions failed; absent where an `errorAction` was given. */
  readonly deadLetterQueue: Queue | undefined
  /** As far as it can be checked: absent where it is known at deployment alone. */
  readonly #statement: string | Rule | undefined
  /** Whether something stands for a part of it that is not known: then what may be wrong with it is not told. */
  readonly #isPartial: boolean
  readonly #checks: Pick<TopicRuleProps, 'schema'> & { readonly version: SqlVersion }
  /** What there is to say of the statement by itself. */
  readonly #ofStatement: ReadonlySet<string>
  readonly #actions: CfnTopicRule.ActionProperty[] = []
  readonly #names: string[] = []
  readonly #problems: string[] = []

  /** A rule that is there. Throws where the text is not the ARN of one. */
  static fromTopicRuleArn(scope: Construct, id: string, topicRuleArn: string): ITopicRule {
    const { resourceName: name } = Stack.of(scope).splitArn(topicRuleArn, ArnFormat.SLASH_RESOURCE_NAME)
    if (name === undefined) throw new Error(`${topicRuleArn} is not the ARN of a topic rule: arn:aws:iot:REGION:ACCOUNT:rule/NAME`)
    return new ImportedRule(scope, id, topicRuleArn, name)
  }

  constructor(scope: Construct, id: string, props: TopicRuleProps) {
    super(scope, id)
    const {
      topicRuleName: ruleName, description, sql, sqlVersion = '2016-03-23', actions = [], errorAction, enabled = true, schema,
    } = props
    this.#statement = typeof sql === 'string' ? readableStatement(sql) : sql.rule
    this.#isPartial = hasTokens(typeof sql === 'string' ? sql : sql.sql)
    this.#checks = { version: sqlVersion, ...(schema && { schema }) }
    this.role = new Role(this, 'Role', { assumedBy: iotFor(this, { type: 'rule', name: ruleName }) })
    const payload = {
      sql: typeof sql === 'string' ? sql : sql.sql, awsIotSqlVersion: sqlVersion, ruleDisabled: !enabled,
      actions: this.#actions,
      ...(description === undefined ? {} : { description }),
    }
    this.rule = new CfnTopicRule(this, 'Rule', { ...(ruleName === undefined ? {} : { ruleName }), topicRulePayload: payload })
    this.topicRuleArn = this.rule.attrArn
    this.topicRuleName = this.rule.ref
    const findings = this.#findings()
    this.#ofStatement = new Set(findings.map(textOf))
    for (const { severity, code, message, at } of findings) if (severity === 'warning') this.#warn(code, `sql${placeOf(at)}: ${message}`)
    for (const action of actions) this.addAction(action)
    this.deadLetterQueue = errorAction === undefined ? this.#deadLetters() : undefined
    const onError = errorAction ?? (this.deadLetterQueue && toQueue(this.deadLetterQueue))
    if (onError !== undefined) this.rule.topicRulePayload = { ...payload, errorAction: this.#bind(onError, 'errorAction') }
    // A rule that comes alive before its role may act would drop what it sees.
    this.rule.node.addDependency(this.role)
    this.node.addValidation({ validate: () => this.#validate(ruleName) })
    warnOfUnpublishedTopic(this.rule, fromOf(this.#statement, sqlVersion))
  }

  /** Adds one more thing that the rule does. */
  addAction(action: RuleAction): void {
    const place = `actions[${this.#actions.length}]`
    if (this.#actions.length === MAX_ACTIONS)
      this.#problems.push(`${place}: a rule has at most ${MAX_ACTIONS} actions; make a second rule with the same SQL`)
    const configuration = this.#bind(action, place)
    this.#names.push(...actionNames(configuration))
    this.#actions.push(configuration)
  }

  #bind(action: RuleAction, place: string): CfnTopicRule.ActionProperty {
    const binding: RuleBinding = {
      scope: new Construct(this, place === 'errorAction' ? 'ErrorAction' : `Action${this.#actions.length}`),
      role: this.role,
      ruleArn: this.topicRuleArn,
      ruleName: this.topicRuleName,
      after: (other) => this.rule.node.addDependency(other),
      selects: (name) => this.#ofOutput((rule) => mayHaveMember(rule, name, this.#checks.schema)),
      kindsOf: (name) => this.#ofOutput((rule) => memberKinds(rule, name, this.#checks.schema)),
      template: (property, text, options = {}) => {
        // An error action writes one record, and has no elements.
        this.#checkTemplate(`${place}.${property}`, text, place === 'errorAction' ? { ...options, perElement: false } : options)
        return text
      },
      refuse: (property, message) => void this.#problems.push(`${place}.${property}: ${message}`),
      warn: (property, code, message) => this.#warn(code, `${place}.${property}: ${message}`),
    }
    const configuration = action.bind(binding)
    this.#checkKind(place, configuration)
    return configuration
  }

  /** What was bound counts, whatever the action calls itself. */
  #checkKind(place: string, configuration: CfnTopicRule.ActionProperty): void {
    if (Token.isUnresolved(configuration)) return
    const names = actionNames(configuration)
    for (const name of names) {
      const ended = endedService(name)
      if (ended !== undefined) this.#problems.push(`${place}.${name}: ${ended}`)
      const closed = closedService(name)
      if (closed !== undefined) this.#warn('closed-service', `${place}.${name}: ${closed}`)
    }
    if (names.length !== 1) {
      this.#problems.push(
        `${place}: an action does one thing, and this one has ${names.length === 0 ? 'none' : names.join(', ')}; make an action of each`,
      )
    }
  }

  /** What the statement tells of the output; nothing where a part of it is not known. */
  #ofOutput<Told>(tell: (rule: Rule) => Told | undefined): Told | undefined {
    const rule = this.#isPartial ? undefined : ruleOf(this.#statement, this.#checks.version)
    return rule && tell(rule)
  }

  #deadLetters(): Queue {
    const queue = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: DEAD_LETTER_DAYS,
    })
    acknowledge(queue, 'SQS3', 'it is where the rule sends what its action failed with; a queue behind it would keep the same')
    return queue
  }

  #checkTemplate(property: string, text: string, { republishTopic = false, perElement = false, number = false }: TemplateOptions): void {
    const read = withoutTokens(text)
    const place = `${property} ${JSON.stringify(read)}`
    const actions = perElement ? { actions: ['influxDB'] } : {}
    const statement = ruleOf(this.#statement, this.#checks.version) ?? standIn(read, this.#checks.version)
    for (const finding of checkRule(statement, { ...this.#checks, ...actions, templates: [read] })) {
      // What is wrong with the statement is told once, and not for each template; what may be wrong with a text that is not known is not
      // told.
      if (this.#ofStatement.has(textOf(finding)) || (finding.severity === 'warning' && (this.#isPartial || hasTokens(text)))) continue
      this.#tell(finding.severity, finding.code, `${place}: ${finding.message.replace(`In '${read}': `, '')}`)
    }
    const problem = number ? numberProblem(text) : undefined
    if (problem !== undefined) this.#problems.push(`${property}: ${problem}`)
    if (republishTopic) this.#checkTopic(place, text)
  }

  #checkTopic(place: string, topic: string): void {
    for (const { severity, message } of topicProblems(topic)) this.#tell(severity, 'reserved-topic', `${place}: ${message}`)
    const loop = loopsOf(this.#statement, this.#checks.version, topic)
    if (loop === 'must') {
      this.#problems.push(
        `${place}: the rule's own FROM gets what it publishes there, again and again; publish to another topic, or narrow FROM`,
      )
    }
    if (loop === 'may')
      this.#warn('may-loop', `${place}: the rule's own FROM may get what it publishes there; narrow FROM, or have WHERE leave it out`)
  }

  /** What there is to say of the statement. */
  #findings(options: CheckOptions = {}): readonly Diagnostic[] {
    const findings = this.#statement === undefined ? [] : checkRule(this.#statement, { ...this.#checks, ...options })
    return this.#isPartial ? findings.filter(({ severity }) => severity === 'error') : findings
  }

  /** At synthesis: with all actions, and all rules, known. */
  #validate(ruleName: string | undefined): string[] {
    if (this.#actions.length === 0)
      this.#warn('no-action', 'actions: there are none, so the rule does nothing with what it gets; give actions, or call addAction')
    const ofStatement = this.#findings({ actions: this.#names }).flatMap(({ severity, message, at }) =>
      (severity === 'error' ? [`sql${placeOf(at)}: ${message}`] : []))
    return [...ofStatement, ...nameProblems(this.rule, ruleName), ...this.#problems]
  }

  #tell(severity: Diagnostic['severity'], code: string, message: string): void {
    if (severity === 'error') this.#problems.push(message)
    else this.#warn(code, message)
  }

  /** CDK acknowledges by the id; each message of one id is shown. */
  #warn(code: string, message: string): void {
    Annotations.of(this).addWarningV2(`@keg/cdk-constructs:rule-${code.toLowerCase().replaceAll('_', '-')}`, message)
  }
}

const placeOf = (at: Position | undefined): string => (at === undefined ? '' : ` at line ${at.line}, column ${at.column}`)
const textOf = ({ code, message }: Diagnostic): string => `${code} ${message}`

class ImportedRule extends Resource implements ITopicRule {
  readonly topicRuleArn: string
  readonly topicRuleName: string

  constructor(scope: Construct, id: string, topicRuleArn: string, topicRuleName: string) {
    super(scope, id)
    this.topicRuleArn = topicRuleArn
    this.topicRuleName = topicRuleName
  }
}
