import { notFound } from '../../errors/service-exception.ts'
import type { AuditMitigation, DetectMitigation } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export function findAuditMitigation({ auditMitigations }: IotState, taskId: string): AuditMitigation {
  const task = auditMitigations.get(taskId)
  if (task === undefined) throw notFound(`Audit mitigation actions task ${taskId} does not exist.`)
  return task
}

export function findDetectMitigation({ detectMitigations }: IotState, taskId: string): DetectMitigation {
  const task = detectMitigations.get(taskId)
  if (task === undefined) throw notFound(`Detect mitigation actions task ${taskId} does not exist.`)
  return task
}

/** Whether a time lies between two, both included; one that is absent bounds nothing. */
export const isBetween = (atMs: number, from: Date | undefined, to: Date | undefined): boolean =>
  (from === undefined || atMs >= from.getTime()) && (to === undefined || atMs <= to.getTime())

/** The key of a task in a list of the last begun first. */
export const byStart = ({ startedAtMs, taskId }: { readonly startedAtMs: number; readonly taskId: string }) =>
  `${String(startedAtMs).padStart(16, '0')} ${taskId}`

export const dateOf = (atMs: number | undefined): Date | undefined => (atMs === undefined ? undefined : new Date(atMs))
