import type { Shelf } from '../../ground/shelf.ts'
import { newTaskToken } from './task-token.ts'

/** How a task ended: with its output as JSON, or with an error, of which either part may be missing. */
export type TaskAnswer = { readonly output: string } | { readonly error?: string | undefined; readonly cause?: string | undefined }

/** A task that waits until somebody answers with its token. */
export interface WaitingTask {
  readonly executionArn: string
  readonly startedAtMs: number
  /** Whether the service has taken what the task asks of it: it is not asked again. */
  readonly sent: boolean
  readonly timeoutSec?: number | undefined
  readonly heartbeatSec?: number | undefined
  /** Absent: it waits. */
  readonly answer?: TaskAnswer
}

/** Told of what is said of a task. */
export interface TaskListener {
  readonly answered: (answer: TaskAnswer) => void
  readonly beaten: () => void
}

/** The tasks that wait, by their tokens. What is said of one is kept before anybody hears of it. */
export class TaskTokens {
  readonly #tasks: Shelf<WaitingTask>
  readonly #newId: () => string
  readonly #listeners = new Map<string, TaskListener>()

  constructor(tasks: Shelf<WaitingTask>, newId: () => string) {
    this.#tasks = tasks
    this.#newId = newId
  }

  /** A token for a task that begins. */
  open(executionArn: string, startedAtMs: number): string {
    const token = newTaskToken(executionArn, this.#newId())
    this.#tasks.set(token, { executionArn, startedAtMs, sent: false })
    return token
  }

  /** `undefined` for a task that is over. */
  task(token: string): WaitingTask | undefined {
    return this.#tasks.get(token)
  }

  /** To no effect for a task that is over. */
  update(token: string, changed: Partial<Omit<WaitingTask, 'answer'>>): void {
    const task = this.#tasks.get(token)
    if (task !== undefined) this.#tasks.set(token, { ...task, ...changed })
  }

  /** Has the one who waits told of the answer, at once where there is one, and of heartbeats. */
  listen(token: string, listener: TaskListener): void {
    this.#listeners.set(token, listener)
    const answer = this.#tasks.get(token)?.answer
    if (answer !== undefined) listener.answered(answer)
  }

  unlisten(token: string): void {
    this.#listeners.delete(token)
  }

  /** Whether the task has waited for it: only the first answer counts. */
  answer(token: string, answer: TaskAnswer): boolean {
    const task = this.#tasks.get(token)
    if (task === undefined || task.answer !== undefined) return false
    this.#tasks.set(token, { ...task, answer })
    this.#listeners.get(token)?.answered(answer)
    return true
  }

  /** Whether the task waits. */
  beat(token: string): boolean {
    const task = this.#tasks.get(token)
    if (task === undefined || task.answer !== undefined) return false
    this.#listeners.get(token)?.beaten()
    return true
  }

  /** The task is over. */
  close(token: string): void {
    this.#tasks.delete(token)
  }

  /** Closes tasks that no state waits for, as a kill between two writes leaves them. */
  closeAllBut(tokens: ReadonlySet<string>): void {
    for (const token of [...this.#tasks.keys()]) if (!tokens.has(token)) this.close(token)
  }
}
