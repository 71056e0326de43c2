import * as z from 'zod'

/** How a job ended, in the words of AWS IoT Jobs. */
export const jobOutcome = z.object({
  status: z.enum(['SUCCEEDED', 'FAILED', 'REJECTED']),
  statusDetails: z.record(z.string(), z.string()),
})

export type JobOutcome = z.output<typeof jobOutcome>
export type JobStatus = JobOutcome['status'] | 'IN_PROGRESS'

const MAX_DETAIL = 1_024

/**
 * A text as AWS takes it for a detail of a status: at most 1,024 characters, none of them a control character, at least one.
 *
 * @see https://docs.aws.amazon.com/iot/latest/apireference/API_iot-jobs-data_UpdateJobExecution.html
 */
export function statusDetail(text: string): string {
  const plain = text.replace(/\p{C}+/gu, ' ').trim()
  return plain === '' ? 'unknown' : [...plain].slice(0, MAX_DETAIL / 2).join('')
}

/** An outcome with details that AWS takes. */
export const outcome = (status: JobOutcome['status'], details: Readonly<Record<string, string>> = {}): JobOutcome => ({
  status, statusDetails: Object.fromEntries(Object.entries(details).map(([name, text]) => [name, statusDetail(text)])),
})
