import type { CheckRun } from '../../state/audits.ts'
import { operation } from '../operation.ts'
import { findAuditTask, taskType } from './find-audit-task.ts'

export const describeAuditTask = operation('DescribeAuditTask', ({ taskId }, { state }) => {
  const task = findAuditTask(state, taskId)
  const runs = Object.values(task.checks)
  const having = (wanted: CheckRun['status']) => runs.filter(({ status }) => status === wanted).length
  return {
    taskStatus: task.status,
    taskType: taskType(task),
    taskStartTime: new Date(task.startedAtMs),
    scheduledAuditName: task.scheduledAuditName,
    taskStatistics: {
      totalChecks: runs.length, inProgressChecks: having('IN_PROGRESS'), waitingForDataCollectionChecks: 0,
      compliantChecks: having('COMPLETED_COMPLIANT'), nonCompliantChecks: having('COMPLETED_NON_COMPLIANT'), failedChecks: having('FAILED'),
      canceledChecks: having('CANCELED'),
    },
    auditDetails: Object.fromEntries(Object.entries(task.checks).map(([name, run]) => [name, details(run)])),
  }
})

const details = ({ status, total, nonCompliant, suppressed, errorCode, message }: CheckRun) => ({
  checkRunStatus: status, checkCompliant: status === 'COMPLETED_COMPLIANT', totalResourcesCount: total,
  nonCompliantResourcesCount: nonCompliant, suppressedNonCompliantResourcesCount: suppressed, errorCode, message,
})
