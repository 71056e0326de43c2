import { turn, type Background } from '../../background/background.ts'
import type { Notify } from '../../notifications/notify.ts'
import type { IotState } from '../../state/iot-state.ts'
import type { AuditFinding, AuditTask, CheckRun, Found } from '../../state/audits.ts'
import { Timers } from '../../timers/timers.ts'
import type { CheckContext } from './checks/audit-check.ts'
import { isDue, nextMidnight } from './schedule.ts'
import { isSuppressed } from './suppressions.ts'

/** How long AWS lists audits and what they found. */
const KEPT_MS = 90 * 24 * 3600 * 1000

export interface AuditorOptions {
  readonly state: IotState
  readonly keyOf: CheckContext['keyOf']
  readonly notify: Notify
  readonly background: Background
  readonly onError: (what: string, error: unknown) => void
}

/** So many resources are looked at in one turn of the loop, so that a large account holds nobody up. */
const RESOURCES_A_TURN = 50

/** Looks at the account. An audit that a restart has cut off is FAILED. */
export class Auditor {
  readonly #options: AuditorOptions
  readonly #timers: Timers

  constructor(options: AuditorOptions) {
    this.#options = options
    this.#timers = new Timers(options.state.clock)
    for (const task of [...options.state.auditTasks.values()]) if (task.status === 'IN_PROGRESS') this.#end(task, 'FAILED')
    this.schedule()
  }

  /** Begins an audit of these checks. */
  start(checkNames: readonly string[], scheduledAuditName?: string): AuditTask {
    const { state } = this.#options
    const waiting: CheckRun = { status: 'IN_PROGRESS', total: 0, nonCompliant: 0, suppressed: 0 }
    const task: AuditTask = {
      taskId: state.newId().replaceAll('-', ''), status: 'IN_PROGRESS', scheduledAuditName, startedAtMs: state.clock.nowMs(),
      checks: Object.fromEntries(checkNames.map((name) => [name, waiting])),
    }
    this.#forgetOld()
    state.auditTasks.set(task.taskId, task)
    this.#options.background.run(`Audit ${task.taskId}`, (isOver) => this.#run(task.taskId, isOver))
    return task
  }

  cancel(taskId: string): void {
    const { state } = this.#options
    const task = state.auditTasks.get(taskId)
    if (task !== undefined) this.#end(task, 'CANCELED')
  }

  /** Scheduled audits are others now. They are due at midnight, UTC. */
  schedule(): void {
    const { state } = this.#options
    if (state.scheduledAudits.size === 0) return this.#timers.clear('due')
    this.#timers.at('due', nextMidnight(state.clock.nowMs()), () => {
      this.#startDue()
      this.schedule()
    })
  }

  close(): void {
    this.#timers.close()
  }

  #startDue(): void {
    const { state } = this.#options
    const nowMs = state.clock.nowMs()
    for (const audit of [...state.scheduledAudits.values()]) {
      if (!isDue(audit, nowMs)) continue
      state.scheduledAudits.set(audit.scheduledAuditName, { ...audit, lastRunAtMs: nowMs })
      this.start(audit.targetCheckNames, audit.scheduledAuditName)
    }
  }

  /** Ends an audit with the checks that are not through. */
  #end(task: AuditTask, status: 'CANCELED' | 'FAILED'): void {
    const checks = Object.entries(task.checks).map(([name, run]): [string, CheckRun] =>
      [name, run.status === 'IN_PROGRESS' ? { ...run, status } : run])
    this.#options.state.auditTasks.set(task.taskId, { ...task, status, checks: Object.fromEntries(checks) })
  }

  async #run(taskId: string, isOver: () => boolean): Promise<void> {
    const { state } = this.#options
    const goesOn = () => !isOver() && state.auditTasks.get(taskId)?.status === 'IN_PROGRESS'
    for (const checkName of Object.keys(state.auditTasks.get(taskId)?.checks ?? {})) {
      await turn()
      const run = await this.#check(taskId, checkName, goesOn)
      const task = state.auditTasks.get(taskId)
      if (run === undefined || task === undefined) return
      state.auditTasks.set(taskId, { ...task, checks: { ...task.checks, [checkName]: run } })
    }
    const task = state.auditTasks.get(taskId)
    if (task === undefined || !goesOn()) return
    state.auditTasks.set(taskId, { ...task, status: 'COMPLETED' })
    await this.#tell({ ...task, status: 'COMPLETED' })
  }

  /** `undefined` where it does not go on. */
  async #check(taskId: string, checkName: string, goesOn: () => boolean): Promise<CheckRun | undefined> {
    const { state, keyOf } = this.#options
    const { CHECKS } = await import('./checks/index.ts')
    const check = CHECKS[checkName]
    const configuration = state.auditConfiguration.get('account')?.checks[checkName]
    if (configuration?.enabled !== true) return failed('AUDIT_CHECK_DISABLED', `The check ${checkName} is not enabled.`)
    if (check === undefined)
      return failed('INSUFFICIENT_PERMISSIONS', 'Keg can not look at what this check is about; see KNOWN-GAPS.md of @keg/local-iot.')
    const found: Found[] = []
    let total = 0
    for (const ofResource of check.run({ state, keyOf, configuration: configuration.configuration ?? {} })) {
      found.push(...ofResource)
      if (++total % RESOURCES_A_TURN === 0) await turn()
      if (!goesOn()) return undefined
    }
    return goesOn() ? this.#found(taskId, checkName, { severity: check.severity, total, found }) : undefined
  }

  #found(
    taskId: string, checkName: string, { severity, total, found }: Pick<AuditFinding, 'severity'> & { total: number; found: Found[] },
  ): CheckRun {
    const { state } = this.#options
    const nowMs = state.clock.nowMs()
    const taskStartedAtMs = state.auditTasks.get(taskId)?.startedAtMs ?? nowMs
    const findings = found.map((finding): AuditFinding => ({
      ...finding, findingId: state.newId(), taskId, checkName, severity, taskStartedAtMs, foundAtMs: nowMs,
      isSuppressed: isSuppressed(state, checkName, finding.resource.resourceIdentifier, nowMs),
    }))
    for (const finding of findings) state.auditFindings.set(finding.findingId, finding)
    const suppressed = findings.filter((finding) => finding.isSuppressed).length
    const nonCompliant = findings.length - suppressed
    return { status: nonCompliant === 0 ? 'COMPLETED_COMPLIANT' : 'COMPLETED_NON_COMPLIANT', total, nonCompliant, suppressed }
  }

  async #tell(task: AuditTask): Promise<void> {
    const { state, notify, onError } = this.#options
    const target = state.auditConfiguration.get('account')?.targets.SNS
    if (target?.enabled !== true || target.targetArn === undefined || target.roleArn === undefined) return
    const told = notify({ topicArn: target.targetArn, roleArn: target.roleArn }, notification(task, state.accountId))
    await told.catch((error: unknown) => onError(`The notification of audit ${task.taskId}`, error))
  }

  #forgetOld(): void {
    const { state } = this.#options
    const sinceMs = state.clock.nowMs() - KEPT_MS
    for (const [id, { startedAtMs }] of [...state.auditTasks.entries()]) if (startedAtMs < sinceMs) state.auditTasks.delete(id)
    for (const [id, { foundAtMs }] of [...state.auditFindings.entries()]) if (foundAtMs < sinceMs) state.auditFindings.delete(id)
  }
}

const failed = (errorCode: string, message: string): CheckRun =>
  ({ status: 'FAILED', total: 0, nonCompliant: 0, suppressed: 0, errorCode, message })

/** What SNS is told of an audit that is over. */
function notification({ taskId, status, scheduledAuditName, startedAtMs, checks }: AuditTask, accountId: string): string {
  const runs = Object.entries(checks)
  const having = (wanted: CheckRun['status']) => runs.filter(([, run]) => run.status === wanted).length
  return JSON.stringify({
    accountId, taskId, taskStatus: status, taskType: scheduledAuditName === undefined ? 'ON_DEMAND_AUDIT_TASK' : 'SCHEDULED_AUDIT_TASK',
    scheduledAuditName, failedChecksCount: having('FAILED'), canceledChecksCount: having('CANCELED'),
    nonCompliantChecksCount: having('COMPLETED_NON_COMPLIANT'), compliantChecksCount: having('COMPLETED_COMPLIANT'),
    totalChecksCount: runs.length, taskStartTime: startedAtMs,
    auditDetails: runs.map(([checkName, run]) => ({
      checkName, checkRunStatus: run.status, nonCompliantResourcesCount: run.nonCompliant, totalResourcesCount: run.total,
      suppressedNonCompliantResourcesCount: run.suppressed, message: run.message, errorCode: run.errorCode,
    })),
  })
}
