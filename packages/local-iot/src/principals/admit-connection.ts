import { ReasonCode, type ConnectAnswer, type ConnectRequest } from '@keg/mqtt-broker'
import type { LocalIotLogEvent } from '../logging/log-event.ts'
import type { IotState } from '../state/iot-state.ts'
import { admitCertificate } from './certificate-principal.ts'
import { connectedThing } from './connected-thing.ts'
import { admitByAuthorizer, namesAuthorizer, type CustomAuthorizerPorts } from './custom-authorizer.ts'
import { admitAnybody } from './permissive-principal.ts'
import { admitSigned } from './signed-principal.ts'

export interface AdmissionOptions {
  readonly state: IotState
  readonly ports: CustomAuthorizerPorts
  /** Lets in whoever neither signs nor names an authorizer. */
  readonly permissive: boolean
  /** Registers an unknown certificate by this connection, and says why it is refused after that. */
  readonly justInTime: (request: ConnectRequest) => Promise<string | undefined>
  readonly log: (event: LocalIotLogEvent) => void
}

/** Decides who connects, by what the connection shows: a certificate, a signature, or else what a custom authorizer is told. */
export function connectionAdmission(
  { state, ports, permissive, log, justInTime }: AdmissionOptions,
): (request: ConnectRequest) => Promise<ConnectAnswer> {
  const thingOf = ({ clientId, info: { certificateId } }: ConnectRequest) =>
    certificateId === undefined ? undefined : connectedThing(state, certificateId, clientId)
  return async (request) => {
    const { certificateId, accessKeyId, sourceIp } = request.info
    if (permissive && accessKeyId === undefined && !namesAuthorizer(request)) {
      log({ level: 'warn', event: 'permissive', sourceIp, message: `${request.clientId} is let in unchecked: this core is permissive.` })
      return { ...admitAnybody(request.info), thing: thingOf(request) }
    }
    if (certificateId !== undefined) {
      const registered = await justInTime(request)
      if (registered !== undefined) return { accepted: false, code: ReasonCode.notAuthorized, reason: `Connection refused: ${registered}.` }
      return { ...admitCertificate(state, certificateId, request), thing: thingOf(request) }
    }
    return accessKeyId === undefined ? admitByAuthorizer(state, request, ports) : admitSigned(accessKeyId)
  }
}
