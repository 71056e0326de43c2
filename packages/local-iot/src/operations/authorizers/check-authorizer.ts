import type { Authorizer } from '../../state/iot-state.ts'
import { invalidRequest } from '../../errors/service-exception.ts'

/** Throws for a configuration that AWS refuses: signing needs a token key and public keys. */
export function checkAuthorizer({ authorizerFunctionArn, signingDisabled, tokenKeyName, tokenSigningPublicKeys }: Authorizer): void {
  if (!/^arn:aws:lambda:[^:]+:\d{12}:function:/.test(authorizerFunctionArn)) {
    throw invalidRequest(`Invalid authorizer function ARN: ${authorizerFunctionArn}`)
  }
  if (signingDisabled) return
  if (tokenKeyName === undefined) throw invalidRequest('tokenKeyName is required when signing is enabled')
  if (Object.keys(tokenSigningPublicKeys ?? {}).length === 0) {
    throw invalidRequest('tokenSigningPublicKeys is required when signing is enabled')
  }
}
