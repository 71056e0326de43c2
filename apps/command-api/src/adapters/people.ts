import { variable } from '@keg/store/variable'
import { createRemoteJWKSet } from 'jose'
import type { Gate } from '../http/gate.ts'
import { tokenVerifier, type VerifyToken } from '../people/verify-token.ts'
import { nowSec } from './clock.ts'

/** Verifies the tokens of `TOKEN_ISSUER`, whose keys are asked for as they are needed, for the clients `TOKEN_CLIENTS`, ids with commas. */
export function verifierFromEnvironment(): VerifyToken {
  const issuer = variable('TOKEN_ISSUER')
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
  return tokenVerifier({ issuer, clientIds: variable('TOKEN_CLIENTS').split(','), keys, nowSec })
}

/** The gate of routes that are about no one keg. */
export const gateFromEnvironment = (): Gate => ({ verify: verifierFromEnvironment() })
