import { Logger } from '@aws-lambda-powertools/logger'
import { pageClientId } from '@keg/flows/routes'
import type { IoTCustomAuthorizerEvent, IoTCustomAuthorizerResult } from 'aws-lambda'
import { TokenRefused, type VerifyToken } from '../people/verify-token.ts'
import { mostOfThem, watching } from './policies.ts'

const logger = new Logger({ serviceName: 'live-authorizer' })
/** What AWS IoT takes: custom-auth-lambda.html; no token lasts longer than an hour. */
const SHORTEST_SEC = 300
const LONGEST_SEC = 3_600

const isOf = (subject: string, clientId: string): boolean =>
  clientId.startsWith(pageClientId(subject)) && /^[\w-]{1,64}$/.test(clientId.slice(pageClientId(subject).length))

/** What the authorizer knows. */
export interface AuthorizerOptions {
  readonly verify: VerifyToken
  readonly nowSec: () => number
  /** The start of the ARNs of clients and topics: `arn:aws:iot:{region}:{account}`. */
  readonly iotArn: string
}

/**
 * Lets a page in whose password is an access token, to watch what is at the person's sites: it may connect under one of the person's
 * client ids, subscribe, and publish nothing. The connection ends as the token runs out, within AWS's bounds; its session ends with it,
 * and it leaves no Will: what waits for a page that is gone costs money and disk.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-lambda.html
 */
export const liveAuthorizer =
  ({ verify, nowSec, iotArn }: AuthorizerOptions) =>
  async (event: IoTCustomAuthorizerEvent): Promise<IoTCustomAuthorizerResult> => {
    const { clientId = '', password = '' } = event.protocolData.mqtt ?? {}
    try {
      const person = await verify(Buffer.from(password, 'base64').toString())
      const { subject, username, sites, untilSec } = person
      if (!isOf(subject, clientId)) throw new TokenRefused('INVALID', 'The client id is not one of this person.')
      const lastsSec = Math.min(LONGEST_SEC, Math.max(SHORTEST_SEC, Math.floor(untilSec - nowSec())))
      const watched = mostOfThem(sites)
      if (watched !== undefined && sites !== undefined && watched.length < sites.length)
        logger.warn('more sites than policies have room for', { username, sites: sites.length, watched: watched.length })
      return {
        isAuthenticated: true, principalId: subject.replaceAll(/[^A-Za-z0-9]/g, ''), disconnectAfterInSeconds: lastsSec,
        refreshAfterInSeconds: lastsSec, policyDocuments: watching(iotArn, clientId, watched),
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (error instanceof TokenRefused) logger.warn('live connection refused', { clientId, reason })
      else logger.error('live connection could not be judged', { clientId, error: error instanceof Error ? error : reason })
      return {
        isAuthenticated: false, principalId: 'refused', disconnectAfterInSeconds: SHORTEST_SEC, refreshAfterInSeconds: SHORTEST_SEC,
        policyDocuments: [],
      }
    }
  }
