import { HandlerFunction, IngestQueue, THING_NAME, thingAttribute, ThingPolicy, TopicRule, toQueue, toTopic, type RuleAction } from '@keg/cdk-constructs'
import { batchFlow, flows, LOOKUP_ROLE, routes, type Action, type Flow, type Grant, type Lookup, type Route } from '@keg/flows'
import { alert, batch, batchAcks, batchedOnward, command, pour, reply, reported, siteSummary, state, stateRequest, telemetry } from '@keg/message-schemas/keg'
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { AttributeType, BillingMode, ProjectionType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnAuthorizer } from 'aws-cdk-lib/aws-iot'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Construct } from 'constructs'
import { apiHandler, ingestHandler } from './entries.ts'

/** Everything that is said to a gateway. */
const TO_GATEWAY = 'keg/{siteId}/gateways/{gatewayId}/*'

/** Queues whose senders are told what was booked: given up or not, by handlers of their own. */
const ANSWERING: ReadonlySet<string> = new Set(['batches'])

/** What a {@link KegStack} takes. */
export interface KegStackProps extends StackProps {
  /** Tells stacks of one account apart: letters, digits and `_`. */
  readonly stage: string
}

/** The whole cloud side: rules, ingest, ledger, API, and what kegs and pages may do. Flows and routes come from the map. */
export class KegStack extends Stack {
  private readonly stage: string
  private readonly table: Table
  private readonly liveSecret: Secret
  private readonly liveAuthorizerName: string

  constructor(scope: Construct, id: string, { stage, ...props }: KegStackProps) {
    super(scope, id, props)
    this.stage = stage
    this.liveAuthorizerName = `keg-${stage}-live`
    this.table = this.ledger()
    this.liveSecret = new Secret(this, 'LiveSecret', { generateSecretString: { passwordLength: 64, excludePunctuation: true } })
    this.deployFlows()
    this.deployLiveAuthorizer()
    const api = this.deployApi()
    const policy = this.kegPolicy()
    new CfnOutput(this, 'ApiUrl', { value: api.apiEndpoint })
    new CfnOutput(this, 'KegPolicyName', { value: policy.ref })
    new CfnOutput(this, 'GatewayPolicyName', { value: this.gatewayPolicy().ref })
    new CfnOutput(this, 'BatchRuleName', { value: this.ruleName(batchFlow.name) })
    new CfnOutput(this, 'TableName', { value: this.table.tableName })
  }

  private ledger(): Table {
    const key = (name: string) => ({ name, type: AttributeType.STRING })
    const table = new Table(this, 'Ledger', {
      partitionKey: key('pk'),
      sortKey: key('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    })
    table.addGlobalSecondaryIndex({ indexName: 'byKind', partitionKey: key('kind'), sortKey: key('order'), projectionType: ProjectionType.ALL })
    return table
  }

  private deployFlows(): void {
    for (const { name, description, rule, actions, lookups } of flows as readonly Flow[]) {
      const queues = actions.filter((action) => action.kind === 'queue').map((action) => this.ingestQueue(action.name))
      const targets = new Map(queues.map((queue) => [queue.node.id, queue]))
      const [quarantine] = queues
      new TopicRule(this, `${capital(name)}Rule`, {
        topicRuleName: this.ruleName(name),
        description,
        sql: lookups === undefined ? rule.sql : rule.sql.replaceAll(LOOKUP_ROLE, this.lookupRole(name, lookups).roleArn),
        actions: actions.map((action) => this.ruleAction(action, targets)),
        ...(quarantine ? { errorAction: toQueue(quarantine.quarantineQueue) } : {}),
      })
    }
  }

  private ruleName(flow: string): string {
    return `keg_${this.stage}_${flow}`
  }

  /** What a rule's SQL looks things up with. */
  private lookupRole(flow: string, lookups: readonly Lookup[]): Role {
    const role = new Role(this, `${capital(flow)}Lookups`, { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    const actions = { thing: 'iot:DescribeThing', shadow: 'iot:GetThingShadow' }
    const thing = this.formatArn({ service: 'iot', resource: 'thing', resourceName: '*' })
    role.addToPolicy(new PolicyStatement({ actions: lookups.map((lookup) => actions[lookup]), resources: [thing] }))
    return role
  }

  private ruleAction(action: Action, queues: ReadonlyMap<string, IngestQueue>): RuleAction {
    if (action.kind === 'republish') return toTopic(action.topic, { qos: action.qos })
    const target = queues.get(capital(action.name))
    if (!target) throw new Error(`The flow sends to the queue ${action.name}, which it does not have.`)
    return toQueue(target.queue)
  }

  private ingestQueue(name: string): IngestQueue {
    const environment = { TABLE_NAME: this.table.tableName }
    const queue = new IngestQueue(this, capital(name), {
      handler: { entry: ingestHandler(name), environment },
      quarantineHandler: { entry: ingestHandler(ANSWERING.has(name) ? `${name}-quarantine` : 'quarantine'), environment },
    })
    for (const handler of [queue.handler, queue.quarantineHandler]) {
      this.table.grant(handler, 'dynamodb:PutItem', 'dynamodb:UpdateItem')
      if (ANSWERING.has(name)) handler.addToRolePolicy(new PolicyStatement({ actions: ['iot:Publish'], resources: [batchAcks, ...batchedOnward].map(({ topic }) => this.topicArn(topic.text)) }))
    }
    return queue
  }

  /** Every topic of a template's shape. */
  private topicArn(template: string): string {
    return this.formatArn({ service: 'iot', resource: 'topic', resourceName: template.replace(/\{\w+\}/g, '*') })
  }

  private deployLiveAuthorizer(): void {
    const iotArn = this.formatArn({ service: 'iot', resource: 'x' }).replace(/:x$/, '')
    const authorizer = new HandlerFunction(this, 'LiveAuthorizer', {
      entry: apiHandler('live-authorizer'),
      environment: { LIVE_SECRET_ARN: this.liveSecret.secretArn, IOT_ARN: iotArn },
    })
    this.liveSecret.grantRead(authorizer)
    const { attrArn } = new CfnAuthorizer(this, 'LiveIotAuthorizer', {
      authorizerName: this.liveAuthorizerName,
      authorizerFunctionArn: authorizer.functionArn,
      status: 'ACTIVE',
      // The token is a JWT that the function verifies; IoT need not check a signature before.
      signingDisabled: true,
    })
    authorizer.addPermission('Iot', { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: attrArn })
  }

  private deployApi(): HttpApi {
    const api = new HttpApi(this, 'Api', { description: 'Reads the ledger, commands kegs' })
    for (const route of routes) {
      const id = capital(route.handler)
      const handler = new HandlerFunction(this, id, { entry: apiHandler(route.handler), environment: this.environmentOf(route) })
      for (const grant of route.grants) this.grant(grant, handler)
      api.addRoutes({ path: route.path, methods: [HttpMethod[route.method]], integration: new HttpLambdaIntegration(`${id}Integration`, handler) })
    }
    return api
  }

  private environmentOf({ grants }: Route): Record<string, string> {
    return {
      ...(grants.includes('readStore') ? { TABLE_NAME: this.table.tableName } : {}),
      ...(grants.includes('signTickets') ? { LIVE_SECRET_ARN: this.liveSecret.secretArn, LIVE_AUTHORIZER: this.liveAuthorizerName } : {}),
    }
  }

  private grant(grant: Grant, handler: HandlerFunction): void {
    const thing = this.formatArn({ service: 'iot', resource: 'thing', resourceName: '*' })
    const allow = (action: string) => handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [thing] }))
    switch (grant) {
      case 'readStore': this.table.grant(handler, 'dynamodb:GetItem', 'dynamodb:Query'); break
      case 'signTickets': this.liveSecret.grantRead(handler); break
      case 'readShadow': allow('iot:GetThingShadow'); break
      case 'writeShadow': allow('iot:UpdateThingShadow'); break
      case 'readRegistry': allow('iot:DescribeThing'); break
    }
  }

  private kegPolicy() {
    const own = { siteId: thingAttribute('siteId'), kegId: THING_NAME, commandId: '*' }
    return new ThingPolicy(this, 'KegPolicy', {
      publish: [pour, telemetry, alert, reply].map(({ topic }) => filled(topic.text, own)),
      subscribe: [filled(command.topic.text, own)],
      shadow: true,
    }).policy
  }

  /** A gateway speaks for the kegs of its site, and has nothing to do with `$aws/things`: a rule brings what they report into their shadows. */
  private gatewayPolicy() {
    const own = { siteId: thingAttribute('siteId'), gatewayId: THING_NAME, kegId: '*', commandId: '*', ruleName: this.ruleName(batchFlow.name) }
    return new ThingPolicy(this, 'GatewayPolicy', {
      publish: [telemetry, siteSummary, alert, reply, reported, stateRequest, batch].map(({ topic }) => filled(topic.text, own)),
      // What is for the gateway itself (acks, live) in one: AWS takes policies of 2,048 characters.
      subscribe: [state.topic.text, command.topic.text, TO_GATEWAY].map((template) => filled(template, own)),
    }).policy
  }
}

/** A topic with policy variables in it, which no topic level may hold: the template's text is filled as it stands. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (level, name: string) => values[name] ?? level)

/** `list-kegs` → `ListKegs`: an id in the stack. */
const capital = (name: string): string => name.split(/[-_]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
