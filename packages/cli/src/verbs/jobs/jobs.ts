import { IoTClient } from '@aws-sdk/client-iot'
import { reachCloud, stackFlags, stackHelp, type ReachedCloud } from '../../core/reach-cloud.ts'
import { UsageError, type Flags, type Terminal, type Verb } from '../../verb.ts'
import { cancel } from './cancel.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { show } from './show.ts'
import { watch } from './watch.ts'

/** What one of the actions works with. */
export interface Asked {
  /** The kind of a new job, else the job; empty where an action takes none. */
  readonly subject: string
  readonly flags: Flags
  readonly cloud: ReachedCloud
  readonly iot: IoTClient
  readonly terminal: Terminal
}

interface Action {
  readonly perform: (asked: Asked) => Promise<number>
  /** The flags that are for this action alone. */
  readonly flags: readonly string[]
  /** Is about all jobs, and takes no name. */
  readonly isOfAll?: true
}

const OF_CREATE = [
  'set', 'file', 'version', 'key', 'target', 'rate', 'abort-percent', 'abort-after', 'continuous', 'job-id', 'job-template', 'bucket', 'role',
]
const ACTIONS: Readonly<Record<string, Action>> = {
  create: { perform: create, flags: OF_CREATE }, list: { perform: list, flags: ['status'], isOfAll: true }, show: { perform: show, flags: [] },
  watch: { perform: watch, flags: [] }, cancel: { perform: cancel, flags: ['force', 'comment'] },
}

/** `keg jobs create|list|show|watch|cancel`: campaigns over many kegs. */
export const jobs: Verb = {
  usage: 'keg jobs create settings|firmware|rotate --target NAME… | list [--status STATUS] | show JOB | watch JOB | cancel JOB [--force] [--json] [--core NAME | --endpoint URL | --aws]',
  help: `Settings, firmware and new certificates for many kegs, as jobs of AWS IoT.

  create settings --set NAME=VALUE…   what the kegs shall apply: targetCelsius=4, valve=closed, intervalSec=30
  create firmware --file FILE --version V --key KEYFILE
                   signs the file by an Ed25519 key (PEM), uploads it, and has kegs run it
  create rotate    has kegs get new certificates, for which they make new keys
  list             every job, newest first; --status IN_PROGRESS, COMPLETED, CANCELED, SCHEDULED or DELETION_IN_PROGRESS: those alone
  show JOB         how far it is, the things that it failed at with their reasons (ten that FAILED, REJECTED, TIMED_OUT each, and how many
                   more there are: moreFailures), its rollout, when it is taken back, and its document
  watch JOB        a line whenever its counts change, until it ends; exit code 0 where all kegs succeeded, 1 where one did not
  cancel JOB       takes it back from kegs that have not begun; --force: from those, too, that are at it; --comment TEXT

  --target NAME    a thing or a thing group, by name or ARN; several times for more
  --continuous     of create: things that join a group later get it, too
  --rate N         of create: how many kegs are told within a minute, at most
  --abort-percent P  of create: takes the job back where P % of the executions have failed, were rejected or timed out
  --abort-after N  of create: not before N kegs were told; 1 by default
  --job-id ID      of create: begins with the kind, as settings-may; made of the kind and the time by default
  --json           lines of JSON
  --job-template ARN, --bucket NAME, --role ARN
                   of create: rollout, abort and time-outs as this template has them, where firmware goes, and the role that signs its URLs;
                   by default the outputs SettingsJobTemplateArn, FirmwareJobTemplateArn, RotationJobTemplateArn, FirmwareBucketName and
                   PresignRoleArn
${stackHelp}`,
  flags: {
    ...Object.fromEntries(['set', 'target'].map((name) => [name, { type: 'string', multiple: true } as const])),
    ...Object.fromEntries(
      ['file', 'version', 'key', 'rate', 'abort-percent', 'abort-after', 'job-id', 'job-template', 'bucket', 'role', 'comment', 'status'].map((name) => [
        name, { type: 'string' } as const,
      ]),
    ),
    ...Object.fromEntries(['continuous', 'force', 'json'].map((name) => [name, { type: 'boolean' } as const])), ...stackFlags,
  },
  arguments: ['ACTION', '[KIND|JOB]'],
  async run(flags, [action = '', subject], terminal) {
    const found = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined
    if (found === undefined) throw new UsageError(`There is no "keg jobs ${action}"; keg jobs --help lists what there is.`)
    if ((subject === undefined) !== (found.isOfAll === true)) throw new UsageError(`Usage: ${jobs.usage}`)
    for (const [name, { flags: own }] of Object.entries(ACTIONS)) {
      const other = name === action ? undefined : own.find((flag) => flags[flag] !== undefined)
      if (other !== undefined) throw new UsageError(`--${other} is for keg jobs ${name}.`)
    }
    const cloud = await reachCloud(flags)
    const iot = new IoTClient(cloud.config)
    try {
      return await found.perform({ subject: subject ?? '', flags, cloud, iot, terminal })
    } finally {
      iot.destroy()
    }
  },
}
