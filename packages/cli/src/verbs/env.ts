import type { RunningCore } from '@keg/local-iot/running'
import { chooseCore, chooseFlags, chooseHelp, endpointOf } from '../core/choose-core.ts'
import { UsageError, type Verb } from '../verb.ts'
import { caBundle } from './ca-bundle.ts'

/** `keg env`: what a shell has to set, so that AWS clients reach a core or a cloud of this machine. */
export const env: Verb = {
  usage: 'keg env [--core NAME]',
  help: `Prints, for a shell to run, the variables by which the aws command and AWS's SDKs reach what runs on this machine:

  eval "$(keg env)"
  aws iot-data publish --topic keg/hello --payload aGVsbG8=

It sets the endpoint of every service (AWS_ENDPOINT_URL; those of AWS IoT's services, too, which win over it), the region, credentials that are known
there, and the CA that certificates are of (AWS_CA_BUNDLE; NODE_EXTRA_CA_CERTS, which Node.js adds to its own), together
with those that are set there already. A profile and a session token are unset.

${chooseHelp}`,
  flags: chooseFlags,
  arguments: [],
  async run(flags, _, terminal) {
    const core = await chooseCore(flags)
    if (core === undefined) throw new UsageError('Nothing runs on this machine: start a core with keg local, or a cloud with keg run.')
    terminal.out(environmentOf(core))
    // Not for the shell, which would run it: some take no comments.
    // Its overridesslcommonname.py sends sqs elsewhere unless --endpoint-url is given.
    terminal.err(`AWS clients of this shell go to ${core.name}. Version 1 of the aws command does not read the endpoint for sqs, before 1.29 for anything: alias aws='aws --endpoint-url ${endpointOf(core)}'`)
    return 0
  },
}

/**
 * The services of AWS IoT, as the SDKs name them in variables: their ids in capitals.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/ss-endpoints-table.html
 */
const IOT_SERVICES = ['IOT', 'IOT_DATA_PLANE', 'IOT_JOBS_DATA_PLANE'] as const

function environmentOf(core: RunningCore): string {
  const { credentials: { accessKeyId, secretAccessKey }, region, caFile } = core
  const endpoint = endpointOf(core)
  const variables = {
    AWS_ENDPOINT_URL: endpoint,
    ...Object.fromEntries(IOT_SERVICES.map((service) => [`AWS_ENDPOINT_URL_${service}`, endpoint])),
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CA_BUNDLE: caBundle(caFile, process.env['AWS_CA_BUNDLE']),
    NODE_EXTRA_CA_CERTS: caBundle(caFile, process.env['NODE_EXTRA_CA_CERTS']),
  }
  return [
    'unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN AWS_IGNORE_CONFIGURED_ENDPOINT_URLS',
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}`),
  ].join('\n')
}

/** As one word of a POSIX shell, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`
