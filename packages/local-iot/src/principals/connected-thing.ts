import type { ConnectAnswer } from '../broker/hooks.ts'
import type { IotState } from '../state/iot-state.ts'

/** The thing that a connection of this certificate stands for: its exclusive one, else the attached one of the client id's name. */
export function connectedThing(state: IotState, certificateId: string, clientId: string): (ConnectAnswer & { accepted: true })['thing'] {
  const attached = state.attachments.thingsOf(state.arn(`cert/${certificateId}`))
  const exclusive = [...attached].find(([, type]) => type === 'EXCLUSIVE_THING')?.[0]
  if (exclusive !== undefined) return { thingName: exclusive, exclusive: true }
  return attached.has(clientId) ? { thingName: clientId, exclusive: false } : undefined
}
