import { canonical } from '../../device-defender/audit/suppressions.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { shownFinding } from './find-audit-finding.ts'

const PAGE_SIZE = 25

// By a task or by times, not both: API_ListAuditFindings.html. Suppressed ones are listed where they are asked for.
export const listAuditFindings = operation('ListAuditFindings', (input, { state }) => {
  const { taskId, checkName, resourceIdentifier, startTime, endTime, listSuppressedFindings = false, maxResults = PAGE_SIZE } = input
  const hasTimes = startTime !== undefined || endTime !== undefined
  if ((taskId !== undefined) === hasTimes) throw invalidRequest('Either taskId, or startTime and endTime, must be given.')
  if (hasTimes && (startTime === undefined || endTime === undefined)) throw invalidRequest('Both startTime and endTime must be given.')
  const wanted = resourceIdentifier && canonical(resourceIdentifier)
  const listed = [...state.auditFindings.values()].filter((finding) =>
    (taskId ?? finding.taskId) === finding.taskId
    && (checkName ?? finding.checkName) === finding.checkName
    && (startTime === undefined || finding.foundAtMs >= startTime.getTime())
    && (endTime === undefined || finding.foundAtMs <= endTime.getTime())
    && (wanted === undefined || canonical(finding.resource.resourceIdentifier) === wanted)
    && finding.isSuppressed === listSuppressedFindings)
  const key = ({ foundAtMs, findingId }: (typeof listed)[number]) => `${String(foundAtMs).padStart(16, '0')} ${findingId}`
  const { items, nextToken } = page(listed, key, input.nextToken, maxResults, true)
  return { findings: items.map(shownFinding), nextToken }
})
