import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findTask } from './find-task.ts'

export const listThingRegistrationTaskReports =
  operation('ListThingRegistrationTaskReports', ({ taskId, reportType }, { state, registrationTasks }) => {
    if (reportType !== 'RESULTS' && reportType !== 'ERRORS') throw invalidRequest(`Invalid reportType ${reportType}`)
    const { reportToken } = findTask(state, taskId)
    const hasReport = registrationTasks.report(reportToken, reportType) !== undefined
    return { reportType, resourceLinks: hasReport ? [registrationTasks.reportUrl(`${reportToken}/${reportType}`)] : [] }
  })
