import { ServiceException } from '@keg/aws-service'
import type { Definition } from './definition.ts'
import type { Execution } from './execution.ts'
import type { Shelf } from '../../ground/shelf.ts'
import { KeptExecutions, type ExecutionRecord, type KeptBranch, type KeptExecution } from './kept-executions.ts'
import type { Progress } from './progress.ts'
import { runGraph } from './run-graph.ts'
import type { Run } from './scope.ts'
import { StateError } from './state-error.ts'
import { TaskTokens, type WaitingTask } from './task-tokens.ts'

/** Executions that are kept after their end; AWS keeps them for 90 days. */
const KEPT_MAX = 1_000

/** A state machine as its template defines it. */
export interface StateMachine {
  readonly name: string
  readonly arn: string
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly roleArn: string
  /** As it was written, for `DescribeStateMachine`. */
  readonly text: string
  readonly definition: Definition
  readonly createdAtMs: number
}

/** Told of an execution that begins and, once more, that has ended. */
export type ExecutionObserver = (execution: Readonly<ExecutionRecord>) => void

/** What state machines run with. */
export interface StepFunctionsOptions extends Pick<Run, 'nowMs' | 'newId' | 'random' | 'sleep' | 'task' | 'jsonata'> {
  /** Absent: nobody is told. */
  readonly observe?: ExecutionObserver
  /** Executions of standard machines by ARN. The next run over the same shelf continues those that run. */
  readonly shelf: Shelf<KeptExecution>
  /** Branches and iterations of those that run. */
  readonly branches: Shelf<KeptBranch>
  /** Tasks that wait, by their tokens. */
  readonly tasks: Shelf<WaitingTask>
  /** Told of executions that fail. */
  readonly log: (text: string) => void
}

/** Step Functions: state machines by ARN, with their executions. */
export class StepFunctions {
  readonly #options: StepFunctionsOptions
  readonly #machines = new Map<string, StateMachine>()
  readonly #executions = new Map<string, Execution>()
  readonly #kept: KeptExecutions
  readonly #closing = new AbortController()
  /** Tasks that wait until somebody answers, of any execution; also of executions that are not continued yet. */
  readonly tokens: TaskTokens

  constructor(options: StepFunctionsOptions) {
    this.#options = options
    this.tokens = new TaskTokens(options.tasks, options.newId)
    this.#kept = new KeptExecutions(options.shelf, options.branches, this.tokens)
  }

  create(machine: Omit<StateMachine, 'createdAtMs'>): void {
    this.#machines.set(machine.arn, { ...machine, createdAtMs: this.#options.nowMs() })
  }

  /** Executions that run go on. */
  remove(arn: string): void {
    this.#machines.delete(arn)
  }

  machines(): readonly StateMachine[] {
    return [...this.#machines.values()]
  }

  /** Throws `ServiceException` `StateMachineDoesNotExist`. */
  machine(arn: string): StateMachine {
    const machine = this.#machines.get(arn)
    if (machine === undefined) throw new ServiceException('StateMachineDoesNotExist', 400, `State Machine Does Not Exist: '${arn}'`)
    return machine
  }

  /** Throws `ServiceException` `ExecutionDoesNotExist`. */
  execution(arn: string): Execution {
    const execution = this.#executions.get(arn)
    if (execution === undefined) throw new ServiceException('ExecutionDoesNotExist', 400, `Execution Does Not Exist: '${arn}'`)
    return execution
  }

  /** Whether there is an execution with this ARN, or will be once those of an earlier run are continued. */
  hasExecution(arn: string): boolean {
    return this.#executions.has(arn) || this.#kept.has(arn)
  }

  executions(machineArn: string): readonly Execution[] {
    return [...this.#executions.values()].filter(({ stateMachineArn }) => stateMachineArn === machineArn).reverse()
  }

  /**
   * Starts an execution; of a standard machine, one with the same name and input that still runs is answered instead.
   * Throws `ServiceException`.
   */
  start(machineArn: string, input = '{}', name = this.#options.newId()): Execution {
    const machine = this.machine(machineArn)
    checkInput(input)
    const express = machine.type === 'EXPRESS'
    const executionArn =
      `${machine.arn.replace(':stateMachine:', express ? ':express:' : ':execution:')}:${name}${express ? `:${this.#options.newId()}` : ''}`
    const before = this.#executions.get(executionArn)
    if (before !== undefined) {
      if (before.status === 'RUNNING' && before.input === input) return before
      throw new ServiceException('ExecutionAlreadyExists', 400, `Execution Already Exists: '${executionArn}'`)
    }
    const execution = this.#run(machine, {
      executionArn, name, input, stateMachineArn: machine.arn, status: 'RUNNING', startedAtMs: this.#options.nowMs(),
    })
    this.#executions.set(executionArn, execution)
    this.#forget()
    return execution
  }

  /** Goes on with executions that an earlier run has left; called once every machine is there. */
  resume(): void {
    for (const [record, progress] of this.#kept.all()) {
      const machine = this.#machines.get(record.stateMachineArn)
      if (record.status === 'RUNNING' && machine !== undefined) {
        this.#executions.set(record.executionArn, this.#run(machine, record, progress))
        continue
      }
      const gone = record.status === 'RUNNING' ? { status: 'ABORTED' as const, stoppedAtMs: this.#options.nowMs() } : {}
      const ended = { ...record, ...gone, ended: Promise.resolve(), stop: () => undefined }
      this.#executions.set(record.executionArn, ended)
      this.#kept.set(ended)
    }
    this.#kept.prune()
  }

  /** Stops the executions that run here. The next run over the same shelf continues those of standard machines. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all([...this.#executions.values()].map(({ ended }) => ended))
  }

  /** Runs an execution, from where one was cut off. */
  #run(machine: StateMachine, begun: ExecutionRecord, from?: Parameters<KeptExecutions['progress']>[1]): Execution {
    const { nowMs, log, observe } = this.#options
    const stopping = new AbortController()
    const { promise: ended, resolve } = Promise.withResolvers<undefined>()
    const execution: Execution = {
      ...begun, ended,
      stop: (error, cause) => {
        if (execution.status === 'RUNNING') end({ status: 'ABORTED', error, cause })
      },
    }
    const end = (outcome: Pick<Execution, 'status'> & Partial<Execution>) => {
      if (execution.status !== 'RUNNING') return
      Object.assign(execution, outcome, { stoppedAtMs: nowMs() })
      // What ends with the run has not ended for those who look at the next one.
      if (!this.#closing.signal.aborted) {
        this.#kept.set(execution)
        progress?.clear()
        observe?.(execution)
      }
      if (outcome.status === 'FAILED' || outcome.status === 'TIMED_OUT')
        log(`${machine.name}: execution ${execution.name} ended as ${outcome.status}: ${outcome.error ?? ''} ${outcome.cause ?? ''}`)
      stopping.abort()
      resolve(undefined)
    }
    const progress = this.#kept.progress(execution, from ?? [])
    if (from === undefined) observe?.(execution)
    const signal = AbortSignal.any([stopping.signal, this.#closing.signal])
    signal.addEventListener('abort', () => end({ status: 'ABORTED' }))
    this.#limit(machine.definition.TimeoutSeconds, execution, signal, () => end({ status: 'TIMED_OUT' }))
    this.#execute(machine, execution, progress, signal)
      .then((output) => end({ status: 'SUCCEEDED', output: JSON.stringify(output) }), (error: unknown) => end(failure(error)))
    return execution
  }

  async #execute(
    machine: StateMachine,
    { executionArn, name, startedAtMs, input: text }: Execution,
    progress: Progress | undefined,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { definition, arn, roleArn } = machine
    const input: unknown = JSON.parse(text)
    const context = {
      Execution: {
        Id: executionArn, Input: input, Name: name, RoleArn: roleArn, StartTime: new Date(startedAtMs).toISOString(), RedriveCount: 0,
      },
      StateMachine: { Id: arn, Name: machine.name },
    }
    return runGraph(definition, input, {
      variables: {}, context, language: definition.QueryLanguage,
      run: { ...this.#options, tokens: this.tokens, executionArn, context, signal },
    }, progress)
  }

  #limit(seconds: number | undefined, { startedAtMs }: Execution, signal: AbortSignal, over: () => void): void {
    if (seconds !== undefined)
      this.#options.sleep(Math.max(0, startedAtMs + seconds * 1000 - this.#options.nowMs()), signal).then(over, () => undefined)
  }

  /** The oldest that have ended go first. */
  #forget(): void {
    for (const [arn, { status }] of this.#executions) {
      if (this.#executions.size <= KEPT_MAX) return
      if (status === 'RUNNING') continue
      this.#executions.delete(arn)
      this.#kept.delete(arn)
    }
  }
}

function checkInput(input: string): void {
  try {
    JSON.parse(input)
  } catch (error) {
    throw new ServiceException('InvalidExecutionInput', 400, `Invalid State Machine Execution Input: '${String(error)}'`)
  }
}

function failure(error: unknown): Pick<Execution, 'status' | 'error' | 'cause'> {
  if (error instanceof StateError) return { status: 'FAILED', error: error.name || undefined, cause: error.message || undefined }
  return { status: 'FAILED', error: 'States.Runtime', cause: String(error) }
}
