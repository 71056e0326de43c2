import { CfnTopicRuleDestination } from 'aws-cdk-lib/aws-iot'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Stack, Token } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import { batchConfig, type Batch } from '../batch-config.ts'
import { hasTokens, isTemplate, withoutTokens } from '../substitution.ts'
import { urlProblems } from './http-url.ts'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

const LIMITS = { openMs: [5, 200], size: [2, 10] } as const

export interface ToHttpProps extends ActionProps {
  /**
   * Makes the endpoint known to AWS IoT, before the rule; in place of `confirmationUrl`.
   *
   * @default - AWS IoT makes one by itself
   */
  readonly destination?: HttpDestination
  /**
   * Where AWS sends the token that shows that the endpoint is yours: `url` begins with it, and has its templates behind the host.
   *
   * @default - the destination's, or the URL itself
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
  /**
   * Sends several messages in one request, as a JSON array: open for 5 to 200 ms, 2 to 10 messages; not as an error action.
   * @default - each by itself
   */
  readonly batch?: Batch
}

/**
 * Posts what the rule selected to an HTTPS endpoint whose {@link HttpDestination} is confirmed and enabled; `url` may hold `${…}`.
 *
 * @example
 * new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toHttp('https://bar.example/pours', { destination })] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/https-rule-action.html
 */
export const toHttp = (
  url: string, { destination, confirmationUrl = destination?.confirmationUrl, headers = [], auth, batch, ...props }: ToHttpProps = {},
): RuleAction =>
  ruleAction('http', props, (binding) => {
    const { scope, role, template, refuse, after } = binding
    // Made with the rule, there would be one already, which CloudFormation refuses to make again.
    if (destination !== undefined) after(destination)
    for (const [property, message] of urlProblems(url, confirmationUrl)) refuse(`http.${property}`, message)
    if (batch !== undefined && scope.node.id === 'ErrorAction')
      refuse('http.batchConfig', 'an error action sends no batches; leave batch out')
    headers.forEach(({ value }, index) => void template(`http.headers[${index}].value`, value))
    for (const statement of auth?.grants ?? []) role.addToPrincipalPolicy(statement)
    return {
      http: {
        url: template('http.url', url),
        ...(confirmationUrl === undefined ? {} : { confirmationUrl }),
        ...(headers.length === 0 ? {} : { headers: headers.map(({ key, value }) => ({ key, value })) }),
        ...(auth
          && { auth: {
            sigv4: { roleArn: role.roleArn, serviceName: auth.serviceName, signingRegion: auth.signingRegion ?? Stack.of(scope).region },
          } }),
        ...(batch
          && {
            enableBatching: true, batchConfig: batchConfig(batch, LIMITS, (name, message) => refuse(`http.batchConfig.${name}`, message)),
          }),
      },
    }
  })

export interface HttpDestinationProps {
  /** What URLs of actions begin with: `https://…`. */
  readonly confirmationUrl: string
  /**
   * `ENABLED` is for a later deployment: what is not confirmed yet can't be enabled.
   *
   * @default - IN_PROGRESS until it is confirmed, then what `UpdateTopicRuleDestination` sets
   */
  readonly status?: 'ENABLED' | 'DISABLED'
}

const MAX_URL_LENGTH = 2_000

/**
 * Makes an endpoint known to AWS IoT, which posts `{ arn, confirmationToken, enableUrl, messageType }` to it. The endpoint confirms itself
 * by `confirmDestination` (or `ConfirmTopicRuleDestination` is called with the token), then `UpdateTopicRuleDestination` enables it. Until
 * both are done, actions fail.
 *
 * @example new HttpDestination(this, 'Bar', { confirmationUrl: 'https://bar.example/iot' })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http-action-destination.html
 */
export class HttpDestination extends Construct {
  readonly destinationArn: string
  readonly confirmationUrl: string

  constructor(scope: Construct, id: string, { confirmationUrl, status }: HttpDestinationProps) {
    super(scope, id)
    this.confirmationUrl = confirmationUrl
    this.node.addValidation({ validate: () => confirmationProblems(confirmationUrl) })
    this.destinationArn = new CfnTopicRuleDestination(this, 'Destination', {
      httpUrlProperties: { confirmationUrl }, ...(status && { status }),
    }).attrArn
  }
}

function confirmationProblems(url: string): string[] {
  if (isTemplate(url)) return [`confirmationUrl: ${JSON.stringify(withoutTokens(url))} has a template; give the part before it`]
  if (hasTokens(url) || Token.isUnresolved(url)) return []
  if (!url.startsWith('https://')) return [`confirmationUrl: ${JSON.stringify(url)} does not begin with https://`]
  return url.length > MAX_URL_LENGTH ? [`confirmationUrl: it has ${url.length} characters, and AWS takes ${MAX_URL_LENGTH} at most`] : []
}
