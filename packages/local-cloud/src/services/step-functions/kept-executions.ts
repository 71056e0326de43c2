import type { Shelf } from '../../ground/shelf.ts'
import type { Execution } from './execution.ts'
import { Progress, type KeptGraph, type ProgressKeeper } from './progress.ts'
import type { GraphPosition } from './run-graph.ts'
import type { TaskTokens } from './task-tokens.ts'

/** An execution as others see it. */
export type ExecutionRecord = Omit<Execution, 'stop' | 'ended'>

/** An execution as it is kept, with how far it is while it runs. */
export interface KeptExecution extends ExecutionRecord {
  readonly position?: GraphPosition
}

/** How far a branch or an iteration of an execution is, as it is kept. */
export interface KeptBranch extends KeptGraph {
  readonly executionArn: string
  readonly path: string
}

/** What is kept of executions of standard machines. Those of express machines are gone with the run, as AWS says of them. */
export class KeptExecutions {
  readonly #shelf: Shelf<KeptExecution>
  readonly #branches: Shelf<KeptBranch>
  readonly #tokens: TaskTokens

  constructor(shelf: Shelf<KeptExecution>, branches: Shelf<KeptBranch>, tokens: TaskTokens) {
    this.#shelf = shelf
    this.#branches = branches
    this.#tokens = tokens
  }

  has(executionArn: string): boolean {
    return this.#shelf.has(executionArn)
  }

  set({ stop: _, ended: __, ...record }: Execution, position?: GraphPosition): void {
    if (isExpress(record)) return
    this.#shelf.set(record.executionArn, { ...record, ...(position === undefined ? {} : { position }) })
  }

  delete(executionArn: string): void {
    this.#shelf.delete(executionArn)
  }

  /** Those of an earlier run, each with what its progress is restored from. */
  all(): (readonly [ExecutionRecord, [path: string, graph: KeptGraph][]])[] {
    const branches = Map.groupBy(this.#branches.values(), ({ executionArn }) => executionArn)
    return [...this.#shelf.values()].map(({ position, ...record }) => {
      const inner = (branches.get(record.executionArn) ?? []).map(({ path, position: at, ended }): [string, KeptGraph] => [
        path, { position: at, ended },
      ])
      return [record, [['', { position }], ...inner]] as const
    })
  }

  /** How far an execution is, which is kept for as long as it runs; `undefined` of an express machine's. */
  progress(execution: Execution, from: readonly (readonly [path: string, graph: KeptGraph])[]): Progress | undefined {
    const { executionArn } = execution
    const key = (path: string) => `${executionArn} ${path}`
    const keeper: ProgressKeeper = {
      keep: (path, graph) => {
        if (execution.status !== 'RUNNING') return
        if (path === '') this.set(execution, graph.position)
        else this.#branches.set(key(path), { executionArn, path, ...graph })
      },
      forget: (path) => void this.#branches.delete(key(path)),
      closeToken: (token) => this.#tokens.close(token),
    }
    return isExpress(execution) ? undefined : Progress.restore(keeper, from)
  }

  /** Drops branches and tokens of executions that do not run, as a kill between two writes leaves them. */
  prune(): void {
    for (const [key, { executionArn }] of [...this.#branches.entries()])
      if (this.#shelf.get(executionArn)?.status !== 'RUNNING') this.#branches.delete(key)
    this.#tokens.closeAllBut(
      new Set([...this.#shelf.values(), ...this.#branches.values()].flatMap(({ position }) => position?.token ?? [])),
    )
  }
}

function isExpress({ executionArn }: Pick<Execution, 'executionArn'>): boolean {
  return executionArn.includes(':express:')
}
