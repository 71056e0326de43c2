import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DescribeEndpointCommand, IoTClient } from '@aws-sdk/client-iot'
import { levelName } from '@keg/message-schemas/keg'
import { join, resolve } from 'node:path'
import { reachCloud, stackFlags, stackHelp, type ReachedCloud } from '../../core/reach-cloud.ts'
import { countFlag, textFlag } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags, type Verb } from '../../verb.ts'
import { Interrupted, ListedElsewhere, listKegs } from './allow-list.ts'
import { checkNames } from './check-names.ts'
import { claimOf } from './claim.ts'
import { batchFolder, writeConfiguration, writeFirmwareKey } from './device-configuration.ts'

const MAX_KEGS = 10_000
const MQTTS_PORT = 8883

/** `keg provision`: what a batch of kegs needs to come to the fleet by themselves. */
export const provision: Verb = {
  usage: 'keg provision --batch NAME --count N --site SITE [--prefix keg-] [--dir DIR] [--json] [--core NAME | --endpoint URL | --aws]',
  help: `Prepares a batch of kegs: makes its claim certificate (the key is made here and goes nowhere), puts the kegs' serials on the allow list for
that claim, and writes claim.pem, claim.key, ca.pem and kegs.json, a configuration of the device program. Each keg makes its own key at
its first start, and gets its certificate by the claim. A second run adds what is missing and changes nothing else.

  --batch NAME     serials are PREFIX, NAME and a number: keg-may-00001
  --count N        how many kegs the batch has, ${MAX_KEGS} at most
  --site SITE      where they will stand
  --prefix TEXT    keg- by default
  --dir DIR        where the files go; the batch's name by default
  --json           one line of JSON
  --template NAME, --claim-policy NAME, --serials-table NAME
                   by default the outputs ProvisioningTemplateName, ClaimPolicyName and SerialsTableName
  --firmware-key FILE  the Ed25519 key that firmware is signed by, or its public half, which goes to DIR/firmware.pem
  --ca FILE        who signs the endpoint's certificate; known of what runs on this machine
${stackHelp}`,
  flags: {
    ...Object.fromEntries(['batch', 'count', 'site', 'prefix', 'dir', 'template', 'claim-policy', 'serials-table', 'ca', 'firmware-key'].map((name) => [
      name, { type: 'string' } as const,
    ])),
    json: { type: 'boolean' }, ...stackFlags,
  },
  arguments: [],
  async run(flags, _, terminal) {
    const batch = batchOf(flags)
    const cloud = await reachCloud(flags)
    const [template, policy, table] = [
      cloud.need('template', 'ProvisioningTemplateName'), cloud.need('claim-policy', 'ClaimPolicyName'),
      cloud.need('serials-table', 'SerialsTableName'),
    ]
    const ended = new AbortController()
    const [iot, dynamo] = [new IoTClient(cloud.config), new DynamoDBClient(cloud.config)]
    try {
      await checkNames(iot, { template, policy })
      const caFile = await batchFolder(batch.directory, authorityOf(flags, cloud))
      const claim = { certificateFile: join(batch.directory, 'claim.pem'), privateKeyFile: join(batch.directory, 'claim.key') }
      const key = textFlag(flags, 'firmware-key')
      const firmwareKeyFile = key === undefined ? undefined : await writeFirmwareKey(batch.directory, key)
      // From here on things are made, and each step is ended.
      void terminal.untilInterrupted().then(() => ended.abort())
      // First, since each keg is listed for its claim; one that nothing is listed for lets nobody in.
      const certificateId = await claimOf(batch.name, claim, iot, policy)
      const listed = batch.kegs.map((keg) => ({ ...keg, claimCertificateId: certificateId }))
      const added = await listKegs(listed, dynamo, table, ended.signal)
      const place = {
        directory: batch.directory, endpoint: await endpointOf(cloud, iot), caFile, claim: { ...claim, template }, firmwareKeyFile,
      }
      const configuration = await writeConfiguration(batch.kegs.map(({ serial }) => serial), place)
      const told = { batch: batch.name, certificateId, kegs: batch.kegs.length, added, configuration }
      terminal.out(flags['json'] === true ? JSON.stringify(told) : oneLine(
        `Batch ${batch.name}: ${batch.kegs.length} kegs are on the list, ${added} of them new. Keg's device program takes --config ${configuration}`,
      ))
      return 0
    } catch (error) {
      if (!(error instanceof ListedElsewhere || error instanceof Interrupted)) throw error
      terminal.err(oneLine(error.message))
      return 1
    } finally {
      iot.destroy()
      dynamo.destroy()
    }
  },
}

/** What the command line asks for. Throws `UsageError`. */
function batchOf(flags: Flags) {
  const [batch, site] = [nameFlag(flags, 'batch'), nameFlag(flags, 'site')]
  const count = countFlag(flags, 'count')
  if (count === undefined) throw new UsageError('--count says how many kegs the batch has.')
  if (count > MAX_KEGS) throw new UsageError(`--count takes ${MAX_KEGS} at most, not ${count}.`)
  const first = `${textFlag(flags, 'prefix') ?? 'keg-'}${batch}-`
  const serials = Array.from({ length: count }, (_, index) => `${first}${String(index + 1).padStart(5, '0')}`)
  if (!levelName.safeParse(serials[0]).success)
    throw new UsageError(`"${serials[0]}" can't name a keg: a serial has 128 letters, digits, "_" or "-" at most.`)
  return {
    name: batch, kegs: serials.map((serial) => ({ serial, siteId: site, batch })), directory: resolve(textFlag(flags, 'dir') ?? batch),
  }
}

function nameFlag(flags: Flags, name: string): string {
  const text = textFlag(flags, name)
  if (text === undefined) throw new UsageError(`--${name} is needed: keg provision --help says what for.`)
  if (!levelName.safeParse(text).success) throw new UsageError(`--${name} takes letters, digits, "_" and "-", 128 at most, not "${text}".`)
  return text
}

function authorityOf(flags: Flags, { core }: ReachedCloud): string {
  const file = textFlag(flags, 'ca') ?? core?.caFile
  if (file === undefined) throw new UsageError('--ca FILE says who signs the endpoint\'s certificate: in AWS, AmazonRootCA1.pem.')
  return resolve(file)
}

/** Where devices connect by MQTT. */
async function endpointOf({ core }: ReachedCloud, iot: IoTClient): Promise<{ host: string; port: number }> {
  const mqtts = core?.endpoints.mqtts
  if (mqtts !== undefined) {
    const { hostname, port } = new URL(mqtts)
    return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) }
  }
  const { endpointAddress = '' } = await iot.send(new DescribeEndpointCommand({ endpointType: 'iot:Data-ATS' }))
  const [host = ''] = endpointAddress.split(':')
  return { host, port: MQTTS_PORT }
}
