import { Construct } from 'constructs'
import { DeviceAuthorizer, type TokenSigning } from '../device/device-authorizer.ts'
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

/**
 * Lets browser pages in to MQTT over WebSocket: a function answers, for each connection, what it may subscribe to. AWS IoT alone may invoke
 * it.
 *
 * @example
 * const grants = [readsSecret(secret, 'LIVE_SECRET_ARN')]
 * new LiveAuthorizer(this, 'Live', { authorizerName: 'keg-live', handler: { entry: 'src/live-authorizer.ts', grants } })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/config-custom-auth.html
 */
export class LiveAuthorizer extends Construct {
  readonly authorizerName: string
  readonly authorizerArn: string
  readonly handler: HandlerFunction

  constructor(
    scope: Construct,
    id: string,
    { authorizerName, handler, signing = { disabledBecause: 'the function checks the token' } }: LiveAuthorizerProps,
  ) {
    super(scope, id)
    this.handler = new HandlerFunction(this, 'Handler', handler)
    this.authorizerArn = new DeviceAuthorizer(this, 'Authorizer', { authorizerName, handler: this.handler, signing }).authorizerArn
    this.authorizerName = authorizerName
  }
}
