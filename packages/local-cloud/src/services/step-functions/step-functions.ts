import { ServiceError } from '../../gateway/service-error.ts'
import type { Definition } from './definition.ts'
import type { Execution } from './execution.ts'
import { runGraph } from './run-graph.ts'
import type { Run } from './scope.ts'
import { StateError } from './state-error.ts'

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
export type ExecutionObserver = (execution: Readonly<Omit<Execution, 'stop' | 'ended'>>) => void

/** What state machines run with. */
export interface StepFunctionsOptions extends Pick<Run, 'nowMs' | 'newId' | 'random' | 'sleep' | 'task'> {
  /** Absent: nobody is told. */
  readonly observe?: ExecutionObserver
  /** Told of executions that fail. */
  readonly log: (text: string) => void
}

/** Step Functions: state machines by ARN, with their executions. */
export class StepFunctions {
  readonly #options: StepFunctionsOptions
  readonly #machines = new Map<string, StateMachine>()
  readonly #executions = new Map<string, Execution>()
  readonly #closing = new AbortController()

  constructor(options: StepFunctionsOptions) {
    this.#options = options
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

  /** Throws `ServiceError` `StateMachineDoesNotExist`. */
  machine(arn: string): StateMachine {
    const machine = this.#machines.get(arn)
    if (machine === undefined) throw new ServiceError('StateMachineDoesNotExist', 400, `State Machine Does Not Exist: '${arn}'`)
    return machine
  }

  /** Throws `ServiceError` `ExecutionDoesNotExist`. */
  execution(arn: string): Execution {
    const execution = this.#executions.get(arn)
    if (execution === undefined) throw new ServiceError('ExecutionDoesNotExist', 400, `Execution Does Not Exist: '${arn}'`)
    return execution
  }

  executions(machineArn: string): readonly Execution[] {
    return [...this.#executions.values()].filter(({ stateMachineArn }) => stateMachineArn === machineArn).reverse()
  }

  /**
   * Starts an execution; of a standard machine, one with the same name and input that still runs is answered instead.
   * Throws `ServiceError`.
   */
  start(machineArn: string, input = '{}', name = this.#options.newId()): Execution {
    const machine = this.machine(machineArn)
    const parsed = parsedInput(input)
    const express = machine.type === 'EXPRESS'
    const executionArn = `${machine.arn.replace(':stateMachine:', express ? ':express:' : ':execution:')}:${name}${express ? `:${this.#options.newId()}` : ''}`
    const before = this.#executions.get(executionArn)
    if (before !== undefined) {
      if (before.status === 'RUNNING' && before.input === input) return before
      throw new ServiceError('ExecutionAlreadyExists', 400, `Execution Already Exists: '${executionArn}'`)
    }
    const execution = this.#run(machine, { executionArn, name, input, parsed })
    this.#executions.set(executionArn, execution)
    this.#forget()
    return execution
  }

  /** Stops every execution. */
  async close(): Promise<void> {
    this.#closing.abort()
    await Promise.all([...this.#executions.values()].map(({ ended }) => ended))
  }

  #run(machine: StateMachine, { executionArn, name, input, parsed }: { executionArn: string; name: string; input: string; parsed: unknown }): Execution {
    const { nowMs, log, observe } = this.#options
    const stopping = new AbortController()
    const { promise: ended, resolve } = Promise.withResolvers<undefined>()
    const execution: Execution = {
      executionArn, name, input, ended,
      stateMachineArn: machine.arn, status: 'RUNNING', startedAtMs: nowMs(),
      stop: (error, cause) => {
        if (execution.status === 'RUNNING') end({ status: 'ABORTED', error, cause })
      },
    }
    const end = (outcome: Pick<Execution, 'status'> & Partial<Execution>) => {
      if (execution.status !== 'RUNNING') return
      Object.assign(execution, outcome, { stoppedAtMs: nowMs() })
      observe?.(execution)
      if (outcome.status === 'FAILED' || outcome.status === 'TIMED_OUT') log(`${machine.name}: execution ${name} ended as ${outcome.status}: ${outcome.error ?? ''} ${outcome.cause ?? ''}`)
      stopping.abort()
      resolve(undefined)
    }
    observe?.(execution)
    const signal = AbortSignal.any([stopping.signal, this.#closing.signal])
    signal.addEventListener('abort', () => end({ status: 'ABORTED' }))
    this.#limit(machine.definition.TimeoutSeconds, signal, () => end({ status: 'TIMED_OUT' }))
    this.#execute(machine, execution, parsed, signal).then((output) => end({ status: 'SUCCEEDED', output: JSON.stringify(output) }), (error: unknown) => end(failure(error)))
    return execution
  }

  async #execute(machine: StateMachine, { executionArn, name, startedAtMs }: Execution, input: unknown, signal: AbortSignal): Promise<unknown> {
    const { definition, arn, roleArn } = machine
    const context = {
      Execution: { Id: executionArn, Input: input, Name: name, RoleArn: roleArn, StartTime: new Date(startedAtMs).toISOString(), RedriveCount: 0 },
      StateMachine: { Id: arn, Name: machine.name },
    }
    return runGraph(definition, input, { variables: {}, context, language: definition.QueryLanguage, run: { ...this.#options, context, signal } })
  }

  #limit(seconds: number | undefined, signal: AbortSignal, over: () => void): void {
    if (seconds !== undefined) this.#options.sleep(seconds * 1000, signal).then(over, () => undefined)
  }

  /** The oldest that have ended go first. */
  #forget(): void {
    for (const [arn, { status }] of this.#executions) {
      if (this.#executions.size <= KEPT_MAX) return
      if (status !== 'RUNNING') this.#executions.delete(arn)
    }
  }
}

function parsedInput(input: string): unknown {
  try {
    return JSON.parse(input)
  } catch (error) {
    throw new ServiceError('InvalidExecutionInput', 400, `Invalid State Machine Execution Input: '${String(error)}'`)
  }
}

function failure(error: unknown): Pick<Execution, 'status' | 'error' | 'cause'> {
  if (error instanceof StateError) return { status: 'FAILED', error: error.name, cause: error.message }
  return { status: 'FAILED', error: 'States.Runtime', cause: String(error) }
}
