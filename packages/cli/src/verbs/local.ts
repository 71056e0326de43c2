import { AWS_SERVICES, createLocalIot, type LocalIot, type LocalIotLogEntry, type LocalIotOptions, type LogLevel } from '@keg/local-iot'
import { announce, wantedName } from '../core/announce.ts'
import { credentialLines, iotEndpoints } from '../core/core-lines.ts'
import { choiceFlag, given, portFlag, textFlag, textFlags } from '../flags.ts'
import { awsLogLine, logFlags } from '../log-line.ts'
import { printBill } from '../print-bill.ts'
import { entryOf } from '../printable.ts'
import { UsageError, type Flags, type Verb } from '../verb.ts'

/** `keg local`: AWS IoT Core alone, until interrupted. */
export const local: Verb = {
  usage: 'keg local [--json] [--name NAME] [--permissive] [--quotas enforce|warn|off] [--bill] [--log text|aws] [--host ADDRESS] [--host-name NAME]… [--…-port PORT] [--endpoint SERVICE=URL]… [--region REGION] [--account-id ID] [--data-dir DIR] [--ca-dir DIR]',
  help: `Starts AWS IoT Core on this machine, until Ctrl-C.

  --json                  prints one line of JSON when ready
  --name NAME             what other commands call it by --core; core, core-2 and so on by default
  --permissive            lets everybody in to do everything, without certificates and over plain MQTT too; strict by default
  --quotas enforce|warn|off
                          AWS's rates a second: throttled, said who is over (the default), not counted
  --bill                  says at the end what was used and what AWS would ask for it; a line of JSON with --json
  --log text|aws          log lines on stderr: for people (the default), or JSON as AWS IoT writes it to the log group AWSIotLogsV2
  --log-level LEVEL       debug, info (the default), warn, error or disabled; debug tells of each message, rule and action
  --host ADDRESS          the address to listen on, 127.0.0.1 by default; 0.0.0.0 for devices on the network, which whoever is on it reaches too
  --host-name NAME        a name that devices know this machine by: the server's certificate has it, and the first is the one in the
                          endpoints printed; can be given several times
  --mqtts-port PORT       preferred port of MQTT over mutual TLS; any free one by default
  --https-port PORT       preferred port of the control and data plane
  --https-mtls-port PORT  preferred port of the data plane by client certificate
  --ws-port PORT          preferred port of MQTT over WebSocket
  --mqtt-port PORT        preferred port of MQTT without TLS, which only a permissive core has
  --alpn-port PORT        opens one port for MQTT and HTTPS, told apart by ALPN, as AWS has on 443 and 8443: x-amzn-mqtt-ca is MQTT by
                          certificate, mqtt MQTT by custom authorizer, x-amzn-http-ca HTTPS by certificate, none HTTPS and WebSockets
  --endpoint SERVICE=URL  where rule actions and authorizers reach an AWS service, as lambda=http://127.0.0.1:4566; aws=URL is for every service
                          without one of its own; can be given several times. Signed by AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, else test/test.
                          Needs the SDK's client for each service, as @aws-sdk/client-lambda, installed beside keg
  --region REGION         us-east-1 by default
  --account-id ID         123456789012 by default
  --data-dir DIR          keeps everything from run to run: CA, registry, shadows, sessions, ports and credentials
  --ca-dir DIR            writes the CA certificate alone there, as ca.pem, for every user of this machine to read: for services like mosquitto`,
  flags: {
    json: { type: 'boolean' },
    name: { type: 'string' },
    permissive: { type: 'boolean' },
    quotas: { type: 'string' },
    bill: { type: 'boolean' },
    ...logFlags,
    'log-level': { type: 'string' },
    'mqtts-port': { type: 'string' },
    'https-port': { type: 'string' },
    'https-mtls-port': { type: 'string' },
    'ws-port': { type: 'string' },
    'mqtt-port': { type: 'string' },
    'alpn-port': { type: 'string' },
    host: { type: 'string' },
    'host-name': { type: 'string', multiple: true },
    endpoint: { type: 'string', multiple: true },
    region: { type: 'string' },
    'account-id': { type: 'string' },
    'data-dir': { type: 'string' },
    'ca-dir': { type: 'string' },
  },
  arguments: [],
  async run(flags, _, terminal) {
    const json = flags['json'] === true
    const name = await wantedName(flags)
    const core: { accountId?: string } = {}
    const line = awsLogLine(flags, core) ?? textLine
    // First: a core that has begun to start is to be closed.
    const interrupted = terminal.untilInterrupted()
    await using iot = await createLocalIot({ ...optionsOf(flags), log: (entry) => terminal.err(line(entry)) })
    core.accountId = iot.accountId
    const announced = await announce(iot, { name }, terminal)
    terminal.out(json ? JSON.stringify(ready(iot)) : told(iot, announced?.name))
    await interrupted
    await announced?.takeBack()
    if (flags['bill'] === true) terminal.out(printBill(iot.meter(), json))
    return 0
  },
}

const textLine = ({ level, message }: LocalIotLogEntry) => entryOf(`${level} ${message}`)

function optionsOf(flags: Flags): LocalIotOptions {
  const permissive = flags['permissive'] === true
  const port = (name: string) => portFlag(flags, `${name}-port`)
  if (port('mqtt') !== undefined && !permissive)
    throw new UsageError('--mqtt-port goes with --permissive: a strict core takes no MQTT without TLS.')
  const level = choiceFlag(flags, 'log-level', ['debug', 'info', 'warn', 'error', 'disabled'])
  return {
    permissive,
    // The upper case of one of these is a level.
    ...given({ logLevel: level?.toUpperCase() as LogLevel | undefined }),
    ports: given({
      mqtts: port('mqtts'), https: port('https'), httpsMtls: port('https-mtls'), ws: port('ws'), mqtt: port('mqtt'), alpn: port('alpn'),
    }),
    ...given({ quotas: choiceFlag(flags, 'quotas', ['enforce', 'warn', 'off']) }),
    ...given({
      region: textFlag(flags, 'region'), accountId: textFlag(flags, 'account-id'), dataDir: textFlag(flags, 'data-dir'),
      caDir: textFlag(flags, 'ca-dir'),
    }),
    ...given({ host: textFlag(flags, 'host'), aws: awsOf(textFlags(flags, 'endpoint')) }),
    hostNames: textFlags(flags, 'host-name'),
  }
}

/** Where AWS services are, from `SERVICE=URL`; absent where there are none. Throws `UsageError` for what is none. */
function awsOf(texts: readonly string[]): LocalIotOptions['aws'] | undefined {
  if (texts.length === 0) return undefined
  const endpoints = Object.fromEntries(texts.map(endpointOf))
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env
  const ofEnvironment = accessKeyId === undefined || secretAccessKey === undefined
    ? undefined
    : { accessKeyId, secretAccessKey, ...given({ sessionToken }) }
  return { endpoint: endpoints['aws'], endpoints, credentials: ofEnvironment ?? { accessKeyId: 'test', secretAccessKey: 'test' } }
}

function endpointOf(text: string): readonly [service: string, url: string] {
  const [, service = '', url = ''] = /^([^=]*)=(.*)$/.exec(text) ?? []
  const services: readonly string[] = ['aws', ...AWS_SERVICES]
  if (!services.includes(service)) throw new UsageError(`--endpoint takes SERVICE=URL with one of ${services.join(', ')}, not "${text}".`)
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new UsageError(`--endpoint ${service} takes an http or https URL, not "${url}".`)
  return [service, url]
}

/** The line that scripts read: its members stay as they are. */
function ready({ endpoints, caFile, region, accountId, credentials }: LocalIot): object {
  const { accessKeyId, secretAccessKey } = credentials
  return { endpoints: iotEndpoints({ endpoints }), caFile, region, accountId, credentials: { accessKeyId, secretAccessKey } }
}

function told({ endpoints, caFile, region, accountId, credentials }: LocalIot, name: string | undefined): string {
  return [
    `AWS IoT Core is ready in ${region}, account ${accountId}. Ctrl-C ends it.`,
    `  MQTT over TLS   ${endpoints.mqtts}`,
    `  MQTT over WS    ${endpoints.ws}`,
    ...(endpoints.mqtt === undefined ? [] : [`  MQTT, plain     ${endpoints.mqtt}`]),
    ...(endpoints.alpn === undefined ? [] : [`  All by ALPN     ${endpoints.alpn}`]),
    `  Data plane      ${endpoints.https}`,
    `  … by mTLS       ${endpoints.httpsMtls}`,
    `  Control plane   ${endpoints.control}`,
    `  CA certificate  ${caFile}`,
    ...credentialLines(credentials, name),
  ].join('\n')
}
