import { CfnTopicRuleDestination } from 'aws-cdk-lib/aws-iot'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stack, Token } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { batchConfig, type Batch } from '../batch-config.ts'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

const LIMITS = { openMs: [5, 200], size: [2, 10] } as const

export interface ToHttpProps extends ActionProps {
  /**
   * Where AWS sends the token that shows that the endpoint is yours: `url` begins with it; make it known by an {@link HttpDestination}.
   *
   * @default - the URL itself
   */
  readonly confirmationUrl?: string
  /** In order; values may hold `${…}`. @default - none */
  readonly headers?: readonly { readonly key: string; readonly value: string }[]
  /** Signs requests for this service, as the rule's role. @default - they are not signed */
  readonly auth?: {
    /** As SigV4 names it. */
    readonly serviceName: string
    /** @default - the stack's */
    readonly signingRegion?: string
    /** What the role may do there. */
    readonly grants: readonly PolicyStatement[]
  }
  /** Sends several messages in one request, as a JSON array: open for 5 to 200 ms, 2 to 10 messages; not as an error action. @default - each by itself */
  readonly batch?: Batch
}

/**
 * Posts what the rule selected to an HTTPS endpoint whose {@link HttpDestination} is confirmed and enabled; `url` may hold `${…}`.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/https-rule-action.html
 */
export const toHttp = (url: string, { confirmationUrl, headers = [], auth, batch, ...props }: ToHttpProps = {}): RuleAction =>
  ruleAction('http', props, (binding) => {
    const { scope, role, template, refuse } = binding
    if (!Token.isUnresolved(url) && !url.startsWith('https://')) refuse('http.url', `${JSON.stringify(url)} does not begin with https://`)
    if (batch !== undefined && scope.node.id === 'ErrorAction') refuse('http.batchConfig', 'an error action sends no batches; leave batch out')
    headers.forEach(({ value }, index) => void template(`http.headers[${index}].value`, value))
    for (const statement of auth?.grants ?? []) role.addToPrincipalPolicy(statement)
    return {
      http: {
        url: template('http.url', url),
        ...(confirmationUrl === undefined ? {} : { confirmationUrl }),
        ...(headers.length === 0 ? {} : { headers: headers.map(({ key, value }) => ({ key, value })) }),
        ...(auth && { auth: { sigv4: { roleArn: role.roleArn, serviceName: auth.serviceName, signingRegion: auth.signingRegion ?? Stack.of(scope).region } } }),
        ...(batch && { enableBatching: true, batchConfig: batchConfig(batch, LIMITS, (name, message) => refuse(`http.batchConfig.${name}`, message)) }),
      },
    }
  })

export interface HttpDestinationProps {
  /** What URLs of actions begin with. */
  readonly confirmationUrl: string
}

/**
 * Makes an endpoint known to AWS IoT, which posts `{ enableUrl, confirmationToken }` to it. The endpoint gets `enableUrl` once, or `ConfirmTopicRuleDestination` is
 * called with the token; then the destination is set to ENABLED. Until both are done, actions fail.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html
 */
export class HttpDestination extends Construct {
  readonly destinationArn: string

  constructor(scope: Construct, id: string, { confirmationUrl }: HttpDestinationProps) {
    super(scope, id)
    this.destinationArn = new CfnTopicRuleDestination(this, 'Destination', { httpUrlProperties: { confirmationUrl } }).attrArn
  }
}
