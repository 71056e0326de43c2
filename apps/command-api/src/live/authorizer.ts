import { Logger } from '@aws-lambda-powertools/logger'
import type { IoTCustomAuthorizerEvent, IoTCustomAuthorizerResult } from 'aws-lambda'
import { readTicket } from './ticket.ts'

const logger = new Logger({ serviceName: 'live-authorizer' })
const A_DAY_SEC = 86_400

/** Where the policies of a live connection hold. */
export interface AuthorizerOptions {
  readonly key: () => Promise<Uint8Array>
  readonly nowSec: () => number
  /** The start of the ARNs of clients and topics: `arn:aws:iot:{region}:{account}`. */
  readonly iotArn: string
}

/**
 * Lets a page with a ticket watch what kegs send: it may connect under the ticket's client id, subscribe below `keg/`, and
 * publish nothing. Its session ends with it, and it leaves no Will: what waits for a page that is gone costs money and disk.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/custom-auth-lambda.html
 */
export const liveAuthorizer =
  ({ key, nowSec, iotArn }: AuthorizerOptions) =>
  async (event: IoTCustomAuthorizerEvent): Promise<IoTCustomAuthorizerResult> => {
    const mqtt = event.protocolData.mqtt
    try {
      const token = Buffer.from(mqtt?.password ?? '', 'base64').toString()
      const { clientId } = await readTicket(token, await key(), nowSec())
      if (mqtt?.clientId !== clientId) throw new Error('The ticket is for another client id.')
      return {
        isAuthenticated: true, principalId: clientId.replaceAll('-', ''), disconnectAfterInSeconds: A_DAY_SEC,
        refreshAfterInSeconds: A_DAY_SEC, policyDocuments: [watching(iotArn, clientId)],
      }
    } catch (error) {
      logger.warn('live connection refused', { clientId: mqtt?.clientId, reason: error instanceof Error ? error.message : String(error) })
      return {
        isAuthenticated: false, principalId: 'refused', disconnectAfterInSeconds: 300, refreshAfterInSeconds: 300, policyDocuments: [],
      }
    }
  }

const watching = (iotArn: string, clientId: string) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow' as const, Action: 'iot:Connect', Resource: `${iotArn}:client/${clientId}` },
    {
      Effect: 'Deny' as const, Action: 'iot:Connect', Resource: '*',
      Condition: { 'ForAnyValue:StringEquals': { 'iot:ConnectAttributes': ['PersistentConnect', 'LastWill'] } },
    },
    { Effect: 'Allow' as const, Action: 'iot:Subscribe', Resource: `${iotArn}:topicfilter/keg/*` },
    { Effect: 'Allow' as const, Action: 'iot:Receive', Resource: `${iotArn}:topic/keg/*` },
  ],
})
