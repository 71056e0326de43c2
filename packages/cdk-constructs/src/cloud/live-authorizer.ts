import { Token } from 'aws-cdk-lib'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnAuthorizer } from 'aws-cdk-lib/aws-iot'
import { Construct } from 'constructs'
import { HandlerFunction, type HandlerFunctionProps } from './handler-function.ts'

/** What a {@link LiveAuthorizer} takes. */
export interface LiveAuthorizerProps {
  /** Letters, digits and `_ = , @ -`, 128 at most: pages name it as `x-amz-customauthorizer-name`. */
  readonly authorizerName: string
  /** Gets what a page connects with, answers what it may do; has 5 s. */
  readonly handler: HandlerFunctionProps
  /**
   * Has AWS IoT check that a token was signed before the function is asked, which keeps floods of made-up tokens from it.
   *
   * @default - the function checks the token alone, as it can a JWT
   */
  readonly signing?: TokenSigning
}

/** How a token is signed. */
export interface TokenSigning {
  /** The header or query parameter that the token comes in. */
  readonly tokenKeyName: string
  /** Public keys in PEM, by name. */
  readonly publicKeys: Readonly<Record<string, string>>
}

const AUTHORIZER_NAME = /^[\w=,@-]{1,128}$/

/**
 * Lets browser pages in to MQTT over WebSocket: a function answers, for each connection, what it may subscribe to. AWS IoT alone may invoke it.
 *
 * @example
 * new LiveAuthorizer(this, 'Live', { authorizerName: 'keg-live', handler: { entry: 'src/live-authorizer.ts', grants: [readsSecret(key, 'LIVE_SECRET_ARN')] } })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html
 */
export class LiveAuthorizer extends Construct {
  readonly authorizerName: string
  readonly authorizerArn: string
  readonly handler: HandlerFunction

  constructor(scope: Construct, id: string, { authorizerName, handler, signing }: LiveAuthorizerProps) {
    super(scope, id)
    this.handler = new HandlerFunction(this, 'Handler', handler)
    const { attrArn } = new CfnAuthorizer(this, 'Authorizer', {
      authorizerName, authorizerFunctionArn: this.handler.functionArn, status: 'ACTIVE',
      ...(signing === undefined ? { signingDisabled: true } : { signingDisabled: false, tokenKeyName: signing.tokenKeyName, tokenSigningPublicKeys: { ...signing.publicKeys } }),
    })
    this.handler.addPermission('Iot', { principal: new ServicePrincipal('iot.amazonaws.com'), sourceArn: attrArn })
    this.authorizerName = authorizerName
    this.authorizerArn = attrArn
    this.node.addValidation({ validate: () => problemsOf(authorizerName, signing) })
  }
}

function problemsOf(name: string, signing: TokenSigning | undefined): string[] {
  const problems = Token.isUnresolved(name) || AUTHORIZER_NAME.test(name) ? [] : [`authorizerName: ${JSON.stringify(name)} is no name of an authorizer: letters, digits and "_=,@-", 128 at most`]
  const keys = Object.entries(signing?.publicKeys ?? {})
  if (signing !== undefined && keys.length === 0) problems.push('signing.publicKeys: there is none; give one by name, or leave `signing` out')
  for (const [key, pem] of keys) if (pem.includes('PRIVATE KEY')) problems.push(`signing.publicKeys.${key}: this is a private key, which belongs to who signs tokens alone; give the public one`)
  return problems
}
