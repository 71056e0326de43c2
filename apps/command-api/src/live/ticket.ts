import { jwtVerify, SignJWT } from 'jose'

const AUDIENCE = 'keg-live'
const VALID_SEC = 300

/** A ticket lets one client id connect; it is good for five minutes, the connection itself for as long as IoT allows. */
export interface Ticket {
  readonly clientId: string
}

/** Signs a ticket: a JWT (HS256) with the client id as its subject. */
export const signTicket = ({ clientId, nowSec }: Ticket & { readonly nowSec: number }, key: Uint8Array): Promise<string> =>
  new SignJWT().setProtectedHeader({ alg: 'HS256' }).setSubject(clientId).setAudience(AUDIENCE).setIssuedAt(nowSec)
    .setExpirationTime(nowSec + VALID_SEC).sign(key)

/** The ticket in a token. Rejects with jose's error when it was not signed with this key, is for something else, or is too old. */
export async function readTicket(token: string, key: Uint8Array, nowSec: number): Promise<Ticket> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: ['HS256'], audience: AUDIENCE, requiredClaims: ['sub', 'exp'], currentDate: new Date(nowSec * 1_000),
  })
  return { clientId: payload.sub ?? '' }
}
