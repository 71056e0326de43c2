import { createLocalIot, type LocalIot } from '@keg/local-iot'
import { announceCore } from '../core/running-core.ts'
import { given, portFlag, textFlag } from '../flags.ts'
import type { Verb } from '../verb.ts'

/** `keg local`: AWS IoT Core alone, until interrupted. */
export const local: Verb = {
  usage: 'keg local [--json] [--mqtts-port PORT] [--https-port PORT] [--ws-port PORT] [--region REGION] [--account-id ID] [--data-dir DIR]',
  help: `Starts AWS IoT Core on this machine, until Ctrl-C.

  --json             prints one line of JSON when ready
  --mqtts-port PORT  preferred port of MQTT over mutual TLS; any free one by default
  --https-port PORT  preferred port of the control and data plane
  --ws-port PORT     preferred port of MQTT over WebSocket
  --region REGION    us-east-1 by default
  --account-id ID    123456789012 by default
  --data-dir DIR     keeps the CA from run to run`,
  flags: {
    json: { type: 'boolean' },
    'mqtts-port': { type: 'string' },
    'https-port': { type: 'string' },
    'ws-port': { type: 'string' },
    region: { type: 'string' },
    'account-id': { type: 'string' },
    'data-dir': { type: 'string' },
  },
  arguments: [],
  async run(flags, _, terminal) {
    await using iot = await createLocalIot({
      ports: given({ mqtts: portFlag(flags, 'mqtts-port'), https: portFlag(flags, 'https-port'), ws: portFlag(flags, 'ws-port') }),
      ...given({ region: textFlag(flags, 'region'), accountId: textFlag(flags, 'account-id'), dataDir: textFlag(flags, 'data-dir') }),
      log: ({ level, message }) => terminal.err(`${level} ${message}`),
    })
    const takeBack = await announceCore(iot)
    terminal.out(flags['json'] === true ? JSON.stringify(ready(iot)) : told(iot))
    await terminal.interrupted
    await takeBack()
    return 0
  },
}

/** The line that scripts read: its members stay as they are. */
function ready({ endpoints, caFile, region, accountId, credentials }: LocalIot): object {
  const { accessKeyId, secretAccessKey } = credentials
  return { endpoints: iotEndpoints({ endpoints }), caFile, region, accountId, credentials: { accessKeyId, secretAccessKey } }
}

/** AWS IoT Core's addresses as the command names them; browsers, which refuse a CA of ours, take `ws`. */
export function iotEndpoints({ endpoints: { mqtts, wss, ws, https, control } }: Pick<LocalIot, 'endpoints'>): { mqtts: string; wss: string; ws: string; https: string; control: string } {
  return { mqtts, wss, ws, https, control }
}

function told({ endpoints, caFile, region, accountId }: LocalIot): string {
  return [
    `AWS IoT Core is ready in ${region}, account ${accountId}. Ctrl-C ends it.`,
    `  MQTT over TLS   ${endpoints.mqtts}`,
    `  MQTT over WS    ${endpoints.ws}`,
    `  Data plane      ${endpoints.https}`,
    `  Control plane   ${endpoints.control}`,
    `  CA certificate  ${caFile}`,
  ].join('\n')
}
