import { Resource, Stack, Token, type IResource } from 'aws-cdk-lib'
import { CfnAuthorizer } from 'aws-cdk-lib/aws-iot'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { markUnseenPolicies } from '../policy/unseen-policies.ts'
import { letIotInvoke } from '../roles/iot-invocation.ts'
import { TEXT } from './limits.ts'
import { present } from './present.ts'
import { withoutPrivateKey } from './private-keys.ts'
import { Refusals } from './refusals.ts'

/** A custom authorizer, made here or elsewhere. */
export interface IDeviceAuthorizer extends IResource {
  readonly authorizerName: string
  readonly authorizerArn: string
}

/** Whether AWS IoT checks that a token is signed before it invokes the function; it can't be changed later. */
export type TokenSigning =
  /** Public keys in PEM by name, and which header or query parameter holds the token. */
  | { readonly publicKeys: Readonly<Record<string, string>>; readonly tokenKeyName: string }
  /** Anybody can have the function invoked, and you pay for it. Why that is right here, for who reads the code. */
  | { readonly disabledBecause: string }

export interface DeviceAuthorizerProps {
  /** Part of what clients send, unless it is the default of their endpoint. @default - a name that CloudFormation makes */
  readonly authorizerName?: string
  /** Says in 5 s who may connect, and with which policies. */
  readonly handler: IFunction
  readonly signing: TokenSigning
  /** Whether answers are kept for the requests of one HTTP connection, as long as `refreshAfterInSeconds` of the answer. @default false */
  readonly cachingForHttp?: boolean
  /** @default true */
  readonly active?: boolean
}

const LONGEST_KEY = 5_120
const PUBLIC_KEY = '-----BEGIN PUBLIC KEY-----'
const KEY_NAME = { pattern: /^[a-zA-Z0-9:_-]{1,128}$/, fix: 'take letters, digits, ":", "_" and "-", 128 at most' }

/**
 * Lets a function decide who may connect, by a token or a password, with the permission that AWS IoT needs to invoke it.
 *
 * @example new DeviceAuthorizer(this, 'Live', { handler, signing: { disabledBecause: 'the function verifies a JWT' } })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/custom-authentication.html
 */
export class DeviceAuthorizer extends Resource implements IDeviceAuthorizer {
  readonly authorizerName: string
  readonly authorizerArn: string

  /** An authorizer that is there. */
  static fromAuthorizerName(scope: Construct, id: string, authorizerName: string): IDeviceAuthorizer {
    return new ImportedAuthorizer(scope, id, authorizerName)
  }

  constructor(scope: Construct, id: string, props: DeviceAuthorizerProps) {
    super(scope, id)
    const { authorizerName, handler, signing, cachingForHttp, active = true } = props
    const refusals = new Refusals(this)
    refusals.text('authorizerName', authorizerName, TEXT.word)
    const authorizer = new CfnAuthorizer(this, 'Authorizer', present({
      authorizerName, status: active ? 'ACTIVE' : 'INACTIVE', authorizerFunctionArn: handler.functionArn,
      enableCachingForHttp: cachingForHttp,
      ...('disabledBecause' in signing ? { signingDisabled: true } : signedBy(this, signing, refusals)),
    }))
    if ('disabledBecause' in signing && signing.disabledBecause.trim() === '') {
      refusals.refuse(
        'signing.disabledBecause',
        'it says nothing; say why nobody but your clients can have the function invoked, or give signing.publicKeys',
      )
    }
    this.authorizerName = authorizer.ref
    this.authorizerArn = authorizer.attrArn
    letIotInvoke(this, handler, 'handler', this.authorizerArn, refusals)
  }
}

function signedBy(scope: Construct, { publicKeys, tokenKeyName }: Exclude<TokenSigning, { disabledBecause: string }>, refusals: Refusals) {
  refusals.text('signing.tokenKeyName', tokenKeyName, TEXT.tokenKeyName)
  if (Object.keys(publicKeys).length === 0)
    refusals.refuse('signing.publicKeys', 'there is none to check a signature with; give one, or disabledBecause')
  const usable = Object.entries(publicKeys).flatMap(([name, pem]) => {
    const key = publicKeyOf(scope, name, pem, refusals)
    return key === undefined ? [] : [[name, key]]
  })
  return { signingDisabled: false, tokenKeyName, tokenSigningPublicKeys: Object.fromEntries(usable) }
}

/** The text as it can be in a template. */
function publicKeyOf(scope: Construct, name: string, pem: string, refusals: Refusals): string | undefined {
  const property = `signing.publicKeys.${name}`
  refusals.text(property, name, KEY_NAME)
  const key = withoutPrivateKey(scope, property, pem, refusals, 'openssl pkey -pubout gives its public key')
  if (key === undefined || Token.isUnresolved(pem)) return key
  if (!pem.includes(PUBLIC_KEY)) refusals.refuse(property, `it is no public key in PEM; it begins with ${PUBLIC_KEY}`)
  if (pem.length > LONGEST_KEY)
    refusals.refuse(property, `${pem.length} characters are more than AWS IoT takes; take ${LONGEST_KEY} at most`)
  return key
}

class ImportedAuthorizer extends Resource implements IDeviceAuthorizer {
  readonly authorizerName: string
  readonly authorizerArn: string

  constructor(scope: Construct, id: string, authorizerName: string) {
    super(scope, id)
    markUnseenPolicies(this)
    this.authorizerName = authorizerName
    this.authorizerArn = Stack.of(scope).formatArn({ service: 'iot', resource: 'authorizer', resourceName: authorizerName })
  }
}
