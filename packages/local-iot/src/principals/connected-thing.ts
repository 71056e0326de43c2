import type { ConnectAnswer } from '@keg/mqtt-broker'
import { attachedThing } from '../policy/connection-context.ts'
import type { IotState } from '../state/iot-state.ts'

/** The thing that a connection of this certificate stands for, by what the registry has attached. */
export const connectedThing = (state: IotState, certificateId: string, clientId: string): (ConnectAnswer & { accepted: true })['thing'] =>
  attachedThing(state.attachments.thingsOf(state.arn(`cert/${certificateId}`)), clientId)
