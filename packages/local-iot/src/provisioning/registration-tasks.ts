import { turn } from '../background/background.ts'
import { ServiceException } from '@keg/aws-service'
import { LocalIotError } from '../errors/local-iot-error.ts'
import type { ObjectPort } from '../objects/object-port.ts'
import type { IotState, RegistrationTask } from '../state/iot-state.ts'
import { textMap } from './ask-hook.ts'
import { planOf } from './plan.ts'
import type { CarryOut } from './provisioned.ts'
import type { TemplateDocument } from './template.ts'

export interface RegistrationTasksOptions {
  readonly state: IotState
  readonly carryOut: CarryOut
  /** How input files are read; `undefined` where there is no S3. */
  readonly objects: ObjectPort | undefined
  /** Where whoever has the path can get a report. */
  readonly reportUrl: (path: string) => string
}

/** What StartThingRegistrationTask takes. */
export type RegistrationInput = Pick<RegistrationTask, 'templateBody' | 'inputFileBucket' | 'inputFileKey' | 'roleArn'>

/** After so many lines others have their turn. */
const LINES_A_TURN = 25

export type ReportType = 'RESULTS' | 'ERRORS'

/** Bulk registration: a provisioning for each line of a file in S3, one task at a time. */
export class RegistrationTasks {
  readonly reportUrl: RegistrationTasksOptions['reportUrl']
  readonly #options: RegistrationTasksOptions
  readonly #tasks: IotState['registrationTasks']
  #isClosed = false

  constructor(options: RegistrationTasksOptions) {
    this.reportUrl = options.reportUrl
    this.#options = options
    this.#tasks = options.state.registrationTasks
  }

  /** The task that is at it. */
  get running(): string | undefined {
    return [...this.#tasks.values()].find(({ status }) => status === 'InProgress' || status === 'Cancelling')?.taskId
  }

  /** Says of tasks that an earlier process was at that they did not come to their end. */
  resume(): void {
    const { running } = this
    if (running !== undefined) this.#put(running, { status: 'Failed', message: 'The process ended before the task did: start another.' })
  }

  /** Nothing is registered or told any more. */
  close(): void {
    this.#isClosed = true
  }

  /** Answers the id of the new task; `undefined` where there is no S3 to read its input from. */
  start(input: RegistrationInput, template: TemplateDocument): string | undefined {
    const { state: { newId, clock }, objects } = this.#options
    if (objects === undefined) return undefined
    const [taskId, nowMs] = [newId(), clock.nowMs()]
    const { templateBody, inputFileBucket, inputFileKey, roleArn } = input
    this.#tasks.set(taskId, {
      taskId, templateBody, inputFileBucket, inputFileKey, roleArn, createdAtMs: nowMs, modifiedAtMs: nowMs, status: 'InProgress',
      reportToken: newId(), lines: 0, successCount: 0, failureCount: 0,
    })
    void this.#run(taskId, template, objects)
    return taskId
  }

  /** A task that has ended stays as it is. */
  stop(taskId: string): void {
    if (this.#tasks.get(taskId)?.status === 'InProgress') this.#put(taskId, { status: 'Cancelling' })
  }

  /** A report as lines of JSON, by the token in its URL; `undefined` where there is none. */
  report(token: string, type: ReportType): string | undefined {
    const lines = this.#options.state.registrationReports.get(`${token}/${type}`) ?? []
    return lines.length === 0 ? undefined : `${lines.join('\n')}\n`
  }

  async #run(taskId: string, template: TemplateDocument, objects: ObjectPort): Promise<void> {
    const task = this.#task(taskId)
    try {
      const file = await objects.read({ bucket: task.inputFileBucket, key: task.inputFileKey, roleArn: task.roleArn })
      const lines = new TextDecoder().decode(file).split('\n').filter((line) => line.trim() !== '')
      this.#put(taskId, { lines: lines.length })
      const reports = { RESULTS: [] as string[], ERRORS: [] as string[] }
      for (const [index, line] of lines.entries()) {
        if (this.#isClosed || this.#task(taskId).status !== 'InProgress') break
        const [type, report] = await this.#register(template, line)
        if (this.#isClosed) return
        reports[type].push(JSON.stringify({ lineNumber: index + 1, ...report }))
        this.#put(taskId, { successCount: reports.RESULTS.length, failureCount: reports.ERRORS.length })
        // A line that asks nobody is through without a turn for calls.
        if ((index + 1) % LINES_A_TURN === 0) await turn()
      }
      if (this.#isClosed) return
      for (const [type, written] of Object.entries(reports))
        this.#options.state.registrationReports.set(`${task.reportToken}/${type}`, written)
      this.#put(taskId, { status: this.#task(taskId).status === 'Cancelling' ? 'Cancelled' : 'Completed' })
    } catch (error) {
      this.#put(taskId, { status: 'Failed', message: error instanceof Error ? error.message : String(error) })
    }
  }

  async #register(template: TemplateDocument, line: string): Promise<[ReportType, object]> {
    try {
      const { certificatePem, resourceArns } = await this.#options.carryOut(planOf(template, parametersOf(line)))
      return ['RESULTS', { response: { CertificatePem: certificatePem, ResourceArns: resourceArns } }]
    } catch (error) {
      if (!(error instanceof Error)) throw error
      // What a template refuses is the line's fault.
      const errorCode = error instanceof LocalIotError ? 'InvalidRequestException' : error.name
      return ['ERRORS', { errorCode, errorMessage: error.message }]
    }
  }

  #task(taskId: string): RegistrationTask {
    const task = this.#tasks.get(taskId)
    if (task === undefined) throw new Error(`The registration task ${taskId} is gone.`)
    return task
  }

  #put(taskId: string, change: Partial<RegistrationTask>): void {
    if (this.#isClosed) return
    this.#tasks.set(taskId, { ...this.#task(taskId), ...change, modifiedAtMs: this.#options.state.clock.nowMs() })
  }
}

function parametersOf(line: string): Readonly<Record<string, string>> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    value = undefined
  }
  const parameters = textMap(value)
  if (parameters === undefined)
    throw new ServiceException('InvalidRequestException', 400, 'The line is no JSON object whose members are texts.')
  return parameters
}
