import type { StateDefinition } from './definition.ts'
import type { GraphPosition, GraphProgress } from './run-graph.ts'
import type { TaskTokens } from './task-tokens.ts'

/** The variables that `Assign` has set, by name. */
export type Variables = Readonly<Record<string, unknown>>

/** What an execution is run with. */
export interface Run {
  readonly executionArn: string
  /** Of the execution and its machine: what `$$` and `$states.context` begin with. */
  readonly context: Readonly<Record<string, unknown>>
  /** Does a task, and answers its result. Throws `StateError`. */
  readonly task: (resource: string, input: unknown) => Promise<unknown>
  /** Of the tasks that wait until somebody answers. */
  readonly tokens: TaskTokens
  /** What an expression comes to; `undefined`: nothing. Rejects with what is wrong with it. */
  readonly jsonata: (expression: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>
  readonly nowMs: () => number
  readonly newId: () => string
  /** From 0 to below 1. */
  readonly random: () => number
  /** Rejects where the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly signal: AbortSignal
}

/** A state that is being executed, with all that its fields may refer to. */
export interface Scope {
  readonly name: string
  readonly state: StateDefinition
  readonly input: unknown
  readonly variables: Variables
  readonly context: Readonly<Record<string, unknown>>
  readonly language: 'JSONPath' | 'JSONata'
  /** When the state was entered: before a restart, where the execution goes on after one. */
  readonly enteredAtMs: number
  /** Where the graph is with this state, and this attempt at it. */
  readonly position: GraphPosition
  /** Of the graph; absent where an execution is not continued after a restart. */
  readonly progress: GraphProgress | undefined
  readonly run: Run
}

/** What a state comes to: its result, the states' names that it leads to, and what a choice or catcher adds. */
export interface Outcome {
  readonly output: unknown
  readonly variables: Variables
  /** Absent: the machine, branch or iteration ends. */
  readonly next: string | undefined
}
