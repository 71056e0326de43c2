import deviceSdk from 'aws-iot-device-sdk-v2'
import type { LineState } from '../line.ts'
import { GreengrassIpc, type GreengrassIpcOptions } from './greengrass-ipc.ts'

const { ReportedLifecycleState } = deviceSdk.greengrasscoreipc.model

/** What a component has of its nucleus beside messages: its configuration, and a way to say that it runs. */
export interface GreengrassComponent {
  /** The whole configuration, as the deployment made it; waits for the connection. Rejects where the nucleus refuses it. */
  configuration(): Promise<unknown>
  /** Calls back when the configuration may have changed: at each change, and at each connection after the first. */
  onConfigurationUpdate(handler: () => void): void
  /** Says that the component runs, or that it failed. */
  reportState(state: 'RUNNING' | 'ERRORED'): Promise<void>
  /** Calls back with the state of the connection. */
  onState(handler: (state: LineState, reason: string) => void): void
  close(): Promise<void>
}

/** Connects to the nucleus as a component, and again when the connection goes. */
export function greengrassComponent(options: GreengrassIpcOptions): GreengrassComponent {
  const ipc = new GreengrassIpc(options)
  const handlers: (() => void)[] = []
  const first = Promise.withResolvers<undefined>()
  let connections = 0

  ipc.onState((state) => {
    if (state !== 'connected') return
    connections += 1
    first.resolve(undefined)
    const again = connections > 1
    void watch().then(() => {
      // Nobody told of what changed in between.
      if (again) for (const handler of handlers) handler()
    })
  })
  async function watch(): Promise<void> {
    const target = { operation: 'SubscribeToConfigurationUpdate' }
    const watching = ipc.call(target, async (client) => {
      const stream = client.subscribeToConfigurationUpdate({ keyPath: [] })
      stream.on('message', () => {
        for (const handler of handlers) handler()
      })
      await stream.activate()
    })
    // Without it a change comes with the next start; the next connection asks again.
    await watching.catch(() => undefined)
  }
  ipc.start()

  return {
    async configuration() {
      await first.promise
      const { value } = await ipc.call({ operation: 'GetConfiguration' }, (client) => client.getConfiguration({ keyPath: [] }))
      return value
    },
    onConfigurationUpdate: (handler) => void handlers.push(handler),
    reportState: async (state) =>
      void (await ipc.call({ operation: 'UpdateState' }, (client) => client.updateState({ state: ReportedLifecycleState[state] }))),
    onState: (handler) => ipc.onState(handler),
    close: () => ipc.close(),
  }
}
