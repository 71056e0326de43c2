import type { Clock, Table } from '@keg/mqtt-broker'
import type { CommandExecution } from '../state/commands.ts'
import { Timers } from '../timers/timers.ts'
import { isWaiting, timedOut } from './execution-status.ts'

export interface ExecutionStoreOptions {
  readonly table: Table<CommandExecution>
  readonly clock: Clock
  /** Told of each execution whose time-out has passed. */
  readonly onTimedOut: (execution: CommandExecution) => void
}

/** So long an execution is kept: the default retention of the commands' quotas. */
export const RETENTION_MS = 180 * 24 * 3_600_000

/** The executions of commands, with their time-outs. Those that wait go on where tables last. */
export class ExecutionStore {
  readonly #table: Table<CommandExecution>
  readonly #clock: Clock
  readonly #onTimedOut: (execution: CommandExecution) => void
  readonly #timers: Timers
  readonly #byToken = new Map<string, string>()
  readonly #waiting = new Map<string, Set<string>>()

  constructor({ table, clock, onTimedOut }: ExecutionStoreOptions) {
    this.#table = table
    this.#clock = clock
    this.#timers = new Timers(clock)
    this.#onTimedOut = onTimedOut
    for (const execution of table.values()) this.#index(execution)
  }

  get(executionId: string): CommandExecution | undefined {
    const execution = this.#table.get(executionId)
    if (execution === undefined || this.#isKept(execution)) return execution
    this.delete(execution)
    return undefined
  }

  all(): CommandExecution[] {
    return [...this.#table.keys()].flatMap((executionId) => this.get(executionId) ?? [])
  }

  /** The execution that a request with this token has started. */
  startedBy(clientToken: string): CommandExecution | undefined {
    return this.get(this.#byToken.get(clientToken) ?? '')
  }

  /** How many executions of this device it has not answered yet. */
  waitingOn(targetArn: string): number {
    return this.#waiting.get(targetArn)?.size ?? 0
  }

  put(execution: CommandExecution): void {
    this.#table.set(execution.executionId, execution)
    this.#index(execution)
  }

  delete({ executionId, request, targetArn }: CommandExecution): void {
    this.#stopWaiting(targetArn, executionId)
    if (request !== undefined) this.#byToken.delete(request.clientToken)
    this.#table.delete(executionId)
  }

  close(): void {
    this.#timers.close()
  }

  #isKept = ({ createdAtMs }: CommandExecution) => createdAtMs + RETENTION_MS > this.#clock.nowMs()

  #index(execution: CommandExecution): void {
    const { executionId, targetArn, request } = execution
    if (request !== undefined) this.#byToken.set(request.clientToken, executionId)
    if (!isWaiting(execution)) this.#stopWaiting(targetArn, executionId)
    else if (!this.#timers.has(executionId)) this.#wait(execution)
  }

  #wait({ executionId, targetArn, createdAtMs, timeoutSec }: CommandExecution): void {
    const waiting = this.#waiting.get(targetArn) ?? new Set()
    this.#waiting.set(targetArn, waiting.add(executionId))
    this.#timers.at(executionId, createdAtMs + timeoutSec * 1000, () => this.#timeOut(executionId))
  }

  #stopWaiting(targetArn: string, executionId: string): void {
    this.#timers.clear(executionId)
    const waiting = this.#waiting.get(targetArn)
    waiting?.delete(executionId)
    if (waiting?.size === 0) this.#waiting.delete(targetArn)
  }

  #timeOut(executionId: string): void {
    const execution = this.#table.get(executionId)
    if (execution === undefined) return
    const over = timedOut(execution, this.#clock.nowMs())
    this.put(over)
    this.#onTimedOut(over)
  }
}
