import type { GraphPosition, GraphProgress } from './run-graph.ts'

/** How far a branch or an iteration is, or what it came to. */
export interface KeptGraph {
  readonly position?: GraphPosition | undefined
  readonly ended?: { readonly output?: unknown } | undefined
}

/**
 * Where the progress of one execution is kept; a path has the indexes of branches and iterations, as `2.0`, and is empty for the machine
 * itself.
 */
export interface ProgressKeeper {
  readonly keep: (path: string, graph: KeptGraph) => void
  readonly forget: (path: string) => void
  /** Nobody waits for it any more. */
  readonly closeToken: (token: string) => void
}

/** How far an execution is, with its branches and iterations, and which tokens its tasks wait for. */
export class Progress implements GraphProgress {
  readonly #keeper: ProgressKeeper
  readonly #path: string
  readonly #inner = new Map<number, Progress>()
  #kept: KeptGraph = {}
  #token: string | undefined

  constructor(keeper: ProgressKeeper, path = '') {
    this.#keeper = keeper
    this.#path = path
  }

  /** The progress of an execution that was cut off, by the paths of its graphs. */
  static restore(keeper: ProgressKeeper, graphs: Iterable<readonly [path: string, graph: KeptGraph]>): Progress {
    const root = new Progress(keeper)
    for (const [path, graph] of graphs) {
      const progress = path === '' ? root : path.split('.').reduce((outer, index) => outer.inner(Number(index)), root)
      progress.#kept = graph
      progress.#token = graph.position?.token
    }
    return root
  }

  get from(): GraphPosition | undefined {
    return this.#kept.position
  }

  get ended(): KeptGraph['ended'] {
    return this.#kept.ended
  }

  reached(position: GraphPosition): void {
    this.#advance({ position }, position.token)
  }

  end(output: unknown): void {
    this.#advance({ ended: { output } })
  }

  inner(index: number): Progress {
    const inner = this.#inner.get(index) ?? new Progress(this.#keeper, this.#path === '' ? `${index}` : `${this.#path}.${index}`)
    this.#inner.set(index, inner)
    return inner
  }

  /** Forgets all of it. */
  clear(): void {
    this.#clearInner()
    this.#keeper.forget(this.#path)
    this.#hold(undefined)
  }

  /** The step is kept first: what a kill leaves of the one before belongs to nothing. */
  #advance(graph: KeptGraph, token?: string): void {
    this.#keeper.keep(this.#path, graph)
    this.#clearInner()
    this.#hold(token)
  }

  #clearInner(): void {
    for (const inner of this.#inner.values()) inner.clear()
    this.#inner.clear()
  }

  #hold(token: string | undefined): void {
    if (this.#token !== undefined && this.#token !== token) this.#keeper.closeToken(this.#token)
    this.#token = token
  }
}
