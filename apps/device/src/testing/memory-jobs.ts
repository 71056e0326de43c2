import { DeviceError } from '../errors/device-error.ts'
import type { JobsListener, JobsPort } from '../jobs/jobs-port.ts'

interface Execution {
  readonly jobId: string
  readonly document: unknown
  status: string
  details: Readonly<Record<string, string>>
  version: number
}

/** The jobs of one thing, as AWS IoT keeps them: the far end of any number of connections, one after the other. */
export function memoryJobs() {
  const executions: Execution[] = []
  /** Each status that was taken. */
  const said: string[] = []
  let listener: JobsListener | undefined
  const isOver = ({ status }: Execution) => !['QUEUED', 'IN_PROGRESS'].includes(status)
  const next = () => executions.find(({ status }) => status === 'IN_PROGRESS') ?? executions.find(({ status }) => status === 'QUEUED')
  const find = (jobId: string) => {
    const execution = executions.find((it) => it.jobId === jobId)
    if (execution === undefined || isOver(execution)) throw new DeviceError('JOB_OVER', `job ${jobId} is over`)
    return execution
  }
  function move(execution: Execution, status: string, details: Execution['details']): void {
    Object.assign(execution, { status, details, version: execution.version + 1 })
    said.push(`${execution.jobId} ${status}`)
  }
  const port = (): JobsPort => ({
    listen(heard) {
      listener = heard
      queueMicrotask(heard.ready)
    },
    async startNext() {
      const execution = next()
      if (execution === undefined) return undefined
      if (execution.status === 'QUEUED') move(execution, 'IN_PROGRESS', {})
      const { jobId, document, version: versionNumber } = execution
      return { jobId, executionNumber: 1, versionNumber, document: structuredClone(document) }
    },
    async update({ jobId }, { status, statusDetails, expectedVersion }) {
      const execution = find(jobId)
      if (expectedVersion !== undefined && expectedVersion !== execution.version)
        return { kind: 'conflict', versionNumber: execution.version }
      move(execution, status, statusDetails)
      return { kind: 'taken', versionNumber: execution.version }
    },
    check: async ({ jobId }) => void find(jobId),
    close: () => (listener = undefined),
  })
  return {
    port,
    said,
    executions,
    add(jobId: string, document: unknown) {
      executions.push({ jobId, document, status: 'QUEUED', details: {}, version: 1 })
      if (executions.filter((it) => !isOver(it)).length === 1) listener?.next(jobId)
    },
    /** Cancels by force, and tells which is first now. */
    cancel(jobId: string) {
      const execution = executions.find((it) => it.jobId === jobId)
      if (execution) execution.status = 'CANCELED'
      listener?.next(next()?.jobId)
    },
    /** Somebody else changed it. */
    touch(jobId: string) {
      const execution = executions.find((it) => it.jobId === jobId)
      if (execution) execution.version++
    },
    of: (jobId: string) => executions.find((it) => it.jobId === jobId),
  }
}
