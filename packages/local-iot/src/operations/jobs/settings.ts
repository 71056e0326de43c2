import type { JobDefinition, JobSettings } from '../../jobs/job.ts'

/** What jobs and templates have in common, but for the document and its description. */
type Settings = Omit<JobSettings, 'description'> & Pick<JobDefinition, 'destinationPackageVersions'>

/** The settings in a request, a job or a template. */
export const settingsOf = (from: Settings): Settings => ({
  presignedUrlConfig: from.presignedUrlConfig,
  jobExecutionsRolloutConfig: from.jobExecutionsRolloutConfig,
  abortConfig: from.abortConfig,
  timeoutConfig: from.timeoutConfig,
  jobExecutionsRetryConfig: from.jobExecutionsRetryConfig,
  destinationPackageVersions: from.destinationPackageVersions,
})

/** One record above another: what the first does not say, the second does. */
export const above = <Given extends object>(first: Given, second: Partial<Given>): Given =>
  ({ ...second, ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)) }) as Given
