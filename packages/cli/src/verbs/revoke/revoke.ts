import { IoTClient } from '@aws-sdk/client-iot'
import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { dataPlaneConfig } from '../../core/data-plane.ts'
import { reachCloud, stackFlags, stackHelp, type ReachedCloud } from '../../core/reach-cloud.ts'
import { textFlag, textFlags } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { blockSerial } from './block-serial.ts'
import { certificatesOf, endConnection, revokeCertificate, thingsOf } from './registry-steps.ts'

/** What a revocation works with. */
interface Asked {
  readonly flags: Flags
  readonly cloud: ReachedCloud
  readonly iot: IoTClient
  readonly terminal: Terminal
  /** Tells of what was done: the members as JSON, or the text. */
  readonly tell: (members: object, text: string) => void
  /** Does a step, and says what AWS refuses of it: the steps after it are done all the same. `undefined` = refused. */
  readonly attempt: <Result>(step: () => Promise<Result>) => Promise<Result | undefined>
}

/** `keg revoke`: what a person does who has lost a keg, or whose key was copied. */
export const revoke: Verb = {
  usage: 'keg revoke THING [--reason TEXT] | --certificate ID… [--json] [--core NAME | --endpoint URL | --aws]',
  help: `Shuts out a keg that was lost, for good: its entry of the allow list is blocked, so that it neither claims nor renews; each of its
certificates is revoked; its connection is ended at once, for which AWS would take minutes. What is refused is said, and the rest is done
all the same: exit code 1 then, and a second run does what is missing.

  --reason TEXT    is kept in the entry of the list, as blockedReason
  --certificate ID  revokes this certificate alone, by its id or ARN, and ends the connections of the things that have it: who goes by another
                   one comes again; several times for more
  --json           a line of JSON for each step
  --serials-table NAME
                   the allow list; by default the output SerialsTableName, and without one nothing is blocked
${stackHelp}`,
  flags: {
    certificate: { type: 'string', multiple: true }, reason: { type: 'string' }, 'serials-table': { type: 'string' },
    json: { type: 'boolean' }, ...stackFlags,
  },
  arguments: ['[THING]'],
  async run(flags, [thingName], terminal) {
    const certificateIds = certificatesFlag(flags)
    if ((thingName === undefined) === (certificateIds.length === 0)) throw new UsageError(`Usage: ${revoke.usage}`)
    const ofThing = ['reason', 'serials-table'].find((name) => flags[name] !== undefined)
    if (thingName === undefined && ofThing !== undefined) throw new UsageError(`--${ofThing} is for a THING.`)
    const cloud = await reachCloud(flags)
    const iot = new IoTClient(cloud.config)
    let isWhole = true
    const asked: Asked = {
      flags, cloud, iot, terminal,
      tell: (members, text) => terminal.out(flags['json'] === true ? JSON.stringify(members) : oneLine(text)),
      attempt: (step) => step().catch((error: unknown) => {
        if (!(error instanceof Error && '$metadata' in error)) throw error
        isWhole = false
        terminal.err(oneLine(`${error.name}: ${error.message}`))
        return undefined
      }),
    }
    try {
      const isDone = thingName === undefined ? await revokeCertificates(certificateIds, asked) : await revokeThing(thingName, asked)
      return isDone && isWhole ? 0 : 1
    } finally {
      iot.destroy()
    }
  },
}

/** The ids of the certificates that are named. Throws `UsageError`. */
function certificatesFlag(flags: Flags): readonly string[] {
  return textFlags(flags, 'certificate').map((text) => {
    const id = /^(?:arn:[^/]*:cert\/)?([0-9a-f]{64})$/i.exec(text)?.[1]
    if (id === undefined) throw new UsageError(`--certificate takes the id of a certificate, 64 hexadecimal digits, or its ARN, not "${text}".`)
    return id
  })
}

/** Answers whether there was something to shut out. */
async function revokeThing(thingName: string, asked: Asked): Promise<boolean> {
  const { iot, terminal, attempt } = asked
  // First, so that no other certificate comes once these are revoked.
  const isListed = await attempt(() => block(thingName, asked))
  const revoked = new Set<string>()
  let ids = await certificatesOf(thingName, iot)
  if (ids === undefined) {
    terminal.err(oneLine(`There is no thing "${thingName}".`))
    return isListed === true
  }
  // Until there is none that has come meanwhile.
  while (ids.some((id) => !revoked.has(id))) {
    for (const id of ids.filter((each) => !revoked.has(each))) {
      revoked.add(id)
      await attempt(() => revokeOne(id, asked))
    }
    ids = (await attempt(() => certificatesOf(thingName, iot))) ?? []
  }
  if (revoked.size === 0) terminal.err(oneLine(`${thingName} has no certificate.`))
  await end([thingName], asked)
  return revoked.size > 0
}

/** Answers whether the list has it. */
async function block(serial: string, { flags, cloud, terminal, tell }: Asked): Promise<boolean> {
  const table = cloud.find('serials-table', 'SerialsTableName')
  if (table === undefined) {
    terminal.err('No allow list is known, and nothing is blocked there: --serials-table names one.')
    return false
  }
  const isListed = await blockSerial({ serial, reason: textFlag(flags, 'reason'), atMs: Date.now() }, table, cloud.config)
  if (isListed) tell({ serial, state: 'blocked' }, `${serial} is blocked on the allow list.`)
  else terminal.err(oneLine(`${serial} is not on the allow list.`))
  return isListed
}

async function revokeCertificates(ids: readonly string[], asked: Asked): Promise<boolean> {
  const { iot, terminal, attempt } = asked
  const things = new Set<string>()
  for (const id of ids) {
    await attempt(async () => {
      await revokeOne(id, asked)
      const its = await thingsOf(id, iot)
      for (const thingName of its) things.add(thingName)
      if (its.length === 0) terminal.err(`No thing has ${id}: a connection by it ends by itself, in AWS within minutes.`)
    })
  }
  if (things.size > 0) await end([...things], asked)
  return true
}

async function revokeOne(certificateId: string, { iot, tell }: Asked): Promise<void> {
  await revokeCertificate(certificateId, iot)
  tell({ certificateId, status: 'REVOKED' }, `Certificate ${certificateId} is revoked.`)
}

/** Kegs connect under their own names. */
async function end(clientIds: readonly string[], { cloud, tell, attempt }: Asked): Promise<void> {
  const data = new IoTDataPlaneClient(dataPlaneConfig(cloud))
  try {
    for (const clientId of clientIds) {
      const isEnded = await attempt(() => endConnection(clientId, data))
      if (isEnded !== undefined)
        tell({ clientId, connection: isEnded ? 'ended' : 'none' }, isEnded ? `The connection of ${clientId} is ended.` : `No connection of ${clientId} is left.`)
    }
  } finally {
    data.destroy()
  }
}
