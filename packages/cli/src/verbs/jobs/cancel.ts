import { CancelJobCommand } from '@aws-sdk/client-iot'
import { given, textFlag } from '../../flags.ts'
import { oneLine } from '../../printable.ts'
import type { Asked } from './jobs.ts'

/** Takes a job back. */
export async function cancel({ subject: jobId, flags, iot, terminal }: Asked): Promise<number> {
  await iot.send(new CancelJobCommand({ jobId, ...given({ force: flags['force'] === true, comment: textFlag(flags, 'comment') }) }))
  terminal.out(flags['json'] === true ? JSON.stringify({ jobId, status: 'CANCELED' }) : oneLine(`Job ${jobId} is canceled.`))
  return 0
}
