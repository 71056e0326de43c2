import { CreateJobCommand, DescribeJobTemplateCommand, type CreateJobRequest, type IoTClient } from '@aws-sdk/client-iot'
import { randomUUID } from 'node:crypto'
import { countFlag, given, textFlag, textFlags } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import { UsageError, type Flags } from '../../verb.ts'
import { signedFirmware, uploaded } from './firmware.ts'
import type { Asked } from './jobs.ts'
import { settingsDocument } from './settings-document.ts'
import { targetsOf } from './targets.ts'

/** How long a keg has to fetch a build, once it has the job: an hour, the longest that AWS takes. */
const PRESIGNED_SEC = 3600

type Definition = Omit<CreateJobRequest, 'jobId' | 'targets'>

interface Kind {
  /** The flags that are for this kind alone. */
  readonly flags: readonly string[]
  /** Reads what the flags name, then makes the job's document and settings, once its targets are known. */
  readonly prepare: (asked: Asked) => Promise<() => Promise<Definition>>
}

const KINDS: Readonly<Record<string, Kind>> = {
  settings: { flags: ['set'], async prepare({ flags, cloud, iot }) {
    const document = JSON.stringify(settingsDocument(textFlags(flags, 'set')))
    return async () => ({ ...(await settingsOf(cloud.find('job-template', 'SettingsJobTemplateArn'), iot)), document })
  } },
  firmware: { flags: ['file', 'version', 'key', 'bucket', 'role'], async prepare({ flags, cloud, iot }) {
    const firmware = await signedFirmware(flags)
    return async () => {
      const settings = await settingsOf(cloud.find('job-template', 'FirmwareJobTemplateArn'), iot)
      const roleArn = textFlag(flags, 'role') ?? settings.presignedUrlConfig?.roleArn ?? cloud.need('role', 'PresignRoleArn')
      return {
        ...settings, presignedUrlConfig: { expiresInSec: PRESIGNED_SEC, ...settings.presignedUrlConfig, roleArn },
        document: JSON.stringify(await uploaded(firmware, cloud)),
      }
    }
  } },
  // Every keg gets the same: the document is the template's own.
  rotate: { flags: [], prepare: async ({ cloud }) => async () =>
    ({ jobTemplateArn: cloud.need('job-template', 'RotationJobTemplateArn') }) },
}

/** Makes a job. */
export async function create(asked: Asked): Promise<number> {
  const { subject, flags, iot, terminal } = asked
  const kind = Object.hasOwn(KINDS, subject) ? KINDS[subject] : undefined
  if (kind === undefined) throw new UsageError(`There is no job "${subject}": there are ${Object.keys(KINDS).join(', ')}.`)
  for (const [name, { flags: own }] of Object.entries(KINDS)) {
    const other = name === subject ? undefined : own.find((flag) => flags[flag] !== undefined)
    if (other !== undefined) throw new UsageError(`--${other} is for keg jobs create ${name}.`)
  }
  const campaign = campaignOf(flags)
  const jobId = jobIdOf(subject, flags)
  const definition = await kind.prepare(asked)
  const targets = await targetsOf(textFlags(flags, 'target'), iot)
  const { jobArn } = await iot.send(new CreateJobCommand({ ...(await definition()), ...campaign, jobId, targets }))
  terminal.out(flags['json'] === true
    ? JSON.stringify({ jobId, jobArn, targets })
    : oneLine(`Job ${jobId} is there: keg jobs watch ${jobId}`))
  return 0
}

/** How the job goes on, as the flags say it. Throws `UsageError`. */
function campaignOf(flags: Flags): Definition {
  const [rate, percent, after] = [countFlag(flags, 'rate'), percentFlag(flags, 'abort-percent'), countFlag(flags, 'abort-after')]
  if (after !== undefined && percent === undefined) throw new UsageError('--abort-after is for --abort-percent.')
  return given({
    targetSelection: flags['continuous'] === true ? 'CONTINUOUS' as const : undefined,
    jobExecutionsRolloutConfig: rate === undefined ? undefined : { maximumPerMinute: rate },
    abortConfig: percent === undefined ? undefined : { criteriaList: [{
      failureType: 'ALL' as const, action: 'CANCEL' as const, thresholdPercentage: percent, minNumberOfExecutedThings: after ?? 1,
    }] },
  })
}

/** The value of a flag that takes a share of a hundred. Throws `UsageError` for another. */
function percentFlag(flags: Flags, name: string): number | undefined {
  const text = textFlag(flags, name)
  if (text === undefined) return undefined
  const percent = Number(text)
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(text) || percent <= 0 || percent > 100)
    throw new UsageError(`--${name} takes a number above 0 up to 100, not "${text}".`)
  return percent
}

/** Rules tell jobs of one kind by how their ids begin. */
function jobIdOf(kind: string, flags: Flags): string {
  const own = textFlag(flags, 'job-id')
  if (own === undefined) return `${kind}-${new Date().toISOString().slice(0, 19).replace(/\D/g, '')}-${randomUUID().slice(0, 4)}`
  if (!/^[a-zA-Z0-9_-]{1,64}$/.test(own) || !own.startsWith(`${kind}-`))
    throw new UsageError(`--job-id begins with "${kind}-", as ${kind}-2026-12; then come letters, digits, "_" and "-", 64 at most. It is "${own}".`)
  return own
}

/** What a job of a document of its own takes from a template: how it is rolled out, aborted, timed out and tried again. */
async function settingsOf(templateArn: string | undefined, iot: IoTClient): Promise<Definition> {
  const jobTemplateId = templateArn?.split('/').at(-1)
  if (jobTemplateId === undefined) return {}
  const {
    description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig,
  } = await iot.send(new DescribeJobTemplateCommand({ jobTemplateId }))
  return given({ description, presignedUrlConfig, jobExecutionsRolloutConfig, abortConfig, timeoutConfig, jobExecutionsRetryConfig })
}
