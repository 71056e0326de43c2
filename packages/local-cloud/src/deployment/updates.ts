import type { PlannedStack } from '../assembly/plan.ts'
import type { CloudLogEntry } from '../ground/cloud-log-entry.ts'
import type { Change } from '../ground/change.ts'
import type { Outputs } from './deploy-options.ts'
import type { Deployment } from './deployment.ts'

export interface UpdatesOptions {
  /** Reads the stacks to deploy, as they are now. Throws `CloudError` where they can't be deployed. */
  readonly plan: () => Promise<readonly PlannedStack[]>
  /** Returns what AWS would refuse, as far as the stacks show it. */
  readonly warnings: () => readonly CloudLogEntry[]
  readonly log: (entry: CloudLogEntry) => void
}

/** Runs the updates of a deployment, one after the other. An update that fails changes nothing. */
export class Updates {
  readonly #deployment: Deployment
  readonly #options: UpdatesOptions
  readonly #told = new Set<string>()
  #inForce: readonly PlannedStack[] = []
  #outputs: Outputs = {}
  #last: Promise<unknown> = Promise.resolve()

  constructor(deployment: Deployment, options: UpdatesOptions) {
    this.#deployment = deployment
    this.#options = options
  }

  /** Outputs of the stacks in force. */
  get outputs(): Outputs {
    return this.#outputs
  }

  /** Deploys the first stacks of a run. Throws `CloudError`. */
  async first(planned: readonly PlannedStack[]): Promise<void> {
    await this.#apply(planned)
  }

  /**
   * Deploys the stacks as they are now, and returns the changes.
   * Throws `CloudError` where that fails; then the earlier stacks are in force again.
   */
  next(): Promise<readonly Change[]> {
    const next = this.#last.then(() => this.#update())
    this.#last = next.catch(() => undefined)
    return next
  }

  async #update(): Promise<readonly Change[]> {
    const { plan, log } = this.#options
    try {
      const planned = await this.#plan(plan)
      return await this.#apply(planned).catch(async (error: unknown) => {
        log({ level: 'error', source: 'cloud', message: 'The update failed; what was there before is put back.' })
        await this.#apply(this.#inForce)
        throw error
      })
    } catch (error) {
      log({ level: 'error', source: 'cloud', message: error instanceof Error ? error.message : String(error) })
      throw error
    }
  }

  async #plan(plan: UpdatesOptions['plan']): Promise<readonly PlannedStack[]> {
    try {
      return await plan()
    } catch (error) {
      this.#options.log({ level: 'error', source: 'cloud', message: 'The update is refused; what was there before runs on.' })
      throw error
    }
  }

  async #apply(planned: readonly PlannedStack[]): Promise<readonly Change[]> {
    const { log, warnings } = this.#options
    const isUpdate = this.#inForce.length > 0
    const { outputs, changes } = await this.#deployment.apply(planned)
    this.#outputs = outputs
    this.#inForce = planned
    for (const { kind, constructPath, type } of isUpdate ? changes : [])
      log({ level: 'info', source: 'cloud', message: `${constructPath} (${type}) was ${kind}.`, constructPath })
    for (const warning of warnings()) {
      if (this.#told.has(warning.message)) continue
      this.#told.add(warning.message)
      log(warning)
    }
    return changes
  }
}
