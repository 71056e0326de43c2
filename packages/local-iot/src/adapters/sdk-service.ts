import type { NodeHttpHandler } from '@smithy/node-http-handler'
import type { LocalIotOptions } from '../core/local-iot.ts'

/** What every client is made with: requests over HTTP/1.1 that are bounded in time, and no retries, since the rule engine has its own. */
interface ClientConfig {
  readonly endpoint: string
  readonly credentials: NonNullable<LocalIotOptions['aws']>['credentials']
  readonly region: string
  readonly maxAttempts: 1
  readonly requestHandler: NodeHttpHandler
}

/** Calls an operation of one service. */
export type CallOperation = (operation: string, input: object) => Promise<unknown>

/** A service that is reached through a package of the SDK: the package is loaded, and its client opened, with the first call. */
export interface SdkService {
  readonly packageName: string
  open(config: ClientConfig): Promise<CallOperation>
}

/** A client of the SDK, and its commands by the operations that they call. */
type Opened = readonly [
  client: { send(command: never): Promise<unknown> },
  commands: Readonly<Record<string, new (input: never) => unknown>>,
]

/** The service of a package of the SDK. */
export const sdkService = <Sdk>(
  packageName: string, load: () => Promise<Sdk>, open: (sdk: Sdk, config: ClientConfig) => Opened,
): SdkService => ({
  packageName,
  async open(config) {
    const [client, commands] = open(await load(), config)
    return async (operation, input) => {
      const Command = commands[operation]
      if (Command === undefined) throw new TypeError(`${packageName} is not asked for ${operation} here.`)
      // The input is the operation's own: what is wrong with it, the service says.
      return client.send(new Command(input as never) as never)
    }
  },
})
