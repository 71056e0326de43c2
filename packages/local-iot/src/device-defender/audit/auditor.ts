import type { Notify } from '../../notifications/notify.ts'
import type { IotState } from '../../state/iot-state.ts'
import type { AuditFinding, AuditTask, CheckRun } from '../../state/audits.ts'
import { Timers } from '../../timers/timers.ts'
import type { CheckContext } from './checks/audit-check.ts'
import { CHECKS } from './checks/index.ts'
import { isDue, nextMidnight } from './schedule.ts'
import { isSuppressed } from './suppressions.ts'

/** How long AWS lists audits and what they found. */
const KEPT_MS = 90 * 24 * 3600 * 1000

export interface AuditorOptions {
  readonly state: IotState
  readonly keyOf: CheckContext['keyOf']
  readonly notify: Notify
  readonly onError: (what: string, error: unknown) => void
}

/** Looks at the account: each check in a turn of its own, so that a large account holds nobody up. */
export class Auditor {
  readonly #options: AuditorOptions
  readonly #timers: Timers

  constructor(options: AuditorOptions) {
    this.#options = options
    this.#timers = new Timers(options.state.clock)
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
    void this.#run(task.taskId).catch((error: unknown) => this.#options.onError(`Audit ${task.taskId}`, error))
    return task
  }

  cancel(taskId: string): void {
    const { state } = this.#options
    const task = state.auditTasks.get(taskId)
    if (task === undefined) return
    const checks = Object.entries(task.checks).map(([name, run]): [string, CheckRun] =>
      [name, run.status === 'IN_PROGRESS' ? { ...run, status: 'CANCELED' } : run])
    state.auditTasks.set(taskId, { ...task, status: 'CANCELED', checks: Object.fromEntries(checks) })
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

  async #run(taskId: string): Promise<void> {
    const { state } = this.#options
    for (const checkName of Object.keys(state.auditTasks.get(taskId)?.checks ?? {})) {
      await new Promise((resolve) => setImmediate(resolve))
      const task = state.auditTasks.get(taskId)
      if (task?.status !== 'IN_PROGRESS') return
      const run = this.#check(task, checkName)
      state.auditTasks.set(taskId, { ...task, checks: { ...task.checks, [checkName]: run } })
    }
    const task = state.auditTasks.get(taskId)
    if (task === undefined) return
    state.auditTasks.set(taskId, { ...task, status: 'COMPLETED' })
    await this.#tell({ ...task, status: 'COMPLETED' })
  }

  #check(task: AuditTask, checkName: string): CheckRun {
    const { state, keyOf } = this.#options
    const check = CHECKS[checkName]
    const configuration = state.auditConfiguration.get('account')?.checks[checkName]
    const failed = (errorCode: string, message: string): CheckRun =>
      ({ status: 'FAILED', total: 0, nonCompliant: 0, suppressed: 0, errorCode, message })
    if (configuration?.enabled !== true) return failed('AUDIT_CHECK_DISABLED', `The check ${checkName} is not enabled.`)
    if (check === undefined)
      return failed('INSUFFICIENT_PERMISSIONS', 'Keg can not look at what this check is about; see KNOWN-GAPS.md of @keg/local-iot.')
    const nowMs = state.clock.nowMs()
    const { total, found } = check.run({ state, keyOf, configuration: configuration.configuration ?? {} })
    const findings = found.map((finding): AuditFinding => ({
      ...finding, findingId: state.newId(), taskId: task.taskId, checkName, severity: check.severity, taskStartedAtMs: task.startedAtMs,
      foundAtMs: nowMs, isSuppressed: isSuppressed(state, checkName, finding.resource.resourceIdentifier, nowMs),
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
