import { publicKey } from '../tokens.ts'
import type { UserPool } from '../user-pool.ts'

/** What anybody may know of an issuer; the endpoints are there where the pool has a domain. */
export function discoveryDocument(issuer: string, domainUrl: string | undefined): object {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    ...(domainUrl === undefined ? {} : {
      authorization_endpoint: `${domainUrl}/oauth2/authorize`,
      token_endpoint: `${domainUrl}/oauth2/token`,
      userinfo_endpoint: `${domainUrl}/oauth2/userInfo`,
      revocation_endpoint: `${domainUrl}/oauth2/revoke`,
      end_session_endpoint: `${domainUrl}/logout`,
    }),
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html */
export function keySet({ keys }: UserPool): object {
  return { keys: [publicKey(keys.id), publicKey(keys.access)] }
}
